"""What the journal writes, and how often it waits for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mail.desk import LETTER, Desk

if TYPE_CHECKING:
    from tests.mail.scripted import ScriptedServer


def test_a_message_waits_for_the_disk_twice(
    desk: Desk, server: ScriptedServer, account: int
) -> None:
    """Before DATA, and when it was taken, which is also the claim of the next one."""
    desk.outbox.queue(LETTER)
    desk.send()  # what an account costs once
    for _ in range(6):
        desk.outbox.queue(LETTER)
    statements: list[str] = []
    desk.store.database.connection().set_trace_callback(statements.append)
    assert desk.send() == 6
    desk.store.database.connection().set_trace_callback(None)
    first_claim, contact = 1, 1
    assert statements.count("COMMIT") == 2 * 6 + first_claim + contact
    assert desk.store.database.pragma("synchronous") == 2
