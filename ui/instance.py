"""One program a home: a second start hands its wish to the first and ends.

Connect first, then lock, then listen: a name that answers is a living program; the lock decides
between two that start at once; only its holder may clear the name that a killed one left behind.
"""

from __future__ import annotations

import getpass
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

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
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        self._heard: dict[QLocalSocket, bytearray] = {}

    def claim(self, wish: str) -> bool:
        """True when this is the first program; otherwise the first was given the wish.

        Between two starts at the same moment the lock decides; the loser waits until the winner
        listens. Raises OSError where the lock cannot be made.
        """
        for _ in range(_TRIES):
            if self._hand_over(wish):
                return False
            if self._lock.tryLock(_TRY_MS):
                self._listen()
                return True
            if self._lock.error() is QLockFile.LockError.PermissionError:
                raise PermissionError(str(self._lock.fileName()))
        log.warning("another LoRDesk holds the lock and does not answer")
        return False

    def release(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _hand_over(self, wish: str) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_MS):
            return False
        socket.write(wish.encode()[:MOST_BYTES] + b"\n")
        sent = socket.waitForBytesWritten(_CONNECT_MS)
        # The first program closes the line when it has read the wish.
        if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
            socket.waitForDisconnected(_CONNECT_MS)
        return sent

    def _listen(self) -> None:
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            if not self._server.listen(self._name):
                log.warning("later starts cannot reach this one: %s", self._server.errorString())

    def _on_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._heard[socket] = bytearray()
            socket.readyRead.connect(self._on_ready_read)
            socket.disconnected.connect(self._on_disconnected)
            self._read(socket)

    def _on_ready_read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _on_disconnected(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._heard.pop(socket, None)
            socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        """A wish is one line; more than it may be is cut off, and never kept in memory."""
        heard = self._heard.get(socket)
        if heard is None:
            return
        heard += socket.read(MOST_BYTES + 1 - len(heard)).data()
        line, end, _ = bytes(heard).partition(b"\n")
        if end or len(heard) > MOST_BYTES:
            del self._heard[socket]
            socket.disconnectFromServer()
            if end:
                self.asked.emit(line.decode(errors="replace"))
