"""How real starts go: the second one, the one after a crash, and those in a bad environment."""

from __future__ import annotations

import ctypes
import os
import resource
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from lordesk.models.database import driver
from lordesk.models.steps import STEPS
from lordesk.paths import paths_in
from tests.daemons import wait_until
from tests.desktop.home import opened, set_up
from tests.desktop.program import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.desktop.accessibility.reader import Reader

MENTOR = "Dr. Nadia Okafor"
REFUSED = "Your data could not be opened"
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE = 24, 1


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    set_up(home)
    with opened(home) as core:
        core.mentors.add(MENTOR, email="n.okafor@northfield.example")
    return home


def start_again(home: Path, *words: str) -> int:
    with Running(home, *words) as second:
        return second.wait_for_end()


# --- two starts -----------------------------------------------------------------------------------


def test_a_second_start_brings_the_first_to_the_front_and_ends(home: Path) -> None:
    with Running(home) as first:
        first.wait_for_window("Today")
        first.close_window()
        assert wait_until(lambda: first.windows() == [])
        assert start_again(home) == 0
        first.wait_for_window("Today")
        assert len(first.windows()) == 1


def test_a_second_start_says_where_to_go(home: Path) -> None:
    with Running(home) as first:
        first.wait_for_window("Today")
        assert start_again(home, "--open", "mentors") == 0
        first.wait_for_window("Mentors")


def test_of_starts_at_the_same_moment_one_stays(home: Path) -> None:
    with Running(home) as one, Running(home) as two, Running(home) as three:
        starts = (one, two, three)
        assert wait_until(lambda: sum(start.alive for start in starts) == 1)
        (left,) = [start for start in starts if start.alive]
        left.wait_for_window("Today")
        assert len(left.windows()) == 1
        assert [start.process.returncode for start in starts if start is not left] == [0, 0]


# --- after a crash --------------------------------------------------------------------------------


def test_a_killed_program_offers_its_request_again(
    home: Path, heard_desktop: dict[str, str], reader: Reader
) -> None:
    with Running(home, env=heard_desktop) as program:
        program.wait_for_window("Today")
        program.keys("ctrl+n")
        program.wait_for_window("New request")
        reader.wait_for("list", "Mentors by fit").take_focus()
        program.keys("Home", "space")
        assert wait_until(lambda: reader.says("Draft saved"))
        program.kill()
    with opened(home) as core:
        (draft,) = core.drafts.rows()
        mentor_id = draft.state["mentor_id"]
        assert isinstance(mentor_id, int)
        assert core.mentors.get(mentor_id).full_name == MENTOR
    with Running(home, env=heard_desktop) as program:
        program.wait_for_window("Today")
        assert wait_until(lambda: reader.says("A request is not finished."))
        program.stop()


# --- a bad environment ----------------------------------------------------------------------------


@pytest.fixture
def told(
    home: Path, heard_desktop: dict[str, str], reader: Reader
) -> Iterator[Callable[..., list[str]]]:
    """Start, and read what stands in the window that opens instead of the pages."""

    def read(before: Callable[[], None] | None = None) -> list[str]:
        with Running(home, env=heard_desktop, before=before) as program:
            program.wait_for_window(REFUSED)
            words = reader.names()
            program.keys("Escape")
            assert reader.nameless() == []
            assert "Traceback" not in program.log()
            program.close_window()
            assert program.wait_for_end() == 0
            return words

    return read


def says(words: list[str], *parts: str) -> bool:
    return any(all(part in line for part in parts) for line in words)


def test_a_home_that_cannot_be_written_is_named(home: Path, told: Callable[..., list[str]]) -> None:
    paths = paths_in(home)
    for path in (home, *home.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    words = told(before=give_up_roots_right_to_write)
    assert says(words, "LoRDesk cannot write to", str(home), "Nothing was changed.", "--home")
    assert paths.database.exists()


def give_up_roots_right_to_write() -> None:
    """In the child: root then needs the permission bits like everybody else."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "the capability cannot be given up")


def test_a_file_of_another_program_is_named_and_kept(
    home: Path, told: Callable[..., list[str]]
) -> None:
    database = paths_in(home).database
    database.write_text("Dear diary, this is no database at all. " * 50)
    before = database.read_bytes()
    words = told()
    assert says(words, str(database), "is not a LoRDesk data file", "left untouched")
    assert database.read_bytes() == before


def test_a_file_of_a_later_version_is_named_and_kept(
    home: Path, told: Callable[..., list[str]]
) -> None:
    database = paths_in(home).database
    with closing(driver.connect(str(database))) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = database.read_bytes()
    words = told()
    assert says(words, "written by a newer LoRDesk", "left untouched", "Install that version")
    assert database.read_bytes() == before


def test_a_file_that_another_program_holds_is_named_and_opens_when_it_is_free(
    home: Path, heard_desktop: dict[str, str], reader: Reader
) -> None:
    with (
        closing(driver.connect(str(paths_in(home).database))) as other,
        Running(home, env=heard_desktop) as program,
    ):
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        program.wait_for_window(REFUSED)
        assert wait_until(lambda: reader.says("Another program is using the data file"))
        other.close()
        program.keys("Return")
        program.wait_for_window("Today")
        program.stop()
    with opened(home) as core:
        assert [row.full_name for row in core.mentors.rows()] == [MENTOR]


def test_a_full_disk_at_the_first_start_is_named(
    tmp_path: Path, heard_desktop: dict[str, str], reader: Reader
) -> None:
    """RLIMIT_FSIZE stands for the disk: no file may grow beyond it."""

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))

    with Running(tmp_path / "new", env=heard_desktop, before=fill) as program:
        program.wait_for_window(REFUSED)
        assert wait_until(lambda: reader.says("The disk is full"))
        resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        program.keys("Return")
        program.wait_for_window("Welcome")
        program.stop()
