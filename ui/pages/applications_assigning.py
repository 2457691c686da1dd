"""Targets of an application and their letters, as the page changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import assignments
from lordesk.domain.suggestions import suggestion
from lordesk.errors import LordeskError
from ui.dialogs.suggestion_dialog import SuggestionDialog
from ui.dialogs.target_dialog import TargetDialog
from ui.pages import applications_content as content
from ui.pages.applications_menus import LetterMenu, TargetMenu
from ui.pages.applications_verbs import ApplicationVerbs
from ui.wording import applications as words
from ui.wording import applying
from ui.wording.findings import finding_words

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import ApplicationRow, TargetRow
    from ui.pages.applications_content import Content
    from ui.pages.applications_pane import CoveragePane


class AssigningVerbs(ApplicationVerbs):
    """`_shown` is what the pane shows of `_row`."""

    _pane: CoveragePane
    _shown: Content | None = None

    # --- one cell ---------------------------------------------------------------------------------

    def _toggle(self, letter_id: int, target_id: int) -> None:
        """What the rules refuse is said in place, and the cell stays as it is."""
        shown, target = self._shown, content.target_of(self._shown, target_id)
        if shown is None or target is None:
            return
        assigned = any(a.letter_id == letter_id for a in target.assignments)
        refused = (
            assignments.unassign_refusal(letter_id, target)
            if assigned
            else assignments.refusal(shown.view, letter_id, target)
        )
        if refused is not None:
            self._pane.targets.refuse(_why(refused))
            return
        self._pane.targets.refuse("")
        verb = self._applications.unassign if assigned else self._applications.assign
        try:
            verb(letter_id, target_id)
        except LordeskError as error:
            self._desk.report(error)

    # --- one letter -------------------------------------------------------------------------------

    def _show_letter_menu(self, letter_id: int, at: QPoint) -> None:
        shown = self._shown
        letter = shown.letters.get(letter_id) if shown else None
        if shown is None or letter is None:
            return
        menu = LetterMenu(letter, self)
        fits = assignments.everywhere_it_fits(shown.view, letter_id).target_ids
        menu.offer_everywhere(len(fits), words.is_schools(shown.row))
        menu.offer_taking_off(len(self._free_places(letter_id)))
        menu.everywhere_chosen.connect(self._assign_everywhere)
        menu.off_chosen.connect(self._unassign_everywhere)
        menu.open_chosen.connect(self._open_letter)
        menu.popup(at)

    def _assign_everywhere(self, letter_id: int) -> None:
        """Where it does not fit is said in place, with the first reason."""
        shown = self._shown
        if shown is None:
            return
        fits = assignments.everywhere_it_fits(shown.view, letter_id)
        row = shown.row
        if fits.target_ids:
            self._do(lambda: self._applications.assign_to(row.id, letter_id, fits.target_ids))
        if fits.refused:
            schools = words.is_schools(row)
            first = _why(fits.refused[0][1])
            self._pane.targets.refuse(applying.not_everywhere(len(fits.refused), schools, first))

    def _free_places(self, letter_id: int) -> list[int]:
        targets = self._shown.targets if self._shown else ()
        return [
            target.id
            for target in targets
            for assignment in target.assignments
            if assignment.letter_id == letter_id and assignment.locked_at is None
        ]

    def _unassign_everywhere(self, letter_id: int) -> None:
        places = self._free_places(letter_id)
        if places:
            self._do(lambda: self._applications.unassign_from(letter_id, places))

    # --- all of them ------------------------------------------------------------------------------

    def _suggest(self) -> None:
        shown = self._shown
        if shown is None:
            return
        mentors = self._services.mentors.rows(shown.row.id)
        fit = {mentor.id: mentor.fit for mentor in mentors if mentor.fit is not None}
        found = suggestion(shown.view, fit)
        SuggestionDialog(self._desk, self._applications, shown.view, found, self).open()

    # --- one target -------------------------------------------------------------------------------

    def _add_target(self) -> None:
        if self._row is not None:
            self._open_target_form(self._row, None)

    def _edit_target(self, target_id: int) -> None:
        if self._row is not None:
            self._open_target_form(self._row, content.target_of(self._shown, target_id))

    def _open_target_form(self, row: ApplicationRow, target: TargetRow | None) -> None:
        shown = self._shown
        if shown is None:
            return
        least = content.least_letters(row, self._rules.specialties)
        TargetDialog(self._desk, self._applications, shown.view, least, target, self).open()

    def _remove_target(self, target_id: int) -> None:
        self._do(lambda: self._applications.remove_target(target_id))

    def _show_target_menu(self, target_id: int, at: QPoint) -> None:
        target = content.target_of(self._shown, target_id)
        menu = TargetMenu(target_id, target is not None and target.applied_on is not None, self)
        menu.edit_chosen.connect(self._edit_target)
        menu.applied_chosen.connect(self._ask_to_lock)
        menu.not_applied_chosen.connect(self._mark_not_applied)
        menu.remove_chosen.connect(self._remove_target)
        menu.popup(at)

    # --- applying ---------------------------------------------------------------------------------

    def _ask_to_lock(self, target_id: int) -> None:
        """Applying locks the letters at the service, so it is asked before, in place."""
        target = content.target_of(self._shown, target_id)
        if self._shown is None or target is None:
            return
        found = assignments.before_applying(self._shown.view, target)
        self._pane.targets.ask(target_id, applying.question(target.name), applying.warnings(found))

    def _lock(self, target_id: int) -> None:
        today = self._desk.clock.today()
        self._do(lambda: self._applications.mark_applied(target_id, today))

    def _mark_not_applied(self, target_id: int) -> None:
        self._do(lambda: self._applications.mark_not_applied(target_id))


def _why(refused: Finding) -> str:
    cap = refused.data.get("cap")
    if refused.code == "target-full" and isinstance(cap, int):
        return words.cap_reached(cap)
    said = finding_words(refused)
    return f"{said.title} {said.detail}"
