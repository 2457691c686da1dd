"""Every shipped rule reads as words, and so does what is asked and refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.domain import rule_paths
from lordesk.domain.rule_values import Barred, CarryOver, ChairLetter, Lock, Narrative
from lordesk.domain.rulepack_reader import GRADES
from lordesk.errors import RulePackError
from lordesk.rows.rules import BrokenPack, Origin, RuleConflict, RuleRow
from tests.domain.shipped import RESOURCES, load
from ui.wording import rules as words

if TYPE_CHECKING:
    from enum import StrEnum

    from lordesk.core import Core


def shipped_rows(core: Core) -> list[RuleRow]:
    packs = {"services": "rules", "specialties": "rules"} | {
        path.stem: "seasons" for path in (RESOURCES / "seasons").glob("*.json")
    }
    return [
        core.rules.rule(pack, path)
        for pack, folder in packs.items()
        for entry in rule_paths.entries(load(f"{folder}/{pack}.json"))
        for path in rule_paths.paths_of(load(f"{folder}/{pack}.json"), entry)
    ]


def test_every_shipped_rule_has_a_name_a_value_and_an_origin_in_words(core: Core) -> None:
    rows = shipped_rows(core)
    assert len(rows) > 400
    for row in rows:
        assert words.title(row), row.path
        assert words.row_value(row), row.path
        assert words.group(row), row.path
        assert words.standing(row)[1] in ("confirmed", "projected", "uncertain")
        said = words.origin(row.origin)
        assert "checked on " in said
        assert "{" not in words.title(row) + words.row_value(row) + said


@pytest.mark.parametrize(
    ("pack", "path", "name", "value"),
    [
        ("services", "eras.cap", "Most letters for one program", "4"),
        ("services", "amcas.cap", "Most letters in all", "10"),
        ("services", "eras.lag", "From the upload until the letter counts", "At once"),
        ("services", "tmdsas.lag", "From the upload until the letter counts", "Up to 10 days"),
        ("services", "vslo.lag", "From the upload until the letter counts",
         "Up to 5 business days"),
        ("services", "caspa.refuses", "Takes no letters from", "Interfolio"),
        ("services", "tmdsas.recent_from", "A letter is recent from",
         "May 1 of the year before the application opens"),
        ("services", "amcas.needed_to_process", "Letters are needed for processing", "No"),
        ("services", "eras.checklist[0].text", "The letter must meet",
         "A PDF, not encrypted and without a password."),
        ("services", "eras.checklist[6].text", "The letter should meet", "A signature."),
        ("specialties", "emergency_medicine.needs[0].most", "Standardized letter: at most", "3"),
        ("specialties", "urology.slots[2].need", "Chair letter", "Department chair"),
        ("specialties", "medical_school_md.recency_months", "Oldest letter that counts",
         "24 months"),
        ("specialties", "kinds.residency.barred[0].who", "May not write", "Residents and fellows"),
        ("eras-2027", "review.on", "Programs begin to review", "Wed, Sep 23, 2026"),
    ],
)  # fmt: skip
def test_a_rule_reads_as_a_name_and_a_value(
    core: Core, pack: str, path: str, name: str, value: str
) -> None:
    row = core.rules.rule(pack, path)
    assert (words.title(row), words.row_value(row)) == (name, value)


def test_each_choice_and_grade_has_its_words() -> None:
    choices: dict[str, type[StrEnum]] = {
        "lock": Lock, "carry_over": CarryOver, "chair": ChairLetter, "narrative": Narrative,
        "who": Barred,
    }  # fmt: skip
    assert {key: set(said) for key, said in words.CHOICES.items()} == {
        key: set(kind) for key, kind in choices.items()
    }
    assert set(words.GRADES) == set(GRADES)


def test_an_origin_names_season_grade_and_day() -> None:
    about = Origin("https://a.org", "derived", date(2026, 11, 22), "ERAS 2026")
    assert words.origin(about) == (
        "ERAS 2026 · derived from a pattern · checked on Sun, Nov 22, 2026"
    )
    assert words.origin(Origin("https://a.org", "D", date(2026, 11, 22))).startswith("forum · ")


def conflict(**changes: object) -> RuleConflict:
    base: dict[str, object] = {
        "pack": "services", "path": "eras.cap", "key": "cap", "item": "ERAS",
        "beside": {"cap_scope": "program"}, "mine": 3, "before": 4, "now": 5, "fits": True,
    }  # fmt: skip
    return RuleConflict(**(base | changes))  # type: ignore[arg-type]


def test_a_conflict_says_what_changed_and_both_values(qapp: object) -> None:
    assert words.conflict(conflict()) == (
        "ERAS, Most letters for one program: the shipped value has changed.",
        "Yours is 3. It was 4, and is 5 now.",
    )
    gone = conflict(item="review", key="on", path="review.on", mine=date(2026, 9, 30), now=None,
                    beside={}, fits=False)  # fmt: skip
    assert words.conflict(gone) == (
        "review: a rule that you changed is gone.", "Your value was Wed, Sep 30, 2026.",
    )  # fmt: skip
    stuck = words.conflict(conflict(now=4, fits=False))
    assert stuck[0].endswith("your value no longer fits.")


def test_a_refused_value_says_why(qapp: object) -> None:
    assert "Change the other number first" in words.refused(
        RulePackError(problem="more-than-the-most")
    )
    assert words.refused(RulePackError(problem="x")) == "A rule cannot say this."


def test_a_broken_file_names_the_place_and_what_is_used(qapp: object) -> None:
    own = words.broken(BrokenPack("services.json", "3", "not-json", own=True))
    assert own == (
        "Your file services.json is left out: line 3 is not JSON.",
        "The rules that came with LoRDesk are used.",
    )
    place = words.broken(BrokenPack("services.json", "services[0].cap", "not-int", own=True))
    assert "services[0].cap (not-int)" in place[0]
    assert "Install" in words.broken(BrokenPack("services.json", "", "unreadable", own=False))[1]
