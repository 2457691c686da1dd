"""The menu of a letter: what to write, where to move it, what else to note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from lordesk.domain import status
from lordesk.kinds import MessageKind, Stage
from ui.wording.kinds import word

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from lordesk.rows.letters import LetterRow


class LetterMenu(QMenu):
    """Every drag of the board has its equal here. Deletes itself when it closes."""

    message_chosen = Signal(object, object)
    stage_chosen = Signal(object, object)
    reply_chosen = Signal(object)
    open_chosen = Signal(object)
    remove_chosen = Signal(object)

    def __init__(self, letter: LetterRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._letter = letter
        for kind, words in self._messages():
            self.addAction(words).setData(kind)
        self.addSeparator()
        for stage in Stage:
            if status.can_move(letter.stage, stage):
                text = self.tr("Move to {stage}").format(stage=word(stage))
                self.addAction(text).setData(stage)
        self.addSeparator()
        if letter.stage in status.OPEN_STAGES:
            self.addAction(self.tr("Record a reply…")).setData("reply")
        self.addAction(self.tr("Open mentor")).setData("open")
        self.addAction(self.tr("Remove this letter")).setData("remove")
        self.triggered.connect(self._on_triggered)

    def _messages(self) -> list[tuple[MessageKind, str]]:
        note = (MessageKind.DUE_FOLLOW_UP, self.tr("Write note…"))
        return {
            Stage.PLANNED: [(MessageKind.ASK, self.tr("Write request…"))],
            Stage.ASKED: [(MessageKind.FOLLOW_UP, self.tr("Write follow-up…"))],
            Stage.AGREED: [note],
            Stage.WRITING: [note],
            Stage.SUBMITTED: [(MessageKind.THANKS, self.tr("Write thank-you note…"))],
            Stage.DECLINED: [(MessageKind.DECLINE_REPLY, self.tr("Thank for the answer…"))],
        }.get(self._letter.stage, [])

    def _on_triggered(self, action: QAction) -> None:
        chosen = action.data()
        plain = {
            "reply": self.reply_chosen,
            "open": self.open_chosen,
            "remove": self.remove_chosen,
        }.get(chosen)
        if plain is not None:
            plain.emit(self._letter)
        elif chosen in list(MessageKind):
            self.message_chosen.emit(self._letter, MessageKind(chosen))
        else:
            self.stage_chosen.emit(self._letter, Stage(chosen))
