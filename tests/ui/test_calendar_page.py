"""The calendar: cells, keys, dragging, adding and moving dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from lordesk.kinds import Attention, DateKind, MessageKind
from lordesk.rows.dates import DateRow
from ui.delegates.day_row import Spot
from ui.dialogs.date_dialog import AddDateDialog, MoveDateDialog
from ui.itemmodels.day_table import DayLine, Part
from ui.itemmodels.month_model import DAY_ROLE, MonthModel, first_shown
from ui.pages.calendar import CalendarPage
from ui.wording import dates

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
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


def lines_of(page: CalendarPage, part: Part) -> list[DayLine]:
    return [line for line in page._side.table.lines.rows if line.part is part]


def place_of(page: CalendarPage, line: DayLine, spot: Spot = Spot.NONE) -> QPoint:
    """A point of the line that is shown, on the part of it that takes the click."""
    table = page._side.table
    row = table.lines.rows.index(line)
    table.scrollTo(table.lines.index(row, 0))
    wide, top = table.viewport().width(), table.rowViewportPosition(row)
    for down in range(table.rowHeight(row)):
        for right in range(0, wide, 4):
            if table.rows.spot(line, wide, QPoint(right, down)) is spot:
                return QPoint(right + 2, top + down + 2)
    raise AssertionError(f"no {spot} in {line}")


def test_the_day_beside_the_month_offers_what_to_write(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_day(FRIDAY)
    entries = lines_of(page, Part.ENTRY)
    assert len(entries) == 3
    line = next(line for line in entries if line.writes)
    with qtbot.waitSignal(page.compose_requested) as asked:
        viewport, at = page._side.table.viewport(), place_of(page, line, Spot.WRITE)
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args[0].kind is MessageKind.ASK
    assert asked.args[0].letter_id == line.row.letter_id


def test_enter_does_the_first_thing_that_a_line_offers(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_day(FRIDAY)
    table = page._side.table
    line = next(line for line in lines_of(page, Part.ENTRY) if line.writes)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentIndex(table.lines.index(table.lines.rows.index(line), 0))
    with qtbot.waitSignal(page.compose_requested):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    table.setCurrentIndex(table.lines.index(0, 0))
    with qtbot.waitSignal(page.navigate_requested):
        qtbot.keyClick(table, Qt.Key.Key_Space)


def test_what_comes_after_opens_its_day(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_day(FRIDAY)
    table, line = page._side.table, lines_of(page, Part.AFTER)[0]
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, line))
    assert page._table.day == date(2026, 9, 2)


def test_the_keys_pass_over_the_heading_between_the_day_and_the_next(
    qtbot: QtBot, page: CalendarPage
) -> None:
    page.show_day(FRIDAY)
    table = page._side.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    line = table.lines.row(table.currentIndex())
    assert line == lines_of(page, Part.AFTER)[0]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page._table.day == date(2026, 9, 2)
    assert table.lines.row(table.currentIndex()) == lines_of(page, Part.ENTRY)[0]


def test_the_menu_of_a_line_offers_what_its_date_allows(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_day(date(2026, 8, 20))
    table, line = page._side.table, lines_of(page, Part.ENTRY)[0]
    at = place_of(page, line, Spot.MORE)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.data() for one in menu.actions()] == ["open", "move", "done", "remove"]
    with qtbot.waitSignal(page._side.chosen) as asked:
        menu.actions()[2].trigger()
    assert asked.args == [line.row, "done"]
    menu.close()


def test_a_line_reads_its_words_and_where_its_letter_stands(page: CalendarPage) -> None:
    page.show_day(FRIDAY)
    lines = page._side.table.lines
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [lines.data(lines.index(row, 0), role) for row in range(len(lines.rows))]
    assert "Dr. Bell’s letter, Letter due · Harlan Scholarship, Writing, Due soon" in spoken
    assert "After that" in spoken
    assert spoken[-1].startswith(dates.row_date(lines.rows[-1].row.on))


def test_a_long_title_has_as_many_lines_as_it_needs(page: CalendarPage, core: Core) -> None:
    day = date(2026, 8, 26)
    core.reminders.add("Short", day)
    core.reminders.add("Ask for everything that is missing " * 4 + "\U0001f600 today", day)
    page.show_day(day)
    table = page._side.table
    short, long = sorted(table.rowHeight(row) for row in range(2))
    assert long - short >= 2 * page._look.theme.line("bodyStrong")
    assert not table.grab().isNull()


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
    shown = page._table.cells.room(rect.height(), 8)
    assert 0 < shown < 8
    assert not page._table.grab(rect).isNull()


def test_what_is_urgent_is_shown_first_and_never_hidden_without_its_color() -> None:
    day = date(2026, 8, 26)
    calm = [entry(day, number) for number in range(4)]
    late = replace(entry(day, 9), attention=Attention.OVERDUE)
    risky = replace(entry(day, 8), attention=Attention.AT_RISK)
    months = MonthModel(6)
    months.set_month(day, [*calm, risky, late])
    assert months.painted_on(day, 6) == (*calm, risky, late)
    assert months.painted_on(day, 5) == (late, risky, *calm)
    assert months.hidden_on(day, 0) == (6, "danger-text")
    assert months.hidden_on(day, 1) == (5, "warning-text")
    assert months.hidden_on(day, 2) == (4, "text-secondary")
    assert months.hidden_on(day, 6).number == 0


def entry(day: date, number: int) -> DateRow:
    return DateRow(
        kind=DateKind.REMINDER, on=day, title="Call", source="reminder", source_id=number
    )
