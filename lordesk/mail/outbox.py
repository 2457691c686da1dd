"""The outbox: what the user has sent off, until the world has it or the user takes it back."""

from __future__ import annotations

from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING

from lordesk.domain import outbox_states
from lordesk.errors import MailAlreadyLeftError, NoAccountError, NotCancellableError
from lordesk.kinds import MoveCause, OutboxState, SendWay
from lordesk.mail.journal import STOPPED, Journal
from lordesk.mail.sending import Run
from lordesk.models import outbox
from lordesk.rows.mail import NewMessage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from lordesk.clock import Clock
    from lordesk.jobs import JobContext
    from lordesk.mail.accounts import AccountService
    from lordesk.models.store import Store
    from lordesk.rows.mail import AccountRow, MessageRow, OutboxEvent, OutboxRow
    from lordesk.settings import SettingsFile

LATE_AFTER = timedelta(hours=4)
"""A mail that should have gone out longer ago than this may surprise its reader: ask first."""

ASKS_USER = frozenset(
    {OutboxState.HELD, OutboxState.REFUSED, OutboxState.UNKNOWN, OutboxState.HANDED_OVER}
)
_ACCOUNT_CODES = (
    "keychain-locked",
    "keychain-unavailable",
    "no-password",
    "wrong-password",
    "app-password-needed",
    "password-login-off",
    "no-common-login",
    "certificate",
    "starttls-missing",
    "plaintext-refused",
    "no-account",
)
_FIRST = {
    SendWay.SMTP: OutboxState.QUEUED,
    SendWay.MAIL_APP: OutboxState.DRAFT,
    SendWay.IN_PERSON: OutboxState.CONFIRMED,
}
_LONGEST_UNDO = timedelta(seconds=60)
"""What leaves later than this after it was queued has a time that the user chose."""
_STILL_HERE = outbox_states.CANCELLABLE - {OutboxState.UNKNOWN}
_REPEATABLE = frozenset(
    {OutboxState.UNKNOWN, OutboxState.SENT, OutboxState.CONFIRMED, OutboxState.HANDED_OVER}
)


