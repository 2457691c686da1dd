"""The strip of key dates above Today: equal cells, as many as the width allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets import draw
from ui.wording import dates, tasks

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.dates import KeyDate
    from ui.widgets.look import Look

_NARROW = 980
_WIDE = 1180


class KeyDateCell(QWidget):
    """Opens its day in the calendar."""

    opened = Signal(object)

    def __init__(self, look: Look, cell: KeyDate, today: date, first: bool) -> None:
        super().__init__()
        self._look = look
        self._cell = cell
        self._words = tasks.key_date_title(cell), tasks.key_date_when(cell, today)
        self._first = first
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring_radius", 8)
        self.setAccessibleName(", ".join((*self._words, dates.long_date(cell.on))))
        self.setToolTip(dates.long_date(cell.on, with_year=True))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, px = self._look, self._look.px
        high = self.height()
        if not self._first:
            painter.fillRect(QRectF(0, 2, 1, high - 4), look.color("border"))
        left = px(12)
        column = px(38)
        top = (high - px(38)) / 2
        room = self.width() - left - column - px(12)
        title = self.title_lines(room)
        month = QRectF(left, top, column, px(16))
        day = QRectF(left, top + px(15), column, px(24))
        center = draw.CENTER
        name = dates.month_short(self._cell.on)
        draw.text(painter, look, month, name, "micro", "text-tertiary", center)
        draw.text(painter, look, day, str(self._cell.on.day), "title", "text", center, tnum=True)
        words = QRectF(left + column + px(8), top, room, px(18))
        if len(title) > 1:
            words.translate(0, -px(8))
        for line in title:
            draw.text(painter, look, words, line, "label")
            below = words.translated(0, px(19))
            words.translate(0, px(16))
        color = "text-secondary"
        if self._cell.attention is not None:
            color = "warning-text"
            draw.icon(painter, look, QPointF(below.left(), below.top() + px(2)), "clock", 14, color)
            below.setLeft(below.left() + px(18))
        draw.text(painter, look, below, self._words[1], "micro", color)

    def title_lines(self, room: float) -> list[str]:
        """One line where it fits, else two; the second ends in an ellipsis where it has to."""
        first, rest = self._words[0], ""
        while " " in first and draw.text_width(self._look, first, "label") > room:
            first, _, word = first.rpartition(" ")
            rest = f"{word} {rest}".rstrip()
        return [first, rest] if rest else [first]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._cell.on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._cell.on)
        else:
            super().keyPressEvent(event)


class KeyDates(QWidget):
    """Four cells in a narrow window, six in a wide one, else five."""

    day_opened = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cells: list[KeyDateCell] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_dates(self, found: tuple[KeyDate, ...], today: date) -> None:
        for cell in self._cells:
            cell.hide()
            self._row.removeWidget(cell)
            cell.deleteLater()
        self._cells = [
            KeyDateCell(self._look, key_date, today, first=number == 0)
            for number, key_date in enumerate(found)
        ]
        for cell in self._cells:
            cell.opened.connect(self.day_opened)
            self._row.addWidget(cell, 1)
        self._fit()
        self.setVisible(bool(found))

    def sizeHint(self) -> QSize:
        return QSize(400, self._look.px(64))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room = 4 if self.width() < _NARROW else 6 if self.width() > _WIDE else 5
        for number, cell in enumerate(self._cells):
            cell.setVisible(number < room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.box(painter, self._look, QRectF(self.rect()), 10, "surface", "border")
