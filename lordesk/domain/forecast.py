"""Will a letter arrive in time? In words, from dates alone.

A letter is expected so many days after the ask as the writer took before, else as many as writers
usually take; days on which the writer is away do not count. Then the service needs its own days.
Asking earlier never makes a forecast worse, and a longer way through a service never better.
"""

from __future__ import annotations

from datetime import timedelta
from statistics import median_high
from typing import TYPE_CHECKING

from lordesk.domain import thresholds
from lordesk.domain.deadlines import SOFT_LEAD_DAYS
from lordesk.domain.status import CLOSED_STAGES, IN_STAGES, PROMISED_STAGES
from lordesk.kinds import Stage
from lordesk.rows.forecast import Forecast, ForecastCode
from lordesk.rows.late import dataclass
from lordesk.rows.reason import Reason

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, kw_only=True)
class ForecastFacts:
    """`history` are the days from ask to submitted of earlier letters by this writer.

    `ask_on` is when the ask went out, or is planned for; `lag_days` what the service takes.
    """

    stage: Stage
    ask_on: date | None = None
    soft_on: date | None = None
    hard_on: date | None = None
    history: tuple[int, ...] = ()
    lag_days: int = 0
    leave_from: date | None = None
    leave_to: date | None = None
    leaving_on: date | None = None
    lost: str = ""


def forecast(
    facts: ForecastFacts, today: date, default_days: int = thresholds.WRITING_DAYS.value
) -> Forecast:
    usable_by = _usable_by(facts)
    last = None if usable_by is None else usable_by - _days(facts.lag_days)
    by = None if last is None else max(today, last - _days(thresholds.BACKUP_DAYS.value))
    if facts.lost or facts.stage in CLOSED_STAGES:
        reason = Reason("will-not-come", {"why": facts.lost or facts.stage.value})
        return Forecast(ForecastCode.LINE_UP_BACKUP, by, (reason,))
    if facts.stage in IN_STAGES:
        return Forecast(ForecastCode.IN, None, (Reason("in"),))
    if last is None or usable_by is None:
        return Forecast(ForecastCode.UNKNOWN, None, (Reason("no-date"),))
    expected = _expected(facts, today, default_days)
    code, why = _code(facts, today, expected, last)
    reasons = (*why, *_basis(facts, default_days), *_around(facts, today, usable_by))
    return Forecast(code, by, reasons)


def _days(count: int) -> timedelta:
    return timedelta(days=count)


def _usable_by(facts: ForecastFacts) -> date | None:
    """The hard date; where only the date told to the writer is known, the usual one behind it."""
    if facts.hard_on is not None or facts.soft_on is None:
        return facts.hard_on
    return facts.soft_on + _days(SOFT_LEAD_DAYS)


def _expected(facts: ForecastFacts, today: date, default_days: int) -> date | None:
    """The day on which the letter is probably uploaded; None where the writer is away for good."""
    start = facts.ask_on or today
    if facts.stage is Stage.PLANNED:
        start = max(start, today)
    needed = median_high(facts.history) if facts.history else default_days
    first, last = facts.leave_from, facts.leave_to
    end = start + _days(needed)
    if first is not None and end >= first:
        if last is None:
            return None
        if start < first <= last:
            end += last - first + _days(1)
        elif start <= last:
            end = last + _days(needed)
    elif first is None and last is not None and start <= last:
        end = last + _days(needed)
    return max(end, today)


def _code(
    facts: ForecastFacts, today: date, expected: date | None, last: date
) -> tuple[ForecastCode, tuple[Reason, ...]]:
    """`last` is the last day on which an upload still gets through in time."""
    if expected is None:
        return ForecastCode.LINE_UP_BACKUP, (Reason("away", {"on": facts.leave_from}),)
    if facts.leaving_on is not None and facts.leaving_on < expected:
        return ForecastCode.LINE_UP_BACKUP, (Reason("leaves-before", {"on": facts.leaving_on}),)
    data = {"expected": expected, "last": last}
    if expected > last:
        return ForecastCode.LINE_UP_BACKUP, (Reason("expected-late", data),)
    left = (last - today).days
    if left < thresholds.REPLACE_DAYS.value:
        return ForecastCode.LINE_UP_BACKUP, (Reason("little-time", {"days": left}),)
    if facts.soft_on is not None and today > facts.soft_on:
        late = {"days": (today - facts.soft_on).days}
        return ForecastCode.NUDGE_NOW, (Reason("past-due", late),)
    if left < thresholds.BACKUP_DAYS.value:
        return ForecastCode.NUDGE_NOW, (Reason("time-runs", {"days": left}),)
    if facts.soft_on is not None and expected > facts.soft_on and not _taken_at_word(facts):
        return ForecastCode.NUDGE_NOW, (Reason("expected-after-due", data),)
    return ForecastCode.SAFE, (Reason("expected-in-time", data),)


def _taken_at_word(facts: ForecastFacts) -> bool:
    """Who said yes to a day is not nudged before it only because writers in general take longer.

    What this writer took before says more than the yes, and time away may not have been thought of.
    """
    away = facts.leave_from is not None or facts.leave_to is not None
    return facts.stage in PROMISED_STAGES and not facts.history and not away


def _basis(facts: ForecastFacts, default_days: int) -> tuple[Reason, ...]:
    if facts.history:
        days = median_high(facts.history)
        return (Reason("own-history", {"days": days, "letters": len(facts.history)}),)
    return (Reason("usual-time", {"days": default_days}),)


def _around(facts: ForecastFacts, today: date, usable_by: date) -> tuple[Reason, ...]:
    """What is good to know beside the result and does not change it."""
    found = []
    if facts.stage is Stage.PLANNED:
        found.append(Reason("not-asked", {"on": facts.ask_on}))
    elif facts.stage not in PROMISED_STAGES and facts.ask_on is not None:
        found.append(Reason("no-answer", {"days": (today - facts.ask_on).days}))
    if facts.lag_days:
        found.append(Reason("lag", {"days": facts.lag_days, "usable_by": usable_by}))
    if facts.leave_from is not None or facts.leave_to is not None:
        found.append(Reason("leave", {"from": facts.leave_from, "to": facts.leave_to}))
    return tuple(found)


def days_taken(asked_on: date | None, submitted_on: date | None) -> int | None:
    """What an earlier letter says about its writer; None where a day is unknown or out of order."""
    if asked_on is None or submitted_on is None or submitted_on < asked_on:
        return None
    return (submitted_on - asked_on).days
