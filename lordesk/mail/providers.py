"""The table of mail providers: who handles an address, and how its password is got."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lordesk.kinds import Security
from lordesk.mail.domains import domain_of
from lordesk.rows.mail import Provider

if TYPE_CHECKING:
    from pathlib import Path

UNIVERSITY = "university"
OTHER = "other"


class Providers:
    """Reads its file when first asked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: list[dict[str, Any]] = []

    def rows(self) -> list[Provider]:
        """All of them, for the user to choose from; usernames are patterns still."""
        return [_row(entry, entry["username"]) for entry in self._table()]

    def detect(self, address: str) -> Provider:
        """The provider of an address, with its username filled in; "university" or "other" where
        the domain tells no more.
        """
        domain = domain_of(address)
        found = next((e for e in self._table() if _handles(e, domain)), None)
        if found is None:
            wanted = UNIVERSITY if _is_academic(domain) else OTHER
            found = next(e for e in self._table() if e["code"] == wanted)
        return _row(found, username(found["username"], address))

    def _table(self) -> list[dict[str, Any]]:
        if not self._entries:
            self._entries = json.loads(self._path.read_text(encoding="utf-8"))["providers"]
        return self._entries


def username(pattern: str, address: str) -> str:
    """The name to log in with: a pattern of the table, filled in for an address."""
    local = address.strip().rpartition("@")[0]
    return pattern.replace("%address%", address.strip()).replace("%local%", local)


def _handles(entry: dict[str, Any], domain: str) -> bool:
    return any(domain == known or domain.endswith(f".{known}") for known in entry["domains"])


def _is_academic(domain: str) -> bool:
    labels = domain.split(".")
    return labels[-1] == "edu" or (len(labels) > 2 and labels[-2] in ("edu", "ac"))


def _row(entry: dict[str, Any], user: str) -> Provider:
    return Provider(
        code=entry["code"],
        name=entry["name"],
        host=entry["host"],
        port=entry["port"],
        security=Security(entry["security"]),
        username=user,
        password_kind=entry["password_kind"],
        takes_password=entry["takes_password"],
        steps=tuple(entry["steps"]),
        guide_url=entry["guide_url"],
    )
