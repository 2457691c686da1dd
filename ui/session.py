"""One open home on the screen: the core, the window and what runs beside them, until the end."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, Signal

from lordesk.errors import LordeskError
from lordesk.kinds import Page as PageKind
from ui.actions import Actions
from ui.alarm import Alarm
from ui.boxes import QtBoxes
from ui.bridge import Bridge
from ui.desk import Desk, Voice
from ui.main_window import MainWindow
from ui.places import Places
from ui.standing import Standing
from ui.state import UiState
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from lordesk.core import Core
    from lordesk.events import Changed
    from lordesk.mail.practice import PracticeService
    from lordesk.rows.dates import NoticeRow
    from ui.notify import Message, Notifier
    from ui.tray import Tray
    from ui.widgets.look import Look

log = logging.getLogger(__name__)

_WAIT_MS = 15_000
_MOST_WISH = 60


@dataclass(frozen=True)
class Ended:
    """How a session ended; `left` names the jobs that did not stop."""

    left: tuple[str, ...] = ()


class Session(QObject):
    ended = Signal(object)

    def __init__(self, core: Core, look: Look, practice: PracticeService | None = None) -> None:
        super().__init__()
        self._core = core
        self._practice = practice
        self._tray: Tray | None = None
        self._notifier: Notifier | None = None
        self._notices: dict[int, NoticeRow] = {}
        self._ending = False
        self._take_zone()
        self.tasks = TaskRunner(core.store.connection, self)
        self.bridge = Bridge(core.bus, self)
        self.desk = Desk(
            look=look,
            tasks=self.tasks,
            bridge=self.bridge,
            boxes=QtBoxes(),
            actions=Actions(self),
            clock=core.clock,
            settings=core.settings,
            voice=Voice(self),
        )
        self._state = UiState(core.paths.config / "window.ini")
        self.standing = Standing(
            self.bridge, core.clock, core.today, core.notices, core.outbox, core.calendar, self
        )
        self.alarm = Alarm(core.clock, self.bridge, self.tasks, core.notices, core.outbox, self)
        doors = Places(self.desk, core, practice).doors()
        self.window = MainWindow(self.desk, doors, core.undo, self.standing, self._state)
        self._connect()

    def _connect(self) -> None:
        self.window.close_requested.connect(self._on_window_close_requested)
        self.window.quit_requested.connect(self.ask_to_quit)
        self.window.painted.connect(self._start_the_rest)
        self.bridge.changed.connect(self._on_changed)
        self.alarm.due.connect(self._on_due)
        self.alarm.day_changed.connect(self._on_day_changed)

    # --- start ----------------------------------------------------------------------------------

    def start(self, wish: str = "") -> None:
        """Show the window; everything that can wait starts after its first paint."""
        self.window.restore()
        if wish:
            self._go(wish)
        else:
            self.window.show_page(_page(self._state.last_page) or PageKind.TODAY)
        self.window.show()
        if not self._core.settings.values.welcomed and not self._practice:
            self.window.welcome()

    def _start_the_rest(self) -> None:
        from ui.notify import Notifier
        from ui.tray import Tray

        self._tray = Tray(self.desk, self.standing, self._core.notices, self)
        self._tray.open_requested.connect(self.window.raise_window)
        self._tray.page_requested.connect(self._on_page_requested)
        self._tray.quit_requested.connect(self.ask_to_quit)
        self._tray.host_changed.connect(self._on_host_changed)
        self._tray.message_clicked.connect(self._open_notice)
        self.alarm.ticked.connect(self._tray.look_for_host)
        self._notifier = Notifier(self._tray.show_message, self)
        self._notifier.acted.connect(self._on_acted)
        if self._practice is not None:
            self._start_practice(self._practice)
        self.standing.refresh()
        self._tray.start()
        self.alarm.start()

    def _start_practice(self, practice: PracticeService) -> None:
        try:
            practice.start(self._core.profile.get().email or "you@example.edu")
        except LordeskError as error:
            self.desk.report(error)

    def _take_zone(self) -> None:
        """The applicant's zone where the profile names one, otherwise the system's."""
        name = self._core.profile.get().zone
        try:
            self._core.clock.set_zone(ZoneInfo(name) if name else None)
        except (ZoneInfoNotFoundError, ValueError):
            log.warning("the zone of the profile is not known here")

    # --- wishes from outside --------------------------------------------------------------------

    def open_wish(self, wish: str) -> None:
        """What a later start asked for. It only navigates."""
        self.window.raise_window()
        if wish:
            self._go(wish)

    def _go(self, wish: str) -> None:
        name = wish.removeprefix("lordesk:").strip("/ \n")
        kind = _page(name)
        self.window.show_page(kind or PageKind.TODAY)
        if kind is None:
            words = self.tr("There is no place called “{name}”. This is Today.")
            self.desk.say(words.format(name=name[:_MOST_WISH]), undo=False)

    def _on_page_requested(self, kind: PageKind, target: object) -> None:
        self.window.raise_window()
        self.window.show_page(kind, target)

    # --- notices --------------------------------------------------------------------------------

    def _on_due(self, rows: list[NoticeRow]) -> None:
        from ui.notify import Message
        from ui.wording.notices import notice_words

        today = self._core.clock.today()
        for row in rows:
            self._notices[row.id] = row
            words = notice_words(row, today)
            message = Message(row.id, words.title, words.line, self._choices(), stays=words.overdue)
            self._tell(message)

    def _tell(self, message: Message) -> None:
        if self._notifier is not None:
            self._notifier.show(message)

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            ("open", self.tr("Open")),
            ("done", self.tr("Done")),
            ("hour", self.tr("Snooze 1 hour")),
            ("morning", self.tr("Tomorrow 9:00 AM")),
        )

    def _on_acted(self, ident: int, action: str) -> None:
        row = self._notices.get(ident)
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
        from ui.pages.notices import notice_target

        self.window.raise_window()
        row = self._notices.get(ident)
        if row is not None:
            self._core.notices.mark_read(ident)
            self.window.show_page(row.page, notice_target(row))

    # --- what changes ---------------------------------------------------------------------------

    def _on_changed(self, event: Changed) -> None:
        if "profile" in event.tables:
            self._take_zone()

    def _on_day_changed(self) -> None:
        self.window.set_pages_stale()
        self.standing.refresh()

    def _on_host_changed(self, there: bool) -> None:
        """Without a tray nothing could bring a hidden window back."""
        if not there and not self.window.isVisible():
            self.window.show()

    # --- the end --------------------------------------------------------------------------------

    def _on_window_close_requested(self) -> None:
        if self._tray is None or not self._tray.there:
            self.ask_to_quit()
            return
        self.window.hide()
        if not self._core.settings.values.tray_explained:
            from ui.notify import Message

            title = self.tr("LoRDesk is still here")
            body = self.tr("It waits in the tray and reminds you. Quit it from its menu there.")
            self._tell(Message(0, title, body))
            self._core.settings.change(tray_explained=True)

    def ask_to_quit(self) -> None:
        """Mail goes out only while LoRDesk runs, so waiting mail is named first."""
        if self._ending:
            return
        pending = len(self._core.outbox.pending())
        if pending:
            question = self.tr(
                "%n message(s) will not be sent while LoRDesk is closed.", "", pending
            )
            detail = self.tr("They are kept, and go out when you next start LoRDesk.")
            stay = self.tr("Stay open")
            if not self.desk.boxes.ask(
                self.window, question, self.tr("Quit"), stay, danger=True, detail=detail
            ):
                return
        self.end()

    def end(self) -> None:
        """Stop, wait, name what is left, close. No question is asked."""
        if self._ending:
            return
        self._ending = True
        self.alarm.stop()
        self.window.keep_state()
        self.window.hide()
        if self._tray is not None:
            self._tray.close()
        left = self.tasks.close(_WAIT_MS)
        for name in left:
            log.warning("still running at the end: %s", name)
        if self._practice is not None:
            self._practice.stop()
        if self._notifier is not None:
            self._notifier.close()
        self.bridge.close()
        self.window.deleteLater()
        self._core.close()
        self.ended.emit(Ended(tuple(left)))


def _page(name: str) -> PageKind | None:
    try:
        kind = PageKind(name)
    except ValueError:
        return None
    return None if kind is PageKind.WELCOME else kind
