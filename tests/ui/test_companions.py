"""What runs beside the window, where one part must tell another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.companions import Companions

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from lordesk.clock import FixedClock
    from lordesk.core import Core
    from ui.desk import Desk
    from ui.notify import Message


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
