"""The line below the month that says what each face stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets import draw
from ui.wording.calendar import legend
from ui.wording.stages import date_pill

if TYPE_CHECKING:
    from ui.theme import Theme
    from ui.widgets.look import Look

_LEAST_GAP = 6.0
_MOST_WIDTHS = 32
"""A layout asks for the height at a dozen widths each time that a word near by changes."""


class Legend(QWidget):
    """Where space is short the gaps shrink first, and then a second line begins."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._theme: Theme | None = None
        self._laid: dict[int, list[QRectF]] = {}
        self.setAccessibleName(", ".join(word for _, _, word in legend()))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._look.px(36))

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return self._look.px(36) + round(places[-1].top())

    def _places(self, width: int) -> list[QRectF]:
        """Where each face and its word stand, below the margin at the top."""
        theme = self._look.theme
        if self._theme is not theme:
            self._theme, self._laid = theme, {}
        found = self._laid.get(width)
        if found is None:
            if len(self._laid) >= _MOST_WIDTHS:
                self._laid.clear()
            found = self._laid[width] = self._lay_out(width)
        return found

    def _lay_out(self, width: int) -> list[QRectF]:
        px = self._look.px
        words = [word for _, _, word in legend()]
        widths = [px(20) + 6 + draw.text_width(self._look, word, "micro") for word in words]
        spare = (width - sum(widths)) / max(len(widths) - 1, 1)
        gap = min(16.0, spare) if spare >= _LEAST_GAP else 16.0
        places: list[QRectF] = []
        left = top = 0.0
        for wide in widths:
            if left and left + wide > width + 1:
                left, top = 0.0, top + px(24)
            places.append(QRectF(left, top, wide, px(20)))
            left += wide + gap
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, px = self._look, self._look.px
        margin = (px(36) - px(20)) / 2
        for (kind, attention, word), place in zip(
            legend(), self._places(self.width()), strict=True
        ):
            face = date_pill(kind, attention, kind.value == "done")
            place = place.translated(0, margin)
            box = QRectF(place.left(), place.top(), px(20), px(20))
            draw.box(painter, look, box, px(5), face.bg, face.border)
            middle = box.center()
            middle.setX(middle.x() - px(12) / 2)
            middle.setY(middle.y() - px(12) / 2)
            draw.icon(painter, look, middle, face.icon, 12, face.fg)
            place.setLeft(box.right() + 6)
            draw.text(painter, look, place.adjusted(0, 0, 1, 0), word, "micro", "text-secondary")
