"""The menu of a letter: what to write, where to move it, what else to note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from lordesk.domain import status
from lordesk.kinds import MessageKind, Stage
from lordesk.kinds import Signal as Sound
from ui.wording.kinds import word

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction

    from lordesk.rows.letters import LetterRow


class LetterMenu(QMenu):
    """Every drag of the board has its equal here. Deletes itself when it closes."""

    message_chosen = Signal(object, object)
    stage_chosen = Signal(object, object)
    fact_chosen = Signal(object, object)
    sound_chosen = Signal(object, object)
    reply_chosen = Signal(object)
    settled_chosen = Signal(object)
    details_chosen = Signal(object)
    writers_chosen = Signal(object)
    evidence_chosen = Signal(object)
    open_chosen = Signal(object)
    remove_chosen = Signal(object)

    def __init__(self, letter: LetterRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._letter = letter
        self._meaning: dict[QAction, tuple[SignalInstance, object]] = {}
        for kind, words in self._messages():
            self._add(words, self.message_chosen, kind)
        self.addSeparator()
        for stage in Stage:
            if status.can_move(letter.stage, stage):
                text = self.tr("Move to {stage}").format(stage=word(stage))
                self._add(text, self.stage_chosen, stage)
        self.addSeparator()
        self._add_records()
        self.addSeparator()
        self._add(self.tr("Details and history…"), self.details_chosen)
        self._add(self.tr("Who takes part…"), self.writers_chosen)
        self._add(self.tr("Evidence…"), self.evidence_chosen)
        self._add(self.tr("Open mentor"), self.open_chosen)
        self._add(self.tr("Remove this letter"), self.remove_chosen)
        self.triggered.connect(self._on_triggered)

    def _add(
        self,
        words: str,
        signal: SignalInstance,
        value: object = None,
        menu: QMenu | None = None,
    ) -> QAction:
        """An action's own data would turn an enumeration into plain text."""
        action = (menu or self).addAction(words)
        self._meaning[action] = (signal, value)
        return action

    def _add_records(self) -> None:
        letter = self._letter
        if letter.stage in status.OPEN_STAGES:
            self._add(self.tr("Record a reply…"), self.reply_chosen)
            sounds = self.addMenu(self.tr("How they sounded"))
            for sound in Sound:
                action = self._add(word(sound), self.sound_chosen, sound, sounds)
                action.setCheckable(True)
                action.setChecked(letter.signal is sound)
        if status.trouble(letter) is not None:
            self._add(self.tr("It is put right"), self.settled_chosen)
        if letter.stage not in status.CLOSED_STAGES:
            records = self.addMenu(self.tr("Record…"))
            for fact in status.RECORDED:
                self._add(word(fact), self.fact_chosen, fact, records)

    def _messages(self) -> list[tuple[MessageKind, str]]:
        note = (MessageKind.DUE_FOLLOW_UP, self.tr("Write note…"))
        return {
            Stage.PLANNED: [(MessageKind.ASK, self.tr("Write request…"))],
            Stage.ASKED: [(MessageKind.FOLLOW_UP, self.tr("Write follow-up…"))],
            Stage.AGREED: [note],
            Stage.WRITING: [note],
            Stage.SUBMITTED: [(MessageKind.THANKS, self.tr("Write thank-you note…"))],
            Stage.DECLINED: [(MessageKind.DECLINE_REPLY, self.tr("Thank for the answer…"))],
            Stage.WITHDRAWN: [(MessageKind.UPDATE, self.tr("Tell the writer…"))],
        }.get(self._letter.stage, [])

    def _on_triggered(self, action: QAction) -> None:
        signal, value = self._meaning[action]
        if isinstance(value, Sound):
            signal.emit(self._letter, None if self._letter.signal is value else value)
        elif value is not None:
            signal.emit(self._letter, value)
        else:
            signal.emit(self._letter)
