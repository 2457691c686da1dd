"""What a screen reader meets on every page, in every step of the wizard and in every dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.daemons import wait_until
from tests.desktop.accessibility.reader import FOCUSED, Reader
from tests.desktop.program import Running
from tests.desktop.session import desktop

if TYPE_CHECKING:
    from collections.abc import Iterator


class Walker:
    """The demo with a screen reader beside it."""

    def __init__(self, program: Running, reader: Reader) -> None:
        self.program = program
        self.reader = reader

    def title(self) -> str:
        return self.program.windows()[-1].title

    def page(self, key: str, title: str) -> None:
        self.program.keys(key)
        self.program.wait_for_window(title)

    def use(self, name: str, role: str = "push button") -> None:
        """With the keyboard: focus, then Space."""
        node = self.reader.wait_for(role, name)
        node.take_focus()
        assert wait_until(lambda: node.has(FOCUSED)), name
        self.program.keys("space")

    def dialog(self, name: str, title: str) -> None:
        self.use(name)
        self.program.wait_for_window(title)

    def check(self, *expected: str) -> None:
        """Everything that takes the focus says its name, and what we came for is there."""
        for name in expected:
            assert wait_until(lambda name=name: name in self.reader.names()), name
        assert self.reader.nameless() == []

    def go_home(self) -> None:
        """Back to Today, whatever is open."""
        for _ in range(4):
            if self.title().startswith("Today"):
                return
            self.program.keys("Escape", "ctrl+1")
            if wait_until(lambda: self.title().startswith("Today"), 2):
                return
        raise AssertionError(f"no way back to Today from {self.title()}")


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walker]:
    home = tmp_path_factory.mktemp("walk") / "home"
    with (
        desktop(accessible=True) as env,
        Running(home, "--demo", env=env) as program,
        Reader(env["DBUS_SESSION_BUS_ADDRESS"]) as reader,
    ):
        program.wait_for_window("Today")
        yield Walker(program, reader)
        assert "Traceback" not in program.log()


@pytest.fixture
def walker(start: Walker) -> Iterator[Walker]:
    yield start
    start.go_home()


def test_today(walker: Walker) -> None:
    walker.check("Log contact", "New request", "Practice inbox")


@pytest.mark.parametrize("tab", ["Overview", "Timeline", "Letters", "Notes"])
def test_mentors_and_their_tabs(walker: Walker, tab: str) -> None:
    walker.page("ctrl+2", "Mentors")
    walker.reader.press(tab, "page tab")
    walker.check(
        "Search mentors",
        {
            "Overview": "Edit answers",
            "Timeline": "Timeline",
            "Letters": "Plan a letter",
            "Notes": "Add moment",
        }[tab],
    )


@pytest.mark.parametrize("face", ["Board", "List"])
def test_requests(walker: Walker, face: str) -> None:
    walker.page("ctrl+3", "Requests")
    walker.use(face, "radio button")
    walker.check({"Board": "Agreed", "List": "Requests"}[face])


def test_applications(walker: Walker) -> None:
    walker.page("ctrl+4", "Applications")
    walker.check("Add application", "Add program", "Letters and where they go")


@pytest.mark.parametrize("face", ["Month", "Agenda"])
def test_calendar(walker: Walker, face: str) -> None:
    walker.page("ctrl+5", "Calendar")
    walker.use(face, "radio button")
    walker.check("Add date")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Outbox", "Send mail by itself"),
        ("Notices", "Mark all as read"),
        ("Practice inbox", "Practice inbox"),
    ],
)
def test_mail_and_notices(walker: Walker, place: str, expected: str) -> None:
    walker.use(place, "check box")
    walker.program.wait_for_window(place)
    walker.check(expected)
