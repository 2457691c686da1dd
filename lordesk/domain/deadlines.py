"""Dates computed from dates, and the defaults where nobody chose one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from lordesk.errors import InvalidInputError
from lordesk.kinds import Severity
from lordesk.rows.finding import Finding
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection

SOFT_LEAD_DAYS = 14
BEST_ASK_WEEKS = 8
FOLLOW_UP_DAYS = 10
FAIR_NOTICE_DAYS = 28
SHORT_NOTICE_DAYS = 14

_SATURDAY = 5


class Notice(StrEnum):
    """How much time an ask leaves the writer."""

    OK = "ok"
    UNDER_FOUR_WEEKS = "under_four_weeks"
    SHORT = "short"


def soft_date(hard_on: date, lead_days: int = SOFT_LEAD_DAYS) -> date:
    """The day told to the writer."""
    return hard_on - timedelta(days=lead_days)


def best_ask_by(soft_on: date) -> date:
    return soft_on - timedelta(weeks=BEST_ASK_WEEKS)


def planned_ask(soft_on: date, today: date) -> date:
    """The default for "Ask by": a late starter begins today and not in red."""
    return max(best_ask_by(soft_on), today)


def follow_up_on(asked_on: date, days: int = FOLLOW_UP_DAYS) -> date:
    """When to follow up on an ask without an answer; a weekend moves to Monday."""
    on = asked_on + timedelta(days=days)
    return on + timedelta(days=7 - on.weekday()) if is_weekend(on) else on


def is_weekend(on: date) -> bool:
    return on.weekday() >= _SATURDAY


def next_workday(on: date, holidays: Collection[date] = ()) -> date:
    """`on` itself where it is a workday."""
    while is_weekend(on) or on in holidays:
        on += timedelta(days=1)
    return on


def days_left(on: date, today: date) -> int:
    """Negative once the day is past."""
    return (on - today).days


def notice(ask_on: date, soft_on: date) -> Notice:
    left = days_left(soft_on, ask_on)
    if left < SHORT_NOTICE_DAYS:
        return Notice.SHORT
    return Notice.UNDER_FOUR_WEEKS if left < FAIR_NOTICE_DAYS else Notice.OK


def deadline_end(on: date, at: time | None, zone: str) -> datetime:
    """The UTC instant at which a deadline is over: 24:00 of its own zone, or its own hour.

    A date without zone has no instant and stays a date: ask `is_past` about it.
    Raises InvalidInputError where no such zone is known.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        tz = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as err:
        raise InvalidInputError(field_name="zone", problem="unknown-zone", value=zone) from err
    local = datetime.combine(on, at) if at else datetime.combine(on, time()) + timedelta(days=1)
    return local.replace(tzinfo=tz).astimezone(UTC)


def is_past(on: date, at: time | None, zone: str, now: datetime, today: date) -> bool:
    """`now` is a UTC instant, `today` the user's own day, which a date without zone looks at."""
    return now >= deadline_end(on, at, zone) if zone else on < today


@dataclass(frozen=True, kw_only=True)
class Timing:
    """What the wizard's step 2 has filled in, with the mentor's absence."""

    hard_on: date | None = None
    soft_on: date | None = None
    ask_on: date | None = None
    leave_from: date | None = None
    leave_to: date | None = None
    leaving_on: date | None = None


def problems(timing: Timing, today: date, holidays: Collection[date] = ()) -> tuple[Finding, ...]:
    """What is wrong or unwise about the dates of a request, worst first."""
    found = [*_impossible(timing, today), *_absence(timing), *_notice(timing)]
    for name, on in (("ask", timing.ask_on), ("soft", timing.soft_on)):
        if on and is_weekend(on):
            found.append(Finding("date-on-weekend", Severity.HINT, {"date": name, "on": on}))
        elif on in holidays:
            found.append(Finding("date-on-holiday", Severity.HINT, {"date": name, "on": on}))
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def _impossible(timing: Timing, today: date) -> list[Finding]:
    blocks = Severity.BLOCKS
    hard, soft, ask = timing.hard_on, timing.soft_on, timing.ask_on
    found = [
        Finding("date-in-past", blocks, {"date": name, "on": on})
        for name, on in (("hard", hard), ("soft", soft), ("ask", ask))
        if on and on < today
    ]
    if hard and soft and soft > hard:
        found.append(Finding("soft-after-hard", blocks, {"soft": soft, "hard": hard}))
    if soft and ask and ask > soft:
        found.append(Finding("ask-after-due", blocks, {"ask": ask, "soft": soft}))
    return found


def _absence(timing: Timing) -> list[Finding]:
    """The mentor is away on the day of the ask or when the letter is due, or leaves before."""
    found = []
    start, end = timing.leave_from, timing.leave_to
    for name, on in (("ask", timing.ask_on), ("soft", timing.soft_on)):
        if on and (start or end) and (start or on) <= on <= (end or on):
            data = {"date": name, "on": on, "from": start, "to": end}
            found.append(Finding("mentor-on-leave", Severity.ACKNOWLEDGE, data))
    if timing.leaving_on and timing.soft_on and timing.leaving_on <= timing.soft_on:
        data = {"on": timing.leaving_on, "soft": timing.soft_on}
        found.append(Finding("mentor-leaving", Severity.ACKNOWLEDGE, data))
    return found


def _notice(timing: Timing) -> list[Finding]:
    if not timing.soft_on or not timing.ask_on or timing.ask_on > timing.soft_on:
        return []
    data = {"days": days_left(timing.soft_on, timing.ask_on), "soft": timing.soft_on}
    match notice(timing.ask_on, timing.soft_on):
        case Notice.SHORT:
            return [Finding("short-notice", Severity.ACKNOWLEDGE, data)]
        case Notice.UNDER_FOUR_WEEKS:
            return [Finding("under-four-weeks", Severity.HINT, data)]
        case _:
            return []
