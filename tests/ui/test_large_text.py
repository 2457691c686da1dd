"""At 130 % nothing that is asked for is cut: dates, chips, and the letters on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from ui.dialogs.application_dialog import ApplicationDialog
from ui.dialogs.log_contact_dialog import LogContactDialog
from ui.pages.requests_board import Board
from ui.widgets.chips import Chip
from ui.widgets.pickers import DateField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk


@pytest.fixture(autouse=True)
def large(desk: Desk) -> Iterator[None]:
    themes = desk.look.themes
    themes.set_text_scale(1.3)
    yield
    themes.set_text_scale(1.0)


def test_the_dates_of_an_application_are_whole(qtbot: QtBot, desk: Desk, core: Core) -> None:
    core.sample.add(with_profile=True)
    row = core.applications.rows()[0]
    dialog = ApplicationDialog(desk, core.applications, core.rules, row)
    qtbot.addWidget(dialog)
    dialog.open()
    fields = [field for field in dialog.findChildren(DateField) if field.isVisible()]
    assert fields
    for field in fields:
        edit = field.lineEdit()
        assert edit is not None
        assert edit.fontMetrics().horizontalAdvance(edit.displayText()) <= edit.width()


def test_every_kind_of_contact_can_be_chosen(qtbot: QtBot, desk: Desk, core: Core) -> None:
    core.sample.add(with_profile=True)
    dialog = LogContactDialog(desk, core.interactions, core.mentors)
    qtbot.addWidget(dialog)
    dialog.open()
    chips = dialog.findChildren(Chip)
    assert chips
    for chip in chips:
        holder = chip.parentWidget()
        assert holder is not None
        assert holder.rect().contains(chip.geometry())
        assert chip.width() >= chip.sizeHint().width()
    assert not [label for label in dialog.findChildren(QLabel) if label.isVisible() and low(label)]


def low(label: QLabel) -> bool:
    return label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 1


def test_a_board_without_room_scrolls_sideways(qtbot: QtBot, desk: Desk, core: Core) -> None:
    board = Board(desk.look, core.clock)
    qtbot.addWidget(board)
    board.resize(936, 500)
    with qtbot.waitExposed(board):
        board.show()
    assert board.horizontalScrollBar().maximum() > 0
    assert len({lane.width() for lane in board.lanes}) == 1
    board.resize(1300, 500)
    qtbot.waitUntil(lambda: board.horizontalScrollBar().maximum() == 0)
