"""Applications: which letters each needs, who writes them, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lordesk.kinds import Page as PageKind
from ui.pages import applications_content as content
from ui.pages.applications_gaps import GapVerbs
from ui.pages.applications_list import ApplicationsList
from ui.pages.applications_pane import CoveragePane
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.text import Hairline

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.desk import Desk
    from ui.pages.applications_verbs import ApplicationServices

_LIST_WIDTH, _LIST_NARROW = 256, 216
_NARROW = 1000


class ApplicationsPage(GapVerbs):
    KIND = PageKind.APPLICATIONS
    TABLES = frozenset(
        {
            "application", "application_date", "slot", "slot_fill", "target", "assignment",
            "letter", "letter_writer", "request", "request_fact", "mentor", "fit_answer",
            "outbox_entry", "rule_edit", "evidence",
        }
    )  # fmt: skip

    def __init__(
        self, desk: Desk, services: ApplicationServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, services, parent)
        self._set_up()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._list = ApplicationsList(look, self._desk.clock)
        self._pane = CoveragePane(look)
        self._first = Button(look, self.tr("Add application"), "primary", "plus")
        self._empty = EmptyState(
            look,
            self.tr("Add an application to see which letters it needs."),
            "",
            [self._first],
            icons=("graduation-cap", "file-text", "check"),
        )
        filled = QWidget()
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(Hairline(look, vertical=True))
        row.addWidget(self._pane, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(self._empty)
        self._filled = filled
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._first.clicked.connect(self._add)
        applications, pane = self._list, self._pane
        applications.add_requested.connect(self._add)
        applications.chosen.connect(self._on_list_chosen)
        applications.view.edit_requested.connect(self._edit)
        applications.view.removal_requested.connect(self._delete)
        applications.view.menu_requested.connect(self._show_menu)
        pane.edit_clicked.connect(self._edit)
        pane.more_clicked.connect(self._show_menu)
        pane.gap_clicked.connect(self._close_gap)
        pane.rules_clicked.connect(self._show_rules)
        pane.slots_row.slot_pressed.connect(self._open_slot)
        pane.slots_row.menu_requested.connect(self._show_slot_menu)
        pane.backups.letter_pressed.connect(self._open_letter)
        pane.targets.add_requested.connect(self._add_target)
        pane.targets.view.toggled.connect(self._toggle)
        pane.targets.view.opened.connect(self._edit_target)
        pane.targets.view.removal_requested.connect(self._remove_target)
        pane.targets.view.menu_requested.connect(self._show_target_menu)
        pane.targets.view.letter_menu_requested.connect(self._show_letter_menu)
        pane.targets.suggest_requested.connect(self._suggest)
        pane.targets.lock_confirmed.connect(self._lock)

    # --- showing ----------------------------------------------------------------------------------

    def reload(self) -> None:
        today = self._desk.clock.today()
        rows = self._applications.rows()
        self._stack.setCurrentWidget(self._filled if rows else self._empty)
        self._list.set_items([content.item(row, today) for row in rows])
        chosen = self._list.current_id
        self._row = next((row for row in rows if row.id == chosen), None)
        self._show_row()

    def _show_row(self) -> None:
        row = self._row
        if row is None:
            self._shown = None
            return
        self._shown = content.gather(
            self._services.coverage.facts(row),
            self._applications.replies(),
            self._services.mentors.rows,
        )
        self._pane.show_content(self._shown, self._desk.clock.today())
        self._pane.show_broken(self._rules.broken)

    def _choose(self, application_id: int) -> None:
        self._list.choose(application_id)

    def open_target(self, target: object) -> None:
        if isinstance(target, int):
            self._list.choose(target)

    def areas(self) -> list[QWidget]:
        if self._row is None:
            return [self._first]
        cards = self._pane.slots_row.cards
        table = self._pane.targets.view
        return [
            self._list.view,
            *(cards[:1]),
            *([table] if table.matrix.rowCount() else []),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._list.setFixedWidth(_LIST_NARROW if narrow else _LIST_WIDTH)
        self._list.set_narrow(narrow)
        self._pane.set_narrow(narrow)

    def _on_list_chosen(self, application_id: int) -> None:
        if self._row is None or self._row.id != application_id:
            rows = self._applications.rows()
            self._row = next((row for row in rows if row.id == application_id), None)
            self._show_row()
