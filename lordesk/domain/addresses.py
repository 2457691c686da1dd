"""Mail addresses as typed: is one an address that mail can go to?"""

from __future__ import annotations

_LINE_BREAKS = frozenset("\r\n\v\f\x85\u2028\u2029")


def is_address(text: str) -> bool:
    """One address with a local part and a domain; not whether anybody reads it."""
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(text.strip(), check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        return False
    return "." in found.ascii_domain


def same_address(one: str, other: str) -> bool:
    """Mailboxes that differ in case only are one."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def has_line_break(text: str) -> bool:
    """A header with one could smuggle in further headers (RFC 5322)."""
    return not _LINE_BREAKS.isdisjoint(text)
