"""Caps, kinds and timing of grade A and B, written from the research by hand.

Each row names what the shipped packs must say and on whose word: source, season, grade. A rule of
these grades that is shipped and stands in no row fails too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from lordesk.domain import rule_paths
from lordesk.domain.rulepacks import parse_services, parse_specialties
from lordesk.kinds import LetterService
from tests.domain.rule_pages import (
    AACOMAS,
    AAFP,
    AAIM,
    AAMC,
    AAP,
    AAPMR,
    ACOG,
    ACP,
    AMCAS,
    AMCAS_LETTERS,
    AMCAS_STATUS,
    AMCAS_TYPES,
    AOA,
    APDCRS,
    APPLY,
    BOWDOIN,
    BROWN,
    CASPA,
    CASPA_OLD,
    CORD,
    DOSSIER,
    ERAS_FAQ,
    GW,
    HOLY_CROSS,
    INTERFOLIO,
    IU,
    PENN,
    PORTAL_FAQ,
    RCAS,
    SAEM,
    SLIDES,
    SLOR_ENT,
    SNS,
    TERMS,
    TMDSAS,
    TMDSAS_2022,
    UF,
    UMD,
    UW,
    UW_FM,
    VSLO,
    WUSTL,
)
from tests.domain.shipped import RESOURCES, load

if TYPE_CHECKING:
    from collections.abc import Iterator


class Row(NamedTuple):
    path: str
    value: Any
    source: str
    season: str
    grade: str


SERVICES = (
    # caps and minima
    Row("eras.cap", 4, AAMC + "eras-institutions/eras-letter-writers-faq", "ERAS 2027", "A"),
    Row("amcas.cap", 10, AMCAS, "", "A"),
    Row("aacomas.cap", 6, AACOMAS, "", "A"),
    Row("tmdsas.cap", 3, TMDSAS, "", "A"),
    Row("tmdsas.optional_extra", 1, TMDSAS, "", "A"),
    Row("tmdsas.minimum", 3, TMDSAS, "", "A"),
    Row("residencycas.cap", 4, RCAS, "ResidencyCAS 2025", "A"),
    Row("sf_match.cap", 3, UW, "", "B"),
    Row("caspa.cap", 5, CASPA, "", "B"),
    Row("caspa.minimum", 3, CASPA, "", "B"),
    Row("caspa.verify_minimum", 2, CASPA, "", "B"),
    # committee letters, packets, channels
    Row("amcas.packet_counts_as_one", True, AMCAS_TYPES, "", "A"),
    Row("aacomas.packet_counts_as_one", True, AACOMAS, "", "A"),
    Row("aacomas.contributors_excluded", True, AACOMAS, "", "A"),
    Row("tmdsas.packet_counts_as_one", True, TMDSAS, "", "A"),
    Row("tmdsas.packet_suffices", True, TMDSAS, "", "A"),
    Row("caspa.refuses", ["interfolio"], CASPA, "", "B"),
    # days until a letter counts
    Row("eras.lag", 0, ERAS_FAQ + "myeras-documents", "ERAS 2025", "A"),
    Row("amcas.lag", 0, AMCAS_LETTERS, "AMCAS 2026", "A"),
    Row("amcas.stored_lag", 3, AMCAS_LETTERS, "AMCAS 2026", "A"),
    Row("tmdsas.lag", 10, TMDSAS_2022, "TMDSAS 2022", "A"),
    Row("interfolio.lag", 4, INTERFOLIO, "", "A"),
    Row("vslo.lag", 5, BROWN, "", "B"),
    # before and after submission
    Row("eras.lock", "applying", ERAS_FAQ + "eras-policies", "ERAS 2025", "A"),
    Row("amcas.lock", "applying", AMCAS_STATUS, "", "A"),
    Row("aacomas.lock", "receipt", AACOMAS, "", "A"),
    Row("residencycas.lock", "applying", RCAS, "ResidencyCAS 2025", "A"),
    Row("caspa.lock", "receipt", CASPA_OLD, "", "A"),
    Row("eras.add_after_submission", True, UW, "", "B"),
    Row("amcas.add_after_submission", True, AMCAS_STATUS, "", "A"),
    Row("residencycas.add_after_submission", True, SAEM, "ResidencyCAS 2026", "A"),
    Row("amcas.needed_to_process", False, AMCAS, "", "A"),
    Row("tmdsas.needed_to_process", False, TMDSAS, "", "A"),
    # reference numbers
    Row("eras.reference_needed", False, AAMC + "eras-institutions/eras-letter-writers-faq",
        "ERAS 2027", "A"),
    Row("amcas.reference_needed", False, PORTAL_FAQ, "AMCAS 2026", "A"),
    Row("residencycas.reference_needed", True, "https://esloe.cordem.org/howto", "", "A"),
    # from one season to the next
    Row("eras.carry_over", "import",
        APPLY + "residencies-eras/publication-chapters/import-letters-recommendation", "", "A"),
    Row("amcas.carry_over", "none", AMCAS, "", "A"),
    Row("interfolio.carry_over", "kept", DOSSIER, "", "A"),
    Row("tmdsas.recent_from", "05-01", TMDSAS_2022, "TMDSAS 2022", "A"),
)  # fmt: skip

BUILT_IN = tuple(
    row
    for key in ("plastic_surgery", "dermatology", "urology")
    for row in (
        Row(f"{key}.builtin_form", True, TERMS, "ERAS 2027", "A"),
        Row(f"{key}.form", "Form of the AAMC portal", TERMS, "ERAS 2027", "A"),
    )
)
NOT_CONFIRMED = tuple(
    Row(f"{key}.minimum", 3, IU, "Match 2025", "B")
    for key in (
        "medicine_pediatrics", "child_neurology", "radiation_oncology", "thoracic_surgery",
        "medical_genetics", "nuclear_medicine",
    )
)  # fmt: skip
"""Shown with the usual set and marked as uncertain."""

SPECIALTIES = (
    Row("residency.minimum", 3, IU, "Match 2025", "B"),
    Row("residency.needs[0].least", 1, IU, "Match 2025", "B"),
    Row("residency.needs[0].preferred", 2, IU, "Match 2025", "B"),
    Row("internal_medicine.minimum", 3, ACP, "Match 2023", "A"),
    Row("internal_medicine.maximum", 4, ACP, "Match 2023", "A"),
    Row("internal_medicine.needs[0].least", 2, ACP, "Match 2023", "A"),
    Row("internal_medicine.chair", "common", ACP, "Match 2023", "A"),
    Row("internal_medicine.form", "IM SEL", AAIM, "", "A"),
    Row("preliminary_medicine.minimum", 3, UMD, "", "B"),
    Row("preliminary_medicine.needs[0].least", 1, UMD, "", "B"),
    Row("preliminary_medicine.needs[0].preferred", 2, UMD, "", "B"),
    Row("preliminary_medicine.chair", "common", UMD, "", "B"),
    Row("preliminary_medicine.form", "IM SEL", AAIM, "", "A"),
    Row("preliminary_surgery.minimum", 3, UMD, "", "B"),
    Row("preliminary_surgery.needs[0].least", 1, UMD, "", "B"),
    Row("preliminary_surgery.chair", "some", UMD, "", "B"),
    Row("transitional_year.minimum", 3, UMD, "", "B"),
    Row("transitional_year.chair", "none", UMD, "", "B"),
    Row("family_medicine.minimum", 3, UW_FM, "", "B"),
    Row("family_medicine.needs[0].least", 1, UW_FM, "", "B"),
    Row("family_medicine.chair", "none", UW_FM, "", "B"),
    Row("pediatrics.minimum", 3, AAP, "", "A"),
    Row("pediatrics.needs[0].least", 1, AAP, "", "A"),
    Row("pediatrics.chair", "some", IU, "Match 2025", "B"),
    Row("emergency_medicine.minimum", 1, CORD, "ResidencyCAS 2026", "A"),
    Row("emergency_medicine.maximum", 4, CORD, "ResidencyCAS 2026", "A"),
    Row("emergency_medicine.needs[0].least", 1, CORD, "ResidencyCAS 2026", "A"),
    Row("emergency_medicine.needs[0].preferred", 2, CORD, "ResidencyCAS 2026", "A"),
    Row("emergency_medicine.needs[0].most", 3, CORD, "ResidencyCAS 2026", "A"),
    Row("emergency_medicine.chair", "none", CORD, "ResidencyCAS 2026", "A"),
    Row("emergency_medicine.form", "eSLOE, non-residency SLOE, sub-specialty SLOE or O-SLOE",
        CORD, "ResidencyCAS 2026", "A"),
    Row("obstetrics_gynecology.minimum", 4, ACOG, "Match 2024", "A"),
    Row("obstetrics_gynecology.maximum", 4, ACOG, "Match 2024", "A"),
    Row("obstetrics_gynecology.needs[0].least", 1, ACOG, "Match 2024", "A"),
    Row("obstetrics_gynecology.needs[1].least", 2, ACOG, "Match 2024", "A"),
    Row("obstetrics_gynecology.form", "SLOE", ACOG, "Match 2024", "A"),
    Row("obstetrics_gynecology.author_may_not_repeat", True, ACOG, "Match 2024", "A"),
    Row("general_surgery.chair", "expected", IU, "Match 2025", "B"),
    Row("orthopedic_surgery.minimum", 3, AOA, "2023", "A"),
    Row("orthopedic_surgery.maximum", 4, AOA, "2023", "A"),
    Row("orthopedic_surgery.chair", "common", AOA, "2023", "A"),
    Row("orthopedic_surgery.form", "eSLOR", AOA, "2023", "A"),
    Row("orthopedic_surgery.narrative", "replaced", AOA, "2023", "A"),
    Row("neurosurgery.minimum", 4, SNS, "Match 2024", "A"),
    Row("neurosurgery.maximum", 4, SNS, "Match 2024", "A"),
    Row("neurosurgery.needs[0].least", 3, SNS, "Match 2024", "A"),
    Row("neurosurgery.form", "SNS LOE", SNS, "Match 2024", "A"),
    Row("otolaryngology.form", "SLOR", SLOR_ENT, "Match 2013", "A"),
    Row("plastic_surgery.minimum", 3, IU, "Match 2025", "B"),
    Row("dermatology.minimum", 3, UF, "Match 2024", "B"),
    Row("dermatology.maximum", 4, UF, "Match 2024", "B"),
    Row("dermatology.needs[0].least", 1, UF, "Match 2024", "B"),
    *BUILT_IN,
    Row("ophthalmology.minimum", 3, UW, "", "B"),
    Row("ophthalmology.maximum", 3, UW, "", "B"),
    Row("ophthalmology.advanced", True, UW, "", "B"),
    Row("physical_medicine.form", "SLOE", AAPMR, "Match 2026", "A"),
    Row("colon_rectal_surgery.minimum", 3, APDCRS, "ERAS 2025", "A"),
    Row("colon_rectal_surgery.needs[0].least", 1, APDCRS, "ERAS 2025", "A"),
    Row("colon_rectal_surgery.form", "APDCRS assessment form", APDCRS, "ERAS 2025", "A"),
    Row("colon_rectal_surgery.narrative", "discarded", APDCRS, "ERAS 2025", "A"),
    *NOT_CONFIRMED,
    Row("medical_school_md.minimum", 3, WUSTL, "", "B"),
    Row("medical_school_md.needs[0].least", 2, WUSTL, "", "B"),
    Row("medical_school_md.needs[1].least", 1, WUSTL, "", "B"),
    Row("medical_school_do.minimum", 3, BOWDOIN, "", "B"),
    Row("medical_school_do.needs[0].least", 2, BOWDOIN, "", "B"),
    Row("medical_school_do.packet_suffices", True, BOWDOIN, "", "B"),
    Row("medical_school_tx.minimum", 3, TMDSAS, "", "A"),
    Row("medical_school_tx.maximum", 4, TMDSAS, "", "A"),
    Row("medical_school_tx.packet_suffices", True, TMDSAS, "", "A"),
    Row("medical_school_mdphd.minimum", 4, WUSTL, "", "B"),
    Row("medical_school_mdphd.needs[0].least", 2, WUSTL, "", "B"),
    Row("medical_school_mdphd.needs[1].least", 1, WUSTL, "", "B"),
    Row("medical_school_committee.minimum", 1, AMCAS_TYPES, "", "A"),
    Row("medical_school_committee.needs[0].least", 1, AMCAS_TYPES, "", "A"),
    Row("medical_school_committee.packet_suffices", True, AMCAS_TYPES, "", "A"),
    Row("physician_assistant.minimum", 3, CASPA, "", "B"),
    Row("physician_assistant.maximum", 5, CASPA, "", "B"),
    Row("physician_assistant.needs[0].least", 1, CASPA, "", "B"),
    Row("away_rotation.minimum", 0, VSLO, "", "A"),
    Row("kinds.residency.barred[0].who", "resident_fellow", GW, "", "B"),
)  # fmt: skip

TIMING_NOTES = (
    Row("internal_medicine", "mid-July", IU, "Match 2025", "B"),
    Row("family_medicine", "at least a month before", AAFP, "", "A"),
    Row("emergency_medicine", "by late September", CORD, "ResidencyCAS 2026", "A"),
    Row("medical_school_committee", "by February 15", HOLY_CROSS, "", "B"),
    Row("medical_school_committee", "by May 15 and everything by July 15", SLIDES,
        "AMCAS 2026", "B"),
    Row("away_rotation", "by February 15", PENN, "", "B"),
    Row("physician_assistant", "before verification", CASPA, "", "B"),
)  # fmt: skip
SERVICE_NOTES = (
    Row("eras", "before June 1, 2026 carried over",
        AAMC + "eras-institutions/eras-letter-writers-faq", "ERAS 2027", "A"),
    Row("tmdsas", "only after the application has opened", TMDSAS_2022, "TMDSAS 2022", "A"),
    Row("residencycas", "even if SLOEs are late", SAEM, "ResidencyCAS 2026", "A"),
)  # fmt: skip
SEASONS = (
    Row("vslo-2027/catalogs.on", "2027-02-01", VSLO, "", "A"),
    Row("vslo-2027/letters.on", "2027-02-15", PENN, "", "B"),
)

ANY, IN, CLINICAL, SLOE, CHAIR = "any", "in_specialty", "clinical", "standardized", "chair"
SCIENCE = "science_faculty"
KINDS = {
    "residency": (IN, IN, ANY),
    "internal_medicine": (IN, IN, CHAIR, ANY),
    "preliminary_medicine": (CHAIR, IN, ANY),
    "preliminary_surgery": (IN, ANY, ANY),
    "transitional_year": (ANY, ANY, ANY),
    "family_medicine": (IN, CLINICAL, ANY),
    "pediatrics": (IN, CLINICAL, ANY),
    "emergency_medicine": (SLOE, SLOE, ANY),
    "obstetrics_gynecology": (SLOE, IN, IN, ANY),
    "orthopedic_surgery": (SLOE, SLOE, IN),
    "neurosurgery": (SLOE, SLOE, SLOE, ANY),
    "plastic_surgery": (IN, IN, ANY),
    "dermatology": (IN, ANY, ANY),
    "ophthalmology": (IN, IN, ANY),
    "colon_rectal_surgery": (SLOE, SLOE, SLOE),
    "medicine_pediatrics": (IN, IN, ANY),
    "child_neurology": (IN, IN, ANY),
    "radiation_oncology": (IN, IN, ANY),
    "thoracic_surgery": (IN, IN, ANY),
    "medical_genetics": (IN, IN, ANY),
    "nuclear_medicine": (IN, IN, ANY),
    "medical_school_md": (SCIENCE, SCIENCE, "non_science", CLINICAL),
    "medical_school_do": (SCIENCE, SCIENCE, "do_physician"),
    "medical_school_tx": (SCIENCE, SCIENCE, ANY),
    "medical_school_mdphd": (SCIENCE, SCIENCE, "non_science", "research"),
    "medical_school_committee": ("committee",),
    "physician_assistant": (CLINICAL, SCIENCE, ANY),
    "away_rotation": (IN,),
}
"""The usual letters of every entry whose own source is of grade A or B."""

SENTENCES = ("text", "slots", "checklist", "notes", "need")
"""Advice and lists, which are not single caps, kinds or times; their own tests look at them."""


def packs() -> Iterator[tuple[str, Any, tuple[Row, ...]]]:
    yield "services", load("rules/services.json"), SERVICES
    yield "specialties", load("rules/specialties.json"), SPECIALTIES
    for path in sorted((RESOURCES / "seasons").glob("*.json")):
        rows = [
            row._replace(path=row.path.partition("/")[2])
            for row in SEASONS
            if row.path.startswith(f"{path.stem}/")
        ]
        yield path.stem, json.loads(path.read_text(encoding="utf-8")), tuple(rows)


ROWS = [
    pytest.param(data, row, id=f"{name}.{row.path}") for name, data, rows in packs() for row in rows
]


@pytest.mark.parametrize(("data", "row"), ROWS)
def test_a_rule_says_what_its_source_says(data: Any, row: Row) -> None:
    origin = rule_paths.origin_at(data, row.path)
    found = Row(
        row.path, rule_paths.value_at(data, row.path), origin.source, origin.season, origin.grade
    )
    assert found == row


def test_no_rule_of_these_grades_is_missing_from_the_table() -> None:
    for name, data, rows in packs():
        shipped = {
            path
            for entry in rule_paths.entries(data)
            for path in rule_paths.paths_of(data, entry)
            if rule_paths.last_key(path) not in SENTENCES
            and rule_paths.origin_at(data, path).grade in ("A", "B")
        }
        assert shipped - {row.path for row in rows} == set(), name


def test_each_entry_of_these_grades_has_its_usual_letters() -> None:
    rules = parse_specialties(load("rules/specialties.json"))
    found = {
        key: tuple(str(slot.need) for slot in rule.slots)
        for key, rule in rules.items()
        if rule.origin.grade in ("A", "B")
    }
    assert found == KINDS


@pytest.mark.parametrize(
    ("rows", "notes"), [(TIMING_NOTES, "specialties"), (SERVICE_NOTES, "services")]
)
def test_advice_about_time_names_its_source(rows: tuple[Row, ...], notes: str) -> None:
    rules: dict[Any, Any] = (
        parse_services(load("rules/services.json"))
        if notes == "services"
        else parse_specialties(load("rules/specialties.json"))
    )
    for row in rows:
        [note] = [note for note in rules[row.path].notes if row.value in note.text]
        origin = note.origin
        assert (origin.source, origin.season, origin.grade) == (row.source, row.season, row.grade)


SCOPES = {
    "eras": "program", "residencycas": "program", "sf_match": "program", "amcas": "application",
    "aacomas": "application", "tmdsas": "application", "caspa": "application",
}  # fmt: skip


def test_a_cap_counts_letters_a_program_or_in_all() -> None:
    services = parse_services(load("rules/services.json"))
    found = {str(key): rule.cap_scope for key, rule in services.items() if rule.cap is not None}
    assert found == SCOPES


CHECKS = (
    # service, what must be met, required, source, season
    ("eras", "pdf", True, AAMC + "eras-for-institutions/lor-portal", "ERAS 2025"),
    ("eras", "size", True, AAMC + "eras-for-institutions/lor-portal", "ERAS 2025"),
    ("eras", "page_size", True, AAMC + "eras-for-institutions/lor-portal", "ERAS 2025"),
    ("eras", "file_name", True, AAMC + "eras-for-institutions/lor-portal", "ERAS 2025"),
    ("eras", "no_digital_signature", True, AAMC + "eras-for-institutions/lor-portal/faq",
     "ERAS 2025"),
    ("eras", "signature", False, AAMC + "eras-for-institutions/lor-portal", "ERAS 2025"),
    ("eras", "date", False, AAMC + "eras-for-institutions/lor-portal", "ERAS 2025"),
    ("eras", "letterhead", False, "https://www.ecfmg.org/eras/letter-writers-portal-assistance.html",
     ""),
    ("eras", "single_pdf", True, AAMC + "eras-for-institutions/lor-portal", "ERAS 2025"),
    ("tmdsas", "letterhead", True, TMDSAS_2022, "TMDSAS 2022"),
    ("tmdsas", "contact", True, TMDSAS_2022, "TMDSAS 2022"),
    ("tmdsas", "signature", True, TMDSAS_2022, "TMDSAS 2022"),
    ("tmdsas", "applicant_name", True, TMDSAS_2022, "TMDSAS 2022"),
    ("tmdsas", "date", True, TMDSAS_2022, "TMDSAS 2022"),
    ("tmdsas", "language", True, TMDSAS_2022, "TMDSAS 2022"),
    ("caspa", "by_evaluator", True, CASPA, ""),
    ("interfolio", "letterhead", True, INTERFOLIO, ""),
    ("interfolio", "signature", True, INTERFOLIO, ""),
)  # fmt: skip


@pytest.mark.parametrize(("service", "code", "required", "source", "season"), CHECKS)
def test_the_file_of_a_letter_must_meet_what_its_service_says(
    service: str, code: str, required: bool, source: str, season: str
) -> None:
    rules = parse_services(load("rules/services.json"))[LetterService(service)]
    [check] = [check for check in rules.checklist if check.code == code]
    assert (check.required, check.origin.source, check.origin.season) == (required, source, season)
    assert check.origin.grade in ("A", "B")
