"""Shipped rule data as frozen values: parsed JSON in, or RulePackError with the place.

Each value carries its source, a grade (A official, B school office, C consultant or vendor,
D forum, derived: computed from a pattern), the day on which it was checked, and, where it is a
date, whether it is confirmed or projected.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar

from lordesk.domain.holidays import HolidayRule
from lordesk.errors import RulePackError
from lordesk.kinds import ApplicationKind, DateStatus, LetterService, SlotNeed
from lordesk.rows.late import dataclass

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

GRADES = ("A", "B", "C", "D", "derived")


@dataclass(frozen=True)
class Origin:
    """Where a shipped value comes from."""

    source: str
    grade: str
    checked_on: date


@dataclass(frozen=True, kw_only=True)
class ServiceRule:
    """How letters reach a service. `sender` is the address that writers should look for.

    `cap` counts letters a target where `cap_scope` is "program", in all where it is
    "application". `submit` is the sentence that tells the writer how to hand the letter in.
    """

    service: LetterService
    name: str
    portal: str
    submit: str
    sender: str
    reference_name: str
    cap: int | None
    cap_scope: str
    optional_extra: int
    minimum: int | None
    lag_days: int
    origin: Origin


@dataclass(frozen=True)
class SlotRule:
    """A letter that an application usually needs; a typical set and never a hard rule."""

    title: str
    need: SlotNeed


@dataclass(frozen=True, kw_only=True)
class SpecialtyRule:
    """The typical letters of one specialty, school type or other purpose."""

    key: str
    name: str
    kind: ApplicationKind
    service: LetterService | None
    slots: tuple[SlotRule, ...]
    minimum: int | None
    builtin_form: bool
    author_may_not_repeat: bool
    note: str
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class SeasonEvent:
    """A date of a season. `zone` is empty where the service names none."""

    key: str
    title: str
    on: date
    at: time | None
    zone: str
    status: DateStatus
    letters_needed: bool
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class SeasonCalendar:
    service: LetterService
    season: str
    name: str
    events: tuple[SeasonEvent, ...]

    @property
    def letters_needed(self) -> SeasonEvent | None:
        """The event by which letters must be usable: the default hard date."""
        return next((event for event in self.events if event.letters_needed), None)


class _Reader:
    """Takes typed values out of parsed JSON and knows the path to each."""

    def __init__(self, data: object, place: str = "") -> None:
        if not isinstance(data, Mapping):
            raise RulePackError(place=place, problem="not-an-object")
        self._data: Mapping[str, Any] = data
        self._place = place
        self._used: set[str] = set()

    def fail(self, key: str, problem: str) -> RulePackError:
        return RulePackError(place=self._path(key), problem=problem)

    def _path(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key

    def _take(self, key: str, kind: type[T]) -> T:
        self._used.add(key)
        if key not in self._data:
            raise self.fail(key, "missing")
        value = self._data[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fail(key, f"not-{kind.__name__}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        self._used.add(key)
        if default is not None and key not in self._data:
            return default
        value = self._take(key, str)
        if default is None and not value.strip():
            raise self.fail(key, "empty")
        return value

    def has(self, key: str) -> bool:
        return key in self._data

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

    def choice(self, key: str, kind: type[E]) -> E:
        return self._converted(key, kind)

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

    def each(self, key: str, parse: Callable[[_Reader], T]) -> tuple[T, ...]:
        items = self._take(key, list)
        path = self._path(key)
        return tuple(_whole(item, f"{path}[{at}]", parse) for at, item in enumerate(items))

    def finish(self) -> None:
        """A key that nothing reads is a misspelled one."""
        unknown = sorted(set(self._data) - self._used)
        if unknown:
            raise self.fail(unknown[0], "unknown-key")

    def origin(self) -> Origin:
        grade = self.text("grade")
        if grade not in GRADES:
            raise self.fail("grade", "not-understood")
        return Origin(self.text("source"), grade, self.day("checked_on"))


def _whole(data: object, place: str, parse: Callable[[_Reader], T]) -> T:
    reader = _Reader(data, place)
    value = parse(reader)
    reader.finish()
    return value


def parse_holidays(data: object) -> tuple[HolidayRule, ...]:
    def pack(reader: _Reader) -> tuple[HolidayRule, ...]:
        reader.text("region")
        reader.origin()
        return reader.each("holidays", _holiday)

    return _whole(data, "", pack)


def parse_services(data: object) -> dict[LetterService, ServiceRule]:
    rules = _whole(data, "", lambda reader: reader.each("services", _service))
    return {rule.service: rule for rule in rules}


def parse_specialties(data: object) -> dict[str, SpecialtyRule]:
    rules = _whole(data, "", lambda reader: reader.each("specialties", _specialty))
    return {rule.key: rule for rule in rules}


def parse_season(data: object) -> SeasonCalendar:
    def calendar(reader: _Reader) -> SeasonCalendar:
        return SeasonCalendar(
            service=reader.choice("service", LetterService),
            season=reader.text("season"),
            name=reader.text("name"),
            events=reader.each("events", _event),
        )

    return _whole(data, "", calendar)


def _holiday(reader: _Reader) -> HolidayRule:
    name, month = reader.text("name"), reader.number("month")
    if reader.has("day"):
        return HolidayRule(name=name, month=month, day=reader.number("day"))
    return HolidayRule(
        name=name, month=month, weekday=reader.number("weekday"), nth=reader.whole_number("nth")
    )


def _service(reader: _Reader) -> ServiceRule:
    scope = reader.text("cap_scope", "program")
    if scope not in ("program", "application"):
        raise reader.fail("cap_scope", "not-understood")
    return ServiceRule(
        service=reader.choice("service", LetterService),
        name=reader.text("name"),
        portal=reader.text("portal"),
        submit=reader.text("submit"),
        sender=reader.text("sender", ""),
        reference_name=reader.text("reference_name", ""),
        cap=reader.maybe_number("cap"),
        cap_scope=scope,
        optional_extra=reader.maybe_number("optional_extra") or 0,
        minimum=reader.maybe_number("minimum"),
        lag_days=reader.maybe_number("lag_days") or 0,
        origin=reader.origin(),
    )


def _slot(reader: _Reader) -> SlotRule:
    return SlotRule(reader.text("title"), reader.choice("need", SlotNeed))


def _specialty(reader: _Reader) -> SpecialtyRule:
    service = reader.choice("service", LetterService) if reader.has("service") else None
    return SpecialtyRule(
        key=reader.text("key"),
        name=reader.text("name"),
        kind=reader.choice("kind", ApplicationKind),
        service=service,
        slots=reader.each("slots", _slot),
        minimum=reader.maybe_number("minimum"),
        builtin_form=reader.flag("builtin_form"),
        author_may_not_repeat=reader.flag("author_may_not_repeat"),
        note=reader.text("note", ""),
        origin=reader.origin(),
    )


def _event(reader: _Reader) -> SeasonEvent:
    return SeasonEvent(
        key=reader.text("key"),
        title=reader.text("title"),
        on=reader.day("on"),
        at=reader.hour("at"),
        zone=reader.text("zone", ""),
        status=reader.choice("status", DateStatus),
        letters_needed=reader.flag("letters_needed"),
        origin=reader.origin(),
    )
