"""The main job with the keyboard alone: Tab, arrows, Enter and the shortcuts of the design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit

from lordesk.kinds import Stage
from tests.tour import checks
from tests.tour.by_mouse import TASKS
from tests.tour.driver import (
    MissedError,
    focused,
    keys,
    name_of,
    pause,
    seen,
    shows,
    tab_to,
    type_text,
    until,
)
from tests.tour.stage import ADDRESS, APPLICATION, DUE, MENTOR, SHORT
from ui.pages.requests_board import LaneView
from ui.pages.today_lines import TaskLine
from ui.widgets.checks import CheckBox
from ui.widgets.pickers import DateField

if TYPE_CHECKING:
    from tests.tour.stage import Stage as TourStage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
_MOST_ROWS = 40


def add_mentor(stage: TourStage) -> None:
    keys(Qt.Key.Key_N, CTRL, SHIFT)
    tab_to(QLineEdit, "Name")
    type_text(MENTOR)
    tab_to(QLineEdit, "Email")
    type_text(ADDRESS)
    keys(Qt.Key.Key_Return, CTRL)
    checks.mentor_added(stage)


def log_contact(stage: TourStage) -> None:
    keys(Qt.Key.Key_1, CTRL)
    keys(Qt.Key.Key_L, CTRL)
    tab_to(QComboBox, "With")
    choose(MENTOR)
    tab_to(QPlainTextEdit, "Note")
    type_text("Went through my poster with me")
    keys(Qt.Key.Key_Return, CTRL)
    checks.contact_logged(stage)


def choose(words: str) -> None:
    """Go down a focused combo box until it shows the words."""
    combo = focused()
    assert isinstance(combo, QComboBox)
    keys(Qt.Key.Key_Home)
    for _ in range(_MOST_ROWS):
        if words in combo.currentText():
            return
        keys(Qt.Key.Key_Down)
    raise MissedError(f"no “{words}” in {name_of(combo)}")


def request(stage: TourStage) -> None:
    keys(Qt.Key.Key_N, CTRL)
    tab_to(QLineEdit, "Search mentors")
    type_text("Okafor")
    tab_to(QListView, "Mentors by fit")
    keys(Qt.Key.Key_Home)
    tab_to(QComboBox, "Application")
    choose(APPLICATION)
    keys(Qt.Key.Key_Return, CTRL)
    field = tab_to(DateField, "Letter due")
    assert isinstance(field, DateField)
    keys(Qt.Key.Key_Down)
    if field.date().day() != DUE.day:
        raise MissedError(f"the day before in {field.date()}")
    keys(Qt.Key.Key_Return, CTRL)
    tab_to(QAbstractButton, "Curiosity")
    keys(Qt.Key.Key_Space)
    tab_to(QPlainTextEdit, "A moment you shared")
    type_text("when we redrew the poster overnight")
    keys(Qt.Key.Key_Return, CTRL)
    keys(Qt.Key.Key_Return, CTRL)
    for _ in seen(CheckBox, "looked"):
        tab_to(CheckBox, "looked")
        keys(Qt.Key.Key_Space)
    keys(Qt.Key.Key_Return, CTRL)
    checks.queued(stage)


def send_at_once(stage: TourStage) -> None:
    keys(Qt.Key.Key_6, CTRL)
    tab_to(QAbstractButton, "Send now: ")
    keys(Qt.Key.Key_Space)


def work_through_today(stage: TourStage) -> None:
    keys(Qt.Key.Key_1, CTRL)
    for words in TASKS:
        tab_to(TaskLine, words)
        keys(Qt.Key.Key_1)
        until(lambda words=words: not seen(TaskLine, words), f"“{words}” ticked off")


def see_in_calendar(stage: TourStage) -> None:
    keys(Qt.Key.Key_5, CTRL)
    keys(Qt.Key.Key_T)
    for _ in range(9):
        keys(Qt.Key.Key_Right)
    until(lambda: shows(f"{SHORT}’s letter"), "the letter beside the month")


def mark_submitted(stage: TourStage) -> None:
    keys(Qt.Key.Key_3, CTRL)
    for wanted in (Stage.AGREED, Stage.WRITING, Stage.SUBMITTED):
        go_to_card(stage)
        keys(Qt.Key.Key_Right, ALT)
        keys(Qt.Key.Key_Return)
        until(lambda wanted=wanted: stage.letter().stage is wanted, f"the letter in {wanted}")
    checks.submitted(stage)


def go_to_card(stage: TourStage) -> None:
    """Right from the first lane, and down within it, until the card is reached."""
    keys(Qt.Key.Key_3, CTRL)
    for _ in range(_MOST_ROWS):
        view = focused()
        assert isinstance(view, LaneView)
        letter = view.current()
        if letter is not None and letter.mentor_short == SHORT:
            return
        last = view.letters.rowCount() - 1
        keys(Qt.Key.Key_Right if view.currentIndex().row() >= last else Qt.Key.Key_Down)
        if focused() is not view:
            keys(Qt.Key.Key_Home)
    raise MissedError(f"no card of {SHORT}")


def thank(stage: TourStage) -> None:
    tab_to(QAbstractButton, "Write note")
    keys(Qt.Key.Key_Space)
    keys(Qt.Key.Key_Return, CTRL)
    pause(300)


def look_at_inbox(stage: TourStage, words: str) -> None:
    tab_to(QAbstractButton, "Practice inbox")
    keys(Qt.Key.Key_Space)
    until(lambda: shows(words), f"“{words}” in the Practice inbox")
