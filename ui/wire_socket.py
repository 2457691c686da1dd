"""Between two starts on Linux and macOS: a socket with a name in the folder for passing files.

Qt has the same in QtNetwork, but its libraries, with all of TLS and HTTP, take 5 MiB for it.
"""

from __future__ import annotations

import logging
import os
import socket
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

log = logging.getLogger(__name__)

_MOST_WAITING = 30


def _path(name: str) -> Path:
    return Path(tempfile.gettempdir()) / name


def hand_over(name: str, line: bytes, timeout_ms: int) -> bool:
    """Whether somebody listens by that name and was sent the line."""
    path = _path(name)
    with socket.socket(socket.AF_UNIX) as wire:
        wire.settimeout(timeout_ms / 1000)
        try:
            if path.stat().st_uid != os.getuid():
                return False  # everybody may write to that folder
            wire.connect(str(path))
            wire.sendall(line)
        except OSError:
            return False
        with suppress(OSError):
            wire.recv(1)  # the first program closes the line when it has read it
    return True


class Listener(QObject):
    """`heard` carries each line that came, without its end."""

    heard = Signal(bytes)

    def __init__(self, name: str, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = _path(name)
        self._most = most
        self._server: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._open: dict[_Caller, bytearray] = {}

    def listen(self) -> None:
        """To be called by the holder of the lock: the name of a killed program is taken over."""
        server = socket.socket(socket.AF_UNIX)
        try:
            self._path.unlink(missing_ok=True)
            server.bind(str(self._path))
            self._path.chmod(0o600)  # nobody can connect before `listen`
            server.listen(_MOST_WAITING)
        except OSError as error:
            log.warning("later starts cannot reach this one: %s", error)
            server.close()
            return
        server.setblocking(False)
        self._server = server
        self._notifier = QSocketNotifier(server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_called)

    def close(self) -> None:
        for caller in list(self._open):
            self._end(caller)
        if self._server is None or self._notifier is None:
            return
        self._notifier.setEnabled(False)
        self._server.close()
        self._server = None
        self._path.unlink(missing_ok=True)

    def _on_called(self) -> None:
        assert self._server is not None
        try:
            wire, _ = self._server.accept()
        except OSError:
            return  # whoever called is gone again
        wire.setblocking(False)
        caller = _Caller(wire, self)
        self._open[caller] = bytearray()
        caller.activated.connect(self._on_said)

    def _on_said(self) -> None:
        """More than a line may be is cut off, and never kept in memory."""
        caller = self.sender()
        if not isinstance(caller, _Caller) or caller not in self._open:
            return
        got = self._open[caller]
        try:
            more = caller.wire.recv(self._most + 1 - len(got))
        except BlockingIOError:
            return
        except OSError:
            more = b""
        got += more
        line, end, _ = bytes(got).partition(b"\n")
        if end or not more or len(got) > self._most:
            self._end(caller)
            if end:
                self.heard.emit(line)

    def _end(self, caller: _Caller) -> None:
        del self._open[caller]
        caller.setEnabled(False)
        caller.wire.close()
        caller.deleteLater()


class _Caller(QSocketNotifier):
    def __init__(self, wire: socket.socket, parent: QObject) -> None:
        super().__init__(wire.fileno(), QSocketNotifier.Type.Read, parent)
        self.wire = wire
