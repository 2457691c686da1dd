"""A screen reader presses what it can check: the program does what it does for a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.daemons import wait_until
from tests.desktop.accessibility.reader import CHECKED
from tests.desktop.home import set_up
from tests.desktop.program import Running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desktop.accessibility.reader import Reader


@pytest.fixture
def demo(tmp_path: Path, heard_desktop: dict[str, str]) -> Iterator[Running]:
    home = tmp_path / "home"
    set_up(home)
    with Running(home, "--demo", env=heard_desktop) as program:
        program.wait_for_window("Today")
        yield program
        assert "Traceback" not in program.log()


def checked(reader: Reader, role: str, name: str) -> bool:
    node = reader.find(role, name)
    return node is not None and node.has(CHECKED)


def test_the_sidebar_leads_on(demo: Running, reader: Reader) -> None:
    for name, title in (("Mentors", "Mentors"), ("Outbox", "Outbox"), ("Settings", "Settings")):
        reader.press(name, "check box")
        demo.wait_for_window(title)
        assert wait_until(lambda name=name: checked(reader, "check box", name)), name
    reader.press("Settings", "check box")
    assert wait_until(lambda: checked(reader, "check box", "Settings"))


def test_a_task_is_ticked_off(demo: Running, reader: Reader) -> None:
    name = next(n for n in reader.names("check box") if "Dr. Osei" in n)
    reader.press(name, "check box")
    assert wait_until(lambda: name not in reader.names("check box"))


def test_a_switch_is_thrown(demo: Running, reader: Reader) -> None:
    reader.press("Outbox", "check box")
    demo.wait_for_window("Outbox")
    switch = "Send mail by itself"
    before = checked(reader, "check box", switch)
    reader.press(switch, "check box")
    reader.press("Today", "check box")
    demo.wait_for_window("Today")
    reader.press("Outbox", "check box")
    demo.wait_for_window("Outbox")
    assert wait_until(lambda: checked(reader, "check box", switch) is not before)


def test_the_wizard_is_worked_through(demo: Running, reader: Reader) -> None:
    reader.press("Write request: Ask Dr. Adeyemi")
    demo.wait_for_window("New request")
    reader.press("Your message", "check box")
    reader.wait_for("check box", "Curiosity")
    words = "curiosity"
    said_before = reader.says(words)
    reader.press("Curiosity", "check box")
    assert wait_until(lambda: reader.says(words) is not said_before)
    reader.press("Review and send", "check box")
    assert wait_until(lambda: checked(reader, "check box", "Review and send"))
    reader.press("Schedule", "radio button")
    assert wait_until(lambda: reader.find("push button", "Schedule for") is not None)
