"""Polite follow-ups, computed backwards from the letter's date."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.deadlines import is_weekend
from lordesk.domain.plans import LEAST_GAP, FollowUp, PlanFacts, follow_ups, outlook
from lordesk.kinds import FollowUpKind, Stage

NO_REPLY, TWO_WEEKS, ONE_WEEK = FollowUpKind
DAY = st.dates(date(2026, 1, 1), date(2026, 12, 31))
FACTS = st.builds(
    PlanFacts,
    asked_on=st.none() | DAY,
    soft_on=st.none() | DAY,
    cap=st.none() | st.integers(0, 5),
    not_before=st.none() | DAY,
    leave_from=st.none() | DAY,
    leave_to=st.none() | DAY,
    leaving_on=st.none() | DAY,
    sent=st.lists(st.builds(FollowUp, st.sampled_from(FollowUpKind), DAY), max_size=4),
)
HOLIDAYS = st.frozensets(DAY, max_size=12)


@given(FACTS, HOLIDAYS)
def test_never_two_within_a_week(facts: PlanFacts, holidays: frozenset[date]) -> None:
    for stage in Stage:
        planned = [item.on for item in follow_ups(stage, facts, holidays)]
        sent = [item.on for item in facts.sent]
        assert all(later - sooner >= LEAST_GAP for sooner, later in pairwise(planned))
        assert all(on - before >= LEAST_GAP for on in planned for before in sent)


@given(FACTS, HOLIDAYS)
def test_the_cap_counts_every_one_sent(facts: PlanFacts, holidays: frozenset[date]) -> None:
    cap = 3 if facts.cap is None else facts.cap
    planned = outlook(facts, holidays)
    assert not planned or len(planned) + len(facts.sent) <= cap


@given(FACTS, HOLIDAYS)
def test_a_follow_up_is_on_a_workday_before_the_letter_is_due(
    facts: PlanFacts, holidays: frozenset[date]
) -> None:
    for item in outlook(facts, holidays):
        assert not is_weekend(item.on)
        assert item.on not in holidays
        assert facts.not_before is None or item.on >= facts.not_before
        assert facts.soft_on is None or item.on < facts.soft_on
        assert item.kind not in {sent.kind for sent in facts.sent}


@given(FACTS, HOLIDAYS)
def test_a_mentor_who_is_away_or_has_left_is_not_followed_up(
    facts: PlanFacts, holidays: frozenset[date]
) -> None:
    first, last = facts.leave_from, facts.leave_to
    for item in outlook(facts, holidays):
        if first or last:
            assert not (first or item.on) <= item.on <= (last or item.on)
        assert facts.leaving_on is None or item.on < facts.leaving_on


@given(FACTS, HOLIDAYS, st.sampled_from(Stage))
def test_each_stage_has_its_own_kinds(
    facts: PlanFacts, holidays: frozenset[date], stage: Stage
) -> None:
    kinds = {item.kind for item in follow_ups(stage, facts, holidays)}
    allowed = {
        Stage.ASKED: {NO_REPLY},
        Stage.AGREED: {TWO_WEEKS, ONE_WEEK},
        Stage.WRITING: {TWO_WEEKS, ONE_WEEK},
    }
    assert kinds <= allowed.get(stage, set())


def test_an_unanswered_ask_is_followed_up_after_ten_days() -> None:
    facts = PlanFacts(asked_on=date(2026, 8, 19), soft_on=date(2026, 10, 16))
    assert follow_ups(Stage.ASKED, facts) == (FollowUp(NO_REPLY, date(2026, 8, 31)),)


def test_a_promised_letter_is_followed_up_twice_before_it_is_due() -> None:
    facts = PlanFacts(asked_on=date(2026, 8, 7), soft_on=date(2026, 9, 16))
    assert follow_ups(Stage.WRITING, facts) == (
        FollowUp(TWO_WEEKS, date(2026, 9, 2)),
        FollowUp(ONE_WEEK, date(2026, 9, 9)),
    )


def test_a_holiday_moves_one_and_the_next_keeps_its_distance() -> None:
    facts = PlanFacts(soft_on=date(2026, 9, 21))
    assert follow_ups(Stage.AGREED, facts, {date(2026, 9, 7)}) == (
        FollowUp(TWO_WEEKS, date(2026, 9, 8)),
        FollowUp(ONE_WEEK, date(2026, 9, 15)),
    )


def test_a_late_yes_is_not_followed_up_at_once() -> None:
    facts = PlanFacts(asked_on=date(2026, 9, 10), soft_on=date(2026, 9, 16))
    assert follow_ups(Stage.AGREED, facts) == ()


def test_what_was_sent_is_not_planned_again() -> None:
    facts = PlanFacts(soft_on=date(2026, 9, 16), sent=(FollowUp(TWO_WEEKS, date(2026, 9, 2)),))
    assert follow_ups(Stage.AGREED, facts) == (FollowUp(ONE_WEEK, date(2026, 9, 9)),)


def test_a_mentor_with_a_cap_of_none_is_left_in_peace() -> None:
    assert outlook(PlanFacts(asked_on=date(2026, 8, 7), cap=0)) == ()


def test_not_before_moves_a_follow_up() -> None:
    facts = PlanFacts(
        asked_on=date(2026, 8, 7), soft_on=date(2026, 9, 30), not_before=date(2026, 8, 29)
    )
    assert follow_ups(Stage.ASKED, facts) == (FollowUp(NO_REPLY, date(2026, 8, 31)),)


def test_leave_moves_a_follow_up_to_the_workday_after_it() -> None:
    facts = PlanFacts(
        asked_on=date(2026, 8, 7),
        soft_on=date(2026, 9, 30),
        leave_from=date(2026, 8, 17),
        leave_to=date(2026, 8, 21),
    )
    assert follow_ups(Stage.ASKED, facts) == (FollowUp(NO_REPLY, date(2026, 8, 24)),)


def test_leave_without_an_end_or_a_departure_ends_the_plan() -> None:
    asked, due = date(2026, 8, 7), date(2026, 9, 30)
    away = PlanFacts(asked_on=asked, soft_on=due, leave_from=date(2026, 8, 10))
    gone = PlanFacts(asked_on=asked, soft_on=due, leaving_on=date(2026, 8, 17))
    assert follow_ups(Stage.ASKED, away) == follow_ups(Stage.ASKED, gone) == ()


@pytest.mark.parametrize(
    "stage",
    [Stage.PLANNED, Stage.SUBMITTED, Stage.THANKED, Stage.DECLINED, Stage.WITHDRAWN],
)
def test_every_other_stage_stops_the_plan(stage: Stage) -> None:
    facts = PlanFacts(asked_on=date(2026, 8, 7), soft_on=date(2026, 9, 30))
    assert follow_ups(stage, facts) == ()


def test_the_outlook_shows_all_that_may_come() -> None:
    facts = PlanFacts(asked_on=date(2026, 8, 4), soft_on=date(2026, 9, 29))
    assert [item.kind for item in outlook(facts)] == [NO_REPLY, TWO_WEEKS, ONE_WEEK]
    assert outlook(facts)[-1].on - timedelta(days=7) == outlook(facts)[1].on
