"""How well a mentor fits an application, 0 to 100.

Depth beats prestige: with relevance and communication equal, one level deeper and one
level better observed ranks above any reputation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.status import CLOSED_STAGES
from lordesk.kinds import FitQuestion
from lordesk.rows.people import FitAnswer, FitPart, FitRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.rows.letters import SlotRow, TargetRow

WEIGHTS: dict[FitQuestion, int] = {
    FitQuestion.DEPTH: 35,
    FitQuestion.OBSERVED: 25,
    FitQuestion.RELEVANCE: 20,
    FitQuestion.COMMUNICATION: 12,
    FitQuestion.REPUTATION: 8,
}
TOP_LEVEL = 4
BANDS = (80, 60, 40, 0)

_BIG_NAME_LEVEL = 3
_BRIEF_LEVEL = 1


def fit(answers: Iterable[FitAnswer]) -> FitRow:
    """A question without an answer gives no points; the total is the sum of the points shown."""
    given = {answer.question: answer for answer in answers}
    parts = tuple(_part(question, given.get(question)) for question in WEIGHTS)
    total = sum(part.points for part in parts)
    return FitRow(
        total=total,
        band=next(lowest for lowest in BANDS if total >= lowest),
        parts=parts,
        answered=any(not answer.reasons for answer in given.values()),
        big_name_brief_contact=_big_name_brief_contact(given),
    )


def required_by(mentor_id: int, slots: Iterable[SlotRow], targets: Iterable[TargetRow]) -> int:
    """How many targets ask by name for a letter that this mentor is to write.

    Such a letter is needed whatever the fit: a chair who hardly knows the applicant writes it all
    the same.
    """
    needs = {
        slot.need
        for slot in slots
        if slot.letter is not None
        and slot.letter.mentor_id == mentor_id
        and slot.letter.stage not in CLOSED_STAGES
    }
    return sum(bool(needs.intersection(target.needs)) for target in targets)


def points(question: FitQuestion, level: int) -> int:
    """Levels are evenly spaced from 0 % to 100 %; halves are rounded up."""
    if not 0 <= level <= TOP_LEVEL:
        raise ValueError(f"a fit level is 0 to {TOP_LEVEL}, not {level}")
    return (2 * WEIGHTS[question] * level + TOP_LEVEL) // (2 * TOP_LEVEL)


def _part(question: FitQuestion, answer: FitAnswer | None) -> FitPart:
    return FitPart(
        question=question,
        level=answer.level if answer else None,
        points=points(question, answer.level) if answer else 0,
        max_points=WEIGHTS[question],
        evidence=answer.evidence if answer else "",
        reasons=answer.reasons if answer else (),
    )


def _big_name_brief_contact(given: dict[FitQuestion, FitAnswer]) -> bool:
    name, depth = given.get(FitQuestion.REPUTATION), given.get(FitQuestion.DEPTH)
    if name is None or depth is None:
        return False
    return name.level >= _BIG_NAME_LEVEL and depth.level <= _BRIEF_LEVEL
