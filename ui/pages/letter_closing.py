"""The end of a request without a letter, opened from wherever a letter is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lordesk.domain.status import CLOSED_STAGES
from lordesk.kinds import MessageKind, Stage
from ui.dialogs.closing_dialog import DeclineDialog, WithdrawDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.rows.letters import LetterRow
    from lordesk.services.closings import ClosingService
    from lordesk.services.letters import LetterService
    from ui.desk import Desk


class LetterClosing(QObject):
    """A no and a withdrawal ask for the reason, who writes now, and whether to write a note."""

    closed = Signal(object, object)
    """The letter as it was and its new stage."""
    message_wanted = Signal(object, object)
    """The letter as it is and the kind of note that is to be drafted."""

    def __init__(
        self, desk: Desk, closings: ClosingService, letters: LetterService, page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._closings = closings
        self._letters = letters
        self._page = page
        self._letter: LetterRow | None = None

    def asks(self, stage: Stage) -> bool:
        """Whether a move to this stage is one that `open` must ask about."""
        return stage in CLOSED_STAGES

    def open(self, letter: LetterRow, stage: Stage) -> None:
        self._letter = letter
        make = DeclineDialog if stage is Stage.DECLINED else WithdrawDialog
        dialog = make(self._desk, self._closings, letter, self._page)
        dialog.moved.connect(self._on_moved)
        dialog.note_wanted.connect(self._on_note_wanted)
        dialog.open()

    def _on_moved(self, stage: object) -> None:
        self._desk.say()
        self.closed.emit(self._letter, stage)

    def _on_note_wanted(self, letter: LetterRow) -> None:
        """The draft is for what has become of the letter; the user sends it or not."""
        now = self._letters.get(letter.id)
        declined = now.stage is Stage.DECLINED
        kind = MessageKind.DECLINE_REPLY if declined else MessageKind.UPDATE
        self.message_wanted.emit(now, kind)
