"""Rows about LoRDesk itself."""

from __future__ import annotations

from lordesk.rows.late import dataclass


@dataclass(frozen=True)
class LibraryRow:
    """Something of others that LoRDesk is built on. `version` is empty where it is not told."""

    name: str
    version: str
    license: str
