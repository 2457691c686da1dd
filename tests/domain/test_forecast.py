"""Whether a letter arrives is told in words, and the forecast never rewards a later ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.forecast import ForecastFacts, days_taken, forecast
from lordesk.domain.thresholds import BACKUP_DAYS, WRITING_DAYS
from lordesk.kinds import Stage
from lordesk.rows.forecast import Forecast, ForecastCode

TODAY = date(2026, 7, 1)
HARD = date(2026, 9, 23)
SOFT = date(2026, 9, 9)
BEST_TO_WORST = [
    ForecastCode.IN,
    ForecastCode.SAFE,
    ForecastCode.NUDGE_NOW,
    ForecastCode.LINE_UP_BACKUP,
]


def facts(stage: Stage = Stage.AGREED, **changes: object) -> ForecastFacts:
    base: dict[str, object] = {"ask_on": date(2026, 7, 1), "soft_on": SOFT, "hard_on": HARD}
    return ForecastFacts(stage=stage, **(base | changes))  # type: ignore[arg-type]


def codes(found: Forecast) -> list[str]:
    return [reason.code for reason in found.reasons]


def test_writers_take_seven_weeks_where_nothing_else_is_known() -> None:
    # Mount Sinai, grade B: faculty upload within six to eight weeks of being asked
    assert (WRITING_DAYS.value, WRITING_DAYS.grade) == (49, "B")
    found = forecast(facts(), TODAY)
    assert found.code is ForecastCode.SAFE
    assert found.reasons[0].data["expected"] == date(2026, 8, 19)
    assert "usual-time" in codes(found)


@pytest.mark.parametrize(
    ("stage", "today", "changes", "code", "reason"),
    [
        (Stage.SUBMITTED, TODAY, {}, "in", "in"),
        (Stage.THANKED, TODAY, {"hard_on": None, "soft_on": None}, "in", "in"),
        (Stage.DECLINED, TODAY, {}, "line_up_backup", "will-not-come"),
        (Stage.WITHDRAWN, TODAY, {"hard_on": None}, "line_up_backup", "will-not-come"),
        (Stage.WRITING, TODAY, {"lost": "denied"}, "line_up_backup", "will-not-come"),
        (Stage.SUBMITTED, TODAY, {"lost": "rescinded"}, "line_up_backup", "will-not-come"),
        (Stage.AGREED, TODAY, {"hard_on": None, "soft_on": None}, "unknown", "no-date"),
        (Stage.AGREED, TODAY, {"hard_on": None}, "safe", "expected-in-time"),
        (Stage.AGREED, TODAY, {"soft_on": None}, "safe", "expected-in-time"),
        # the writer's own history counts more than what is usual
        (Stage.AGREED, TODAY, {"history": (20, 90, 90)}, "line_up_backup", "expected-late"),
        (Stage.AGREED, TODAY, {"history": (75,)}, "nudge_now", "expected-after-due"),
        (Stage.AGREED, TODAY, {"history": (10,)}, "safe", "expected-in-time"),
        # a yes to the day is believed, where nothing is known of the writer; without one it is not
        (Stage.AGREED, date(2026, 8, 1), {"ask_on": date(2026, 7, 28)}, "safe", "expected-in-time"),
        (
            Stage.ASKED,
            date(2026, 8, 1),
            {"ask_on": date(2026, 7, 28)},
            "nudge_now",
            "expected-after-due",
        ),
        # the late-writer ladder: four weeks nudge, two weeks replace
        (Stage.WRITING, date(2026, 8, 26), {}, "safe", "expected-in-time"),
        (Stage.WRITING, date(2026, 8, 27), {}, "nudge_now", "time-runs"),
        (Stage.WRITING, date(2026, 9, 9), {}, "nudge_now", "time-runs"),
        (Stage.WRITING, date(2026, 9, 10), {}, "line_up_backup", "little-time"),
        (Stage.WRITING, date(2026, 9, 30), {}, "line_up_backup", "expected-late"),
        (
            Stage.WRITING,
            date(2026, 8, 20),
            {"soft_on": date(2026, 8, 15)},
            "nudge_now",
            "past-due",
        ),
        # the service's own days
        (Stage.AGREED, TODAY, {"lag_days": 36}, "line_up_backup", "expected-late"),
        # absence
        (
            Stage.AGREED,
            TODAY,
            {"leave_from": date(2026, 7, 10), "leave_to": date(2026, 7, 20)},
            "safe",
            "expected-in-time",
        ),
        (
            Stage.AGREED,
            TODAY,
            {"leave_from": date(2026, 7, 10), "leave_to": date(2026, 8, 20)},
            "line_up_backup",
            "expected-late",
        ),
        (
            Stage.AGREED,
            TODAY,
            {"leave_from": date(2026, 6, 1), "leave_to": date(2026, 7, 30)},
            "nudge_now",
            "expected-after-due",
        ),
        (Stage.AGREED, TODAY, {"leave_from": date(2026, 8, 1)}, "line_up_backup", "away"),
        (Stage.AGREED, TODAY, {"leave_from": date(2026, 10, 1)}, "safe", "expected-in-time"),
        (Stage.AGREED, TODAY, {"leave_to": date(2026, 7, 30)}, "nudge_now", "expected-after-due"),
        (Stage.AGREED, TODAY, {"leave_to": date(2026, 6, 1)}, "safe", "expected-in-time"),
        (
            Stage.AGREED,
            TODAY,
            {"leave_from": date(2026, 6, 1), "leave_to": date(2026, 6, 9)},
            "safe",
            "expected-in-time",
        ),
        (Stage.AGREED, TODAY, {"leaving_on": date(2026, 8, 1)}, "line_up_backup", "leaves-before"),
        (Stage.AGREED, TODAY, {"leaving_on": date(2026, 9, 1)}, "safe", "expected-in-time"),
        # an ask that is planned and overdue begins today
        (Stage.PLANNED, date(2026, 8, 10), {}, "line_up_backup", "expected-late"),
        (Stage.PLANNED, TODAY, {"ask_on": None}, "safe", "expected-in-time"),
    ],
)
def test_a_forecast_says_its_first_reason(
    stage: Stage, today: date, changes: dict[str, object], code: str, reason: str
) -> None:
    found = forecast(facts(stage, **changes), today)
    assert (found.code.value, codes(found)[0]) == (code, reason)


def test_a_backup_writer_is_named_by_a_day_four_weeks_before_the_last_one() -> None:
    assert BACKUP_DAYS.value == 28
    assert forecast(facts(), TODAY).by == date(2026, 8, 26)
    assert forecast(facts(lag_days=10), TODAY).by == date(2026, 8, 16)
    assert forecast(facts(), date(2026, 9, 1)).by == date(2026, 9, 1)
    assert forecast(facts(Stage.DECLINED), TODAY).by == date(2026, 8, 26)


def test_what_is_good_to_know_stands_beside_the_result() -> None:
    asked = forecast(facts(Stage.ASKED, lag_days=3, leave_to=date(2026, 6, 1)), date(2026, 7, 9))
    assert codes(asked)[1:] == ["usual-time", "no-answer", "lag", "leave"]
    assert asked.reasons[2].data["days"] == 8
    assert "not-asked" in codes(forecast(facts(Stage.PLANNED), TODAY))
    assert "no-answer" not in codes(forecast(facts(Stage.ASKED, ask_on=None), TODAY))


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
MAYBE = st.none() | DAYS
FACTS = st.builds(
    ForecastFacts,
    stage=st.sampled_from(Stage),
    ask_on=DAYS,
    soft_on=MAYBE,
    hard_on=MAYBE,
    history=st.lists(st.integers(0, 120), max_size=3).map(tuple),
    lag_days=st.integers(0, 30),
    leave_from=MAYBE,
    leave_to=MAYBE,
    leaving_on=MAYBE,
)


def worse(one: Forecast, other: Forecast) -> bool:
    if ForecastCode.UNKNOWN in (one.code, other.code):
        return one.code is not other.code
    return BEST_TO_WORST.index(one.code) > BEST_TO_WORST.index(other.code)


@given(FACTS, DAYS, st.integers(0, 200))
def test_asking_earlier_never_makes_it_worse(
    found: ForecastFacts, today: date, earlier: int
) -> None:
    assert found.ask_on is not None
    sooner = replace(found, ask_on=found.ask_on - timedelta(days=earlier))
    assert not worse(forecast(sooner, today), forecast(found, today))


@given(FACTS, DAYS, st.integers(0, 60))
def test_a_longer_way_through_a_service_never_makes_it_better(
    found: ForecastFacts, today: date, longer: int
) -> None:
    slower = replace(found, lag_days=found.lag_days + longer)
    before, after = forecast(found, today), forecast(slower, today)
    assert not worse(before, after)
    assert before.by is None or after.by is None or after.by <= before.by


@pytest.mark.parametrize(
    ("asked", "submitted", "days"),
    [
        (date(2026, 6, 1), date(2026, 7, 1), 30),
        (date(2026, 7, 1), date(2026, 6, 1), None),
        (None, date(2026, 6, 1), None),
        (date(2026, 6, 1), None, None),
    ],
)
def test_an_earlier_letter_tells_how_long_its_writer_took(
    asked: date | None, submitted: date | None, days: int | None
) -> None:
    assert days_taken(asked, submitted) == days
