"""How header fields are written down: names and subjects in any script arrive as typed.

The standard library's folding drops the blank between two words where a long header with letters
outside ASCII is broken; here such text is encoded whole, blanks included.
"""

from __future__ import annotations

from email.header import Header
from email.policy import EmailPolicy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from email.headerregistry import Address

_CRLF = "\r\n"


class MailPolicy(EmailPolicy):
    """RFC 5322 with CRLF, seven bits a byte, and header text encoded by RFC 2047."""

    def fold(self, name: str, value: Any) -> str:
        text = _encoded(name, value)
        return super().fold(name, value) if text is None else text

    def fold_binary(self, name: str, value: Any) -> bytes:
        text = _encoded(name, value)
        return super().fold_binary(name, value) if text is None else text.encode("ascii")


SEVEN_BIT = MailPolicy(linesep=_CRLF, cte_type="7bit")
UTF8 = EmailPolicy(linesep=_CRLF, cte_type="7bit", utf8=True)
"""For a mailbox whose name is not ASCII; only servers that offer SMTPUTF8 take it."""


def _encoded(name: str, value: Any) -> str | None:
    """The whole header line; None where the standard way is right."""
    if str(value).isascii():
        return None
    if name.lower() == "subject":
        return f"{name}: {_words(str(value), len(name) + 2)}{_CRLF}"
    addresses: tuple[Address, ...] | None = getattr(value, "addresses", None)
    if addresses is None:
        return None
    separator = f",{_CRLF} "
    return f"{name}: {separator.join(_mailbox(a, len(name) + 2) for a in addresses)}{_CRLF}"


def _mailbox(address: Address, indent: int) -> str:
    if address.display_name.isascii():
        return str(address)
    return f"{_words(address.display_name, indent)}{_CRLF} <{address.addr_spec}>"


def _words(text: str, indent: int) -> str:
    return Header(text, "utf-8", header_name="x" * (indent - 2)).encode(linesep=_CRLF)