class OutboxService:
    """`on_confirmed` runs in the transaction that marks a message as gone out for sure."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: SettingsFile,
        accounts: AccountService,
        files: Path,
        on_confirmed: Callable[[OutboxRow, MoveCause], None],
        late_after: timedelta = LATE_AFTER,
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._accounts = accounts
        self._files = files
        self._on_confirmed = on_confirmed
        self._late_after = late_after
        self._journal = Journal(store, clock, on_confirmed)
        self._running = Lock()

    # --- reading --------------------------------------------------------------------------------

    def rows(self, limit: int = 500) -> list[OutboxRow]:
        """Newest first."""
        return outbox.entries(frozenset(OutboxState), limit)

    def get(self, entry_id: int) -> OutboxRow:
        """Raises MissingRowError."""
        return outbox.entry(entry_id)

    def events(self, entry_id: int) -> list[OutboxEvent]:
        return outbox.events(entry_id)

    def pending(self) -> list[OutboxRow]:
        """What would still go out by itself, newest first; a quit warns of it."""
        return outbox.entries(outbox_states.PENDING)

    def asking(self) -> list[OutboxRow]:
        """What waits for the user, newest first; an unknown one that was sent again does not."""
        found = outbox.entries(ASKS_USER)
        return [
            row
            for row in found
            if row.state is not OutboxState.UNKNOWN or outbox.resend(row.id) is None
        ]

    def counts(self) -> dict[OutboxState, int]:
        return outbox.counts()

    def next_due(self) -> datetime | None:
        """When the next message goes out by itself."""
        return outbox.next_due()

    @property
    def stopped(self) -> bool:
        return self._settings.values.mail_stopped

    # --- into the outbox ------------------------------------------------------------------------

    def queue(
        self,
        new: NewMessage,
        way: SendWay = SendWay.SMTP,
        account_id: int | None = None,
        not_before: datetime | None = None,
        resend_of: int | None = None,
    ) -> OutboxRow:
        """Message and journal entry in one step, which joins the one that runs.

        By SMTP it goes out at `not_before`, by default when the countdown of undo has run out.
        For the mail app it is a draft until `mark_handed_over`; in person it is confirmed at once.

        Raises NoAccountError, HeaderInjectionError, InvalidInputError, FileMissingError.
        """
        account = self._sender(way, account_id)
        _check_headers(new, account)
        now = self._clock.now()
        if way is SendWay.SMTP and not_before is None:
            not_before = now + timedelta(seconds=self._settings.values.undo_seconds)
        state = _FIRST[way]
        with self._store.step("message-queued", name=new.to_name or new.to_address) as writing:
            entry_id = outbox.add_entry(
                state,
                now,
                message_id=outbox.add_message(new, now),
                way=way,
                account_id=account.id if account else None,
                header_id=_header_id(account),
                not_before=not_before,
                resend_of=resend_of,
                step_id=writing.step_id,
            )
            writing.touch("outbox_entry", entry_id)
            if way is SendWay.IN_PERSON:
                self._on_confirmed(outbox.entry(entry_id), MoveCause.IN_PERSON)
            if state is OutboxState.QUEUED and self.stopped:
                self._journal.hold_all()
            return outbox.entry(entry_id)

    def resend(self, entry_id: int) -> OutboxRow:
        """Send again what may have arrived, as a new message that names the old one.

        Asked twice, it is sent once: while a resend is on its way, that one is returned.
        Raises NotCancellableError for one that can simply be tried again, MissingRowError.
        """
        old = outbox.entry(entry_id).message
        with self._store.step("message-queued", name=old.to_name or old.to_address):
            row = outbox.entry(entry_id)
            again = outbox.resend(entry_id)
            if again is not None and again.state in outbox_states.PENDING:
                return again
            if row.state not in _REPEATABLE:
                raise NotCancellableError(state=row.state.value)
            return self.queue(_again(old), row.way, row.account_id, resend_of=entry_id)

    # --- the user decides -----------------------------------------------------------------------

    def cancel(self, entry_id: int) -> None:
        """Raises NotCancellableError where it is being sent or may have arrived."""
        self._cancel(entry_id, _STILL_HERE)

    def dismiss(self, entry_id: int) -> None:
        """The user has looked and wants no more of it. Raises NotCancellableError."""
        self._cancel(entry_id, outbox_states.CANCELLABLE)

    def retry_now(self, entry_id: int, not_before: datetime | None = None) -> None:
        """Send at once, or at another time, what is queued, waits, is held or was refused.

        Raises NotCancellableError where it is being sent or may have arrived.
        """
        at = not_before or self._clock.now()
        with self._store.background("outbox") as writing:
            state = outbox.state_of(entry_id)
            if state is OutboxState.QUEUED:
                outbox.reschedule(entry_id, at, self._clock.now())
                writing.touch("outbox_entry", entry_id)
            elif state in (OutboxState.WAITING, OutboxState.HELD, OutboxState.REFUSED):
                self._requeue(entry_id, state, at)
            else:
                raise NotCancellableError(state=state.value)

    def retry_account(self, account_id: int) -> int:
        """After an account was put right: try again what stopped for its sake. Returns how many.

        While sending is stopped they wait for it to go on.
        """
        with self._store.background("outbox"):
            found = outbox.held_for(_ACCOUNT_CODES, account_id)
            for entry_id, state in found:
                self._requeue(entry_id, state, self._clock.now())
            if found and self.stopped:
                self._journal.hold_all()
            return len(found)

    def mark_handed_over(self, entry_id: int) -> None:
        """The mail app has the draft; whether it was sent, only the user knows.

        Raises NotCancellableError.
        """
        with self._store.background("outbox"):
            state = outbox.state_of(entry_id)
            if state is OutboxState.HANDED_OVER:
                return
            if not outbox_states.may_follow(state, OutboxState.HANDED_OVER):
                raise NotCancellableError(state=state.value)
            self._journal.move(
                entry_id, state, OutboxState.HANDED_OVER, error_code="", reply_code=0, reply=""
            )

    def confirm_by_user(self, entry_id: int) -> None:
        """The user says that it went out: "I sent it", or it is in the Sent folder.

        Raises NotCancellableError where that cannot be.
        """
        with self._store.background("outbox"):
            row = outbox.entry(entry_id)
            if row.state is OutboxState.CONFIRMED:
                return
            if not outbox_states.may_follow(row.state, OutboxState.CONFIRMED):
                raise NotCancellableError(state=row.state.value)
            self._journal.confirm(row)

    def cancel_for_undo(self, step_id: int) -> bool:
        """Cancel what a step queued; True where there was any. Runs in the undo's transaction.

        Raises MailAlreadyLeftError from *sending* on.
        """
        found = outbox.of_step(step_id)
        for entry_id, state, way in found:
            if way is SendWay.IN_PERSON:
                outbox.delete_entry(entry_id)  # nothing has left this machine
            elif state in _STILL_HERE:
                self._journal.move(entry_id, state, OutboxState.CANCELLED, "undone")
            elif state is not OutboxState.CANCELLED:
                raise MailAlreadyLeftError
        return bool(found)

    def stop_all(self) -> None:
        """One switch: nothing goes out by itself from here on."""
        self._settings.change(mail_stopped=True)
        self._journal.hold_all()

    def resume_all(self) -> None:
        """Queue again what the switch has stopped; what is late by now is held as late."""
        self._settings.change(mail_stopped=False)
        with self._store.background("outbox"):
            for entry_id, state in outbox.held_for((STOPPED,)):
                self._journal.move(entry_id, state, OutboxState.QUEUED, error_code="")

    # --- sending --------------------------------------------------------------------------------

    def recover(self) -> int:
        """At start: what was being sent is queued again; what may have arrived is asked about."""
        return self._journal.recover()

    def restart_countdowns(self) -> list[OutboxRow]:
        """At start, before anything is sent: what could still be undone can be again, as long as
        before. Returns those messages, newest first.

        Left alone is what was tried already, what has a time of the user's own, and what is late by
        now, which is asked about.
        """
        seconds = self._settings.values.undo_seconds
        now = self._clock.now()
        at = now + timedelta(seconds=seconds)
        found = [row for row in self.pending() if seconds and self._counts_down(row, now)]
        if not found:
            return []
        with self._store.background("outbox") as writing:
            for row in found:
                outbox.reschedule(row.id, at, now)
                writing.touch("outbox_entry", row.id)
        return [outbox.entry(row.id) for row in found]

    def _counts_down(self, row: OutboxRow, now: datetime) -> bool:
        if row.state is not OutboxState.QUEUED or row.attempts or row.not_before is None:
            return False
        soon = row.not_before - row.changed_at <= _LONGEST_UNDO
        return soon and now - row.not_before < self._late_after

    def send_due(self, job: JobContext) -> int:
        """Job: send all that is due; returns how many were sent. One run at a time."""
        if not self._running.acquire(blocking=False):
            return 0
        try:
            with self._store.connection():
                run = Run(
                    self._journal,
                    self._clock,
                    self._accounts,
                    self._files,
                    self._late_after,
                    may_go_on=lambda: not self.stopped,
                )
                sent = run.send(job)
                if self.stopped:
                    self._journal.hold_all()
                return sent
        finally:
            self._running.release()

    # --- inside ---------------------------------------------------------------------------------

    def _sender(self, way: SendWay, account_id: int | None) -> AccountRow | None:
        if account_id is not None:
            return self._accounts.get(account_id)
        account = self._accounts.default()
        if account is None and way is SendWay.SMTP:
            raise NoAccountError
        return account

    def _cancel(self, entry_id: int, allowed: frozenset[OutboxState]) -> None:
        with self._store.background("outbox"):
            state = outbox.state_of(entry_id)
            if state is OutboxState.CANCELLED:
                return
            if state not in allowed:
                raise NotCancellableError(state=state.value)
            self._journal.move(entry_id, state, OutboxState.CANCELLED)

    def _requeue(self, entry_id: int, state: OutboxState, at: datetime) -> None:
        self._journal.move(
            entry_id,
            state,
            OutboxState.QUEUED,
            not_before=at,
            retry_at=None,
            attempts=0,
            error_code="",
            reply_code=0,
            reply="",
        )


def _check_headers(new: NewMessage, account: AccountRow | None) -> None:
    """The modules of mail are loaded by the first message, not by the count in the sidebar."""
    from lordesk.mail.compose import check_headers

    check_headers(new, account)


def _header_id(account: AccountRow | None) -> str:
    from uuid import uuid4

    from lordesk.mail.domains import domain_of

    domain = domain_of(account.address) if account else ""
    return f"<{uuid4().hex}@{domain or 'localhost'}>"


def _again(message: MessageRow) -> NewMessage:
    return NewMessage(
        kind=message.kind,
        to_address=message.to_address,
        subject=message.subject,
        body=message.body,
        to_name=message.to_name,
        cc_address=message.cc_address,
        request_id=message.request_id,
        mentor_id=message.mentor_id,
        files=message.files,
        test=message.test,
    )
