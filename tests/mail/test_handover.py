from __future__ import annotations

import email
import os
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from lordesk.clock import FixedClock
from lordesk.errors import FileMissingError, HeaderInjectionError
from lordesk.jobs import JobContext
from lordesk.mail.handover import HandoverService, mailto
from lordesk.paths import Paths, paths_in
from tests.mail.messages import NOON, account, message, stored_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_in(tmp_path)
    paths.make()
    return paths


@pytest.fixture
def handover(paths: Paths) -> HandoverService:
    return HandoverService(paths, FixedClock(NOON))


def test_the_draft_is_unsent_and_has_its_files(handover: HandoverService, paths: Paths) -> None:
    file = stored_file(paths.files, "Lebenslauf Zoë.pdf", b"%PDF" * 999)
    path = handover.write(JobContext(), message(files=(file,)), account())
    draft = email.message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)
    assert draft["X-Unsent"] == "1"
    assert draft["Date"] is None
    assert draft["Message-ID"] is None
    assert draft["To"].addresses[0].addr_spec == "moreno@example.edu"
    (attached,) = draft.iter_attachments()
    assert attached.get_filename() == file.name
    assert attached.get_payload(decode=True) == b"%PDF" * 999
    assert path.parent == paths.handover
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_an_account_the_mail_app_chooses_the_sender(handover: HandoverService) -> None:
    path = handover.write(JobContext(), message())
    assert b"\nFrom:" not in path.read_bytes()


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b\\c:d*?", "...", "x" * 300, "山田 太郎"])
def test_the_file_name_is_safe_whatever_the_mentor_is_called(
    handover: HandoverService, paths: Paths, name: str
) -> None:
    path = handover.write(JobContext(), message(to_name=name))
    assert path.parent == paths.handover
    assert path.suffix == ".eml"
    assert len(path.name.encode()) < 255
    assert not path.name.startswith(".")


def test_writing_the_same_message_again_replaces_its_file(
    handover: HandoverService, paths: Paths
) -> None:
    first = handover.write(JobContext(), message())
    assert handover.write(JobContext(), message(body="Changed")) == first
    assert b"Changed" in first.read_bytes()


def test_a_vanished_file_leaves_no_draft(handover: HandoverService, paths: Paths) -> None:
    file = stored_file(paths.files, "cv.pdf", b"x")
    (paths.files / file.sha256).unlink()
    with pytest.raises(FileMissingError):
        handover.write(JobContext(), message(files=(file,)))
    assert list(paths.handover.iterdir()) == []


def test_drafts_of_a_month_ago_go_with_the_next(handover: HandoverService) -> None:
    old = handover.write(JobContext(), message())
    new = handover.write(JobContext(), replace(message(), id=2))
    os.utime(old, (NOON.timestamp() - 31 * 86400,) * 2)
    os.utime(new, (NOON.timestamp() - 29 * 86400,) * 2)
    handover.write(JobContext(), replace(message(), id=3))
    assert not old.exists()
    assert new.exists()


def test_a_link_carries_the_text_as_it_is() -> None:
    row = message(subject="A & B = 100%?", body="Zoë\n+1 # done", cc_address="cc@example.edu")
    link = urlsplit(mailto(row))
    assert link.scheme == "mailto"
    assert link.path == "moreno@example.edu"
    fields = parse_qs(link.query.replace("+", "%2B"))
    assert fields["subject"] == [row.subject]
    assert fields["body"] == ["Zoë\r\n+1 # done"]
    assert fields["cc"] == ["cc@example.edu"]


def test_a_link_that_is_too_long_is_not_offered() -> None:
    assert mailto(message(body="x" * 3000)) == ""


def test_a_link_with_a_line_break_in_its_subject_is_refused() -> None:
    with pytest.raises(HeaderInjectionError):
        mailto(message(subject="a\r\nBcc: x@evil.example"))
