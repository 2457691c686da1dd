"""The calendar: cells, keys, dragging, adding and moving dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from lordesk.kinds import MessageKind
from tests.ui.showing import shown as visible
from ui.dialogs.date_dialog import AddDateDialog, MoveDateDialog
from ui.itemmodels.month_model import DAY_ROLE, MonthModel, first_shown
from ui.pages.calendar import CalendarPage
from ui.pages.calendar_side import AfterLine, DateEntry
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from lordesk.rows.dates import DateRow
    from tests.ui.doubles import AnsweredBoxes
    from ui.desk import Desk, Voice

FRIDAY = date(2026, 8, 28)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> CalendarPage:
    core.sample.add()
    page = CalendarPage(
        desk,
        core.calendar,
        core.letters,
        core.requests,
        core.reminders,
        core.meetings,
        core.applications,
        core.mentors,
    )
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def rows_on(page: CalendarPage, day: date) -> list[DateRow]:
    return list(page._table.months.rows_on(day))


def row_of(page: CalendarPage, day: date, code: str) -> DateRow:
    return next(row for row in rows_on(page, day) if row.code == code)


@pytest.mark.parametrize(
    ("month", "first_weekday", "start"),
    [
        (date(2026, 8, 1), 6, date(2026, 7, 26)),
        (date(2026, 8, 1), 0, date(2026, 7, 27)),
        (date(2027, 2, 1), 0, date(2027, 2, 1)),
        (date(2026, 11, 1), 6, date(2026, 11, 1)),
    ],
)
def test_a_month_begins_with_the_first_day_of_a_week(
    month: date, first_weekday: int, start: date
) -> None:
    assert first_shown(month, first_weekday) == start


def test_the_month_model_keeps_the_rules_of_models(qtbot: QtBot) -> None:
    model = MonthModel(6)
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, mode)
    model.set_month(FRIDAY, [])
    assert tester.model() is model
    assert model.data(model.index(4, 5), DAY_ROLE) == FRIDAY


def test_a_cell_reads_its_day_and_its_letters(page: CalendarPage) -> None:
    index = page._table.months.index_of(FRIDAY)
    spoken = page._table.months.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Friday, August 28, 2 letters due: Bell, Whitlock")


def test_the_arrows_leave_the_month_and_show_the_next(qtbot: QtBot, page: CalendarPage) -> None:
    table = page._table
    page.show_day(date(2026, 8, 31))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.day == date(2026, 9, 1)
    assert page._title.text() == "September 2026"
    qtbot.keyClick(table, Qt.Key.Key_PageUp)
    assert table.day == date(2026, 8, 1)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.day == date(2026, 8, 31)
    qtbot.keyClick(table, Qt.Key.Key_T)
    assert table.day == date(2026, 8, 18)


def test_a_page_key_keeps_within_a_shorter_month(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_day(date(2026, 8, 31))
    qtbot.keyClick(page._table, Qt.Key.Key_PageDown)
    assert page._table.day == date(2026, 9, 30)


def test_a_follow_up_is_dragged_without_a_question(
    page: CalendarPage, core: Core, voice: Voice, qtbot: QtBot
) -> None:
    row = row_of(page, date(2026, 8, 21), "check_in")
    with qtbot.waitSignal(voice.said):
        page._table.dropped.emit(row, date(2026, 8, 24))
    assert row_of(page, date(2026, 8, 24), "check_in").source_id == row.source_id
    core.undo.undo()
    assert row_of(page, date(2026, 8, 21), "check_in").source_id == row.source_id


def test_a_date_that_others_were_told_asks_first(page: CalendarPage, boxes: AnsweredBoxes) -> None:
    row = row_of(page, FRIDAY, "letter")
    boxes.answers.append(False)
    page._table.dropped.emit(row, date(2026, 8, 27))
    assert len(boxes.asked) == 1
    assert row in rows_on(page, FRIDAY)
    boxes.answers.append(True)
    page._table.dropped.emit(row, date(2026, 8, 27))
    assert row_of(page, date(2026, 8, 27), "letter").letter_id == row.letter_id


def test_the_day_beside_the_month_offers_what_to_write(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_day(FRIDAY)
    entries = visible(page, DateEntry)
    assert len(entries) == 3
    button = next(b for e in entries for b in e.findChildren(Button) if b.text() == "Write request")
    with qtbot.waitSignal(page.compose_requested) as asked:
        button.click()
    assert asked.args[0].kind is MessageKind.ASK


def test_what_comes_after_opens_its_day(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_day(FRIDAY)
    line = visible(page, AfterLine)[0]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page._table.day == date(2026, 9, 2)


def test_a_date_without_words_is_refused_in_place_and_then_added(
    page: CalendarPage, core: Core
) -> None:
    page._add_on(date(2026, 8, 26))
    dialog = page.findChild(AddDateDialog)
    dialog.primary.click()
    assert dialog._what_field.error()
    dialog._what.setText("Mock interview & <b>tea</b>")
    dialog._kind.set_index(1)
    dialog.primary.click()
    row = row_of(page, date(2026, 8, 26), "meeting")
    assert row.title == "Mock interview & <b>tea</b>"


def test_a_date_can_be_moved_by_its_menu(page: CalendarPage) -> None:
    row = row_of(page, date(2026, 8, 20), "reminder")
    page._on_chosen(row, "move")
    dialog = page.findChild(MoveDateDialog)
    dialog._day.setDate(dialog._day.date().addDays(5))
    dialog.primary.click()
    assert row_of(page, date(2026, 8, 25), "reminder").title == row.title


def test_the_agenda_lists_what_is_ahead(qtbot: QtBot, page: CalendarPage) -> None:
    qtbot.keyClick(page._table, Qt.Key.Key_A)
    view = page._agenda.view
    assert view.isVisible()
    first = view.model().index(0, 0).data()
    assert first == "Thu, Aug 20"


def test_a_full_day_says_how_many_more_there_are(page: CalendarPage, core: Core) -> None:
    for number in range(8):
        core.reminders.add(f"Thing {number}", date(2026, 8, 26))
    index = page._table.months.index_of(date(2026, 8, 26))
    rect = page._table.visualRect(index)
    shown = page._table.cells._room(rect.height(), 8)
    assert 0 < shown < 8
    assert not page._table.grab(rect).isNull()
