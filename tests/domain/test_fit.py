"""Depth and what was seen weigh most, and what is not known is said and not counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.fit import TOP_LEVEL, WEIGHTS, fit, points
from lordesk.kinds import FitQuestion
from lordesk.rows.people import FitAnswer

LEVEL = st.integers(0, TOP_LEVEL)


def answers(*levels: int) -> list[FitAnswer]:
    return [FitAnswer(q, level) for q, level in zip(WEIGHTS, levels, strict=True)]


@given(st.integers(0, 3), st.integers(0, 3), LEVEL, LEVEL, LEVEL, LEVEL)
def test_depth_and_observation_beat_any_reputation(
    depth: int, observed: int, relevance: int, communication: int, modest: int, famous: int
) -> None:
    close = fit(answers(depth + 1, observed + 1, relevance, communication, modest))
    grand = fit(answers(depth, observed, relevance, communication, famous))
    assert close.total > grand.total


@given(st.dictionaries(st.sampled_from(FitQuestion), LEVEL))
def test_the_total_is_the_sum_of_its_reasons(levels: dict[FitQuestion, int]) -> None:
    row = fit(FitAnswer(question, level) for question, level in levels.items())
    assert row.total == sum(part.points for part in row.parts)
    assert 0 <= row.total <= 100
    assert [part.question for part in row.parts] == list(FitQuestion)
    assert row.answered is bool(levels)


@given(st.sampled_from(FitQuestion), st.integers(0, 3))
def test_a_higher_level_gives_more_points(question: FitQuestion, level: int) -> None:
    assert points(question, level + 1) > points(question, level)


def test_the_weights_make_a_hundred() -> None:
    assert list(WEIGHTS.values()) == [35, 25, 20, 12, 8]
    assert fit(answers(4, 4, 4, 4, 4)).total == 100


@pytest.mark.parametrize(
    ("levels", "total", "band"),
    [
        ((4, 4, 2, 2, 1), 78, 60),
        ((4, 4, 2, 2, 2), 80, 80),
        ((2, 2, 2, 2, 2), 51, 40),
        ((1, 1, 2, 2, 4), 39, 0),
        ((0, 0, 0, 0, 0), 0, 0),
    ],
)
def test_the_bands_begin_at_80_60_and_40(levels: tuple[int, ...], total: int, band: int) -> None:
    row = fit(answers(*levels))
    assert (row.total, row.band) == (total, band)


def test_evidence_never_adds_points() -> None:
    bare = fit([FitAnswer(FitQuestion.DEPTH, 3)])
    told = fit([FitAnswer(FitQuestion.DEPTH, 3, "Four weeks, two feedback talks")])
    assert bare.total == told.total
    assert told.parts[0].evidence == "Four weeks, two feedback talks"


def test_without_an_answer_there_is_no_number_to_show() -> None:
    row = fit([])
    assert not row.answered
    assert {part.level for part in row.parts} == {None}


@pytest.mark.parametrize(
    ("depth", "reputation", "said"), [(0, 4, True), (1, 3, True), (2, 4, False), (1, 2, False)]
)
def test_a_big_name_with_brief_contact_is_said(depth: int, reputation: int, said: bool) -> None:
    row = fit([FitAnswer(FitQuestion.DEPTH, depth), FitAnswer(FitQuestion.REPUTATION, reputation)])
    assert row.big_name_brief_contact is said


def test_a_big_name_of_unknown_depth_is_not_judged() -> None:
    assert not fit([FitAnswer(FitQuestion.REPUTATION, 4)]).big_name_brief_contact


@pytest.mark.parametrize("level", [-1, 5])
def test_a_level_outside_the_five_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="0 to 4"):
        points(FitQuestion.DEPTH, level)
