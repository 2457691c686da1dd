"""Applications as picture 07 shows them: slots, the gap, backup writers, programs, forms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from lordesk.kinds import ApplicationKind, DateStatus, LetterService, MessageKind, SlotNeed, Stage
from lordesk.kinds import Page as PageKind
from ui.dialogs.application_date_dialog import ApplicationDateDialog
from ui.dialogs.application_dialog import ApplicationDialog
from ui.dialogs.proof_file import ProofPress
from ui.dialogs.slot_dialog import SlotDialog
from ui.dialogs.target_dialog import TargetDialog
from ui.pages.applications import ApplicationsPage
from ui.pages.applications_backups import BackupWriter
from ui.pages.applications_verbs import ApplicationServices
from ui.pdf import QtPdfRenderer
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from lordesk.core import Core
    from lordesk.rows.letters import ApplicationRow
    from ui.desk import Desk, Voice

ODD = "<img src=x> A & B"
ASK_BY = date(2026, 8, 25)


@pytest.fixture
def page(desk: Desk, core: Core, qtbot) -> ApplicationsPage:
    """The workspace of the pictures."""
    core.sample.add(with_profile=True)
    return shown(desk, core, qtbot)


def services_of(core: Core) -> ApplicationServices:
    return ApplicationServices(
        applications=core.applications,
        coverage=core.coverage,
        letters=core.letters,
        mentors=core.mentors,
        requests=core.requests,
        rules=core.rules,
        rollover=core.rollover,
        press=ProofPress(core.around.reports, QtPdfRenderer()),
    )


def shown(desk: Desk, core: Core, qtbot) -> ApplicationsPage:
    made = ApplicationsPage(desk, services_of(core))
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    return made


def named(core: Core, name: str = "Internal Medicine") -> ApplicationRow:
    return next(row for row in core.applications.rows() if row.name == name)


def words(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels)


def cell(page: ApplicationsPage, row: int, column: int) -> QModelIndex:
    return page._pane.targets.view.matrix.index(row, column)


def spoken(page: ApplicationsPage, row: int, column: int) -> str:
    return str(cell(page, row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def click_cell(qtbot, page: ApplicationsPage, row: int, column: int) -> None:
    view = page._pane.targets.view
    at = view.visualRect(cell(page, row, column)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def notice(page: ApplicationsPage) -> Notice:
    return page._pane.findChild(Notice)


def press(widget: QWidget, text: str, qtbot) -> None:
    button = next(b for b in widget.findChildren(Button) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(menu: QMenu, text: str) -> None:
    action = next(a for a in menu.actions() if a.text() == text)
    action.trigger()
    menu.close()


# --- what is shown --------------------------------------------------------------------------------


def test_the_list_has_each_application_with_its_ring_and_date(page: ApplicationsPage) -> None:
    model = page._list.model
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said[0] == (
        "Internal Medicine, ERAS 2027 · 14 programs, 2 of 4 letters in, 1 writing · 1 asked, "
        "Letters by Sep 16"
    )
    assert said[2].startswith("Harlan Scholarship, School award, 0 of 2 letters in")
    assert said[2].endswith("Letters by Aug 28, pressing")
    assert model.row(model.index(0, 0)).ring_words == "2/4"


def test_the_pane_is_that_of_the_picture(page: ApplicationsPage) -> None:
    cards = [card.accessibleName() for card in page._pane.slots_row.cards]
    assert cards == [
        "IM faculty 1, Dr. Daniel Kwan, Submitted, In since Aug 11",
        "IM faculty 2, Dr. Elena Marchetti, Writing, Due Sep 9, Likely in time",
        "Chair letter, Dr. Ruth Halvorsen, Asked, New reply today",
        "Any specialty, Dr. Marcus Bell, Thanked, In since Aug 5",
    ]
    text = words(page)
    assert "Internal Medicine, categorical" in text
    assert "2 of 4 letters in · target September 16" in text
    assert notice(page).accessibleName() == "Chair letter is not confirmed."
    assert notice(page).accessibleDescription() == "11 of 14 programs require it."
    backups = [b.accessibleName() for b in page.findChildren(BackupWriter)]
    assert [name.split(", ", 1)[1] for name in backups] == [
        "Asked, At risk, IM faculty 2",
        "Planned, IM faculty 2",
    ]


def test_each_cell_is_said_in_words(page: ApplicationsPage) -> None:
    matrix = page._pane.targets.view.matrix
    assert [letter.mentor_short for letter in matrix.letters] == [
        "Dr. Kwan", "Dr. Marchetti", "Dr. Halvorsen", "Dr. Bell", "Dr. Osei",
    ]  # fmt: skip
    assert spoken(page, 1, 1) == "Lakeshore University Hospital, Dr. Kwan: in and assigned"
    assert spoken(page, 1, 2) == (
        "Lakeshore University Hospital, Dr. Marchetti: assigned, not in yet"
    )
    assert spoken(page, 1, 5) == "Lakeshore University Hospital, Dr. Osei: not assigned"
    assert spoken(page, 1, 0) == "Lakeshore University Hospital: 3, incl. chair"
    assert cell(page, 3, 0).data() == "3, any"
    assert cell(page, 4, matrix.summary_column).data() == "2 in, 1 to come"
    assert cell(page, 5, matrix.summary_column).data() == "1 short"


def test_the_first_programs_are_shown_until_all_are_asked_for(
    page: ApplicationsPage, qtbot
) -> None:
    view = page._pane.targets.view
    assert [view.isRowHidden(row) for row in (6, 7)] == [False, True]
    press(page, "Show 7 more", qtbot)
    assert not any(view.isRowHidden(row) for row in range(14))
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)


def test_the_headers_stay_where_there_is_little_room(page: ApplicationsPage, qtbot) -> None:
    page.resize(968, 640)
    view = page._pane.targets.view
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    head, names = view.horizontalHeader().y(), view.verticalHeader().x()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert (view.horizontalHeader().y(), view.verticalHeader().x()) == (head, names)
    assert not any(view.isRowHidden(row) for row in range(14))


def test_the_model_keeps_the_rules_of_models(page: ApplicationsPage, core: Core) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [
        QAbstractItemModelTester(page._pane.targets.view.matrix, mode),
        QAbstractItemModelTester(page._list.model, mode),
    ]
    target = core.applications.targets(named(core).id)[0]
    core.applications.remove_target(target.id)
    core.applications.delete(named(core).id)
    assert page._list.model.rowCount() == 2
    assert testers


# --- assigning ------------------------------------------------------------------------------------


def test_a_click_takes_a_letter_off_and_puts_it_back(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    click_cell(qtbot, page, 1, 1)
    assert spoken(page, 1, 1).endswith("not assigned")
    assert len(core.applications.targets(named(core).id)[1].assignments) == 3
    click_cell(qtbot, page, 1, 1)
    assert spoken(page, 1, 1).endswith("in and assigned")


def test_keys_move_assign_and_open(page: ApplicationsPage, core: Core, qtbot) -> None:
    view = page._pane.targets.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 2)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert spoken(page, 1, 2).endswith("not assigned")
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 2)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.findChild(TargetDialog)._name.text() == "Lakeshore University Hospital"


def test_a_fifth_letter_is_refused_in_place(page: ApplicationsPage, core: Core, qtbot) -> None:
    click_cell(qtbot, page, 1, 5)
    assert "Four is the limit. Remove one first." in words(page)
    assert len(core.applications.targets(named(core).id)[1].assignments) == 4
    click_cell(qtbot, page, 1, 1)
    assert "Four is the limit" not in words(page)


def test_a_locked_letter_stays_and_says_why(page: ApplicationsPage, core: Core, qtbot) -> None:
    target = core.applications.targets(named(core).id)[1]
    core.applications.mark_applied(target.id, date(2026, 8, 17))
    assert spoken(page, 1, 1).endswith("in and assigned, locked")
    click_cell(qtbot, page, 1, 1)
    assert "Lakeshore University Hospital keeps this letter." in words(page)
    assert spoken(page, 1, 1).endswith("in and assigned, locked")


def test_delete_removes_a_program_and_undo_brings_it_back(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    view = page._pane.targets.view
    view.setCurrentIndex(cell(page, 0, 1))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.matrix.rowCount() == 13
    core.undo.undo()
    assert view.matrix.rowCount() == 14


# --- slots, gap, backups --------------------------------------------------------------------------


def test_a_filled_slot_opens_its_mentor_and_an_open_one_the_wizard(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    row = named(core)
    slot = row.slots[0]
    assert slot.letter is not None
    with qtbot.waitSignal(page.navigate_requested) as went:
        qtbot.mouseClick(page._pane.slots_row.cards[0], Qt.MouseButton.LeftButton)
    assert went.args == [PageKind.MENTORS, slot.letter.mentor_id]
    core.applications.empty_slot(slot.id, slot.letter.id)
    card = page._pane.slots_row.cards[0]
    assert card.accessibleName() == (
        "IM faculty 1, choose a mentor, best backup writer Dr. Adeyemi, fit 76"
    )
    with qtbot.waitSignal(page.compose_requested) as asked:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    compose = asked.args[0]
    assert (compose.kind, compose.application_id, compose.slot_id) == (
        MessageKind.ASK, row.id, slot.id,
    )  # fmt: skip


def test_the_menu_of_a_slot_makes_a_backup_the_writer(
    page: ApplicationsPage, core: Core, voice: Voice, qtbot
) -> None:
    slot = named(core).slots[1]
    page._show_slot_menu(slot, page.mapToGlobal(page.rect().center()))
    with qtbot.waitSignal(voice.said):
        choose(page.findChildren(QMenu)[-1], "Make Dr. Adeyemi the writer")
    changed = named(core).slots[1]
    assert changed.letter is not None
    assert changed.letter.mentor_short == "Dr. Adeyemi"
    assert changed.backups[0].mentor_short == "Dr. Marchetti"


def test_the_notice_reads_the_reply(page: ApplicationsPage, core: Core, qtbot) -> None:
    chair = named(core).slots[2].letter
    assert chair is not None
    with qtbot.waitSignal(page.navigate_requested) as went:
        press(notice(page), "Read reply", qtbot)
    assert went.args == [PageKind.MENTORS, chair.mentor_id]
    assert not core.letters.get(chair.id).unread_reply
    with qtbot.waitSignal(page.compose_requested) as asked:
        press(notice(page), "Write follow-up", qtbot)
    assert asked.args[0].letter_id == chair.id


def test_the_notice_makes_the_backup_the_writer_of_an_open_slot(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    slot = named(core).slots[1]
    assert slot.letter is not None
    core.applications.empty_slot(slot.id, slot.letter.id)
    assert notice(page).accessibleName() == "IM faculty 2 has no writer yet."
    press(notice(page), "Make the writer", qtbot)
    assert named(core).slots[1].letter is not None


def test_the_notice_assigns_a_letter_that_goes_nowhere(desk: Desk, core: Core, qtbot) -> None:
    application_id = core.applications.add(
        "Away", ApplicationKind.AWAY_ROTATION, cap=4, hard_on=date(2026, 10, 1)
    )
    slot = core.applications.add_slot(application_id, "Letter", SlotNeed.ANY)
    mentor = core.mentors.add("Dr. Ann Bell")
    letter = core.letters.plan(mentor, application_id, slot)
    request = core.letters.get(letter).request_id
    for stage in (Stage.ASKED, Stage.AGREED, Stage.SUBMITTED):
        core.requests.move(request, stage)
    core.applications.add_target(application_id, "Lakeshore", min_letters=0)
    page = shown(desk, core, qtbot)
    assert notice(page).accessibleName() == "The letter from Dr. Bell goes nowhere yet."
    press(notice(page), "Assign to all", qtbot)
    assert spoken(page, 0, 1) == "Lakeshore, Dr. Bell: in and assigned"
    assert not notice(page).isVisible()


def test_the_notice_shows_the_program_that_is_short(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    chair = named(core).slots[2].letter
    assert chair is not None
    core.requests.move(chair.request_id, Stage.AGREED)
    press(page._pane, "1 more to look at", qtbot)
    line = page._pane.more_findings.lines[0]
    assert line.accessibleName() == "University of Alder Falls has too few letters."
    press(line, "Show", qtbot)
    assert page._pane.targets.view.currentIndex().row() == 5


# --- applications ---------------------------------------------------------------------------------


def test_without_an_application_the_page_invites_to_add_one(desk: Desk, core: Core, qtbot) -> None:
    page = shown(desk, core, qtbot)
    assert "Add an application to see which letters it needs." in words(page)
    assert page.areas() == [page._first]
    press(page, "Add application", qtbot)
    assert page.findChild(ApplicationDialog) is not None


def test_adding_proposes_and_saves_everything_in_one_step(desk: Desk, core: Core, qtbot) -> None:
    page = shown(desk, core, qtbot)
    page._add()
    dialog = page.findChild(ApplicationDialog)
    qtbot.keyClicks(dialog._specialty, "Internal medicine")
    assert dialog._name.text() == "Internal medicine"
    assert dialog._service.currentText() == "ERAS"
    assert dialog._season.currentText() == "2027"
    assert (dialog._hard.day(), dialog._soft.day()) == (date(2026, 9, 23), date(2026, 9, 9))
    assert "Projected" in words(dialog)
    assert "http" in dialog._hard_field.toolTip()
    assert [slot.title for slot in dialog._slots.slots_shown()] == [
        "IM faculty 1", "IM faculty 2", "Chair letter", "Any specialty",
    ]  # fmt: skip
    press(dialog, "Add application", qtbot)
    row = named(core, "Internal medicine")
    assert (row.service, row.season, row.cap) == (LetterService.ERAS, "2027", 4)
    assert (row.hard_status, row.needed) == (DateStatus.PROJECTED, 4)
    assert core.applications.dates(row.id)
    assert page._list.current_id == row.id
    core.undo.undo()
    assert core.applications.rows() == []


def test_what_the_user_typed_is_never_replaced(desk: Desk, core: Core, qtbot) -> None:
    page = shown(desk, core, qtbot)
    page._add()
    dialog = page.findChild(ApplicationDialog)
    qtbot.keyClicks(dialog._name, ODD)
    qtbot.keyClicks(dialog._specialty, "Emergency medicine")
    assert dialog._name.text() == ODD
    assert dialog._service.currentText() == "ResidencyCAS"
    press(dialog, "Add application", qtbot)
    row = named(core, ODD)
    assert ODD in words(page)
    assert [slot.title for slot in row.slots][:2] == ["SLOE 1", "SLOE 2"]


def test_no_name_and_letters_after_the_date_are_said_at_their_fields(
    desk: Desk, core: Core, qtbot
) -> None:
    page = shown(desk, core, qtbot)
    page._add()
    dialog = page.findChild(ApplicationDialog)
    press(dialog, "Add application", qtbot)
    assert dialog._name_field.error() == "Enter a name."
    qtbot.keyClicks(dialog._name, "Mine")
    assert dialog._name_field.error() == ""
    dialog._soft.field.set_day(date(2026, 10, 1))
    assert dialog._soft_field.error().startswith("The letter is due after the application date")
    press(dialog, "Add application", qtbot)
    assert core.applications.rows() == []
    dialog._soft.field.set_day(date(2026, 8, 1))
    assert "This day has passed." in words(dialog)
    press(dialog, "Add application", qtbot)
    assert named(core, "Mine").letters_by == date(2026, 8, 1)


def test_editing_keeps_hour_source_and_goals_and_changes_the_rest(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    before = named(core)
    page._edit()
    dialog = page.findChild(ApplicationDialog)
    dialog._name.setText("IM")
    dialog._goals["setting"].setCurrentIndex(2)
    dialog._values.setPlainText("Teaching")
    press(dialog, "Save", qtbot)
    after = named(core, "IM")
    assert (after.hard_on, after.hard_time, after.hard_zone) == (
        before.hard_on, before.hard_time, before.hard_zone,
    )  # fmt: skip
    assert (after.hard_status, after.detail, after.cap) == (
        before.hard_status, before.detail, before.cap,
    )  # fmt: skip
    assert dict(after.goals) == {
        "emphasis": "clinical", "setting": "community", "degree": "md", "values": "Teaching",
    }  # fmt: skip
    assert after.needed == before.needed


@pytest.mark.parametrize("way", ["delete", "archive"])
def test_an_application_is_taken_away_with_undo(
    page: ApplicationsPage, core: Core, voice: Voice, qtbot, way: str
) -> None:
    with qtbot.waitSignal(voice.said):
        (page._delete if way == "delete" else page._archive)()
    assert "Internal Medicine" not in words(page)
    assert page._pane.slots_row.cards
    core.undo.undo()
    assert page._list.model.rowCount() == 3


def test_tab_goes_through_the_pane_as_it_is_read(page: ApplicationsPage, core: Core) -> None:
    core.applications.add_slot(named(core).id, "Research letter")
    pane = page._pane
    cards = pane.slots_row.cards
    assert len(cards) == 5
    expected = [pane._more, *cards, *notice(page).findChildren(Button), *pane.backups.people]
    expected += [pane.targets._add, pane.targets.view]
    order, walk = [], pane._more
    while walk is not pane.targets.view:
        if walk in expected:
            order.append(walk)
        walk = walk.nextInFocusChain()
    assert [*order, walk] == expected


def test_open_target_shows_that_application(page: ApplicationsPage, core: Core) -> None:
    page.open_target(named(core, "Harlan Scholarship").id)
    assert "Harlan Scholarship" in words(page._pane)
    assert "No programs yet." in words(page._pane)


# --- the other forms ------------------------------------------------------------------------------


def test_a_program_is_added_with_its_needs(page: ApplicationsPage, core: Core, qtbot) -> None:
    page._add_target()
    dialog = page.findChild(TargetDialog)
    assert (dialog._least.value(), dialog._cap.value()) == (3, 4)
    press(dialog, "Add program", qtbot)
    assert dialog._name_field.error() == "Enter a name."
    dialog._name.setText(ODD)
    dialog._least.setValue(5)
    press(dialog, "Add program", qtbot)
    assert dialog._least_field.error().startswith("This needs more letters than it takes (4).")
    dialog._least.setValue(2)
    dialog._needs[SlotNeed.CHAIR].setChecked(True)
    press(dialog, "Add program", qtbot)
    added = core.applications.targets(named(core).id)[-1]
    assert (added.name, added.min_letters, added.needs) == (ODD, 2, (SlotNeed.CHAIR,))
    assert spoken(page, 14, 0) == f"{ODD}: 2, incl. chair"


def test_the_form_says_what_applying_locks_before_it_does(
    page: ApplicationsPage, core: Core, qtbot
) -> None:
    target = core.applications.targets(named(core).id)[0]
    page._edit_target(target.id)
    dialog = page.findChild(TargetDialog)
    dialog._applied._set.click()
    assert dialog._locks.accessibleName() == "Applying locks 4 letters. 2 are not in yet."
    dialog._applied.field.set_day(date(2026, 8, 19))
    press(dialog, "Save and lock", qtbot)
    assert dialog._applied_field.error().startswith("This day is still ahead.")
    assert core.applications.targets(named(core).id)[0].applied_on is None
    dialog._applied.field.set_day(date(2026, 8, 18))
    press(dialog, "Save and lock", qtbot)
    assert core.applications.targets(named(core).id)[0].applied_on == date(2026, 8, 18)
    assert spoken(page, 0, 1).endswith("locked")


def test_a_letter_is_added_renamed_and_removed(page: ApplicationsPage, core: Core, qtbot) -> None:
    page._add_slot()
    dialog = page.findChild(SlotDialog)
    press(dialog, "Add letter", qtbot)
    assert dialog._field.error() == "Enter a title."
    dialog._name.setText(ODD)
    dialog._need.setCurrentIndex(list(SlotNeed).index(SlotNeed.RESEARCH))
    press(dialog, "Add letter", qtbot)
    slot = named(core).slots[-1]
    assert (slot.title, slot.need) == (ODD, SlotNeed.RESEARCH)
    assert page._pane.slots_row.cards[-1].accessibleName().startswith(f"{ODD}, choose a mentor")
    page._edit_slot(slot)
    editing = page.findChildren(SlotDialog)[-1]
    editing._name.setText("Research letter")
    press(editing, "Save", qtbot)
    assert named(core).slots[-1].title == "Research letter"
    page._remove_slot(named(core).slots[-1])
    assert named(core).needed == 4


def test_a_date_is_added_and_removed(page: ApplicationsPage, core: Core, qtbot) -> None:
    row = named(core)
    before = len(core.applications.dates(row.id))
    page._add_date()
    dialog = page.findChild(ApplicationDateDialog)
    press(dialog, "Add date", qtbot)
    assert dialog._title_field.error() == "Enter a title."
    dialog._name.setText(ODD)
    dialog._day.set_day(date(2026, 8, 17))
    assert "This day has passed." in words(dialog)
    dialog._day.set_day(ASK_BY)
    dialog._with_time.setChecked(True)
    press(dialog, "Add date", qtbot)
    added = next(d for d in core.applications.dates(row.id) if d.title == ODD)
    assert (added.on, added.zone) == (ASK_BY, "America/New_York")
    assert added.time is not None
    page._remove_date(added.id)
    assert len(core.applications.dates(row.id)) == before


def test_everything_that_takes_the_focus_has_a_name(page: ApplicationsPage, core: Core) -> None:
    page._add()
    page._add_target()
    page._add_slot()
    page._add_date()
    fields = page.findChildren(Field)
    assert len(fields) > 15
    assert all(field.editor.accessibleName() for field in fields)
    buttons = page.findChildren(QAbstractButton)
    assert [b for b in buttons if b.isVisible() and not (b.accessibleName() or b.text())] == []
    assert all(view.accessibleName() for view in (page._list.view, page._pane.targets.view))
