"""Timeline: everything that happened, by month. Enter changes an entry, Delete removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from ui.delegates.timeline_row import ENTRY_HEIGHT, MONTH_HEIGHT, TimelineDelegate
from ui.itemmodels.selection_keeper import SelectionKeeper
from ui.itemmodels.timeline_table import entries, timeline_table
from ui.widgets.buttons import LinkButton
from ui.widgets.row_table import RowTable
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.wording import interactions

if TYPE_CHECKING:
    from lordesk.rows.people import InteractionRow
    from ui.pages.mentor_pane.facts import MentorFacts
    from ui.widgets.look import Look


class Timeline(QWidget):
    log_requested = Signal()
    change_requested = Signal(object)
    """An `InteractionRow`."""
    removal_requested = Signal(int)
    """The id of an interaction."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[InteractionRow, ...] = ()
        words = [interactions.group_word(group) for group in interactions.GROUPS]
        self._groups = Segmented(look, words, self.tr("Show"))
        self._log = LinkButton(look, self.tr("Log contact"))
        self._model = timeline_table(self)
        self._view = RowTable(look, self.tr("Timeline"), ENTRY_HEIGHT)
        self._view.setModel(self._model)
        self._view.setItemDelegate(TimelineDelegate(look, self._view))
        self._view.horizontalHeader().hide()
        self._view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._keeper = SelectionKeeper(self._model, self._view.selectionModel())
        self._none = Label(look, "", "small", "text-secondary", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._arrange()
        self._log.clicked.connect(self.log_requested)
        self._groups.picked.connect(self._on_group_picked)
        self._view.opened.connect(self._on_opened)
        self._view.edit_requested.connect(self._on_opened)
        self._view.removal_requested.connect(self._on_removal_requested)
        look.changed.connect(self._fit_rows)

    def show_facts(self, facts: MentorFacts) -> None:
        self._rows = facts.interactions
        self._fill()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._groups)
        top.addStretch(1)
        top.addWidget(self._log)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(8)
        column.addLayout(top)
        # It shows its first widget at once, so it needs its place before.
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._none)

    def _fill(self) -> None:
        found = entries(self._rows, interactions.GROUPS[self._groups.index()])
        self._model.set_rows(found)
        self._fit_rows()
        self._none.setText(
            self.tr("Nothing of this kind yet.")
            if self._rows
            else self.tr("Nothing logged yet. Log a talk, a shift or an email.")
        )
        self._stack.setCurrentIndex(0 if found else 1)

    def _fit_rows(self) -> None:
        for place, entry in enumerate(self._model.rows):
            high = ENTRY_HEIGHT + (MONTH_HEIGHT if entry.month else 0)
            self._view.setRowHeight(place, self._look.px(high))

    def _on_group_picked(self, index: int) -> None:
        self._fill()

    def _on_opened(self) -> None:
        entry = self._model.row(self._view.currentIndex())
        if entry is not None:
            self.change_requested.emit(entry.row)

    def _on_removal_requested(self) -> None:
        entry = self._model.row(self._view.currentIndex())
        if entry is not None:
            self.removal_requested.emit(entry.row.id)
