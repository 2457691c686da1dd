"""What the rules about coverage and assignment are given, and what they propose."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from lordesk.kinds import LetterService, MentorRole, SlotNeed
    from lordesk.rows.finding import Finding
    from lordesk.rows.forecast import Forecast
    from lordesk.rows.letters import ApplicationRow, LetterRow, TargetRow
    from lordesk.rows.reason import Reason


class GapAction(StrEnum):
    """The one thing to do about a finding of coverage; its ids are in the finding's data."""

    ASK = "ask"
    READ_REPLY = "read_reply"
    PICK_WRITER = "pick_writer"
    PICK_BACKUP = "pick_backup"
    LINE_UP_BACKUP = "line_up_backup"
    ASSIGN = "assign"
    UNASSIGN = "unassign"
    SHOW_TARGET = "show_target"
    EDIT_TARGET = "edit_target"
    EDIT_LETTER = "edit_letter"
    OPEN_LETTER = "open_letter"
    CHANGE_CHANNEL = "change_channel"
    EDIT_APPLICATION = "edit_application"
    OPEN_RULES = "open_rules"
    ADD_MENTOR = "add_mentor"


@dataclass(frozen=True, kw_only=True)
class LetterRules:
    """What a service and a specialty say about letters, as plain values.

    `least` and `most` count letters by need. `newest_of` is the first day from which a letter
    counts as recent. `season` is the span of the application's season calendar. `packet_suffices`:
    a committee letter or packet stands for the letters that a target would want otherwise.
    """

    application_cap: int | None = None
    packet_suffices: bool = False
    refused_channels: Collection[LetterService] = ()
    author_may_not_repeat: bool = False
    contributors_excluded: bool = False
    least: Mapping[SlotNeed, int] = field(default_factory=dict)
    most: Mapping[SlotNeed, int] = field(default_factory=dict)
    barred_roles: Collection[MentorRole] = ()
    newest_of: date | None = None
    season: tuple[date, date] | None = None


@dataclass(frozen=True)
class Written:
    """When a letter was written, and for which season; empty where it is not known."""

    on: date | None = None
    season: str = ""


@dataclass(frozen=True, kw_only=True)
class CoverageFacts:
    """An application with its targets and every letter of it, several writers as several rows.

    `lost` has the side fact of letters that will not arrive: "denied" or "rescinded". `written`
    has letters that were not written anew for this application, `roles` those of the mentors,
    `present_roles` those of who is there to be asked; None where nobody looked.
    """

    application: ApplicationRow
    targets: tuple[TargetRow, ...]
    letters: tuple[LetterRow, ...]
    rules: LetterRules
    today: date
    lost: Mapping[int, str] = field(default_factory=dict)
    roles: Mapping[int, MentorRole] = field(default_factory=dict)
    present_roles: Collection[MentorRole] | None = None
    forecasts: Mapping[int, Forecast] = field(default_factory=dict)
    written: Mapping[int, Written] = field(default_factory=dict)


@dataclass(frozen=True)
class TargetSuggestion:
    """Letters to add to a target and to take away, what it would lack then, and why these."""

    target_id: int
    add: tuple[int, ...]
    remove: tuple[int, ...]
    short: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Suggestion:
    """One entry a target. `covered` counts the targets that would lack nothing, `before` those now.

    `left_out` are letters that the limit of the service keeps out of all targets.
    """

    targets: tuple[TargetSuggestion, ...]
    covered: int
    before: int
    left_out: tuple[int, ...] = ()

    @property
    def changes(self) -> int:
        return sum(len(target.add) + len(target.remove) for target in self.targets)


@dataclass(frozen=True)
class Fits:
    """Where a letter may go, and why not elsewhere."""

    target_ids: tuple[int, ...]
    refused: tuple[tuple[int, Finding], ...]
