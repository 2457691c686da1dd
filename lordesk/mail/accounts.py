"""Accounts to send from: their data in the store, their passwords in the keyring, their test."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lordesk.errors import (
    InvalidInputError,
    KeychainError,
    KeychainUnavailableError,
    LordeskError,
    MissingRowError,
    NoAccountError,
    NoPasswordError,
    PlaintextRefusedError,
)
from lordesk.kinds import MessageKind, Security
from lordesk.mail.providers import Providers
from lordesk.models import accounts
from lordesk.rows.mail import AccountRow, CheckLine, MessageRow, NewAccount

if TYPE_CHECKING:
    from collections.abc import Callable

    from lordesk.clock import Clock
    from lordesk.jobs import JobContext
    from lordesk.keychain import Keychain
    from lordesk.mail.dial import Dialer
    from lordesk.mail.smtp import Connection
    from lordesk.models.store import Store
    from lordesk.rows.mail import HostRow, Provider

SMTP = "smtp"
"""What a host was contacted for, as the privacy panel lists it."""


class AccountService:
    """What takes a job reads or writes the keyring or speaks to a server; the rest is quick."""

    def __init__(
        self,
        store: Store,
        keychain: Keychain,
        clock: Clock,
        resources: Path,
        dialer: Dialer | None = None,
        on_working: Callable[[int], int] = lambda _account_id: 0,
    ) -> None:
        """`on_working` gets an account whose test passed, tries again what stopped for its sake
        and returns how many messages that are.
        """
        self._store = store
        self._keychain = keychain
        self._clock = clock
        self._providers = Providers(resources / "rules" / "providers.json")
        self._given_dialer = dialer
        self._on_working = on_working

    @cached_property
    def _dialer(self) -> Dialer:
        """Made with its modules, TLS and all, when an account is first connected to."""
        from lordesk.mail.dial import Dialer

        return self._given_dialer or Dialer()

    # --- reading --------------------------------------------------------------------------------

    def rows(self) -> list[AccountRow]:
        """The default account first."""
        return accounts.rows()

    def default(self) -> AccountRow | None:
        return next(iter(accounts.rows()), None)

    def get(self, account_id: int) -> AccountRow:
        """Raises NoAccountError, also for an account that was removed."""
        try:
            return accounts.get(account_id)
        except MissingRowError as error:
            raise NoAccountError from error

    def providers(self) -> list[Provider]:
        return self._providers.rows()

    def detect(self, address: str) -> Provider:
        """Who handles an address, from the built-in table; nobody is asked."""
        return self._providers.detect(address)

    def hosts(self) -> list[HostRow]:
        """Every host ever contacted, the latest first."""
        return accounts.contacts()

    def keeper(self, job: JobContext) -> str:
        """Job: what keeps the passwords, as `Keychain.store_name` has it."""
        job.check()
        return self._keychain.store_name()

    # --- the user's accounts --------------------------------------------------------------------

    def add(
        self, job: JobContext, new: NewAccount, password: str, session_only: bool = False
    ) -> AccountRow:
        """Job. `session_only` keeps the password in memory, where there is no keyring.

        Raises InvalidInputError, PlaintextRefusedError and the kinds of KeychainError; then
        nothing was added.
        """
        new = _checked(new)
        job.check()
        key = _unique()
        self._keep(key, password, session_only)
        try:
            with self._store.connection(), self._store.background("accounts") as writing:
                account_id = accounts.add(new, key)
                writing.touch("account", account_id)
                return accounts.get(account_id)
        except LordeskError:
            with suppress(KeychainError):
                self._keychain.forget(key)
            raise

    def update(self, account_id: int, new: NewAccount) -> AccountRow:
        """Change all but the password. Raises as `add`, and NoAccountError."""
        old, new = self.get(account_id), _checked(new)
        values: dict[str, Any] = asdict(new)
        if (old.host, old.port) != (new.host, new.port):
            values |= {"pin": "", "size_limit": 0, "tested_at": None}
        return self._change(account_id, **values)

    def set_password(
        self, job: JobContext, account_id: int, password: str, session_only: bool = False
    ) -> None:
        """Job. Raises the kinds of KeychainError, NoAccountError."""
        with self._store.connection():
            account = self.get(account_id)
        job.check()
        self._keep(account.key, password, session_only)

    def accept_certificate(self, account_id: int, fingerprint: str) -> AccountRow:
        """Trust one certificate of a server on this machine. Raises InvalidInputError elsewhere."""
        from lordesk.mail.dial import is_loopback

        if not is_loopback(self.get(account_id).host):
            raise InvalidInputError(field_name="host", problem="not-this-machine")
        return self._change(account_id, pin=fingerprint)

    def remove(self, job: JobContext, account_id: int) -> None:
        """Job. The password goes first: an account whose keyring is locked stays.

        Raises KeychainLockedError, NoAccountError.
        """
        with self._store.connection():
            account = self.get(account_id)
            job.check()
            with suppress(KeychainUnavailableError):  # where no keyring is, nothing was kept
                self._keychain.forget(account.key)
            self._change(account_id, removed_at=self._clock.now())

    def use_practice(self, address: str, port: int, password: str) -> AccountRow:
        """The account of the practice server in this app, which has a new port at each start."""
        found = next((a for a in accounts.rows() if a.practice), None)
        with self._store.background("accounts") as writing:
            if found is None:
                new = NewAccount(
                    address=address,
                    provider="practice",
                    host="127.0.0.1",
                    port=port,
                    security=Security.NONE,
                    username=address,
                )
                account_id = accounts.add(new, _unique(), practice=True)
            else:
                account_id = found.id
                accounts.change(account_id, port=port)
            writing.touch("account", account_id)
        account = accounts.get(account_id)
        self._keychain.remember_for_session(account.key, password)
        return account

    # --- speaking to servers --------------------------------------------------------------------

    def password(self, account: AccountRow) -> str:
        """May block. Raises NoPasswordError and the kinds of KeychainError."""
        found = self._keychain.read(account.key)
        if found is None:
            raise NoPasswordError(host=account.host)
        return found

    def connect(self, account: AccountRow, password: str) -> Connection:
        """A line that is logged in; the contact is recorded. Raises the kinds of MailError."""
        line = self._dial(account)
        try:
            self._log_in(line, account, password)
        except BaseException:
            line.close()
            raise
        return line

    def test(
        self,
        job: JobContext,
        account: AccountRow | NewAccount,
        password: str | None = None,
        recipient: str = "",
    ) -> tuple[CheckLine, ...]:
        """Job: name, connection with TLS, login, a message to oneself. One line each; a line that
        failed carries its error and is the last.

        Without `password` the stored one is used. Codes: lookup, connection, login, message. The
        last of all that work says in "retried" how many messages are tried again because of it.
        """
        row = account if isinstance(account, AccountRow) else _unsaved(account)
        lines: list[CheckLine] = []
        opened: list[Connection] = []
        steps: list[tuple[str, Callable[[], object]]] = [
            ("lookup", lambda: self._dialer.look_up(row)),
            ("connection", lambda: opened.append(self._dial(row))),
            ("login", lambda: self._test_login(opened[0], row, password)),
            ("message", lambda: self._send_test(opened[0], row, recipient or row.address)),
        ]
        data = {"host": row.host, "port": row.port, "security": row.security}
        try:
            with self._store.connection():
                for done, (code, step) in enumerate(steps):
                    job.check()
                    job.report(done, len(steps))
                    error = _failure(step)
                    to = {"recipient": recipient or row.address} if code == "message" else {}
                    lines.append(CheckLine(code, error is None, data | to, error))
                    if error is not None:
                        break
                else:
                    if row.id:
                        lines.append(self._note_working(row.id, lines.pop()))
        finally:
            for line in opened:
                line.quit()
        return tuple(lines)

    # --- inside ---------------------------------------------------------------------------------

    def _note_working(self, account_id: int, last: CheckLine) -> CheckLine:
        with self._store.background("accounts"):
            self._change(account_id, tested_at=self._clock.now())
            retried = self._on_working(account_id)
        return replace(last, data={**last.data, "retried": retried})

    def _keep(self, key: str, password: str, session_only: bool) -> None:
        if session_only:
            self._keychain.remember_for_session(key, password)
        else:
            self._keychain.store(key, password)

    def _change(self, account_id: int, **values: Any) -> AccountRow:
        with self._store.background("accounts") as writing:
            row = self.get(account_id)
            accounts.change(account_id, **values)
            writing.touch("account", account_id)
            return row if "removed_at" in values else accounts.get(account_id)

    def _dial(self, account: AccountRow) -> Connection:
        self._record(account)
        return self._dialer.dial(account)

    def _record(self, account: AccountRow) -> None:
        with self._store.background("accounts") as writing:
            contact = accounts.record_contact(account.host, account.port, SMTP, self._clock.now())
            writing.touch("host_contact", contact)

    def _log_in(self, line: Connection, account: AccountRow, password: str) -> None:
        if account.username:
            line.login(account.username, password)
        if account.id and line.size_limit != account.size_limit:
            self._change(account.id, size_limit=line.size_limit)

    def _test_login(self, line: Connection, account: AccountRow, password: str | None) -> None:
        self._log_in(line, account, self.password(account) if password is None else password)

    def _send_test(self, line: Connection, account: AccountRow, recipient: str) -> None:
        from lordesk.mail.compose import compose, parse_address, seal

        message = MessageRow(
            id=0,
            kind=MessageKind.UPDATE,
            request_id=None,
            mentor_id=None,
            to_name="",
            to_address=recipient,
            subject="LoRDesk test message",
            body="LoRDesk can send mail from this account.\n",
            created_at=self._clock.now(),
            test=True,
        )
        header_id = f"<{_unique()}@{parse_address('address', '', account.address).domain}>"
        at = self._clock.local_now()
        line.deliver(seal(compose(message, account, Path()), header_id, at), lambda: None)


def _failure(step: Callable[[], object]) -> LordeskError | None:
    try:
        step()
    except LordeskError as error:
        return error
    return None


def _checked(new: NewAccount) -> NewAccount:
    """Raises InvalidInputError, PlaintextRefusedError."""
    from lordesk.mail.compose import has_line_break, parse_address
    from lordesk.mail.dial import is_loopback

    new = replace(
        new,
        address=new.address.strip(),
        display_name=new.display_name.strip(),
        host=new.host.strip(),
        username=new.username.strip(),
    )
    for field_name in ("address", "display_name", "host", "username"):
        if has_line_break(getattr(new, field_name)):
            raise InvalidInputError(field_name=field_name, problem="line-break")
    parse_address("address", "", new.address)
    if not new.host or any(c.isspace() for c in new.host):
        raise InvalidInputError(field_name="host", problem="host", value=new.host)
    if not 1 <= new.port <= 65535:
        raise InvalidInputError(field_name="port", problem="port", value=str(new.port))
    if new.security is Security.NONE and not is_loopback(new.host):
        raise PlaintextRefusedError(host=new.host)
    return new


def _unsaved(new: NewAccount) -> AccountRow:
    return AccountRow(id=0, key="", **asdict(new))


def _unique() -> str:
    """The maker of UUIDs looks the platform up, so the first account loads it."""
    from uuid import uuid4

    return uuid4().hex
