"""One open home on the screen: the core, the window and what runs beside them, until the end."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from lordesk.errors import LordeskError
from lordesk.kinds import Page as PageKind
from ui.actions import Actions
from ui.boxes import QtBoxes
from ui.bridge import Bridge
from ui.desk import Desk, Voice
from ui.main_window import MainWindow
from ui.places import Places, page_kinds
from ui.state import UiState
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from lordesk.core import Core
    from lordesk.events import Changed
    from ui.companions import Companions
    from ui.widgets.look import Look

log = logging.getLogger(__name__)

_WAIT_MS = 15_000
_LATE_MS = 300
"""A window that nobody sees yet, minimized or on another desktop, is not painted; it opens too."""
_MOST_WISH = 60


class Ended(NamedTuple):
    """How a session ended; `left` names the jobs that did not stop."""

    left: tuple[str, ...] = ()


class Session(QObject):
    """`show_frame` shows the window at once; `furnish` brings it to life when the home is open."""

    framed = Signal()
    """Once, when the frame has been painted."""
    ended = Signal(object)

    def __init__(self, core: Core, look: Look, *, demo: bool = False) -> None:
        super().__init__()
        self._core = core
        self._demo = demo
        self._wish = ""
        self.companions: Companions | None = None
        self.furnished = False
        self._close_asked = False
        self._ending = False
        self.tasks = TaskRunner(self._connection, self)
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
        self.window = MainWindow(self.desk, page_kinds(demo=demo), self._state)
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(self.framed)
        self._connect()

    def _connect(self) -> None:
        self.window.close_requested.connect(self._on_window_close_requested)
        self.window.quit_requested.connect(self.ask_to_quit)
        self.window.painted.connect(self._on_window_painted)
        self.bridge.changed.connect(self._on_changed)

    def _connection(self) -> AbstractContextManager[None]:
        """Of a job to the store."""
        return self._core.store.connection()

    # --- start ----------------------------------------------------------------------------------

    def start(self, wish: str = "") -> None:
        """Show a home that is open already."""
        self._wish = wish
        self.window.restore()
        self.furnish()

    def show_frame(self, wish: str = "") -> None:
        """Show sidebar and ground; what takes time follows after `framed`."""
        self._wish = wish
        self.window.restore()
        self.window.show_waiting(self._first_page())
        self.window.show()
        self._late.start()

    def furnish(self) -> None:
        """The home is open: show the page; what can still wait starts after its first paint."""
        self.furnished = True
        self._take_zone()
        practice = self._core.practice if self._demo else None
        doors = Places(self.desk, self._core, practice).doors()
        self.window.open_doors(doors, self._core.undo)
        if self._wish:
            self._go(self._wish)
        else:
            self.window.show_page(self._first_page())
        self.window.show()
        if not self._core.settings.values.welcomed and not self._demo:
            self.window.welcome()
        self.window.tell_paint()
        if self._close_asked:
            self._on_window_close_requested()

    def _first_page(self) -> PageKind:
        return _page(_name(self._wish) or self._state.last_page) or PageKind.TODAY

    def _on_window_painted(self) -> None:
        if self._late.isActive():
            self._late.stop()
            self.framed.emit()
        elif self.furnished and self.companions is None and not self._ending:
            self._start_the_rest()

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
        if self._demo:
            self._start_practice()
        companions.start()

    def _start_practice(self) -> None:
        try:
            self._core.practice.start(self._core.profile.get().email or "you@example.edu")
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
        if not self.furnished:
            self._wish = wish or self._wish
        elif wish:
            self._go(wish)

    def _go(self, wish: str) -> None:
        name = _name(wish)
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
        """Hide where a tray can bring the window back. Before it is known, it is looked for."""
        if not self.furnished:
            self._close_asked = True
            return
        if self.companions is None:
            self._start_the_rest()
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
        self._late.stop()
        self.window.keep_state()
        self.window.hide()
        if self.companions is not None:
            self.companions.close()
        left = self.tasks.close(_WAIT_MS)
        for name in left:
            log.warning("still running at the end: %s", name)
        self._core.close()
        self.bridge.close()
        self.window.deleteLater()
        self.ended.emit(Ended(tuple(left)))

    def abandon(self) -> None:
        """Take the frame away again: its home could not be opened."""
        self._ending = True
        self._late.stop()
        self.window.hide()
        self.bridge.close()
        self.window.deleteLater()
        self._core.close()
        self.deleteLater()


def _name(wish: str) -> str:
    return wish.removeprefix("lordesk:").strip("/ \n")


def _page(name: str) -> PageKind | None:
    try:
        kind = PageKind(name)
    except ValueError:
        return None
    return None if kind is PageKind.WELCOME else kind
