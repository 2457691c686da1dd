"""What is missing before a mentor is asked for a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import thresholds
from lordesk.domain.mentor_groups import ROTATION_ROLES
from lordesk.kinds import InteractionKind
from lordesk.rows.coaching import Readiness
from lordesk.rows.late import dataclass
from lordesk.rows.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lordesk.domain.thresholds import Threshold
    from lordesk.kinds import MentorRole
    from lordesk.rows.people import InteractionRow

_ASKED_FOR = frozenset({InteractionKind.FEEDBACK_ASKED, InteractionKind.FEEDBACK_GIVEN})
_NO_CONTACT = frozenset({InteractionKind.THANKS})


@dataclass(frozen=True, kw_only=True)
class ReadinessFacts:
    """`months_known` is None where it is not written down; `stories` counts shared moments."""

    role: MentorRole
    months_known: int | None = None
    interactions: tuple[InteractionRow, ...] = ()
    stories: int = 0


def months_between(start: date, end: date) -> int:
    """Whole months; none before `start`."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return max(months, 0)


def months_known(
    known_from: date | None, known_to: date | None, first_contact_on: date | None, today: date
) -> int | None:
    """From the first day that is written down to the last; a relationship that goes on ends today.

    What lies ahead does not count.
    """
    starts = [on for on in (known_from, first_contact_on) if on is not None]
    if not starts:
        return None
    return months_between(min(starts), min(known_to or today, today))


def readiness(facts: ReadinessFacts) -> Readiness:
    """Each point is either in `has` or in `missing`, with what there is and what is enough."""
    kinds = [interaction.kind for interaction in facts.interactions]
    on_rotation = facts.role in ROTATION_ROLES
    known = thresholds.ROTATION_MONTHS if on_rotation else thresholds.KNOWN_MONTHS
    points = [
        ("months-known", facts.months_known, known),
        ("interactions", sum(k not in _NO_CONTACT for k in kinds), thresholds.INTERACTIONS),
        ("feedback", sum(k in _ASKED_FOR for k in kinds), thresholds.FEEDBACK),
        ("feedback-used", kinds.count(InteractionKind.FEEDBACK_ACTED_ON), thresholds.ACTED_ON),
        ("stories", facts.stories, thresholds.STORIES),
    ]
    missing = tuple(_reason(*point) for point in points if not _enough(point[1], point[2]))
    has = tuple(_reason(*point) for point in points if _enough(point[1], point[2]))
    code = ("ready", "nearly")[len(missing)] if len(missing) < 2 else "not_yet"
    return Readiness(code, missing, has)


def _enough(have: int | None, threshold: Threshold) -> bool:
    return have is not None and have >= threshold.value


def _reason(code: str, have: int | None, threshold: Threshold) -> Reason:
    data = {"have": have, "enough": threshold.value, "source": threshold.source}
    return Reason(code, data)


def first_contact(interactions: Iterable[InteractionRow]) -> date | None:
    return min((interaction.on for interaction in interactions), default=None)
