"""What the user may still do with a message that was sent off, and the ways without SMTP."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from lordesk import errors
from lordesk.jobs import JobContext
from lordesk.kinds import MoveCause, OutboxState, SendWay
from tests.mail.desk import LETTER

if TYPE_CHECKING:
    from tests.mail.desk import Desk
    from tests.mail.scripted import ScriptedServer

S = OutboxState


# --- cancel, stop, undo -----------------------------------------------------------------------


def test_a_cancelled_message_never_goes(desk: Desk, server: ScriptedServer, account: int) -> None:
    row = desk.outbox.queue(LETTER)
    desk.outbox.cancel(row.id)
    desk.outbox.cancel(row.id)
    assert desk.send() == 0
    assert desk.state(row) is S.CANCELLED
    assert server.connections == 0


def while_sending(desk: Desk, at: OutboxState, act: object) -> None:
    """Call `act` in another thread, with its own connection, when an entry gets to a state."""
    done = []

    def on_change(event: object) -> None:
        row = next(iter(desk.outbox.rows()), None)
        if row is None or row.state is not at or done:
            return
        done.append(True)
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()

    def run() -> None:
        with desk.store.connection():
            act()  # type: ignore[operator]

    desk.store.bus.subscribe(on_change)


@pytest.mark.parametrize("at", [S.SENDING, S.DATA])
def test_a_cancel_while_it_is_being_sent_is_refused_and_it_is_sent_once(
    desk: Desk, server: ScriptedServer, account: int, at: OutboxState
) -> None:
    row = desk.outbox.queue(LETTER)
    refused = []

    def cancel() -> None:
        with pytest.raises(errors.NotCancellableError) as caught:
            desk.outbox.cancel(row.id)
        refused.append(caught.value.state)

    while_sending(desk, at, cancel)
    assert desk.send() == 1
    assert refused == [at.value]
    assert server.accepted == [row.message_id]


def test_a_sender_that_lost_its_claim_stops_before_data(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    row = desk.outbox.queue(LETTER)
    while_sending(desk, S.SENDING, desk.outbox.recover)
    assert desk.send() == 1
    assert desk.history(row) == ["queued", "sending", "queued", "sending", "data", "sent"]
    assert server.accepted == [row.message_id]
    assert server.verbs().count("DATA") == 1


def test_undo_takes_the_message_and_its_entry_back(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    row = desk.outbox.queue(LETTER)
    step = desk.store.next_undo()
    assert step is not None
    assert step.id == row.step_id
    with desk.store.background():
        assert desk.outbox.cancel_for_undo(step.id)
        desk.store.replay(step, backwards=True, close=True)
    assert desk.outbox.rows() == []
    assert desk.send() == 0
    assert server.connections == 0


def test_undo_is_refused_from_sending_on(desk: Desk, server: ScriptedServer, account: int) -> None:
    row = desk.outbox.queue(LETTER)
    assert row.step_id is not None
    desk.send()
    with pytest.raises(errors.MailAlreadyLeftError):
        desk.outbox.cancel_for_undo(row.step_id)
    assert not desk.outbox.cancel_for_undo(999)


def test_one_switch_stops_everything_and_lets_it_go_again(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    before = desk.outbox.queue(LETTER)
    desk.outbox.stop_all()
    after = desk.outbox.queue(LETTER)
    assert desk.send() == 0
    assert {desk.state(before), desk.state(after)} == {S.HELD}
    assert desk.outbox.pending() == []
    desk.outbox.resume_all()
    assert desk.send() == 2
    assert server.connections == 1


def test_the_switch_stops_a_run_between_two_messages(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    rows = [desk.outbox.queue(LETTER) for _ in range(3)]

    def stop(_event: object) -> None:
        if desk.state(rows[0]) is S.SENT and not desk.outbox.stopped:
            desk.outbox.stop_all()

    desk.store.bus.subscribe(stop)
    assert desk.send() == 1
    assert [desk.state(row) for row in rows] == [S.SENT, S.HELD, S.HELD]


def test_a_cancelled_job_stops_between_two_messages(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    rows = [desk.outbox.queue(LETTER) for _ in range(2)]
    desk.pass_time(seconds=31)
    job = JobContext(lambda _done, _total: job.cancel())
    assert desk.outbox.send_due(job) == 1
    assert [desk.state(row) for row in rows] == [S.SENT, S.QUEUED]
    assert desk.outbox.counts()[S.QUEUED] == 1


# --- the other ways to send -------------------------------------------------------------------


def test_a_handed_over_draft_is_confirmed_by_the_user_alone(desk: Desk) -> None:
    row = desk.outbox.queue(LETTER, way=SendWay.MAIL_APP)
    assert row.state is S.DRAFT
    assert desk.send() == 0
    desk.outbox.mark_handed_over(row.id)
    assert desk.confirmed == []
    assert [asked.id for asked in desk.outbox.asking()] == [row.id]
    desk.outbox.confirm_by_user(row.id)
    assert desk.confirmed == [(row.id, MoveCause.CONFIRMED_SENT)]


def test_asked_in_person_is_confirmed_at_once_and_undone_at_will(desk: Desk) -> None:
    row = desk.outbox.queue(LETTER, way=SendWay.IN_PERSON)
    assert desk.confirmed == [(row.id, MoveCause.IN_PERSON)]
    step = desk.store.next_undo()
    assert step is not None
    with desk.store.background():
        desk.outbox.cancel_for_undo(step.id)
        desk.store.replay(step, backwards=True)
    assert desk.outbox.rows() == []


# --- what the privacy panel and the wizard learn from it --------------------------------------


def test_each_contact_with_a_host_is_recorded(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    desk.outbox.queue(LETTER)
    desk.send()
    first = desk.clock.now()
    desk.outbox.queue(LETTER)
    desk.send()
    (host,) = desk.accounts.hosts()
    assert (host.host, host.port, host.purpose, host.times) == (server.host, server.port, "smtp", 2)
    assert host.last_at > first


def test_the_size_that_the_server_takes_is_kept_with_the_account(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    desk.outbox.queue(LETTER)
    desk.send()
    assert desk.accounts.get(account).size_limit == 30_000_000


def test_what_an_account_had_stopped_waits_while_sending_is_stopped(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    desk.accounts.set_password(JobContext(), account, "Tr0ub4dor")
    row = desk.outbox.queue(LETTER)
    desk.send()
    desk.accounts.set_password(JobContext(), account, "secret")
    desk.outbox.stop_all()
    assert desk.outbox.retry_account(account) == 1
    assert desk.send() == 0
    assert desk.state(row) is S.HELD
    desk.outbox.resume_all()
    assert desk.send() == 1
    assert server.accepted == [row.message_id]
