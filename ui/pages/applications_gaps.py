"""The one button of each finding of coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.kinds import MentorRole, MessageKind, Stage
from lordesk.rows.coverage import GapAction
from ui.dialogs.letter_facts_dialog import LetterFactsDialog
from ui.dialogs.mentor_dialog import MentorDialog
from ui.pages import applications_content as content
from ui.pages.applications_assigning import AssigningVerbs
from ui.pages.page import Compose

if TYPE_CHECKING:
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import LetterRow

_IN = (Stage.SUBMITTED, Stage.THANKED)


class GapVerbs(AssigningVerbs):
    def _close_gap(self, finding: Finding) -> None:
        action = finding.data.get("action")
        letter = content.letter_of(self._shown, finding)
        if not isinstance(action, GapAction) or self._of_application(action, finding):
            return
        if letter is not None:
            self._of_letter(action, finding, letter)

    def _of_application(self, action: GapAction, finding: Finding) -> bool:
        """Those that need no letter; says whether it was one of them."""
        data = finding.data
        match action:
            case GapAction.PICK_BACKUP:
                self._make_writer(int(str(data["slot_id"])), int(str(data["backup_id"])))
            case GapAction.PICK_WRITER | GapAction.LINE_UP_BACKUP:
                self._ask_somebody(data.get("slot_id"))
            case GapAction.SHOW_TARGET:
                self._pane.targets.show_target(int(str(data["target_id"])))
            case GapAction.EDIT_TARGET:
                self._edit_target(int(str(data["target_id"])))
            case GapAction.EDIT_APPLICATION:
                self._edit()
            case GapAction.OPEN_RULES:
                self._show_rules()
            case GapAction.ADD_MENTOR:
                self._add_mentor(MentorRole(str(data["role"])))
            case _:
                return False
        return True

    def _of_letter(self, action: GapAction, finding: Finding, letter: LetterRow) -> None:
        match action:
            case GapAction.ASK:
                self._ask_for(letter)
            case GapAction.READ_REPLY:
                self._open_letter(letter)
                self._services.requests.mark_reply_read(letter.request_id)
            case GapAction.ASSIGN:
                self._assign_everywhere(letter.id)
            case GapAction.UNASSIGN:
                self._unassign(finding, letter)
            case GapAction.EDIT_LETTER | GapAction.CHANGE_CHANNEL:
                self._edit_letter(letter)
            case _:
                self._open_letter(letter)

    def _ask_somebody(self, slot_id: object) -> None:
        """For the slot where one is named, else for the application."""
        slot = content.slot_of(self._row, slot_id)
        if slot is not None:
            self._choose_mentor(slot)
        elif self._row is not None:
            self.compose_requested.emit(Compose(MessageKind.ASK, application_id=self._row.id))

    def _add_mentor(self, role: MentorRole) -> None:
        if self._row is not None:
            mentors = self._services.mentors
            MentorDialog(self._desk, mentors, self._row.id, role, self).open()

    def _ask_for(self, letter: LetterRow) -> None:
        """Somebody whose letter is in is asked for a new one; all others go on where they are."""
        if letter.stage in _IN and self._row is not None:
            self.compose_requested.emit(
                Compose(MessageKind.ASK, mentor_id=letter.mentor_id, application_id=self._row.id)
            )
        else:
            self.compose_requested.emit(content.note_to(letter))

    def _unassign(self, finding: Finding, letter: LetterRow) -> None:
        """Where the service has not locked it."""
        named = finding.data.get("target_ids")
        places = named if isinstance(named, tuple) else (finding.data["target_id"],)
        self._do(lambda: self._applications.unassign_from(letter.id, places))

    def _edit_letter(self, letter: LetterRow) -> None:
        shown = self._shown
        if shown is not None:
            LetterFactsDialog(self._desk, self._letters, shown.view, letter, self).open()
