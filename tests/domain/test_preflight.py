"""Every way in which a draft must not go out, and what must not stop one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain import addresses
from lordesk.domain.draft_files import DraftFile, encoded_size, looks_like_letter, raw_limit
from lordesk.domain.draft_text import DraftText
from lordesk.domain.messages import field_values, split_template
from lordesk.domain.preflight import DraftFacts, PreflightContext, may_send, preflight
from lordesk.domain.rendering import render
from lordesk.kinds import MaterialKind, MessageKind, Severity, Tone, Waiver
from lordesk.rows.mail import FileRef
from tests.domain import people
from tests.domain.shipped import RESOURCES

if TYPE_CHECKING:
    from lordesk.rows.finding import Finding

DATA = Path(__file__).parent / "data"
BODY = """Dear Dr. Adeyemi,

I hope the new fellows are settling in well. I am applying to internal medicine residency.

Would you feel able to write me a strong letter of recommendation?

You have seen my work up close. It would mean a lot if you could speak to my independence in \
research, for example when we rebuilt the atrial fibrillation analysis before the abstract deadline.

The letter is due Wednesday, September 16 (end of the day, Eastern Time). Through ERAS you will \
get an email from the AAMC Letter Writer Portal with a secure link.

My CV is attached. If a strong letter is not one you could write, a quick no is fine.

