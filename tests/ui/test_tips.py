"""What rests under the mouse is said as typed, and whole where it was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QHelpEvent, QTextDocument
from PySide6.QtGui import Qt as Qt_
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip

from lordesk.kinds import Page
from ui.main_window import MainWindow
from ui.pages.requests_board import Lane
from ui.places import Places, page_kinds
from ui.state import UiState
from ui.widgets.buttons import IconButton
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk

TYPED = "Dr. A & B <img src=x> of the very long name that fits into no column"


@pytest.fixture
def window(qtbot: QtBot, core: Core, desk: Desk, tmp_path: Path) -> MainWindow:
    core.sample.add(with_profile=True)
    for mentor in core.mentors.rows():
        core.mentors.update(mentor.id, name=TYPED, title="")
    places = Places(desk, core, core.practice)
    made = MainWindow(desk, page_kinds(demo=True), UiState(tmp_path / "window.ini"))
    made.open_doors(places.doors(), core.undo)
    qtbot.addWidget(made)
    made.resize(1024, 640)
    with qtbot.waitExposed(made):
        made.show()
    return made


def tip_of(view: QAbstractItemView, row: int = 0) -> str:
    rect = view.visualRect(view.model().index(row, 0))
    at = QPoint(rect.left() + 40, rect.center().y())
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text()


def as_shown(tip: str) -> str:
    """What a label makes of it; a tooltip is one."""
    document = QTextDocument()
    if Qt_.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()


def test_the_name_of_a_mentor_is_said_as_typed(window: MainWindow) -> None:
    window.show_page(Page.MENTORS)
    page = window.current
    assert page is not None
    table = next(view for view in page.findChildren(RowTable) if view.isVisible())
    assert as_shown(tip_of(table)) == TYPED


def test_a_card_that_is_cut_is_said_whole(window: MainWindow) -> None:
    window.show_page(Page.REQUESTS)
    page = window.current
    assert page is not None
    view = page.findChildren(Lane)[0].view
    assert as_shown(tip_of(view)).splitlines()[0] == TYPED


def test_the_words_of_a_tip_are_read_aloud_and_not_its_markup(
    qtbot: QtBot, window: MainWindow
) -> None:
    button = IconButton(window.sidebar._look, "x", f"Remove {TYPED}")
    qtbot.addWidget(button)
    assert button.toolTip().startswith("<qt>")
    read = QAccessible.queryAccessibleInterface(button)
    assert read.text(QAccessible.Text.Description) == f"Remove {TYPED}"
    button.set_name("Remove")
    assert button.accessibleDescription() == ""
    button.setAccessibleDescription("Takes the row away")
    button.set_name(f"Remove {TYPED}")
    assert read.text(QAccessible.Text.Description) == "Takes the row away"
