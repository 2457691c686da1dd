"""Polite follow-ups to a writer, computed backwards from the letter's date.

At 10 days only while Asked; 14 and 7 days before the soft date only while Agreed or Writing;
never two within 7 days; at most as many as the mentor's cap, which counts every one sent. None on
a day of the mentor's leave, and none from the day on which the mentor leaves.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from lordesk.domain.deadlines import FOLLOW_UP_DAYS, next_workday
from lordesk.domain.status import PROMISED_STAGES
from lordesk.kinds import FollowUpKind, Stage
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

DEFAULT_CAP = 3
LEAST_GAP = timedelta(days=7)

# Days before the soft date: when each is meant to go, and the last day on which it still makes
# sense after weekends, holidays and the gap have moved it.
_BEFORE_DUE = {
    FollowUpKind.TWO_WEEKS_BEFORE: (14, 10),
    FollowUpKind.ONE_WEEK_BEFORE: (7, 2),
}
_NO_REPLY_LAST = 1


@dataclass(frozen=True)
class FollowUp:
    kind: FollowUpKind
    on: date


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """`not_before` is the mentor's earliest day for follow-ups, or the day from which the plan
    holds, whichever is later. `sent` holds every follow-up that has gone out. A leave without an
    end lasts; both its days belong to it.
    """

    asked_on: date | None = None
    soft_on: date | None = None
    cap: int | None = None
    not_before: date | None = None
    sent: Sequence[FollowUp] = ()
    leave_from: date | None = None
    leave_to: date | None = None
    leaving_on: date | None = None


def follow_ups(
    stage: Stage, facts: PlanFacts, holidays: Collection[date] = ()
) -> tuple[FollowUp, ...]:
    """What is still to come at this stage. Every stage but Asked, Agreed and Writing stops it."""
    if stage is Stage.ASKED:
        return _placed([FollowUpKind.NO_REPLY], facts, holidays)
    if stage in PROMISED_STAGES:
        return _placed(list(_BEFORE_DUE), facts, holidays)
    return ()


def outlook(facts: PlanFacts, holidays: Collection[date] = ()) -> tuple[FollowUp, ...]:
    """All that may come after an ask, as the wizard announces it before the ask is sent."""
    return _placed(list(FollowUpKind), facts, holidays)


def _placed(
    kinds: Sequence[FollowUpKind], facts: PlanFacts, holidays: Collection[date]
) -> tuple[FollowUp, ...]:
    cap = DEFAULT_CAP if facts.cap is None else facts.cap
    done = {item.kind for item in facts.sent}
    previous = [*(item.on for item in facts.sent), *([facts.asked_on] if facts.asked_on else [])]
    placed: list[FollowUp] = []
    for kind in kinds:
        window = _window(kind, facts)
        if kind in done or window is None or len(facts.sent) + len(placed) >= cap:
            continue
        meant, last = window
        after_gap = [before + LEAST_GAP for before in previous]
        first = max(meant, facts.not_before or meant, *after_gap)
        on = _present_day(first, facts, holidays)
        if on is not None and (last is None or on <= last):
            placed.append(FollowUp(kind, on))
            previous.append(on)
    return tuple(placed)


def _present_day(first: date, facts: PlanFacts, holidays: Collection[date]) -> date | None:
    """The first workday on which the mentor is there; None where they do not come back."""
    on = next_workday(first, holidays)
    if _on_leave(on, facts):
        if facts.leave_to is None:
            return None
        on = next_workday(facts.leave_to + timedelta(days=1), holidays)
    return None if facts.leaving_on is not None and on >= facts.leaving_on else on


def _on_leave(on: date, facts: PlanFacts) -> bool:
    first, last = facts.leave_from, facts.leave_to
    if first is None and last is None:
        return False
    return (first or on) <= on <= (last or on)


def _window(kind: FollowUpKind, facts: PlanFacts) -> tuple[date, date | None] | None:
    """The day meant and the last sensible one, or None where the date it hangs on is not known."""
    soft = facts.soft_on
    if kind is FollowUpKind.NO_REPLY:
        if facts.asked_on is None:
            return None
        last = soft - timedelta(days=_NO_REPLY_LAST) if soft else None
        return facts.asked_on + timedelta(days=FOLLOW_UP_DAYS), last
    if soft is None:
        return None
    meant, last_days = _BEFORE_DUE[kind]
    return soft - timedelta(days=meant), soft - timedelta(days=last_days)
