"""Undo and redo on the screen: the undo bar, Ctrl+Z and what they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lordesk.errors import LordeskError
from ui.actions import ActionId
from ui.wording.steps import step_done, step_redone, step_undone

if TYPE_CHECKING:
    from lordesk.rows.step import StepRow
    from lordesk.services.undo import UndoService
    from ui.desk import Desk
    from ui.widgets.toast import UndoBar


class Undoing(QObject):
    """The bar undoes exactly the step it spoke of; Ctrl+Z whichever is the newest."""

    def __init__(
        self, desk: Desk, undo: UndoService, bar: UndoBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undo = undo
        self._bar = bar
        self._step: StepRow | None = None
        desk.voice.said.connect(self._on_said)
        bar.undone.connect(self._on_bar_undone)
        desk.actions.get(ActionId.UNDO).triggered.connect(self.undo)
        desk.actions.get(ActionId.REDO).triggered.connect(self.redo)

    def undo(self) -> None:
        try:
            step = self._undo.undo()
        except LordeskError as error:
            self._desk.report(error)
            return
        words = step_undone(step) if step else self.tr("There is nothing to undo.")
        self._desk.say(words, undo=False)

    def redo(self) -> None:
        try:
            step = self._undo.redo()
        except LordeskError as error:
            self._desk.report(error)
            return
        if step is None:
            self._desk.say(self.tr("There is nothing to redo."), undo=False)
        else:
            self._desk.say(step_redone(step))

    def _on_said(self, text: str, undo: bool, seconds: int, countdown: bool) -> None:
        self._step = self._undo.next_undo() if undo else None
        if not text and self._step is not None:
            text = step_done(self._step)
        if text:
            self._bar.show_undo(text, seconds, countdown, undo=self._step is not None)

    def _on_bar_undone(self) -> None:
        if self._step is None:
            return
        try:
            step = self._undo.undo_step(self._step.id)
        except LordeskError as error:
            self._desk.report(error)
            return
        if step is not None:
            self._desk.say(step_undone(step), undo=False)
        else:
            words = self.tr("Something changed since. Ctrl+Z undoes the steps one by one.")
            self._desk.say(words, undo=False)
