"""Files and disks that do not do what they should: a sentence, and nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import (
    NewerStoreError,
    NotOurFileError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
)
from lordesk.models.database import driver, wal_is_safe
from lordesk.models.steps import STEPS
from lordesk.paths import paths_in
from tests.core.conftest import House
from tests.core.dump import user_rows

if TYPE_CHECKING:
    from lordesk.clock import FixedClock
    from lordesk.paths import Paths

ROOT = Path(__file__).parents[2]
NOBODY = 65534

as_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root can become another user"
)


@pytest.fixture
def closed(paths: Paths, clock: FixedClock) -> House:
    """A filled home with a backup, not open."""
    house = House(paths, clock)
    house.sample.add()
    house.backups.make("hourly")
    house.close()
    return house


def test_a_newer_file_is_refused_and_left_untouched(closed: House) -> None:
    path = closed.paths.database
    connection = driver.connect(str(path))
    connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerStoreError) as refused:
        House(closed.paths, closed.clock)
    assert (refused.value.found, refused.value.known) == (len(STEPS) + 1, len(STEPS))
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_untouched(
    paths: Paths, clock: FixedClock
) -> None:
    paths.make()
    connection = driver.connect(str(paths.database))
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.commit()
    connection.close()
    before = paths.database.read_bytes()
    with pytest.raises(NotOurFileError):
        House(paths, clock)
    assert paths.database.read_bytes() == before


def test_a_text_file_in_its_place_is_refused_and_left_untouched(
    paths: Paths, clock: FixedClock
) -> None:
    paths.make()
    paths.database.write_text("Dear diary, this is no database at all. " * 50)
    before = paths.database.read_bytes()
    with pytest.raises(NotOurFileError):
        House(paths, clock)
    assert paths.database.read_bytes() == before


def test_an_empty_or_missing_file_beside_backups_is_damage_and_no_new_start(
    closed: House,
) -> None:
    closed.paths.database.write_bytes(b"")
    with pytest.raises(StoreDamagedError):
        House(closed.paths, closed.clock)
    assert closed.paths.database.read_bytes() == b""
    closed.paths.database.unlink()
    with pytest.raises(StoreDamagedError):
        House(closed.paths, closed.clock)
    assert not closed.paths.database.exists()


def test_a_truncated_file_is_damage(closed: House) -> None:
    path = closed.paths.database
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    before = path.read_bytes()
    with pytest.raises(StoreError):
        House(closed.paths, closed.clock)
    assert path.read_bytes()[: len(before)] == before


def test_a_file_with_its_first_page_zeroed_is_refused(closed: House) -> None:
    path = closed.paths.database
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    with pytest.raises(StoreError):
        House(closed.paths, closed.clock)


def test_an_empty_file_without_backups_is_a_new_start(paths: Paths, clock: FixedClock) -> None:
    paths.make()
    paths.database.touch()
    house = House(paths, clock)
    assert house.store.schema() == len(STEPS)
    house.close()


def test_a_file_that_another_program_holds_is_busy_and_nothing_is_lost(filled: House) -> None:
    before = user_rows(filled)
    filled.store.database.execute_sql("PRAGMA busy_timeout = 20")
    other = driver.connect(str(filled.paths.database))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusyError):
        filled.mentors.add("Dr. Ada Park")
    assert user_rows(filled) == before
    other.rollback()
    other.close()
    filled.mentors.add("Dr. Ada Park")
    assert len(filled.mentors.rows(archived=True)) == 14


def test_a_backup_is_whole_and_private(closed: House) -> None:
    (row,) = closed.backups.rows()
    copy = driver.connect(row.path)
    try:
        assert copy.execute("SELECT count(*) FROM mentor").fetchone() == (13,)
    finally:
        copy.close()
    for path in closed.paths.backups.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600, path.name


def test_the_home_is_the_users_alone(closed: House) -> None:
    for folder in (closed.paths.data, closed.paths.config, closed.paths.logs):
        assert folder.stat().st_mode & 0o777 == 0o700
        for path in folder.rglob("*"):
            expected = 0o700 if path.is_dir() else 0o600
            assert path.stat().st_mode & 0o777 == expected, path


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((3, 51, 2), False),
        ((3, 50, 7), True),
        ((3, 50, 6), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
    ],
)
def test_the_wal_is_used_only_where_it_is_safe(version: tuple[int, ...], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def run_child(code: str, home: Path) -> str:
    """What a process of its own prints; it is stopped by no fixture of ours."""
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + textwrap.dedent(code), str(home)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


PRELUDE = """
import os, resource, signal, sys
from datetime import datetime
from pathlib import Path
from lordesk.errors import LordeskError
from tests.core.conftest import House, TUESDAY_9, ZONE
from lordesk.clock import FixedClock
from lordesk.paths import paths_in
import lordesk.models.tables
home = paths_in(Path(sys.argv[1]))
clock = FixedClock(TUESDAY_9, ZONE)
"""


@as_root
@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_read_only_home_is_named_and_left_untouched(closed: House, mode: int) -> None:
    """It stands outside pytest's own folder, which pytest keeps closed to other users."""
    with tempfile.TemporaryDirectory(prefix="lordesk-test-") as folder:
        Path(folder).chmod(0o755)
        home = Path(folder, "home")
        shutil.copytree(closed.paths.data.parent, home)
        for path in (home, *home.rglob("*")):
            path.chmod(mode if path.is_dir() else mode & 0o444)
        database = paths_in(home).database
        before = database.read_bytes()
        said = _open_as_nobody(home)
        assert said == "home-not-writable"
        assert database.read_bytes() == before


def _open_as_nobody(home: Path) -> str:
    return run_child(
        f"""
        os.setgid({NOBODY}); os.setuid({NOBODY})
        try:
            (home.data / "probe").write_text("x")
            print("the refusal does not happen")
        except PermissionError:
            pass
        from lordesk.models.store import Store
        from lordesk.events import Bus
        store = Store(home.database, Bus(), clock)
        try:
            store.open(lambda version: None, False)
            print("opened")
        except LordeskError as error:
            print(error.code)
        """,
        home,
    )


def test_a_full_disk_is_named_and_nothing_is_lost(closed: House) -> None:
    """RLIMIT_FSIZE stands for the disk: no file may grow."""
    said = run_child(
        """
        house = House(home, clock)
        start = len(house.mentors.rows(archived=True))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = home.database.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        try:
            (home.data / "probe").write_bytes(bytes(size + 1))
            print("the refusal does not happen")
        except OSError:
            (home.data / "probe").unlink()
        try:
            house.mentors.add("Dr. Ada Park", notes="x" * (size + 200_000))
            print("written")
        except LordeskError as error:
            print(error.code)
        assert len(house.mentors.rows(archived=True)) == start
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        house.mentors.add("Dr. Ada Park")
        assert len(house.mentors.rows(archived=True)) == start + 1
        house.close()
        """,
        closed.paths.data.parent,
    )
    assert said == "disk-full"


def test_a_backup_on_a_full_disk_fails_and_leaves_no_half_file(closed: House) -> None:
    said = run_child(
        """
        house = House(home, clock)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
        before = sorted(path.name for path in home.backups.iterdir())
        try:
            house.backups.make("manual")
            print("made")
        except LordeskError as error:
            print(error.code)
        assert sorted(path.name for path in home.backups.iterdir()) == before
        """,
        closed.paths.data.parent,
    )
    assert said == "backup-failed"
