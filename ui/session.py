"""One open home on the screen: the core, the window and what runs beside them, until the end."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from lordesk.errors import LordeskError
from lordesk.kinds import Page as PageKind
from ui.actions import Actions
from ui.boxes import QtBoxes
from ui.bridge import Bridge
from ui.desk import Desk, Voice
from ui.main_window import MainWindow
from ui.places import Places
from ui.state import UiState
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from lordesk.core import Core
    from lordesk.events import Changed
    from lordesk.mail.practice import PracticeService
    from ui.companions import Companions
    from ui.widgets.look import Look

log = logging.getLogger(__name__)

_WAIT_MS = 15_000
_MOST_WISH = 60


class Ended(NamedTuple):
    """How a session ended; `left` names the jobs that did not stop."""

    left: tuple[str, ...] = ()


class Session(QObject):
    ended = Signal(object)

    def __init__(self, core: Core, look: Look, practice: PracticeService | None = None) -> None:
        super().__init__()
        self._core = core
        self._practice = practice
        self.companions: Companions | None = None
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
        doors = Places(self.desk, core, practice).doors()
        self.window = MainWindow(self.desk, doors, core.undo, self._state)
        self._connect()

    def _connect(self) -> None:
        self.window.close_requested.connect(self._on_window_close_requested)
        self.window.quit_requested.connect(self.ask_to_quit)
        self.window.painted.connect(self._start_the_rest)
        self.bridge.changed.connect(self._on_changed)

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
        from ui.companions import Companions

        companions = Companions(self.desk, self._core, self)
        companions.open_requested.connect(self.window.raise_window)
        companions.page_requested.connect(self._on_page_requested)
        companions.quit_requested.connect(self.ask_to_quit)
        companions.host_changed.connect(self._on_host_changed)
        companions.day_changed.connect(self.window.set_pages_stale)
        self.window.follow(companions.standing)
        self.companions = companions
        if self._practice is not None:
            self._start_practice(self._practice)
        companions.start()

    def _start_practice(self, practice: PracticeService) -> None:
        try:
            practice.start(self._core.profile.get().email or "you@example.edu")
        except LordeskError as error:
            self.desk.report(error)

    def _take_zone(self) -> None:
        """The applicant's zone where the profile names one, otherwise the system's."""
        name = self._core.profile.get().zone
        if not name:
            self._core.clock.set_zone(None)
            return
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            self._core.clock.set_zone(ZoneInfo(name))
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

    # --- what changes ---------------------------------------------------------------------------

    def _on_changed(self, event: Changed) -> None:
        if "profile" in event.tables:
            self._take_zone()

    def _on_host_changed(self, there: bool) -> None:
        """Without a tray nothing could bring a hidden window back."""
        if not there and not self.window.isVisible():
            self.window.show()

    # --- the end --------------------------------------------------------------------------------

    def _on_window_close_requested(self) -> None:
        if self.companions is None or not self.companions.tray.there:
            self.ask_to_quit()
            return
        self.window.hide()
        self.companions.explain_tray()

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
        self.window.keep_state()
        self.window.hide()
        if self.companions is not None:
            self.companions.close()
        left = self.tasks.close(_WAIT_MS)
        for name in left:
            log.warning("still running at the end: %s", name)
        if self._practice is not None:
            self._practice.stop()
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
