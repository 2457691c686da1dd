"""Undo and redo of the user's steps. A step that queued mail goes only with that mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import MailAlreadyLeftError, StepConflictError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lordesk.models.store import Store
    from lordesk.rows.step import StepRow


class UndoService:
    """`cancel_mail` takes a step's id and cancels what it queued: True where there was mail.

    It raises NotCancellableError where the mail is leaving or has left. It runs in the same
    transaction as the undo, so that both happen or neither.
    """

    def __init__(self, store: Store, cancel_mail: Callable[[int], bool]) -> None:
        self._store = store
        self._cancel_mail = cancel_mail

    def next_undo(self) -> StepRow | None:
        return self._store.next_undo()

    def next_redo(self) -> StepRow | None:
        return self._store.next_redo()

    def step_before(self, step_id: int) -> StepRow | None:
        """What `undo_before` would undo."""
        return self._store.next_undo(before=step_id)

    def undo(self) -> StepRow | None:
        """Undo the newest step. Raises StepConflictError, MailAlreadyLeftError.

        A step that is refused stays the newest: the next call refuses it again instead of taking
        an older step that the user does not see. `undo_before` is the way past it.
        """
        step = self._store.next_undo()
        return None if step is None else self._replay(step, backwards=True)

    def undo_step(self, step_id: int) -> StepRow | None:
        """Undo one step only while it is still the newest; None where it is not."""
        step = self._store.next_undo()
        if step is None or step.id != step_id:
            return None
        return self._replay(step, backwards=True)

    def undo_before(self, step_id: int) -> StepRow | None:
        """Pass over a step that was refused, for good, and undo the one before it.

        Raises as `undo` does. None where the refused step is no longer the newest.
        """
        refused = self._store.next_undo()
        if refused is None or refused.id != step_id:
            return None
        self._store.close_step(step_id)
        return self.undo()

    def redo(self) -> StepRow | None:
        """Redo what was undone last. Raises StepConflictError; that step is not offered again."""
        step = self._store.next_redo()
        return None if step is None else self._replay(step, backwards=False)

    def _replay(self, step: StepRow, backwards: bool) -> StepRow:
        try:
            with self._store.background():
                # A step that sent mail is not redone: that would be a second sending.
                mail = backwards and self._cancel_mail(step.id)
                self._store.replay(step, backwards, close=mail)
        except StepConflictError as error:
            if not backwards:
                self._store.close_step(step.id)
            raise StepConflictError(label=step.code, tables=error.tables) from error
        except MailAlreadyLeftError as error:
            raise MailAlreadyLeftError(label=step.data.get("name", "")) from error
        return step
