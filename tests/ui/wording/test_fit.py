"""The one sentence of a fit, and what is said of what only the goals suggest."""

from __future__ import annotations

import itertools

import pytest

from lordesk.domain.fit import WEIGHTS, fit
from lordesk.kinds import FitQuestion
from lordesk.rows.people import FitAnswer
from lordesk.rows.reason import Reason
from ui.wording import fit as words


def said(*levels: int | None) -> str:
    answers = [FitAnswer(q, n) for q, n in zip(WEIGHTS, levels, strict=True) if n is not None]
    return words.reason(fit(answers))


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        ((None,) * 5, "Five short answers show how well this person fits."),
        (
            (1, 1, 2, 2, 4),
            "Big name, brief contact: somebody who knows you better can say more.",
        ),
        (
            (None, None, 4, 4, 2),
            "What counts most is open: how well this person knows you.",
        ),
        (
            (4, 4, 4, 4, 1),
            "Saw you grow and helped you do it and can describe your work in detail.",
        ),
        (
            (4, 3, 0, 3, 1),
            "Saw you grow and helped you do it and watched you on most days,"
            " but is far from what you apply for.",
        ),
        ((1, 0, 4, 2, 1), "Works in your field, but knows little more than your name."),
        ((1, 2, 2, 2, 2), "Knows little more than your name, but watched you now and then."),
        ((None, 4, None, None, None), "Can describe your work in detail."),
    ],
)
def test_one_sentence_tells_what_counts_most_and_what_stands_against_it(
    qapp: object, levels: tuple[int | None, ...], sentence: str
) -> None:
    assert said(*levels) == sentence


def test_whatever_is_answered_is_one_whole_sentence(qapp: object) -> None:
    for levels in itertools.product((None, 0, 1, 3, 4), repeat=4):
        sentence = said(*levels, 2)
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_a_bar_tells_what_the_goals_say_while_the_user_has_not(qapp: object) -> None:
    hint = FitAnswer(
        FitQuestion.RELEVANCE, 3, reasons=(Reason("same-field"), Reason("do-physician"))
    )
    part = next(part for part in fit([hint]).parts if part.reasons)
    assert words.evidence(part) == "From your goals: same specialty, is a DO"
    assert words.explained(part) == ("Works in my field\nFrom your goals: same specialty, is a DO")
