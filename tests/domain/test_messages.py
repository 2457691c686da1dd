"""The shipped templates and the values of their fields."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.domain import english
from lordesk.domain.fields import ANSWERS, FIELDS
from lordesk.domain.messages import MessageFacts, field_values, split_template
from lordesk.domain.relevance import Observed
from lordesk.domain.rendering import check_template, render
from lordesk.errors import TemplateProblemError
from lordesk.kinds import (
    ApplicationKind,
    Highlight,
    LetterKind,
    MaterialKind,
    MessageKind,
    Tone,
)
from tests.domain import people
from tests.domain.shipped import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = sorted((RESOURCES / "templates").glob("*.txt"), key=lambda path: path.name)
WRONG = re.compile(r"  | [.,?!]|,,|\.\.|,\.|\(\)|\( | \)|\n{3,}|\n |^[a-z ]", re.MULTILINE)


def kind_of(path: Path) -> MessageKind:
    return MessageKind(path.name.split(".")[0])


def written(path: Path, facts: MessageFacts) -> tuple[str, str]:
    subject, body = split_template(path.read_text(encoding="utf-8"))
    values = field_values(kind_of(path), facts)
    return render(subject, values).text, render(body, values).text


def test_every_kind_has_a_warm_template_and_the_ask_has_three_tones() -> None:
    names = {path.name for path in TEMPLATES}
    assert {f"{kind}.warm.txt" for kind in MessageKind} <= names
    assert {f"ask.{tone}.txt" for tone in Tone} <= names


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_shipped_template_uses_fields_of_its_kind_only(path: Path) -> None:
    for part in split_template(path.read_text(encoding="utf-8")):
        check_template(part, FIELDS[kind_of(path)])


@pytest.mark.parametrize("facts", [people.full_facts(), people.bare_facts()], ids=["full", "bare"])
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_message_reads_right_whatever_is_known(path: Path, facts: MessageFacts) -> None:
    subject, body = written(path, facts)
    assert not WRONG.search(body), body
    assert not WRONG.search(subject), subject
    assert "\n" not in subject
    assert body.startswith("Dear ")


@pytest.mark.parametrize("tone", Tone)
def test_an_ask_says_all_that_a_writer_needs(tone: Tone) -> None:
    subject, body = written(RESOURCES / f"templates/ask.{tone}.txt", people.full_facts())
    assert subject == (
        "Request for a strong letter of recommendation for internal medicine residency"
    )
    for needed in (
        "Dear Dr. Adeyemi,",
        "Priya Raman",
        "strong letter of recommendation",
        "my independence in research and how I respond to feedback",
        "for example when we rebuilt the analysis",
        "Wednesday, September 16 (end of the day, Eastern Time)",
        "AAMC Letter Writer Portal",
        "spam",
        "1234567",
        "My CV and the Letter Request Form are attached.",
        "15",
    ):
        assert needed in body
    assert re.search(r"quick no is fine|do not have the time", body)


@pytest.mark.parametrize("tone", Tone)
def test_an_ask_says_why_this_mentor_first_what_serves_the_goals(tone: Tone) -> None:
    path = RESOURCES / "templates" / f"ask.{tone}.txt"
    facts = people.full_facts()
    _, body = written(path, facts)
    research, long = "you have seen my research up close", "you have known me for two years"
    assert f"because {research}, and {long}." in body
    served = replace(facts, application=people.application(goals={"emphasis": "service"}))
    assert f"because {long}, and {research}." in written(path, served)[1]
    unknown = replace(facts, observed=Observed())
    assert "because" not in written(path, unknown)[1]


def test_for_how_long_one_is_known_is_not_told_twice() -> None:
    facts = people.full_facts()
    mentor = people.mentor(settings_shared="", known_from=date(2024, 6, 3))
    _, body = written(RESOURCES / "templates" / "ask.warm.txt", replace(facts, mentor=mentor))
    assert "You have known me since June 2024." in body
    assert "two years" not in body


def test_a_warm_ask_stays_short() -> None:
    body = written(RESOURCES / "templates/ask.warm.txt", people.full_facts())[1]
    assert len(body.split()) < 265


def test_the_preview_knows_which_words_are_the_applicants() -> None:
    facts = people.full_facts()
    body = split_template((RESOURCES / "templates/ask.warm.txt").read_text(encoding="utf-8"))[1]
    rendered = render(body, field_values(MessageKind.ASK, facts))
    told = {
        span.field: rendered.text[span.start : span.end]
        for span in rendered.spans
        if span.field in ANSWERS
    }
    assert told["highlights"] == "my independence in research and how I respond to feedback"
    assert told["worked_together"] == "our two years on the atrial fibrillation cohort"


def test_a_reminder_of_an_overdue_letter_says_was() -> None:
    path = RESOURCES / "templates/due_follow_up.warm.txt"
    facts = people.full_facts()
    assert "that it is due Wednesday, September 16" in written(path, facts)[1]
    late = replace(facts, today=date(2026, 9, 20))
    assert "that it was due Wednesday, September 16" in written(path, late)[1]


@pytest.mark.parametrize("kind", MessageKind)
def test_every_field_has_a_value_and_a_meaning(kind: MessageKind) -> None:
    assert set(field_values(kind, people.bare_facts())) == set(FIELDS[kind])
    assert all(FIELDS[kind].values())


def test_a_greeting_falls_back_to_the_whole_name() -> None:
    assert field_values(MessageKind.ASK, people.bare_facts())["greeting"] == "Dear Adeyemi,"


@pytest.mark.parametrize("text", ["", "Hello", "Subject:\n\nHello", "\nSubject: x"])
def test_a_template_file_begins_with_its_subject(text: str) -> None:
    with pytest.raises(TemplateProblemError):
        split_template(text)


@pytest.mark.parametrize(
    ("kind", "specialty", "name", "expected"),
    [
        (ApplicationKind.RESIDENCY, "Internal Medicine", "IM", "internal medicine residency"),
        (ApplicationKind.RESIDENCY, "OB-GYN", "x", "OB-GYN residency"),
        (ApplicationKind.RESIDENCY, "PM&R", "x", "PM&R residency"),
        (ApplicationKind.RESIDENCY, "", "x", "residency"),
        (ApplicationKind.MEDICAL_SCHOOL, "", "AMCAS 2028", "medical school"),
        (ApplicationKind.AWAY_ROTATION, "Cardiology", "x", "an away rotation in cardiology"),
        (ApplicationKind.SCHOLARSHIP, "", "Harlan Scholarship", "the Harlan Scholarship"),
        (ApplicationKind.OTHER, "", "the Fulbright program", "the Fulbright program"),
        (ApplicationKind.OTHER, "", "", "my application"),
    ],
)
def test_the_purpose_fits_into_a_sentence(
    kind: ApplicationKind, specialty: str, name: str, expected: str
) -> None:
    assert english.purpose(kind, specialty, name) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Sub-internship, May 2026", "our sub-internship, May 2026"),
        ("your physiology course", "your physiology course"),
        ("Dr. Lopez's clinic", "our Dr. Lopez's clinic"),
        ("", ""),
    ],
)
def test_a_setting_becomes_part_of_a_sentence(phrase: str, expected: str) -> None:
    assert english.with_determiner(phrase) == expected


def test_phrases_are_joined_as_in_english() -> None:
    assert english.joined([]) == ""
    assert english.joined(["a"]) == "a"
    assert english.joined(["a", "b"]) == "a and b"
    assert english.joined(["a", "b", "c"]) == "a, b, and c"


@pytest.mark.parametrize("highlight", Highlight)
def test_every_highlight_has_its_phrase(highlight: Highlight) -> None:
    assert english.highlights([highlight]).startswith(("my ", "how I "))


@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_of_letter_has_its_phrase(kind: LetterKind) -> None:
    assert "letter" in english.letter_kind(kind)


def test_attachments_are_named() -> None:
    assert english.attached([(MaterialKind.TRANSCRIPT, "t.pdf")]) == "My transcript is attached"
    assert english.attached([(None, "poster.pdf")]) == "poster.pdf is attached"
    assert english.attached([(MaterialKind.OTHER, "notes.pdf"), (MaterialKind.CV, "c.pdf")]) == (
        "notes.pdf and my CV are attached"
    )
    assert english.attached([]) == ""


def test_a_date_far_away_has_its_year() -> None:
    today = date(2026, 8, 18)
    assert english.long_date(date(2026, 9, 16), today) == "Wednesday, September 16"
    assert english.long_date(date(2027, 9, 1), today) == "Wednesday, September 1, 2027"


def test_a_zone_has_a_name_that_people_use() -> None:
    assert english.zone_name("America/New_York") == "Eastern Time"
    assert english.zone_name("Etc/GMT+12") == "anywhere on Earth"
    assert english.zone_name("America/Sao_Paulo") == "Sao Paulo time"
    assert english.zone_name("") == ""
