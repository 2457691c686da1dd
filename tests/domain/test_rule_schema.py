"""Every shipped pack keeps to the schema: value, source, season, grade, day, what is uncertain."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lordesk.domain import rule_paths
from lordesk.domain.rulepack_reader import GRADES, Reader, is_page
from lordesk.domain.rulepacks import (
    Barred,
    CarryOver,
    LagUnit,
    Lock,
    lag_days,
    parse_holidays,
    parse_season,
    parse_services,
    parse_specialties,
)
from lordesk.errors import RulePackError
from lordesk.kinds import ApplicationKind, DateStatus, LetterService
from tests.domain.shipped import RESOURCES, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FILES: dict[str, Callable[[object], Any]] = {
    "holidays.json": parse_holidays,
    "rules/services.json": parse_services,
    "rules/specialties.json": parse_specialties,
    **{
        f"seasons/{path.name}": parse_season
        for path in sorted((RESOURCES / "seasons").glob("*.json"))
    },
}


def mentions(data: object) -> Iterator[str]:
    """Every source that a value names."""
    if isinstance(data, dict):
        if isinstance(data.get("from"), str):
            yield data["from"]
        for value in data.values():
            yield from mentions(value)
    elif isinstance(data, list):
        for value in data:
            yield from mentions(value)


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_parses_and_uses_each_of_its_sources(name: str) -> None:
    data = load(name)
    FILES[name](data)
    assert set(mentions(data)) == set(data["sources"])


@pytest.mark.parametrize("name", FILES)
def test_a_source_has_a_page_a_grade_and_the_day_it_was_checked(name: str) -> None:
    for key, source in load(name)["sources"].items():
        assert set(source) <= {"source", "season", "grade", "checked_on", "basis", "uncertain"}, key
        assert is_page(source["source"]), key
        assert source["grade"] in GRADES, key
        assert date(2026, 11, 1) <= date.fromisoformat(source["checked_on"]), key
        assert source["checked_on"] == date.fromisoformat(source["checked_on"]).isoformat()


@pytest.mark.parametrize("name", [name for name in FILES if name != "holidays.json"])
def test_every_single_value_has_its_origin(name: str) -> None:
    data = load(name)
    paths = [p for entry in rule_paths.entries(data) for p in rule_paths.paths_of(data, entry)]
    assert paths
    for path in paths:
        origin = rule_paths.origin_at(data, path)
        assert origin.source.startswith("http"), path
        assert rule_paths.standing(data, path) in DateStatus, path


def test_what_is_computed_says_from_what() -> None:
    for name in FILES:
        data = load(name)
        if name == "holidays.json":
            continue
        for entry in rule_paths.entries(data):
            for path in rule_paths.paths_of(data, entry):
                origin = rule_paths.origin_at(data, path)
                assert origin.grade != "derived" or origin.basis, f"{name} {path}"


UNCERTAIN = (
    # the research's list of what could not be confirmed
    ("rules/services.json", "residencycas.cap"),
    ("rules/services.json", "residencycas.lock"),
    ("rules/services.json", "eras.lock"),
    ("rules/services.json", "eras.reference_needed"),
    ("rules/services.json", "eras.checklist[1].text"),
    ("rules/services.json", "eras.checklist[2].text"),
    ("rules/services.json", "aacomas.cap"),
    ("rules/services.json", "caspa.cap"),
    ("rules/services.json", "caspa.verify_minimum"),
    ("rules/services.json", "tmdsas.recent_from"),
    ("rules/services.json", "vslo.lag"),
    ("rules/specialties.json", "psychiatry.minimum"),
    ("rules/specialties.json", "neurology.minimum"),
    ("rules/specialties.json", "otolaryngology.minimum"),
    ("rules/specialties.json", "anesthesiology.minimum"),
    ("rules/specialties.json", "physical_medicine.minimum"),
    ("rules/specialties.json", "vascular_surgery.minimum"),
    ("rules/specialties.json", "radiation_oncology.minimum"),
    ("rules/specialties.json", "medicine_pediatrics.slots[0].need"),
    ("rules/specialties.json", "child_neurology.minimum"),
    ("rules/specialties.json", "thoracic_surgery.minimum"),
    ("rules/specialties.json", "medical_genetics.minimum"),
    ("rules/specialties.json", "plastic_surgery.notes[0].text"),
    ("rules/specialties.json", "dermatology.builtin_form"),
    ("seasons/eras-2027.json", "apply.on"),
    ("seasons/eras-2027.json", "review.on"),
    ("seasons/amcas-2027.json", "opens.on"),
    ("seasons/sf_match-2028.json", "letters.on"),
)


@pytest.mark.parametrize(("name", "path"), UNCERTAIN)
def test_what_could_not_be_confirmed_says_so(name: str, path: str) -> None:
    assert rule_paths.origin_at(load(name), path).uncertain


def test_no_coming_day_is_called_confirmed_before_its_service_has_published_it() -> None:
    for name in FILES:
        if name.startswith("seasons/"):
            season = parse_season(load(name))
            assert {event.status for event in season.events} == {DateStatus.PROJECTED}


# --- what the parser refuses ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "place", "problem"),
    [
        ({"source": "AAMC"}, "sources.eras-import.source", "not-a-page"),
        ({"source": "https://a b.org"}, "sources.eras-import.source", "not-a-page"),
        ({"source": "https://aamc"}, "sources.eras-import.source", "not-a-page"),
        ({"source": "ftp://aamc.org"}, "sources.eras-import.source", "not-a-page"),
        ({"source": "https://aamc.org:x"}, "sources.eras-import.source", "not-a-page"),
        ({"source": " "}, "sources.eras-import.source", "empty"),
        ({"grade": "Z"}, "sources.eras-import.grade", "not-understood"),
        ({"checked_on": "22.11.2026"}, "sources.eras-import.checked_on", "not-understood"),
        ({"checked_on": 5}, "sources.eras-import.checked_on", "not-str"),
        ({"graed": "A"}, "sources.eras-import.graed", "unknown-key"),
    ],
)
def test_a_mistake_in_a_source_names_its_place(
    change: dict[str, Any], place: str, problem: str
) -> None:
    data = deepcopy(load("rules/services.json"))
    data["sources"]["eras-import"].update(change)
    refused(parse_services, data, place, problem)


@pytest.mark.parametrize(
    ("at", "change", "place", "problem"),
    [
        (0, {"cap_scope": "world"}, "services[0].cap_scope", "not-understood"),
        (0, {"lock": "never"}, "services[0].lock", "not-understood"),
        (0, {"lag_unit": "weeks"}, "services[0].lag_unit", "not-understood"),
        (0, {"refuses": ["pigeon"]}, "services[0].refuses", "not-understood"),
        (0, {"refuses": "interfolio"}, "services[0].refuses", "not-list"),
        (0, {"reference_needed": 1}, "services[0].reference_needed", "not-bool"),
        (0, {"packet_suffices": "yes"}, "services[0].packet_suffices", "not-bool"),
        (0, {"checklist": [{"code": "pdf"}]}, "services[0].checklist[0].text", "missing"),
        (3, {"minimum": 4}, "services[3].minimum", "more-than-the-most"),
        (6, {"verify_minimum": 6}, "services[6].verify_minimum", "more-than-the-most"),
        (3, {"recent_from": "02-29"}, "services[3].recent_from", "not-understood"),
        (3, {"recent_from": "May 1"}, "services[3].recent_from", "not-understood"),
        (1, {"service": "eras"}, "services[1]", "repeated"),
    ],
)
def test_a_mistake_in_a_service_names_its_place(
    at: int, change: dict[str, Any], place: str, problem: str
) -> None:
    data = deepcopy(load("rules/services.json"))
    data["services"][at].update(change)
    refused(parse_services, data, place, problem)


@pytest.mark.parametrize(
    ("change", "place", "problem"),
    [
        ({"minimum": 5}, "specialties[1].minimum", "more-than-the-most"),
        ({"needs": [{"need": "any", "least": 2, "most": 1, "from": "acp"}]},
         "specialties[1].needs[0].least", "more-than-the-most"),
        ({"needs": [{"need": "any", "least": 2, "preferred": 1, "from": "acp"}]},
         "specialties[1].needs[0].least", "more-than-the-most"),
        ({"needs": [{"need": "any", "least": 1, "preferred": 3, "most": 2, "from": "acp"}]},
         "specialties[1].needs[0].preferred", "more-than-the-most"),
        ({"slots": [{"title": "X", "need": "wizard"}]},
         "specialties[1].slots[0].need", "not-understood"),
        ({"narrative": "burnt"}, "specialties[1].narrative", "not-understood"),
        ({"barred": [{"who": "cat", "from": "acp"}]},
         "specialties[1].barred[0].who", "not-understood"),
        ({"key": "residency"}, "specialties[1]", "repeated"),
        ({"advanced": None}, "specialties[1].advanced", "not-bool"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_specialty_names_its_place(
    change: dict[str, Any], place: str, problem: str
) -> None:
    data = deepcopy(load("rules/specialties.json"))
    data["specialties"][1].update(change)
    refused(parse_specialties, data, place, problem)


def test_a_pack_without_sources_names_the_first_value_that_needs_one() -> None:
    data = deepcopy(load("seasons/eras-2027.json"))
    del data["sources"]
    refused(parse_season, data, "events[0].from", "unknown-source")
    refused(parse_season, data | {"sources": []}, "sources", "not-dict")


def refused(parse: Callable[[object], Any], data: object, place: str, problem: str) -> None:
    with pytest.raises(RulePackError) as caught:
        parse(data)
    assert (caught.value.place, caught.value.problem) == (place, problem)


# --- what the values say --------------------------------------------------------------------------


def test_days_of_business_are_counted_over_their_weekends() -> None:
    rules = parse_services(load("rules/services.json"))
    interfolio, amcas = rules[LetterService.INTERFOLIO], rules[LetterService.AMCAS]
    assert (interfolio.lag_unit, interfolio.lag_days) == (LagUnit.BUSINESS_DAYS, 6)
    assert (rules[LetterService.TMDSAS].lag_unit, rules[LetterService.TMDSAS].lag_days) == (
        LagUnit.DAYS, 10,
    )  # fmt: skip
    # four days of checking and three of delivery begin on a Friday and end on a Tuesday
    assert lag_days(amcas, via=interfolio) == 11
    assert lag_days(amcas) == lag_days(amcas, via=amcas) == 0
    assert lag_days(rules[LetterService.AACOMAS], via=interfolio) == 6


def test_a_letter_is_recent_from_may_of_the_year_before_the_application_opens() -> None:
    rules = parse_services(load("rules/services.json"))
    opens = date(2023, 5, 1)
    assert rules[LetterService.TMDSAS].newest_of(opens) == date(2022, 5, 1)
    assert rules[LetterService.ERAS].newest_of(opens) is None


def test_a_value_that_comes_from_elsewhere_is_found_by_its_name() -> None:
    eras = parse_services(load("rules/services.json"))[LetterService.ERAS]
    assert eras.origin.season == "ERAS 2027"
    assert eras.origins["lock"].season == "ERAS 2025"
    assert "portal" not in eras.origins
    assert (eras.lock, eras.carry_over) == (Lock.APPLYING, CarryOver.IMPORT)


def test_what_holds_for_a_kind_holds_for_each_entry_of_it() -> None:
    rules = parse_specialties(load("rules/specialties.json"))
    for rule in rules.values():
        barred = {item.who for item in rule.barred}
        if rule.kind is ApplicationKind.RESIDENCY:
            assert barred == {Barred.RESIDENT_FELLOW}
            assert any("MSPE" in note.text for note in rule.notes)
        elif rule.kind is ApplicationKind.MEDICAL_SCHOOL:
            assert barred == {Barred.TEACHING_ASSISTANT, Barred.FAMILY, Barred.FRIEND}
        else:
            assert barred == set()


def test_a_path_into_a_list_reaches_what_stands_there() -> None:
    data = json.loads(json.dumps(load("rules/services.json")))
    changed = rule_paths.with_value(data, "caspa.refuses[0]", "vslo")
    assert parse_services(changed)[LetterService.CASPA].refuses == (LetterService.VSLO,)
    assert parse_services(data)[LetterService.CASPA].refuses == (LetterService.INTERFOLIO,)
    assert rule_paths.beside(data, "caspa.refuses[0]")["cap_scope"] == "application"


def test_a_value_that_names_no_source_anywhere_is_a_mistake() -> None:
    with pytest.raises(RulePackError) as caught:
        rule_paths.origin_at({"events": [{"key": "opens", "on": "2026-06-03"}]}, "opens.on")
    assert caught.value.problem == "unknown-source"


def test_a_blank_address_is_no_page() -> None:
    assert not is_page("")
    assert Reader({"a": "b"}).text("a") == "b"
