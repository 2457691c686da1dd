"""What was typed in the wizard outlives every way of leaving it, and is offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.daemons import wait_until
from tests.desktop.accessibility.reader import FOCUSED
from tests.desktop.home import opened, set_up
from tests.desktop.program import Running

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.accessibility.reader import Reader

MOMENT = "when we drew the poster anew"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    set_up(home)
    with opened(home) as core:
        core.settings.change(tray_explained=True)
        core.mentors.add("Dr. Grace Adeyemi", email="g.adeyemi@northfield.example")
    return home


def write(program: Running, reader: Reader) -> None:
    """Up to the third step, and the last word typed only just now."""
    program.keys("ctrl+n")
    program.wait_for_window("New request")
    reader.wait_for("text", "Search mentors")
    program.type("Adeyemi")
    program.keys("Return", "ctrl+Return")
    reader.wait_for("push button", "Next: Your message")
    program.keys("ctrl+Return")
    field = reader.wait_for("text", "A moment you shared")
    field.take_focus()
    assert wait_until(lambda: field.has(FOCUSED))
    program.type(MOMENT)


def by_escape(program: Running) -> None:
    program.keys("Escape")
    program.wait_for_window("Today")
    program.stop()


def by_quitting(program: Running) -> None:
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0


def by_closing(program: Running) -> None:
    program.close_window()
    assert wait_until(lambda: program.windows() == [])
    program.stop()


def saved(home: Path) -> str:
    with opened(home) as core:
        return "".join(row.state["moment"] for row in core.drafts.rows())


@pytest.mark.parametrize("leave", [by_escape, by_quitting, by_closing])
def test_what_was_typed_is_offered_again(
    home: Path, heard_desktop: dict[str, str], reader: Reader, leave: Callable[[Running], None]
) -> None:
    with Running(home, env=heard_desktop) as program:
        program.wait_for_window("Today")
        write(program, reader)
        leave(program)
        assert "Traceback" not in program.log()
    assert saved(home) == MOMENT
    with Running(home, env=heard_desktop) as program:
        program.wait_for_window("Today")
        program.keys("ctrl+n")
        program.wait_for_window("New request")
        reader.press("Continue")
        reader.wait_for("text", "A moment you shared")
        assert wait_until(lambda: reader.says(MOMENT))
