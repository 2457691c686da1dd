"""Rows of the help: one topic a page."""

from __future__ import annotations

from lordesk.rows.late import dataclass


@dataclass(frozen=True)
class HelpSection:
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class HelpRow:
    title: str
    lead: str
    sections: tuple[HelpSection, ...]
