"""The board and the list: what they show, and every way to move a request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester

from lordesk.kinds import DeclineReason, MessageKind, OutboxState, Stage
from tests.ui.showing import shown as visible
from ui.dialogs.closing_dialog import DeclineDialog
from ui.dialogs.stage_dialog import ReplyDialog, StageDialog
from ui.pages.letter_menu import LetterMenu
from ui.pages.mentor_drawer import MentorDrawer
from ui.pages.mentor_pane.pane import MentorPane
from ui.pages.requests import RequestsPage
from ui.pages.requests_board import MIME, Lane
from ui.places import Places
from ui.widgets.buttons import Button
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from lordesk.rows.letters import LetterRow
    from ui.desk import Desk, Voice


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> RequestsPage:
    core.sample.add()
    return shown(qtbot, desk, core)


def shown(qtbot: QtBot, desk: Desk, core: Core) -> RequestsPage:
    services = Places(desk, core).letter_services()
    page = RequestsPage(desk, services, partial(pane_of, desk, core))
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def pane_of(desk: Desk, core: Core) -> MentorPane:
    services = Places(desk, core).mentor_services()
    return MentorPane(desk, services)


def lane(page: RequestsPage, stage: Stage) -> Lane:
    return next(lane for lane in visible(page, Lane) if lane.stage is stage)


def names(page: RequestsPage, stage: Stage) -> list[str]:
    return [letter.mentor_short for letter in lane(page, stage).view.letters.rows]


def letter_of(core: Core, short: str) -> LetterRow:
    return next(r for r in core.letters.rows() if r.mentor_short == short)


def drop(page: RequestsPage, letter: LetterRow, stage: Stage) -> None:
    data = QMimeData()
    data.setData(MIME, str(letter.request_id).encode())
    event = QDropEvent(
        QPointF(20, 60),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    lane(page, stage).view.dropEvent(event)


def test_each_stage_has_its_cards_with_the_most_pressing_first(page: RequestsPage) -> None:
    assert names(page, Stage.PLANNED) == ["Dr. Whitlock", "Dr. Adeyemi"]
    assert names(page, Stage.WRITING) == ["Dr. Bell", "Dr. Marchetti"]
    assert names(page, Stage.THANKED) == ["Dr. Bell"]


def test_a_card_reads_as_a_sentence(page: RequestsPage) -> None:
    view = lane(page, Stage.ASKED).view
    index = view.letters.index(0, 0)
    spoken = view.letters.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Dr. Amara Osei, Asked, At risk, Internal Medicine")
    assert spoken.endswith("No reply, 11 days")


def test_the_lanes_keep_the_rules_of_models(page: RequestsPage, core: Core) -> None:
    view = lane(page, Stage.WRITING).view
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(view.letters, mode)
    core.requests.move(letter_of(core, "Dr. Ibarra").request_id, Stage.WRITING)
    assert tester.model() is view.letters
    assert "Dr. Ibarra" in names(page, Stage.WRITING)


def test_every_card_can_be_dragged(page: RequestsPage) -> None:
    letters = lane(page, Stage.WRITING).view.letters
    assert letters.flags(letters.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_drop_asks_for_the_day_and_moves(
    qtbot: QtBot, page: RequestsPage, core: Core, voice: Voice
) -> None:
    letter = letter_of(core, "Dr. Ibarra")
    drop(page, letter, Stage.WRITING)
    dialog = page.findChild(StageDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Since when is Dr. Ibarra writing?"
    with qtbot.waitSignal(voice.said):
        dialog.primary.click()
    assert letter_of(core, "Dr. Ibarra").stage is Stage.WRITING
    core.undo.undo()
    assert letter_of(core, "Dr. Ibarra").stage is Stage.AGREED


def test_a_drop_on_asked_opens_the_wizard(qtbot: QtBot, page: RequestsPage, core: Core) -> None:
    letter = letter_of(core, "Dr. Adeyemi")
    with qtbot.waitSignal(page.compose_requested) as asked:
        drop(page, letter, Stage.ASKED)
    assert (asked.args[0].kind, asked.args[0].letter_id) == (MessageKind.ASK, letter.id)
    assert letter_of(core, "Dr. Adeyemi").stage is Stage.PLANNED


def test_alt_and_an_arrow_move_a_card_as_a_drag_does(
    qtbot: QtBot, page: RequestsPage, core: Core
) -> None:
    view = lane(page, Stage.AGREED).view
    view.setFocus()
    view.select_first()
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    dialog = page.findChild(StageDialog)
    assert dialog is not None
    dialog.primary.click()
    assert letter_of(core, "Dr. Ibarra").stage is Stage.WRITING


def test_a_day_that_is_still_ahead_is_refused_in_place(page: RequestsPage, core: Core) -> None:
    letter = letter_of(core, "Dr. Ibarra")
    page.ask_for_move(letter, Stage.WRITING)
    dialog = page.findChild(StageDialog)
    dialog._day.setDate(dialog._day.date().addDays(1))
    dialog.primary.click()
    assert "still ahead" in dialog._field.error()
    assert letter_of(core, "Dr. Ibarra").stage is Stage.AGREED


def test_a_letter_that_is_in_proposes_the_note(
    qtbot: QtBot, page: RequestsPage, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    bell = next(r for r in core.letters.rows() if r.stage is Stage.WRITING)
    page.ask_for_move(bell, Stage.SUBMITTED)
    page.findChild(StageDialog).primary.click()
    notice = visible(page, Notice)[0]
    assert notice.accessibleName() == f"The letter from {bell.mentor_short} is in."
    button = next(b for b in notice.findChildren(Button) if b.text() == "Write note")
    with qtbot.waitSignal(page.compose_requested) as asked:
        button.click()
    assert (asked.args[0].kind, asked.args[0].letter_id) == (MessageKind.THANKS, bell.id)
    waits = {"mail_state": OutboxState.QUEUED, "mail_kind": MessageKind.THANKS}
    rows = [replace(row, **waits) for row in core.letters.rows()]
    with monkeypatch.context() as patch:
        patch.setattr(core.letters, "rows", lambda **_: rows)
        page.reload()
    assert not visible(page, Notice), "a note that waits is written"


def test_a_no_keeps_its_reason_and_opens_the_slot(page: RequestsPage, core: Core) -> None:
    letter = letter_of(core, "Dr. Osei")
    page.ask_for_move(letter, Stage.DECLINED)
    dialog = page.findChild(DeclineDialog)
    dialog._reasons.button(2).setChecked(True)
    dialog._suggested.setText("Dr. Lund")
    dialog.primary.click()
    declined = letter_of(core, "Dr. Osei")
    assert declined.stage is Stage.DECLINED
    assert declined.decline_reason is DeclineReason.NO_TIME
    assert declined.suggested_person == "Dr. Lund"


def test_the_menu_offers_every_move_that_is_allowed(page: RequestsPage, core: Core) -> None:
    menu = LetterMenu(letter_of(core, "Dr. Kwan"), page)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "Write thank-you note…"
    assert "Move to Thanked" in texts
    assert "Move to Declined" not in texts


def test_a_reply_without_words_is_refused_in_place(page: RequestsPage, core: Core) -> None:
    letter = letter_of(core, "Dr. Osei")
    dialog = ReplyDialog(page._desk, core.requests, letter, page)
    dialog.open()
    dialog.primary.click()
    assert "few words" in dialog._field.error()
    dialog._text.setPlainText("Gladly.")
    dialog.primary.click()
    assert letter_of(core, "Dr. Osei").unread_reply


def test_the_list_shows_the_same_letters(page: RequestsPage) -> None:
    page._views.set_index(1)
    page._show_view()
    assert page._table.isVisible()
    assert page._model.rowCount() == 10
    assert page._model.headerData(0, Qt.Orientation.Horizontal) == "Mentor"


def test_a_filter_by_application_narrows_every_lane(page: RequestsPage, core: Core) -> None:
    harlan = next(a for a in core.applications.rows() if a.name.startswith("Harlan"))
    action = next(a for a in page._menu.actions() if a.data() == harlan.id)
    action.trigger()
    assert names(page, Stage.PLANNED) == ["Dr. Whitlock"]
    assert page._chip.active
    page._chip.cleared.emit()
    assert len(names(page, Stage.PLANNED)) == 2


def test_delete_takes_a_letter_away_with_an_undo(
    qtbot: QtBot, page: RequestsPage, core: Core, voice: Voice
) -> None:
    view = lane(page, Stage.PLANNED).view
    view.setFocus()
    view.select_first()
    with qtbot.waitSignal(voice.said):
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert names(page, Stage.PLANNED) == ["Dr. Adeyemi"]
    core.undo.undo()
    assert names(page, Stage.PLANNED) == ["Dr. Whitlock", "Dr. Adeyemi"]


def test_enter_shows_the_mentor_beside_the_board_and_escape_goes_back(
    qtbot: QtBot, page: RequestsPage
) -> None:
    view = lane(page, Stage.AGREED).view
    view.setFocus()
    view.select_first()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    drawer = page.findChild(MentorDrawer)
    assert drawer is not None
    assert drawer.isVisibleTo(page)
    assert drawer.geometry().right() == page.rect().right()
    assert drawer.pane.mentor_id == view.letters.rows[0].mentor_id
    drawer.close_drawer()
    assert not drawer.isVisibleTo(page)


def test_an_empty_board_says_how_to_begin(qtbot: QtBot, desk: Desk, core: Core) -> None:
    page = shown(qtbot, desk, core)
    button = next(b for b in visible(page, Button) if b.text() == "Plan a letter")
    with qtbot.waitSignal(page.compose_requested):
        button.click()


def test_the_day_of_a_move_is_kept(page: RequestsPage, core: Core) -> None:
    letter = letter_of(core, "Dr. Ibarra")
    page.ask_for_move(letter, Stage.WRITING)
    dialog = page.findChild(StageDialog)
    dialog._day.setDate(dialog._day.date().addDays(-3))
    dialog.primary.click()
    assert core.requests.history(letter.request_id)[-1].on == date(2026, 8, 15)
