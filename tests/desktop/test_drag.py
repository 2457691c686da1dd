"""What is dragged with a real mouse arrives, and can be taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.kinds import Stage
from tests.daemons import wait_until
from tests.desktop.home import opened, set_up
from tests.desktop.program import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from tests.desktop.accessibility.reader import Node, Reader

MENTOR, REMINDER = "Dr. Grace Adeyemi", "Send the CV"
_PILL = 42
"""Below the top of a day, past its number."""


class Board:
    def __init__(self, program: Running, reader: Reader, today: date) -> None:
        self.program = program
        self.reader = reader
        self.tomorrow = today + timedelta(days=1)
        self.later = today + timedelta(days=2)

    def page(self, key: str, title: str) -> None:
        self.program.keys(key)
        self.program.wait_for_window(title)

    def card(self, stage: str) -> Node | None:
        return self.reader.find("list item", f"{MENTOR}, {stage}")

    def day(self, on: date) -> Node:
        return self.reader.wait_for("cell", f"{on:%A, %B} {on.day}")

    def has_reminder(self, on: date) -> bool:
        return REMINDER in self.day(on).name


@pytest.fixture
def board(tmp_path: Path, heard_desktop: dict[str, str], reader: Reader) -> Iterator[Board]:
    home = tmp_path / "home"
    set_up(home)
    with opened(home) as core:
        today = core.clock.today()
        letter = core.letters.plan(core.mentors.add(MENTOR))
        core.requests.move(core.letters.get(letter).request_id, Stage.ASKED)
        core.reminders.add(REMINDER, today + timedelta(days=1))
    with Running(home, env=heard_desktop) as program:
        program.wait_for_window("Today")
        yield Board(program, reader, today)
        assert "Traceback" not in program.log()


def becomes(told: Callable[[], object]) -> bool:
    return wait_until(lambda: bool(told()))


def test_a_card_is_dragged_to_the_next_stage(board: Board) -> None:
    board.page("ctrl+3", "Requests")
    left, top, width, _ = board.reader.wait_for("list item", f"{MENTOR}, Asked").place
    start = (left + width // 2, top + 60)
    left, top, width, _ = board.reader.wait_for("list", "Agreed").place
    board.program.drag(start, (left + width // 2, top + 60))
    board.reader.press("Move to Agreed")
    assert becomes(lambda: board.card("Agreed"))
    board.program.wait_for_window("Requests")
    board.program.keys("ctrl+z")
    assert becomes(lambda: board.card("Asked"))


def test_a_reminder_is_dragged_to_another_day(board: Board) -> None:
    board.page("ctrl+5", "Calendar")
    assert becomes(lambda: board.has_reminder(board.tomorrow))
    left, top, width, _ = board.day(board.tomorrow).place
    start = (left + width // 2, top + _PILL)
    left, top, width, _ = board.day(board.later).place
    board.program.drag(start, (left + width // 2, top + _PILL))
    assert becomes(lambda: board.has_reminder(board.later))
    assert not board.has_reminder(board.tomorrow)
    board.program.keys("ctrl+z")
    assert becomes(lambda: board.has_reminder(board.tomorrow))
