"""Welcome: three questions, each optional, answered by mouse or keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lordesk.kinds import ApplicationKind
from lordesk.rows.first_run import FirstMentor
from ui.pages.welcome import WelcomePage
from ui.widgets.buttons import Button
from ui.widgets.fields import TextField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk, Voice


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> WelcomePage:
    made = WelcomePage(desk, core.first_run, core.sample)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def press(page: WelcomePage, words: str) -> None:
    next(b for b in page.findChildren(Button) if b.text() == words).click()


def choose_medicine(qtbot: QtBot, page: WelcomePage) -> None:
    page._cards[0].click()
    qtbot.keyClicks(page._typed, "Internal medicine")


def test_three_answers_become_an_application_and_mentors(
    qtbot: QtBot, page: WelcomePage, core: Core, voice: Voice
) -> None:
    choose_medicine(qtbot, page)
    assert page._hint.text() == (
        "Programs begin to review: Wed, Sep 23 (projected). Most ask for 3 or 4 letters."
    )
    qtbot.keyClicks(page._people.rows[0].name, "Dr. Elena Marchetti")
    qtbot.keyClicks(page._people.rows[0].known, "Sub-I attending")
    qtbot.keyClicks(page._people.rows[1].name, "A & B <img src=x>")
    with qtbot.waitSignal(page.closed), qtbot.waitSignal(voice.said):
        press(page, "Set up LoRDesk")
    (row,) = core.applications.rows()
    assert (row.name, row.kind, row.letters_by) == (
        "Internal medicine",
        ApplicationKind.RESIDENCY,
        date(2026, 9, 9),
    )
    names = {mentor.full_name for mentor in core.mentors.rows()}
    assert names == {"Dr. Elena Marchetti", "A & B <img src=x>"}
    assert core.settings.values.welcomed
    core.undo.undo()
    assert not core.applications.rows()


def test_the_keyboard_alone_answers(qtbot: QtBot, page: WelcomePage, core: Core) -> None:
    assert page.focusWidget() is page._cards[0]
    qtbot.keyClick(page._cards[0], Qt.Key.Key_Right)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page._cards[1].isChecked()
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (row,) = core.applications.rows()
    assert row.kind is ApplicationKind.MEDICAL_SCHOOL


def test_a_day_that_has_passed_is_said_at_the_field(
    qtbot: QtBot, page: WelcomePage, core: Core
) -> None:
    choose_medicine(qtbot, page)
    page._day.set_day(date(2026, 8, 17))
    assert page._day_field.error() == "That day has passed. Choose a later one."
    press(page, "Set up LoRDesk")
    assert not core.applications.rows()
    assert not core.settings.values.welcomed
    page._day.set_day(date(2026, 9, 1))
    assert page._day_field.error() == ""


def test_a_day_after_the_application_date_is_said_at_the_field(
    qtbot: QtBot, page: WelcomePage, core: Core
) -> None:
    choose_medicine(qtbot, page)
    page._day.set_day(date(2026, 10, 1))
    press(page, "Set up LoRDesk")
    assert page._day_field.error().startswith("The letter is due after the application date.")
    assert not core.applications.rows()


def test_a_day_that_the_user_chose_stays_when_the_specialty_changes(
    qtbot: QtBot, page: WelcomePage
) -> None:
    page._cards[0].click()
    page._day.set_day(date(2026, 9, 1))
    qtbot.keyClicks(page._typed, "Dermatology")
    assert page._day.date().toPython() == date(2026, 9, 1)


def test_own_words_name_something_else(qtbot: QtBot, page: WelcomePage, core: Core) -> None:
    page._cards[2].click()
    qtbot.keyClicks(page._typed, "Harlan Fellowship")
    press(page, "Set up LoRDesk")
    (row,) = core.applications.rows()
    assert (row.name, row.kind) == ("Harlan Fellowship", ApplicationKind.OTHER)


def test_skipping_adds_nothing_and_does_not_ask_again(
    qtbot: QtBot, page: WelcomePage, core: Core
) -> None:
    choose_medicine(qtbot, page)
    with qtbot.waitSignal(page.closed):
        press(page, "Skip for now")
    assert not core.applications.rows()
    assert core.settings.values.welcomed


def test_sample_data_comes_and_goes_in_one_step(
    qtbot: QtBot, page: WelcomePage, core: Core
) -> None:
    with qtbot.waitSignal(page.closed):
        press(page, "Explore with sample data")
    assert core.sample.present()
    core.undo.undo()
    assert not core.sample.present()


def test_each_row_used_adds_an_empty_one_and_can_be_removed(
    qtbot: QtBot, page: WelcomePage
) -> None:
    people = page._people
    assert len(people.rows) == 1
    qtbot.keyClicks(people.rows[0].name, "Ada")
    qtbot.keyClicks(people.rows[1].known, "Research")
    assert len(people.rows) == 3
    assert people.rows[0].remove.accessibleName() == "Remove Ada"
    people.rows[0].remove.click()
    assert [row.name.text() for row in people.rows] == ["", ""]
    assert page.focusWidget() is people.rows[0].name


def test_tab_goes_from_row_to_row_and_typing_removes_nobody(
    qtbot: QtBot, page: WelcomePage
) -> None:
    people = page._people
    people.rows[0].name.setFocus()
    for words in ("Ann One", "Sub-I", "Ben Two", "A course", "Cy Three"):
        qtbot.keyClicks(QApplication.focusWidget(), words)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert people.mentors()[:3] == [
        FirstMentor("Ann One", "Sub-I"),
        FirstMentor("Ben Two", "A course"),
        FirstMentor("Cy Three", ""),
    ]
    assert page.focusWidget() is people.rows[2].known
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for row in people.rows[:2]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is row.remove


def test_the_removal_of_a_row_is_taken_back(qtbot: QtBot, page: WelcomePage) -> None:
    people = page._people
    qtbot.keyClicks(people.rows[0].name, "Ann One")
    qtbot.keyClicks(people.rows[0].known, "Sub-I")
    qtbot.keyClicks(people.rows[1].name, "Ben Two")
    people.rows[0].remove.setFocus()
    qtbot.keyClick(people.rows[0].remove, Qt.Key.Key_Space)
    assert people.removed_text() == "Removed Ann One."
    assert people.undo.isVisible()
    assert people.mentors() == [FirstMentor("Ben Two"), FirstMentor("")]
    people.undo.click()
    assert people.removed_text() == ""
    assert not people.undo.isVisible()
    assert people.mentors()[:2] == [FirstMentor("Ann One", "Sub-I"), FirstMentor("Ben Two")]
    assert page.focusWidget() is people.rows[0].name
    qtbot.keyClick(people.rows[0].name, Qt.Key.Key_Tab)
    assert page.focusWidget() is people.rows[0].known
    qtbot.keyClick(people.rows[0].known, Qt.Key.Key_Tab)
    assert page.focusWidget() is people.rows[1].name


def test_every_field_has_a_name(page: WelcomePage) -> None:
    nameless = [field for field in page.findChildren(TextField) if not field.accessibleName()]
    assert not nameless


def test_a_small_window_hides_the_three_points(page: WelcomePage) -> None:
    assert page._side._points.isVisible()
    page.resize(1024, 640)
    assert not page._side._points.isVisible()
    assert page._side.width() == 320
