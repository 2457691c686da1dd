"""The tray icon: how things stand in one picture, the next dates, the way in and out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from lordesk.kinds import Page as PageKind
from ui.actions import ActionId
from ui.reading_order import in_order
from ui.widgets.app_icon import tray_icon
from ui.wording import dates
from ui.wording.calendar import title as date_title

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QAction

    from lordesk.rows.dates import DateRow
    from lordesk.services.notices import NoticeService
    from ui.desk import Desk
    from ui.notify import Message
    from ui.standing import Standing

_LOOK_MS = 3_000
_LOOKS = 60
"""At login the desktop's tray may come minutes after LoRDesk; later the alarm's tick looks."""


class Tray(QObject):
    """There is an icon only while a tray shows it: `there` says so, `host_changed` tells."""

    host_changed = Signal(bool)
    open_requested = Signal()
    page_requested = Signal(object, object)
    quit_requested = Signal()
    message_clicked = Signal(int)

    def __init__(
        self, desk: Desk, standing: Standing, notices: NoticeService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._standing = standing
        self._notices = notices
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu()
        self._spoken = 0
        self._looks = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_timer)
        self._menu.aboutToShow.connect(self._fill)
        standing.changed.connect(self._dress)
        desk.look.changed.connect(self._dress)

    @property
    def there(self) -> bool:
        return self._icon is not None

    def start(self) -> None:
        self._timer.start()
        self.look_for_host()

    def close(self) -> None:
        self._timer.stop()
        self._drop()
        self._menu.deleteLater()

    def look_for_host(self) -> None:
        """An icon that was made before its host registers nowhere, so a new one is made."""
        available = QSystemTrayIcon.isSystemTrayAvailable()
        if available and self._icon is None:
            icon = QSystemTrayIcon(self)
            icon.setContextMenu(self._menu)
            icon.activated.connect(self._on_activated)
            icon.messageClicked.connect(self._on_message_clicked)
            self._icon = icon
            self._fill()
            self._dress()
            icon.show()
            self.host_changed.emit(True)
        elif not available and self._icon is not None:
            self._drop()
            self.host_changed.emit(False)

    def show_message(self, message: Message) -> None:
        """Where the desktop has no notification service. Without a tray nothing is shown: the
        notice list has it.
        """
        if self._icon is not None:
            self._spoken = message.ident
            title, body = in_order(message.title), in_order(message.body)
            self._icon.showMessage(title, body, self._icon.icon())

    # --- what it shows --------------------------------------------------------------------------

    @property
    def state(self) -> str:
        if self._standing.paused:
            return "paused"
        if self._standing.offline:
            return "offline"
        return "needs_you" if self._standing.badge else "quiet"

    def tooltip(self) -> str:
        words = {
            "paused": self.tr("Reminders are paused"),
            "offline": self.tr("Offline, mail is waiting"),
            "needs_you": self.tr("%n (thing needs|things need) you", "", self._standing.badge),
            "quiet": self.tr("All quiet"),
        }
        return self.tr("LoRDesk: {state}").format(state=words[self.state])

    def _dress(self) -> None:
        if self._icon is not None:
            self._icon.setIcon(tray_icon(self._desk.look, self.state))
            self._icon.setToolTip(self.tooltip())

    def _fill(self) -> None:
        """Anew at each opening: dates and pause are those of now."""
        menu = self._menu
        menu.clear()
        rows = self._standing.next_dates
        for number, row in enumerate(rows):
            action = menu.addAction(self._date_text(row))
            action.setData(number)
            action.triggered.connect(self._on_date_triggered)
        if not rows:
            menu.addAction(self.tr("No dates ahead")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Open LoRDesk")).triggered.connect(self.open_requested)
        new = menu.addAction(self.tr("New request…"))
        new.triggered.connect(self._on_new_request_triggered)
        self._add_pause(menu)
        settings = menu.addAction(self.tr("Settings…"))
        settings.triggered.connect(self._on_settings_triggered)
        menu.addSeparator()
        menu.addAction(self.tr("Quit LoRDesk")).triggered.connect(self.quit_requested)

    def _date_text(self, row: DateRow) -> str:
        text = self.tr("{title} · {when}").format(
            title=date_title(row), when=dates.in_days(row.on, self._desk.clock.today())
        )
        return in_order(text.replace("&", "&&"))

    def _add_pause(self, menu: QMenu) -> None:
        until = self._notices.paused_until()
        if until is not None:
            local = until.astimezone(self._desk.clock.local_now().tzinfo)
            when = dates.moment(local, self._desk.clock.local_now())
            resume = menu.addAction(
                self.tr("Resume reminders (paused until {when})").format(when=when)
            )
            resume.triggered.connect(self._on_resume_triggered)
            return
        pause = menu.addMenu(self.tr("Pause reminders"))
        pause.addAction(self.tr("For 1 hour")).triggered.connect(self._on_hour_triggered)
        morning = pause.addAction(self.tr("Until tomorrow, 9:00"))
        morning.triggered.connect(self._on_morning_triggered)

    def _drop(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    # --- what is clicked ------------------------------------------------------------------------

    def _on_timer(self) -> None:
        self._looks += 1
        if self._looks >= _LOOKS:
            self._timer.stop()
        self.look_for_host()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()

    def _on_message_clicked(self) -> None:
        self.message_clicked.emit(self._spoken)

    def _on_date_triggered(self) -> None:
        action: QAction = self.sender()  # type: ignore[assignment]
        row = self._standing.next_dates[action.data()]
        self.page_requested.emit(PageKind.CALENDAR, row.on)

    def _on_new_request_triggered(self) -> None:
        self.open_requested.emit()
        self._desk.actions.get(ActionId.NEW_REQUEST).trigger()

    def _on_settings_triggered(self) -> None:
        self.page_requested.emit(PageKind.SETTINGS, None)

    def _on_hour_triggered(self) -> None:
        self._pause(self._desk.clock.now() + timedelta(hours=1))

    def _on_morning_triggered(self) -> None:
        self._pause(self._notices.tomorrow_nine())

    def _on_resume_triggered(self) -> None:
        self._pause(None)

    def _pause(self, until: datetime | None) -> None:
        self._notices.pause(until)
        self._standing.refresh()
