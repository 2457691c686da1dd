"""What a new application usually needs, put together from the shipped rules and seasons.

Everything in a proposal can be changed by the user before it is saved, and after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import deadlines, requirements
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lordesk.domain.rulepacks import (
        SeasonCalendar,
        SeasonEvent,
        ServiceRule,
        SlotRule,
        SpecialtyRule,
    )
    from lordesk.kinds import ApplicationKind, LetterService

USUAL_MINIMUM = 3


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """`hard` is the event by which letters must be usable; `events` are the other dates."""

    rule: SpecialtyRule | None
    slots: tuple[SlotRule, ...]
    cap: int | None
    hard: SeasonEvent | None
    events: tuple[SeasonEvent, ...]


def usual_service(
    kind: ApplicationKind, specialty: str, rules: Mapping[str, SpecialtyRule]
) -> LetterService | None:
    rule = requirements.specialty_rule(kind, None, specialty, rules)
    return rule.service if rule else None


def seasons_of(
    service: LetterService | None, seasons: Sequence[SeasonCalendar]
) -> tuple[SeasonCalendar, ...]:
    """The known seasons of a service, the earliest first."""
    return tuple(sorted((s for s in seasons if s.service is service), key=lambda s: s.season))


def current_season(
    service: LetterService | None, seasons: Sequence[SeasonCalendar], today: date
) -> SeasonCalendar | None:
    """The first season whose letters are still to come."""
    for season in seasons_of(service, seasons):
        if season.letters_needed is not None and season.letters_needed.on >= today:
            return season
    return None


def propose(
    kind: ApplicationKind,
    service: LetterService | None,
    season: str,
    specialty: str,
    *,
    services: Mapping[LetterService, ServiceRule],
    specialties: Mapping[str, SpecialtyRule],
    seasons: Sequence[SeasonCalendar],
    today: date,
) -> Proposal:
    """Dates of the season that have passed are left out, the hard date excepted."""
    rule = requirements.specialty_rule(kind, service, specialty, specialties)
    calendar = next((s for s in seasons_of(service, seasons) if s.season == season), None)
    hard = calendar.letters_needed if calendar else None
    events = (
        tuple(e for e in calendar.events if e is not hard and e.on >= today) if calendar else ()
    )
    return Proposal(
        rule=rule,
        slots=rule.slots if rule else (),
        cap=requirements.cap_of(service, services),
        hard=hard,
        events=events,
    )


def letters_by(hard_on: date, soft_days: int, today: date) -> date:
    """The soft date before a hard date; a late starter is not told of a day that has passed."""
    soft = deadlines.soft_date(hard_on, soft_days)
    return max(soft, min(today, hard_on))


def least_letters(
    kind: ApplicationKind,
    service: LetterService | None,
    specialty: str,
    rules: Mapping[str, SpecialtyRule],
    cap: int | None,
) -> int:
    """How many letters a target of such an application usually wants; never more than it takes."""
    rule = requirements.specialty_rule(kind, service, specialty, rules)
    least = USUAL_MINIMUM if rule is None or rule.minimum is None else rule.minimum
    return least if cap is None else min(least, cap)
