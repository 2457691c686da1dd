"""The one reason for a fit: what counts most, and what stands out against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.kinds import FitQuestion
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from lordesk.rows.people import FitPart, FitRow

_HIGH, _LOW, _ENOUGH = 3, 1, 2


@dataclass(frozen=True)
class FitReason:
    """Codes: "unanswered", "big-name-brief-contact", "core-open" (depth and observed are open),
    "core" (these two tell all), "strong-but" (they are high, and `other` is low), "weak-but" (they
    are low, and `other` is high).

    `depth` and `observed` are None where open; `agree` is whether both are high or both are low.
    """

    code: str
    depth: FitPart | None = None
    observed: FitPart | None = None
    other: FitPart | None = None
    agree: bool = True


def fit_reason(fit: FitRow) -> FitReason:
    """Among equal levels the question that weighs more is named, and only what the user said: what
    the goals suggest stands for no word of theirs.
    """
    if not fit.answered:
        return FitReason("unanswered")
    if fit.big_name_brief_contact:
        return FitReason("big-name-brief-contact")
    answered = {part.question: part for part in fit.parts if part.level is not None}
    depth = answered.pop(FitQuestion.DEPTH, None)
    observed = answered.pop(FitQuestion.OBSERVED, None)
    core = [part.level or 0 for part in (depth, observed) if part is not None]
    if not core:
        return FitReason("core-open")
    agree = (min(core) >= _ENOUGH) == (max(core) >= _ENOUGH)
    # A name counts least: that it is small speaks against nobody, and a big one is said above.
    answered.pop(FitQuestion.REPUTATION, None)
    said = (part for part in answered.values() if not part.reasons)
    others = sorted(said, key=lambda part: (part.level or 0, -part.max_points))
    if others and min(core) >= _HIGH and (others[0].level or 0) <= _LOW:
        return FitReason("strong-but", depth, observed, others[0], agree)
    strongest = max(others, key=lambda part: (part.level or 0, part.max_points), default=None)
    if strongest and max(core) <= _LOW and (strongest.level or 0) >= _HIGH:
        return FitReason("weak-but", depth, observed, strongest, agree)
    return FitReason("core", depth, observed, agree=agree)
