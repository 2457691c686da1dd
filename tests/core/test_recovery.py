"""A data file that cannot be opened: the newest good copy takes its place, nothing is deleted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import NotOurFileError
from lordesk.models.database import driver
from lordesk.services.recovery import RecoveryService
from tests.core.conftest import House

if TYPE_CHECKING:
    from lordesk.clock import FixedClock
    from lordesk.paths import Paths

GARBAGE = b"not a database " * 1000


@pytest.fixture
def damaged(paths: Paths, clock: FixedClock) -> Paths:
    """A filled home with two backups, whose file is no database any more."""
    house = House(paths, clock)
    house.sample.add()
    house.backups.make("hourly")
    clock.advance(timedelta(hours=1))
    house.backups.make("daily")
    house.close()
    paths.database.write_bytes(GARBAGE)
    paths.database.with_name("lordesk.db-wal").write_bytes(b"left behind")
    return paths


def kept(paths: Paths) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in paths.data.glob("lordesk-damaged-*")}


def test_the_newest_good_backup_takes_the_place_and_the_damaged_file_is_kept(
    damaged: Paths, clock: FixedClock
) -> None:
    recovery = RecoveryService(damaged, clock)
    good = recovery.newest_good()
    assert good is not None
    assert good.reason == "daily"
    recovery.restore(good)
    assert sorted(kept(damaged).values()) == sorted([GARBAGE, b"left behind"])
    assert Path(good.path).exists()
    house = House(damaged, clock)
    assert house.mentors.rows()
    house.close()


def test_a_backup_that_is_cut_short_is_passed_over(damaged: Paths, clock: FixedClock) -> None:
    newest = next(damaged.backups.glob("*-daily.db"))
    newest.write_bytes(newest.read_bytes()[: newest.stat().st_size // 2])
    good = RecoveryService(damaged, clock).newest_good()
    assert good is not None
    assert good.reason == "hourly"


def test_mail_that_waits_in_a_backup_does_not_go_out_a_second_time(
    damaged: Paths, clock: FixedClock
) -> None:
    recovery = RecoveryService(damaged, clock)
    good = recovery.newest_good()
    assert good is not None
    states = ("queued", "waiting", "sending", "data", "sent")
    connection = driver.connect(good.path)
    connection.executemany(
        "INSERT INTO outbox_entry (way, header_id, state, changed_at, created_at)"
        " VALUES ('smtp', ?, ?, '2026-08-18', '2026-08-18')",
        [(state, state) for state in states],
    )
    connection.commit()
    connection.close()
    recovery.restore(good)
    connection = driver.connect(str(damaged.database))
    found = connection.execute(
        "SELECT header_id, state FROM outbox_entry WHERE header_id IN (?, ?, ?, ?, ?)", states
    ).fetchall()
    connection.close()
    assert dict(found) == {
        "queued": "held",
        "waiting": "held",
        "sending": "unknown",
        "data": "unknown",
        "sent": "sent",
    }


def test_without_a_good_backup_a_new_start_keeps_everything(
    damaged: Paths, clock: FixedClock
) -> None:
    for backup in damaged.backups.glob("*.db"):
        backup.write_bytes(GARBAGE)
    recovery = RecoveryService(damaged, clock)
    assert recovery.newest_good() is None
    recovery.start_new()
    assert GARBAGE in kept(damaged).values()
    assert len(list(damaged.backups.glob("*.db"))) == 2
    house = House(damaged, clock)
    assert house.mentors.rows() == []
    house.close()


def test_nothing_is_replaced_before_somebody_chooses(damaged: Paths, clock: FixedClock) -> None:
    RecoveryService(damaged, clock).newest_good()
    with pytest.raises(NotOurFileError):
        House(damaged, clock)
    assert damaged.database.read_bytes() == GARBAGE
