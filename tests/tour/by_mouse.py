"""The main job with the mouse; the keys are used to type words only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)

from lordesk.kinds import Stage
from tests.tour import checks
from tests.tour.driver import (
    active,
    click,
    click_row,
    find,
    pause,
    press,
    right_click,
    seen,
    shows,
    until,
    write,
)
from tests.tour.stage import ADDRESS, APPLICATION, DUE, MENTOR, SHORT
from ui.pages.requests_board import Lane
from ui.pages.today_lines import TaskLine
from ui.widgets.checks import CheckBox
from ui.widgets.pickers import DateField

if TYPE_CHECKING:
    from tests.tour.stage import Stage as TourStage

TASKS = ("Follow up with Dr. Osei", "Send Dr. Marchetti", "Check in on the letter from Dr. Bell")


def add_mentor(stage: TourStage) -> None:
    press("Mentors", stage.window.sidebar)
    press("Add mentor")
    write(find(QLineEdit, "Name"), MENTOR)
    write(find(QLineEdit, "Email"), ADDRESS)
    press("Add mentor")
    checks.mentor_added(stage)


def log_contact(stage: TourStage) -> None:
    press("Today", stage.window.sidebar)
    press("Log contact")
    choose(find(QComboBox, "With"), MENTOR)
    write(find(QPlainTextEdit, "Note"), "Went through my poster with me")
    press("Log contact")
    checks.contact_logged(stage)


def choose(combo: QComboBox, words: str) -> None:
    click(combo)
    until(combo.view().isVisible, f"the list with “{words}”")
    # A list that has just opened takes no release, or a slow click would choose at once.
    pause(QApplication.doubleClickInterval() + 100)
    click_row(combo.view(), words)
    until(lambda: not combo.view().isVisible(), f"the end of the list with “{words}”")


def pick_day(field: DateField, day: int) -> None:
    """Open the calendar of a date field and click a day of the month it shows."""
    click(field, QPoint(14, field.height() // 2))
    until(lambda: QApplication.activePopupWidget() is not None, "the calendar of the field")
    calendar = field.calendarWidget()
    view = calendar.findChild(QTableView)
    model = view.model()
    places = [
        index
        for row in range(1, model.rowCount())
        for column in range(model.columnCount())
        if (index := model.index(row, column)).data() == day
    ]
    at = view.visualRect(places[-1 if day > 15 else 0]).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    until(lambda: field.date().day() == day, f"day {day} in {field}")
    pause()


def request(stage: TourStage) -> None:
    press("New request", stage.window.sidebar)
    write(find(QLineEdit, "Search mentors"), "Okafor")
    click_row(find(QListView, "Mentors by fit"), "Okafor")
    choose(find(QComboBox, "Application"), APPLICATION)
    press("Next: Timing")
    pick_day(find(DateField, "Letter due"), DUE.day)
    press("Next: Your message")
    press("Curiosity")
    write(find(QPlainTextEdit, "A moment you shared"), "when we redrew the poster overnight")
    press("Next: Materials")
    press("Next: Review and send")
    for box in seen(CheckBox, "looked"):
        click(box, QPoint(9, box.height() // 2))
    press("Send now", find_footer(stage))
    checks.queued(stage)


def find_footer(stage: TourStage) -> QAbstractButton | None:
    over = stage.window.over
    assert over is not None
    return over.wizard.footer  # type: ignore[attr-defined, no-any-return]


def send_at_once(stage: TourStage) -> None:
    """Instead of waiting for the countdown of undo."""
    press("Outbox", stage.window.sidebar)
    press("Send now: ")


def look_at_inbox(stage: TourStage, words: str) -> None:
    press("Practice inbox", stage.window.sidebar)
    until(lambda: shows(words), f"“{words}” in the Practice inbox")


def work_through_today(stage: TourStage) -> None:
    press("Today", stage.window.sidebar)
    for words in TASKS:
        line = find(TaskLine, words)
        click(line.findChild(CheckBox))
        until(lambda words=words: not seen(TaskLine, words), f"“{words}” ticked off")


def see_in_calendar(stage: TourStage) -> None:
    press("Calendar", stage.window.sidebar)
    table = stage.page._table  # type: ignore[attr-defined]
    day = stage.letter().soft_on
    assert day is not None
    index = table.months.index_of(day)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center()
    )
    until(lambda: shows(f"{SHORT}’s letter"), "the letter beside the month")


def mark_submitted(stage: TourStage) -> None:
    press("Requests", stage.window.sidebar)
    lane = next(x for x in stage.page.findChildren(Lane) if x.stage is Stage.ASKED)
    view = lane.view
    row = next(r for r, x in enumerate(view.letters.rows) if x.mentor_short == SHORT)
    at = view.visualRect(view.letters.index(row, 0)).center()
    right_click(view.viewport(), at)
    until(lambda: isinstance(active(), QMenu), "the menu of the card")
    menu = active()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.text() == "Move to Submitted")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    pause()
    press("Move to Submitted")
    checks.submitted(stage)


def thank(stage: TourStage) -> None:
    press("Write note")
    click(find(QPushButton, "Send now"))
    pause(300)
