"""A sentence keeps its order, whatever script the name at its start is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextLayout

from ui.reading_order import as_written, in_order
from ui.widgets.text import ElidedLabel, Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.widgets.look import Look

MARK = "\u200e"
HEBREW, ARABIC = "ד״ר לוי is late", "د. الحداد is late"


@pytest.mark.parametrize("words", [HEBREW, ARABIC, "“" + HEBREW])
def test_a_name_from_right_to_left_does_not_turn_the_sentence(qapp: object, words: str) -> None:
    assert in_order(words).startswith(MARK)
    assert as_written(in_order(words)) == words


@pytest.mark.parametrize("words", ["", "12 · 4", "Dr. Osei’s letter", "José, 2 days"])
def test_other_words_stay_as_they_are(qapp: object, words: str) -> None:
    assert in_order(words) == words


@pytest.mark.parametrize("kind", [Label, ElidedLabel])
def test_a_label_says_what_was_given_to_it(qtbot: QtBot, look: Look, kind: type[Label]) -> None:
    label = kind(look, HEBREW)
    qtbot.addWidget(label)
    assert label.text() == HEBREW


def test_painted_words_are_in_order(look: Look) -> None:
    line = look.theme.shaped(HEBREW, "body", tnum=False)
    assert line.glyphs.text() == in_order(HEBREW)


def seen(words: str) -> str:
    """The letters as they stand from left to right on one line."""
    layout = QTextLayout(words)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    places = [(line.cursorToX(place)[0], letter) for place, letter in enumerate(words)]
    return "".join(letter for _, letter in sorted(places) if letter != MARK)


def test_a_number_stays_behind_the_name(qapp: object) -> None:
    words = in_order("To ד״ר לוי · 1 attachment")
    assert as_written(words) == "To ד״ר לוי · 1 attachment"
    assert words.index(MARK) == len("To ד״ר לוי")
    assert seen(words).endswith("· 1 attachment")
