"""What rule packs and season calendars hold, as frozen values.

Each value has its origin: source, season, grade, the day on which it was checked and, where it is
uncertain, the reason. A date says besides whether it is confirmed or projected. "Usual" letters
are what a new application is prefilled with and never a hard rule.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

    from lordesk.kinds import ApplicationKind, DateStatus, LetterService, SlotNeed
    from lordesk.rows.rules import Origin

_BUSINESS_WEEK = 5


class Lock(StrEnum):
    """From when a letter can no longer be taken back or replaced."""

    APPLYING = "applying"
    RECEIPT = "receipt"


class CarryOver(StrEnum):
    """What becomes of a letter that was received, in the next season."""

    IMPORT = "import"
    KEPT = "kept"
    NONE = "none"


class LagUnit(StrEnum):
    DAYS = "days"
    BUSINESS_DAYS = "business_days"


class ChairLetter(StrEnum):
    """How usual a letter of the chair or department is."""

    EXPECTED = "expected"
    COMMON = "common"
    SOME = "some"
    OPTIONAL = "optional"
    NONE = "none"


class Narrative(StrEnum):
    """What a form does to a narrative letter by the same writer or in general."""

    REPLACED = "replaced"
    DISCARDED = "discarded"


class Barred(StrEnum):
    """Who may not write."""

    RESIDENT_FELLOW = "resident_fellow"
    TEACHING_ASSISTANT = "teaching_assistant"
    FAMILY = "family"
    FRIEND = "friend"


@dataclass(frozen=True)
class RuleNote:
    """Advice that goes with a rule, as a sentence."""

    text: str
    origin: Origin


@dataclass(frozen=True)
class CheckRule:
    """What a letter must meet when it is handed in; `text` is for its writer.

    `required`: it is rejected otherwise, as far as the source says.
    """

    code: str
    text: str
    required: bool
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class ServiceRule:
    """How letters reach a service. `sender` is the address that writers should look for.

    `cap` counts letters a target where `cap_scope` is "program", in all where it is
    "application". `submit` is the sentence that tells the writer how to hand the letter in.
    `lag` runs from the upload until the letter counts; `stored_lag`, in business days, comes on
    top for a letter that Interfolio delivers. `refuses` are the ways by which no letter may come.
    `packet_suffices`: a committee letter or packet stands for the single letters. `recent_from`
    is month and day, in the year before the application opens, from which a letter is recent.
    `origins` holds the values that have another origin than the rule itself.
    """

    service: LetterService
    name: str
    portal: str
    submit: str
    sender: str
    reference_name: str
    reference_needed: bool | None
    cap: int | None
    cap_scope: str
    optional_extra: int
    minimum: int | None
    verify_minimum: int | None
    lag: int
    lag_unit: LagUnit
    stored_lag: int | None
    refuses: tuple[LetterService, ...]
    lock: Lock | None
    needed_to_process: bool | None
    add_after_submission: bool | None
    carry_over: CarryOver | None
    packet_counts_as_one: bool
    packet_suffices: bool
    contributors_excluded: bool
    recent_from: str
    checklist: tuple[CheckRule, ...]
    notes: tuple[RuleNote, ...]
    origin: Origin
    origins: Mapping[str, Origin] = field(hash=False)

    @property
    def lag_days(self) -> int:
        """Calendar days at most, weekends included."""
        return self.lag if self.lag_unit is LagUnit.DAYS else calendar_days(self.lag)

    def newest_of(self, opens: date) -> date | None:
        """The first day from which a letter is recent, for an application that opens then."""
        if not self.recent_from:
            return None
        return date.fromisoformat(f"{opens.year - 1}-{self.recent_from}")


@dataclass(frozen=True)
class SlotRule:
    """A letter that an application usually needs; a typical set and never a hard rule."""

    title: str
    need: SlotNeed


@dataclass(frozen=True)
class NeedRule:
    """How many letters of a kind: at least, better, at most."""

    need: SlotNeed
    least: int
    preferred: int | None
    most: int | None
    origin: Origin


@dataclass(frozen=True)
class BarredRule:
    who: Barred
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class SpecialtyRule:
    """The usual letters of one specialty, school type or other purpose.

    `minimum` and `maximum` count the letters that a target usually wants. `form` names the
    standardized letter; a `builtin_form` is filled in at the service's portal. `advanced` needs a
    preliminary year beside it, with letters of its own. `recency_months` is how old a letter may
    be.
    """

    key: str
    name: str
    kind: ApplicationKind
    service: LetterService | None
    slots: tuple[SlotRule, ...]
    minimum: int | None
    maximum: int | None
    needs: tuple[NeedRule, ...]
    chair: ChairLetter | None
    form: str
    builtin_form: bool
    narrative: Narrative | None
    author_may_not_repeat: bool
    advanced: bool
    packet_suffices: bool
    recency_months: int | None
    notes: tuple[RuleNote, ...]
    barred: tuple[BarredRule, ...]
    origin: Origin
    origins: Mapping[str, Origin] = field(hash=False)


@dataclass(frozen=True)
class KindRule:
    """What holds for every application of a kind."""

    kind: ApplicationKind
    barred: tuple[BarredRule, ...]
    notes: tuple[RuleNote, ...]


@dataclass(frozen=True, kw_only=True)
class SeasonEvent:
    """A date of a season. `zone` is empty where the service names none."""

    key: str
    title: str
    on: date
    at: time | None
    zone: str
    status: DateStatus
    letters_needed: bool
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class SeasonCalendar:
    service: LetterService
    season: str
    name: str
    events: tuple[SeasonEvent, ...]

    @property
    def letters_needed(self) -> SeasonEvent | None:
        """The event by which letters must be usable: the default hard date."""
        return next((event for event in self.events if event.letters_needed), None)


def calendar_days(business_days: int) -> int:
    """What so many business days take at most: the longest wait begins on a Friday."""
    return business_days + 2 * -(-business_days // _BUSINESS_WEEK)


def lag_days(rule: ServiceRule, via: ServiceRule | None = None) -> int:
    """Calendar days at most until an uploaded letter counts, `via` a store of letters or not."""
    if via is None or via.service is rule.service:
        return rule.lag_days
    return rule.lag_days + calendar_days(via.lag + (rule.stored_lag or 0))
