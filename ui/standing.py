"""How things stand, for what surrounds the pages: badge, unread notices, mail, next dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lordesk.kinds import OutboxState
from ui.mail_words import MailWords
from ui.wording import dates

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.events import Changed
    from lordesk.mail.outbox import OutboxService
    from lordesk.rows.dates import DateRow
    from lordesk.services.calendar import CalendarService
    from lordesk.services.notices import NoticeService
    from lordesk.services.today import TodayService
    from ui.bridge import Bridge

_NEXT_DAYS = 60
_NEXT_ROWS = 5
_UNREACHED = frozenset({"host-not-found", "server-unreachable"})
_MAIL_TABLES = frozenset({"outbox_entry", "account"})
_NOTICE_TABLES = frozenset({"notice"})


class Standing(QObject):
    """Reads a moment after the last change, so that a row of changes is read once."""

    changed = Signal()

    def __init__(
        self,
        bridge: Bridge,
        clock: Clock,
        today: TodayService,
        notices: NoticeService,
        outbox: OutboxService,
        calendar: CalendarService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._today = today
        self._notices = notices
        self._outbox = outbox
        self._calendar = calendar
        self.badge = 0
        self.unread = 0
        self.pending = 0
        self.offline = False
        self.paused = False
        self.mail = MailWords("mail", self.tr("Outbox"))
        self.next_dates: list[DateRow] = []
        self._later = QTimer(self, singleShot=True, interval=120)
        self._later.timeout.connect(self.refresh)
        self._light = QTimer(self, singleShot=True, interval=0)
        self._light.timeout.connect(self._refresh_light)
        self._bridge = bridge
        bridge.changed.connect(self._on_changed)

    def close(self) -> None:
        """Before the store closes: no timer of ours may read it any more."""
        self._bridge.changed.disconnect(self._on_changed)
        self._later.stop()
        self._light.stop()

    def refresh(self) -> None:
        """Read everything again."""
        self._later.stop()
        self.badge = self._today.badge()
        self.next_dates = self._calendar.upcoming(_NEXT_DAYS, _NEXT_ROWS)
        self._refresh_light()

    def _refresh_light(self) -> None:
        self._light.stop()
        self.unread = self._notices.unread()
        self.paused = self._notices.paused_until() is not None
        self.mail = self._mail_words()
        self.changed.emit()

    def _on_changed(self, event: Changed) -> None:
        if event.tables <= _MAIL_TABLES | _NOTICE_TABLES:
            self._light.start()
        if not event.tables <= _NOTICE_TABLES:
            self._later.start()

    def _mail_words(self) -> MailWords:
        counts = self._outbox.counts()
        waiting = counts.get(OutboxState.WAITING, 0)
        queued = counts.get(OutboxState.QUEUED, 0)
        sending = counts.get(OutboxState.SENDING, 0) + counts.get(OutboxState.DATA, 0)
        self.pending = queued + waiting + sending
        retry = self._outbox.pending() if waiting else []
        self.offline = any(row.error_code in _UNREACHED for row in retry)
        asking = len(self._outbox.asking()) if _asks(counts) else 0
        if self._outbox.stopped:
            return MailWords("circle-pause", self.tr("Sending is stopped"), "warning-text")
        if asking:
            words = self.tr("%n message(s) not sent", "", asking)
            return MailWords("circle-alert", words, "danger-text")
        if sending:
            return MailWords("refresh-cw", self.tr("Sending…"))
        if self.offline:
            return MailWords("wifi-off", self.tr("Offline, mail is waiting"), "warning-text")
        if waiting:
            at = min(row.retry_at for row in retry if row.retry_at is not None)
            local = at.astimezone(self._clock.local_now().tzinfo)
            words = self.tr("Trying again at {time}").format(time=dates.clock(local.time()))
            return MailWords("clock", words)
        if queued:
            return MailWords("clock", self.tr("%n message(s) waiting", "", queued))
        return MailWords("mail", self.tr("Outbox"))


def _asks(counts: dict[OutboxState, int]) -> bool:
    return any(
        counts.get(state) for state in (OutboxState.REFUSED, OutboxState.UNKNOWN, OutboxState.HELD)
    )
