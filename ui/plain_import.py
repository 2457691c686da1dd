"""Python's own import, kept through the first import of PySide6.

PySide6 puts an import in its place that serves `from __feature__ import snake_case`, which nobody
uses here. It reads the source of every module that is imported later, to look for such a line, and
Python keeps what was read: a fifth of the time of a start, and 7 MiB.
"""

from __future__ import annotations

import builtins


def load_qt_core() -> None:
    """To be called before anything else imports PySide6."""
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
