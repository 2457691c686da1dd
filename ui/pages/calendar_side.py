"""Beside the month: the selected day in full words with actions, and what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.delegates.day_row import SIDE
from ui.pages.calendar_day import DayTable
from ui.widgets.buttons import Button
from ui.widgets.text import Label
from ui.wording import calendar as words
from ui.wording import dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lordesk.rows.dates import DateRow
    from ui.widgets.look import Look

SHOWN_AFTER = 5


class _Nothing(QWidget):
    """A day without dates offers to add one."""

    add_clicked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(0)
        nothing = self.tr("Nothing on this day.")
        column.addWidget(Label(look, nothing, "body", "text-secondary"))
        add = Button(look, self.tr("Add date"), icon="plus", size="small")
        add.clicked.connect(self.add_clicked)
        column.addSpacing(8)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)


class CalendarSide(QWidget):
    """The agenda of the selected day. Its head stays while its lines scroll."""

    chosen = Signal(object, str)
    add_requested = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._day: date | None = None
        self._title = Label(look, "", "title", wrap=True)
        self._facts = Label(look, "", "small", "text-secondary")
        self._nothing = _Nothing(look)
        self._nothing.add_clicked.connect(self._on_add_clicked)
        self.table = DayTable(look)
        self.table.chosen.connect(self.chosen)
        self.table.day_chosen.connect(self.day_chosen)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, SIDE, SIDE, 12)
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._look.color("border"))

    def set_day(
        self, day: date, today: date, rows: Sequence[DateRow], after: Sequence[DateRow]
    ) -> None:
        same, self._day = day == self._day, day
        self._title.setText(dates.long_date(day))
        self._facts.setText(words.day_facts(day, today, len(rows)))
        self._nothing.setVisible(not rows)
        self.table.set_rows(rows, after[:SHOWN_AFTER])
        if not same:
            self.table.show_first()

    def _on_add_clicked(self) -> None:
        self.add_requested.emit(self._day)
