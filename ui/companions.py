"""What runs beside the window from its first paint on: badge, alarm, tray, notifications."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.alarm import Alarm
from ui.notify import Message, Notifier
from ui.pages.notices import notice_target
from ui.standing import Standing
from ui.tray import Tray
from ui.wording.notices import notice_words
from ui.wording.outbox import goes_out

if TYPE_CHECKING:
    from lordesk.core import Core
    from lordesk.rows.dates import NoticeRow
    from ui.desk import Desk


class Companions(QObject):
    open_requested = Signal()
    page_requested = Signal(object, object)
    quit_requested = Signal()
    day_changed = Signal()
    host_changed = Signal(bool)

    def __init__(self, desk: Desk, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._core = core
        self._shown: dict[int, NoticeRow] = {}
        self._on_screen: set[int] = set()
        self.standing = Standing(
            desk.bridge, core.clock, core.today, core.notices, core.outbox, core.calendar, self
        )
        self.alarm = Alarm(core.clock, desk.bridge, desk.tasks, core.notices, core.outbox, self)
        self.tray = Tray(desk, self.standing, core.notices, self)
        self.notifier = Notifier(self.tray.show_message, self)
        self._connect()

    def _connect(self) -> None:
        self.tray.open_requested.connect(self.open_requested)
        self.tray.page_requested.connect(self.page_requested)
        self.tray.quit_requested.connect(self.quit_requested)
        self.tray.host_changed.connect(self.host_changed)
        self.tray.message_clicked.connect(self._open_notice)
        self.notifier.acted.connect(self._on_acted)
        self.standing.changed.connect(self._withdraw_settled)
        self.alarm.due.connect(self._on_due)
        self.alarm.ticked.connect(self.tray.look_for_host)
        self.alarm.day_changed.connect(self._on_day_changed)

    def start(self) -> None:
        self.standing.refresh()
        self._tell_what_goes_out()
        self.tray.start()
        self.alarm.start()

    def _tell_what_goes_out(self) -> None:
        """What was counting down when LoRDesk ended is not sent without a word."""
        rows = self._core.outbox.restart_countdowns()
        if not rows:
            return
        newest = self._core.undo.next_undo()
        undo = len(rows) == 1 and newest is not None and newest.id == rows[0].step_id
        seconds = self._core.settings.values.undo_seconds
        self._desk.say(goes_out(rows, undo=undo), undo=undo, seconds=seconds, countdown=True)

    def close(self) -> None:
        self.alarm.stop()
        self.standing.close()
        self.tray.close()
        self.notifier.close()

    def explain_tray(self) -> None:
        """Told once, when the window is first closed."""
        if self._core.settings.values.tray_explained:
            return
        title = self.tr("LoRDesk is still here")
        body = self.tr("It waits in the tray and reminds you. Quit from its menu there.")
        self.notifier.show(Message(0, title, body))
        self._core.settings.change(tray_explained=True)

    def _on_day_changed(self) -> None:
        self.standing.refresh()
        self.day_changed.emit()

    def _on_due(self, rows: list[NoticeRow]) -> None:
        today = self._core.clock.today()
        for row in rows:
            self._shown[row.id] = row
            self._on_screen.add(row.id)
            words = notice_words(row, today)
            choices = self._choices()
            message = Message(row.id, words.title, words.line, choices, stays=words.overdue)
            self.notifier.show(message)

    def _withdraw_settled(self) -> None:
        """A notification goes with its notice: asked, done, or its reason gone."""
        if not self._on_screen:
            return
        standing = {row.id for row in self._core.notices.rows()}
        for ident in self._on_screen - standing:
            self.notifier.withdraw(ident)
        self._on_screen &= standing

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            ("open", self.tr("Open")),
            ("done", self.tr("Done")),
            ("hour", self.tr("Snooze 1 hour")),
            ("morning", self.tr("Tomorrow 9:00 AM")),
        )

    def _on_acted(self, ident: int, action: str) -> None:
        row = self._shown.get(ident)
        notices = self._core.notices
        if row is None or action in ("default", "open"):
            self._open_notice(ident)
        elif action == "hour":
            notices.snooze(ident, self._core.clock.now() + timedelta(hours=1))
        elif action == "morning":
            notices.snooze(ident, notices.tomorrow_nine())
        elif action == "done":
            if row.reminder_id is not None:
                self._core.reminders.done(row.reminder_id)
            notices.done(ident)

    def _open_notice(self, ident: int) -> None:
        row = self._shown.get(ident)
        if row is None:
            self.open_requested.emit()
            return
        self._core.notices.mark_read(ident)
        self.page_requested.emit(row.page, notice_target(row))
