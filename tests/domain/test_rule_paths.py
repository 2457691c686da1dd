"""A value of a pack is found by its path, says where it is from, and can be laid over."""

from __future__ import annotations

from typing import Any

import pytest

from lordesk.domain import rule_paths
from lordesk.errors import RulePackError
from lordesk.kinds import ApplicationKind, DateStatus

PACK: dict[str, Any] = {
    "sources": {
        "page": {"source": "https://example.org/letters", "grade": "A", "checked_on": "2026-11-22"},
        "blog": {"source": "https://example.org/blog", "grade": "C", "checked_on": "2026-11-22"},
    },
    "services": [
        {
            "service": "eras",
            "name": "ERAS",
            "cap_scope": "program",
            "cap": {"value": 4, "from": "page"},
            "lag": {"value": 2, "from": "page", "uncertain": "Of 2014."},
            "from": "blog",
            "portal": "Letters",
            "notes": [{"text": "By hand."}],
        }
    ],
    "kinds": [{"kind": "residency", "maximum": 4, "from": "page"}],
    "events": [
        {"key": "review", "title": "Review", "on": "2026-09-23", "status": "projected"},
    ],
}


def test_what_holds_for_a_kind_has_a_path_of_its_own() -> None:
    path = rule_paths.of_kind(ApplicationKind.RESIDENCY)
    assert rule_paths.value_at(PACK, f"{path}.maximum") == 4
    assert rule_paths.name_of(PACK, path) == "residency"


@pytest.mark.parametrize(
    ("path", "editable"),
    [("eras.cap", True), ("review.on", True), ("eras.notes[0].text", False)],
)
def test_numbers_and_days_can_be_changed_and_sentences_not(path: str, editable: bool) -> None:
    assert rule_paths.is_editable(path) is editable


def test_what_stands_beside_a_value_is_plain_and_without_lists() -> None:
    beside = rule_paths.beside(PACK, "eras.cap")
    assert beside["cap_scope"] == "program"
    assert beside["lag"] == 2
    assert "notes" not in beside


def test_a_value_without_a_source_has_that_of_the_entry_around_it() -> None:
    assert rule_paths.origin_at(PACK, "eras.cap").source.endswith("/letters")
    assert rule_paths.origin_at(PACK, "eras.notes[0].text").source.endswith("/blog")


def test_a_value_without_any_source_is_refused() -> None:
    with pytest.raises(RulePackError) as refused:
        rule_paths.origin_at(PACK, "review.on")
    assert refused.value.problem == "unknown-source"


def test_a_value_is_confirmed_by_a_good_source_that_nothing_calls_uncertain() -> None:
    assert rule_paths.standing(PACK, "eras.cap") is DateStatus.CONFIRMED
    assert rule_paths.standing(PACK, "eras.lag") is DateStatus.PROJECTED
    assert rule_paths.standing(PACK, "eras.notes[0].text") is DateStatus.PROJECTED


def test_a_date_says_itself_whether_it_is_confirmed() -> None:
    assert rule_paths.standing(PACK, "review.on") is DateStatus.PROJECTED


def test_a_changed_value_keeps_what_is_said_of_it_and_leaves_the_pack_alone() -> None:
    changed = rule_paths.with_value(PACK, "eras.cap", 3)
    assert changed["services"][0]["cap"] == {"value": 3, "from": "page"}
    assert rule_paths.value_at(PACK, "eras.cap") == 4
    assert (
        rule_paths.value_at(
            rule_paths.with_value(PACK, "kinds.residency.maximum", 6), "kinds.residency.maximum"
        )
        == 6
    )


def test_a_day_that_the_user_set_is_the_users_own() -> None:
    changed = rule_paths.with_value(PACK, "review.on", "2026-09-25")
    assert rule_paths.standing(changed, "review.on") is DateStatus.OWN


def test_the_entries_of_a_pack_and_the_rules_of_each() -> None:
    assert list(rule_paths.entries(PACK)) == ["eras", "review", "kinds.residency"]
    assert list(rule_paths.paths_of(PACK, "eras")) == ["eras.cap", "eras.lag", "eras.notes[0].text"]


@pytest.mark.parametrize(
    "path",
    ["", "eras", "amcas.cap", "kinds", "kinds.fellowship.maximum", "eras.cup", "eras.notes[7].text",
     "eras.cap.value"],
)  # fmt: skip
def test_a_path_that_leads_nowhere_is_refused_by_name(path: str) -> None:
    with pytest.raises(RulePackError) as refused:
        rule_paths.value_at(PACK, path)
    assert refused.value.problem == "no-such-rule"
    assert refused.value.place == path
