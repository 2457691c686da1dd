"""The shipped packs become the plain values that the checks of an application take."""

from __future__ import annotations

from datetime import date

import pytest

from lordesk.domain.letter_rules import letter_rules, months_before, rules_of
from lordesk.domain.requirements import specialty_rule
from lordesk.domain.rulepacks import parse_season, parse_services, parse_specialties
from lordesk.kinds import ApplicationKind, LetterService, MentorRole, SlotNeed
from lordesk.rows.coverage import LetterRules
from tests.domain import people
from tests.domain.shipped import RESOURCES, load

SERVICES = parse_services(load("rules/services.json"))
SPECIALTIES = parse_specialties(load("rules/specialties.json"))
SEASONS = [
    parse_season(load(f"seasons/{path.name}"))
    for path in sorted((RESOURCES / "seasons").glob("*.json"))
]


def of(
    service: LetterService, specialty: str = "", season: str = "", **more: object
) -> LetterRules:
    kind = more.pop("kind", ApplicationKind.RESIDENCY)
    application = people.application(
        kind=kind, service=service, specialty=specialty, season=season, **more
    )
    return rules_of(application, SERVICES, SPECIALTIES, SEASONS)


@pytest.mark.parametrize(
    ("service", "cap"),
    [
        (LetterService.AMCAS, 10),
        (LetterService.AACOMAS, 6),
        (LetterService.TMDSAS, 4),
        (LetterService.CASPA, 5),
        (LetterService.ERAS, None),
        (LetterService.VSLO, None),
    ],
)
def test_only_some_services_count_letters_in_all(service: LetterService, cap: int | None) -> None:
    assert of(service).application_cap == cap


def test_caspa_refuses_interfolio() -> None:
    assert LetterService.INTERFOLIO in of(LetterService.CASPA).refused_channels
    assert LetterService.INTERFOLIO not in of(LetterService.ERAS).refused_channels


def test_packets_and_their_contributors_follow_the_service() -> None:
    assert of(LetterService.TMDSAS, kind=ApplicationKind.MEDICAL_SCHOOL).packet_suffices
    assert of(LetterService.AACOMAS).contributors_excluded
    assert not of(LetterService.ERAS).contributors_excluded


def test_the_specialty_brings_its_minima_and_who_may_not_write() -> None:
    emergency = of(LetterService.RESIDENCYCAS, "Emergency medicine")
    assert emergency.least[SlotNeed.STANDARDIZED] == 1
    assert emergency.most[SlotNeed.STANDARDIZED] == 3
    assert MentorRole.RESIDENT in emergency.barred_roles
    assert of(LetterService.RESIDENCYCAS, "OB-GYN").author_may_not_repeat


def test_the_season_is_that_of_the_calendar() -> None:
    first, last = of(LetterService.ERAS, season="2027").season or (None, None)
    assert first is not None
    assert first < date(2026, 9, 23) < (last or first)
    assert of(LetterService.ERAS, season="1999").season is None


def test_a_letter_is_recent_by_the_stricter_of_service_and_specialty() -> None:
    texas = SERVICES[LetterService.TMDSAS]
    calendar = next(season for season in SEASONS if season.service is LetterService.TMDSAS)
    newest = letter_rules(texas, None, calendar).newest_of
    assert newest == date(min(event.on for event in calendar.events).year - 1, 5, 1)
    recent = next((rule for rule in SPECIALTIES.values() if rule.recency_months), None)
    assert recent is not None
    assert recent.recency_months is not None
    hard_on = date(2027, 9, 23)
    found = letter_rules(None, recent, None, hard_on).newest_of
    assert found == months_before(hard_on, recent.recency_months)
    assert letter_rules(texas, recent, calendar, hard_on).newest_of == max(found, newest)


def test_what_nobody_knows_limits_nothing() -> None:
    assert letter_rules(None, None) == LetterRules(barred_roles=frozenset())
    unknown = people.application(kind=ApplicationKind.OTHER, service=None)
    assert rules_of(unknown, {}, {}, ()) == LetterRules(barred_roles=frozenset())


@pytest.mark.parametrize(
    ("on", "months", "before"),
    [
        (date(2026, 9, 23), 12, date(2025, 9, 23)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_are_counted_back_over_the_turn_of_the_year(
    on: date, months: int, before: date
) -> None:
    assert months_before(on, months) == before


def test_every_specialty_gives_rules() -> None:
    for rule in SPECIALTIES.values():
        found = specialty_rule(rule.kind, rule.service, rule.name, SPECIALTIES)
        assert letter_rules(None, found).least.keys() == {need.need for need in rule.needs}
