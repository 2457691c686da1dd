"""Every shipped rule parses, has its source, and a mistake names its place."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lordesk.domain.rulepacks import (
    parse_holidays,
    parse_season,
    parse_services,
    parse_specialties,
)
from lordesk.errors import RulePackError
from lordesk.kinds import ApplicationKind, DateStatus, LetterService
from tests.domain.shipped import RESOURCES, load

if TYPE_CHECKING:
    from pathlib import Path

SEASONS = sorted((RESOURCES / "seasons").glob("*.json"), key=lambda path: path.name)


@pytest.mark.parametrize("path", SEASONS, ids=lambda path: path.stem)
def test_a_season_has_sourced_dates_in_order(path: Path) -> None:
    season = parse_season(load(f"seasons/{path.name}"))
    assert path.stem == f"{season.service}-{season.season}"
    assert season.letters_needed is not None
    days = [event.on for event in season.events]
    assert days == sorted(days)
    for event in season.events:
        assert event.origin.source
        assert event.status in (DateStatus.CONFIRMED, DateStatus.PROJECTED)
        assert event.origin.checked_on >= date(2026, 11, 1)
        # what is computed from a pattern is never called confirmed
        assert event.origin.grade == "A" or event.status is DateStatus.PROJECTED


def test_the_match_is_on_the_third_friday_of_march() -> None:
    for path in SEASONS:
        for event in parse_season(load(f"seasons/{path.name}")).events:
            if event.key == "match_day":
                assert (event.on.month, event.on.weekday()) == (3, 4)
                assert 15 <= event.on.day <= 21


def test_every_service_has_its_rule() -> None:
    services = parse_services(load("rules/services.json"))
    assert set(services) == set(LetterService)
    caps = {kind.value: rule.cap for kind, rule in services.items() if rule.cap}
    assert caps == {
        "eras": 4,
        "amcas": 10,
        "aacomas": 6,
        "tmdsas": 3,
        "residencycas": 4,
        "sf_match": 3,
        "caspa": 5,
    }


def test_every_specialty_has_letters_and_every_kind_a_usual_set() -> None:
    rules = parse_specialties(load("rules/specialties.json"))
    assert all(rule.slots for rule in rules.values())
    assert {rule.kind for rule in rules.values()} == set(ApplicationKind)
    assert {key for key, rule in rules.items() if rule.builtin_form} == {
        "plastic_surgery",
        "dermatology",
        "urology",
    }


@pytest.mark.parametrize(
    ("change", "place", "problem"),
    [
        ({"on": None}, "events[0].on", "not-str"),
        ({"on": "2026-02-30"}, "events[0].on", "not-understood"),
        ({"status": "certain"}, "events[0].status", "not-understood"),
        ({"from": "hearsay"}, "events[0].from", "unknown-source"),
        ({"uncertain": " "}, "events[0].uncertain", "empty"),
        ({"on": {"value": "2026-06-03"}}, "events[0].on.from", "missing"),
        ({"on": {"value": 3, "from": "mededits"}}, "events[0].on", "not-str"),
        ({"on": {"value": "x", "from": "mededits", "b": 1}}, "events[0].on.b", "unknown-key"),
        ({"letters_needed": "yes"}, "events[0].letters_needed", "not-bool"),
        ({"onn": "x"}, "events[0].onn", "unknown-key"),
        ({"at": "25:00"}, "events[0].at", "not-understood"),
        ({"key": "review"}, "events[3]", "repeated"),
    ],
)
def test_a_mistake_in_a_season_names_its_place(
    change: dict[str, Any], place: str, problem: str
) -> None:
    data = deepcopy(load("seasons/eras-2027.json"))
    data["events"][0].update(change)
    with pytest.raises(RulePackError) as caught:
        parse_season(data)
    assert (caught.value.place, caught.value.problem) == (place, problem)


@pytest.mark.parametrize(
    ("data", "place", "problem"),
    [
        ([], "", "not-an-object"),
        ({}, "services", "missing"),
        ({"services": {}}, "services", "not-list"),
        ({"services": [1]}, "services[0]", "not-an-object"),
        ({"services": [{"cap_scope": "world"}]}, "services[0].cap_scope", "not-understood"),
    ],
)
def test_data_of_another_shape_is_refused(data: object, place: str, problem: str) -> None:
    with pytest.raises(RulePackError) as caught:
        parse_services(data)
    assert (caught.value.place, caught.value.problem) == (place, problem)


def test_a_cap_is_a_number_of_letters() -> None:
    data = deepcopy(load("rules/services.json"))
    for bad, problem in ((-1, "negative"), (True, "not-int"), ("4", "not-int")):
        data["services"][0]["cap"] = bad
        with pytest.raises(RulePackError) as caught:
            parse_services(data)
        assert caught.value.problem == problem


def test_a_holiday_needs_its_day() -> None:
    data = deepcopy(load("holidays.json"))
    del data["holidays"][1]["nth"]
    with pytest.raises(RulePackError) as caught:
        parse_holidays(data)
    assert caught.value.place == "holidays[1].nth"
