"""A store with an outbox over it, as the core makes them, for tests and for child processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Self

from lordesk.clock import Clock, FixedClock
from lordesk.events import Bus
from lordesk.jobs import JobContext
from lordesk.keychain import Keychain
from lordesk.kinds import MessageKind, OutboxState, Security
from lordesk.mail.accounts import AccountService
from lordesk.mail.dial import Dialer
from lordesk.mail.outbox import OutboxService
from lordesk.models.store import Store
from lordesk.paths import Paths, paths_in, resources_dir
from lordesk.rows.mail import AccountRow, NewAccount, NewMessage
from lordesk.settings import SettingsFile
from tests.keyrings import MemoryKeyring
from tests.mail.messages import NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lordesk.kinds import MoveCause
    from lordesk.rows.mail import OutboxRow

LETTER = NewMessage(
    kind=MessageKind.ASK,
    to_name="Dr. Elena Moreno",
    to_address="moreno@example.edu",
    subject="Request for a strong letter of recommendation for Priya Raman",
    body="Dear Dr. Moreno,\n\nWould you feel able to write a strong letter?\n\nPriya",
)


@dataclass
class Desk:
    """`confirmed` holds what the outbox reported as gone out, with its cause."""

    paths: Paths
    clock: Clock
    store: Store
    settings: SettingsFile
    keyring: MemoryKeyring
    keychain: Keychain
    accounts: AccountService
    outbox: OutboxService
    confirmed: list[tuple[int, MoveCause]] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.store.close()

    def add_account(
        self,
        host: str,
        port: int,
        security: Security = Security.NONE,
        password: str = "secret",
        username: str = "applicant@example.edu",
    ) -> AccountRow:
        new = NewAccount(
            address="applicant@example.edu",
            display_name="Priya Raman",
            host=host,
            port=port,
            security=security,
            username=username,
        )
        return self.accounts.add(JobContext(), new, password)

    def pass_time(self, **step: float) -> None:
        assert isinstance(self.clock, FixedClock)
        self.clock.advance(timedelta(**step))

    def send(self) -> int:
        """Let the countdown of undo run out, and send."""
        self.pass_time(seconds=31)
        return self.outbox.send_due(JobContext())

    def state(self, row: OutboxRow) -> OutboxState:
        return self.outbox.get(row.id).state

    def history(self, row: OutboxRow) -> list[str]:
        return [event.to_state.value for event in self.outbox.events(row.id)]


def open_desk(
    home: Path,
    clock: Clock | None = None,
    dialer: Dialer | None = None,
    on_confirmed: Callable[[OutboxRow, MoveCause], None] | None = None,
) -> Desk:
    paths = paths_in(home)
    paths.make()
    clock = clock or FixedClock(NOON)
    store = Store(paths.database, Bus(), clock)
    store.open(lambda _version: None, backups_exist=False)
    settings = SettingsFile(paths.settings)
    keyring = MemoryKeyring()
    keychain = Keychain(lambda: keyring)
    dialer = dialer or Dialer(timeout_s=5, final_timeout_s=0.5)
    accounts = AccountService(store, keychain, clock, resources_dir(), dialer)
    confirmed: list[tuple[int, MoveCause]] = []

    def confirm(row: OutboxRow, cause: MoveCause) -> None:
        if on_confirmed is not None:
            on_confirmed(row, cause)
        confirmed.append((row.id, cause))

    outbox = OutboxService(store, clock, settings, accounts, paths.files, confirm)
    return Desk(paths, clock, store, settings, keyring, keychain, accounts, outbox, confirmed)
