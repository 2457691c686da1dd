"""The one reason for a fit, by its strongest and its weakest part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.kinds import FitQuestion
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from lordesk.rows.people import FitPart, FitRow

_CORE = (FitQuestion.DEPTH, FitQuestion.OBSERVED)
_HIGH, _LOW = 3, 1


@dataclass(frozen=True)
class FitReason:
    """Codes: "unanswered", "big-name-brief-contact", "core-open" (depth and observed are open),
    "strong-throughout", "strong-but" (the weakest part is low), "weak-but" (only the strongest
    speaks for it), "weak-throughout", "middling".
    """

    code: str
    strongest: FitPart | None = None
    weakest: FitPart | None = None


def fit_reason(fit: FitRow) -> FitReason:
    """Among equal levels the question that weighs more is named."""
    answered = [part for part in fit.parts if part.level is not None]
    if not answered:
        return FitReason("unanswered")
    strongest = max(answered, key=lambda part: (part.level, part.max_points))
    weakest = min(answered, key=lambda part: (part.level, -part.max_points))
    if fit.big_name_brief_contact:
        return FitReason("big-name-brief-contact", strongest, weakest)
    if all(part.question not in _CORE for part in answered):
        return FitReason("core-open", strongest, weakest)
    return FitReason(_code(strongest.level or 0, weakest.level or 0, fit), strongest, weakest)


def _code(highest: int, lowest: int, fit: FitRow) -> str:
    if lowest >= _HIGH:
        return "strong-throughout"
    if highest <= _LOW:
        return "weak-throughout"
    core = [part.level or 0 for part in fit.parts if part.question in _CORE]
    if min(core) >= _HIGH and lowest <= _LOW:
        return "strong-but"
    if max(core) <= _LOW and highest >= _HIGH:
        return "weak-but"
    return "middling"
