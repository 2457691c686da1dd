"""peewee without what its other databases need, and with one SQLite library.

It imports the hashes of OpenSSL, the sockets of the system, the makers of UUIDs, decimals and
month calendars: 4.5 MiB and a part of each start that SQLite never uses. Peewee gets them when it
touches them, everybody else as ever. The class of decimals it touches at once, to tell SQLite how
they are stored; no column of ours holds one, so it is told of a class without objects. It also
imports Python's own sqlite3 to compare its version with that of pysqlite3, which is chosen for
being the newer one: another MiB.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_UNUSED = ("calendar", "decimal", "hashlib", "socket", "uuid")


class _Later(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        _give_way(self)
        return getattr(import_module(self.__name__), name)


class _NoDecimal:
    """Stands for the class of decimals: a DecimalField would fail with it at its first number."""


def load_peewee() -> None:
    """To be called before anything else imports peewee; later it changes nothing."""
    stand_ins = [_Later(name) for name in _UNUSED if name not in sys.modules]
    for module in stand_ins:
        if module.__name__ == "decimal":
            vars(module)["Decimal"] = _NoDecimal
    sys.modules.update({module.__name__: module for module in stand_ins})
    second = "sqlite3" not in sys.modules and find_spec("pysqlite3") is not None
    if second:
        sys.modules["sqlite3"] = None  # type: ignore[assignment]  # an import of it fails
    try:
        import_module("peewee")
    finally:
        if second:
            del sys.modules["sqlite3"]
        for module in stand_ins:
            _give_way(module)


def _give_way(module: ModuleType) -> None:
    if sys.modules.get(module.__name__) is module:
        del sys.modules[module.__name__]
