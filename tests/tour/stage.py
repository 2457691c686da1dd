"""The program under the tour: the real one, on a home of its own, on the day of the pictures."""

from __future__ import annotations

import subprocess
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from lordesk.clock import ShiftedClock
from tests.desktop.windows import docked
from tests.tour.driver import MissedError, pause, until
from ui.program import Program

if TYPE_CHECKING:
    from lordesk.core import Core
    from lordesk.paths import Paths
    from lordesk.rows.letters import LetterRow
    from ui.main_window import MainWindow
    from ui.pages.page import Page
    from ui.session import Session
    from ui.widgets.look import Look

ZONE = ZoneInfo("America/New_York")
DAY = datetime(2026, 8, 18, 9, 0, tzinfo=ZONE)
MENTOR = "Dr. Nadia Okafor"
SHORT = "Dr. Okafor"
ADDRESS = "n.okafor@northfield.example"
APPLICATION = "Harlan Scholarship"
DUE = date(2026, 8, 27)
"""The day before the one that the application proposes."""


class Stage:
    def __init__(self, paths: Paths, look: Look) -> None:
        self._paths = paths
        self.look = look
        self._program: Program | None = None

    def open(self) -> None:
        self._program = Program(self._paths, self.look, ShiftedClock(DAY, ZONE), demo=True)
        if not self._program.begin(""):
            raise MissedError("another program has this home open")
        until(lambda: self.window.isVisible() and self.window.isActiveWindow(), "the window")
        until(lambda: self.session.companions is not None, "the tray")
        QTest.qWait(300)

    def close(self) -> None:
        """As Quit does: stop, save, close."""
        ended: list[object] = []
        self.session.ended.connect(ended.append)
        self.program.end()
        until(lambda: bool(ended), "the end of the session")
        self._program = None

    @property
    def program(self) -> Program:
        assert self._program is not None
        return self._program

    @property
    def session(self) -> Session:
        session = self.program.session
        if session is None:
            raise MissedError("no session")
        return session

    @property
    def window(self) -> MainWindow:
        return self.session.window

    @property
    def core(self) -> Core:
        return self.session._core

    @property
    def page(self) -> Page:
        page = self.window.current
        assert page is not None
        return page

    def letter(self) -> LetterRow:
        """The letter that the tour asks for."""
        found = [r for r in self.core.letters.rows() if r.mentor_short == SHORT]
        if not found:
            raise MissedError(f"no letter from {SHORT}")
        return found[0]

    def tray_lines(self) -> list[str]:
        """What its menu says: a right click on the icon opens it, where there is a tray."""
        companions = self.session.companions
        assert companions is not None
        tray = companions.tray
        assert tray is not None
        menu = tray._menu
        icons = docked("lordesk") if QGuiApplication.platformName() == "xcb" else []
        if icons:
            place = (str(icons[0].x), str(icons[0].y))
            with subprocess.Popen(["xdotool", "mousemove", *place, "click", "3"]):
                until(menu.isVisible, "the menu of the tray")
        else:
            menu.popup(self.window.geometry().center())
        lines = [action.text().replace("&&", "&") for action in menu.actions()]
        menu.close()
        pause()
        return lines
