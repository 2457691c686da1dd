"""Rare cases of the check before sending, each told in its own words or kept quiet on purpose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lordesk.domain.draft_dates import mentions
from lordesk.domain.draft_text import DraftText
from lordesk.domain.preflight import DraftFacts, preflight
from lordesk.domain.status import with_attention
from lordesk.kinds import Attention, MessageKind, Stage, Waiver
from tests.domain import people
from tests.domain.test_preflight import CONTEXT

DRAFT = DraftFacts(
    kind=MessageKind.ASK,
    to_address="s.adeyemi@northfield.example",
    subject="Request for a strong letter of recommendation",
    body="Dear Dr. Adeyemi,\n\nCould you write a strong letter?",
)


def codes(draft: DraftFacts, **context: object) -> set[str]:
    found = preflight(draft, replace(CONTEXT, **context))  # type: ignore[arg-type]
    return {finding.code for finding in found}


def test_a_copy_to_the_recipient_is_told() -> None:
    assert "cc-repeats-to" in codes(replace(DRAFT, cc_address="S.Adeyemi@northfield.example"))


def test_a_mentor_of_the_same_name_is_not_left_over() -> None:
    twin = people.mentor(id=9, email="other@x.example")
    assert "other-mentor-left-over" not in codes(DRAFT, other_mentors=(twin,))


@pytest.mark.parametrize(
    ("waiver", "code"),
    [
        (Waiver.KEPT, "waiver-kept"),
        (Waiver.WAIVED, "waiver-waived"),
        (Waiver.UNDECIDED, "waiver-undecided"),
    ],
)
def test_the_waiver_is_told_as_it_was_recorded(waiver: Waiver, code: str) -> None:
    assert code in codes(DRAFT, letter=people.letter(waiver=waiver))


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2026, 8, 1), "enough-notice"),
        (date(2026, 8, 25), "under-four-weeks"),
        (date(2026, 9, 10), "short-notice"),
    ],
)
def test_the_time_to_write_is_weighed(today: date, code: str) -> None:
    assert code in codes(DRAFT, letter=people.letter(), today=today)


def test_a_day_that_there_is_not_is_no_date() -> None:
    text = DraftText("body", "It is due by February 30, 2027.")
    assert list(mentions(text, people.TODAY, None)) == []


def test_a_letter_carries_its_pill() -> None:
    late = people.letter(stage=Stage.AGREED, soft_on=date(2026, 8, 1))
    assert with_attention(late, people.TODAY).attention is Attention.OVERDUE
