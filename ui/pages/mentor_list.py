"""The list of mentors: filters or bulk verbs above, and the table with one or several chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ui.delegates.mentor_row import MentorDelegate
from ui.itemmodels import mentor_table as table
from ui.itemmodels.selection_keeper import SelectionKeeper
from ui.pages.mentor_bulk import BulkBar
from ui.pages.mentor_filters import MentorFilters
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import RowTable, SortHeader
from ui.widgets.text import Label
from ui.widgets.toast import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lordesk.rows.people import MentorListRow
    from ui.desk import Desk

_LEAST = 480
_NARROW = 600
"""Below this width the last contact is hidden and the chips are one."""
_NARROW_GROWTH = 200
"""How much wider that is at twice the text size."""


class MentorList(QWidget):
    """`chosen` when another mentor is current, `emptied` when a filter leaves nobody."""

    add_requested = Signal()
    chosen = Signal()
    emptied = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = desk.look
        self._rows: Sequence[MentorListRow] = ()
        self.setMinimumWidth(_LEAST)
        self.filters = MentorFilters(desk.look)
        self.bulk = BulkBar(desk.look)
        self._make_table()
        self._arrange()
        self._connect()

    # --- what the page calls ----------------------------------------------------------------------

    def set_rows(self, rows: Sequence[MentorListRow]) -> None:
        """Fill the table anew; who is chosen stays chosen where they are still there."""
        current = self.current_id()
        self._rows = rows
        self.filters.set_rows(rows)
        self.model.set_rows(rows)
        self._show_count()
        self.choose(current)
        self._on_selection_changed()

    def current_id(self) -> int | None:
        row = self.model.row(self.view.currentIndex())
        return row.id if row is not None else None

    def all_rows(self) -> Sequence[MentorListRow]:
        """Shown or not."""
        return self._rows

    def selected(self) -> list[MentorListRow]:
        """All that are chosen, in the order of the list."""
        # By ranges: an index for each of thousands takes a fifth of a second.
        selection = self.view.selectionModel().selection()
        ranges = {(each.top(), each.bottom()) for each in selection.toList()}
        rows = self.model.rows
        return [row for first, last in sorted(ranges) for row in rows[first : last + 1]]

    def choose(self, mentor_id: int | None) -> None:
        """Choose a row; where it is not shown, the first one."""
        index = self.model.index_of(mentor_id)
        if not index.isValid() and self.model.rowCount():
            index = self.model.index(0, 0)
        if index.isValid() and index.row() != self.view.currentIndex().row():
            self.view.setCurrentIndex(index)

    def reveal(self, mentor_id: int) -> None:
        """Choose a mentor. Filters that hide them are taken away."""
        if not self.model.index_of(mentor_id).isValid():
            self.clear_filters()
        if self.model.index_of(mentor_id).isValid():
            self.choose(mentor_id)

    def clear_filters(self) -> None:
        """Show everybody."""
        self.filters.search.clear()
        self.filters.clear()
        self.model.set_search("")
        self._on_filtered()
        self.view.setFocus()

    def clear_selection(self) -> None:
        """Only the current row stays chosen."""
        index = self.view.currentIndex()
        flag = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(index, flag.ClearAndSelect | flag.Rows)
        self.view.setFocus()

    def add_below_head(self, widget: QWidget) -> None:
        """A quiet line between the filters and the rows."""
        self._head.addWidget(widget)

    # --- building ---------------------------------------------------------------------------------

    def _make_table(self) -> None:
        look = self._look
        self.model = table.mentor_table(self._desk.clock, self)
        self.model.set_filter(self.filters.current().keeps)
        self.view = RowTable(look, self.tr("Mentors"))
        self.view.setModel(self.model)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.delegate = MentorDelegate(look, self._desk.clock, self.view)
        self.view.setItemDelegate(self.delegate)
        self.header = SortHeader(look, self.tr("Columns"))
        self.header.descending_first = frozenset({table.FIT, table.CONTACT})
        self.view.setHorizontalHeader(self.header)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header.setSectionResizeMode(table.MENTOR, QHeaderView.ResizeMode.Stretch)
        self.header.show_order(table.FIT, Qt.SortOrder.DescendingOrder)
        self.model.sort(table.FIT, Qt.SortOrder.DescendingOrder)
        self._keeper = SelectionKeeper(self.model, self.view.selectionModel())

    def _arrange(self) -> None:
        look = self._look
        self._title = Label(look, self.tr("Mentors"), "display")
        self._count = Label(look, "", "lead", "text-tertiary", tnum=True)
        self._count.setContentsMargins(0, 0, 0, 3)
        self._add = Button(look, self.tr("Add mentor"), icon="user-plus")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QVBoxLayout()
        column.addLayout(self._head)
        self._head.addLayout(top)
        # One takes the place of the other, so that no row moves under the hand that chooses. A
        # stack shows its first widget at once, so it needs its place before.
        self._tools = QStackedLayout()
        self._head.addLayout(self._tools)
        self._tools.addWidget(self.filters)
        self._tools.addWidget(self.bulk)
        self._clear = Button(look, self.tr("Clear search"))
        self._nobody = EmptyState(look, "", buttons=[self._clear])
        self._below = QStackedLayout()
        column.addLayout(self._below, 1)
        self._below.addWidget(self.view)
        self._below.addWidget(self._nobody)

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_requested)
        self.filters.searched.connect(self._on_searched)
        self.filters.filtered.connect(self._on_filtered)
        self.filters.search.left_downwards.connect(self._on_search_left)
        self._clear.clicked.connect(self.clear_filters)
        self.bulk.cleared.connect(self.clear_selection)
        self.header.sorted_by.connect(self.model.sort)
        selection = self.view.selectionModel()
        selection.currentRowChanged.connect(self.chosen)
        selection.selectionChanged.connect(self._on_selection_changed)
        self.view.verticalScrollBar().rangeChanged.connect(self._fit_columns)
        self._look.changed.connect(self._fit_columns)
        leave = QShortcut(QKeySequence("Esc"), self.view)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.clear_selection)

    # --- widths -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        scale = self._look.theme.text_scale
        narrow = self.width() < _NARROW + _NARROW_GROWTH * (scale - 1)
        self.view.setColumnHidden(table.CONTACT, narrow)
        self.delegate.brief = narrow
        self.filters.fold(narrow)
        self.bulk.fold(narrow)
        self._head.setContentsMargins(24, 12 if narrow else 20, 24, 8 if narrow else 12)
        self._head.setSpacing(10 if narrow else 12)
        for column, width in (
            (table.LETTER, 104 if narrow else 112),
            (table.CONTACT, 96),
            (table.FIT, 80 if narrow else 104),
        ):
            if column == table.FIT:
                bar = self.view.verticalScrollBar()
                # Before it is first shown it has not been laid out, so it is asked for its hint.
                taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
                grown = width + 28 * (scale - 1) - taken
            else:
                grown = width * scale
            self.header.resizeSection(column, round(grown))

    # --- choosing and filtering -------------------------------------------------------------------

    def _on_selection_changed(self) -> None:
        rows = self.selected()
        if len(rows) > 1:
            known = sorted({tag for row in self._rows for tag in row.tags}, key=str.casefold)
            self.bulk.show_rows(rows, known)
        self._tools.setCurrentIndex(1 if len(rows) > 1 else 0)

    def _on_searched(self, text: str) -> None:
        self.model.set_search(text)
        self._after_filter()

    def _on_filtered(self) -> None:
        self.model.set_filter(self.filters.current().keeps)
        self._after_filter()

    def _after_filter(self) -> None:
        self._show_count()
        if not self.view.currentIndex().isValid():
            self.choose(None)
        if not self.model.rowCount():
            self.emptied.emit()
        announce(self, self.tr("%n mentor(s)", "", self.model.rowCount()))

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self._count.setText(
            str(total)
            if shown == total
            else self.tr("{shown} of {total}").format(shown=shown, total=total)
        )
        self._below.setCurrentIndex(0 if shown else 1)
        typed = self.filters.search.text().strip()
        if typed:
            words = self.tr("No mentor matches “{text}”.").format(text=typed)
        else:
            words = self.tr("No mentor matches these filters.")
        self._nobody.set_text(words)
        self._clear.setText(self.tr("Clear search") if typed else self.tr("Clear filters"))

    def _on_search_left(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
