"""Dates computed from dates: the usual ones, the follow-up, and what is wrong with some."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain import deadlines as d
from lordesk.domain.deadlines import Notice, Timing
from lordesk.errors import InvalidInputError
from lordesk.kinds import Severity

TODAY = date(2026, 8, 18)
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


def codes(timing: Timing, holidays: tuple[date, ...] = ()) -> list[str]:
    return [finding.code for finding in d.problems(timing, TODAY, holidays)]


def test_the_soft_date_is_two_weeks_before_the_hard_one() -> None:
    assert d.soft_date(date(2026, 9, 30)) == date(2026, 9, 16)
    assert d.soft_date(date(2026, 9, 30), 7) == date(2026, 9, 23)


def test_the_best_ask_is_eight_weeks_before_the_soft_date() -> None:
    assert d.best_ask_by(date(2026, 9, 16)) == date(2026, 7, 22)


@given(DAYS, DAYS)
def test_a_late_starter_does_not_begin_in_red(soft: date, today: date) -> None:
    planned = d.planned_ask(soft, today)
    assert planned >= today
    assert planned in (today, d.best_ask_by(soft))


@given(DAYS)
def test_a_follow_up_is_never_on_a_weekend(asked: date) -> None:
    on = d.follow_up_on(asked)
    assert not d.is_weekend(on)
    assert timedelta(days=10) <= on - asked <= timedelta(days=12)


def test_a_follow_up_on_a_weekend_moves_to_monday() -> None:
    assert d.follow_up_on(date(2026, 8, 19)) == date(2026, 8, 31)  # 10 days on is a Saturday
    assert d.follow_up_on(date(2026, 8, 7)) == date(2026, 8, 17)


def test_the_next_workday_skips_weekend_and_holiday() -> None:
    labor_day = date(2026, 9, 7)
    assert d.next_workday(date(2026, 9, 5), {labor_day}) == date(2026, 9, 8)
    assert d.next_workday(date(2026, 9, 8), {labor_day}) == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (28, Notice.OK),
        (27, Notice.UNDER_FOUR_WEEKS),
        (14, Notice.UNDER_FOUR_WEEKS),
        (13, Notice.SHORT),
        (0, Notice.SHORT),
    ],
)
def test_notice_is_fair_from_four_weeks_and_short_under_two(days: int, expected: Notice) -> None:
    assert d.notice(TODAY, TODAY + timedelta(days=days)) is expected


@pytest.mark.parametrize(
    ("on", "at", "zone", "end"),
    [
        (date(2026, 9, 30), None, "America/New_York", datetime(2026, 10, 1, 4, tzinfo=UTC)),
        (date(2026, 9, 30), None, "Etc/GMT+12", datetime(2026, 10, 1, 12, tzinfo=UTC)),
        (date(2026, 9, 30), time(17), "America/New_York", datetime(2026, 9, 30, 21, tzinfo=UTC)),
        (date(2026, 9, 30), time(23, 59), "UTC", datetime(2026, 9, 30, 23, 59, tzinfo=UTC)),
        # the day before the clocks go back and the day itself, which has 25 hours
        (date(2026, 10, 31), None, "America/New_York", datetime(2026, 11, 1, 4, tzinfo=UTC)),
        (date(2026, 11, 1), None, "America/New_York", datetime(2026, 11, 2, 5, tzinfo=UTC)),
        # midnight that does not exist: Chile springs forward at 24:00
        (date(2026, 9, 5), None, "America/Santiago", datetime(2026, 9, 6, 4, tzinfo=UTC)),
    ],
)
def test_a_deadline_ends_at_the_end_of_its_own_day(
    on: date, at: time | None, zone: str, end: datetime
) -> None:
    assert d.deadline_end(on, at, zone) == end


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "a\0b"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(InvalidInputError):
        d.deadline_end(TODAY, None, zone)


def test_a_date_without_zone_is_past_on_the_next_day() -> None:
    now = datetime(2026, 8, 18, 23, 59, tzinfo=UTC)
    assert not d.is_past(TODAY, None, "", now, TODAY)
    assert d.is_past(TODAY, None, "", now, TODAY + timedelta(days=1))


def test_anywhere_on_earth_is_still_open_when_the_day_is_over_here() -> None:
    now = datetime(2026, 8, 19, 6, tzinfo=UTC)
    assert not d.is_past(TODAY, None, "Etc/GMT+12", now, TODAY + timedelta(days=1))


def test_good_dates_have_no_problem() -> None:
    good = Timing(hard_on=date(2026, 10, 28), soft_on=date(2026, 10, 14), ask_on=date(2026, 8, 19))
    assert codes(good) == []
    assert codes(Timing()) == []


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        (Timing(hard_on=date(2026, 8, 17)), ["date-in-past"]),
        (Timing(hard_on=date(2026, 9, 9), soft_on=date(2026, 9, 10)), ["soft-after-hard"]),
        (Timing(soft_on=date(2026, 9, 9), ask_on=date(2026, 9, 10)), ["ask-after-due"]),
        (Timing(soft_on=date(2026, 9, 9), ask_on=TODAY), ["under-four-weeks"]),
        (Timing(soft_on=date(2026, 8, 28), ask_on=TODAY), ["short-notice"]),
        (Timing(ask_on=date(2026, 8, 22)), ["date-on-weekend"]),
        (
            Timing(ask_on=TODAY, leave_from=date(2026, 8, 10), leave_to=date(2026, 8, 20)),
            ["mentor-on-leave"],
        ),
        (Timing(ask_on=TODAY, leave_from=date(2026, 8, 10)), ["mentor-on-leave"]),
        (Timing(ask_on=TODAY, leave_from=date(2026, 8, 20)), []),
        (Timing(soft_on=date(2026, 9, 16), leaving_on=date(2026, 9, 1)), ["mentor-leaving"]),
    ],
)
def test_each_problem_is_found(timing: Timing, expected: list[str]) -> None:
    assert codes(timing) == expected


def test_a_holiday_is_a_hint() -> None:
    labor_day = date(2026, 9, 7)
    (found,) = d.problems(Timing(ask_on=labor_day), TODAY, {labor_day})
    assert (found.code, found.severity) == ("date-on-holiday", Severity.HINT)


def test_what_blocks_comes_first() -> None:
    timing = Timing(soft_on=date(2026, 8, 23), ask_on=date(2026, 8, 16))
    found = d.problems(timing, TODAY)
    assert found[0].severity is Severity.BLOCKS
    assert found[-1].severity is Severity.HINT
