"""The line below the month that says what each face stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets import draw
from ui.wording.calendar import legend
from ui.wording.stages import date_pill

if TYPE_CHECKING:
    from ui.widgets.look import Look


class Legend(QWidget):
    """Where space is short the gaps shrink first, and then the last faces are left out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(", ".join(word for _, _, word in legend()))

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._look.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, px = self._look, self._look.px
        entries = legend()
        widths = [px(20) + 6 + draw.text_width(look, word, "micro") for _, _, word in entries]
        spare = (self.width() - sum(widths)) / max(len(entries) - 1, 1)
        gap = max(6.0, min(16.0, spare))
        left, top = 0.0, (self.height() - px(20)) / 2
        for (kind, attention, word), width in zip(entries, widths, strict=True):
            if left + width > self.width() + 1:
                break
            face = date_pill(kind, attention, kind.value == "done")
            box = QRectF(left, top, px(20), px(20))
            draw.box(painter, look, box, px(5), face.bg, face.border)
            middle = box.center()
            middle.setX(middle.x() - px(12) / 2)
            middle.setY(middle.y() - px(12) / 2)
            draw.icon(painter, look, middle, face.icon, 12, face.fg)
            line = QRectF(left + px(20) + 6, top, width, px(20))
            draw.text(painter, look, line, word, "micro", "text-secondary")
            left += width + gap
