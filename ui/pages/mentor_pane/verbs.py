"""What the pane does to its mentor, and what it says afterwards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from lordesk.errors import HasSentRequestsError, LordeskError
from lordesk.kinds import MoveCause, Stage
from lordesk.kinds import Signal as Sound
from ui.dialogs.letter_dialog import LetterBooks, LetterDialog
from ui.pages.letter_closing import LetterClosing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lordesk.rows.letters import LetterRow
    from lordesk.rows.people import MentorRow
    from ui.desk import Desk
    from ui.pages.mentor_pane.facts import MentorServices


class MentorVerbs(QObject):
    def __init__(self, desk: Desk, services: MentorServices, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self._desk = desk
        self._mentors = services.mentors
        self._requests = services.requests
        self._interactions = services.interactions
        self.closing = LetterClosing(desk, services.around.closings, services.letters, parent)
        self._books = LetterBooks(services.letters, services.requests, services.around.facts)

    def do(self, act: Callable[..., object], *values: object) -> None:
        """Call a service and show the undo bar, or what went wrong."""
        try:
            act(*values)
        except LordeskError as error:
            self._desk.report(error)
        else:
            self._desk.say()

    def show_letter(self, letter: LetterRow) -> None:
        """What it is, who takes part, and its history."""
        LetterDialog(self._desk, self._books, letter, self._pane).open()

    def archive(self, mentor: MentorRow) -> None:
        """Archive, or take back into the list."""
        act = self._mentors.unarchive if mentor.archived else self._mentors.archive
        self.do(act, (mentor.id,))

    def delete(self, mentor: MentorRow) -> None:
        """To the trash, with Undo; who has been asked for a letter is archived instead."""
        try:
            self._mentors.delete(mentor.id)
        except HasSentRequestsError:
            if not mentor.archived:
                self._mentors.archive((mentor.id,))
            text = self.tr("{name} has been asked for a letter, so the record is archived.")
            self._desk.say(text.format(name=mentor.full_name), undo=not mentor.archived)
        except LordeskError as error:
            self._desk.report(error)
        else:
            self._desk.say()

    def change(self, mentor_id: int, field: str, value: object) -> None:
        """One field that was edited in place."""
        values: dict[str, Any] = {field: value}
        self.do(partial(self._mentors.update, **values), mentor_id)

    def save_notes(self, mentor_id: int, text: str) -> None:
        """Saved while typing, so no bar says so."""
        try:
            self._mentors.update(mentor_id, notes=text)
        except LordeskError as error:
            self._desk.report(error)

    def remove_contact(self, interaction_id: int) -> None:
        self.do(self._interactions.remove, interaction_id)

    def remove_moment(self, moment_id: int) -> None:
        self.do(self._interactions.remove_moment, moment_id)

    def move(self, letter: LetterRow, stage: Stage) -> None:
        if self.closing.asks(stage):
            self.closing.open(letter, stage)
            return
        in_person = stage in (Stage.ASKED, Stage.THANKED)
        cause = MoveCause.IN_PERSON if in_person else MoveCause.USER
        self.do(self._requests.move, letter.request_id, stage, None, cause)

    def note_signal(self, letter: LetterRow, signal: Sound | None) -> None:
        """How the writer sounded. A no is a no: it asks for the rest of it."""
        self.do(self._requests.set_signal, letter.request_id, signal)
        if signal is Sound.NO:
            self.closing.open(letter, Stage.DECLINED)

    def copy_address(self, mentor: MentorRow) -> None:
        QGuiApplication.clipboard().setText(mentor.email)
        self._desk.say(self.tr("Address copied."), undo=False)
