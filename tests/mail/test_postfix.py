"""The outbox against a real Postfix with Dovecot behind it."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from lordesk.kinds import OutboxState, Security
from lordesk.mail.dial import Dialer
from lordesk.rows.mail import NewMessage
from tests.mail.desk import LETTER, Desk, open_desk
from tests.mail.server import PASSWORD, REFUSED, REFUSED_FOR_NOW, USER, MailServer

if TYPE_CHECKING:
    from pathlib import Path

S = OutboxState


def desk_at(home: Path, server: MailServer, port: int, password: str = PASSWORD) -> Desk:
    dialer = Dialer(lambda: ssl.create_default_context(cafile=server.ca_file), timeout_s=10)
    desk = open_desk(home, dialer=dialer)
    security = Security.TLS if port == server.submissions else Security.STARTTLS
    desk.add_account(server.host, port, security, password, USER)
    return desk


def to(address: str) -> NewMessage:
    return NewMessage(
        kind=LETTER.kind, to_address=address, subject=LETTER.subject, body=LETTER.body
    )


@pytest.mark.parametrize("door", ["submission", "submissions"])
def test_messages_are_delivered(mail_server: MailServer, tmp_path: Path, door: str) -> None:
    with desk_at(tmp_path, mail_server, getattr(mail_server, door)) as desk:
        rows = [desk.outbox.queue(LETTER) for _ in range(3)]
        assert desk.send() == 3
    delivered = mail_server.inbox(at_least=3)
    assert sorted(m["Message-ID"] for m in delivered) == sorted(row.message_id for row in rows)
    assert {m["Subject"] for m in delivered} == {LETTER.subject}


def test_a_wrong_password_sends_nothing(mail_server: MailServer, tmp_path: Path) -> None:
    with desk_at(tmp_path, mail_server, mail_server.submission, "wrong") as desk:
        row = desk.outbox.queue(LETTER)
        assert desk.send() == 0
        after = desk.outbox.get(row.id)
    assert (after.state, after.error_code) == (S.REFUSED, "wrong-password")
    assert after.reply_code == 535
    assert mail_server.inbox() == []


@pytest.mark.parametrize(
    ("door", "code"),
    [
        ("untrusted", "certificate"),
        ("expired", "certificate"),
        ("wrong_name", "certificate"),
        ("withdrawn", "starttls-missing"),
    ],
)
def test_a_line_that_cannot_be_trusted_sees_no_password(
    mail_server: MailServer, tmp_path: Path, door: str, code: str
) -> None:
    with desk_at(tmp_path, mail_server, getattr(mail_server, door)) as desk:
        row = desk.outbox.queue(LETTER)
        assert desk.send() == 0
        after = desk.outbox.get(row.id)
        assert (after.state, after.error_code) == (S.REFUSED, code)
        assert desk.keyring.reads <= 1
    assert mail_server.inbox() == []


@pytest.mark.parametrize(("address", "state"), [(REFUSED, S.REFUSED), (REFUSED_FOR_NOW, S.WAITING)])
def test_a_refused_recipient(
    mail_server: MailServer, tmp_path: Path, address: str, state: OutboxState
) -> None:
    with desk_at(tmp_path, mail_server, mail_server.submission) as desk:
        refused = desk.outbox.queue(to(address))
        fine = desk.outbox.queue(LETTER)
        assert desk.send() == 1
        assert desk.state(refused) is state
        assert desk.state(fine) is S.SENT
    assert len(mail_server.inbox(at_least=1)) == 1


def test_a_server_that_is_gone_gets_the_message_when_it_is_back(
    own_server: MailServer, tmp_path: Path
) -> None:
    with desk_at(tmp_path, own_server, own_server.submission) as desk:
        own_server.stop()
        row = desk.outbox.queue(LETTER)
        assert desk.send() == 0
        waiting = desk.outbox.get(row.id)
        assert (waiting.state, waiting.error_code) == (S.WAITING, "server-unreachable")
        own_server.start()
        desk.pass_time(minutes=2)
        assert desk.send() == 1
    (delivered,) = own_server.inbox(at_least=1)
    assert delivered["Message-ID"] == row.message_id
