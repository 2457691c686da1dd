"""What happened last, as a line of circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets import draw
from ui.widgets.text import Label, set_tip
from ui.wording import dates, interactions

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.people import InteractionRow
    from ui.widgets.look import Look

_SHOWN = 5
_CIRCLE = 24


class RecentLine(QWidget):
    """One interaction; `tied` draws the line up to the last and down to the next."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = ("mail", "", "")
        self._tied = (False, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_row(self, row: InteractionRow, today: date, tied: tuple[bool, bool]) -> None:
        when = f"{dates.short_date(row.on, today)} · {interactions.way(row.kind)}"
        self._shown = (interactions.icon(row.kind), interactions.headline(row), when)
        self._tied = tied
        self.setAccessibleName(f"{self._shown[1]}, {when}")
        set_tip(self, row.note)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, wide, high = self._look, float(self.width()), float(self.height())
        name, title, when = self._shown
        circle = QRectF(0, (high - _CIRCLE) / 2, _CIRCLE, _CIRCLE)
        draw.box(painter, look, circle, _CIRCLE / 2, "neutral-soft")
        size = look.px(14)
        draw.icon(painter, look, circle.center() - QPointF(size / 2, size / 2), name, 14)
        line = look.color("border-strong")
        above, below = self._tied
        middle, gap = _CIRCLE / 2 - 0.5, circle.top() - 1
        if above:
            painter.fillRect(QRectF(middle, 0, 1, gap), line)
        if below:
            painter.fillRect(QRectF(middle, high - gap, 1, gap), line)
        room = draw.text_width(look, when, "small", tnum=True) + 2
        end = QRectF(wide - room, 0, room, high)
        draw.text(painter, look, end, when, "small", "text-tertiary", draw.RIGHT, tnum=True)
        words = QRectF(_CIRCLE + 12, 0, wide - room - _CIRCLE - 24, high)
        draw.text(painter, look, words, title, "bodyMedium")


class RecentList(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._none = Label(
            look,
            self.tr("Nothing logged yet. Log a talk, a shift or an email."),
            "small",
            "text-secondary",
            wrap=True,
        )
        self._lines = [RecentLine(look) for _ in range(_SHOWN)]
        column.addWidget(self._none)
        for line in self._lines:
            column.addWidget(line)

    def show_rows(self, rows: tuple[InteractionRow, ...], today: date) -> None:
        newest = rows[:_SHOWN]
        self._none.setVisible(not newest)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(newest))
            if place < len(newest):
                line.show_row(newest[place], today, (place > 0, place < len(newest) - 1))
