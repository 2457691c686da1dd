"""Rows about LoRDesk itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """Something of others that LoRDesk is built on. `version` is empty where it is not told."""

    name: str
    version: str
    license: str
