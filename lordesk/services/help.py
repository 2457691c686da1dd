"""The help of each page, from the texts that ship with LoRDesk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.help_text import parse_help

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.rows.help import HelpRow

_LANGUAGE = "en"


class HelpService:
    def __init__(self, resources: Path) -> None:
        self._folder = resources / "help" / _LANGUAGE

    def topic(self, name: str) -> HelpRow:
        return parse_help((self._folder / f"{name}.txt").read_text(encoding="utf-8"))
