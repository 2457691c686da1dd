"""A sender that is killed with SIGKILL at each point of the dialog, and started again."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from lordesk.clock import FixedClock
from lordesk.jobs import JobContext
from lordesk.kinds import OutboxState
from tests.mail.desk import LETTER, open_desk
from tests.mail.messages import NOON
from tests.mail.scripted import STALL, ScriptedServer

S = OutboxState
ROOT = Path(__file__).parent.parent.parent


def sender(home: Path, seconds_later: float) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.mail.child", str(home), str(seconds_later)]
    return subprocess.Popen(command, cwd=ROOT)


@pytest.mark.parametrize(
    ("stalls_at", "after_crash", "arrives"),
    [
        ("connect", S.QUEUED, 1),
        ("EHLO", S.QUEUED, 1),
        ("AUTH", S.QUEUED, 1),
        ("MAIL", S.QUEUED, 1),
        ("RCPT", S.QUEUED, 1),
        ("DATA", S.UNKNOWN, 0),
        ("dot", S.UNKNOWN, 1),
    ],
)
def test_a_killed_sender_never_delivers_twice(
    tmp_path: Path, stalls_at: str, after_crash: OutboxState, arrives: int
) -> None:
    with ScriptedServer({stalls_at: STALL}, auth=b"PLAIN") as server:
        with open_desk(tmp_path) as desk:
            desk.add_account(server.host, server.port)
            row = desk.outbox.queue(LETTER)
            other = desk.outbox.queue(LETTER)
        child = sender(tmp_path, 31)
        assert server.stalled.wait(30)
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        with open_desk(tmp_path) as desk:
            desk.outbox.recover()
            assert desk.state(row) is after_crash
            assert desk.state(other) is S.QUEUED
            assert desk.confirmed == []
        server.script.clear()
        for seconds_later in (62, 93, 3600):
            assert sender(tmp_path, seconds_later).wait(30) == 0
        with open_desk(tmp_path) as desk:
            assert desk.state(row) is (S.SENT if after_crash is S.QUEUED else S.UNKNOWN)
            assert desk.state(other) is S.SENT
        taken = Counter(server.accepted)
    assert taken[row.message_id] == arrives
    assert taken[other.message_id] == 1


def test_a_countdown_that_a_crash_cut_short_runs_anew_and_the_message_goes_out_once(
    tmp_path: Path,
) -> None:
    with ScriptedServer(auth=b"PLAIN") as server:
        clock = FixedClock(NOON)
        with open_desk(tmp_path, clock) as desk:
            desk.add_account(server.host, server.port)
            row = desk.outbox.queue(LETTER)
            later = desk.outbox.queue(LETTER, not_before=NOON + timedelta(minutes=5))
            desk.pass_time(seconds=24)
        for _ in range(2):
            with open_desk(tmp_path, clock) as desk:
                desk.pass_time(seconds=20)
                (again,) = desk.outbox.restart_countdowns()
                assert again.id == row.id
                assert again.not_before == clock.now() + timedelta(seconds=30)
                desk.pass_time(seconds=20)
                assert desk.outbox.send_due(JobContext()) == 0
        with open_desk(tmp_path, clock) as desk:
            desk.outbox.cancel(later.id)
            for account in desk.accounts.rows():
                desk.keychain.remember_for_session(account.key, "secret")
            assert desk.send() == 1
        with open_desk(tmp_path, clock) as desk:
            assert desk.outbox.restart_countdowns() == []
            assert desk.send() == 0
            assert desk.state(row) is S.SENT
    assert Counter(server.accepted) == {row.message_id: 1}


@pytest.mark.parametrize("hours", [5, 30])
def test_a_countdown_of_long_ago_is_asked_about_and_not_run_anew(
    tmp_path: Path, hours: int
) -> None:
    clock = FixedClock(NOON)
    with ScriptedServer(auth=b"PLAIN") as server, open_desk(tmp_path, clock) as desk:
        desk.add_account(server.host, server.port)
        row = desk.outbox.queue(LETTER)
        desk.pass_time(hours=hours)
        assert desk.outbox.restart_countdowns() == []
        desk.send()
        assert desk.state(row) is S.HELD
        assert server.accepted == []


def test_two_processes_on_one_outbox_deliver_each_message_once(tmp_path: Path) -> None:
    with ScriptedServer(auth=b"PLAIN") as server:
        with open_desk(tmp_path) as desk:
            desk.add_account(server.host, server.port)
            rows = [desk.outbox.queue(LETTER) for _ in range(30)]
        children = [sender(tmp_path, 31) for _ in range(3)]
        for child in children:
            child.wait(60)
        with open_desk(tmp_path) as desk:
            desk.outbox.recover()
            # What found the store busy waits for its next try.
            desk.pass_time(hours=1)
            desk.send()
            states = {row.message_id: desk.state(row) for row in rows}
        taken = Counter(server.accepted)
    assert max(taken.values()) == 1
    assert set(states.values()) <= {S.SENT, S.UNKNOWN}
    assert all(taken[header_id] == 1 for header_id, state in states.items() if state is S.SENT)
