"""How a line to a mail server comes about: name, connection, certificate. No password yet."""

from __future__ import annotations

import hashlib
import ipaddress
import smtplib
import socket
import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lordesk.errors import (
    CertificateError,
    HostNotFoundError,
    PlaintextRefusedError,
    ServerUnreachableError,
    StartTlsMissingError,
)
from lordesk.kinds import Security
from lordesk.mail.replies import At, readable, refusal
from lordesk.mail.smtp import FINAL_TIMEOUT_S, TIMEOUT_S, Connection
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lordesk.rows.mail import AccountRow

_LOCAL_HOSTNAME = "localhost"
"""What EHLO says: the name of this machine is nobody's business, and looking it up is slow."""


def system_trust() -> ssl.SSLContext:
    """Certificates are verified by what this system trusts, a university's own roots included."""
    import truststore

    context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return context


@dataclass(frozen=True)
class Dialer:
    """Opens lines. `trust` makes the TLS context; tests bring one with their own authority."""

    trust: Callable[[], ssl.SSLContext] = system_trust
    timeout_s: float = TIMEOUT_S
    final_timeout_s: float = FINAL_TIMEOUT_S

    def look_up(self, account: AccountRow) -> None:
        """Raises HostNotFoundError."""
        with _border(account.host):
            socket.getaddrinfo(account.host, account.port, type=socket.SOCK_STREAM)

    def dial(self, account: AccountRow) -> Connection:
        """A line with its certificate checked; the server has seen no name and no password.

        Raises HostNotFoundError, ServerUnreachableError, TemporaryMailError, CertificateError,
        StartTlsMissingError, PlaintextRefusedError.
        """
        local = is_loopback(account.host)
        if account.security is Security.NONE and not local:
            raise PlaintextRefusedError(host=account.host)
        pin = account.pin if local and account.security is not Security.NONE else ""
        try:
            smtp = self._connect(account, _any_certificate() if pin else self.trust())
        except CertificateError as error:
            if local:
                error.fingerprint = self._fingerprint(account)
            raise
        if pin and _fingerprint_of(smtp) != pin:
            found = _fingerprint_of(smtp)
            smtp.close()
            raise CertificateError(host=account.host, fingerprint=found)
        assert smtp.sock is not None
        smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return Connection(smtp, account.host, self.final_timeout_s)

    def _connect(self, account: AccountRow, context: ssl.SSLContext) -> smtplib.SMTP:
        with _border(account.host):
            smtp = self._greet(account, context)
            try:
                smtp.ehlo_or_helo_if_needed()
                if account.security is Security.STARTTLS:
                    self._start_tls(smtp, account.host, context)
            except BaseException:
                smtp.close()
                raise
            return smtp

    def _greet(self, account: AccountRow, context: ssl.SSLContext) -> smtplib.SMTP:
        if account.security is Security.TLS:
            return smtplib.SMTP_SSL(
                account.host,
                account.port,
                local_hostname=_LOCAL_HOSTNAME,
                timeout=self.timeout_s,
                context=context,
            )
        return smtplib.SMTP(
            account.host, account.port, local_hostname=_LOCAL_HOSTNAME, timeout=self.timeout_s
        )

    def _start_tls(self, smtp: smtplib.SMTP, host: str, context: ssl.SSLContext) -> None:
        if not smtp.has_extn("starttls"):
            raise StartTlsMissingError(host=host)
        code, reply = smtp.starttls(context=context)
        if code != 220:
            raise refusal(At.STARTTLS, code, reply, host)
        smtp.ehlo_or_helo_if_needed()

    def _fingerprint(self, account: AccountRow) -> str:
        """Look at a certificate that does not verify, for the user to accept it by name."""
        smtp = self._connect(account, _any_certificate())
        try:
            return _fingerprint_of(smtp)
        finally:
            smtp.close()


def is_loopback(host: str) -> bool:
    """Whether a host is this machine for sure; other names could lead anywhere."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _any_certificate() -> ssl.SSLContext:
    """For this machine only: the caller compares the fingerprint."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _fingerprint_of(smtp: smtplib.SMTP) -> str:
    assert isinstance(smtp.sock, ssl.SSLSocket)
    return hashlib.sha256(smtp.sock.getpeercert(binary_form=True) or b"").hexdigest()


@contextmanager
def _border(host: str) -> Iterator[None]:
    try:
        yield
    except (socket.gaierror, UnicodeError) as error:
        raise HostNotFoundError(host=host, detail=str(error)) from error
    except ssl.SSLCertVerificationError as error:
        raise CertificateError(host=host, detail=error.verify_message) from error
    except smtplib.SMTPResponseException as error:
        reply = error.smtp_error
        reply = reply.encode() if isinstance(reply, str) else reply
        raise refusal(At.GREETING, error.smtp_code, reply, host) from error
    except (smtplib.SMTPException, OSError) as error:
        detail = f"{type(error).__name__}: {readable(str(error).encode())}"
        raise ServerUnreachableError(host=host, detail=detail) from error
