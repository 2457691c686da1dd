"""US federal holidays from their rules (5 U.S.C. 6103), with the weekday they are observed on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST = -1


@dataclass(frozen=True, kw_only=True)
class HolidayRule:
    """A fixed `day` of a month, or its `nth` weekday (Monday is 0; nth -1 is the last one)."""

    name: str
    month: int
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None


def holidays_in(rules: Iterable[HolidayRule], years: Iterable[int]) -> dict[date, str]:
    """Day off to name. A Saturday holiday is observed on Friday, a Sunday one on Monday."""
    wanted = set(years)
    found: dict[date, str] = {}
    for rule in rules:
        for year in wanted | {wanted_year + 1 for wanted_year in wanted}:
            on = _observed(_nominal(rule, year))
            if on.year in wanted:
                found[on] = rule.name
    return dict(sorted(found.items()))


def _nominal(rule: HolidayRule, year: int) -> date:
    if rule.day is not None:
        return date(year, rule.month, rule.day)
    if rule.weekday is None or rule.nth is None:
        raise ValueError(f"{rule.name} has neither a day nor a weekday")
    if rule.nth == _LAST:
        last = date(year + rule.month // 12, rule.month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - rule.weekday) % 7)
    first = date(year, rule.month, 1)
    return first + timedelta(days=(rule.weekday - first.weekday()) % 7 + 7 * (rule.nth - 1))


def _observed(on: date) -> date:
    return on + timedelta(days={5: -1, 6: 1}.get(on.weekday(), 0))
