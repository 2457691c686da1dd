"""The core's news as one Qt signal on the GUI thread, whichever thread wrote."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from lordesk.events import Changed

if TYPE_CHECKING:
    from lordesk.events import Bus


class Bridge(QObject):
    """News of the GUI thread passes at once. News of a job waits for the event loop, and what
    piles up there arrives as one event: a long import must not reload a page a hundred times.
    """

    changed = Signal(object)
    _woken = Signal()

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gui = threading.get_ident()
        self._lock = threading.Lock()
        self._waiting: list[Changed] = []
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = bus.subscribe(self._on_bus)

    def close(self) -> None:
        self._unsubscribe()

    def _on_bus(self, event: Changed) -> None:
        if threading.get_ident() == self._gui:
            self.changed.emit(event)
            return
        with self._lock:
            self._waiting.append(event)
            first = len(self._waiting) == 1
        if first:
            self._woken.emit()

    def _deliver(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, []
        if waiting:
            self.changed.emit(merged(waiting))


def merged(events: list[Changed]) -> Changed:
    """One event for several. Without ids it means the whole tables, so such an event wins."""
    tables = frozenset[str]().union(*(event.tables for event in events))
    whole = any(not event.ids for event in events)
    ids = frozenset[int]() if whole else frozenset[int]().union(*(e.ids for e in events))
    initiators = {event.initiator for event in events}
    return Changed(tables, ids, initiators.pop() if len(initiators) == 1 else "")
