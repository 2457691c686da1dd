"""Dataclasses that are made when the first of them is.

`dataclasses` writes and compiles six functions a class, about a millisecond each time. The rows of
a start are a dozen classes out of a hundred, so the others do not keep the window waiting.
"""

from __future__ import annotations

import dataclasses
from threading import RLock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Like the one of `dataclasses`, without `slots` and without dataclasses as bases."""

        def mark(cls: type) -> type:
            body = {
                name: value
                for name, value in vars(cls).items()
                if name not in ("__dict__", "__weakref__")
            }
            return type(cls.__name__, (_Late,), {**body, "_options": options})

        return mark


_making = RLock()


class _Late:
    """Stands in for `__init__` until the class has its own; a job may be the first to make one."""

    _options: dict[str, bool]

    def __init__(self, *values: Any, **named: Any) -> None:
        cls = type(self)
        with _making:
            if "__init__" not in vars(cls):
                dataclasses.dataclass(**cls._options)(cls)
        cls.__init__(self, *values, **named)
