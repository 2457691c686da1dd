"""The icon in a real tray: it docks, its menu leads on, and without a tray nothing is hidden."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.paths import paths_in
from lordesk.settings import SettingsFile
from tests.daemons import Daemons, wait_until
from tests.desktop.accessibility.reader import FOCUSED, lines
from tests.desktop.home import opened, set_up
from tests.desktop.program import Running
from tests.desktop.session import desktop
from tests.desktop.windows import docked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desktop.accessibility.reader import Node, Reader
    from tests.desktop.windows import Icon


_MOST_LINES = 20
_MOST_OPENINGS = 4
_A_MOMENT_S = 0.5


class Seen:
    """The program, its icon in the tray, and a reader of its menu."""

    def __init__(self, program: Running, reader: Reader) -> None:
        self.program = program
        self.reader = reader

    def icon(self) -> Icon:
        screen = self.program.env["DISPLAY"]
        assert wait_until(lambda: bool(docked("lordesk", screen))), "no icon in the tray"
        return docked("lordesk", screen)[0]

    def menu(self) -> Node:
        icon = self.icon()
        return self.reader.menu_after(lambda: self.program.click(icon.x, icon.y, 3))

    def choose(self, name: str) -> None:
        """Down until the line is the current one, then Return."""
        self.walk_to(name)
        self.program.keys("Return")

    def walk_to(self, name: str) -> Node:
        """A menu that the window manager gave no keys to is closed and opened again."""
        for _ in range(_MOST_OPENINGS):
            menu = self.menu()
            line = next(one for one in menu.children if one.name == name)
            for _ in range(_MOST_LINES):
                self.program.keys("Down")
                if wait_until(lambda line=line: line.has(FOCUSED), _A_MOMENT_S):
                    return menu
            self.program.keys("Escape")
        raise AssertionError(f"{name} is never the current line")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    set_up(home)
    with opened(home) as core:
        core.settings.change(tray_explained=True)
        core.reminders.add("Chair & committee", core.clock.today() + timedelta(days=9))
        core.reminders.add("Send the CV", core.clock.today() + timedelta(days=2))
    return home


@pytest.fixture
def seen(home: Path, heard_desktop: dict[str, str], reader: Reader) -> Iterator[Seen]:
    with Running(home, env=heard_desktop) as program:
        program.wait_for_window("Today")
        yield Seen(program, reader)


def test_the_menu_begins_with_the_next_dates(seen: Seen) -> None:
    assert lines(seen.menu()) == [
        "Send the CV · in 2 days",
        "Chair & committee · in 9 days",
        "Open LoRDesk",
        "New request…",
        "Pause reminders",
        "Settings…",
        "Quit LoRDesk",
    ]


def test_a_closed_window_waits_in_the_tray_and_comes_back(seen: Seen) -> None:
    seen.icon()
    seen.program.close_window()
    assert wait_until(lambda: seen.program.windows() == [])
    assert seen.program.alive
    seen.choose("Open LoRDesk")
    seen.program.wait_for_window("Today")


def test_a_click_on_the_icon_brings_the_window_back(seen: Seen) -> None:
    icon = seen.icon()
    seen.program.close_window()
    assert wait_until(lambda: seen.program.windows() == [])
    seen.program.click(icon.x, icon.y)
    seen.program.wait_for_window("Today")


def test_a_date_in_the_menu_opens_its_day(seen: Seen) -> None:
    seen.choose("Send the CV · in 2 days")
    seen.program.wait_for_window("Calendar")
    assert wait_until(lambda: seen.reader.says("Send the CV"))


def test_a_request_is_begun_from_the_menu(seen: Seen) -> None:
    seen.icon()
    seen.program.close_window()
    assert wait_until(lambda: seen.program.windows() == [])
    seen.choose("New request…")
    seen.program.wait_for_window("New request")


def test_reminders_are_paused_from_the_menu(seen: Seen, home: Path) -> None:
    place = lines(seen.walk_to("Pause reminders")).index("Pause reminders")
    seen.program.keys("Right", "Return")
    settings = paths_in(home).settings
    assert wait_until(lambda: bool(SettingsFile(settings).values.paused_until))
    assert lines(seen.menu())[place].startswith("Resume reminders (paused until ")


def test_quit_in_the_menu_ends_the_program(seen: Seen) -> None:
    seen.choose("Quit LoRDesk")
    assert seen.program.wait_for_end() == 0
    assert "Traceback" not in seen.program.log()


def test_without_a_tray_a_closed_window_ends_the_program(home: Path) -> None:
    with desktop(tray=False) as env, Running(home, env=env) as program:
        program.wait_for_window("Today")
        program.close_window()
        assert program.wait_for_end() == 0


def test_a_hidden_window_comes_back_when_the_tray_goes(home: Path, tmp_path: Path) -> None:
    with desktop(tray=False) as env, Running(home, env=env) as program:
        with Daemons(tmp_path / "tray.log") as daemons:
            daemons.start("trayer", "--edge", "top", env=env)
            assert wait_until(lambda: bool(docked("lordesk", env["DISPLAY"])))
            program.close_window()
            assert wait_until(lambda: program.windows() == [])
        program.wait_for_window("Today")
