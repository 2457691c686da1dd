"""Strict column types: what goes in comes out, and what does not fit is refused at once."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from peewee import Field

if TYPE_CHECKING:
    from enum import StrEnum


class DayField(Field):
    """A calendar day without a time; it stays the same day in every zone."""

    field_type = "TEXT"

    def db_value(self, value: date | None) -> str | None:
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            raise TypeError(f"{self.name} takes a date, not {value!r}")
        return value.isoformat()

    def python_value(self, value: str | None) -> date | None:
        return None if value is None else date.fromisoformat(value)


class ClockTimeField(Field):
    """A wall time of day, to the minute."""

    field_type = "TEXT"

    def db_value(self, value: time | None) -> str | None:
        if value is None:
            return None
        if value.tzinfo is not None:
            raise TypeError(f"{self.name} takes a wall time; its zone has a column of its own")
        return value.strftime("%H:%M")

    def python_value(self, value: str | None) -> time | None:
        return None if value is None else time.fromisoformat(value)


class InstantField(Field):
    """A past or planned instant in UTC; naive values are refused."""

    field_type = "TEXT"

    def db_value(self, value: datetime | None) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError(f"{self.name} refuses a time without zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def python_value(self, value: str | None) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class KindField(Field):
    """An enumeration, stored by value."""

    field_type = "TEXT"

    def __init__(self, kind: type[StrEnum], **options: Any) -> None:
        self._kind = kind
        super().__init__(**options)

    def db_value(self, value: StrEnum | None) -> str | None:
        return None if value is None else self._kind(value).value

    def python_value(self, value: str | None) -> StrEnum | None:
        return None if value is None else self._kind(value)


class JsonField(Field):
    """Lists and flat objects of text."""

    field_type = "TEXT"

    def db_value(self, value: Any) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def python_value(self, value: str | None) -> Any:
        return None if value is None else json.loads(value)
