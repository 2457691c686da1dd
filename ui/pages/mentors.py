"""Mentors: the list with its filters, and the pane of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from lordesk import kinds
from ui.delegates.mentor_row import MentorDelegate
from ui.dialogs.mentor_dialog import MentorDialog
from ui.itemmodels import mentor_table as table
from ui.itemmodels.selection_keeper import SelectionKeeper
from ui.pages.mentor_empty import MentorsEmpty
from ui.pages.mentor_filters import MentorFilters
from ui.pages.mentor_pane.facts import MentorServices
from ui.pages.mentor_pane.pane import MentorPane
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import RowTable, SortHeader
from ui.widgets.scroll import Splitter
from ui.widgets.text import Label
from ui.widgets.toast import announce

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter

    from lordesk.kinds import MentorRole
    from lordesk.services.applications import ApplicationService
    from lordesk.services.interactions import InteractionService
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.reminders import ReminderService
    from lordesk.services.requests import RequestService
    from ui.desk import Desk

_LIST_LEAST = 480
_PANE_LEAST, _PANE, _PANE_MOST, _PANE_NARROW = 360, 440, 560, 392
_NARROW_PAGE = 1040
"""Below this width of the page the pane is narrow."""
_NARROW_LIST = 600
"""Below this width of the list the last contact is hidden and the chips are one."""
_NARROW_GROWTH = 200
"""How much wider that is at twice the text size."""


class MentorsPage(Page):
    KIND: ClassVar[kinds.Page] = kinds.Page.MENTORS
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "mentor",
            "fit_answer",
            "interaction",
            "moment",
            "letter",
            "letter_writer",
            "request",
            "request_move",
            "request_fact",
            "plan_item",
            "reminder",
            "application",
            "slot",
            "slot_fill",
            "target",
            "outbox_entry",
        }
    )

    def __init__(
        self,
        desk: Desk,
        mentors: MentorService,
        interactions: InteractionService,
        letters: LetterService,
        requests: RequestService,
        reminders: ReminderService,
        applications: ApplicationService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._services = MentorServices(
            mentors, interactions, letters, requests, reminders, applications
        )
        self._application_id: int | None = None
        self._wide_pane = _PANE
        self._narrow: bool | None = None
        self._set_up()

    # --- the page ---------------------------------------------------------------------------------

    def reload(self) -> None:
        self._application_id = self._services.applications.default_id()
        rows = self._services.mentors.rows(self._application_id, archived=True)
        self._whole.setCurrentIndex(0 if rows else 1)
        self._filters.set_rows(rows)
        chosen = self.mentor_in_view()
        self._model.set_rows(rows)
        self._show_count()
        self._choose(chosen)
        self._pane.show_mentor(self.mentor_in_view(), self._application_id)

    def open_target(self, target: object) -> None:
        """A mentor's id. Filters that hide the mentor are taken away."""
        if not isinstance(target, int):
            return
        if not self._model.index_of(target).isValid():
            self._clear_all()
        if self._model.index_of(target).isValid():
            self._choose(target)

    def focus_search(self) -> bool:
        if self._whole.currentIndex() == 1:
            return False
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()
        return True

    def areas(self) -> list[QWidget]:
        if self._whole.currentIndex() == 1:
            return [self._empty]
        return [self._view, self._pane]

    def mentor_in_view(self) -> int | None:
        row = self._model.row(self._view.currentIndex())
        return row.id if row is not None else None

    def splitters(self) -> dict[str, QSplitter]:
        return {"mentors": self._splitter}

    def add_mentor(self, role: MentorRole | None = None) -> None:
        """Open the form; the new mentor is chosen in the list afterwards."""
        mentors = self._services.mentors
        dialog = MentorDialog(self._desk, mentors, self._application_id, role, self)
        dialog.saved.connect(self._on_mentor_saved)
        dialog.open()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._empty = MentorsEmpty(look)
        self._pane = MentorPane(self._desk, self._services)
        self._pane.setMinimumWidth(_PANE_LEAST)
        self._pane.setMaximumWidth(_PANE_MOST)
        self._list = self._make_list()
        self._list.installEventFilter(self)
        self._splitter = Splitter()
        self._splitter.addWidget(self._list)
        self._splitter.addWidget(self._pane)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._whole = QStackedLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._splitter)
        self._whole.addWidget(self._empty)

    def _make_list(self) -> QWidget:
        look = self._look
        self._title = Label(look, self.tr("Mentors"), "display")
        self._count = Label(look, "", "lead", "text-tertiary", tnum=True)
        self._count.setContentsMargins(0, 0, 0, 3)
        self._add = Button(look, self.tr("Add mentor"), icon="user-plus")
        self._filters = MentorFilters(look)
        self._make_table()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self._add)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(24, 20, 24, 12)
        self._head.setSpacing(12)
        self._head.addLayout(top)
        self._head.addWidget(self._filters)
        self._clear = Button(look, self.tr("Clear search"))
        self._nobody = EmptyState(look, "", buttons=[self._clear])
        whole = QWidget()
        whole.setMinimumWidth(_LIST_LEAST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        # It shows its first widget at once, so it needs its place before.
        self._below = QStackedLayout()
        column.addLayout(self._below, 1)
        self._below.addWidget(self._view)
        self._below.addWidget(self._nobody)
        return whole

    def _make_table(self) -> None:
        look = self._look
        self._model = table.mentor_table(self._desk.clock, self)
        self._model.set_filter(self._filters.current().keeps)
        self._view = RowTable(look, self.tr("Mentors"))
        self._view.setModel(self._model)
        self._delegate = MentorDelegate(look, self._desk.clock, self._view)
        self._view.setItemDelegate(self._delegate)
        self._header = SortHeader(look, self.tr("Columns"))
        self._header.descending_first = frozenset({table.FIT, table.CONTACT})
        self._view.setHorizontalHeader(self._header)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setSectionResizeMode(table.MENTOR, QHeaderView.ResizeMode.Stretch)
        self._header.show_order(table.FIT, Qt.SortOrder.DescendingOrder)
        self._model.sort(table.FIT, Qt.SortOrder.DescendingOrder)
        self._keeper = SelectionKeeper(self._model, self._view.selectionModel())

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add_clicked)
        self._empty.add_requested.connect(self.add_mentor)
        self._filters.searched.connect(self._on_searched)
        self._filters.filtered.connect(self._on_filtered)
        self._filters.search.left_downwards.connect(self._on_search_left)
        self._clear.clicked.connect(self._clear_all)
        self._header.sorted_by.connect(self._model.sort)
        self._view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._view.opened.connect(self._pane.take_focus)
        self._view.edit_requested.connect(self._pane.edit)
        self._view.removal_requested.connect(self._pane.delete)
        self._pane.compose_requested.connect(self.compose_requested)
        self._pane.navigate_requested.connect(self.navigate_requested)
        self._pane.log_contact_requested.connect(self.log_contact_requested)
        self._view.verticalScrollBar().rangeChanged.connect(self._fit_columns)
        self._look.changed.connect(self._fit_columns)
        for keys, slot in (("Ctrl+Tab", self._next_tab), ("Ctrl+Shift+Tab", self._previous_tab)):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        back = QShortcut(QKeySequence("Esc"), self._pane)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._view.setFocus)

    # --- widths -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PAGE
        if narrow == self._narrow:
            return
        if narrow and self._narrow is False:
            self._wide_pane = self._pane.width()
        self._narrow = narrow
        pane = _PANE_NARROW if narrow else self._wide_pane
        self._splitter.setSizes([self.width() - pane - 1, pane])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _fit_columns(self) -> None:
        scale = self._look.theme.text_scale
        narrow = self._list.width() < _NARROW_LIST + _NARROW_GROWTH * (scale - 1)
        self._view.setColumnHidden(table.CONTACT, narrow)
        self._delegate.brief = narrow
        self._filters.fold(narrow)
        self._head.setContentsMargins(24, 12 if narrow else 20, 24, 8 if narrow else 12)
        self._head.setSpacing(10 if narrow else 12)
        for column, width in (
            (table.LETTER, 104 if narrow else 112),
            (table.CONTACT, 96),
            (table.FIT, 80 if narrow else 104),
        ):
            if column == table.FIT:
                bar = self._view.verticalScrollBar()
                # Before it is first shown it has not been laid out, so it is asked for its hint.
                taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
                grown = width + 28 * (scale - 1) - taken
            else:
                grown = width * scale
            self._header.resizeSection(column, round(grown))

    # --- choosing ---------------------------------------------------------------------------------

    def _choose(self, mentor_id: int | None) -> None:
        """Choose a row; where it is not shown, the first one."""
        index = self._model.index_of(mentor_id)
        if not index.isValid() and self._model.rowCount():
            index = self._model.index(0, 0)
        if index.isValid() and index.row() != self._view.currentIndex().row():
            self._view.setCurrentIndex(index)

    def _on_current_changed(self) -> None:
        if not self.stale:
            self._pane.show_mentor(self.mentor_in_view(), self._application_id)

    def _on_searched(self, text: str) -> None:
        self._model.set_search(text)
        self._after_filter()

    def _on_filtered(self) -> None:
        self._model.set_filter(self._filters.current().keeps)
        self._after_filter()

    def _after_filter(self) -> None:
        self._show_count()
        if not self._view.currentIndex().isValid():
            self._choose(None)
        if not self._model.rowCount():
            self._pane.show_mentor(None)
        announce(self, self.tr("%n mentor(s)", "", self._model.rowCount()))

    def _show_count(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        self._count.setText(
            str(total)
            if shown == total
            else self.tr("{shown} of {total}").format(shown=shown, total=total)
        )
        self._below.setCurrentIndex(0 if shown else 1)
        typed = self._filters.search.text().strip()
        if typed:
            words = self.tr("No mentor matches “{text}”.").format(text=typed)
        else:
            words = self.tr("No mentor matches these filters.")
        self._nobody.set_text(words)
        self._clear.setText(self.tr("Clear search") if typed else self.tr("Clear filters"))

    def _clear_all(self) -> None:
        """Show everybody."""
        self._filters.search.clear()
        self._filters.clear()
        self._model.set_search("")
        self._on_filtered()
        self._view.setFocus()

    # --- acting -----------------------------------------------------------------------------------

    def _on_add_clicked(self) -> None:
        self.add_mentor()

    def _on_mentor_saved(self, mentor_id: int) -> None:
        self.open_target(mentor_id)
        self._view.setFocus()

    def _on_search_left(self) -> None:
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _next_tab(self) -> None:
        self._pane.next_tab()

    def _previous_tab(self) -> None:
        self._pane.next_tab(-1)
