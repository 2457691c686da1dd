"""Reference numbers of services: free text, one for one letter."""

from __future__ import annotations


def plain_reference(text: str) -> str:
    """Spaces and case are not part of a number."""
    return "".join(text.split()).casefold()


def same_reference(one: str, other: str) -> bool:
    number = plain_reference(one)
    return bool(number) and number == plain_reference(other)
