"""A well-behaved server on loopback with TLS and AUTH, inside the test's process."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING, Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

if TYPE_CHECKING:
    from pathlib import Path

USER = "applicant@example.edu"
PASSWORD = "correct horse"


class ModernServer:
    """`arrived` is what it took, `logins` each password that it was shown."""

    host = "localhost"

    def __init__(self, chain: Path, *, implicit: bool = False) -> None:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(chain)
        self.arrived: list[bytes] = []
        self.logins: list[str] = []
        options: dict[str, Any] = {"authenticator": self._authenticate}
        if implicit:
            options |= {"ssl_context": tls, "auth_require_tls": False}
        else:
            options |= {"tls_context": tls, "require_starttls": True, "auth_required": True}
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._controller = Controller(self, hostname="localhost", port=self.port, **options)

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._controller.stop()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.arrived.append(envelope.content)
        return "250 taken"

    def _authenticate(
        self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any
    ) -> AuthResult:
        password = data.password.decode()
        self.logins.append(password)
        good = data.login.decode() == USER and password == PASSWORD
        return AuthResult(success=good, handled=False)
