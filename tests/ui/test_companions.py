"""What runs beside the window, where one part must tell another."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lordesk.jobs import JobContext
from lordesk.kinds import Security
from lordesk.rows.mail import NewAccount
from tests.ui.test_undoing import MAIL
from ui.companions import Companions

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from lordesk.clock import FixedClock
    from lordesk.core import Core
    from ui.desk import Desk
    from ui.notify import Message


def add_account(core: Core) -> None:
    address = "praman@northfield.example"
    new = NewAccount(
        address=address,
        host="smtp.northfield.example",
        port=587,
        security=Security.STARTTLS,
        username="praman",
    )
    core.accounts.add(JobContext(), new, "secret")


def test_a_notification_goes_with_the_reason_of_its_notice(
    qtbot: QtBot, desk: Desk, core: Core, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Message] = []
    withdrawn: list[int] = []
    companions = Companions(desk, core)
    monkeypatch.setattr(companions.notifier, "show", shown.append)
    monkeypatch.setattr(companions.notifier, "withdraw", withdrawn.append)
    first = core.reminders.add("Call", clock.today())
    core.reminders.add("Write", clock.today())
    rows = core.notices.take_due(clock.now())
    companions.alarm.due.emit(rows)
    assert [message.title for message in shown] == ["Call", "Write"]
    core.reminders.done(first)
    qtbot.waitUntil(lambda: bool(withdrawn))
    assert withdrawn == [next(row.id for row in rows if row.reminder_id == first)]
    companions.close()


def test_a_message_whose_countdown_was_cut_short_is_named_with_its_undo(
    qtbot: QtBot, desk: Desk, core: Core, clock: FixedClock
) -> None:
    add_account(core)
    row = core.outbox.queue(MAIL)
    clock.advance(timedelta(seconds=24))
    companions = Companions(desk, core)
    with qtbot.waitSignal(desk.voice.said) as said:
        companions.start()
    companions.close()
    assert said.args == ["Update to Dr. Bell goes out in {seconds} s.", True, 30, True]
    assert core.outbox.get(row.id).not_before == clock.now() + timedelta(seconds=30)
    core.undo.undo()
    assert core.outbox.pending() == []


def test_several_messages_or_one_under_a_newer_step_lead_to_the_outbox(
    qtbot: QtBot, desk: Desk, core: Core
) -> None:
    add_account(core)
    core.outbox.queue(MAIL)
    core.mentors.add("Dr. Ann Lee")
    for words in (
        "Update to Dr. Bell goes out in {seconds} s. Until then you can cancel in the Outbox.",
        "2 messages go out in {seconds} s. Until then you can cancel in the Outbox.",
    ):
        companions = Companions(desk, core)
        with qtbot.waitSignal(desk.voice.said) as said:
            companions.start()
        companions.close()
        assert said.args == [words, False, 30, True]
        core.outbox.queue(MAIL)
