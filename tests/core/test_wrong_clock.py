"""A clock that is wrong at the first start, as on a machine whose battery is empty."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from lordesk.clock import FixedClock
from lordesk.core import Core
from lordesk.keychain import Keychain
from lordesk.paths import paths_in
from tests.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ZONE = ZoneInfo("America/New_York")
RIGHT = datetime(2026, 8, 18, 9, 0, tzinfo=ZONE)


@pytest.fixture(params=[1970, 2098])
def clock(request: pytest.FixtureRequest) -> FixedClock:
    return FixedClock(datetime(request.param, 1, 1, 0, 30, tzinfo=ZONE), ZONE)


@pytest.fixture
def core(tmp_path: Path, clock: FixedClock) -> Iterator[Core]:
    keyring = MemoryKeyring()
    opened = Core.open(paths_in(tmp_path / "first"), clock, keychain=Keychain(lambda: keyring))
    yield opened
    opened.close()


def test_what_was_entered_is_there_when_the_clock_is_right(core: Core, clock: FixedClock) -> None:
    core.mentors.add("Dr. Nadia Okafor")
    core.reminders.add("Send the CV", date(2026, 8, 18))
    core.notices.take_due(clock.now())
    core.backups.make("manual")
    clock.jump_to(RIGHT)
    assert [row.full_name for row in core.mentors.rows()] == ["Dr. Nadia Okafor"]
    assert [line.title for line in core.calendar.upcoming(7, 5)] == ["Send the CV"]
    assert core.undo.undo().code == "reminder-added"
    assert core.calendar.upcoming(7, 5) == []


def test_a_reminder_comes_once_although_the_clock_was_set(core: Core, clock: FixedClock) -> None:
    core.reminders.add("Send the CV", date(2026, 8, 18))
    early = core.notices.take_due(clock.now() + timedelta(hours=12))
    clock.jump_to(RIGHT)
    assert len(early) + len(core.notices.take_due(clock.now())) == 1
