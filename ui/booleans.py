"""Keeps True and False alive where PySide6 takes references that it does not own."""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40


def keep_booleans() -> None:
    """Give the booleans a count that is never used up.

    In PySide6 6.12.0 `Signal.emit` and `disconnect` return True without a reference of its own.
    Before Python 3.12 booleans are counted like any object, so some hundred signals later the
    interpreter aborts in `bool_dealloc`. Later Pythons made them immortal in the same way.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for value in (True, False):
        # The count is the first word of an object.
        count = ctypes.c_ssize_t.from_address(id(value))
        if count.value < _PLENTY:
            count.value += _PLENTY
