"""One timer that asks what is due. It never arms a long one: those stop while a machine sleeps."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from lordesk.errors import LordeskError
from ui.tasks import Lane

if TYPE_CHECKING:
    from datetime import date, datetime

    from lordesk.clock import Clock
    from lordesk.events import Changed
    from lordesk.mail.outbox import OutboxService
    from lordesk.services.notices import NoticeService
    from ui.bridge import Bridge
    from ui.tasks import Task, Tasks

log = logging.getLogger(__name__)

TICK_MS = 30_000
_NEAR = timedelta(seconds=60)
_JUMP_SECONDS = 120.0


class Alarm(QObject):
    """Ticks every 30 s against the wall clock, and at once when LoRDesk comes to the front."""

    due = Signal(list)
    """Notices that were stored as shown just now."""
    day_changed = Signal()
    """A new working day, or a clock that was set to another time."""
    ticked = Signal()

    def __init__(
        self,
        clock: Clock,
        bridge: Bridge,
        tasks: Tasks,
        notices: NoticeService,
        outbox: OutboxService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tasks = tasks
        self._notices = notices
        self._outbox = outbox
        self._sending: Task | None = None
        self._sent = 0
        self._day: date | None = None
        self._wall: datetime | None = None
        self._monotonic = 0.0
        self._app: QCoreApplication | None = None
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._soon = QTimer(self, singleShot=True)
        self._soon.setTimerType(Qt.TimerType.PreciseTimer)
        self._soon.timeout.connect(self.send_due)
        bridge.changed.connect(self._on_changed)

    def start(self) -> None:
        self._app = QGuiApplication.instance()
        if isinstance(self._app, QGuiApplication):
            self._app.applicationStateChanged.connect(self._on_application_state_changed)
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        if isinstance(self._app, QGuiApplication):
            self._app.applicationStateChanged.disconnect(self._on_application_state_changed)
            self._app = None
        self._timer.stop()
        self._soon.stop()

    def tick(self) -> None:
        """May run twice at the same time of day: nothing is shown or sent twice."""
        jumped = self._clock_jumped()
        today = self._clock.working_day()
        if jumped or (self._day is not None and today != self._day):
            self.day_changed.emit()
        self._day = today
        try:
            due = self._notices.take_due(self._clock.now())
        except LordeskError as error:
            log.warning("notices wait for the next tick: %s", error)
            due = []
        if due:
            self.due.emit(due)
        self.send_due()
        self.ticked.emit()

    def send_due(self) -> None:
        """Start the job that sends, unless it runs; otherwise see when the next mail is due."""
        if self._sending is not None:
            return
        due = self._next_due()
        if due is None:
            return
        wait = due - self._clock.now()
        if wait <= timedelta():
            self._sending = self._tasks.start(self._outbox.send_due, lane=Lane.MAIL)
            self._sent = 0
            self._sending.succeeded.connect(self._on_sending_succeeded)
            self._sending.failed.connect(self._on_sending_failed)
            self._sending.finished.connect(self._on_sending_finished)
        elif wait <= _NEAR:
            self._soon.start(int(wait / timedelta(milliseconds=1)) + 1)

    def _next_due(self) -> datetime | None:
        if self._outbox.stopped:
            return None
        try:
            return self._outbox.next_due()
        except LordeskError as error:
            log.warning("mail waits for the next tick: %s", error)
            return None

    def _clock_jumped(self) -> bool:
        """Whether the wall clock moved by two minutes more or less than time passed."""
        wall, monotonic = self._clock.now(), self._clock.monotonic()
        before, self._wall = self._wall, wall
        passed, self._monotonic = monotonic - self._monotonic, monotonic
        if before is None:
            return False
        return abs((wall - before).total_seconds() - passed) > _JUMP_SECONDS

    def _on_changed(self, event: Changed) -> None:
        if "outbox_entry" in event.tables and self._timer.isActive():
            self.send_due()

    def _on_sending_failed(self, error: Any) -> None:
        log.warning("sending stopped: %s", error)

    def _on_sending_succeeded(self, sent: Any) -> None:
        self._sent = int(sent)

    def _on_sending_finished(self) -> None:
        """What came due meanwhile goes out now; after a run without success, with the next tick,
        so that a failure cannot spin.
        """
        self._sending = None
        due = self._next_due()
        if due is not None and (self._sent or due > self._clock.now()):
            self.send_due()

    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.tick()
