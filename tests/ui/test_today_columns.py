"""Today's columns and the strip of dates, whatever the size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from tests.ui.showing import shown as visible
from tests.ui.test_today_page import lines, shown
from ui.pages.today_dates import KeyDateCell
from ui.pages.today_lines import DueWords
from ui.widgets import draw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk
    from ui.pages.today_lines import TaskLine


def due_end(line: TaskLine) -> int:
    due = line.findChild(DueWords)
    assert due is not None
    return due.mapTo(line, QPoint(due.width(), 0)).x()


@pytest.fixture(params=[1.0, 1.3])
def scale(request: pytest.FixtureRequest, desk: Desk) -> Iterator[float]:
    themes = desk.look.themes
    themes.set_text_scale(request.param)
    yield request.param
    themes.set_text_scale(1.0)


def test_the_days_of_all_lines_end_below_each_other(
    qtbot: QtBot, desk: Desk, core: Core, scale: float
) -> None:
    core.sample.add(with_profile=True)
    page = shown(qtbot, desk, core)
    assert len(lines(page)) > 2
    assert len({due_end(line) for line in lines(page)}) == 1


def test_the_column_stays_one_when_the_text_grows(qtbot: QtBot, desk: Desk, core: Core) -> None:
    core.sample.add(with_profile=True)
    page = shown(qtbot, desk, core)
    desk.look.themes.set_text_scale(1.3)
    try:
        rows = lines(page)
        qtbot.waitUntil(lambda: len({due_end(line) for line in rows}) == 1)
    finally:
        desk.look.themes.set_text_scale(1.0)


def test_a_long_title_of_a_date_has_two_lines_and_a_short_one_stays_one(
    qtbot: QtBot, desk: Desk, core: Core
) -> None:
    core.sample.add(with_profile=True)
    cell = visible(shown(qtbot, desk, core), KeyDateCell)[0]
    title = " ".join(cell.title_lines(1000))
    assert cell.title_lines(1000) == [title]
    wide = draw.text_width(desk.look, title, "label")
    first, second = cell.title_lines(wide - 1)
    assert f"{first} {second}" == title
    assert draw.text_width(desk.look, first, "label") < wide
