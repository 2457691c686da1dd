"""Ctrl+C in a terminal and a polite kill end the program as Quit does."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class StopSignals(QObject):
    """Python's handlers run only between Python code, and Qt may wait for long: the wake-up pipe
    of the signal module brings the event loop round.
    """

    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._before = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, _nothing) for number in (signal.SIGINT, signal.SIGTERM)
        }

    def close(self) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._near.close()
        self._far.close()

    def _on_activated(self) -> None:
        if self._near.recv(64):
            self.stopped.emit()


def _nothing(number: int, frame: object) -> None:
    """A handler of its own keeps Python from ending the program."""
