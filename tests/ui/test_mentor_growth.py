"""The pane before the ask and after it: coach, readiness, strength, goals, and facts in place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QRadioButton

from lordesk.kinds import ApplicationKind, MentorRole, MessageKind, Page, Signal, Stage
from tests.ui.showing import shown
from ui.dialogs.fit_dialog import FitDialog
from ui.dialogs.mentor_edit_dialog import MentorEditDialog
from ui.dialogs.merge_dialog import MergeDialog
from ui.pages.mentor_duplicates import DuplicateLine
from ui.pages.mentor_mix import MixCard
from ui.pages.mentor_pane.growth import StepLine
from ui.pages.mentor_pane.pane import PaneTab
from ui.pages.mentor_pane.signal_choice import SignalChoice
from ui.pages.mentors import MentorsPage
from ui.places import Places
from ui.widgets.buttons import IconButton, LinkButton

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from tests.ui.doubles import AnsweredBoxes
    from ui.desk import Desk

TODAY = date(2026, 8, 18)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> MentorsPage:
    made = MentorsPage(desk, Places(desk, core).mentor_services())
    qtbot.addWidget(made)
    made.resize(1072, 1400)
    made.show()
    return made


@pytest.fixture
def park(core: Core, page: MentorsPage) -> int:
    core.profile.update(year="First year")
    return core.mentors.add("Dr. Ada Park", role=MentorRole.SCIENCE_PROFESSOR)


def texts(page: MentorsPage) -> list[str]:
    return [label.text() for label in shown(page, QLabel)]


# --- before the ask -------------------------------------------------------------------------------


def test_what_is_missing_is_told_until_the_mentor_is_asked(
    page: MentorsPage, core: Core, park: int
) -> None:
    assert "Not ready to ask yet" in texts(page)
    assert "No feedback asked for yet." in texts(page)
    letter = core.letters.get(core.letters.plan(park))
    core.requests.move(letter.request_id, Stage.ASKED)
    assert "Not ready to ask yet" not in texts(page)
    assert not shown(page, StepLine)


def test_a_suggestion_is_one_click_to_a_task_and_at_most_three_are_open(
    page: MentorsPage, core: Core, park: int
) -> None:
    for left in (2, 1, 0):
        shown(shown(page, StepLine)[0], LinkButton)[0].click()
        assert len(shown(page, StepLine)) == left
    assert len(core.reminders.of_mentor(park)) == 3
    assert len(core.today.today().this_week) == 3


def test_not_for_me_ends_a_suggestion(page: MentorsPage, core: Core, park: int) -> None:
    first = shown(page, StepLine)[0]
    ended = shown(first, QLabel)[-1].text()
    shown(first, IconButton)[0].click()
    assert ended not in texts(page)
    assert core.reminders.of_mentor(park) == []


def test_the_mix_is_told_while_there_is_no_application(
    page: MentorsPage, core: Core, park: int
) -> None:
    (card,) = shown(page, MixCard)
    assert "4 more mentors would be good: 1 of 5." in [x.text() for x in shown(card, QLabel)]
    core.mentors.delete(park)
    (card,) = shown(page, MixCard)
    assert "5 more mentors would be good: 0 of 5." in [x.text() for x in shown(card, QLabel)]
    core.applications.add("AMCAS", ApplicationKind.MEDICAL_SCHOOL)
    assert not shown(page, MixCard)


# --- after the ask --------------------------------------------------------------------------------


@pytest.fixture
def asked(page: MentorsPage, core: Core, park: int) -> int:
    goal = core.applications.add("AMCAS", ApplicationKind.MEDICAL_SCHOOL)
    letter = core.letters.plan(park, goal)
    core.requests.move(core.letters.get(letter).request_id, Stage.ASKED)
    page._pane.show_tab(PaneTab.LETTERS)
    return letter


def pick(page: MentorsPage, signal: Signal) -> None:
    shown(page, SignalChoice)[0]._chips[signal].click()


def test_how_the_writer_sounded_is_kept_and_taken_back(
    page: MentorsPage, core: Core, asked: int
) -> None:
    pick(page, Signal.KEEN)
    assert core.letters.get(asked).signal is Signal.KEEN
    pick(page, Signal.YES)
    assert core.letters.get(asked).signal is Signal.YES
    assert not [b for b in shown(page, LinkButton) if b.text() == "Write thanks"]
    pick(page, Signal.YES)
    assert core.letters.get(asked).signal is None


def test_a_hesitant_yes_offers_thanks_and_a_backup(
    qtbot: QtBot, page: MentorsPage, core: Core, asked: int
) -> None:
    pick(page, Signal.HESITANT)
    links = {button.text(): button for button in shown(page, LinkButton)}
    with qtbot.waitSignal(page.compose_requested) as composed:
        links["Write thanks"].click()
    assert composed.args[0].kind is MessageKind.DECLINE_REPLY
    with qtbot.waitSignal(page.navigate_requested) as led:
        links["Find a backup writer"].click()
    assert led.args == [Page.APPLICATIONS, core.letters.get(asked).application_id]


# --- goals ----------------------------------------------------------------------------------------


def test_the_fit_of_another_application_is_one_choice_away(
    page: MentorsPage, core: Core, park: int
) -> None:
    near = core.applications.add("Near", ApplicationKind.OTHER, hard_on=TODAY + timedelta(days=9))
    core.applications.add("Far & away", ApplicationKind.OTHER, hard_on=TODAY + timedelta(days=99))
    assert "Fit for Near" in texts(page)
    overview = page._pane._overview
    overview._goals.click()
    (far,) = [action for action in overview._goal_menu.actions() if "Far" in action.text()]
    far_id = far.data()
    far.trigger()
    overview._goal_menu.close()
    assert "Fit for Far & away" in texts(page)
    core.mentors.update(park, specialty="Genetics")
    assert "Fit for Far & away" in texts(page), "the choice outlives a reload"
    core.applications.delete(far_id)
    assert "Fit for Near" in texts(page)
    assert near == page._application_id


def test_the_goals_suggest_an_answer_about_relevance(
    page: MentorsPage, core: Core, park: int
) -> None:
    goal = core.applications.add("AMCAS", ApplicationKind.MEDICAL_SCHOOL)
    core.applications.update(goal, specialty="Genetics")
    core.mentors.update(park, specialty="genetics")
    page._pane._overview._why.link_clicked.emit()
    told = [label.text() for label in shown(page.findChild(FitDialog), QLabel)]
    (hint,) = [text for text in told if text.startswith("Your goals suggest")]
    assert "same specialty" in hint


# --- facts in place -------------------------------------------------------------------------------


def test_f2_changes_a_fact_in_place_and_leaving_saves_it(
    qtbot: QtBot, page: MentorsPage, core: Core, park: int
) -> None:
    row = page._pane._overview._about._rows["specialty"]
    row.setFocus()
    qtbot.keyClick(row._value, Qt.Key.Key_F2)
    qtbot.keyClicks(row._editor, "Genetics")
    page._view.setFocus()
    assert core.mentors.get(park).specialty == "Genetics"
    assert core.undo.next_undo().code == "mentor-changed"


def test_escape_leaves_a_fact_as_it_was(
    qtbot: QtBot, page: MentorsPage, core: Core, park: int
) -> None:
    row = page._pane._overview._about._rows["tags"]
    row.begin()
    qtbot.keyClicks(row._editor, "new")
    qtbot.keyClick(row._editor, Qt.Key.Key_Escape)
    assert core.mentors.get(park).tags == ()
    row.begin()
    qtbot.keyClicks(row._editor, "b, a ,")
    qtbot.keyClick(row._editor, Qt.Key.Key_Return)
    assert core.mentors.get(park).tags == ("a", "b")


def test_role_and_interval_are_chosen_in_place(
    qtbot: QtBot, page: MentorsPage, core: Core, park: int
) -> None:
    about = page._pane._overview._about
    role, days = about._rows["role"], about._rows["stay_in_touch_days"]
    role.begin()
    role._editor.hidePopup()
    place = role._editor.findData(MentorRole.RESEARCH_PI)
    role._editor.setCurrentIndex(place)
    role._editor.activated.emit(place)
    assert core.mentors.get(park).role is MentorRole.RESEARCH_PI
    days.begin()
    qtbot.keyClicks(days._editor, "45")
    qtbot.keyClick(days._editor, Qt.Key.Key_Return)
    assert core.mentors.get(park).stay_in_touch_days == 45


def test_a_leave_is_told_in_the_pane(page: MentorsPage, core: Core, park: int) -> None:
    core.mentors.update(
        park,
        leave_from=date(2026, 8, 3),
        leave_to=date(2026, 8, 20),
        leaving_on=date(2026, 9, 1),
    )
    assert "On leave Aug 3 to Aug 20 · Leaves on Sep 1" in texts(page)


# --- twice in the list ----------------------------------------------------------------------------


def asked_about(qtbot: QtBot, page: MentorsPage) -> DuplicateLine:
    qtbot.waitUntil(lambda: bool(shown(page, DuplicateLine)))
    return shown(page, DuplicateLine)[0]


def test_twins_are_asked_about_compared_and_merged(
    qtbot: QtBot, page: MentorsPage, core: Core, park: int
) -> None:
    other = core.mentors.add("A. Park", specialty="Genetics", email="park@ward.example")
    core.mentors.update(park, specialty="Biology")
    line = asked_about(qtbot, page)
    assert "Dr. Ada Park and A. Park may be one person." in texts(page)
    line._compare.click()
    dialog = page.findChild(MergeDialog)
    genetics = [b for b in shown(dialog, QRadioButton) if "Genetics" in b.text()]
    genetics[0].click()
    dialog.primary.click()
    found = core.mentors.get(park)
    assert (found.specialty, found.email) == ("Genetics", "park@ward.example")
    assert [row.id for row in core.mentors.rows()] == [park]
    qtbot.waitUntil(lambda: not shown(page, DuplicateLine))
    core.undo.undo()
    assert {row.id for row in core.mentors.rows()} == {park, other}


def test_two_people_of_one_name_are_asked_about_once(
    qtbot: QtBot, page: MentorsPage, core: Core, park: int
) -> None:
    core.mentors.add("Dr. Ada Park")
    line = asked_about(qtbot, page)
    assert "Dr. Ada Park is there twice." in texts(page)
    line._deny.click()
    assert not shown(page, DuplicateLine)
    core.mentors.add("Dr. Ben Moss")
    assert not shown(page, DuplicateLine)


# --- photo and programs ---------------------------------------------------------------------------


def test_a_photo_and_a_program_are_kept_from_the_form(
    page: MentorsPage, core: Core, park: int, boxes: AnsweredBoxes, tmp_path: Path
) -> None:
    goal = core.applications.add("AMCAS", ApplicationKind.MEDICAL_SCHOOL)
    core.applications.add_target(goal, "Northfield")
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(tmp_path / "me.png"))
    (tmp_path / "no.png").write_bytes(b"no picture")
    page._pane.edit()
    dialog = page.findChild(MentorEditDialog)
    boxes.files = [[tmp_path / "no.png"], [tmp_path / "me.png"]]
    dialog._photo._choose.click()
    assert dialog._photo.picture is None
    assert "no picture" in dialog._photo._wrong.text()
    dialog._photo._choose.click()
    dialog._links._add.click()
    dialog.primary.click()
    found = core.mentors.get(park)
    kept = QImage(str(core.photos.path(found.photo)))
    assert (kept.width(), kept.height()) == (256, 256)
    assert [link.link for link in core.mentors.links(park)] == ["trained"]
    core.undo.undo()
    assert core.mentors.get(park).photo == ""
    assert core.mentors.links(park) == ()


@pytest.mark.parametrize("name", ["李明", "د. ليلى حداد", "A & <b>B</b>", "Ж" * 300])
def test_any_name_and_long_notes_pass_through_every_tab(
    page: MentorsPage, core: Core, name: str
) -> None:
    mentor = core.mentors.add(name, notes="word " * 1600, specialty=name, tags=[name])
    core.interactions.add_moment(mentor, "א" * 8000)
    page.open_target(mentor)
    for tab in PaneTab:
        page._pane.show_tab(tab)
        assert page.grab().width() == 1072
    labels = [label for label in shown(page, QLabel) if name in label.text()]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
