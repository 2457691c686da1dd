"""The log, and what is kept of a crash. Addresses and secrets never reach either.

Everything stays in the log folder of this home; nothing is sent anywhere.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import re
import sys
import threading
import traceback
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_BYTES, _KEPT = 1_000_000, 3
_REPORTS = 10

_WITH_AT = re.compile(r"(?<![\w.+'@-])[\w.+'-]*+@[\w.+'@-]*+")
"""A word with an @ in it. It begins where a word begins and gives nothing back, so that a pasted
line of a million letters is looked at once and not from each of its letters anew.
"""
_NAMED = re.compile(
    r"""(?ix) (\b (?:\w*pass(?:word|phrase|wd)? | \w*secret | \w*token | authorization) ['"]?
    \s* [:=] \s*) (?: bearer \s+ )? (?: "[^"]*" | '[^']*' | [^\s,;)}]+ )"""
)
_SPOKEN = re.compile(r"(?i)\b(auth (?:plain|login|xoauth2)|bearer)\s+[a-z0-9+/=._-]{6,}")


def redacted(text: str) -> str:
    """The text without mail addresses and without what is given as a password or token."""
    text = _NAMED.sub(r"\1<hidden>", _WITH_AT.sub(_without_address, text))
    return _SPOKEN.sub(r"\1 <hidden>", text)


def _without_address(found: re.Match[str]) -> str:
    """Quotes and full stops round the address stay, and so does an @ that is no address."""
    word: str = found[0]
    bare = word.strip(".'+-@")
    return word.replace(bare, "<address>") if "@" in bare else word


class _RedactingFormatter(logging.Formatter):
    """Works on the finished line, so arguments and tracebacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _RollingFile(logging.FileHandler):
    """Begins anew at `_BYTES` and keeps some before it.

    The handler of the standard library does the same, and loads its network handlers with it.
    """

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is not None and self.stream.tell() >= _BYTES:
            self._roll()
        super().emit(record)

    def _roll(self) -> None:
        self.close()
        names = [self.baseFilename, *(f"{self.baseFilename}.{n}" for n in range(1, _KEPT + 1))]
        for newer, older in reversed(list(pairwise(names))):
            with suppress(OSError):
                Path(newer).replace(older)
        _make_private(Path(self.baseFilename))


def _make_private(file: Path) -> None:
    os.close(os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))


class Log:
    """The open log of one home. `close` puts back what was there before."""

    def __init__(self, folder: Path, on_crash: Callable[[str, Path | None], None]) -> None:
        """`on_crash` gets the kind of a bug and where its report lies; it may be called from any
        thread.
        """
        self._folder = folder
        self._on_crash = on_crash
        self._seen: set[str] = set()
        self._handler: _RollingFile | None = None
        self._faults: Any = None
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def open(self) -> None:
        """Raises OSError where the folder cannot be written."""
        file = self._folder / "lordesk.log"
        _make_private(file)
        self._handler = _RollingFile(file, encoding="utf-8", delay=True)
        pattern = "%(asctime)s %(levelname)s %(name)s: %(message)s"
        self._handler.setFormatter(_RedactingFormatter(pattern))
        root = logging.getLogger()
        root.addHandler(self._handler)
        for name in ("lordesk", "ui"):
            logging.getLogger(name).setLevel(logging.INFO)
        faults = os.open(self._folder / "faults.log", os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        self._faults = os.fdopen(faults, "w", encoding="utf-8")
        faulthandler.enable(self._faults)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable

    def close(self) -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self._keep(kind, error, trace)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._keep(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self._keep(args.exc_type, args.exc_value, args.exc_traceback)

    def _keep(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug always, keep and show it once: a broken paint event comes back each frame."""
        text = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger("lordesk").critical("a bug: %s", text)
        if sys.stderr is not None:
            sys.stderr.write(redacted(text))
        where = "".join(traceback.format_tb(trace)[-1:])
        if kind.__name__ + where in self._seen:
            return
        self._seen.add(kind.__name__ + where)
        self._on_crash(kind.__name__, self._write_report(text))

    def _write_report(self, text: str) -> Path | None:
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        report = self._folder / f"crash-{stamp}.txt"
        try:
            descriptor = os.open(report, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(redacted(text))
            for old in sorted(self._folder.glob("crash-*.txt"))[:-_REPORTS]:
                old.unlink(missing_ok=True)
        except OSError:
            return None
        return report
