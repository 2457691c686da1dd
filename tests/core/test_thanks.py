"""Who is still owed a thank-you note: one rule, which Today, the board and the next step read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest

from lordesk.core import Core
from lordesk.domain.next_step import next_step
from lordesk.jobs import JobContext
from lordesk.keychain import Keychain
from lordesk.kinds import InteractionKind, MessageKind, Security, SendWay, Stage
from lordesk.rows.mail import NewAccount, NewMessage
from tests.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.clock import FixedClock
    from lordesk.paths import Paths
    from lordesk.rows.letters import LetterRow

TODAY = date(2026, 8, 18)


@pytest.fixture
def core(paths: Paths, clock: FixedClock) -> Iterator[Core]:
    opened = Core.open(paths, clock, Keychain(MemoryKeyring))
    yield opened
    opened.close()


class Sent(NamedTuple):
    mentor: int
    letters: tuple[LetterRow, ...]


def mentor_with(core: Core, letters: int = 1) -> Sent:
    """A mentor whose letters are in since today."""
    mentor = core.mentors.add("Dr. Ada Park", email="park@northfield.example")
    ids = [core.letters.plan(mentor, purpose=f"Award {n}") for n in range(letters)]
    for ident in ids:
        core.requests.move(core.letters.get(ident).request_id, Stage.SUBMITTED)
    return Sent(mentor, tuple(core.letters.get(ident) for ident in ids))


def owed(core: Core) -> list[int]:
    """What Today lists, which the mentor's next step must say too."""
    listed = [letter.id for letter in core.today.today().thanks_owed]
    step = next_step(core.letters.rows(), [])
    said = step is not None and step.code == "thank"
    assert said == bool(listed)
    return listed


def note(letter: LetterRow) -> NewMessage:
    return NewMessage(
        kind=MessageKind.THANKS,
        to_address="park@northfield.example",
        subject="Thank you",
        body="Dear Dr. Park,\n\nThank you.\n\nPriya",
        request_id=letter.request_id,
        mentor_id=letter.mentor_id,
    )


def test_a_letter_that_is_in_owes_thanks(core: Core) -> None:
    sent = mentor_with(core)
    assert owed(core) == [sent.letters[0].id]


def test_a_note_by_lordesk_mail_ends_it_from_the_moment_it_waits(core: Core) -> None:
    (letter,) = mentor_with(core).letters
    new = NewAccount(
        address="priya@example.edu",
        display_name="Priya",
        host="127.0.0.1",
        port=1,
        security=Security.NONE,
        username="priya",
    )
    core.accounts.add(JobContext(), new, "secret")
    entry = core.outbox.queue(note(letter))
    assert owed(core) == []
    core.outbox.cancel(entry.id)
    assert owed(core) == [letter.id]


def test_a_note_handed_over_counts_when_the_user_says_that_it_was_sent(core: Core) -> None:
    (letter,) = mentor_with(core).letters
    entry = core.outbox.queue(note(letter), SendWay.MAIL_APP)
    core.outbox.mark_handed_over(entry.id)
    assert owed(core) == [letter.id]
    core.outbox.confirm_by_user(entry.id)
    assert core.letters.get(letter.id).stage is Stage.THANKED
    assert owed(core) == []


def test_thanks_in_person_that_were_logged_end_it_and_leave_the_stage(core: Core) -> None:
    sent = mentor_with(core)
    core.interactions.log(sent.mentor, InteractionKind.THANKS, TODAY)
    assert owed(core) == []
    assert core.letters.get(sent.letters[0].id).stage is Stage.SUBMITTED
    core.undo.undo()
    assert owed(core) == [sent.letters[0].id]


def test_thanks_from_before_the_letter_was_in_were_for_something_else(core: Core) -> None:
    sent = mentor_with(core)
    core.interactions.log(sent.mentor, InteractionKind.THANKS, TODAY - timedelta(days=1))
    assert owed(core) == [sent.letters[0].id]


def test_a_note_about_one_of_several_letters_leaves_the_others(core: Core) -> None:
    first, second = mentor_with(core, letters=2).letters
    entry = core.outbox.queue(note(first), SendWay.MAIL_APP)
    core.outbox.mark_handed_over(entry.id)
    core.outbox.confirm_by_user(entry.id)
    assert owed(core) == [second.id]


def test_thanks_in_person_are_for_all_letters_that_are_in(core: Core) -> None:
    sent = mentor_with(core, letters=2)
    core.interactions.log(sent.mentor, InteractionKind.THANKS, TODAY)
    assert owed(core) == []


def test_a_letter_that_was_thanked_or_is_out_again_owes_nothing(core: Core) -> None:
    first, second = mentor_with(core, letters=2).letters
    core.requests.move(first.request_id, Stage.THANKED)
    core.requests.move(second.request_id, Stage.WRITING)
    core.requests.move(second.request_id, Stage.WITHDRAWN)
    assert core.today.today().thanks_owed == ()
