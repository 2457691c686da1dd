"""One run of the sender: everything that is due, over one line an account."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from lordesk.errors import LordeskError, NoAccountError, TemporaryMailError
from lordesk.kinds import OutboxState
from lordesk.mail.journal import ClaimLostError
from lordesk.models import outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import timedelta
    from pathlib import Path

    from lordesk.clock import Clock
    from lordesk.jobs import JobContext
    from lordesk.mail.accounts import AccountService
    from lordesk.mail.compose import Envelope
    from lordesk.mail.journal import Journal
    from lordesk.mail.smtp import Connection
    from lordesk.rows.mail import AccountRow, OutboxRow


class Run:
    """Made for one run and thrown away; it never outlives its lines."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        accounts: AccountService,
        files: Path,
        late_after: timedelta,
        may_go_on: Callable[[], bool],
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._accounts = accounts
        self._files = files
        self._late_after = late_after
        self._may_go_on = may_go_on

    def send(self, job: JobContext) -> int:
        """Until nothing is due any more; returns how many were sent."""
        sent = 0

        def may_go_on() -> bool:
            return not job.cancelled and self._may_go_on()

        while may_go_on() and (groups := self._due()):
            total = sent + sum(len(rows) for _, rows in groups)
            for account_id, rows in groups:
                one = _AccountRun(
                    self._journal, self._clock, self._accounts, self._files, account_id
                )
                try:
                    for _ in one.send(rows, may_go_on):
                        sent += 1
                        job.report(sent, total)
                finally:
                    one.close()
        return sent

    def _due(self) -> list[tuple[int | None, list[OutboxRow]]]:
        """Entries by account; what is late is held, for the user to decide."""
        self._journal.wake()
        now = self._clock.now()
        due = outbox.due(now)
        late = [row.id for at, row in due if now - at > self._late_after]
        if late:
            self._journal.hold_late(late)
            return self._due()
        by_account = groupby((row for _, row in due), key=lambda row: row.account_id)
        return [(account, list(rows)) for account, rows in by_account]


class _AccountRun:
    """The entries of one account. A line that cannot be had is tried once, for all of them."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        accounts: AccountService,
        files: Path,
        account_id: int | None,
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._accounts = accounts
        self._files = files
        self._account_id = account_id
        self._account: AccountRow | None = None
        self._password: str | None = None
        self._line: Connection | None = None
        self._no_line: LordeskError | None = None

    def send(self, rows: list[OutboxRow], may_go_on: Callable[[], bool]) -> Iterator[OutboxRow]:
        """Yields what the server took. A sent entry is marked and the next one claimed in one
        transaction: each of them waits for the disk.
        """
        claimed: OutboxRow | None = None
        try:
            for row, following in zip_longest(rows, rows[1:]):
                if not may_go_on():
                    return
                claimed = claimed or self._journal.claim(row)
                if claimed is None:
                    continue
                current, claimed = claimed, None
                if self._send_claimed(current):
                    claimed = self._journal.sent(current, following if may_go_on() else None)
                    yield current
        finally:
            if claimed is not None:
                self._journal.release(claimed)

    def close(self) -> None:
        self._password = None
        if self._line is not None:
            self._line.quit()
            self._line = None

    def _send_claimed(self, row: OutboxRow) -> bool:
        """True where the server took the message; a failure is noted."""
        states = [OutboxState.SENDING]

        def mark() -> None:
            self._journal.mark_data(row)
            states.append(OutboxState.DATA)

        try:
            self._deliver(self._envelope(row), mark, states)
        except LordeskError as error:
            self._journal.failed(row, states[-1], error)
            return False
        except ClaimLostError:
            return False
        except BaseException:
            self._journal.crashed(row, states[-1])
            raise
        return True

    def _envelope(self, row: OutboxRow) -> Envelope:
        at = row.not_before or row.message.created_at
        local = at.astimezone(self._clock.local_now().tzinfo)
        from lordesk.mail.compose import compose, seal

        return seal(compose(row.message, self._sender(), self._files), row.message_id, local)

    def _deliver(
        self, envelope: Envelope, mark: Callable[[], None], states: list[OutboxState]
    ) -> None:
        used = self._line is not None
        line = self._open_line()
        try:
            line.deliver(envelope, mark)
        except TemporaryMailError:
            # Servers end a line after so many messages; before the mark a new one is safe.
            if not (used and line.broken and states[-1] is OutboxState.SENDING):
                raise
            self._open_line().deliver(envelope, mark)

    def _sender(self) -> AccountRow:
        if self._account is None:
            if self._account_id is None:
                raise NoAccountError
            self._account = self._accounts.get(self._account_id)
        return self._account

    def _open_line(self) -> Connection:
        if self._no_line is not None:
            raise self._no_line
        if self._line is not None and self._line.broken:
            self._line.close()
            self._line = None
        if self._line is None:
            try:
                account = self._sender()
                if self._password is None:
                    self._password = self._accounts.password(account)
                self._line = self._accounts.connect(account, self._password)
            except LordeskError as error:
                self._no_line = error
                raise
        return self._line