With thanks,
Priya Raman
MS4, Northfield University School of Medicine
"""
DRAFT = DraftFacts(
    kind=MessageKind.ASK,
    to_address="s.adeyemi@northfield.example",
    subject="Request for a strong letter of recommendation for internal medicine residency",
    body=BODY,
    files=(DraftFile(people.CV, date(2026, 8, 12)),),
)
CONTEXT = PreflightContext(
    today=people.TODAY,
    mentor=people.mentor(
        alternate_email="sam@adeyemi.example", assistant_email="office@northfield.example"
    ),
    own_addresses=("praman@northfield.example",),
    applicant_name="Priya Raman",
    other_mentors=(
        people.mentor(
            id=2,
            name="Marcus Bell",
            given="Marcus",
            family="Bell",
            salutation="Dr. Bell",
            email="m.bell@northfield.example",
        ),
        people.mentor(
            id=3,
            name="Elena Marchetti",
            given="Elena",
            family="Marchetti",
            salutation="Dr. Marchetti",
            email="e.marchetti@northfield.example",
        ),
    ),
    other_schools=("Harlan Medical College", "Ridgeway Medical Center"),
    letter=people.letter(),
    service=people.service(),
)


def cases(name: str) -> list[Any]:
    entries = json.loads((DATA / name).read_text(encoding="utf-8"))
    return [pytest.param(entry, id=entry["name"]) for entry in entries]


def draft_of(case: dict[str, Any]) -> DraftFacts:
    body = case.get("body", BODY)
    for old, new in case.get("replace", ()):
        assert old in body, f"{old!r} is not in the text"
        body = body.replace(old, new.replace("PASTE", "My work. " * 1200), 1)
    files = DRAFT.files
    if "files" in case:
        files = tuple(_file(text) for text in case["files"])
    return replace(
        DRAFT,
        kind=MessageKind(case.get("kind", "ask")),
        body=body,
        subject=case.get("subject", DRAFT.subject),
        to_address=case.get("to", DRAFT.to_address),
        to_name=case.get("to_name", ""),
        cc_address=case.get("cc", ""),
        empty_fields=tuple(case.get("empty_fields", ())),
        files=files,
        test=case.get("test", False),
    )


def _file(text: str) -> DraftFile:
    kind, name, problem, *size = text.split(":")
    file = FileRef("c" * 64, name, int(size[0]) if size else 1000, MaterialKind(kind))
    return DraftFile(file, problem=problem)


def context_of(case: dict[str, Any]) -> PreflightContext:
    changes = {key: date.fromisoformat(value) for key, value in case.get("letter", {}).items()}
    return replace(CONTEXT, letter=people.letter(**changes))


def codes(findings: list[Finding], severity: Severity) -> list[str]:
    return [finding.code for finding in findings if finding.severity is severity]


@pytest.mark.parametrize("case", cases("bad_drafts.json"))
def test_a_bad_draft_is_caught(case: dict[str, Any]) -> None:
    found = preflight(draft_of(case), context_of(case))
    assert set(case["expect"]) <= set(codes(found, Severity.BLOCKS))
    assert not may_send(found)


@pytest.mark.parametrize("case", cases("good_drafts.json"))
def test_a_good_draft_is_not_blocked(case: dict[str, Any]) -> None:
    found = preflight(draft_of(case), context_of(case))
    assert codes(found, Severity.BLOCKS) == []
    assert codes(found, Severity.ACKNOWLEDGE) == case.get("acknowledge", [])
    assert may_send(found)


def test_there_are_enough_drafts_of_both_kinds() -> None:
    assert len(cases("bad_drafts.json")) >= 40
    assert len(cases("good_drafts.json")) >= 40


@pytest.mark.parametrize("case", [*cases("bad_drafts.json"), *cases("good_drafts.json")])
def test_every_place_lies_in_its_field(case: dict[str, Any]) -> None:
    draft = draft_of(case)
    texts = {
        "to": draft.to_address,
        "cc": draft.cc_address,
        "subject": draft.subject,
        "body": draft.body,
    }
    for finding in preflight(draft, context_of(case)):
        if finding.place:
            text = texts[finding.place.field]
            assert 0 <= finding.place.start <= finding.place.end <= len(text)


def test_the_review_lists_what_passes() -> None:
    found = preflight(DRAFT, replace(CONTEXT, send_on=date(2026, 8, 19)))
    assert codes(found, Severity.PASS) == [
        "asks-strong",
        "deadline-stated",
        "submit-clear",
        "easy-to-say-no",
        "cv-attached",
        "greeting-right",
        "waiver-waived",
        "enough-notice",
    ]
    assert codes(found, Severity.HINT) == ["statement-not-attached"]
    told = {finding.code: finding for finding in found}
    assert told["asks-strong"].data["quote"] == (
        "Would you feel able to write me a strong letter of recommendation?"
    )
    assert told["deadline-stated"].data["on"] == people.DUE
    assert told["enough-notice"].data["days"] == 28
    place = told["deadline-stated"].place
    assert place
    assert BODY[place.start : place.end] == "Wednesday, September 16"


def test_what_blocks_is_told_first() -> None:
    found = preflight(replace(DRAFT, to_address=""), CONTEXT)
    assert found[0].code == "recipient-missing"
    order = list(Severity)
    assert [order.index(f.severity) for f in found] == sorted(
        order.index(f.severity) for f in found
    )


@pytest.mark.parametrize("tone", Tone)
def test_the_shipped_ask_passes(tone: Tone) -> None:
    template = (RESOURCES / f"templates/ask.{tone}.txt").read_text(encoding="utf-8")
    facts = people.full_facts()
    values = field_values(MessageKind.ASK, facts)
    subject, body = (render(part, values) for part in split_template(template))
    draft = replace(DRAFT, subject=subject.text, body=body.text, empty_fields=body.empty)
    found = preflight(draft, replace(CONTEXT, letter=facts.letter))
    assert codes(found, Severity.BLOCKS) == []
    assert codes(found, Severity.ACKNOWLEDGE) == []
    assert {"asks-strong", "deadline-stated", "submit-clear", "easy-to-say-no"} <= set(
        codes(found, Severity.PASS)
    )


def test_a_letter_without_waiver_is_questioned_only() -> None:
    file = FileRef("c" * 64, "letter_of_recommendation.pdf", 1000, MaterialKind.OTHER)
    context = replace(CONTEXT, letter=people.letter(waiver=Waiver.KEPT))
    found = preflight(replace(DRAFT, files=(DraftFile(file),)), context)
    assert "looks-like-letter" in codes(found, Severity.ACKNOWLEDGE)


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_text_can_be_checked(body: str, subject: str) -> None:
    found = preflight(replace(DRAFT, body=body, subject=subject), CONTEXT)
    assert found


@pytest.mark.parametrize(
    "unit", ["a ", "Dr. ", "due ", "if ", "> ", "strong ", "9/1 ", "attached ", "\n", "("]
)
def test_a_long_monotonous_paste_is_checked_at_once(unit: str) -> None:
    text = DraftText("body", unit * (10_000 // len(unit)))
    assert not text.strong_ask()
    assert preflight(replace(DRAFT, body=text.text), CONTEXT)


def test_the_encoded_size_is_that_of_base64() -> None:
    assert encoded_size("", []) < 5_000
    thirty = DraftFile(FileRef("c" * 64, "big.pdf", 30_000_000))
    assert 40_000_000 < encoded_size("", [thirty]) < 42_000_000


@pytest.mark.parametrize("limit", [100_000, 10_000_000, 25_000_000])
def test_a_file_of_the_limit_that_is_told_goes_and_little_more_does_not(limit: int) -> None:
    told = raw_limit(limit)
    largest = DraftFile(FileRef("c" * 64, "cv.pdf", told))
    larger = DraftFile(FileRef("c" * 64, "cv.pdf", told + 100))
    assert encoded_size("", [largest]) <= limit < encoded_size("", [larger])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LoR_Raman.pdf", True),
        ("Letter of Rec - Raman.pdf", True),
        ("recommendation letter.docx", True),
        ("Letter_Request_Form.pdf", False),
        ("cover_letter_template.docx", False),
        ("CV.pdf", False),
        ("explore.pdf", False),
    ],
)
def test_a_letter_is_known_by_its_name(name: str, expected: bool) -> None:
    assert looks_like_letter(FileRef("c" * 64, name, 1, MaterialKind.OTHER)) is expected


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("a@b.example", True),
        ("student@localhost", False),
        ("ü@b.example", True),
        ("a@b", False),
        ("@b.example", False),
        ("a@@b.example", False),
        ("a..b@c.example", False),
        ("", False),
    ],
)
def test_an_address_is_judged_by_its_form(address: str, good: bool) -> None:
    assert addresses.is_address(address) is good


def test_five_thousand_mentors_and_programs_do_not_slow_a_check() -> None:
    crowd = tuple(
        people.mentor(
            id=number,
            name=f"Given Family{number}",
            given="Given",
            family=f"Family{number}",
            salutation=f"Dr. Family{number}",
            email=f"m{number}@northfield.example",
        )
        for number in range(10, 5010)
    )
    context = replace(
        CONTEXT,
        other_mentors=crowd,
        other_schools=tuple(f"Program {number}" for number in range(5000)),
    )
    started = perf_counter()
    found = preflight(DRAFT, context)
    assert may_send(found)
    assert perf_counter() - started < 2.0


@pytest.mark.parametrize(("words", "found"), [(600, []), (601, [601]), (1840, [1840])])
def test_a_long_text_is_hinted_at_and_may_go(words: int, found: list[int]) -> None:
    rest = words - len(BODY.split())
    draft = replace(DRAFT, body=BODY + "\n" + "more " * rest)
    findings = preflight(draft, CONTEXT)
    assert [f.data["count"] for f in findings if f.code == "text-long"] == found
    assert may_send(findings)


def test_quoted_mail_does_not_make_a_text_long() -> None:
    draft = replace(DRAFT, body=BODY + "\n" + "> more words\n" * 400)
    assert "text-long" not in {f.code for f in preflight(draft, CONTEXT)}
