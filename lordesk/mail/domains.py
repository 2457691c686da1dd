"""Where an address leads; apart from `compose`, whose parsers are slow to load."""

from __future__ import annotations


def domain_of(address: str) -> str:
    """The part after the @, in ASCII; "" where there is none."""
    try:
        return address.rpartition("@")[2].strip().encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
