"""The saved states of the request wizard. They are no user's edits, so undo leaves them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import MissingRowError
from lordesk.models.mail import WizardDraft
from lordesk.rows.mail import DraftRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.clock import Clock
    from lordesk.models.store import Store

_TABLE = "wizard_draft"
_SENT_STEP = "sent_step"


class DraftService:
    """A draft whose request is on its way is kept until the next start, for the case that the
    sending is undone; `rows` leaves it out.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def rows(self) -> list[DraftRow]:
        """What can be resumed, the newest first."""
        found = WizardDraft.select().order_by(WizardDraft.saved_at.desc(), WizardDraft.id.desc())
        return [_row(draft) for draft in found if _SENT_STEP not in draft.state]

    def latest(self) -> DraftRow | None:
        rows = self.rows()
        return rows[0] if rows else None

    def get(self, draft_id: int) -> DraftRow:
        """Raises MissingRowError."""
        return _row(WizardDraft.require(draft_id))

    def save(self, draft_id: int | None, step: int, state: Mapping[str, object]) -> DraftRow:
        """Write the state; None makes a new draft, and so does one that was discarded meanwhile."""
        now = self._clock.now()
        values = {"step": step, "state": dict(state), "saved_at": now}
        with self._store.background("wizard") as writing:
            try:
                if draft_id is None:
                    raise MissingRowError(table=_TABLE)
                WizardDraft.change(draft_id, **values)
            except MissingRowError:
                draft_id = int(WizardDraft.create(**values).id)
            writing.touch(_TABLE, draft_id)
        return DraftRow(draft_id, step, dict(state), now)

    def mark_sent(self, draft_id: int, step_id: int) -> None:
        """Its request was queued by this undo step."""
        draft = WizardDraft.require(draft_id)
        with self._store.background("wizard") as writing:
            WizardDraft.change(draft_id, state={**draft.state, _SENT_STEP: step_id})
            writing.touch(_TABLE, draft_id)

    def take_back(self, step_id: int) -> DraftRow | None:
        """The sending was undone: its draft can be resumed again."""
        for draft in WizardDraft.select():
            if draft.state.get(_SENT_STEP) == step_id:
                state = {name: v for name, v in draft.state.items() if name != _SENT_STEP}
                with self._store.background("wizard") as writing:
                    WizardDraft.change(draft.id, state=state)
                    writing.touch(_TABLE, draft.id)
                return self.get(draft.id)
        return None

    def discard(self, draft_id: int) -> None:
        with self._store.background("wizard") as writing:
            WizardDraft.delete().where(WizardDraft.id == draft_id).execute()
            writing.touch(_TABLE, draft_id)

    def forget_sent(self) -> None:
        """At start: undo does not reach back over a start, so these drafts are done with."""
        for draft in WizardDraft.select():
            if _SENT_STEP in draft.state:
                self.discard(draft.id)


def _row(draft: WizardDraft) -> DraftRow:
    return DraftRow(draft.id, draft.step, draft.state, draft.saved_at)
