"""What the request wizard has chosen so far, and the message that came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lordesk.domain import deadlines, plans
from lordesk.kinds import LetterKind, MessageKind, Stage, Tone, Waiver
from lordesk.rows.late import dataclass
from lordesk.rows.letters import LetterRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, time

    from lordesk.domain.plans import FollowUp
    from lordesk.domain.rendering import Span
    from lordesk.kinds import LetterService
    from lordesk.rows.letters import ApplicationRow
    from lordesk.rows.mail import FileRef
    from lordesk.rows.people import MentorRow

_WORDS_A_MINUTE = 200


@dataclass(frozen=True, kw_only=True)
class RequestPlan:
    """The letter that is asked for. `letter_id` is None while it is not planned yet.

    `ask_on` is the planned ask. `waiver_on` is the day on which the waiver was recorded.
    """

    mentor_id: int
    letter_id: int | None = None
    request_id: int | None = None
    application_id: int | None = None
    slot_id: int | None = None
    purpose: str = ""
    kind: LetterKind = LetterKind.NARRATIVE
    service: LetterService | None = None
    waiver: Waiver = Waiver.UNDECIDED
    waiver_on: date | None = None
    reference: str = ""
    hard_on: date | None = None
    hard_time: time | None = None
    hard_zone: str = ""
    soft_on: date | None = None
    ask_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MessageDraft:
    """A message as it would go out. `spans` are the ranges of the body that came from fields;
    `empty` names fields that the template prints and that have no value.
    """

    kind: MessageKind
    tone: Tone
    mentor_id: int
    to_name: str
    to_address: str
    cc_address: str = ""
    subject: str
    body: str
    spans: tuple[Span, ...] = ()
    empty: tuple[str, ...] = ()
    files: tuple[FileRef, ...] = ()
    request_id: int | None = None
    plan_item_id: int | None = None


def letter_of(
    plan: RequestPlan,
    mentor: MentorRow,
    application: ApplicationRow | None,
    existing: LetterRow | None = None,
) -> LetterRow:
    """The letter as it will be once the request is on its way; its ids are 0 while it is new."""
    chosen: dict[str, Any] = {
        "kind": plan.kind,
        "service": plan.service,
        "waiver": plan.waiver,
        "waiver_on": plan.waiver_on,
        "reference": plan.reference,
        "hard_on": plan.hard_on,
        "hard_time": plan.hard_time,
        "hard_zone": plan.hard_zone,
        "soft_on": plan.soft_on,
        "planned_ask_on": plan.ask_on,
    }
    if existing is not None:
        return replace(existing, **chosen)
    return LetterRow(
        id=0,
        request_id=0,
        mentor_id=mentor.id,
        mentor_name=mentor.full_name,
        mentor_short=mentor.short_name,
        mentor_initials=mentor.initials,
        application_id=plan.application_id,
        application_name=application.name if application else "",
        slot_title=_slot_title(plan, application),
        backup=False,
        stage=Stage.PLANNED,
        **chosen,
    )


def _slot_title(plan: RequestPlan, application: ApplicationRow | None) -> str:
    slots = application.slots if application else ()
    return next((slot.title for slot in slots if slot.id == plan.slot_id), plan.purpose)


def timing_of(plan: RequestPlan, mentor: MentorRow | None) -> deadlines.Timing:
    return deadlines.Timing(
        hard_on=plan.hard_on,
        soft_on=plan.soft_on,
        ask_on=plan.ask_on,
        leave_from=mentor.leave_from if mentor else None,
        leave_to=mentor.leave_to if mentor else None,
        leaving_on=mentor.leaving_on if mentor else None,
    )


def outlook(
    plan: RequestPlan, mentor: MentorRow | None, asked_on: date, holidays: Collection[date]
) -> tuple[FollowUp, ...]:
    """The follow-ups that would come if the ask went out on a day."""
    earliest = mentor.follow_up_not_before if mentor else None
    facts = plans.PlanFacts(
        asked_on=asked_on,
        soft_on=plan.soft_on,
        cap=mentor.follow_up_cap if mentor else None,
        not_before=max(earliest, asked_on) if earliest else asked_on,
        leave_from=mentor.leave_from if mentor else None,
        leave_to=mentor.leave_to if mentor else None,
        leaving_on=mentor.leaving_on if mentor else None,
    )
    return plans.outlook(facts, holidays)


def word_count(text: str) -> int:
    return len(text.split())


def reading_minutes(words: int) -> int:
    """Whole minutes, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))
