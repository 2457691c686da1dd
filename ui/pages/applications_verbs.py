"""What can be done to an application and its slots, as the page does it: verb, then undo bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lordesk.errors import LordeskError
from lordesk.kinds import MessageKind
from lordesk.kinds import Page as PageKind
from ui.dialogs.application_date_dialog import ApplicationDateDialog
from ui.dialogs.application_dialog import ApplicationDialog
from ui.dialogs.proof_file import save_proof
from ui.dialogs.rollover_dialog import RolloverDialog
from ui.dialogs.rule_sources import RuleSourcesDialog
from ui.dialogs.slot_dialog import SlotDialog
from ui.pages.applications_menus import ApplicationMenu, SlotMenu
from ui.pages.page import Compose, Page
from ui.wording import applications as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from lordesk.rows.letters import ApplicationRow, LetterRow, SlotRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.coverage import CoverageService
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.requests import RequestService
    from lordesk.services.rollover import RolloverService
    from lordesk.services.rules import RuleService
    from ui.desk import Desk
    from ui.dialogs.proof_file import ProofPress


class ApplicationServices(NamedTuple):
    applications: ApplicationService
    coverage: CoverageService
    letters: LetterService
    mentors: MentorService
    requests: RequestService
    rules: RuleService
    rollover: RolloverService
    press: ProofPress


class ApplicationVerbs(Page):
    """`_row` is the application that is shown; its verbs do nothing without one."""

    def __init__(
        self, desk: Desk, services: ApplicationServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._services = services
        self._applications = services.applications
        self._letters = services.letters
        self._rules = services.rules
        self._row: ApplicationRow | None = None

    def _do(self, verb: Callable[[], object]) -> None:
        """Run a verb of a service, then offer to undo it."""
        try:
            verb()
        except LordeskError as error:
            self._desk.report(error)
            return
        self._desk.say()

    def _choose(self, application_id: int) -> None:
        """Show that application."""

    # --- the application --------------------------------------------------------------------------

    def _add(self) -> None:
        dialog = ApplicationDialog(self._desk, self._applications, self._rules, parent=self)
        dialog.saved.connect(self._choose)
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

    def _show_rules(self) -> None:
        if self._row is not None:
            RuleSourcesDialog(self._desk, self._rules, self._row, self).open()

    def _save_proof(self) -> None:
        if self._row is None:
            return
        try:
            save_proof(self._desk, self._services.press, self._row.id, self)
        except LordeskError as error:
            self._desk.report(error)

    def _start_next_season(self) -> None:
        if self._row is not None:
            dialog = RolloverDialog(self._desk, self._services.rollover, self._row, self)
            dialog.saved.connect(self._choose)
            dialog.open()

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
        menu.rules_chosen.connect(self._show_rules)
        menu.proof_chosen.connect(self._save_proof)
        menu.season_chosen.connect(self._start_next_season)
        menu.archive_chosen.connect(self._archive)
        menu.delete_chosen.connect(self._delete)
        menu.popup(at)

    def _add_target(self) -> None:
        """Open the form of a new target."""

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
