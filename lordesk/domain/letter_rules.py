"""What the rule packs say about the letters of one application, as the plain values of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.requirements import specialty_rule
from lordesk.domain.rule_values import Barred
from lordesk.kinds import MentorRole
from lordesk.rows.coverage import LetterRules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from lordesk.domain.rule_values import SeasonCalendar, ServiceRule, SpecialtyRule
    from lordesk.kinds import LetterService, SlotNeed
    from lordesk.rows.letters import ApplicationRow

_ROLES = {Barred.RESIDENT_FELLOW: MentorRole.RESIDENT}
# A day that every month has, so that an application of March 31 may look back to February.
_LAST_COMMON_DAY = 28


def rules_of(
    application: ApplicationRow,
    services: Mapping[LetterService, ServiceRule],
    specialties: Mapping[str, SpecialtyRule],
    seasons: Iterable[SeasonCalendar],
) -> LetterRules:
    specialty = specialty_rule(
        application.kind, application.service, application.specialty, specialties
    )
    service = services.get(application.service) if application.service else None
    calendar = next(
        (
            season
            for season in seasons
            if season.service is application.service and season.season == application.season
        ),
        None,
    )
    return letter_rules(service, specialty, calendar, application.hard_on)


def letter_rules(
    service: ServiceRule | None,
    specialty: SpecialtyRule | None,
    calendar: SeasonCalendar | None = None,
    hard_on: date | None = None,
) -> LetterRules:
    """What is not known limits nothing."""
    days = [event.on for event in calendar.events] if calendar else []
    return LetterRules(
        application_cap=_cap_in_all(service),
        packet_suffices=_any_packet(service, specialty),
        refused_channels=service.refuses if service else (),
        author_may_not_repeat=specialty is not None and specialty.author_may_not_repeat,
        contributors_excluded=service is not None and service.contributors_excluded,
        least={rule.need: rule.least for rule in specialty.needs} if specialty else {},
        most=_most(specialty),
        barred_roles=frozenset(_ROLES[rule.who] for rule in specialty.barred if rule.who in _ROLES)
        if specialty
        else frozenset(),
        newest_of=_newest_of(service, specialty, min(days, default=None), hard_on),
        season=(min(days), max(days)) if days else None,
    )


def _cap_in_all(service: ServiceRule | None) -> int | None:
    if service is None or service.cap is None or service.cap_scope != "application":
        return None
    return service.cap + service.optional_extra


def _any_packet(service: ServiceRule | None, specialty: SpecialtyRule | None) -> bool:
    return any(rule is not None and rule.packet_suffices for rule in (service, specialty))


def _most(specialty: SpecialtyRule | None) -> dict[SlotNeed, int]:
    needs = specialty.needs if specialty else ()
    return {rule.need: rule.most for rule in needs if rule.most is not None}


def _newest_of(
    service: ServiceRule | None,
    specialty: SpecialtyRule | None,
    opens: date | None,
    hard_on: date | None,
) -> date | None:
    """The stricter of what the service and the specialty call recent."""
    found = []
    if service is not None and opens is not None and (on := service.newest_of(opens)):
        found.append(on)
    if specialty is not None and specialty.recency_months is not None and hard_on is not None:
        found.append(months_before(hard_on, specialty.recency_months))
    return max(found, default=None)


def months_before(on: date, months: int) -> date:
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    return on.replace(year=year, month=month + 1, day=min(on.day, _LAST_COMMON_DAY))
