"""The tray says in words what it shows, and its menu leads to the next dates."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from lordesk.kinds import Page
from ui.notify import Message, Notifier
from ui.standing import Standing
from ui.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from lordesk.clock import FixedClock
    from lordesk.core import Core
    from ui.desk import Desk


@pytest.fixture
def standing(core: Core, desk: Desk) -> Standing:
    return Standing(desk.bridge, core.clock, core.today, core.notices, core.outbox, core.calendar)


@pytest.fixture
def tray(core: Core, desk: Desk, standing: Standing) -> Iterator[Tray]:
    made = Tray(desk, standing, core.notices)
    yield made
    made.close()


def opened(tray: Tray) -> list[QAction]:
    tray._menu.aboutToShow.emit()
    return [action for action in tray._menu.actions() if not action.isSeparator()]


def texts(tray: Tray) -> list[str]:
    return [action.text() for action in opened(tray)]


def test_the_next_dates_come_first_with_ampersands_doubled(
    core: Core, tray: Tray, standing: Standing, clock: FixedClock
) -> None:
    core.reminders.add("A & B", clock.today() + timedelta(days=3))
    core.reminders.add("Late", clock.today() - timedelta(days=2))
    for day in range(4, 12):
        core.reminders.add(f"Later {day}", clock.today() + timedelta(days=day))
    standing.refresh()
    shown = texts(tray)
    assert shown[0] == "Late · 2 days ago"
    assert shown[1] == "A && B · in 3 days"
    assert shown[5:] == [
        "Open LoRDesk",
        "New request…",
        "Pause reminders",
        "Settings…",
        "Quit LoRDesk",
    ]


def test_a_date_opens_its_day(
    qtbot: QtBot, core: Core, tray: Tray, standing: Standing, clock: FixedClock
) -> None:
    day = clock.today() + timedelta(days=3)
    core.reminders.add("Call", day)
    standing.refresh()
    with qtbot.waitSignal(tray.page_requested) as asked:
        opened(tray)[0].trigger()
    assert asked.args == [Page.CALENDAR, day]


def test_a_pause_stops_notices_and_is_said(
    core: Core, tray: Tray, standing: Standing, clock: FixedClock
) -> None:
    core.reminders.add("Call", clock.today())
    pause = next(action for action in opened(tray) if action.menu() is not None)
    pause.menu().actions()[0].trigger()  # type: ignore[attr-defined]
    assert tray.state == "paused"
    assert tray.tooltip() == "LoRDesk: Reminders are paused"
    assert core.notices.take_due(clock.now()) == []
    resume = next(a for a in opened(tray) if a.text().startswith("Resume reminders"))
    resume.trigger()
    assert len(core.notices.take_due(clock.now())) == 1


def test_the_tooltip_counts_what_needs_you(
    core: Core, tray: Tray, standing: Standing, clock: FixedClock
) -> None:
    standing.refresh()
    assert tray.tooltip() == "LoRDesk: All quiet"
    core.reminders.add("Late", clock.today() - timedelta(days=1))
    standing.refresh()
    assert tray.tooltip() == "LoRDesk: 1 thing needs you"


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")
def test_an_icon_is_made_when_its_host_comes_and_dropped_when_it_goes(
    qtbot: QtBot, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = [False]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: there[0])
    tray.look_for_host()
    assert not tray.there
    there[0] = True
    with qtbot.waitSignal(tray.host_changed) as changed:
        tray.look_for_host()
    assert changed.args == [True]
    assert tray.there
    there[0] = False
    with qtbot.waitSignal(tray.host_changed) as changed:
        tray.look_for_host()
    assert changed.args == [False]
    assert not tray.there


def test_without_a_notification_service_the_other_way_is_taken(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    heard: list[Message] = []
    notifier = Notifier(heard.append)
    message = Message(1, "Title", "Body")
    notifier.show(message)
    assert heard == [message]
    notifier.close()
