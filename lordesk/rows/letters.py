"""Rows about applications, what they need, and the letters that fill it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time

    from lordesk.kinds import (
        ApplicationKind,
        Attention,
        DateStatus,
        DeclineReason,
        FactKind,
        FollowUpKind,
        LetterKind,
        LetterService,
        MessageKind,
        MoveCause,
        OutboxState,
        Signal,
        SlotNeed,
        Stage,
        Waiver,
        WriterPart,
    )


@dataclass(frozen=True)
class FactRow:
    """A side fact of a request."""

    id: int
    fact: FactKind
    on: date
    note: str = ""


@dataclass(frozen=True)
class WriterRow:
    """One of the people who take part in a letter."""

    mentor_id: int
    name: str
    short: str
    part: WriterPart


@dataclass(frozen=True, kw_only=True)
class LetterRow:
    """One letter by one writer with its request: what board, lists and calendar show.

    A letter with several writers yields one row per writer, its contact first; `place` counts
    them and `writers` has all of them, or nobody where there is only one. Dates named `_on` are
    calendar days. `mail_kind` is of the message whose state is `mail_state`. `facts` are in the
    order of recording. `with_narrative`: a standardized form and a narrative in one file.
    `thanks_said`: the letter is in, and the user has logged since that they thanked the mentor;
    one such thanks is for all that the mentor has sent in by then.
    """

    id: int
    request_id: int
    mentor_id: int
    mentor_name: str
    mentor_short: str
    mentor_initials: str
    application_id: int | None
    application_name: str
    slot_title: str
    backup: bool
    kind: LetterKind
    service: LetterService | None
    waiver: Waiver
    waiver_on: date | None = None
    reference: str = ""
    hard_on: date | None = None
    hard_time: time | None = None
    hard_zone: str = ""
    soft_on: date | None = None
    planned_ask_on: date | None = None
    stage: Stage
    stage_on: date | None = None
    asked_on: date | None = None
    submitted_on: date | None = None
    follow_up_on: date | None = None
    last_follow_up_on: date | None = None
    unread_reply: bool = False
    mail_state: OutboxState | None = None
    mail_at: datetime | None = None
    mail_kind: MessageKind | None = None
    thanks_said: bool = False
    signal: Signal | None = None
    decline_reason: DeclineReason | None = None
    suggested_person: str = ""
    attention: Attention | None = None
    with_narrative: bool = False
    place: int = 0
    writers: tuple[WriterRow, ...] = ()
    facts: tuple[FactRow, ...] = ()
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What goes with the end of a request. `successors` has the backup letter for each slot.

    `add_suggested`: the person whom the mentor suggested becomes a mentor, known as `how_known`
    says; `plan_for` are the slots for which a new letter by that person is planned.
    """

    on: date | None = None
    why: str = ""
    successors: Mapping[int, int] = field(default_factory=dict)
    add_suggested: bool = False
    how_known: str = ""
    plan_for: tuple[int, ...] = ()


@dataclass(frozen=True)
class MoveRow:
    """A move of a request from stage to stage."""

    request_id: int
    from_stage: Stage | None
    to_stage: Stage
    on: date
    cause: MoveCause


@dataclass(frozen=True, kw_only=True)
class PlanItemRow:
    """A follow-up that is planned for a request."""

    id: int
    request_id: int
    kind: FollowUpKind
    on: date
    done: bool


@dataclass(frozen=True, kw_only=True)
class SlotRow:
    """A letter that an application needs, with who fills it: first the writer, then backups."""

    id: int
    application_id: int
    title: str
    need: SlotNeed
    position: int
    letter: LetterRow | None = None
    backups: tuple[LetterRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ApplicationRow:
    """An application with its counts. `letters_by` is the soft date of its letters."""

    id: int
    name: str
    detail: str = ""
    kind: ApplicationKind
    service: LetterService | None
    season: str = ""
    specialty: str = ""
    goals: Mapping[str, str]
    hard_on: date | None = None
    hard_time: time | None = None
    hard_zone: str = ""
    hard_status: DateStatus
    hard_source: str = ""
    letters_by: date | None = None
    cap: int | None = None
    slots: tuple[SlotRow, ...] = ()
    targets: int = 0
    sample: bool = False

    @property
    def needed(self) -> int:
        return len(self.slots)


@dataclass(frozen=True)
class AssignmentRow:
    """`proved` where evidence of this letter is about this target, or about the letter as such."""

    letter_id: int
    target_id: int
    locked_at: datetime | None
    proved: bool = False


@dataclass(frozen=True, kw_only=True)
class TargetRow:
    """A program or school with the letters assigned to it. `cap` is the most it accepts."""

    id: int
    application_id: int
    name: str
    place: str = ""
    min_letters: int
    needs: tuple[SlotNeed, ...] = ()
    cap: int | None = None
    applied_on: date | None = None
    deadline_on: date | None = None
    notes: str = ""
    assignments: tuple[AssignmentRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ApplicationDateRow:
    id: int
    application_id: int
    title: str
    on: date
    time: time | None
    zone: str
    status: DateStatus
    source: str
