"""Undo and redo on the screen: the undo bar, Ctrl+Z and what they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lordesk.errors import LordeskError, MailAlreadyLeftError, StepConflictError
from ui.actions import ActionId
from ui.wording.steps import step_deed, step_done, step_redone, step_refused, step_undone

if TYPE_CHECKING:
    from collections.abc import Callable

    from lordesk.rows.step import StepRow
    from lordesk.services.undo import UndoService
    from ui.desk import Desk
    from ui.widgets.toast import UndoBar


class Undoing(QObject):
    """The bar undoes exactly the step it spoke of; Ctrl+Z whichever is the newest.

    A step that cannot be undone is named each time, and the bar offers the way past it, so that
    no older step is ever undone unseen.
    """

    def __init__(
        self, desk: Desk, undo: UndoService, bar: UndoBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undo = undo
        self._bar = bar
        self._step: StepRow | None = None
        self._refused = False
        desk.voice.said.connect(self._on_said)
        bar.undone.connect(self._on_bar_undone)
        desk.actions.get(ActionId.UNDO).triggered.connect(self.undo)
        desk.actions.get(ActionId.REDO).triggered.connect(self.redo)

    def undo(self) -> None:
        newest = self._undo.next_undo()
        if newest is None:
            self._desk.say(self.tr("There is nothing to undo."), undo=False)
        else:
            self._try(self._undo.undo_step, newest)

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

    def _try(self, undo: Callable[[int], StepRow | None], step: StepRow) -> None:
        try:
            undone = undo(step.id)
        except (MailAlreadyLeftError, StepConflictError) as error:
            self._refuse(error)
            return
        except LordeskError as error:
            self._desk.report(error)
            return
        if undone is not None:
            self._desk.say(step_undone(undone), undo=False)
        else:
            words = self.tr("Something changed since. Ctrl+Z undoes the steps one by one.")
            self._desk.say(words, undo=False)

    def _refuse(self, error: LordeskError) -> None:
        refused = self._undo.next_undo()
        if refused is None:
            self._desk.report(error)
            return
        before = self._undo.step_before(refused.id)
        self._step, self._refused = refused, before is not None
        self._bar.show_undo(
            step_refused(refused, error),
            undo=before is not None,
            button=self.tr("Undo the step before"),
            hint=step_deed(before) if before is not None else "",
            icon="info",
        )

    def _on_said(self, text: str, undo: bool, seconds: int, countdown: bool) -> None:
        self._step = self._undo.next_undo() if undo else None
        self._refused = False
        if not text and self._step is not None:
            text = step_done(self._step)
        if text:
            self._bar.show_undo(text, seconds, countdown, undo=self._step is not None)

    def _on_bar_undone(self) -> None:
        if self._step is not None:
            self._try(self._undo.undo_before if self._refused else self._undo.undo_step, self._step)
