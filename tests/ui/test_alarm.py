"""What is due is shown once, and mail goes out when its countdown ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from lordesk.errors import StoreBusyError
from ui.alarm import Alarm

if TYPE_CHECKING:
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from lordesk.clock import FixedClock
    from lordesk.core import Core
    from lordesk.jobs import JobContext
    from ui.desk import Desk
    from ui.tasks import ImmediateRunner


class Letterbox:
    """Stands for the outbox: when the next message is due, and how often sending was started."""

    def __init__(self) -> None:
        self.due: datetime | None = None
        self.stopped = False
        self.runs = 0

    def next_due(self) -> datetime | None:
        return self.due

    def send_due(self, job: JobContext) -> int:
        self.runs += 1
        self.due = None
        return 1


@pytest.fixture
def letterbox() -> Letterbox:
    return Letterbox()


@pytest.fixture
def alarm(core: Core, desk: Desk, letterbox: Letterbox) -> Alarm:
    outbox: Any = letterbox
    return Alarm(core.clock, desk.bridge, desk.tasks, core.notices, outbox)


def test_a_due_reminder_is_shown_once(
    qtbot: QtBot, core: Core, alarm: Alarm, clock: FixedClock
) -> None:
    core.reminders.add("Call the registrar", clock.today())
    with qtbot.waitSignal(alarm.due) as shown:
        alarm.tick()
    assert [row.subject for row in shown.args[0]] == ["Call the registrar"]
    with qtbot.assertNotEmitted(alarm.due):
        alarm.tick()


def test_a_day_that_turns_is_told(qtbot: QtBot, alarm: Alarm, clock: FixedClock) -> None:
    with qtbot.assertNotEmitted(alarm.day_changed):
        alarm.tick()
        clock.advance(timedelta(hours=1))
        alarm.tick()
    clock.advance(timedelta(hours=20))
    with qtbot.waitSignal(alarm.day_changed):
        alarm.tick()


def test_a_clock_that_is_set_is_told(qtbot: QtBot, alarm: Alarm, clock: FixedClock) -> None:
    alarm.tick()
    clock.jump_to(clock.now() + timedelta(minutes=5))
    with qtbot.waitSignal(alarm.day_changed):
        alarm.tick()


def test_due_mail_is_sent_by_a_job(
    alarm: Alarm, tasks: ImmediateRunner, letterbox: Letterbox, clock: FixedClock
) -> None:
    letterbox.due = clock.now() - timedelta(seconds=1)
    alarm.tick()
    tasks.settle()
    assert letterbox.runs == 1
    alarm.tick()
    assert letterbox.runs == 1


def test_mail_leaves_when_its_countdown_ends_and_not_before(
    qtbot: QtBot, alarm: Alarm, letterbox: Letterbox, clock: FixedClock
) -> None:
    letterbox.due = clock.now() + timedelta(milliseconds=80)
    alarm.send_due()
    assert letterbox.runs == 0
    clock.advance(timedelta(milliseconds=80))
    qtbot.waitUntil(lambda: letterbox.runs == 1)


def test_stopped_mail_is_not_sent(alarm: Alarm, letterbox: Letterbox, clock: FixedClock) -> None:
    letterbox.due, letterbox.stopped = clock.now(), True
    alarm.tick()
    assert letterbox.runs == 0


def test_a_failing_run_waits_for_the_next_tick(
    alarm: Alarm,
    tasks: ImmediateRunner,
    letterbox: Letterbox,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(job: JobContext) -> int:
        letterbox.runs += 1
        raise StoreBusyError

    monkeypatch.setattr(letterbox, "send_due", fail)
    letterbox.due = clock.now()
    alarm.send_due()
    tasks.settle()
    assert letterbox.runs == 1
    alarm.tick()
    tasks.settle()
    assert letterbox.runs == 2
