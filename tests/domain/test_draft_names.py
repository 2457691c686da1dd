"""A greeting is short; a long line that begins like one is none."""

from __future__ import annotations

from lordesk.domain.draft_names import greetings
from lordesk.domain.draft_text import DraftText


def test_a_line_of_many_words_is_no_greeting() -> None:
    long = "Dear friends of the ward and all who read this today,\n\nThank you."
    assert list(greetings(DraftText("body", long))) == []
    (short,) = greetings(DraftText("body", "Dear Dr. Bell,\n\nThank you."))
    assert short.called == "Dr. Bell"
