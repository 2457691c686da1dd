"""One program a home: a second start leaves its wish as a file for the first, and ends.

The lock decides who is first. The first watches the folder of wishes; a file that it has taken away
is a wish that was heard. This needs neither sockets nor QtNetwork, which are 3 MiB of memory, and
works alike on all systems.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

MOST_BYTES = 4096
_TRIES = 50
_TRY_MS = 100
_WISHES = "*.wish"


def wishes_in(data: Path) -> Path:
    """The folder where later starts leave what they want to see."""
    return data / "wishes"


class Instance(QObject):
    """`asked` carries the page or link that a later start wants to see ("" to raise only)."""

    asked = Signal(str)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(data / "lordesk.lock"))
        # Only a program that is gone leaves a stale lock; a long sleep does not make one.
        self._lock.setStaleLockTime(0)
        self._wishes = wishes_in(data)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self, wish: str) -> bool:
        """True when this is the first program; otherwise the first was given the wish.

        A first that is ending hands its place over; one that does not answer finds the wish later.
        Raises OSError where the lock or the wish cannot be made.
        """
        self._wishes.mkdir(mode=0o700, exist_ok=True)
        if self._take(0):
            return True
        left = self._leave(wish)
        for _ in range(_TRIES):
            if self._take(_TRY_MS, own=left):
                return True
            if not left.exists():
                return False
        log.warning("another LoRDesk holds the lock and does not answer")
        return False

    def release(self) -> None:
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _take(self, wait_ms: int, own: Path | None = None) -> bool:
        if not self._lock.tryLock(wait_ms):
            if self._lock.error() is QLockFile.LockError.PermissionError:
                raise PermissionError(str(self._lock.fileName()))
            return False
        if own is not None:
            own.unlink(missing_ok=True)
        self._listen()
        return True

    def _leave(self, wish: str) -> Path:
        """Under another name until it is whole, so that half a wish is never read."""
        whole = self._wishes / f"{os.getpid()}.wish"
        part = whole.with_suffix(".part")
        part.write_bytes(wish.encode()[:MOST_BYTES])
        return part.replace(whole)

    def _listen(self) -> None:
        """What is left before the watch begins is read once whoever claimed can hear it."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._read_wishes)
        if not self._watcher.addPath(str(self._wishes)):
            log.warning("later starts cannot reach this one")
        QTimer.singleShot(0, self, self._read_wishes)

    def _read_wishes(self) -> None:
        if self._watcher is None:
            return
        for left in sorted(self._wishes.glob(_WISHES)):
            wish = _taken(left)
            if wish is not None:
                self.asked.emit(wish)


def _taken(left: Path) -> str | None:
    """A wish and its file away, or None: more than it may be is never kept in memory."""
    try:
        with left.open("rb") as file:
            words = file.read(MOST_BYTES + 1)
        left.unlink()
    except OSError as error:
        log.warning("a wish could not be taken: %s", error)
        return None
    return words.decode(errors="replace") if len(words) <= MOST_BYTES else None
