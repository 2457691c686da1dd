from __future__ import annotations

from datetime import date

import pytest

from lordesk.domain.finding_codes import ASSIGNMENT, COVERAGE, PREFLIGHT, TIMING
from lordesk.kinds import LetterService, MentorRole, Severity, SlotNeed
from lordesk.rows.coverage import GapAction
from lordesk.rows.finding import Finding
from lordesk.rows.reason import Reason
from ui.wording.findings import FINDINGS, finding_words
from ui.wording.gaps import action_words


def test_every_code_of_the_rules_has_words_and_no_words_are_left_over() -> None:
    assert set(FINDINGS) == PREFLIGHT | TIMING | COVERAGE | ASSIGNMENT


_DATA = {
    "name": "Dr. A & B", "other": "<b>Dr. C</b>", "called": "Dr. D", "address": "x@y.example",
    "quote": "a quick no is fine", "field": "due", "text": "{{ due }}", "school": "A & B College",
    "on": date(2026, 9, 16), "due": date(2026, 9, 16), "soft": date(2026, 9, 16),
    "hard": date(2026, 9, 30), "ask": date(2026, 8, 18), "from": date(2026, 9, 1),
    "to": None, "date": "soft",
    "days": 29, "portal": "ERAS", "service": "ERAS", "form": True, "file": "CV.pdf",
    "size": 184_000, "limit": 25_000_000, "header": "to",
    "slot": "Chair letter", "backup": "Dr. E", "asking": 11, "targets": 12, "target": "X",
    "short": 1, "count": 1840,
    "letters": 5, "cap": 4, "need": SlotNeed.CHAIR, "have": 0, "least": 1, "most": 3, "slots": 2,
    "wanted": 4, "channel": LetterService.INTERFOLIO, "newest": date(2026, 5, 1),
    "season": "2027", "now": "2028", "reference": "123", "title": "Harlan Scholarship",
    "first": date(2026, 6, 3), "last": date(2027, 5, 31), "by": date(2026, 9, 1),
    "lacking": Reason("no-pi", {"role": MentorRole.RESEARCH_PI}),
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


def test_a_long_text_tells_its_words(qapp) -> None:
    words = finding_words(Finding("text-long", Severity.HINT, {"count": 1840}))
    assert words.title == "This is long for an email"
    assert words.detail == "1,840 words. A shorter message is read sooner."


def test_a_waiver_without_a_day_says_no_day(qapp) -> None:
    words = finding_words(Finding("waiver-waived", Severity.PASS, {"on": None, "service": None}))
    assert words.detail == "As recorded here"


def test_each_action_of_a_gap_has_its_button(qapp) -> None:
    assert all(action_words(action) for action in GapAction)


def test_a_letter_at_risk_says_by_when_to_line_up_a_backup(qapp) -> None:
    data = {"name": "Dr. Kwan", "by": date(2026, 9, 1)}
    words = finding_words(Finding("backup-needed", Severity.ACKNOWLEDGE, data))
    assert words.detail == "Line up a backup writer by September 1."
    unknown = finding_words(Finding("backup-needed", Severity.ACKNOWLEDGE, data | {"by": None}))
    assert unknown.detail == "Line up a backup writer."


def test_a_phantom_letter_says_how_many_wait_for_it(qapp) -> None:
    data = {"name": "Dr. Kwan", "targets": 1}
    words = finding_words(Finding("phantom-promise", Severity.ACKNOWLEDGE, data))
    assert words.detail == "1 place has enough without it and may wait for it."


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 8, 3), date(2026, 8, 20), "On leave Aug 3 to Aug 20"),
        (date(2026, 8, 3), None, "On leave from Aug 3"),
        (None, date(2026, 8, 20), "On leave until Aug 20"),
    ],
)
def test_a_leave_says_its_days(qapp, first: date | None, last: date | None, words: str) -> None:
    data = {"date": "soft", "on": date(2026, 8, 10), "from": first, "to": last}
    finding = Finding("mentor-on-leave", Severity.ACKNOWLEDGE, data)
    assert finding_words(finding).title == words


def test_a_service_is_named_as_users_know_it(qapp) -> None:
    data = {"name": "X", "service": LetterService.CASPA, "channel": LetterService.INTERFOLIO}
    words = finding_words(Finding("channel-refused", Severity.BLOCKS, data))
    assert words.detail == "CASPA takes no letters through Interfolio."
