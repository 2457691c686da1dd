"""The outbox journal: every change of state is one transaction that requires the state before.

Whoever wants to hand a message over must pass `mark_data`, one UPDATE on disk that requires the
sender's own claim. So of two senders, two processes even, at most one gets to DATA, and what has
got there never goes back to the queue.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from lordesk.domain import outbox_states
from lordesk.errors import (
    HostNotFoundError,
    KeychainError,
    LordeskError,
    MailError,
    NoPasswordError,
    OutcomeUnknownError,
    ServerUnreachableError,
    StoreBusyError,
    StoreError,
    TemporaryMailError,
)
from lordesk.kinds import MoveCause, OutboxState
from lordesk.models import outbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from lordesk.clock import Clock
    from lordesk.models.store import Store, Writing
    from lordesk.rows.mail import OutboxRow

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=30)
"""Longer than the slowest upload; after it a sender counts as dead."""

LATE = "late"
STOPPED = "stopped"

_COMES_BACK = (TemporaryMailError, ServerUnreachableError, HostNotFoundError, StoreBusyError)
_ASKS_USER = (KeychainError, NoPasswordError, StoreError)
"""Ours, and not the server's: no server has refused the message."""


class ClaimLostError(Exception):
    """Somebody else has the entry by now; this sender must leave it alone."""


