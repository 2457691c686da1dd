from __future__ import annotations

from datetime import date

import pytest

from lordesk.domain.finding_codes import COVERAGE, PREFLIGHT, TIMING
from lordesk.kinds import Severity
from lordesk.rows.finding import Finding
from ui.wording.findings import FINDINGS, finding_words


def test_every_code_of_the_rules_has_words_and_no_words_are_left_over() -> None:
    assert set(FINDINGS) == PREFLIGHT | TIMING | COVERAGE


_DATA = {
    "name": "Dr. A & B", "other": "<b>Dr. C</b>", "called": "Dr. D", "address": "x@y.example",
    "quote": "a quick no is fine", "field": "due", "text": "{{ due }}", "school": "A & B College",
    "on": date(2026, 9, 16), "due": date(2026, 9, 16), "soft": date(2026, 9, 16),
    "hard": date(2026, 9, 30), "ask": date(2026, 8, 18), "from": None, "to": None, "date": "soft",
    "days": 29, "portal": "ERAS", "service": "ERAS", "form": True, "file": "CV.pdf",
    "size": 184_000, "limit": 25_000_000, "header": "to",
    "slot": "Chair letter", "backup": "Dr. E", "asking": 11, "targets": 12, "target": "X",
    "short": 1,
    "letters": 5, "cap": 4,
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_every_finding_is_a_whole_sentence_with_its_data_as_typed(qapp, code: str) -> None:
    words = finding_words(Finding(code, Severity.HINT, _DATA))
    assert words.title
    assert words.detail
    assert "{" not in words.title
    assert "{" not in words.detail.replace("{{ due }}", "")
    assert "&amp;" not in words.title + words.detail


def test_a_pass_tells_what_was_found(qapp) -> None:
    data = {"file": "CV_Raman.pdf", "size": 184_000, "on": date(2026, 8, 12)}
    words = finding_words(Finding("cv-attached", Severity.PASS, data))
    assert words.detail == "CV_Raman.pdf · updated August 12 · 184 kB"


def test_a_waiver_without_a_day_says_no_day(qapp) -> None:
    words = finding_words(Finding("waiver-waived", Severity.PASS, {"on": None, "service": None}))
    assert words.detail == "As recorded here"
