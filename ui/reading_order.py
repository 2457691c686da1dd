"""Sentences that begin with a name in a script that runs from right to left."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_LEFT_TO_RIGHT_MARK = "\u200e"


def in_order(words: str) -> str:
    """The sentence with a mark before it where it would run the other way than the language of
    the screen: Qt, panels and notifications all go by the first letter.
    """
    if words.isascii() or QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return words
    for letter in words:
        kind = bidirectional(letter)
        if kind == "L":
            return words
        if kind in ("R", "AL"):
            return _LEFT_TO_RIGHT_MARK + words
    return words


def as_written(words: str) -> str:
    """Without the mark."""
    return words.removeprefix(_LEFT_TO_RIGHT_MARK)
