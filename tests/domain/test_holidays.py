"""The days that OPM lists as federal holidays for 2026, 2027 and 2028."""

from __future__ import annotations

from datetime import date

import pytest

from lordesk.domain.holidays import HolidayRule, holidays_in
from lordesk.domain.rulepacks import parse_holidays
from tests.domain.shipped import load

OPM = {
    2026: "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
    2027: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
    2028: "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
}


@pytest.mark.parametrize("year", OPM)
def test_the_shipped_rules_give_the_published_days(year: int) -> None:
    found = holidays_in(parse_holidays(load("holidays.json")), [year])
    assert [on.strftime("%m-%d") for on in found] == OPM[year].split()


def test_a_new_year_on_saturday_is_a_day_off_in_december() -> None:
    rules = [HolidayRule(name="New Year's Day", month=1, day=1)]
    assert holidays_in(rules, [2027]) == {
        date(2027, 1, 1): "New Year's Day",
        date(2027, 12, 31): "New Year's Day",
    }


def test_the_last_monday_of_december_can_be_asked_for() -> None:
    rules = [HolidayRule(name="Last Monday", month=12, weekday=0, nth=-1)]
    assert list(holidays_in(rules, [2026])) == [date(2026, 12, 28)]


def test_a_rule_without_a_day_is_a_mistake_in_the_data() -> None:
    with pytest.raises(ValueError, match="neither"):
        holidays_in([HolidayRule(name="Never", month=1)], [2026])
