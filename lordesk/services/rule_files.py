"""Reads rule packs: the user's own file where it parses, else the shipped one of that name."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from lordesk.errors import RulePackError
from lordesk.rows.rules import BrokenPack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger(__name__)
T = TypeVar("T")

MOST_BYTES = 2_000_000
"""Far more than any pack needs; a file that is no pack is not read into memory."""


class Pack(NamedTuple, Generic[T]):
    """A file as parsed JSON and as values."""

    data: dict[str, Any]
    value: T


class RuleFiles:
    """`own` is the folder of the user's packs, which need not be there."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own
        self.broken: list[BrokenPack] = []

    def seasons(self) -> list[str]:
        """The names of all calendars: shipped ones, and those that only the user has."""
        shipped = {path.name for path in (self._shipped / "seasons").glob("*.json")}
        taken = {path.name for path in self._shipped.glob("rules/*.json")} | {"holidays.json"}
        own = {path.name for path in self._own.glob("*.json")} - taken
        return sorted(shipped | own)

    def read(self, folder: str, name: str, parse: Callable[[Any], T]) -> Pack[T] | None:
        """The first of the two files that parses; one that does not is kept out and named."""
        for path, own in ((self._own / name, True), (self._shipped / folder / name, False)):
            if own and not path.is_file():
                continue
            try:
                return _parsed(path, parse)
            except RulePackError as error:
                log.warning("rule pack %s is left out: %s %s", path, error.place, error.problem)
                self._name(BrokenPack(name, error.place, error.problem, own))
        return None

    def _name(self, broken: BrokenPack) -> None:
        if broken not in self.broken:
            self.broken.append(broken)


def _parsed(path: Path, parse: Callable[[Any], T]) -> Pack[T]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RulePackError(problem="too-large")
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RulePackError(place=error.strerror or "", problem="unreadable") from error
    except json.JSONDecodeError as error:
        raise RulePackError(place=str(error.lineno), problem="not-json") from error
    except (ValueError, RecursionError) as error:
        raise RulePackError(problem="not-json") from error
    return Pack(data, parse(data))
