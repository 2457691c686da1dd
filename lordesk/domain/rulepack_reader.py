"""Takes typed values out of parsed JSON; a mistake is a RulePackError that names its place.

A pack lists its sources once, each with address, season, grade and the day it was checked, and
each item and value names one of them by `from`. A value is written plainly where it comes from
its item's source, and as `{"value": …, "from": …, "uncertain": …}` where it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from lordesk.errors import RulePackError
from lordesk.rows.rules import Origin

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

GRADES = ("A", "B", "C", "D", "mirror", "derived")
"""Official page, school office, consultant or vendor, forum, copy of an official page elsewhere,
computed from a pattern.
"""


def whole(
    data: object,
    place: str,
    parse: Callable[[Reader], T],
    sources: Mapping[str, Origin] | None = None,
) -> T:
    """Parse an object and refuse what nobody asked for: an unknown key is a misspelled one."""
    reader = Reader(data, place, sources)
    value = parse(reader)
    reader.finish()
    return value


def pack(data: object, parse: Callable[[Reader], T]) -> T:
    """Parse a file with its table of sources."""

    def with_sources(reader: Reader) -> T:
        reader.read_sources()
        return parse(reader)

    return whole(data, "", with_sources)


class Reader:
    """One object of a pack. `origins` fills with the values that name a source of their own."""

    def __init__(
        self, data: object, place: str = "", sources: Mapping[str, Origin] | None = None
    ) -> None:
        if not isinstance(data, Mapping):
            raise RulePackError(place=place, problem="not-an-object")
        self._data: Mapping[str, Any] = data
        self._place = place
        self._used: set[str] = set()
        self._sources = dict(sources or {})
        self.origins: dict[str, Origin] = {}

    def fail(self, key: str, problem: str) -> RulePackError:
        return RulePackError(place=self._path(key), problem=problem)

    def _path(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key

    # --- plain values -----------------------------------------------------------------------------

    def _take(self, key: str, kind: type[T]) -> T:
        self._used.add(key)
        if key not in self._data:
            raise self.fail(key, "missing")
        value = self._data[key]
        if isinstance(value, Mapping) and "value" in value:
            value = self._sourced(key, value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fail(key, f"not-{kind.__name__}")
        return value

    def _sourced(self, key: str, data: Mapping[str, Any]) -> object:
        about = {name: item for name, item in data.items() if name != "value"}
        reader = Reader(about, self._path(key), self._sources)
        self.origins[key] = reader.origin()
        reader.finish()
        return data["value"]

    def has(self, key: str) -> bool:
        return key in self._data

    def text(self, key: str, default: str | None = None) -> str:
        """Without the key the default; a text that is there is never blank."""
        if default is not None and not self.has(key):
            return default
        value = self._take(key, str)
        if not value.strip():
            raise self.fail(key, "empty")
        return value

    def whole_number(self, key: str) -> int:
        return self._take(key, int)

    def number(self, key: str) -> int:
        value = self.whole_number(key)
        if value < 0:
            raise self.fail(key, "negative")
        return value

    def maybe_number(self, key: str) -> int | None:
        return self.number(key) if self.has(key) else None

    def flag(self, key: str) -> bool:
        return self._take(key, bool) if self.has(key) else False

    def maybe_flag(self, key: str) -> bool | None:
        """None is: no source says."""
        return self._take(key, bool) if self.has(key) else None

    # --- values with a form -----------------------------------------------------------------------

    def choice(self, key: str, kind: type[E]) -> E:
        return self._converted(key, kind)

    def maybe_choice(self, key: str, kind: type[E]) -> E | None:
        return self.choice(key, kind) if self.has(key) else None

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """A list of members; nothing where the key is missing."""
        if not self.has(key):
            return ()
        try:
            return tuple(kind(value) for value in self._take(key, list))
        except ValueError as error:
            raise self.fail(key, "not-understood") from error

    def day(self, key: str) -> date:
        return self._converted(key, date.fromisoformat)

    def hour(self, key: str) -> time | None:
        return self._converted(key, time.fromisoformat) if self.has(key) else None

    def _converted(self, key: str, convert: Callable[[str], T]) -> T:
        value = self._take(key, str)
        try:
            return convert(value)
        except ValueError as err:
            raise self.fail(key, "not-understood") from err

    def each(self, key: str, parse: Callable[[Reader], T]) -> tuple[T, ...]:
        items = self._take(key, list)
        path = self._path(key)
        return tuple(
            whole(item, f"{path}[{at}]", parse, self._sources) for at, item in enumerate(items)
        )

    def maybe_each(self, key: str, parse: Callable[[Reader], T]) -> tuple[T, ...]:
        return self.each(key, parse) if self.has(key) else ()

    def finish(self) -> None:
        unknown = sorted(set(self._data) - self._used)
        if unknown:
            raise self.fail(unknown[0], "unknown-key")

    # --- where values come from -------------------------------------------------------------------

    def read_sources(self) -> None:
        """A pack without sources fails where the first `from` is read, with a clearer place."""
        table: Mapping[str, object] = self._take("sources", dict) if self.has("sources") else {}
        for key, data in table.items():
            self._sources[key] = whole(data, self._path(f"sources.{key}"), source)

    def origin(self) -> Origin:
        """The source that the object names by `from`, with what makes this value uncertain."""
        name = self.text("from")
        if name not in self._sources:
            raise self.fail("from", "unknown-source")
        return replace(
            self._sources[name],
            basis=self.text("basis", self._sources[name].basis),
            uncertain=self.text("uncertain", self._sources[name].uncertain),
        )


def source(reader: Reader) -> Origin:
    """An entry of the table of sources."""
    address = reader.text("source")
    if not is_page(address):
        raise reader.fail("source", "not-a-page")
    grade = reader.text("grade")
    if grade not in GRADES:
        raise reader.fail("grade", "not-understood")
    return Origin(
        source=address,
        grade=grade,
        checked_on=reader.day("checked_on"),
        season=reader.text("season", ""),
        basis=reader.text("basis", ""),
        uncertain=reader.text("uncertain", ""),
    )


def is_page(address: str) -> bool:
    """Whether this is the address of a page that a browser can open."""
    if any(sign.isspace() or not sign.isprintable() for sign in address):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in host
