"""What is due reaches the desktop's notification service once, as typed, and can be answered."""

from __future__ import annotations

import html
import json
import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from lordesk.models.database import driver
from lordesk.paths import paths_in
from tests.daemons import wait_until
from tests.desktop.home import opened, set_up
from tests.desktop.program import Running
from ui.notify import Message, Notifier

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desktop.conftest import Dunstctl

TITLE = "A & B: <img src=x> for Dr. Bell"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """One reminder is due today."""
    home = tmp_path / "home"
    set_up(home)
    with opened(home) as core:
        core.reminders.add(TITLE, core.clock.today())
    return home


@pytest.fixture
def no_notifications(dunstctl: Dunstctl) -> None:
    dunstctl("close-all")


def shown(dunstctl: Dunstctl) -> int:
    return int(dunstctl("count", "displayed"))


def listed(home: Path) -> list[str]:
    """What the list in the window has."""
    with opened(home) as core:
        return [row.subject for row in core.notices.rows()]


def completed(home: Path) -> int:
    """How many reminders are done, read beside the running program."""
    database = paths_in(home).database
    with closing(driver.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        found = connection.execute("SELECT count(*) FROM reminder WHERE done_on IS NOT NULL")
        return int(found.fetchone()[0])


@pytest.mark.usefixtures("no_notifications")
def test_a_due_reminder_is_shown_once_in_both_places_also_after_a_restart(
    home: Path, dunstctl: Dunstctl, notifications: Callable[[], list[tuple[str, str]]]
) -> None:
    with Running(home) as program:
        assert wait_until(lambda: shown(dunstctl) == 1), program.log()
        assert program.stop() == 0
    assert [title for title, _ in notifications()] == [TITLE]
    assert listed(home) == [TITLE]
    with opened(home) as core:
        core.reminders.add("Another", core.clock.today())
    with Running(home) as program:
        assert wait_until(lambda: shown(dunstctl) == 1)
        program.stop()
    assert [title for title, _ in notifications()] == [TITLE, "Another"]
    assert sorted(listed(home)) == [TITLE, "Another"]


@pytest.mark.usefixtures("no_notifications")
def test_a_notification_opens_what_it_is_about(home: Path, dunstctl: Dunstctl) -> None:
    with Running(home) as program:
        assert wait_until(lambda: shown(dunstctl) == 1)
        program.wait_for_window("Today")
        program.keys("ctrl+2")
        program.wait_for_window("Mentors")
        dunstctl("action", "0")
        assert wait_until(
            lambda: any("Mentors" not in window.title for window in program.windows())
        )
        program.stop()
    with opened(home) as core:
        assert [row.read for row in core.notices.rows()] == [True]


@pytest.mark.usefixtures("no_notifications")
def test_done_in_a_notification_completes_its_reminder(home: Path, dunstctl: Dunstctl) -> None:
    with Running(home) as program:
        assert wait_until(lambda: shown(dunstctl) == 1)
        dunstctl("context")
        assert wait_until(lambda: completed(home) == 1)
        assert wait_until(lambda: shown(dunstctl) == 0)
        program.stop()
    assert listed(home) == []


@pytest.mark.usefixtures("no_notifications")
def test_an_answered_notification_is_closed_and_the_others_stay(
    qtbot: QtBot, dunstctl: Dunstctl
) -> None:
    fallen: list[Message] = []
    notifier = Notifier(fallen.append)
    answers: list[tuple[int, str]] = []
    notifier.acted.connect(lambda *answer: answers.append(answer))
    for ident in (1, 2):
        notifier.show(Message(ident, f"Reminder {ident}", "Body", (("done", "Done"),), stays=True))
    qtbot.waitUntil(lambda: shown(dunstctl) == 2, timeout=10_000)
    for left in (1, 0):
        dunstctl("action", "0")
        qtbot.waitUntil(lambda left=left: shown(dunstctl) == left, timeout=10_000)
    assert sorted(ident for ident, _ in answers) == [1, 2]
    assert fallen == []
    notifier.close()


@pytest.mark.usefixtures("no_notifications")
def test_markup_in_a_message_is_shown_as_typed(qtbot: QtBot, dunstctl: Dunstctl) -> None:
    fallen: list[Message] = []
    notifier = Notifier(fallen.append)
    body = "<img src=x> & <b>not bold</b>"
    notifier.show(Message(1, TITLE, body))
    qtbot.waitUntil(lambda: shown(dunstctl) == 1, timeout=10_000)
    dunstctl("close-all")
    newest = json.loads(dunstctl("history"))["data"][0][0]
    # What dunst paints: its own tags round our words.
    painted = re.sub(r"</?(b|i|u)>", "", newest["message"]["data"])
    assert html.unescape(painted) == f"{TITLE}\n{body}"
    assert fallen == []
    notifier.close()
