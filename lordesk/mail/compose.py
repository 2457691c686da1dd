"""From an approved message to the bytes that a server is given: plain text and files, no more.

Everything that can be refused is refused here, before any server hears of the message.
"""

from __future__ import annotations

import binascii
import hashlib
import mimetypes
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from lordesk.errors import (
    FileMissingError,
    FileUnreadableError,
    HeaderInjectionError,
    InvalidInputError,
)
from lordesk.mail import headers
from lordesk.mail.domains import domain_of
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from lordesk.rows.mail import AccountRow, FileRef, MessageRow, NewMessage

_ENCODED_LINE = 76
_CRLF = b"\r\n"
_MESSAGE_ID = re.compile(r"<[^<>@\s]+@[^<>@\s]+>")


@dataclass(frozen=True)
class Envelope:
    """What goes over the line. `content` has CRLF line ends and no dots doubled yet."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    needs_utf8: bool = False

    def stuffed(self) -> bytes:
        """The content as DATA wants it (RFC 5321, 4.5.2), without the final dot."""
        return (_CRLF + self.content).replace(b"\r\n.", b"\r\n..")[len(_CRLF) :]


@dataclass(frozen=True)
class Draft:
    """A message without what is fixed when it is queued. `parts` are its files, encoded once,
    under the marks that stand for them in `message`: the library writes files line by line,
    which takes longer than a server needs to receive them.
    """

    message: EmailMessage
    parts: Mapping[bytes, bytes]

    def as_bytes(self) -> bytes:
        content = self.message.as_bytes()
        for mark, encoded in self.parts.items():
            content = content.replace(mark, encoded, 1)
        return content


def compose(message: MessageRow, account: AccountRow | None, files: Path) -> Draft:
    """The message with its files, which lie in `files`; without Date and Message-ID, and without
    From where there is no account.

    Raises HeaderInjectionError, InvalidInputError, FileMissingError, FileUnreadableError.
    """
    check_headers(message, account)
    sender = parse_address("from", account.display_name, account.address) if account else None
    to = parse_address("to_address", message.to_name, message.to_address)
    cc = parse_address("cc_address", "", message.cc_address) if message.cc_address else None
    utf8 = any(a and not a.username.isascii() for a in (sender, to, cc))
    composed = EmailMessage(policy=headers.UTF8 if utf8 else headers.SEVEN_BIT)
    if sender:
        composed["From"] = sender
    composed["To"] = to
    if cc:
        composed["Cc"] = cc
    composed["Subject"] = message.subject
    composed.set_content(message.body, charset="utf-8")
    parts: dict[bytes, bytes] = {}
    for file in message.files:
        kind, encoding = mimetypes.guess_type(file.name)
        main, _, sub = (kind or "").partition("/")
        if not sub or encoding or main in ("text", "message", "multipart"):
            # As text it could be changed on its way; the reader gets the very bytes.
            main, sub = "application", "octet-stream"
        composed.add_attachment(b"", maintype=main, subtype=sub, filename=file.name)
        mark = uuid4().hex
        list(composed.iter_attachments())[-1].set_payload(mark)
        parts[mark.encode()] = _encoded(read_file(file, files))
    return Draft(composed, parts)


def seal(draft: Draft, header_id: str, at: datetime) -> Envelope:
    """Add what was fixed when the message was queued, and take the addresses from the headers."""
    if not _MESSAGE_ID.fullmatch(header_id):
        raise HeaderInjectionError(header="Message-ID")
    composed = draft.message
    composed["Date"] = format_datetime(at)
    composed["Message-ID"] = header_id
    recipients = [address for name in ("To", "Cc") for address in _addresses(composed, name)]
    return Envelope(
        sender=_addresses(composed, "From")[0],
        recipients=tuple(dict.fromkeys(recipients)),
        content=draft.as_bytes(),
        needs_utf8=composed.policy is headers.UTF8,
    )


def read_file(file: FileRef, files: Path) -> bytes:
    """The content of a file, proved to be the one that the user approved.

    Raises FileMissingError, FileUnreadableError (also where it changed).
    """
    path = files / file.sha256
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissingError(path=path, detail=file.name) from error
    except OSError as error:
        raise FileUnreadableError(path=path, detail=file.name) from error
    if len(content) != file.size or hashlib.sha256(content).hexdigest() != file.sha256:
        raise FileUnreadableError(path=path, detail=file.name)
    return content


def _encoded(content: bytes) -> bytes:
    text = binascii.b2a_base64(content, newline=False)
    return _CRLF.join(text[at : at + _ENCODED_LINE] for at in range(0, len(text), _ENCODED_LINE))


def parse_address(field_name: str, display_name: str, address: str) -> Address:
    local, at, _ = address.strip().rpartition("@")
    domain = domain_of(address)
    spaced = any(c.isspace() or c in '<>,;:"' for c in local + domain)
    if not (local and at and domain) or spaced:
        raise InvalidInputError(field_name=field_name, problem="address", value=address)
    return Address(display_name.strip(), local, domain)


def _addresses(composed: EmailMessage, name: str) -> list[str]:
    header = composed[name]
    return [address.addr_spec for address in header.addresses] if header else []


def check_headers(message: MessageRow | NewMessage, account: AccountRow | None) -> None:
    """Raises HeaderInjectionError, InvalidInputError."""
    sender = [("From", account.display_name), ("From", account.address)] if account else []
    fields = [
        *sender,
        ("To", message.to_name),
        ("To", message.to_address),
        ("Cc", message.cc_address),
        ("Subject", message.subject),
        *(("Content-Disposition", file.name) for file in message.files),
    ]
    for header, value in fields:
        if has_line_break(value):
            raise HeaderInjectionError(header=header)
    parse_address("to_address", message.to_name, message.to_address)
    if message.cc_address:
        parse_address("cc_address", "", message.cc_address)


def has_line_break(value: str) -> bool:
    """Whether a value holds what some program on the way may take for the end of a line."""
    return "\0" in value or value.splitlines() not in ([], [value])
