"""Logging a contact in two gestures, with a reminder, and keeping a shared moment."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lordesk.kinds import InteractionKind
from ui.dialogs.log_contact_dialog import LogContactDialog
from ui.dialogs.moment_dialog import MomentDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk

TODAY = date(2026, 8, 18)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A dialog deletes itself when it closes; its window is what the test owns."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def mentor(core: Core) -> int:
    return core.mentors.add("A & B")


def open_dialog(
    window: QWidget, desk: Desk, core: Core, mentor: int | None, **more: object
) -> LogContactDialog:
    dialog = LogContactDialog(desk, core.interactions, core.mentors, mentor, parent=window, **more)
    dialog.open()
    return dialog


def test_a_kind_and_a_note_are_enough(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    dialog = open_dialog(window, desk, core, mentor)
    dialog._chips[InteractionKind.FEEDBACK_GIVEN].click()
    qtbot.keyClicks(dialog._note, "Speak up earlier on rounds")
    dialog.primary.click()
    row = core.interactions.rows(mentor)[0]
    assert (row.kind, row.on) == (InteractionKind.FEEDBACK_GIVEN, TODAY)
    assert row.note == "Speak up earlier on rounds"


def test_a_kind_and_enter_are_two_gestures(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    dialog = open_dialog(window, desk, core, mentor)
    dialog._chips[InteractionKind.OFFICE_HOURS].click()
    qtbot.keyClick(dialog._note, Qt.Key.Key_Return)
    assert core.interactions.rows(mentor)[0].kind is InteractionKind.OFFICE_HOURS


def test_shift_and_enter_begin_a_new_line_of_the_note(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    dialog = open_dialog(window, desk, core, mentor)
    qtbot.keyClicks(dialog._note, "One")
    qtbot.keyClick(dialog._note, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(dialog._note, "Two")
    dialog.primary.click()
    assert core.interactions.rows(mentor)[0].note.splitlines() == ["One", "Two"]


def test_without_a_mentor_the_dialog_asks_for_one(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    other = core.mentors.add("Dr. Bell")
    dialog = open_dialog(window, desk, core, None)
    dialog._mentor.setCurrentIndex(dialog._mentor.findData(other))
    dialog.primary.click()
    assert len(core.interactions.rows(other)) == 1
    assert core.interactions.rows(mentor) == []


def test_with_nobody_to_log_it_says_what_to_do(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core
) -> None:
    dialog = open_dialog(window, desk, core, None)
    dialog.primary.click()
    assert dialog.isVisible()
    assert dialog._error.text() == "Add a mentor first, then log what happened."


def test_what_to_do_next_becomes_a_reminder(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    dialog = open_dialog(window, desk, core, mentor)
    qtbot.keyClicks(dialog._next, "Send the abstract")
    dialog._remind.click()
    dialog._remind_on.set_day(TODAY + timedelta(days=3))
    dialog.primary.click()
    reminder = core.reminders.of_mentor(mentor)[0]
    assert (reminder.title, reminder.on) == ("Send the abstract", TODAY + timedelta(days=3))


def test_a_reminder_without_words_is_asked_for(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    dialog = open_dialog(window, desk, core, mentor)
    dialog._remind.click()
    dialog.primary.click()
    assert dialog._next_field.error() == "Write a few words."
    assert core.interactions.rows(mentor) == []


def test_a_day_to_come_is_refused_in_place(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    dialog = open_dialog(window, desk, core, mentor)
    dialog._on.set_day(TODAY + timedelta(days=1))
    dialog.primary.click()
    assert "still ahead" in dialog._on_field.error()
    assert core.interactions.rows(mentor) == []


def test_an_entry_can_be_changed(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    core.interactions.log(mentor, InteractionKind.EMAIL, TODAY, "Draft", "Later")
    row = core.interactions.rows(mentor)[0]
    dialog = open_dialog(window, desk, core, mentor, change=row)
    assert dialog._chips[InteractionKind.EMAIL].isChecked()
    dialog._chips[InteractionKind.MEETING].click()
    dialog._note.setPlainText("<b>Talk</b>")
    dialog.primary.click()
    changed = core.interactions.rows(mentor)[0]
    assert (changed.id, changed.kind) == (row.id, InteractionKind.MEETING)
    assert (changed.note, changed.next_step) == ("<b>Talk</b>", "Later")


def test_a_moment_is_kept_and_an_empty_one_is_not(
    qtbot: QtBot, window: QWidget, desk: Desk, core: Core, mentor: int
) -> None:
    dialog = MomentDialog(desk, core.interactions, mentor, window)
    dialog.open()
    dialog.primary.click()
    assert dialog._text_field.error() == "Write a few words."
    qtbot.keyClicks(dialog._text, "The third set of cultures")
    dialog.primary.click()
    assert core.interactions.moments(mentor)[0].text == "The third set of cultures"
