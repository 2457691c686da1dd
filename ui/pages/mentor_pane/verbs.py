"""What the pane does to its mentor, and what it says afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from lordesk.errors import HasSentRequestsError, LordeskError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lordesk.rows.people import MentorRow
    from lordesk.services.mentors import MentorService
    from ui.desk import Desk


class MentorVerbs(QObject):
    def __init__(self, desk: Desk, mentors: MentorService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mentors = mentors

    def do(self, act: Callable[..., object], *values: object) -> None:
        """Call a service and show the undo bar, or what went wrong."""
        try:
            act(*values)
        except LordeskError as error:
            self._desk.report(error)
        else:
            self._desk.say()

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

    def copy_address(self, mentor: MentorRow) -> None:
        QGuiApplication.clipboard().setText(mentor.email)
        self._desk.say(self.tr("Address copied."), undo=False)
