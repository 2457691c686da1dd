"""The user's edits over the shipped rules: kept, undone, asked about when the pack changes."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lordesk.errors import RulePackError
from lordesk.kinds import ApplicationKind, DateStatus, LetterService
from lordesk.paths import resources_dir
from lordesk.rows.letters import ApplicationRow
from lordesk.rows.rules import BrokenPack
from lordesk.services.rules import RuleService

if TYPE_CHECKING:
    from pathlib import Path

    from tests.core.conftest import House

REVIEW = date(2026, 9, 23)


def shipped(name: str) -> Any:
    return json.loads((resources_dir() / name).read_text(encoding="utf-8"))


def lay(house: House, name: str, data: object) -> RuleService:
    """The house's rules after a pack was laid into the user's folder."""
    house.paths.rules.mkdir(exist_ok=True)
    text = data if isinstance(data, str) else json.dumps(data)
    (house.paths.rules / name).write_text(text, encoding="utf-8")
    return RuleService(resources_dir(), house.store, house.paths.rules)


def with_cap(cap: object) -> Any:
    data = shipped("rules/services.json")
    data["services"][0]["cap"]["value"] = cap
    return data


def application(**changes: object) -> ApplicationRow:
    base: dict[str, object] = {
        "id": 1,
        "name": "Urology",
        "kind": ApplicationKind.RESIDENCY,
        "service": LetterService.ERAS,
        "season": "2027",
        "specialty": "Urology",
        "goals": {},
        "hard_status": DateStatus.PROJECTED,
    }
    return ApplicationRow(**(base | changes))  # type: ignore[arg-type]


def test_a_rule_says_where_it_comes_from(house: House) -> None:
    row = house.rules.rule("services", "eras.cap")
    assert (row.item, row.value, row.shipped, row.edited, row.editable) == (
        "ERAS", 4, 4, False, True,
    )  # fmt: skip
    assert (row.origin.grade, row.origin.season) == ("A", "ERAS 2027")
    assert row.status is DateStatus.CONFIRMED
    assert row.beside["cap_scope"] == "program"
    day = house.rules.rule("eras-2027", "review.on")
    assert (day.item, day.value, day.group) == ("Programs begin to review", REVIEW, "season")
    assert day.status is DateStatus.PROJECTED
    need = house.rules.rule("specialties", "urology.slots[0].need")
    assert (need.value, need.item, need.origin.grade) == ("in_specialty", "Urology", "C")
    assert need.status is DateStatus.PROJECTED
    assert not need.editable


def test_an_edit_holds_and_can_be_undone_and_reset(house: House) -> None:
    house.rules.edit("services", "eras.cap", 3)
    assert house.rules.services[LetterService.ERAS].cap == 3
    row = house.rules.rule("services", "eras.cap")
    assert (row.value, row.shipped, row.edited) == (3, 4, True)
    house.undo.undo()
    assert house.rules.services[LetterService.ERAS].cap == 4
    house.undo.redo()
    assert house.rules.services[LetterService.ERAS].cap == 3
    house.rules.reset("services", "eras.cap")
    assert not house.rules.rule("services", "eras.cap").edited
    house.undo.undo()
    assert house.rules.services[LetterService.ERAS].cap == 3


def test_the_shipped_value_typed_again_is_no_edit(house: House) -> None:
    house.rules.edit("services", "eras.cap", 4)
    assert house.undo.next_undo() is None
    house.rules.edit("services", "eras.cap", 3)
    house.rules.edit("services", "eras.cap", 2)
    assert house.sql("SELECT value, shipped_value FROM rule_edit") == [("2", "4")]
    house.rules.edit("services", "eras.cap", 4)
    assert house.sql("SELECT count(*) FROM rule_edit") == [(0,)]


def test_a_day_of_the_user_is_their_own_and_not_the_pages(house: House) -> None:
    house.rules.edit("eras-2027", "review.on", date(2026, 9, 30))
    season = next(s for s in house.rules.seasons if (s.service, s.season) == ("eras", "2027"))
    review = season.letters_needed
    assert review is not None
    assert (review.on, review.status, review.origin.source) == (
        date(2026, 9, 30), DateStatus.OWN, "",
    )  # fmt: skip
    row = house.rules.rule("eras-2027", "review.on")
    assert (row.value, row.shipped, row.status) == (date(2026, 9, 30), REVIEW, DateStatus.OWN)
    assert row.origin.source.startswith("https://mededits.com/")


@pytest.mark.parametrize(
    ("pack", "path", "value", "place", "problem"),
    [
        ("services", "eras.cap", -1, "services[0].cap", "negative"),
        ("services", "eras.cap", "four", "services[0].cap", "not-int"),
        ("services", "caspa.minimum", 9, "services[6].minimum", "more-than-the-most"),
        ("eras-2027", "review.on", "soon", "events[3].on", "not-understood"),
        ("services", "eras.capp", 4, "eras.capp", "no-such-rule"),
        ("services", "eras", 4, "eras", "no-such-rule"),
        ("services", "", 4, "", "no-such-rule"),
        ("services", "mars.cap", 4, "mars.cap", "no-such-rule"),
        ("specialties", "urology.slots[9].need", 4, "urology.slots[9].need", "no-such-rule"),
        ("eras-1999", "review.on", 4, "eras-1999", "no-such-rule"),
    ],
)
def test_an_edit_that_the_pack_cannot_take_is_refused_with_its_place(
    house: House, pack: str, path: str, value: object, place: str, problem: str
) -> None:
    with pytest.raises(RulePackError) as refused:
        house.rules.edit(pack, path, value)
    assert (refused.value.place, refused.value.problem) == (place, problem)
    assert house.undo.next_undo() is None
    assert house.rules.conflicts() == ()


def test_a_pack_that_changes_under_an_edit_asks_the_user(house: House) -> None:
    house.rules.edit("services", "eras.cap", 3)
    rules = lay(house, "services.json", with_cap(5))
    [conflict] = rules.conflicts()
    assert (conflict.item, conflict.mine, conflict.before, conflict.now, conflict.fits) == (
        "ERAS", 3, 4, 5, True,
    )  # fmt: skip
    assert rules.services[LetterService.ERAS].cap == 3
    rules.keep("services", "eras.cap")
    assert rules.conflicts() == ()
    assert rules.rule("services", "eras.cap").shipped == 5
    house.undo.undo()
    assert len(rules.conflicts()) == 1
    rules.take("services", "eras.cap")
    assert rules.conflicts() == ()
    assert rules.services[LetterService.ERAS].cap == 5


def test_an_edit_whose_rule_is_gone_is_named_and_only_taken_away(house: House) -> None:
    house.rules.edit("eras-2027", "review.on", date(2026, 9, 30))
    data = shipped("seasons/eras-2027.json")
    data["events"] = [event for event in data["events"] if event["key"] != "review"]
    rules = lay(house, "eras-2027.json", data)
    [conflict] = rules.conflicts()
    assert (conflict.item, conflict.mine, conflict.before, conflict.now, conflict.fits) == (
        "review", date(2026, 9, 30), REVIEW, None, False,
    )  # fmt: skip
    with pytest.raises(RulePackError):
        rules.keep("eras-2027", "review.on")
    rules.take("eras-2027", "review.on")
    assert rules.conflicts() == ()


def test_an_edit_that_no_longer_fits_is_left_out_and_asked_about(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.rules.edit("services", "caspa.minimum", 4)
    data = shipped("rules/services.json")
    data["services"][6]["cap"] = 3
    rules = lay(house, "services.json", data)
    assert rules.services[LetterService.CASPA].minimum == 3
    [conflict] = rules.conflicts()
    assert (conflict.mine, conflict.now, conflict.fits) == (4, 3, False)
    assert "services[6].minimum more-than-the-most" in caplog.text
    with pytest.raises(RulePackError):
        rules.keep("services", "caspa.minimum")


def test_an_edit_of_a_pack_that_is_gone_is_named(house: House, tmp_path: Path) -> None:
    house.rules.edit("eras-2027", "review.on", date(2026, 9, 30))
    rules = RuleService(tmp_path, house.store, house.paths.rules)
    [conflict] = rules.conflicts()
    assert (conflict.item, conflict.now, conflict.fits) == ("review", None, False)


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("{ not json\n", "1", "not-json"),
        ("[" * 100_000, "", "not-json"),
        ("{}" + " " * 2_000_000, "", "too-large"),
        ("[]", "", "not-an-object"),
        (json.dumps(with_cap("four")), "services[0].cap", "not-int"),
    ],
    ids=["no json", "deep", "large", "a list", "a word for a number"],
)
def test_a_pack_of_the_user_that_does_not_parse_is_named_and_the_shipped_one_used(
    house: House, text: str, place: str, problem: str, caplog: pytest.LogCaptureFixture
) -> None:
    rules = lay(house, "services.json", text)
    assert rules.services[LetterService.ERAS].cap == 4
    assert rules.broken == [BrokenPack("services.json", place, problem, own=True)]
    assert problem in caplog.text


def test_a_shipped_pack_that_is_gone_stops_nothing_else(house: House, tmp_path: Path) -> None:
    rules = RuleService(tmp_path, house.store, house.paths.rules)
    assert (rules.services, rules.specialties, rules.seasons, rules.holidays(2026)) == (
        {}, {}, (), {},
    )  # fmt: skip
    assert [(pack.name, pack.problem, pack.own) for pack in rules.broken] == [
        ("services.json", "unreadable", False),
        ("specialties.json", "unreadable", False),
        ("holidays.json", "unreadable", False),
    ]
    assert rules.sources_for(application()) == ()


def test_a_season_that_only_the_user_has_is_there(house: House) -> None:
    data = shipped("seasons/eras-2028.json") | {"season": "2029", "name": "ERAS 2029"}
    rules = lay(house, "eras-2029.json", data)
    assert "2029" in {s.season for s in rules.seasons if s.service is LetterService.ERAS}
    rows = rules.sources_for(application(season="2029"))
    assert {row.pack for row in rows if row.group == "season"} == {"eras-2029"}


def test_an_application_lists_the_rules_of_its_service_specialty_kind_and_season(
    house: House,
) -> None:
    rows = house.rules.sources_for(application())
    paths = [f"{row.pack}.{row.path}" for row in rows]
    assert len(paths) == len(set(paths))
    for wanted in (
        "services.eras.cap",
        "services.eras.lock",
        "services.eras.checklist[0].text",
        "specialties.urology.minimum",
        "specialties.urology.slots[2].need",
        "specialties.urology.needs[0].preferred",
        "specialties.urology.builtin_form",
        "specialties.kinds.residency.barred[0].who",
        "eras-2027.review.on",
    ):
        assert wanted in paths
    assert "specialties.urology.needs[0].need" not in paths
    assert all(row.origin.source.startswith("http") for row in rows)


def test_an_application_without_service_or_season_lists_what_there_is(house: House) -> None:
    rows = house.rules.sources_for(
        application(kind=ApplicationKind.SCHOLARSHIP, service=None, season="", specialty="")
    )
    assert {row.item for row in rows} == {"Scholarship"}
