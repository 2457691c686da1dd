from __future__ import annotations

import socket
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import ServerUnreachableError, WrongPasswordError
from lordesk.kinds import OutboxState
from lordesk.mail.dial import Dialer
from lordesk.mail.practice import PracticeService
from lordesk.models import practice as queries
from lordesk.models.files import record
from tests.mail.desk import LETTER, Desk, open_desk
from tests.mail.messages import stored_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "praman@northfield.example"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def practice(desk: Desk) -> Iterator[PracticeService]:
    service = PracticeService(desk.store, desk.clock, desk.accounts)
    service.start(ADDRESS)
    yield service
    service.stop()


def test_what_is_sent_in_practice_arrives_in_its_inbox(
    desk: Desk, practice: PracticeService
) -> None:
    file = stored_file(desk.paths.files, "CV <b>.pdf", b"x" * 4321)
    record(file.sha256, file.size, desk.clock.now())
    row = desk.outbox.queue(
        replace(LETTER, subject="Zoë <img src=x> & A", files=(file,), cc_address="cc@example.edu")
    )
    assert desk.send() == 1
    (mail,) = practice.rows()
    assert mail.subject == "Zoë <img src=x> & A"
    assert mail.body == LETTER.body
    assert mail.sender == ADDRESS
    assert mail.recipients == ("moreno@example.edu", "cc@example.edu")
    assert mail.attachments == (("CV <b>.pdf", 4321),)
    assert mail.message_id == row.message_id
    assert mail.arrived_at == desk.clock.now()
    assert desk.state(row) is OutboxState.SENT


def test_its_arrival_is_published(desk: Desk, practice: PracticeService) -> None:
    tables: set[str] = set()
    desk.store.bus.subscribe(lambda event: tables.update(event.tables))
    desk.outbox.queue(LETTER)
    desk.send()
    assert "practice_mail" in tables


def test_another_start_has_another_port_and_the_same_account(
    desk: Desk, practice: PracticeService
) -> None:
    first = desk.accounts.default()
    again = practice.start(ADDRESS)
    assert first is not None
    assert again.id == first.id
    desk.outbox.queue(LETTER)
    assert desk.send() == 1
    assert len(practice.rows()) == 1


def test_nobody_else_on_this_machine_can_send_here(desk: Desk, practice: PracticeService) -> None:
    account = desk.accounts.default()
    assert account is not None
    with pytest.raises(WrongPasswordError):
        desk.accounts.connect(account, "guessed")


def test_after_stop_no_thread_and_no_port_is_left(desk: Desk) -> None:
    before = threading.active_count()
    service = PracticeService(desk.store, desk.clock, desk.accounts)
    account = service.start(ADDRESS)
    assert service.running
    service.stop()
    service.stop()
    assert not service.running
    assert threading.active_count() == before
    with pytest.raises(ServerUnreachableError):
        Dialer(timeout_s=2).dial(account)


def test_a_port_that_somebody_took_meanwhile_is_not_insisted_on(
    desk: Desk, practice: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        ports = [taken.getsockname()[1], free.getsockname()[1]]
        free.close()
        monkeypatch.setattr("lordesk.mail.practice._free_port", lambda: ports.pop(0))
        monkeypatch.setenv("AIOSMTPD_CONTROLLER_TIMEOUT", "1")
        account = practice.start(ADDRESS)
    assert ports == []
    desk.accounts.connect(account, desk.accounts.password(account)).quit()


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (b"", ""),
        (b"Subject: only a header\r\n\r\n", ""),
        (b"Content-Type: text/plain; charset=no-such\r\n\r\ncaf\xc3\xa9", "café"),
        (b"Content-Type: text/html\r\n\r\n<img src='http://x.invalid/'>", ""),
        (b"\xff\xfe not a message at all", "\ufffd\ufffd not a message at all"),
    ],
)
def test_what_is_no_proper_message_is_still_listed(
    desk: Desk, practice: PracticeService, content: bytes, body: str
) -> None:
    with desk.store.background():
        queries.add("", "a@example.edu", (), desk.clock.now(), content)
    (mail,) = practice.rows()
    assert mail.body == body
