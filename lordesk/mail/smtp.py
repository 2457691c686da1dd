"""A line to a mail server: checked certificate, one login, many messages.

Built on smtplib's commands, not on its `login` and `sendmail`: those try a wrong password twice,
hide replies, and cannot say on which side of the final dot a line went dead.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import smtplib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lordesk.errors import (
    MessageTooLargeError,
    NoCommonLoginError,
    OutcomeUnknownError,
    RecipientRefusedError,
    TemporaryMailError,
)
from lordesk.mail.replies import At, readable, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lordesk.mail.compose import Envelope

TIMEOUT_S = 20.0
FINAL_TIMEOUT_S = 120.0
"""Servers look for spam and viruses between the final dot and their reply."""


class Connection:
    """An open line, made by `dial`. `broken` says that the next message needs a new one."""

    def __init__(self, smtp: smtplib.SMTP, host: str, final_timeout_s: float) -> None:
        self._smtp = smtp
        self._host = host
        self._final_timeout_s = final_timeout_s
        self._dirty = False
        self.delivered = 0

    @property
    def broken(self) -> bool:
        return self._smtp.sock is None

    @property
    def size_limit(self) -> int:
        """Bytes that the server takes; 0 where it does not say."""
        announced = self._smtp.esmtp_features.get("size", "")
        return int(announced) if announced.isdigit() else 0

    def login(self, username: str, password: str) -> None:
        """Show the password once, by one mechanism.

        Raises NoCommonLoginError, WrongPasswordError and its kinds, PasswordLoginOffError,
        TemporaryMailError.
        """
        offered = self._smtp.esmtp_features.get("auth", "").upper().split()
        chosen = next((name for name in _LOGINS if name in offered), None)
        if chosen is None:
            raise NoCommonLoginError(host=self._host, reply=" ".join(offered))
        try:
            with self._border():
                code, reply = _LOGINS[chosen](self._smtp, username.encode(), password.encode())
        except binascii.Error as error:  # a challenge that is none
            self.close()
            raise NoCommonLoginError(host=self._host, reply=chosen) from error
        if code != 235:
            self.close()
            raise refusal(At.LOGIN, code, reply, self._host)

    def deliver(self, mail: Envelope, on_data_mark: Callable[[], None]) -> None:
        """Hand one message over. `on_data_mark` must make its mark durable: it is called when
        everybody is accepted, right before DATA; if it raises, nothing is sent.

        Raises OutcomeUnknownError where the line goes dead or the reply is odd after the final
        dot. Every other MailError means that the message was not taken.
        """
        content = mail.stuffed()
        if 0 < self.size_limit < len(content):
            raise MessageTooLargeError(host=self._host, size=len(content), limit=self.size_limit)
        with self._border():
            self._open_envelope(mail, len(content))
        on_data_mark()
        with self._border():
            self._begin_data()
            self._smtp.send(content)  # without its dot it is no message yet
        self._end_data()
        self._dirty = False
        self.delivered += 1

    def quit(self) -> None:
        """Say good-bye; whatever happens now concerns no message any more."""
        try:
            if not self.broken:
                self._smtp.docmd("QUIT")
        except (smtplib.SMTPException, OSError):
            pass
        finally:
            self.close()

    def close(self) -> None:
        self._smtp.close()

    def _open_envelope(self, mail: Envelope, size: int) -> None:
        if self._dirty:
            self._expect(At.SENDER, 250, self._smtp.docmd("RSET"))
        self._dirty = True
        options = [f"SIZE={size}"] if self._smtp.has_extn("size") else []
        if mail.needs_utf8:
            if not self._smtp.has_extn("smtputf8"):
                address = next((a for a in mail.recipients if not a.isascii()), mail.sender)
                raise RecipientRefusedError(host=self._host, address=address)
            options.append("SMTPUTF8")
        self._expect(At.SENDER, 250, self._smtp.mail(mail.sender, options))
        for address in mail.recipients:
            code, reply = self._smtp.rcpt(address)
            if code not in (250, 251):
                raise self._refusal(At.RECIPIENT, code, reply, address)

    def _begin_data(self) -> None:
        code, reply = self._smtp.docmd("DATA")
        if code != 354:
            if not 400 <= code <= 599:
                self.close()
            raise self._refusal(At.DATA, code, reply)

    def _end_data(self) -> None:
        """From here on only a clear reply tells whether the message was taken."""
        assert self._smtp.sock is not None
        try:
            self._smtp.sock.settimeout(self._final_timeout_s)
            self._smtp.send(b".\r\n")
            code, reply = self._smtp.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise OutcomeUnknownError(host=self._host, detail=_words(error)) from error
        self._smtp.sock.settimeout(TIMEOUT_S)
        if 200 <= code <= 299:
            return
        if not 400 <= code <= 599:
            self.close()
            raise OutcomeUnknownError(host=self._host, reply_code=code, reply=readable(reply))
        raise self._refusal(At.DATA, code, reply)

    def _expect(self, at: At, wanted: int, answer: tuple[int, bytes]) -> None:
        if answer[0] != wanted:
            raise self._refusal(at, *answer)

    def _refusal(self, at: At, code: int, reply: bytes, address: str = "") -> Exception:
        if code == 421:  # the server closes the line
            self.close()
        return refusal(at, code, reply, self._host, address)

    @contextmanager
    def _border(self) -> Iterator[None]:
        """A line that goes dead before the final dot: the message was not taken."""
        try:
            yield
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise TemporaryMailError(host=self._host, detail=_words(error)) from error


def _plain(smtp: smtplib.SMTP, username: bytes, password: bytes) -> tuple[int, bytes]:
    both = b"\0".join((b"", username, password))
    return smtp.docmd("AUTH", f"PLAIN {_base64(both)}")


def _login(smtp: smtplib.SMTP, username: bytes, password: bytes) -> tuple[int, bytes]:
    answer = smtp.docmd("AUTH", "LOGIN")
    for secret in (username, password):
        if answer[0] != 334:
            return answer
        answer = smtp.docmd(_base64(secret))
    return answer


def _cram_md5(smtp: smtplib.SMTP, username: bytes, password: bytes) -> tuple[int, bytes]:
    code, challenge = smtp.docmd("AUTH", "CRAM-MD5")
    if code != 334:
        return code, challenge
    digest = hmac.new(password, base64.b64decode(challenge), "md5").hexdigest()
    return smtp.docmd(_base64(username + b" " + digest.encode()))


_LOGINS: dict[str, Callable[[smtplib.SMTP, bytes, bytes], tuple[int, bytes]]] = {
    "PLAIN": _plain,
    "LOGIN": _login,
    "CRAM-MD5": _cram_md5,
}
"""In order of preference. The line is encrypted; CRAM-MD5 is for servers with nothing else."""


def _base64(secret: bytes) -> str:
    return base64.b64encode(secret).decode("ascii")


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {readable(str(error).encode())}"
