"""What the user has set: one declaration each, kept as JSON and written whole or not at all.

A value that does not pass its check keeps its default and is logged; it never stops the app.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger(__name__)

SCHEMES = ("system", "light", "dark")
TEXT_SCALES = (0.9, 1.0, 1.15, 1.3)


def _setting(default: Any, check: Callable[[Any], bool]) -> Any:
    return field(default=default, metadata={"check": check})


def _one_of(*allowed: Any) -> Callable[[Any], bool]:
    return lambda value: not isinstance(value, bool) and value in allowed


def _days(least: int, most: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: type(value) is kind


def _clock_time(value: Any) -> bool:
    if not isinstance(value, str) or len(value) != 5 or value[2] != ":":
        return False
    hour, minute = value[:2], value[3:]
    return hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60


def _pairs(value: Any) -> bool:
    """Two numbers of records in each: "12-45"."""
    return isinstance(value, list | tuple) and all(
        isinstance(pair, str) and [part.isdigit() for part in pair.split("-")] == [True, True]
        for pair in value
    )


def _instant_or_nothing(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return not value or datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Settings:
    """Days are whole days, times are wall times "HH:MM"."""

    scheme: str = _setting("system", _one_of(*SCHEMES))
    text_scale: float = _setting(1.0, _one_of(*TEXT_SCALES))
    reduce_motion: bool = _setting(False, _is(bool))
    welcomed: bool = _setting(False, _is(bool))
    tray_explained: bool = _setting(False, _is(bool))
    soft_days: int = _setting(14, _days(0, 120))
    quiet_days: int = _setting(60, _days(7, 730))
    undo_seconds: int = _setting(30, _one_of(0, 10, 30, 60))
    quiet_from: str = _setting("21:00", _clock_time)
    quiet_to: str = _setting("08:00", _clock_time)
    notices_a_day: int = _setting(3, _days(1, 50))
    paused_until: str = _setting("", _instant_or_nothing)
    mail_stopped: bool = _setting(False, _is(bool))
    not_same: tuple[str, ...] = _setting((), _pairs)
    """Mentors of like names of whom the user said that they are two people."""


class SettingsFile:
    """The settings and the file that they live in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.values = self._read()

    def change(self, **values: Any) -> Settings:
        """Set some values and write the file. Raises ValueError for one that fails its check,
        OSError where the file cannot be written; then nothing was changed.
        """
        for name, value in values.items():
            if not _passes(name, value):
                raise ValueError(f"{name} cannot be {value!r}")
        changed = replace(self.values, **values)
        self._write(changed)
        self.values = changed
        return changed

    def _read(self) -> Settings:
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError) as error:
            log.warning("settings could not be read, defaults are used: %s", error)
            return Settings()
        if not isinstance(raw, dict):
            log.warning("settings are no object, defaults are used")
            return Settings()
        good = {}
        for name in (f.name for f in fields(Settings)):
            if name not in raw:
                continue
            if _passes(name, raw[name]):
                good[name] = raw[name]
            else:
                log.warning("setting %s is not valid, its default is used", name)
        return Settings(**good)

    def _write(self, settings: Settings) -> None:
        beside = self._path.with_suffix(".new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)


def _passes(name: str, value: Any) -> bool:
    for declared in fields(Settings):
        if declared.name == name:
            return bool(declared.metadata["check"](value))
    return False
