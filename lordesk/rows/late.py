"""Dataclasses that are made when the first of them is.

`dataclasses` writes and compiles six functions a class, about a millisecond each time. The rows of
a start are a dozen classes out of a hundred, so the others do not keep the window waiting.

A row keeps its values in slots: those with more than thirty fields would each have a dictionary of
their own otherwise, four times as large, and thousands of rows stand at once.
"""

from __future__ import annotations

import dataclasses
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any

_OF_ANY_CLASS = ("__dict__", "__weakref__")

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Like the one of `dataclasses` with `slots`, without dataclasses as bases."""

        def mark(cls: type) -> type:
            names = tuple(vars(cls).get("__annotations__", ()))
            worked_out = any(isinstance(value, cached_property) for value in vars(cls).values())
            slots = (*names, "__dict__") if worked_out else names
            body = dict(vars(cls), __slots__=slots, _options=options)
            for name in _OF_ANY_CLASS:
                body.pop(name, None)
            body["_defaults"] = {name: body.pop(name) for name in names if name in body}
            return type(cls.__name__, (_Late,), body)

        return mark


_making = RLock()


class _Late:
    """Stands in for `__init__` until the class has its own; a job may be the first to make one."""

    __slots__ = ()
    _options: dict[str, bool]
    _defaults: dict[str, Any]

    def __init__(self, *values: Any, **named: Any) -> None:
        cls = type(self)
        with _making:
            if "__init__" not in vars(cls):
                _finish(cls)
        cls.__init__(self, *values, **named)


def _finish(cls: type[_Late]) -> None:
    """Take over what `dataclasses` makes of a twin: it wants defaults where `cls` has its slots.

    `__init__` comes last, since with it other threads no longer wait.
    """
    body = {"__module__": cls.__module__, "__annotations__": cls.__annotations__, **cls._defaults}
    twin = vars(dataclasses.dataclass(**cls._options)(type(cls.__name__, (), body)))
    for name, value in twin.items():
        if name != "__init__" and name not in vars(cls) and name not in _OF_ANY_CLASS:
            setattr(cls, name, value)
    cls.__init__ = twin["__init__"]  # type: ignore[method-assign]
