"""The days of a request on one line: ask, follow-ups, letter due, application date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lordesk.rows.late import dataclass
from ui.widgets import draw
from ui.wording.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ui.widgets.look import Look

_SIDE = 44
_LINE_Y = 46
_DOT = 24
_GAP = 8


@dataclass(frozen=True)
class Mark:
    """A day on the line. `major` days are named above it and dated below."""

    on: date
    words: str
    icon: str
    fg: str
    fill: str
    major: bool = True


class Timeline(QWidget):
    """Where days lie close, their marks are moved apart so that none covers another."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = tuple(sorted(marks, key=lambda mark: mark.on))
        spoken = self.tr("{what} on {day}")
        words = [
            spoken.format(what=m.words, day=short_date(m.on, self._marks[0].on))
            for m in self._marks
        ]
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(", ".join(words))
        self.setToolTip("\n".join(words))
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def sizeHint(self) -> QSize:
        return QSize(320, self._look.px(92))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._look.px(92))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, y = self._look, self._look.px(_LINE_Y)
        painter.setPen(QPen(look.color("border-strong"), 2))
        painter.drawLine(QPointF(_SIDE, y), QPointF(self.width() - _SIDE, y))
        places = self._places()
        for mark, x in zip(self._marks, places, strict=True):
            self._paint_dot(painter, mark, x, y)
        words = {n: mark.words for n, mark in enumerate(self._marks) if mark.major}
        days = {n: short_date(mark.on) for n, mark in enumerate(self._marks) if mark.major}
        beside, high = look.px(_DOT) / 2, look.px(16)
        self._paint_row(painter, places, words, y - beside - look.px(20), high, "label", "text")
        self._paint_row(
            painter, places, days, y + beside + look.px(4), high, "small", "text-secondary"
        )

    def _paint_dot(self, painter: QPainter, mark: Mark, x: float, y: float) -> None:
        look = self._look
        side = look.px(_DOT if mark.major else 18)
        box = QRectF(x - side / 2, y - side / 2, side, side)
        draw.box(painter, look, box, side / 2, "window")
        edge = "border-control" if mark.fill == "surface" else None
        draw.box(painter, look, box, side / 2, mark.fill, edge)
        size = 14 if mark.major else 12
        inset = (side - look.px(size)) / 2
        draw.icon(painter, look, box.topLeft() + QPointF(inset, inset), mark.icon, size, mark.fg)

    def _paint_row(
        self,
        painter: QPainter,
        places: Sequence[float],
        texts: dict[int, str],
        top: float,
        high: float,
        style: str,
        color: str,
    ) -> None:
        for number, (left, wide) in self._spread(places, texts, style).items():
            box = QRectF(left, top, wide, high)
            draw.text(painter, self._look, box, texts[number], style, color, draw.CENTER, True)

    def _spread(
        self, places: Sequence[float], texts: dict[int, str], style: str
    ) -> dict[int, tuple[float, float]]:
        """Left and width of each text: over its mark, else moved to the left as far as the next
        one needs. Where not all of them fit, each is cut to its own room.
        """
        found: dict[int, tuple[float, float]] = {}
        right = float(self.width())
        for number in reversed(texts):
            wide = draw.text_width(self._look, texts[number], style, True) + 1
            left = min(places[number] - wide / 2, right - wide)
            found[number] = (left, wide)
            right = left - _GAP
        if right >= -_GAP:
            return found
        rooms = {number: self._room(number, places) for number in found}
        return {number: (places[number] - room / 2, room) for number, room in rooms.items()}

    def _room(self, number: int, places: Sequence[float]) -> float:
        """As wide as the words may be without touching those of the next named day."""
        own = places[number]
        near = [
            abs(x - own)
            for other, x in enumerate(places)
            if other != number and self._marks[other].major
        ]
        edge = 2 * min(own, self.width() - own)
        return min([120.0, edge, *(gap - 6 for gap in near)])

    def _places(self) -> list[float]:
        if not self._marks:
            return []
        first, last = self._marks[0].on, self._marks[-1].on
        days = max(1, (last - first).days)
        wide = self.width() - 2 * _SIDE
        places = [_SIDE + wide * (mark.on - first).days / days for mark in self._marks]
        least = min(self._look.px(28), wide / max(1, len(places) - 1))
        for number in range(1, len(places)):
            places[number] = max(places[number], places[number - 1] + least)
        places[-1] = min(places[-1], self.width() - _SIDE)
        for number in range(len(places) - 2, -1, -1):
            places[number] = min(places[number], places[number + 1] - least)
        return places
