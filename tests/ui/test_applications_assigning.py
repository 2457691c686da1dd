"""Letters to targets: refused in place, offered to all, suggested; a lock is asked about before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from lordesk.kinds import ApplicationKind, SlotNeed, Stage
from tests.ui.test_applications_page import (
    cell,
    choose,
    click_cell,
    named,
    page,
    press,
    shown,
    spoken,
    words,
)
from ui.dialogs.suggestion_dialog import SuggestionDialog
from ui.dialogs.target_dialog import TargetDialog

if TYPE_CHECKING:
    from lordesk.core import Core
    from ui.desk import Desk
    from ui.pages.applications import ApplicationsPage

__all__ = ["page"]

ODD = "<img src=x> A & B"


def letter(core: Core, short: str) -> int:
    return next(row.id for row in core.letters.rows() if row.mentor_short == short)


def menu(page: ApplicationsPage) -> QMenu:
    return [each for each in page.findChildren(QMenu) if not each.isHidden()][-1]


def head_click(page: ApplicationsPage, column: int, qtbot) -> None:
    head = page._pane.targets.view.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


# --- everywhere -----------------------------------------------------------------------------------


def test_the_head_of_a_column_offers_the_letter_to_all_places_that_take_it(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    row = named(core)
    osei = letter(core, "Dr. Osei")
    before = len(core.applications.targets(row.id)[0].assignments)
    head_click(page, 5, qtbot)
    offered = [action.text() for action in menu(page).actions()]
    assert offered == [
        "Assign Dr. Osei to 3 more programs", "Take Dr. Osei off everywhere", "Open Dr. Osei",
    ]  # fmt: skip
    choose(menu(page), offered[0])
    here = [
        target.name
        for target in core.applications.targets(row.id)
        if any(a.letter_id == osei for a in target.assignments)
    ]
    assert len(here) == 4
    assert "10 programs cannot take it. Four is the limit. Remove one first." in words(page)
    core.undo.undo()
    assert len(core.applications.targets(row.id)[0].assignments) == before


def test_a_key_opens_the_same_menu_and_takes_the_letter_off_everywhere(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    view = page._pane.targets.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_A)
    choose(menu(page), "Take Dr. Kwan off everywhere")
    kwan = letter(core, "Dr. Kwan")
    targets = core.applications.targets(named(core).id)
    assert not any(a.letter_id == kwan for target in targets for a in target.assignments)
    head = view.matrix.headerData(1, Qt.Orientation.Horizontal)
    assert head == "Dr. Kwan, In, and not assigned anywhere yet"


def test_a_letter_that_is_everywhere_has_nothing_to_offer(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    page._show_letter_menu(letter(core, "Dr. Kwan"), page.mapToGlobal(QPoint(10, 10)))
    first = menu(page).actions()[0]
    assert (first.text(), first.isEnabled()) == ("Dr. Kwan is everywhere that it fits", False)


# --- suggested ------------------------------------------------------------------------------------


def test_a_suggestion_says_what_would_change_and_why_and_is_one_step(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    press(page._pane, "Suggest an assignment", qtbot)
    dialog = page.findChild(SuggestionDialog)
    said = words(dialog)
    assert "14 of 14 programs would lack nothing. Now it is 13." in said
    assert "University of Alder Falls" in said
    assert "Add Dr. Marchetti." in said
    assert "Covers chair." in said
    press(dialog, "Apply 1 change", qtbot)
    assert spoken(page, 5, 2).endswith("assigned, not in yet")
    core.undo.undo()
    assert spoken(page, 5, 2).endswith("not assigned")


def test_the_best_assignment_is_said_to_be_so(page: ApplicationsPage, core: Core, qtbot) -> None:
    core.applications.assign(
        letter(core, "Dr. Marchetti"), core.applications.targets(named(core).id)[5].id
    )
    press(page._pane, "Suggest an assignment", qtbot)
    dialog = page.findChild(SuggestionDialog)
    assert "Nothing to change. This is the best that your letters can do." in words(dialog)
    press(dialog, "Close", qtbot)
    assert core.undo.next_undo().code == "letter-assigned"


def test_a_suggestion_that_no_longer_fits_changes_nothing(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    press(page._pane, "Suggest an assignment", qtbot)
    dialog = page.findChild(SuggestionDialog)
    target = core.applications.targets(named(core).id)[5]
    core.applications.update_target(target.id, min_letters=2, cap=2, needs=[])
    press(dialog, "Apply 1 change", qtbot)
    assert dialog._error.text()
    assert len(core.applications.targets(named(core).id)[5].assignments) == 3


# --- locks ----------------------------------------------------------------------------------------


def test_applying_is_asked_about_in_place_with_what_it_locks(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    target = core.applications.targets(named(core).id)[0]
    page._show_target_menu(target.id, page.mapToGlobal(QPoint(10, 10)))
    choose(menu(page), "Applied today…")
    question = page._pane.targets._question
    assert question.isVisible()
    assert "Did you apply to Northfield University Hospital today?" in words(question)
    assert "Applying locks 4 letters. 2 are not in yet." in words(question)
    qtbot.keyClick(question._no, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert core.applications.targets(named(core).id)[0].applied_on is None
    page._ask_to_lock(target.id)
    press(question, "Applied, lock them", qtbot)
    assert core.applications.targets(named(core).id)[0].applied_on == date(2026, 8, 18)
    assert spoken(page, 0, 1).endswith("locked")
    core.undo.undo()
    assert not spoken(page, 0, 1).endswith("locked")


def test_a_mistaken_applied_is_taken_back(page: ApplicationsPage, core: Core, qtbot) -> None:
    target = core.applications.targets(named(core).id)[0]
    core.applications.mark_applied(target.id, date(2026, 8, 17))
    page._show_target_menu(target.id, page.mapToGlobal(QPoint(10, 10)))
    choose(menu(page), "Not applied yet")
    assert core.applications.targets(named(core).id)[0].applied_on is None


def test_applying_without_a_letter_that_is_in_is_warned_of(desk: Desk, core: Core, qtbot) -> None:
    made = core.applications.add("Away", ApplicationKind.AWAY_ROTATION, cap=4)
    slot = core.applications.add_slot(made, "Letter", SlotNeed.ANY)
    letter_id = core.letters.plan(core.mentors.add("Dr. Ann Bell"), made, slot)
    for stage in (Stage.ASKED, Stage.AGREED, Stage.SUBMITTED):
        core.requests.move(core.letters.get(letter_id).request_id, stage)
    target = core.applications.add_target(made, ODD, min_letters=1)
    made_page = shown(desk, core, qtbot)
    made_page._ask_to_lock(target)
    said = words(made_page._pane.targets._question)
    assert "No letter is assigned yet. You can still add one that is late." in said
    assert f"{ODD} would not get the letter from Dr. Bell." in said


# --- the form of a target -------------------------------------------------------------------------


def test_a_late_target_is_offered_the_letters_that_are_in(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    page._add_target()
    dialog = page.findChild(TargetDialog)
    assert dialog._also.text() == "Assign the 2 letters that are in: Dr. Kwan, Dr. Bell"
    dialog._name.setText(ODD)
    press(dialog, "Add program", qtbot)
    added = core.applications.targets(named(core).id)[-1]
    assert {a.letter_id for a in added.assignments} == {
        letter(core, "Dr. Kwan"), letter(core, "Dr. Bell"),
    }  # fmt: skip
    core.undo.undo()
    assert len(core.applications.targets(named(core).id)) == 14


def test_the_offer_can_be_turned_down(page: ApplicationsPage, core: Core, qtbot) -> None:
    page._add_target()
    dialog = page.findChild(TargetDialog)
    dialog._name.setText(ODD)
    dialog._also.setChecked(False)
    press(dialog, "Add program", qtbot)
    assert core.applications.targets(named(core).id)[-1].assignments == ()


@pytest.mark.parametrize("needs", [(SlotNeed.CHAIR, SlotNeed.STANDARDIZED)])
def test_kinds_that_do_not_fit_the_limit_are_refused_where_they_are_chosen(
    page: ApplicationsPage, core: Core, qtbot, needs: tuple[SlotNeed, ...]
) -> None:
    page._add_target()
    dialog = page.findChild(TargetDialog)
    dialog._name.setText(ODD)
    dialog._least.setValue(1)
    dialog._cap.setValue(1)
    for need in needs:
        dialog._needs[need].setChecked(True)
    assert dialog._least_field.error() == (
        "These are 2 different letters, more than it takes. Choose fewer of them."
    )
    press(dialog, "Add program", qtbot)
    assert len(core.applications.targets(named(core).id)) == 14
    dialog._cap.setValue(2)
    assert dialog._least_field.error() == ""


def test_a_deadline_outside_the_season_is_said_at_its_field(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    page._add_target()
    dialog = page.findChild(TargetDialog)
    dialog._deadline._set.click()
    dialog._deadline.field.set_day(date(2031, 1, 5))
    assert "Outside the season, which is" in words(dialog)
    dialog._deadline.field.set_day(date(2026, 10, 5))
    assert "Outside the season, which is" not in words(dialog)


def test_a_refused_cell_says_why_and_the_next_move_takes_it_back(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    click_cell(qtbot, page, 0, 5)
    assert "Four is the limit. Remove one first." in words(page)
    page._pane.targets.view.setCurrentIndex(cell(page, 2, 1))
    assert "Four is the limit" not in words(page)
