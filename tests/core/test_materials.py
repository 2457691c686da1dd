from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lordesk.domain.draft_files import raw_limit
from lordesk.errors import (
    DiskFullError,
    FileMissingError,
    FileTooLargeError,
    FileUnreadableError,
)
from lordesk.jobs import JobCancelledError, JobContext
from lordesk.kinds import MaterialKind
from lordesk.services.materials import MaterialService
from lordesk.services.undo import UndoService
from tests.core.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator


class World:
    def __init__(self, store, clock, paths, folder: Path) -> None:
        self.store, self.clock, self.files = store, clock, paths.files
        self.materials = MaterialService(store, clock, paths)
        self.undo = UndoService(store, lambda step: False)
        self.folder = folder

    def write(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def add(self, name: str, content: bytes = b"%PDF", kind: MaterialKind = MaterialKind.CV):
        return self.materials.add(JobContext(), self.write(name, content), kind)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    folder = tmp_path / "mine"
    folder.mkdir()
    with opened(tmp_path / "home") as (store, clock, paths):
        yield World(store, clock, paths, folder)


def test_a_file_is_kept_by_its_content_for_this_user_alone(world: World) -> None:
    row = world.add("CV_Raman.pdf", b"content")
    kept = world.files / hashlib.sha256(b"content").hexdigest()
    assert kept.read_bytes() == b"content"
    assert row.file.sha256 == kept.name
    assert (row.file.name, row.file.size) == ("CV_Raman.pdf", 7)
    if os.name == "posix":
        assert kept.stat().st_mode & 0o777 == 0o600
    assert world.materials.rows() == [row]


def test_the_users_own_file_may_go_without_loss(world: World) -> None:
    row = world.add("cv.pdf")
    (world.folder / "cv.pdf").unlink()
    assert world.materials.verify(row.file) == ""


def test_a_newer_version_replaces_the_older_one_and_keeps_its_content(world: World) -> None:
    old = world.add("cv.pdf", b"old")
    world.clock.advance(timedelta(days=1))
    new = world.add("cv.pdf", b"new")
    assert world.materials.rows() == [new]
    assert world.materials.verify(old.file) == ""


def test_several_pieces_of_shared_work_stand_side_by_side(world: World) -> None:
    world.add("poster.pdf", b"1", MaterialKind.SHARED_WORK)
    world.add("paper.pdf", b"2", MaterialKind.SHARED_WORK)
    assert {row.file.name for row in world.materials.rows()} == {"poster.pdf", "paper.pdf"}


def test_adding_and_removing_can_be_undone(world: World) -> None:
    old = world.add("cv.pdf", b"old")
    world.add("cv2.pdf", b"new")
    world.undo.undo()
    assert world.materials.rows() == [old]
    world.materials.remove(old.id)
    assert world.materials.rows() == []
    world.undo.undo()
    assert world.materials.rows() == [old]


def test_a_missing_file_is_named_and_nothing_is_added(world: World) -> None:
    gone = world.folder / "gone.pdf"
    with pytest.raises(FileMissingError) as caught:
        world.materials.add(JobContext(), gone, MaterialKind.CV)
    assert caught.value.path == gone
    assert world.materials.rows() == []


def test_a_folder_is_no_file(world: World) -> None:
    with pytest.raises(FileUnreadableError):
        world.materials.add(JobContext(), world.folder, MaterialKind.CV)


_AS_NOBODY = """
import os, sys
from pathlib import Path
from lordesk.errors import FileUnreadableError
from lordesk.jobs import JobContext
from lordesk.kinds import MaterialKind
from lordesk.services.materials import MaterialService
from lordesk.paths import paths_in
os.setgid(65534); os.setuid(65534)
try:
    open(sys.argv[1], "rb")
except PermissionError:
    pass
else:
    sys.exit("root may read anything: the check would prove nothing")
service = MaterialService(None, None, paths_in(Path(sys.argv[2])))
try:
    service.add(JobContext(), Path(sys.argv[1]), MaterialKind.CV)
except FileUnreadableError:
    print("refused")
"""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs another user")
def test_a_file_that_may_not_be_read_is_refused(world: World) -> None:
    secret = Path("/tmp") / f"lordesk-unreadable-{os.getpid()}.pdf"
    secret.write_bytes(b"x")
    secret.chmod(0o600)
    try:
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(secret), "/tmp"],
            capture_output=True, text=True, timeout=60, check=False,
            env={**os.environ, "PYTHONPATH": str(Path.cwd()), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
    finally:
        secret.unlink()
    assert done.stdout.strip() == "refused", done.stderr


def test_thirty_megabytes_are_refused_before_they_are_copied(world: World) -> None:
    path = world.folder / "scan.pdf"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(FileTooLargeError) as caught:
        world.materials.add(JobContext(), path, MaterialKind.TRANSCRIPT)
    assert (caught.value.size, caught.value.limit) == (30_000_000, raw_limit(25_000_000))
    assert list(world.files.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing_behind(world: World, monkeypatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        world.add("cv.pdf")
    assert list(world.files.iterdir()) == []
    assert world.materials.rows() == []


def test_a_cancelled_copy_leaves_nothing_behind(world: World) -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(JobCancelledError):
        world.materials.add(context, world.write("cv.pdf", b"x"), MaterialKind.CV)
    assert list(world.files.iterdir()) == []


def test_what_happened_to_a_stored_file_is_seen(world: World) -> None:
    row = world.add("cv.pdf", b"right")
    kept = world.materials.path(row.file)
    assert world.materials.verify(row.file) == ""
    kept.write_bytes(b"wrong")
    os.utime(kept, ns=(1, 1))
    assert world.materials.verify(row.file) == "changed"
    kept.unlink()
    assert world.materials.verify(row.file) == "missing"


def test_a_name_with_markup_and_line_breaks_stays_one_plain_line(world: World) -> None:
    if os.name != "posix":
        pytest.skip("such a file cannot exist here")
    row = world.add("A & B <img src=x>\r\nBcc.pdf", b"x")
    assert row.file.name == "A & B <img src=x> Bcc.pdf"
