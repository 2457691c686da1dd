"""The next 90 days as a list by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.delegates.plain_row import PlainTable
from ui.itemmodels.row_table_model import Column, RowTableModel
from ui.widgets import draw
from ui.wording import calendar as words
from ui.wording import dates
from ui.wording.stages import PillWords, date_pill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from lordesk.clock import Clock
    from lordesk.rows.dates import DateRow
    from ui.widgets.look import Look


def _pill(row: DateRow) -> PillWords:
    return date_pill(row.kind, row.attention, row.done)


class Agenda(QWidget):
    day_chosen = Signal(object)

    def __init__(self, look: Look, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model: RowTableModel[DateRow] = RowTableModel(
            [
                Column(self.tr("Day"), text=lambda row: dates.row_date(row.on, clock.today())),
                Column(self.tr("What"), text=words.title),
                Column(self.tr("Kind"), text=words.detail),
                Column(
                    self.tr("When"),
                    text=lambda row: dates.in_days(row.on, clock.today()),
                    right=True,
                ),
            ],
            key=lambda row: (row.source, row.source_id, row.code),
            parent=self,
        )
        self.view = PlainTable(
            look, self._model, self.tr("Agenda"), {2: _pill}, {0: 112, 2: 148, 3: 104}
        )
        self.view.sorting.show_order(0, Qt.SortOrder.AscendingOrder)
        self.view.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)

    def set_rows(self, rows: Sequence[DateRow]) -> None:
        self._model.set_rows([row for row in rows if not row.done])

    def _on_current_row_changed(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.day_chosen.emit(row.on)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.box(painter, self._look, QRectF(self.rect()), 10, "surface", "border")
