"""People and targets go along into the next season, and no letter counts as new that is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.rollover import NextSeason, rollover
from lordesk.kinds import LetterService, SlotNeed, Stage
from tests.domain import people
from tests.domain.plans import letter, slot, target

IN = {"submitted_on": date(2026, 8, 1)}
NEXT = NextSeason(season="2028", carry_over="none", newest_of=date(2026, 5, 1))


def roll(letters: tuple, season: NextSeason = NEXT, gone: tuple[int, ...] = ()):
    return rollover(people.application(), [target(1), target(2)], letters, season, gone)


@pytest.mark.parametrize(
    ("stage", "changes", "carry_over", "code", "stale", "reasons"),
    [
        # AMCAS, grade A: letters are kept for one application year
        (Stage.SUBMITTED, IN, "none", "ask_again", True, ["not-kept"]),
        (Stage.THANKED, IN, "", "ask_again", True, ["not-kept"]),
        # ERAS, grade A: letters of a submitted season may be imported and show their date
        (Stage.SUBMITTED, IN, "import", "import", False, ["date-shows"]),
        (
            Stage.SUBMITTED,
            {"submitted_on": date(2025, 8, 1)},
            "import",
            "import",
            True,
            ["too-old", "date-shows"],
        ),
        (Stage.SUBMITTED, {}, "import", "import", False, ["date-shows"]),
        # Interfolio, grade A (vendor): stores letters across cycles
        (
            Stage.SUBMITTED,
            IN | {"service": LetterService.INTERFOLIO},
            "none",
            "stored",
            True,
            ["of-another-season"],
        ),
        (Stage.SUBMITTED, IN, "kept", "stored", True, ["of-another-season"]),
        (Stage.WRITING, {}, "import", "ask_again", False, ["never-came"]),
        (Stage.PLANNED, {}, "none", "ask_again", False, ["never-came"]),
        (Stage.WITHDRAWN, {}, "none", "ask_again", False, ["never-came"]),
        (Stage.DECLINED, {}, "none", "leave", False, ["declined"]),
    ],
)
def test_each_letter_starts_again_as_its_service_lets_it(
    stage: Stage,
    changes: dict[str, object],
    carry_over: str,
    code: str,
    stale: bool,
    reasons: list[str],
) -> None:
    season = NextSeason(season="2028", carry_over=carry_over, newest_of=date(2026, 5, 1))
    (rolled,) = roll((letter(1, stage, **changes),), season).letters
    assert (rolled.code, rolled.stale) == (code, stale)
    assert [reason.code for reason in rolled.reasons] == reasons


def test_who_is_gone_stays_behind_with_their_letter() -> None:
    found = roll((letter(1, Stage.SUBMITTED, **IN), letter(2)), gone=(1,))
    assert (found.mentor_ids, found.left_mentor_ids) == ((2,), (1,))
    assert [(x.code, x.stale) for x in found.letters] == [("leave", True), ("ask_again", False)]


def test_a_writer_of_two_letters_who_declined_one_goes_along() -> None:
    found = roll((letter(1, Stage.DECLINED), letter(2, mentor_id=1)))
    assert (found.mentor_ids, found.left_mentor_ids) == ((1,), ())


def test_targets_and_slots_go_along_and_nothing_is_too_old_without_a_rule() -> None:
    application = people.application(slots=(slot(7, SlotNeed.ANY, None),))
    season = NextSeason(season="2028", carry_over="import")
    found = rollover(application, [target(1), target(2)], [letter(1, Stage.SUBMITTED)], season)
    assert (found.season, found.slot_ids, found.target_ids) == ("2028", (7,), (1, 2))
    assert not found.letters[0].stale


@given(
    st.lists(st.tuples(st.sampled_from(Stage), st.integers(1, 4)), max_size=6),
    st.sets(st.integers(1, 4)),
    st.sampled_from(["", "import", "kept", "none"]),
)
def test_every_mentor_goes_along_or_stays_and_nobody_does_both(
    drawn: list[tuple[Stage, int]], gone: set[int], carry_over: str
) -> None:
    letters = tuple(letter(n, s, mentor_id=m) for n, (s, m) in enumerate(drawn, 1))
    found = roll(letters, NextSeason(season="2028", carry_over=carry_over), tuple(gone))
    assert set(found.mentor_ids) | set(found.left_mentor_ids) == {m for _, m in drawn}
    assert set(found.mentor_ids).isdisjoint(found.left_mentor_ids)
    assert set(found.mentor_ids).isdisjoint(gone)
