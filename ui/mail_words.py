"""The sidebar's line about mail."""

from __future__ import annotations

from typing import NamedTuple


class MailWords(NamedTuple):
    """`tone` is the color token of the words."""

    icon: str
    text: str
    tone: str = "text-tertiary"
