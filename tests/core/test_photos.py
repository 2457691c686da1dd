"""Photos lie in the file store by their content, and a full disk changes nothing."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import DiskFullError, HomeNotWritableError
from lordesk.services import photos

if TYPE_CHECKING:
    from tests.core.conftest import House


def test_a_photo_is_kept_by_its_content_and_taken_off_again(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park")
    sha256 = house.photos.keep(b"a picture")
    house.mentors.update(mentor, photo=sha256)
    assert house.photos.path(sha256).read_bytes() == b"a picture"
    assert house.mentors.get(mentor).photo == house.mentors.rows()[0].photo == sha256
    assert house.sql("SELECT sha256, size FROM file_version") == [(sha256, 9)]
    assert house.photos.keep(b"") == ""
    house.mentors.update(mentor, photo="")
    assert house.mentors.get(mentor).photo == ""
    house.undo.undo()
    assert house.mentors.get(mentor).photo == sha256


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFullError), (errno.EROFS, HomeNotWritableError)]
)
def test_a_disk_that_refuses_changes_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(photos.os, "fsync", refuse)
    with pytest.raises(kind):
        house.photos.keep(b"a picture")
    assert list(house.paths.files.iterdir()) == []
    assert house.sql("SELECT * FROM file_version") == []
