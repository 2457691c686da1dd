"""The page of mentors: what a user sees, clicks and types, and what the core has then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from lordesk.kinds import (
    ApplicationKind,
    FitQuestion,
    InteractionKind,
    MentorRole,
    MessageKind,
    Stage,
)
from lordesk.rows.people import FitAnswer
from tests.ui.showing import shown
from ui.dialogs.fit_dialog import FitDialog
from ui.dialogs.mentor_dialog import MentorDialog
from ui.dialogs.mentor_edit_dialog import MentorEditDialog
from ui.pages.mentor_empty import StartCard
from ui.pages.mentor_pane.fit_bars import FitBar
from ui.pages.mentor_pane.pane import MentorPane, PaneTab
from ui.pages.mentors import MentorsPage
from ui.places import Places
from ui.state import UiState
from ui.widgets.buttons import Button
from ui.widgets.chips import MenuChip
from ui.widgets.fields import SearchField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk, Voice
    from ui.widgets.row_table import RowTable

TODAY = date(2026, 8, 18)


@pytest.fixture
def people(core: Core) -> dict[str, int]:
    """Three mentors and one in the archive; Bell fits best and Feld has been silent."""
    goal = core.applications.add("Internal Medicine", ApplicationKind.RESIDENCY)
    found = {}
    for name, specialty, level, ago in (
        ("Dr. Marcus Bell", "Geriatrics", 4, 12),
        ("Dr. Tomás Ibarra", "Family Medicine", 3, 1),
        ("Dr. Joanna Feld", "Psychiatry", 1, 74),
        ("Dr. Gone Away", "Geriatrics", 2, 300),
    ):
        mentor = core.mentors.add(
            name,
            specialty=specialty,
            email=f"{specialty.split()[0].lower()}@ward.example",
            answers=[FitAnswer(FitQuestion.DEPTH, level)],
            application_id=goal,
        )
        on = TODAY - timedelta(days=ago)
        core.interactions.log(mentor, InteractionKind.EMAIL, on, "A word")
        found[name.split()[-1]] = mentor
    core.mentors.archive([found["Away"]])
    return found


def open_page(qtbot: QtBot, desk: Desk, core: Core, width: int = 1072) -> MentorsPage:
    page = MentorsPage(desk, Places(desk, core).mentor_services())
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core, people: dict[str, int]) -> MentorsPage:
    return open_page(qtbot, desk, core)


def view(page: MentorsPage) -> RowTable:
    return page._view


def names(page: MentorsPage) -> list[str]:
    model = view(page).model()
    return [row.full_name for row in model.rows]


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in shown(page, QLabel)]


def button(page: QWidget, text: str) -> Button:
    return shown(page, Button, lambda each: each.text() == text)[0]


def type_in_search(qtbot: QtBot, page: MentorsPage, text: str) -> None:
    field = page.findChild(SearchField)
    field.clear()
    qtbot.keyClicks(field, text)


# --- the list -------------------------------------------------------------------------------------


def test_the_best_fit_is_first_and_its_pane_is_open(page: MentorsPage) -> None:
    assert names(page) == ["Dr. Marcus Bell", "Dr. Tomás Ibarra", "Dr. Joanna Feld"]
    assert "3 of 4" in texts(page)
    assert "Why Dr. Bell" in texts(page)


def test_the_archive_shows_once_the_status_is_cleared(qtbot: QtBot, page: MentorsPage) -> None:
    chip = shown(page, MenuChip, lambda each: each.text() == "Status: active")[0]
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert "Dr. Gone Away" in names(page)
    assert "4" in texts(page)


def test_search_finds_without_accents_and_by_specialty(qtbot: QtBot, page: MentorsPage) -> None:
    type_in_search(qtbot, page, "tomas")
    assert names(page) == ["Dr. Tomás Ibarra"]
    assert page.mentor_in_view() is not None
    type_in_search(qtbot, page, "psych")
    assert names(page) == ["Dr. Joanna Feld"]


def test_a_search_without_a_match_says_so_and_is_cleared(qtbot: QtBot, page: MentorsPage) -> None:
    type_in_search(qtbot, page, "cardio")
    assert "No mentor matches “cardio”." in texts(page)
    button(page, "Clear search").click()
    assert len(names(page)) == 4


def test_a_click_on_the_header_sorts_and_the_next_turns_round(page: MentorsPage) -> None:
    header = page._header
    header.sort_by(0)
    assert names(page)[0] == "Dr. Joanna Feld"
    header.sort_by(0)
    assert names(page)[0] == "Dr. Tomás Ibarra"


def test_the_keyboard_sorts_too(qtbot: QtBot, page: MentorsPage) -> None:
    header = page._header
    header.setFocus()
    qtbot.keyClick(header, Qt.Key.Key_Left)
    qtbot.keyClick(header, Qt.Key.Key_Space)
    assert names(page)[0] == "Dr. Tomás Ibarra", "the latest contact comes first"


def test_a_screen_reader_hears_the_whole_row(page: MentorsPage) -> None:
    model = view(page).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = model.index(2, 0).data(role)
    assert spoken.startswith("Dr. Joanna Feld")
    for part in ("In touch", "74 days ago", "going quiet", "fit 9"):
        assert part in spoken
    assert model.index(2, 2).data(role) == "74 days ago"


def test_the_model_keeps_its_promises(qtbot: QtBot, page: MentorsPage, core: Core) -> None:
    model = view(page).model()
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, mode)
    type_in_search(qtbot, page, "dr")
    page._header.sort_by(1)
    core.mentors.add("Dr. New")
    assert tester.model() is model
    assert "Dr. New" in names(page)


def test_a_narrow_page_folds_the_chips_and_hides_a_column(
    qtbot: QtBot, desk: Desk, core: Core, people: dict[str, int]
) -> None:
    page = open_page(qtbot, desk, core, 968)
    chips = [chip.text() for chip in shown(page, MenuChip)]
    assert chips == ["Filters: 1"]
    assert view(page).isColumnHidden(2)
    assert page.findChild(MentorPane).width() == 392


def test_a_target_that_filters_hide_is_shown(page: MentorsPage, people: dict[str, int]) -> None:
    page.open_target(people["Away"])
    assert page.mentor_in_view() == people["Away"]


# --- adding, changing, removing -------------------------------------------------------------------


def test_an_empty_page_invites_and_fills_in_the_role(qtbot: QtBot, desk: Desk, core: Core) -> None:
    page = open_page(qtbot, desk, core)
    (area,) = page.areas()
    assert isinstance(area.focusProxy(), Button)
    card = shown(page, StartCard)[2]
    card.click()
    dialog = page.findChild(MentorDialog)
    dialog._name.setText("Dr. Samuel Adeyemi")
    dialog.primary.click()
    assert names(page) == ["Dr. Samuel Adeyemi"]
    assert core.mentors.rows()[0].role is MentorRole.RESEARCH_MENTOR


def test_delete_can_be_undone_and_says_so(
    qtbot: QtBot, page: MentorsPage, core: Core, voice: Voice
) -> None:
    with qtbot.waitSignal(voice.said):
        qtbot.keyClick(view(page), Qt.Key.Key_Delete)
    assert "Dr. Marcus Bell" not in names(page)
    core.undo.undo()
    assert "Dr. Marcus Bell" in names(page)


def test_who_was_asked_is_archived_instead(
    qtbot: QtBot, page: MentorsPage, core: Core, voice: Voice, people: dict[str, int]
) -> None:
    letter = core.letters.get(core.letters.plan(people["Bell"]))
    core.requests.move(letter.request_id, Stage.ASKED)
    page.open_target(people["Bell"])
    with qtbot.waitSignal(voice.said) as said:
        qtbot.keyClick(view(page), Qt.Key.Key_Delete)
    assert "archived" in said.args[0]
    assert core.mentors.get(people["Bell"]).archived


def test_f2_opens_every_field(qtbot: QtBot, page: MentorsPage) -> None:
    qtbot.keyClick(view(page), Qt.Key.Key_F2)
    assert page.findChild(MentorEditDialog).windowTitle() == "Edit Dr. Marcus Bell"


# --- the pane -------------------------------------------------------------------------------------


def test_ctrl_tab_goes_through_the_tabs(qtbot: QtBot, page: MentorsPage) -> None:
    pane = page.findChild(MentorPane)
    view(page).setFocus()
    qtbot.keyClick(view(page), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert pane._tabs.currentIndex() == PaneTab.TIMELINE


def test_a_bar_opens_the_answers_and_saving_changes_the_fit(page: MentorsPage, core: Core) -> None:
    shown(page, FitBar)[1].click()
    dialog = page.findChild(FitDialog)
    dialog._questions._levels[FitQuestion.OBSERVED].setCurrentIndex(5)
    dialog.primary.click()
    assert core.mentors.fit(page.mentor_in_view(), None).total == 60
    assert "Good fit" in texts(page)


def test_the_next_step_of_a_quiet_mentor_is_an_update(
    qtbot: QtBot, page: MentorsPage, people: dict[str, int]
) -> None:
    page.open_target(people["Feld"])
    with qtbot.waitSignal(page.compose_requested) as asked:
        button(page, "Write update").click()
    assert asked.args[0].kind is MessageKind.UPDATE
    assert asked.args[0].mentor_id == people["Feld"]


def test_a_reminder_is_the_next_step_until_it_is_done(
    page: MentorsPage, core: Core, people: dict[str, int]
) -> None:
    core.reminders.add("Send your CV", TODAY + timedelta(days=2), mentor_id=people["Bell"])
    assert "Next step · by Thursday" in texts(page)
    shown(page, Button, lambda each: each.accessibleName() == "Done")[0].click()
    assert core.reminders.of_mentor(people["Bell"]) == []
    assert "Send your CV" not in texts(page)


def test_a_yes_is_one_click_on_the_letters_tab(
    page: MentorsPage, core: Core, people: dict[str, int]
) -> None:
    letter = core.letters.plan(people["Bell"], soft_on=TODAY + timedelta(days=40))
    core.requests.move(core.letters.get(letter).request_id, Stage.ASKED)
    page.findChild(MentorPane).show_tab(PaneTab.LETTERS)
    button(page, "Said yes").click()
    assert core.letters.get(letter).stage is Stage.AGREED


def test_notes_are_saved_while_typing_and_when_the_focus_goes(
    qtbot: QtBot, page: MentorsPage, core: Core, people: dict[str, int]
) -> None:
    page.findChild(MentorPane).show_tab(PaneTab.NOTES)
    field = shown(page, QPlainTextEdit)[0]
    qtbot.keyClicks(field, "Likes short emails")
    qtbot.waitUntil(
        lambda: core.mentors.get(people["Bell"]).notes == "Likes short emails", timeout=20_000
    )
    field.insertPlainText("; " + "word " * 2000)
    page.open_target(people["Ibarra"])
    assert len(core.mentors.get(people["Bell"]).notes) > 10_000
    assert core.mentors.get(people["Ibarra"]).notes == ""
    assert field.toPlainText() == ""


@pytest.mark.parametrize("name", ["<img src=x>", "A & B", "د. ليلى حداد", "Sukarno"])
def test_a_name_shows_as_typed_everywhere(qtbot: QtBot, desk: Desk, core: Core, name: str) -> None:
    mentor = core.mentors.add(name, specialty="<b>Bold</b> & more")
    core.interactions.log(mentor, InteractionKind.EMAIL, TODAY, "<i>note</i> & more")
    page = open_page(qtbot, desk, core)
    assert names(page) == [name]
    labels = [label for label in shown(page, QLabel) if name in label.text()]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert view(page).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith(name)


def test_everything_that_takes_the_focus_has_a_name(page: MentorsPage) -> None:
    pane = page.findChild(MentorPane)
    for tab in PaneTab:
        pane.show_tab(tab)
        for widget in shown(page, QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, widget


def drag_pane(page: MentorsPage, px: int) -> None:
    page._splitter.setSizes([page.width() - px - 1, px])
    page._splitter.splitterMoved.emit(page.width() - px - 1, 1)


def test_the_pane_is_as_wide_as_before_when_the_window_was_small_for_a_while(
    page: MentorsPage,
) -> None:
    page.resize(1072, 800)
    drag_pane(page, 470)
    page.resize(968, 640)
    assert page._pane.width() == 392
    page.resize(1072, 800)
    assert page._pane.width() == 470


def test_the_width_of_the_pane_comes_back_with_the_next_window(
    qtbot: QtBot, desk: Desk, core: Core, page: MentorsPage
) -> None:
    page.resize(1072, 800)
    drag_pane(page, 470)
    page.resize(968, 640)
    state = UiState(core.paths.config / "window.ini")
    state.keep_pane_width("mentors", page.pane_width())
    state.save()

    width = UiState(core.paths.config / "window.ini").pane_width("mentors")
    assert width is not None
    second = MentorsPage(desk, Places(desk, core).mentor_services())
    second.set_pane_width(width)
    qtbot.addWidget(second)
    second.resize(1072, 800)
    second.show()
    assert second._pane.width() == 470


def test_a_kept_width_that_is_no_number_is_the_drawn_one(core: Core) -> None:
    file = core.paths.config / "window.ini"
    file.write_text("[panes]\nmentors=wide\n", encoding="utf-8")
    assert UiState(file).pane_width("mentors") is None
