"""What the pane of a mentor says beside the number, and of a letter that was followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from lordesk.kinds import DeclineReason, FitQuestion, MaterialKind, MessageKind, Signal, Stage
from lordesk.rows.people import FitAnswer
from ui.dialogs.closing_dialog import DeclineDialog
from ui.pages.mentor_pane.about import About
from ui.pages.mentor_pane.letters import LetterCard
from ui.pages.mentor_pane.pane import MentorPane, PaneTab
from ui.places import Places
from ui.widgets.buttons import Button
from ui.widgets.meters import Gauge
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk, core: Core) -> MentorPane:
    core.sample.add()
    services = Places(desk, core).mentor_services()
    made = MentorPane(desk, services)
    qtbot.addWidget(made)
    made.resize(420, 760)
    made.show()
    return made


def said(pane: MentorPane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane)]


def on_cards(pane: MentorPane) -> list[str]:
    cards = pane.findChildren(LetterCard)
    assert cards
    return [label.text() for card in cards for label in card.findChildren(QLabel)]


def medicine(core: Core) -> int:
    return next(row.id for row in core.applications.rows() if row.name == "Internal Medicine")


def mentor(core: Core, name: str) -> int:
    return next(row.id for row in core.mentors.rows(None) if name in row.full_name)


def test_the_goal_of_the_number_is_named(pane: MentorPane, core: Core) -> None:
    pane.show_mentor(mentor(core, "Bell"), medicine(core))
    assert "Fit for Internal Medicine" in said(pane)
    pane.show_mentor(mentor(core, "Bell"))
    assert not any(text.startswith("Fit for") for text in said(pane))


def test_without_an_answer_there_is_no_number(pane: MentorPane, core: Core) -> None:
    new = core.mentors.add("Ann One")
    pane.show_mentor(new, medicine(core))
    (gauge,) = pane.findChildren(Gauge)
    assert gauge.accessibleName() == "–"
    core.mentors.set_answers(new, [FitAnswer(q, 0) for q in FitQuestion], medicine(core))
    pane.refresh()
    assert gauge.accessibleName() == "0"


@pytest.mark.parametrize("address", ["foo@@bar", "ann@", "ann"])
def test_an_address_that_no_mail_can_go_to_is_said_at_the_mentor(
    qtbot: QtBot, pane: MentorPane, core: Core, address: str
) -> None:
    new = core.mentors.add("Ann One", email=address)
    pane.show_mentor(new)
    notice = notice_of(pane)
    assert notice.isVisibleTo(pane)
    assert notice.accessibleName() == "This address looks incomplete."
    assert notice.accessibleDescription() == address
    with qtbot.waitSignal(pane.findChild(About).form_requested):
        notice.findChild(Button).click()
    core.mentors.update(new, email="ann@bar.example")
    pane.refresh()
    assert not notice.isVisibleTo(pane)


def notice_of(pane: MentorPane) -> Notice:
    about = pane.findChild(About)
    assert about is not None
    (found,) = about.findChildren(Notice)
    return found


def test_a_low_number_beside_a_required_letter_says_who_requires_it(
    pane: MentorPane, core: Core
) -> None:
    goal = medicine(core)
    chair = next(
        slot.letter.mentor_id
        for slot in core.applications.get(goal).slots
        if slot.need.value == "chair" and slot.letter is not None
    )
    core.mentors.set_answers(chair, [FitAnswer(q, 0) for q in FitQuestion], goal)
    pane.show_mentor(chair, goal)
    assert "Required by 11 programs" in said(pane)
    core.mentors.set_answers(chair, [FitAnswer(q, 4) for q in FitQuestion], goal)
    pane.refresh()
    assert not any(text.startswith("Required by") for text in said(pane))


def test_the_last_follow_up_of_a_letter_is_told(pane: MentorPane, core: Core) -> None:
    osei = next(row for row in core.letters.rows() if row.mentor_short == "Dr. Osei")
    pane.show_mentor(osei.mentor_id, osei.application_id)
    pane.show_tab(PaneTab.LETTERS)
    assert not any(text.startswith("Last follow-up") for text in on_cards(pane))
    item = next(item for item in core.requests.follow_ups(osei.request_id) if not item.done)
    core.requests.finish_follow_up(item.id)
    pane.refresh()
    assert "Last follow-up Aug 18" in on_cards(pane)


def card_of(pane: MentorPane, core: Core, name: str) -> LetterCard:
    letter = next(row for row in core.letters.rows() if row.mentor_short == name)
    pane.show_mentor(letter.mentor_id, letter.application_id)
    pane.show_tab(PaneTab.LETTERS)
    return pane.findChildren(LetterCard)[0]


def test_a_no_at_the_mentor_asks_what_the_board_asks(
    qtbot: QtBot, pane: MentorPane, core: Core
) -> None:
    card = card_of(pane, core, "Dr. Osei")
    (no,) = [b for b in card.findChildren(Button) if b.text() == "Said no…"]
    no.click()
    dialog = pane.findChild(DeclineDialog)
    assert dialog._reasons.checkedId() == list(DeclineReason).index(DeclineReason.OTHER)
    dialog._why.setPlainText("On call all of August")
    with qtbot.waitSignal(pane.compose_requested) as asked:
        dialog.primary.click()
    osei = next(row for row in core.letters.rows() if row.mentor_short == "Dr. Osei")
    assert osei.stage is Stage.DECLINED
    assert osei.decline_reason is DeclineReason.OTHER
    assert osei.facts[-1].note == "On call all of August"
    assert asked.args[0].kind is MessageKind.DECLINE_REPLY


def test_a_writer_who_sounds_like_no_is_asked_about_at_once(pane: MentorPane, core: Core) -> None:
    card = card_of(pane, core, "Dr. Osei")
    card.signal_picked.emit(card._letter, Signal.NO)
    assert pane.findChild(DeclineDialog) is not None
    osei = next(row for row in core.letters.rows() if row.mentor_short == "Dr. Osei")
    assert (osei.stage, osei.signal) == (Stage.ASKED, Signal.NO)


def test_a_reminder_that_speaks_of_files_sends_them(
    qtbot: QtBot, core: Core, pane: MentorPane
) -> None:
    marchetti = mentor(core, "Marchetti")
    pane.show_mentor(marchetti)
    button = next(b for b in pane.findChildren(Button) if b.text() == "Send files")
    with qtbot.waitSignal(pane.compose_requested) as asked:
        button.click()
    assert asked.args[0].files == (MaterialKind.CV,)
    assert asked.args[0].mentor_id == marchetti