class Journal:
    """Writes states. Each method is one transaction, or joins the one that runs."""

    def __init__(
        self, store: Store, clock: Clock, on_confirmed: Callable[[OutboxRow, MoveCause], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._on_confirmed = on_confirmed

    def move(
        self,
        entry_id: int,
        from_state: OutboxState,
        to_state: OutboxState,
        detail: str = "",
        attempt: int | None = None,
        **values: Any,
    ) -> bool:
        """False where the entry is in another state. A move that no table allows is a bug."""
        with self._store.background("outbox") as writing:
            return self._move(writing, entry_id, from_state, to_state, detail, attempt, **values)

    def _move(
        self,
        writing: Writing,
        entry_id: int,
        from_state: OutboxState,
        to_state: OutboxState,
        detail: str = "",
        attempt: int | None = None,
        **values: Any,
    ) -> bool:
        if not outbox_states.may_follow(from_state, to_state):
            raise ValueError(f"{to_state} never follows {from_state}")
        writing.touch("outbox_entry", entry_id)
        now = self._clock.now()
        return outbox.move(entry_id, from_state, to_state, now, detail, attempt, **values)

    def claim(self, row: OutboxRow) -> OutboxRow | None:
        """Take a queued entry for sending; None where it is not as it was read any more."""
        with self._store.background("outbox") as writing:
            return self._claim(writing, row)

    def _claim(self, writing: Writing, row: OutboxRow) -> OutboxRow | None:
        attempts = row.attempts + 1
        taken = self._move(
            writing,
            row.id,
            OutboxState.QUEUED,
            OutboxState.SENDING,
            attempt=row.attempts,
            attempts=attempts,
            lease_until=self._clock.now() + LEASE,
            retry_at=None,
        )
        claimed = replace(row, state=OutboxState.SENDING, attempts=attempts, retry_at=None)
        return claimed if taken else None

    def mark_data(self, row: OutboxRow) -> None:
        """On disk when this returns. Raises ClaimLostError: then nothing may be sent."""
        marked = self.move(row.id, OutboxState.SENDING, OutboxState.DATA, attempt=row.attempts)
        if not marked:
            raise ClaimLostError

    def release(self, row: OutboxRow) -> None:
        """Give a claimed entry back, untried."""
        self.move(
            row.id,
            OutboxState.SENDING,
            OutboxState.QUEUED,
            attempt=row.attempts,
            attempts=row.attempts - 1,
        )

    def sent(self, row: OutboxRow, following: OutboxRow | None = None) -> OutboxRow | None:
        """The server took the message: state, stage and log of it change in one transaction,
        and so does the claim of the one that follows, which is returned where it was had.

        Where what follows from the sending fails, the state alone is kept: it was sent.
        """
        try:
            with self._store.background("outbox") as writing:
                self._confirm(writing, row, OutboxState.DATA, OutboxState.SENT, MoveCause.SENT)
                return self._claim(writing, following) if following is not None else None
        except Exception:
            self._set_sent(row)
            raise

    def confirm(self, row: OutboxRow) -> bool:
        """The user says that it went out."""
        after, cause = OutboxState.CONFIRMED, MoveCause.CONFIRMED_SENT
        with self._store.background("outbox") as writing:
            return self._confirm(writing, row, row.state, after, cause)

    def failed(self, row: OutboxRow, state: OutboxState, error: LordeskError) -> OutboxState:
        """Note what came in the way of an entry that is in `state`; return the state after."""
        code, reply = (error.reply_code, error.reply) if isinstance(error, MailError) else (0, "")
        values: dict[str, Any] = {"error_code": error.code, "reply_code": code, "reply": reply}
        detail = f"{error.code} {code or ''} {reply}".strip()
        with self._store.background("outbox"):
            for after, retry_at in self._consequences(row, state, error):
                if not self.move(row.id, state, after, detail, retry_at=retry_at, **values):
                    log.warning("entry %d is not %s any more", row.id, state)
                    break
                state = after
        return state

    def crashed(self, row: OutboxRow, state: OutboxState) -> None:
        """A bug came in the way: once the mark was made, the message may have arrived."""
        after = OutboxState.UNKNOWN if state is OutboxState.DATA else OutboxState.HELD
        self.move(row.id, state, after, error_code=LordeskError.code)

    def recover(self) -> int:
        """At start: what a dead process left behind. Returns how many entries that were."""
        with self._store.background("outbox"):
            left = [
                (entry, state)
                for state in (OutboxState.SENDING, OutboxState.DATA)
                for entry in outbox.in_state(state)
            ]
            return self._put_back(left)

    def wake(self) -> None:
        """Return to the queue what has waited long enough or lost its sender."""
        now = self._clock.now()
        ripe, lapsed = outbox.ripe(now), outbox.lapsed(now)
        if not ripe and not lapsed:
            return
        with self._store.background("outbox"):
            for entry in ripe:
                self.move(entry, OutboxState.WAITING, OutboxState.QUEUED)
            self._put_back(lapsed)

    def hold_late(self, entry_ids: list[int]) -> None:
        with self._store.background("outbox"):
            for entry in entry_ids:
                self.move(entry, OutboxState.QUEUED, OutboxState.HELD, LATE, error_code=LATE)

    def hold_all(self) -> None:
        """Stop everything that would go out by itself."""
        for state in (OutboxState.QUEUED, OutboxState.WAITING):
            found = outbox.in_state(state)
            if not found:
                continue
            with self._store.background("outbox"):
                for entry in found:
                    self.move(entry, state, OutboxState.HELD, STOPPED, error_code=STOPPED)

    def _put_back(self, left: list[tuple[int, OutboxState]]) -> int:
        for entry, state in left:
            after = outbox_states.after_crash(state)
            code = OutcomeUnknownError.code if after is OutboxState.UNKNOWN else ""
            self.move(entry, state, after, "found after a crash", error_code=code)
        return len(left)

    def _consequences(
        self, row: OutboxRow, state: OutboxState, error: LordeskError
    ) -> list[tuple[OutboxState, datetime | None]]:
        if isinstance(error, OutcomeUnknownError):
            return [(OutboxState.UNKNOWN, None)]
        if not isinstance(error, _COMES_BACK):
            after = OutboxState.HELD if isinstance(error, _ASKS_USER) else OutboxState.REFUSED
            return [(after, None)]
        delay = outbox_states.retry_delay(row.attempts)
        if delay is not None:
            return [(OutboxState.WAITING, self._clock.now() + delay)]
        if state is OutboxState.SENDING:
            return [(OutboxState.HELD, None)]
        return [(OutboxState.WAITING, None), (OutboxState.HELD, None)]

    def _confirm(
        self,
        writing: Writing,
        row: OutboxRow,
        before: OutboxState,
        after: OutboxState,
        cause: MoveCause,
    ) -> bool:
        done = self._move(writing, row.id, before, after, error_code="", reply_code=0, reply="")
        if done:
            self._on_confirmed(replace(row, state=after), cause)
        return done

    def _set_sent(self, row: OutboxRow) -> None:
        if outbox.state_of(row.id) is OutboxState.DATA:
            self.move(row.id, OutboxState.DATA, OutboxState.SENT)
