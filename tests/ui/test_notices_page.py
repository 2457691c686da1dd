"""The notice list is what was shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lordesk.kinds import Page
from ui.pages.notices import NoticeLine, NoticesPage
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.clock import FixedClock
    from lordesk.core import Core
    from ui.desk import Desk

TITLE = "Call <img src=x> & A & B"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core, clock: FixedClock) -> NoticesPage:
    core.reminders.add(TITLE, clock.today())
    core.notices.take_due(clock.now())
    made = NoticesPage(desk, core.notices, core.reminders)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def line(page: NoticesPage) -> NoticeLine:
    return page.findChildren(NoticeLine)[0]


def test_a_notice_shows_its_text_as_typed(page: NoticesPage) -> None:
    assert TITLE in [label.text() for label in line(page).findChildren(Label)]
    assert line(page).accessibleName() == TITLE
    assert all(b.accessibleName() for b in (line(page).open_button, line(page).snooze_button))


def test_open_goes_there_and_marks_it_read(qtbot: QtBot, page: NoticesPage, core: Core) -> None:
    assert core.notices.unread() == 1
    with qtbot.waitSignal(page.navigate_requested) as asked:
        qtbot.mouseClick(line(page).open_button, Qt.MouseButton.LeftButton)
    assert asked.args == [Page.TODAY, None]
    assert core.notices.unread() == 0


def test_done_completes_the_reminder_and_takes_the_line_away(
    qtbot: QtBot, page: NoticesPage, core: Core
) -> None:
    qtbot.mouseClick(line(page).done_button, Qt.MouseButton.LeftButton)
    assert core.notices.rows() == []
    assert core.today.today().overdue == ()
    assert core.today.today().this_week == ()
    step = core.undo.next_undo()
    assert step is not None
    assert step.code == "reminder-done"


def test_snooze_brings_it_back_later_and_says_when(
    qtbot: QtBot, page: NoticesPage, core: Core, clock: FixedClock
) -> None:
    line(page).snooze_button.menu().actions()[0].trigger()
    assert any("10:00" in label.text() for label in line(page).findChildren(Label))
    clock.advance(timedelta(minutes=61))
    assert len(core.notices.take_due(clock.now())) == 1


def test_delete_does_what_done_does(qtbot: QtBot, page: NoticesPage, core: Core) -> None:
    button = line(page).open_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Delete)
    assert core.notices.rows() == []


def test_an_empty_list_says_so(qtbot: QtBot, desk: Desk, core: Core) -> None:
    page = NoticesPage(desk, core.notices, core.reminders)
    qtbot.addWidget(page)
    page.show()
    assert "No notices" in [label.text() for label in page.findChildren(Label)]
    assert page.findChildren(NoticeLine) == []


def test_a_reminder_done_elsewhere_takes_its_line_along_and_undo_brings_it_back(
    page: NoticesPage, core: Core
) -> None:
    (notice,) = core.notices.rows()
    assert notice.reminder_id is not None
    core.reminders.done(notice.reminder_id)
    assert page.findChildren(NoticeLine) == [] or not line(page).isVisible()
    core.undo.undo()
    assert line(page).notice.read is False
