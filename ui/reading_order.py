"""Sentences with a name in a script that runs from right to left."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_MARK = "\u200e"
_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_ENDS_A_NAME = frozenset(("L", "EN", "AN"))
"""Letters of the sentence and numbers; what lies between two Hebrew words is part of the name."""


def in_order(words: str) -> str:
    """The sentence with marks that keep the order of the screen's language: Qt, panels and
    notifications go by the first letter, and a number after a name would move before it.
    """
    if words.isascii() or QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return words
    kinds = [bidirectional(letter) for letter in words]
    ends = [place + 1 for place in range(len(words)) if _ends_name(kinds, place)]
    if not ends:
        return words
    parts = [words[start:end] for start, end in zip([0, *ends], [*ends, None], strict=True)]
    first = next(kind for kind in kinds if kind == "L" or kind in _RIGHT_TO_LEFT)
    return ("" if first == "L" else _MARK) + _MARK.join(parts)


def as_written(words: str) -> str:
    """Without the marks."""
    return words.replace(_MARK, "")


def _ends_name(kinds: list[str], place: int) -> bool:
    """Whether this is the last letter of a run from right to left."""
    if kinds[place] not in _RIGHT_TO_LEFT:
        return False
    rest = kinds[place + 1 :]
    return next((kind not in _RIGHT_TO_LEFT for kind in rest if _is_strong(kind)), True)


def _is_strong(kind: str) -> bool:
    return kind in _RIGHT_TO_LEFT or kind in _ENDS_A_NAME
