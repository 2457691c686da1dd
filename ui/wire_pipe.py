"""Between two starts on Windows: a named pipe, which Python itself does not have."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)


def hand_over(name: str, line: bytes, timeout_ms: int) -> bool:
    """Whether somebody listens by that name and was sent the line."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(timeout_ms):
        return False
    socket.write(line)
    sent = socket.waitForBytesWritten(timeout_ms)
    # The first program closes the line when it has read it.
    if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(timeout_ms)
    return sent


class Listener(QObject):
    """`heard` carries each line that came, without its end."""

    heard = Signal(bytes)

    def __init__(self, name: str, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._most = most
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        self._open: dict[QLocalSocket, bytearray] = {}

    def listen(self) -> None:
        """To be called by the holder of the lock: the name of a killed program is taken over."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            if not self._server.listen(self._name):
                log.warning("later starts cannot reach this one: %s", self._server.errorString())

    def close(self) -> None:
        self._server.close()

    def _on_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._open[socket] = bytearray()
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
            self._open.pop(socket, None)
            socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        """More than a line may be is cut off, and never kept in memory."""
        got = self._open.get(socket)
        if got is None:
            return
        got += socket.read(self._most + 1 - len(got)).data()
        line, end, _ = bytes(got).partition(b"\n")
        if end or len(got) > self._most:
            del self._open[socket]
            socket.disconnectFromServer()
            if end:
                self.heard.emit(line)
