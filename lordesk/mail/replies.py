"""What a server's refusal means (research: what providers accept, and their enhanced codes)."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from lordesk.errors import (
    AppPasswordNeededError,
    MailError,
    MessageRefusedError,
    MessageTooLargeError,
    NoCommonLoginError,
    PasswordLoginOffError,
    RecipientRefusedError,
    SenderRefusedError,
    ServerUnreachableError,
    StartTlsMissingError,
    TemporaryMailError,
    WrongPasswordError,
)


class At(StrEnum):
    """The step of the dialog that a reply belongs to."""

    GREETING = "greeting"
    STARTTLS = "starttls"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"


_REPLY_LIMIT = 500
_APP_PASSWORD = ("5.7.9", "application-specific password", "app password", "app-specific")
_LOGIN_OFF = (
    "5.7.139",  # Microsoft 365: SMTP AUTH is off for the tenant or the mailbox, or basic auth is
    "5.7.30",  # Microsoft 365 after the retirement of basic authentication
    "smtpclientauthentication is disabled",
    "basic authentication is ",  # "… disabled", "… not supported for Client Submission"
)
_TOO_LARGE = ("5.3.4", "5.2.3", "message size", "too large", "too big")
_UNKNOWN_LOGIN = (500, 502, 503, 504)
_STRONGER_LOGIN = (530, 534, 538)


def refusal(at: At, code: int, reply: bytes, host: str = "", address: str = "") -> MailError:
    """The kind of a reply that is not the one hoped for."""
    words = readable(reply)
    data: dict[str, Any] = {"host": host, "reply_code": code, "reply": words}
    low = words.lower()
    if at is At.STARTTLS:
        return StartTlsMissingError(**data)
    if at is At.GREETING and not 400 <= code <= 499:
        return ServerUnreachableError(**data)
    if code < 500 or code > 599:
        # 4xx asks to come back; what is no reply at all is no judgement on the message either.
        return TemporaryMailError(**data)
    if any(sign in low for sign in _LOGIN_OFF):
        return PasswordLoginOffError(**data)
    if at is At.LOGIN:
        return _login_refusal(code, low, data)
    if at is At.RECIPIENT:
        return RecipientRefusedError(address=address, **data)
    if code == 552 or any(sign in low for sign in _TOO_LARGE):
        return MessageTooLargeError(**data)
    return SenderRefusedError(**data) if at is At.SENDER else MessageRefusedError(**data)


def _login_refusal(code: int, low: str, data: dict[str, Any]) -> MailError:
    if any(sign in low for sign in _APP_PASSWORD):
        return AppPasswordNeededError(**data)
    if code in _UNKNOWN_LOGIN or code in _STRONGER_LOGIN:
        return NoCommonLoginError(**data)
    return WrongPasswordError(**data)


def readable(reply: bytes) -> str:
    """A reply as text for Details: one line, nothing that moves a cursor, not endless."""
    text = reply.decode("utf-8", "replace")
    words = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+", " ", text).strip()
    return words[:_REPLY_LIMIT]
