"""One program a home: a second start hands its wish to the first and ends.

Connect first, then lock, then listen: a name that answers is a living program; the lock decides
between two that start at once; only its holder may clear the name that a killed one left behind.
"""

from __future__ import annotations

import getpass
import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

if sys.platform == "win32":
    from ui.wire_pipe import Listener, hand_over
else:
    from ui.wire_socket import Listener, hand_over

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

MOST_BYTES = 4096
_CONNECT_MS = 1500
_TRIES = 20
_TRY_MS = 100


def server_name(data: Path) -> str:
    """One name a user and data folder."""
    owner = f"{getpass.getuser()}|{data.resolve()}".encode()
    digest = QCryptographicHash.hash(owner, QCryptographicHash.Algorithm.Sha256)
    return f"lordesk-{digest.data().hex()[:20]}"


class Instance(QObject):
    """`asked` carries the page or link that a later start wants to see ("" to raise only)."""

    asked = Signal(str)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(data)
        self._lock = QLockFile(str(data / "lordesk.lock"))
        # Only a program that is gone leaves a stale lock; a long sleep does not make one.
        self._lock.setStaleLockTime(0)
        self._listener = Listener(self._name, MOST_BYTES, self)
        self._listener.heard.connect(self._on_heard)

    def claim(self, wish: str) -> bool:
        """True when this is the first program; otherwise the first was given the wish.

        Between two starts at the same moment the lock decides; the loser waits until the winner
        listens. Raises OSError where the lock cannot be made.
        """
        line = wish.encode()[: MOST_BYTES - 1] + b"\n"
        for _ in range(_TRIES):
            if hand_over(self._name, line, _CONNECT_MS):
                return False
            if self._lock.tryLock(_TRY_MS):
                self._listener.listen()
                return True
            if self._lock.error() is QLockFile.LockError.PermissionError:
                raise PermissionError(str(self._lock.fileName()))
        log.warning("another LoRDesk holds the lock and does not answer")
        return False

    def release(self) -> None:
        self._listener.close()
        self._lock.unlock()

    def _on_heard(self, line: bytes) -> None:
        self.asked.emit(line.decode(errors="replace"))
