"""The practice server: a mail server inside the app that keeps all it gets and sends nothing on.

It listens on this machine alone, with a password of its own for each start. It is the one
exception to the rule that only the screen's task runner starts threads: its loop has one.
"""

from __future__ import annotations

import email
import logging
import secrets
import socket
from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

from lordesk.domain.draft_files import DEFAULT_SIZE_LIMIT
from lordesk.errors import LordeskError, ServerUnreachableError
from lordesk.models import practice
from lordesk.rows.mail import PracticeMail

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.mail.accounts import AccountService
    from lordesk.models.store import Store
    from lordesk.rows.mail import AccountRow

log = logging.getLogger(__name__)

_HOST = "127.0.0.1"
_TRIES = 5


class PracticeService:
    """`start` and `stop` belong together; `rows` works without the server."""

    def __init__(self, store: Store, clock: Clock, accounts: AccountService) -> None:
        self._store = store
        self._clock = clock
        self._accounts = accounts
        self._controller: Any = None
        self._username = ""
        self._password = ""

    @property
    def running(self) -> bool:
        return self._controller is not None

    def start(self, address: str) -> AccountRow:
        """Listen, and make the account that sends here from `address`.

        Raises ServerUnreachableError where this machine gives no port.
        """
        self.stop()
        self._username, self._password = address, secrets.token_urlsafe(24)
        for attempt in range(_TRIES):
            port = _free_port()
            controller = self._make_controller(port)
            try:
                controller.start()
            except OSError as error:  # somebody else took the port meanwhile
                controller.stop(no_assert=True)
                controller.loop.close()  # which the controller does only after it has run
                if attempt == _TRIES - 1:
                    raise ServerUnreachableError(host=_HOST, detail=str(error)) from error
                continue
            self._controller = controller
            break
        return self._accounts.use_practice(address, port, self._password)

    def stop(self) -> None:
        """Ends the server and its thread; does nothing where it does not run."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def rows(self, limit: int = 200) -> list[PracticeMail]:
        """What arrived, newest first; the text part only, nothing is fetched or run."""
        return [_row(*found) for found in practice.arrived(limit)]

    # --- in the server's thread -----------------------------------------------------------------

    async def handle_DATA(  # noqa: N802
        self, _server: object, _session: object, envelope: Any
    ) -> str:
        content: bytes = envelope.content
        recipients = tuple(envelope.rcpt_tos)
        try:
            self._keep(envelope.mail_from, recipients, content)
        except LordeskError:
            log.exception("practice mail could not be kept")
            return "451 4.3.0 The practice server could not keep the message"
        return "250 2.0.0 Kept for practice"

    def _keep(self, sender: str, recipients: tuple[str, ...], content: bytes) -> None:
        header_id = str(_parse(content)["Message-ID"] or "").strip()
        with self._store.connection(), self._store.background("practice") as writing:
            kept = practice.add(header_id, sender, recipients, self._clock.now(), content)
            writing.touch("practice_mail", kept)

    def _authenticate(
        self, _server: object, _session: object, _envelope: object, _mechanism: str, data: Any
    ) -> Any:
        from aiosmtpd.smtp import AuthResult

        given = (data.login, data.password)
        wanted = (self._username.encode(), self._password.encode())
        good = all(secrets.compare_digest(a, b) for a, b in zip(given, wanted, strict=True))
        return AuthResult(success=good, handled=False)

    def _make_controller(self, port: int) -> Any:
        from aiosmtpd.controller import Controller

        return Controller(
            self,
            hostname=_HOST,
            port=port,
            server_hostname="localhost",
            ident="LoRDesk practice server",
            authenticator=self._authenticate,
            auth_require_tls=False,  # the line never leaves this machine
            data_size_limit=DEFAULT_SIZE_LIMIT,
            enable_SMTPUTF8=True,
        )


def _free_port() -> int:
    with socket.create_server((_HOST, 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _parse(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, EmailMessage, policy=policy.default)


def _row(
    mail_id: int, arrived_at: Any, sender: str, recipients: tuple[str, ...], content: bytes
) -> PracticeMail:
    message = _parse(content)
    return PracticeMail(
        id=mail_id,
        arrived_at=arrived_at,
        sender=sender,
        recipients=recipients,
        subject=str(message["Subject"] or "").strip(),
        body=_text(message),
        attachments=tuple(
            (part.get_filename() or "", len(_bytes(part))) for part in message.iter_attachments()
        ),
        message_id=str(message["Message-ID"] or "").strip(),
    )


def _text(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    if part is None:
        return ""
    charset = part.get_content_charset("utf-8")
    try:
        text = _bytes(part).decode(charset, "replace")
    except LookupError:  # a charset that nobody knows
        text = _bytes(part).decode("utf-8", "replace")
    return text.replace("\r\n", "\n").removesuffix("\n")


def _bytes(part: Any) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
