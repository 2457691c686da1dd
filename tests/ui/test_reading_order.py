"""A sentence keeps its order, whatever script the name at its start is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
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
    assert in_order(words) == MARK + words
    assert as_written(in_order(words)) == words
    assert QTextLayout(in_order(words)).text().startswith(MARK)


@pytest.mark.parametrize("words", ["", "12 · 4", "Dr. Osei’s letter", "Ask ד״ר לוי"])
def test_other_words_stay_as_they_are(qapp: object, words: str) -> None:
    assert in_order(words) == words


@pytest.mark.parametrize("kind", [Label, ElidedLabel])
def test_a_label_says_what_was_given_to_it(qtbot: QtBot, look: Look, kind: type[Label]) -> None:
    label = kind(look, HEBREW)
    qtbot.addWidget(label)
    assert label.text() == HEBREW


def test_painted_words_begin_at_the_left(look: Look) -> None:
    line = look.theme.shaped(HEBREW, "body", tnum=False)
    assert line.glyphs.textOption().textDirection() is Qt.LayoutDirection.LeftToRight
