"""Applications: which letters each needs, who writes them, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lordesk.errors import CapReachedError, LockedAssignmentError, LordeskError
from lordesk.kinds import MessageKind
from lordesk.kinds import Page as PageKind
from ui.dialogs.application_date_dialog import ApplicationDateDialog
from ui.dialogs.application_dialog import ApplicationDialog
from ui.dialogs.slot_dialog import SlotDialog
from ui.dialogs.target_dialog import TargetDialog
from ui.pages import applications_content as content
from ui.pages.applications_list import ApplicationsList
from ui.pages.applications_menus import ApplicationMenu, SlotMenu, TargetMenu
from ui.pages.applications_pane import CoveragePane
from ui.pages.page import Compose, Page
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.text import Hairline
from ui.wording import applications as words
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import ApplicationRow, LetterRow, SlotRow, TargetRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.requests import RequestService
    from lordesk.services.rules import RuleService
    from ui.desk import Desk

_LIST_WIDTH, _LIST_NARROW = 256, 216
_NARROW = 1000


class ApplicationsPage(Page):
    KIND = PageKind.APPLICATIONS
    TABLES = frozenset(
        {
            "application", "application_date", "slot", "slot_fill", "target", "assignment",
            "letter", "letter_writer", "request", "request_fact", "mentor", "fit_answer",
            "outbox_entry",
        }
    )  # fmt: skip

    def __init__(
        self,
        desk: Desk,
        applications: ApplicationService,
        letters: LetterService,
        mentors: MentorService,
        requests: RequestService,
        rules: RuleService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._applications = applications
        self._letters = letters
        self._mentors = mentors
        self._requests = requests
        self._rules = rules
        self._row: ApplicationRow | None = None
        self._shown: content.Content | None = None
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
        pane.slots_row.slot_pressed.connect(self._open_slot)
        pane.slots_row.menu_requested.connect(self._show_slot_menu)
        pane.backups.letter_pressed.connect(self._open_letter)
        pane.targets.add_requested.connect(self._add_target)
        pane.targets.view.toggled.connect(self._toggle)
        pane.targets.view.opened.connect(self._edit_target)
        pane.targets.view.removal_requested.connect(self._remove_target)
        pane.targets.view.menu_requested.connect(self._show_target_menu)

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
        today = self._desk.clock.today()
        self._shown = content.gather(
            row,
            self._applications,
            self._letters.rows(application_id=row.id),
            self._mentors.rows,
            self._rules,
            today,
        )
        self._pane.show_content(self._shown, today)

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

    # --- the application --------------------------------------------------------------------------

    def _add(self) -> None:
        dialog = ApplicationDialog(self._desk, self._applications, self._rules, parent=self)
        dialog.saved.connect(self._list.choose)
        dialog.open()

    def _edit(self) -> None:
        if self._row is not None:
            ApplicationDialog(self._desk, self._applications, self._rules, self._row, self).open()

    def _delete(self) -> None:
        row = self._row
        if row is not None:
            self._do(lambda: self._applications.delete(row.id))

    def _archive(self) -> None:
        row = self._row
        if row is not None:
            self._do(lambda: self._applications.archive(row.id))

    def _do(self, verb: Callable[[], object]) -> None:
        """Run a verb of a service, then offer to undo it."""
        try:
            verb()
        except LordeskError as error:
            self._desk.report(error)
            return
        self._desk.say()

    def _show_menu(self, at: QPoint) -> None:
        row = self._row
        if row is None:
            return
        dates = self._applications.dates(row.id)
        menu = ApplicationMenu(words.target_words(words.is_schools(row))[2], dates, self)
        menu.target_chosen.connect(self._add_target)
        menu.slot_chosen.connect(self._add_slot)
        menu.date_chosen.connect(self._add_date)
        menu.date_removed.connect(self._remove_date)
        menu.edit_chosen.connect(self._edit)
        menu.archive_chosen.connect(self._archive)
        menu.delete_chosen.connect(self._delete)
        menu.popup(at)

    def _add_date(self) -> None:
        if self._row is not None:
            ApplicationDateDialog(self._desk, self._applications, self._row.id, self).open()

    def _remove_date(self, date_id: int) -> None:
        self._do(lambda: self._applications.remove_date(date_id))

    # --- slots ------------------------------------------------------------------------------------

    def _open_slot(self, slot: SlotRow) -> None:
        if slot.letter is not None:
            self._open_letter(slot.letter)
        else:
            self._choose_mentor(slot)

    def _choose_mentor(self, slot: SlotRow) -> None:
        self.compose_requested.emit(
            Compose(MessageKind.ASK, application_id=slot.application_id, slot_id=slot.id)
        )

    def _open_letter(self, letter: LetterRow) -> None:
        self.navigate_requested.emit(PageKind.MENTORS, letter.mentor_id)

    def _show_slot_menu(self, slot: SlotRow, at: QPoint) -> None:
        menu = SlotMenu(slot, self)
        menu.open_chosen.connect(self._open_letter)
        menu.mentor_chosen.connect(self._choose_mentor)
        menu.writer_chosen.connect(self._make_writer)
        menu.empty_chosen.connect(self._empty_slot)
        menu.rename_chosen.connect(self._edit_slot)
        menu.remove_chosen.connect(self._remove_slot)
        menu.add_chosen.connect(self._add_slot)
        menu.popup(at)

    def _make_writer(self, slot_id: int, letter_id: int) -> None:
        self._do(lambda: self._letters.make_writer(slot_id, letter_id))

    def _empty_slot(self, slot: SlotRow) -> None:
        letter = slot.letter
        if letter is not None:
            self._do(lambda: self._applications.empty_slot(slot.id, letter.id))

    def _add_slot(self) -> None:
        if self._row is not None:
            SlotDialog(self._desk, self._applications, self._row.id, parent=self).open()

    def _edit_slot(self, slot: SlotRow) -> None:
        SlotDialog(self._desk, self._applications, slot.application_id, slot, self).open()

    def _remove_slot(self, slot: SlotRow) -> None:
        self._do(lambda: self._applications.remove_slot(slot.id))

    # --- the gap ----------------------------------------------------------------------------------

    def _close_gap(self, finding: Finding) -> None:
        """The one button of the notice."""
        data = finding.data
        letter = content.letter_of(self._shown, finding)
        match finding.code:
            case "slot-empty" if letter is not None:
                self._make_writer(int(str(data["slot_id"])), letter.id)
            case "slot-empty":
                slot = content.slot_of(self._row, data["slot_id"])
                if slot is not None:
                    self._choose_mentor(slot)
            case "required-not-confirmed" if letter is not None:
                self._press(letter)
            case "target-short":
                self._pane.targets.show_target(int(str(data["target_id"])))
            case "in-not-assigned" if letter is not None and self._row is not None:
                application_id = self._row.id
                self._do(lambda: self._applications.assign_everywhere(application_id, letter.id))
            case "author-twice" if letter is not None:
                self._open_letter(letter)

    def _press(self, letter: LetterRow) -> None:
        """A letter that targets require and that nobody has agreed to write."""
        if letter.unread_reply:
            self._open_letter(letter)
            self._requests.mark_reply_read(letter.request_id)
            return
        self.compose_requested.emit(content.note_to(letter))

    # --- targets ----------------------------------------------------------------------------------

    def _toggle(self, letter_id: int, target_id: int) -> None:
        target = content.target_of(self._shown, target_id)
        if target is None:
            return
        assigned = any(a.letter_id == letter_id for a in target.assignments)
        verb = self._applications.unassign if assigned else self._applications.assign
        self._pane.targets.refuse("")
        try:
            verb(letter_id, target_id)
        except CapReachedError as error:
            self._pane.targets.refuse(words.cap_reached(error.cap))
        except LockedAssignmentError as error:
            self._pane.targets.refuse(sentence(error))
        except LordeskError as error:
            self._desk.report(error)

    def _add_target(self) -> None:
        if self._row is not None:
            self._open_target_form(self._row, None)

    def _edit_target(self, target_id: int) -> None:
        if self._row is not None:
            self._open_target_form(self._row, content.target_of(self._shown, target_id))

    def _open_target_form(self, row: ApplicationRow, target: TargetRow | None) -> None:
        least = content.least_letters(row, self._rules.specialties)
        TargetDialog(self._desk, self._applications, row, least, target, self).open()

    def _remove_target(self, target_id: int) -> None:
        self._do(lambda: self._applications.remove_target(target_id))

    def _show_target_menu(self, target_id: int, at: QPoint) -> None:
        menu = TargetMenu(target_id, self)
        menu.edit_chosen.connect(self._edit_target)
        menu.remove_chosen.connect(self._remove_target)
        menu.popup(at)
