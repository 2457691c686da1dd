"""What a screen reader meets on every page, in every step of the wizard and in every dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.daemons import wait_until
from tests.desktop.accessibility.reader import FOCUSED
from tests.desktop.home import set_up
from tests.desktop.program import Running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desktop.accessibility.reader import Reader


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
def demo(
    tmp_path_factory: pytest.TempPathFactory, heard_desktop: dict[str, str]
) -> Iterator[Running]:
    """One start for all pages: each test comes back to Today."""
    home = tmp_path_factory.mktemp("walk") / "home"
    set_up(home)
    with Running(home, "--demo", env=heard_desktop) as program:
        program.wait_for_window("Today")
        yield program
        assert "Traceback" not in program.log()


@pytest.fixture
def walker(demo: Running, reader: Reader) -> Iterator[Walker]:
    walker = Walker(demo, reader)
    yield walker
    walker.go_home()


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


# --- dialogs --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "page", "opener", "title"),
    [
        ("ctrl+2", "Mentors", "Add mentor", "Add mentor"),
        ("ctrl+2", "Mentors", "Edit", "Edit Dr. "),
        ("ctrl+2", "Mentors", "Log contact", "Log contact"),
        ("ctrl+2", "Mentors", "Edit answers", "How well does "),
        ("ctrl+4", "Applications", "Add application", "Add application"),
        ("ctrl+4", "Applications", "Edit application", "Edit application"),
        ("ctrl+4", "Applications", "Add program", "Add program"),
        ("ctrl+5", "Calendar", "Add date", "Add date"),
    ],
)
def test_dialogs_behind_a_button(
    walker: Walker, key: str, page: str, opener: str, title: str
) -> None:
    walker.page(key, page)
    if page == "Mentors":
        walker.reader.press("Overview", "page tab")
    walker.dialog(opener, title)
    walker.check("Cancel")


@pytest.mark.parametrize(
    ("stage", "keys", "expected"),
    [
        ("Agreed", ("alt+Right",), "Move to Writing"),
        ("Asked", ("alt+Left",), "Move to Planned"),
        ("Writing", ("alt+Right",), "Move to Submitted"),
    ],
)
def test_a_letter_is_moved_in_a_dialog(
    walker: Walker, stage: str, keys: tuple[str, ...], expected: str
) -> None:
    walker.page("ctrl+3", "Requests")
    walker.use("Board", "radio button")
    walker.reader.wait_for("list", stage).take_focus()
    walker.program.keys("Home", *keys)
    walker.check(expected)


@pytest.mark.parametrize("opener", ["Write follow-up", "Send files", "Write note"])
def test_a_shorter_message_is_composed(walker: Walker, opener: str) -> None:
    walker.use(opener)
    assert wait_until(lambda: not walker.title().startswith("Today"))
    walker.check("Subject")


def test_the_list_of_shortcuts(walker: Walker) -> None:
    walker.program.keys("F1")
    walker.program.wait_for_window("Shortcut list")
    walker.check("Close")


# --- the wizard, Welcome, Settings ----------------------------------------------------------------


def test_each_step_of_the_wizard(walker: Walker) -> None:
    walker.use("Write request: Ask Dr. Adeyemi")
    walker.program.wait_for_window("New request")
    walker.check("Mentors by fit", "Next: Timing")
    for this, following in (
        ("Letter due", "Next: Your message"),
        ("A moment you shared", "Next: Materials"),
        ("Replace CV", "Next: Review and send"),
        ("Send now", ""),
    ):
        walker.program.keys("ctrl+Return")
        walker.check(this, *filter(None, [following]))


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("You", "Signature"),
        ("Mail account", "Email address"),
        ("Message style", "Insert greeting"),
        ("Appearance", "Text size"),
        ("Data and backup", "Back up now"),
        ("About", "Shortcut list"),
    ],
)
def test_settings(walker: Walker, section: str, expected: str) -> None:
    walker.page("ctrl+comma", "Settings")
    walker.use(section, "check box")
    walker.check(expected)


def test_welcome(tmp_path: Path, heard_desktop: dict[str, str], reader: Reader) -> None:
    with Running(tmp_path / "new", env=heard_desktop) as program:
        program.wait_for_window("Welcome")
        assert wait_until(lambda: bool(reader.names("push button")))
        assert reader.nameless() == []
        program.stop()
