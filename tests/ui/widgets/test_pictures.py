"""Parts of views that are kept as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui import stamps
from ui.stamps import Pictures

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GROUND = QColor("white")


class Drawn:
    """Counts how often each word was drawn."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def draw(self, painter: QPainter, wide: int, high: int, word: str) -> None:
        self.words.append(word)
        painter.fillRect(1, 1, wide - 2, high - 2, Qt.GlobalColor.red)


def show(pictures: Pictures, drawn: Drawn, *words: str, ratio: float = 1.0) -> QPixmap:
    page = QPixmap(40, 40)
    page.setDevicePixelRatio(ratio)
    page.fill(Qt.GlobalColor.blue)
    painter = QPainter(page)
    for word in words:
        pictures.draw(painter, QRect(10, 10, 10, 10), GROUND, drawn.draw, word)
    painter.end()
    return page


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_a_part_lies_where_it_belongs_over_its_ground(qtbot: QtBot, ratio: float) -> None:
    image = show(Pictures(), Drawn(), "a", ratio=ratio).toImage()
    colors = [image.pixelColor(round(at * ratio), round(at * ratio)) for at in (5, 10, 15)]
    assert colors == [QColor("blue"), GROUND, QColor("red")]


def test_the_same_part_is_drawn_once(qtbot: QtBot) -> None:
    drawn = Drawn()
    show(Pictures(), drawn, "a", "b", "a", "b")
    assert drawn.words == ["a", "b"]


def test_what_was_not_shown_for_the_longest_time_goes_first(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "_MOST_PARTS", 200)
    drawn, pictures = Drawn(), Pictures()
    show(pictures, drawn, "a", "b", "a", "c", "a", "b")
    assert drawn.words == ["a", "b", "c", "b"]
