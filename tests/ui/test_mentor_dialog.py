"""Adding and changing a mentor: what the form understood, and what it says about bad input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from lordesk.kinds import ApplicationKind, FitQuestion
from ui.dialogs.mentor_dialog import MentorDialog
from ui.dialogs.mentor_edit_dialog import MentorEditDialog
from ui.wording import fit as words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A dialog deletes itself when it closes; its window is what the test owns."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window: QWidget, desk: Desk, core: Core) -> MentorDialog:
    goal = core.applications.add("Internal Medicine", ApplicationKind.RESIDENCY)
    made = MentorDialog(desk, core.mentors, goal, parent=window)
    made.open()
    return made


def help_of(field: object) -> str:
    return field._help.text()


def test_the_greeting_that_was_understood_is_shown(qtbot: QtBot, dialog: MentorDialog) -> None:
    qtbot.keyClicks(dialog._name, "Dr. Elena Marchetti")
    assert dialog._salutation.text() == "Dr. Marchetti"
    assert help_of(dialog._dear_field) == "“Dear Dr. Marchetti,”"


def test_a_greeting_of_ones_own_is_left_alone(
    qtbot: QtBot, dialog: MentorDialog, core: Core
) -> None:
    qtbot.keyClicks(dialog._name, "Elena Marchetti")
    dialog._salutation.clear()
    qtbot.keyClicks(dialog._salutation, "Elena")
    qtbot.keyClicks(dialog._name, "-Rossi")
    dialog.primary.click()
    row = core.mentors.rows()[0]
    assert (row.full_name, row.short_name) == ("Elena Marchetti-Rossi", "Elena")


def test_without_a_name_the_form_stays_and_says_why(dialog: MentorDialog, core: Core) -> None:
    dialog.primary.click()
    assert dialog.isVisible()
    assert dialog._name_field.error() == "Enter a name."
    assert core.mentors.rows() == []


def test_an_odd_address_is_said_and_the_person_is_kept(
    qtbot: QtBot, dialog: MentorDialog, core: Core
) -> None:
    qtbot.keyClicks(dialog._name, "Dr. Bell")
    qtbot.keyClicks(dialog._email, "bell at ward")
    dialog._email.editingFinished.emit()
    assert "does not look like an email address" in dialog._email_field.error()
    dialog.primary.click()
    assert core.mentors.rows()[0].email == "bell at ward"


def test_an_address_that_somebody_has_is_said(
    qtbot: QtBot, dialog: MentorDialog, core: Core
) -> None:
    core.mentors.add("A & B", email="bell@ward.example")
    qtbot.keyClicks(dialog._email, "Bell@ward.example")
    dialog._email.editingFinished.emit()
    assert help_of(dialog._email_field).startswith("A & B has this address already.")


def test_answers_are_saved_with_the_mentor(qtbot: QtBot, dialog: MentorDialog, core: Core) -> None:
    qtbot.keyClicks(dialog._name, "Dr. Bell")
    dialog._questions._levels[FitQuestion.DEPTH].setCurrentIndex(5)
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.primary.click()
    assert core.mentors.fit(saved.args[0], None).total == 35


@pytest.mark.parametrize("question", list(FitQuestion))
def test_each_question_has_five_different_phrases(question: FitQuestion) -> None:
    phrases = words.phrases(question)
    assert len(set(phrases)) == 5
    assert all(phrases)


@pytest.fixture
def edit(window: QWidget, desk: Desk, core: Core) -> MentorEditDialog:
    mentor = core.mentors.add("Dr. Elena Marchetti", email="em@ward.example")
    made = MentorEditDialog(desk, core.mentors, core.photos, core.mentors.get(mentor), window)
    made.open()
    return made


def test_saving_untouched_fields_changes_nothing(edit: MentorEditDialog, core: Core) -> None:
    mentor = core.mentors.rows()[0].id
    before = core.mentors.get(mentor)
    edit.primary.click()
    assert core.mentors.get(mentor) == before


def test_every_field_is_kept(qtbot: QtBot, edit: MentorEditDialog, core: Core) -> None:
    edit._texts["tags"].setText("ward, IM ,, ward")
    edit._texts["zone"].setText("America/Chicago")
    edit._address.setPlainText("1 Main Street\nBoston")
    edit._cap.setValue(0)
    edit._touch.setValue(90)
    edit._days["leaving_on"]._set.click()
    edit._hours._known.click()
    edit.primary.click()
    row = core.mentors.get(core.mentors.rows()[0].id)
    assert row.tags == ("IM", "ward")
    assert (row.zone, row.postal_address) == ("America/Chicago", "1 Main Street\nBoston")
    assert (row.follow_up_cap, row.stay_in_touch_days) == (0, 90)
    assert row.leaving_on is not None
    assert row.work_start is not None


def test_a_zone_that_does_not_exist_is_said_at_its_field(
    edit: MentorEditDialog, core: Core
) -> None:
    edit._texts["zone"].setText("Mars/Olympus")
    edit.primary.click()
    assert "Mars/Olympus" in edit._fields["zone"].error()
    assert core.mentors.get(core.mentors.rows()[0].id).zone == ""


def test_a_name_cannot_be_emptied(edit: MentorEditDialog, core: Core) -> None:
    edit._texts["name"].setText("  ")
    edit.primary.click()
    assert edit._fields["name"].error() == "Enter a name."
    assert core.mentors.rows()[0].full_name == "Dr. Elena Marchetti"
