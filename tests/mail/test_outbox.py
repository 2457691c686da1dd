"""The outbox over a real store and a server that misbehaves on request."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from keyring.errors import KeyringLocked

from lordesk import errors
from lordesk.jobs import JobContext
from lordesk.kinds import MessageKind, MoveCause, OutboxState
from lordesk.mail.journal import Journal
from lordesk.models.files import record
from tests.mail.desk import LETTER, Desk, open_desk
from tests.mail.messages import stored_file
from tests.mail.scripted import DROP, ScriptedServer

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.rows.mail import FileRef, OutboxRow

S = OutboxState


def attach(desk: Desk, content: bytes = b"%PDF-1.7") -> FileRef:
    file = stored_file(desk.paths.files, "CV.pdf", content)
    with desk.store.step("material-added"):
        record(file.sha256, file.size, desk.clock.now())
    return file


def test_a_queued_message_goes_out_once_and_says_so(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    row = desk.outbox.queue(LETTER)
    assert row.state is S.QUEUED
    assert desk.send() == 1
    assert desk.history(row) == ["queued", "sending", "data", "sent"]
    assert server.accepted == [row.message_id]
    assert desk.confirmed == [(row.id, MoveCause.SENT)]
    assert desk.send() == 0
    assert server.accepted == [row.message_id]
    assert row.message_id.endswith("@example.edu>")


def test_nothing_leaves_while_the_countdown_of_undo_runs(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    row = desk.outbox.queue(LETTER)
    desk.pass_time(seconds=29)
    assert desk.outbox.send_due(JobContext()) == 0
    assert desk.state(row) is S.QUEUED
    assert desk.outbox.next_due() == row.not_before
    assert server.connections == 0


def test_a_scheduled_message_waits_for_its_time(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    at = desk.clock.now() + timedelta(days=3)
    row = desk.outbox.queue(LETTER, not_before=at)
    desk.pass_time(days=2)
    assert desk.send() == 0
    desk.pass_time(days=1)
    assert desk.send() == 1
    assert desk.state(row) is S.SENT


def test_a_message_that_became_late_is_held_and_not_sent(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    row = desk.outbox.queue(LETTER, not_before=desk.clock.now() + timedelta(hours=1))
    desk.pass_time(hours=9)
    assert desk.send() == 0
    held = desk.outbox.get(row.id)
    assert (held.state, held.error_code) == (S.HELD, "late")
    desk.outbox.retry_now(row.id)
    assert desk.send() == 1
    assert server.accepted == [row.message_id]


def test_date_and_message_id_are_fixed_when_it_is_queued(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    server.script["dot"] = b"451 later"
    row = desk.outbox.queue(LETTER)
    desk.send()
    del server.script["dot"]
    desk.pass_time(minutes=2)
    desk.send()
    assert server.accepted == [row.message_id]
    assert server.dates == ["Tue, 18 Aug 2026 12:00:30 -0400"] * 2


def test_many_messages_of_an_account_share_one_line_and_one_look_into_the_keyring(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    rows = [desk.outbox.queue(LETTER) for _ in range(4)]
    assert desk.send() == 4
    assert server.connections == 1
    assert server.passwords == ["secret"]
    assert desk.keyring.reads == 1
    assert server.accepted == [row.message_id for row in rows]


def test_a_server_that_ends_the_line_after_two_messages_gets_a_new_one(desk: Desk) -> None:
    with ScriptedServer(auth=b"PLAIN", messages_a_line=2) as server:
        desk.add_account(server.host, server.port)
        rows = [desk.outbox.queue(LETTER) for _ in range(5)]
        assert desk.send() == 5
        assert server.connections == 3
    assert server.accepted == [row.message_id for row in rows]
    assert {row.attempts for row in map(desk.outbox.get, [row.id for row in rows])} == {1}


@pytest.mark.parametrize(
    ("script", "state", "code"),
    [
        ({"MAIL": b"550 no"}, S.REFUSED, "sender-refused"),
        ({"RCPT": b"550 no such user"}, S.REFUSED, "recipient-refused"),
        ({"RCPT": b"451 greylisted"}, S.WAITING, "mail-later"),
        ({"RCPT": DROP}, S.WAITING, "mail-later"),
        ({"DATA": b"451 later"}, S.WAITING, "mail-later"),
        ({"DATA": b"554 no"}, S.REFUSED, "message-refused"),
        ({"DATA": DROP}, S.WAITING, "mail-later"),
        ({"dot": b"451 later"}, S.WAITING, "mail-later"),
        ({"dot": b"554 spam"}, S.REFUSED, "message-refused"),
        ({"dot": b"gibberish"}, S.UNKNOWN, "mail-unknown"),
        ({"dot": DROP}, S.UNKNOWN, "mail-unknown"),
        ({"AUTH": b"535 no"}, S.REFUSED, "wrong-password"),
        ({"AUTH": b"535 5.7.139 SmtpClientAuthentication is disabled"},
         S.REFUSED, "password-login-off"),
        ({"connect": b"421 busy"}, S.WAITING, "mail-later"),
        ({"connect": DROP}, S.WAITING, "server-unreachable"),
    ],
)  # fmt: skip
def test_each_failure_leaves_its_state_and_moves_nothing(
    desk: Desk,
    server: ScriptedServer,
    account: int,
    script: dict[str, bytes],
    state: OutboxState,
    code: str,
) -> None:
    server.script |= script
    row = desk.outbox.queue(LETTER)
    assert desk.send() == 0
    after = desk.outbox.get(row.id)
    assert (after.state, after.error_code) == (state, code)
    assert desk.confirmed == []


@pytest.mark.parametrize("script", [{"dot": DROP}, {"dot": b"gibberish"}])
def test_what_may_have_arrived_is_never_sent_again_by_itself(
    desk: Desk, server: ScriptedServer, account: int, script: dict[str, bytes]
) -> None:
    server.script |= script
    row = desk.outbox.queue(LETTER)
    desk.send()
    server.script.clear()
    for _ in range(20):
        desk.pass_time(hours=3)
        assert desk.send() == 0
    with pytest.raises(errors.NotCancellableError):
        desk.outbox.retry_now(row.id)
    with pytest.raises(errors.NotCancellableError):
        desk.outbox.cancel(row.id)
    assert desk.state(row) is S.UNKNOWN
    assert len([c for c in server.verbs() if c == "DATA"]) == 1


def test_a_resend_is_a_new_message_that_names_the_old_one_and_is_made_once(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    file = attach(desk)
    server.script["dot"] = DROP
    old = desk.outbox.queue(replace(LETTER, files=(file,)))
    desk.send()
    assert [row.id for row in desk.outbox.asking()] == [old.id]
    server.script.clear()
    new = desk.outbox.resend(old.id)
    assert desk.outbox.resend(old.id).id == new.id
    assert new.resend_of == old.id
    assert new.message_id != old.message_id
    assert new.message.files == (file,)
    assert desk.outbox.asking() == []
    assert S.UNKNOWN not in desk.outbox.counts()
    assert desk.send() == 1
    assert server.accepted == [old.message_id, new.message_id]


def test_the_user_can_say_that_an_unknown_one_arrived(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    server.script["dot"] = DROP
    row = desk.outbox.queue(LETTER)
    desk.send()
    desk.outbox.confirm_by_user(row.id)
    desk.outbox.confirm_by_user(row.id)
    assert desk.state(row) is S.CONFIRMED
    assert desk.confirmed == [(row.id, MoveCause.CONFIRMED_SENT)]


def test_the_user_can_dismiss_an_unknown_one(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    server.script["dot"] = DROP
    row = desk.outbox.queue(LETTER)
    desk.send()
    desk.outbox.dismiss(row.id)
    assert desk.state(row) is S.CANCELLED
    assert desk.confirmed == []


def test_temporary_failures_are_tried_again_with_growing_delay_and_then_held(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    server.script["RCPT"] = b"451 later"
    row = desk.outbox.queue(LETTER)
    desk.send()
    delays = []
    while (waiting := desk.outbox.get(row.id)).state is S.WAITING:
        assert waiting.retry_at is not None
        delays.append(waiting.retry_at - desk.clock.now())
        assert desk.outbox.send_due(JobContext()) == 0
        desk.pass_time(seconds=delays[-1].total_seconds())
        desk.outbox.send_due(JobContext())
    assert delays == sorted(delays)
    assert len(delays) >= 5
    assert waiting.state is S.HELD
    assert waiting.error_code == "mail-later"
    server.script.clear()
    desk.outbox.retry_now(row.id)
    assert desk.send() == 1
    assert server.accepted == [row.message_id]


def test_at_the_limit_a_refusal_for_now_at_the_dot_is_held_too(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    server.script["dot"] = b"451 later"
    row = desk.outbox.queue(LETTER)
    for _ in range(12):
        desk.send()
        at = desk.outbox.get(row.id).retry_at
        if at is not None and desk.state(row) is S.WAITING:
            desk.pass_time(seconds=(at - desk.clock.now()).total_seconds())
    assert desk.state(row) is S.HELD
    assert server.accepted == []


def test_a_server_that_cannot_be_reached_is_asked_once_a_run(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    server.script["connect"] = DROP
    rows = [desk.outbox.queue(LETTER) for _ in range(3)]
    desk.send()
    assert server.connections == 1
    assert {desk.state(row) for row in rows} == {S.WAITING}


def test_a_wrong_password_is_shown_once_for_all_messages_and_they_go_when_it_is_right(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    desk.accounts.set_password(JobContext(), account, "Tr0ub4dor")
    rows = [desk.outbox.queue(LETTER) for _ in range(3)]
    desk.send()
    assert server.passwords == ["Tr0ub4dor"]
    assert {desk.state(row) for row in rows} == {S.REFUSED}
    desk.accounts.set_password(JobContext(), account, "secret")
    assert desk.outbox.retry_account(account) == 3
    assert desk.send() == 3
    assert sorted(server.accepted) == sorted(row.message_id for row in rows)


def test_a_locked_keyring_holds_the_message_and_no_server_is_asked(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    desk.keyring.failure = KeyringLocked("dismissed")
    row = desk.outbox.queue(LETTER)
    desk.send()
    held = desk.outbox.get(row.id)
    assert (held.state, held.error_code) == (S.HELD, "keychain-locked")
    assert server.connections == 0
    desk.keyring.failure = None
    desk.outbox.retry_account(account)
    assert desk.send() == 1


def test_an_account_without_a_password_holds_the_message(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    desk.keyring.passwords.clear()
    row = desk.outbox.queue(LETTER)
    desk.send()
    assert desk.outbox.get(row.id).error_code == "no-password"
    assert desk.state(row) is S.HELD


@pytest.mark.parametrize("fault", ["vanished", "changed"])
def test_a_file_that_is_not_the_approved_one_stops_its_message_alone(
    desk: Desk, server: ScriptedServer, account: int, fault: str
) -> None:
    file = attach(desk)
    with_file = desk.outbox.queue(replace(LETTER, files=(file,)))
    without = desk.outbox.queue(LETTER)
    path = desk.paths.files / file.sha256
    if fault == "vanished":
        path.unlink()
    else:
        path.write_bytes(b"%PDF-1.8")
    assert desk.send() == 1
    assert desk.state(with_file) is S.REFUSED
    assert desk.outbox.get(with_file.id).error_code in ("file-missing", "file-unreadable")
    assert server.accepted == [without.message_id]


def test_a_line_break_in_a_header_is_refused_before_anything_is_stored(
    desk: Desk, account: int
) -> None:
    with pytest.raises(errors.HeaderInjectionError):
        desk.outbox.queue(replace(LETTER, subject="Hello\r\nBcc: x@evil.example"))
    assert desk.outbox.rows() == []


def test_without_an_account_nothing_is_queued_for_smtp(desk: Desk) -> None:
    with pytest.raises(errors.NoAccountError):
        desk.outbox.queue(LETTER)
    assert desk.outbox.rows() == []


def test_the_message_of_a_removed_account_is_refused(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    row = desk.outbox.queue(LETTER)
    desk.accounts.remove(JobContext(), account)
    assert desk.send() == 0
    assert desk.outbox.get(row.id).error_code == "no-account"
    assert server.connections == 0


def test_what_follows_from_sending_is_one_transaction_with_it(tmp_path: Path) -> None:
    """And where it fails, the message still counts as sent: it is not sent again."""

    def fail(row: OutboxRow, _cause: MoveCause) -> None:
        with desk.store.background():
            desk.store.database.execute_sql("UPDATE profile SET name = 'half done'")
        raise ZeroDivisionError

    with (
        ScriptedServer() as server,
        open_desk(tmp_path, on_confirmed=fail) as desk,
    ):
        desk.add_account(server.host, server.port, username="")
        row = desk.outbox.queue(LETTER)
        with pytest.raises(ZeroDivisionError):
            desk.send()
        name = desk.store.database.execute_sql("SELECT name FROM profile").fetchone()[0]
        assert name == ""
        assert desk.state(row) is S.SENT
        assert desk.send() == 0
        assert server.accepted == [row.message_id]


def test_a_bug_before_the_mark_holds_the_message_and_is_seen(
    desk: Desk, server: ScriptedServer, account: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> object:
        raise ZeroDivisionError

    row = desk.outbox.queue(LETTER)
    with monkeypatch.context() as patch:
        patch.setattr("lordesk.mail.compose.compose", broken)
        with pytest.raises(ZeroDivisionError):
            desk.send()
    assert desk.state(row) is S.HELD
    assert desk.send() == 0


def test_a_test_message_is_marked_as_one(desk: Desk, account: int) -> None:
    row = desk.outbox.queue(replace(LETTER, kind=MessageKind.THANKS, test=True))
    assert row.message.test
    assert row.message.kind is MessageKind.THANKS


def test_a_store_that_is_busy_at_the_mark_is_no_refusal_of_the_server(
    desk: Desk, server: ScriptedServer, account: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = desk.outbox.queue(LETTER)
    mark = Journal.mark_data

    def busy(journal: Journal, entry: OutboxRow) -> None:
        raise errors.StoreBusyError(detail="database is locked")

    monkeypatch.setattr(Journal, "mark_data", busy)
    assert desk.send() == 0
    assert desk.state(row) is S.WAITING
    assert server.accepted == []
    monkeypatch.setattr(Journal, "mark_data", mark)
    desk.pass_time(hours=1)
    assert desk.send() == 1
    assert server.accepted == [row.message_id]
