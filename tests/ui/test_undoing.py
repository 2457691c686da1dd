"""What Ctrl+Z and the undo bar say and do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from lordesk.kinds import MentorRole, MessageKind, SendWay
from lordesk.rows.mail import NewMessage
from ui.actions import ActionId
from ui.undoing import Undoing
from ui.widgets.toast import UndoBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk

MAIL = NewMessage(
    kind=MessageKind.UPDATE,
    to_name="Dr. Bell",
    to_address="bell@northfield.example",
    subject="News",
    body="Dear Dr. Bell,\n\nI matched.\n\nPriya",
)


@pytest.fixture
def bar(qtbot: QtBot, desk: Desk, core: Core) -> UndoBar:
    host = QWidget()
    host.resize(900, 600)
    qtbot.addWidget(host)
    made = UndoBar(desk.look, host)
    Undoing(desk, core.undo, made, host)
    host.show()
    return made


def ctrl_z(desk: Desk) -> None:
    desk.actions.get(ActionId.UNDO).trigger()


def button(bar: UndoBar) -> QPushButton:
    return bar.findChildren(QPushButton)[0]


def mail_that_has_left(core: Core) -> None:
    entry = core.outbox.queue(MAIL, SendWay.MAIL_APP)
    core.outbox.mark_handed_over(entry.id)
    core.outbox.confirm_by_user(entry.id)


def test_the_bar_says_what_its_button_undid(
    qtbot: QtBot, bar: UndoBar, core: Core, desk: Desk
) -> None:
    core.mentors.add("Sam Bell", role=MentorRole.ATTENDING)
    desk.say()
    assert bar.text() == "Sam Bell added."
    qtbot.mouseClick(button(bar), Qt.MouseButton.LeftButton)
    assert core.mentors.rows() == []
    assert bar.isVisible()
    assert bar.text() == "Undone: adding Sam Bell."


def test_mail_that_has_left_is_named_each_time_and_the_bar_offers_the_step_before(
    qtbot: QtBot, bar: UndoBar, core: Core, desk: Desk
) -> None:
    core.mentors.add("Ann Osei", role=MentorRole.ATTENDING)
    core.reminders.add("Call", core.clock.today())
    mail_that_has_left(core)
    for _ in range(2):
        ctrl_z(desk)
        assert bar.text() == "Mail to Dr. Bell has left and cannot be undone."
        assert len(core.today.today().this_week) == 1
    assert button(bar).text() == "Undo the step before"
    assert button(bar).toolTip() == "adding the reminder “Call”"
    qtbot.mouseClick(button(bar), Qt.MouseButton.LeftButton)
    assert bar.text() == "Undone: adding the reminder “Call”."
    assert core.today.today().this_week == ()
    ctrl_z(desk)
    assert bar.text() == "Undone: adding Ann Osei."


def test_after_a_later_step_mail_that_has_left_is_named_again(
    bar: UndoBar, core: Core, desk: Desk
) -> None:
    mail_that_has_left(core)
    core.reminders.add("Call", core.clock.today())
    ctrl_z(desk)
    assert bar.text() == "Undone: adding the reminder “Call”."
    ctrl_z(desk)
    assert bar.text() == "Mail to Dr. Bell has left and cannot be undone."
    assert not button(bar).isVisible()


def test_a_step_on_which_mail_hangs_is_refused_past_it_too(
    qtbot: QtBot, bar: UndoBar, core: Core, desk: Desk
) -> None:
    bell = core.mentors.add("Bell", title="Dr.")
    with core.store.step("request-queued", name="Dr. Bell", kind="ask"):
        core.letters.plan(bell)
        entry = core.outbox.queue(MAIL, SendWay.MAIL_APP)
    core.outbox.mark_handed_over(entry.id)
    core.outbox.confirm_by_user(entry.id)
    ctrl_z(desk)
    qtbot.mouseClick(button(bar), Qt.MouseButton.LeftButton)
    assert bar.text() == "Not undone: adding Dr. Bell. Something in it has changed since."
    assert len(core.letters.rows(mentor_id=bell)) == 1
