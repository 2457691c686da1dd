"""Side facts, the end of a request, several writers, and lines that are put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.core import Core
from lordesk.domain.messages import MessageChoices
from lordesk.errors import InvalidInputError, MissingRowError, MoveNotAllowedError
from lordesk.keychain import Keychain
from lordesk.kinds import (
    ApplicationKind,
    Attention,
    DeclineReason,
    FactKind,
    MessageKind,
    SlotNeed,
    Stage,
    Tone,
    WriterPart,
)
from lordesk.rows.letters import Closing
from tests.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.clock import FixedClock
    from lordesk.paths import Paths
    from lordesk.rows.letters import LetterRow

TODAY, TOMORROW = date(2026, 8, 18), date(2026, 8, 19)


@pytest.fixture
def core(paths: Paths, clock: FixedClock) -> Iterator[Core]:
    opened = Core.open(paths, clock, Keychain(MemoryKeyring))
    yield opened
    opened.close()


@pytest.fixture
def slot(core: Core) -> tuple[int, int]:
    """An application with one slot."""
    goal = core.applications.add("IM", ApplicationKind.RESIDENCY, hard_on=date(2026, 12, 1))
    for row in core.applications.get(goal).slots:
        core.applications.remove_slot(row.id)
    return goal, core.applications.add_slot(goal, "IM faculty", SlotNeed.ANY)


def planned(core: Core, name: str, slot: tuple[int, int] | None = None) -> LetterRow:
    mentor = core.mentors.add(name)
    goal, place = slot or (None, None)
    return core.letters.get(core.letters.plan(mentor, goal, place))


def asked(core: Core, name: str, slot: tuple[int, int] | None = None) -> LetterRow:
    letter = planned(core, name, slot)
    core.requests.move(letter.request_id, Stage.ASKED)
    return core.letters.get(letter.id)


# --- side facts -----------------------------------------------------------------------------------


def test_a_denied_letter_needs_the_user_and_is_not_followed_up(core: Core) -> None:
    letter = asked(core, "Dr. Ada Park")
    assert core.requests.follow_ups(letter.request_id)
    core.around.facts.record(letter.request_id, FactKind.DENIED, note="By the portal")
    denied = core.letters.get(letter.id)
    assert denied.attention is Attention.NEEDS_YOU
    assert [(f.fact, f.on, f.note) for f in denied.facts] == [
        (FactKind.DENIED, TODAY, "By the portal")
    ]
    assert core.requests.follow_ups(letter.request_id) == []
    core.undo.undo()
    assert core.letters.get(letter.id).attention is letter.attention
    assert core.requests.follow_ups(letter.request_id)


def test_what_is_put_right_is_followed_up_again(core: Core) -> None:
    letter = asked(core, "Dr. Ada Park")
    core.around.facts.record(letter.request_id, FactKind.RESCINDED)
    core.around.facts.settle(letter.request_id)
    assert core.letters.get(letter.id).attention is letter.attention
    assert core.requests.follow_ups(letter.request_id)


def test_a_bounce_keeps_the_plan(core: Core) -> None:
    letter = asked(core, "Dr. Ada Park")
    before = core.requests.follow_ups(letter.request_id)
    fact = core.around.facts.record(letter.request_id, FactKind.BOUNCED)
    assert core.letters.get(letter.id).attention is Attention.NEEDS_YOU
    assert core.requests.follow_ups(letter.request_id) == before
    core.around.facts.remove(fact)
    assert core.letters.get(letter.id).facts == ()


def test_a_fact_of_a_request_that_is_gone_is_refused(core: Core) -> None:
    with pytest.raises(MissingRowError):
        core.around.facts.record(7, FactKind.ISSUED)
    with pytest.raises(MissingRowError):
        core.around.facts.remove(7)
    with pytest.raises(MissingRowError):
        core.around.facts.settle(7)


# --- the end of a request -------------------------------------------------------------------------


def test_a_no_is_one_step_with_its_reason_the_backup_and_the_suggested_person(
    core: Core, slot: tuple[int, int]
) -> None:
    letter = asked(core, "Dr. Ada Park", slot)
    backup = planned(core, "Dr. Ben Osei", slot)
    (held,) = core.around.closings.slots_of(letter.id)
    assert [b.id for b in held.backups] == [backup.id]
    before = core.mentors.rows()
    why = "長い理由 " * 1600
    closing = Closing(
        why=why,
        successors={slot[1]: backup.id},
        add_suggested=True,
        how_known="Suggested by Dr. Park",
        plan_for=(slot[1],),
    )
    suggested = "Dr. נועה כהן"
    core.around.closings.decline(letter.request_id, DeclineReason.NO_TIME, closing, suggested)
    declined = core.letters.get(letter.id)
    assert (declined.stage, declined.decline_reason) == (Stage.DECLINED, DeclineReason.NO_TIME)
    assert declined.facts[-1].fact is FactKind.REASON
    assert declined.facts[-1].note == why.strip()
    writer = core.applications.get(slot[0]).slots[0].letter
    assert writer is not None
    assert writer.id == backup.id
    added = next(m for m in core.mentors.rows() if m.full_name == suggested)
    assert added.how_known == "Suggested by Dr. Park"
    core.undo.undo()
    assert core.mentors.rows() == before
    assert core.letters.get(letter.id).stage is Stage.ASKED
    first = core.applications.get(slot[0]).slots[0].letter
    assert first is not None
    assert first.id == letter.id


def test_the_suggested_person_gets_a_new_letter_for_the_slot(
    core: Core, slot: tuple[int, int]
) -> None:
    letter = asked(core, "Dr. Ada Park", slot)
    known = core.mentors.add("Dr. Noa Cohen")
    closing = Closing(add_suggested=True, plan_for=(slot[1],))
    core.around.closings.decline(
        letter.request_id, DeclineReason.NOT_STRONG, closing, "Dr. noa cohen"
    )
    writer = core.applications.get(slot[0]).slots[0].letter
    assert writer is not None
    assert writer.id != letter.id
    assert (writer.mentor_id, writer.stage) == (known, Stage.PLANNED)
    assert len(core.mentors.rows()) == 2


def test_without_a_name_nobody_is_added(core: Core, slot: tuple[int, int]) -> None:
    letter = asked(core, "Dr. Ada Park", slot)
    closing = Closing(add_suggested=True, plan_for=(slot[1],))
    core.around.closings.decline(letter.request_id, DeclineReason.OTHER, closing, "  ")
    assert len(core.mentors.rows()) == 1
    assert core.applications.get(slot[0]).slots[0].letter is None


def test_a_withdrawn_ask_keeps_its_reason_and_opens_the_slot(
    core: Core, slot: tuple[int, int]
) -> None:
    letter = asked(core, "Dr. Ada Park", slot)
    core.around.closings.withdraw(letter.request_id, Closing(on=TODAY, why="Other plans"))
    withdrawn = core.letters.get(letter.id)
    assert withdrawn.stage is Stage.WITHDRAWN
    assert [(f.fact, f.note) for f in withdrawn.facts] == [(FactKind.REASON, "Other plans")]
    assert core.applications.get(slot[0]).slots[0].letter is None
    core.undo.undo()
    assert core.letters.get(letter.id).stage is Stage.ASKED
    assert core.applications.get(slot[0]).slots[0].letter is not None


def test_a_letter_that_is_in_cannot_be_declined_and_nothing_of_it_is_done(core: Core) -> None:
    letter = planned(core, "Dr. Ada Park")
    core.requests.move(letter.request_id, Stage.SUBMITTED)
    with pytest.raises(MoveNotAllowedError):
        core.around.closings.decline(
            letter.request_id, DeclineReason.OTHER, Closing(why="x", add_suggested=True), "Dr. No"
        )
    assert core.letters.get(letter.id).facts == ()
    assert len(core.mentors.rows()) == 1
    with pytest.raises(MissingRowError):
        core.around.closings.withdraw(99, Closing())


# --- several writers ------------------------------------------------------------------------------


def test_a_committee_letter_is_one_letter_led_by_its_contact(core: Core) -> None:
    letter = asked(core, "Dr. Ada Park")
    chair, member = core.mentors.add("Dr. Ben Osei"), core.mentors.add("Dr. Carla Ruiz")
    core.around.writers.set(
        letter.id,
        [
            (letter.mentor_id, WriterPart.CONTACT),
            (chair, WriterPart.CHAIR),
            (member, WriterPart.CONTRIBUTOR),
        ],
    )
    (row,) = core.letters.rows()
    assert row.mentor_id == letter.mentor_id
    assert [(w.mentor_id, w.part) for w in row.writers] == [
        (letter.mentor_id, WriterPart.CONTACT),
        (chair, WriterPart.CHAIR),
        (member, WriterPart.CONTRIBUTOR),
    ]
    (of_member,) = core.letters.rows(mentor_id=member)
    assert (of_member.id, of_member.place) == (letter.id, 2)
    assert core.around.writers.of(letter.id)[0].short == "Dr. Park"
    core.undo.undo()
    assert core.letters.get(letter.id).writers == ()
    (alone,) = core.around.writers.of(letter.id)
    assert alone.part is WriterPart.CONTACT


def test_another_contact_takes_the_request_over(core: Core) -> None:
    letter = asked(core, "Dr. Ada Park")
    chair = core.mentors.add("Dr. Ben Osei", follow_up_cap=0)
    assert core.requests.follow_ups(letter.request_id)
    parts = [(chair, WriterPart.CONTACT), (letter.mentor_id, WriterPart.MEMBER)]
    core.around.writers.set(letter.id, parts)
    assert core.letters.get(letter.id).mentor_id == chair
    assert core.requests.follow_ups(letter.request_id) == []


def test_a_contact_in_the_trash_leaves_the_letter_to_the_next(core: Core) -> None:
    letter = planned(core, "Dr. Ada Park")
    member = core.mentors.add("Dr. Ben Osei")
    parts = [(letter.mentor_id, WriterPart.CONTACT), (member, WriterPart.MEMBER)]
    core.around.writers.set(letter.id, parts)
    core.mentors.delete(letter.mentor_id)
    assert [row.mentor_id for row in core.letters.rows()] == [member]


def test_a_letter_by_nobody_is_refused(core: Core) -> None:
    letter = planned(core, "Dr. Ada Park")
    with pytest.raises(InvalidInputError):
        core.around.writers.set(letter.id, [])
    with pytest.raises(MissingRowError):
        core.around.writers.set(99, [(letter.mentor_id, WriterPart.CONTACT)])
    with pytest.raises(MissingRowError):
        core.around.writers.of(99)


def test_a_mentor_may_write_several_letters(core: Core) -> None:
    letter = planned(core, "Dr. Ada Park")
    core.letters.plan(letter.mentor_id, purpose="A second one")
    assert len(core.letters.rows(mentor_id=letter.mentor_id)) == 2


# --- lines put off --------------------------------------------------------------------------------


def test_thanks_that_are_put_off_wait_as_a_reminder(core: Core) -> None:
    letter = planned(core, "Dr. Ada Park")
    core.requests.move(letter.request_id, Stage.SUBMITTED)
    assert [row.id for row in core.today.today().thanks_owed] == [letter.id]
    core.around.queue.put_off(letter, "Thank Dr. Park", TOMORROW)
    today = core.today.today()
    assert today.thanks_owed == ()
    assert [t.reminder.title for t in today.this_week if t.reminder] == ["Thank Dr. Park"]
    core.undo.undo()
    assert [row.id for row in core.today.today().thanks_owed] == [letter.id]


def test_a_reply_that_is_put_off_is_read_and_waits_as_a_reminder(core: Core) -> None:
    letter = asked(core, "Dr. Ada Park")
    core.requests.record_reply(letter.request_id, "Happy to.")
    core.around.queue.put_off_reply(letter, "Answer Dr. Park", TOMORROW)
    today = core.today.today()
    assert today.replies == ()
    assert [t.reminder.title for t in today.this_week if t.reminder] == ["Answer Dr. Park"]
    core.undo.undo()
    assert len(core.today.today().replies) == 1


def test_getting_in_touch_can_be_put_off(core: Core) -> None:
    mentor = core.mentors.add("Dr. Ada Park")
    core.around.queue.put_off_contact(mentor, "Write to Dr. Park", TOMORROW)
    assert [r.title for r in core.reminders.of_mentor(mentor)] == ["Write to Dr. Park"]


def test_nobody_of_the_same_letter_is_a_leftover_in_its_request(core: Core) -> None:
    letter = planned(core, "Dr. Ada Park")
    core.mentors.update(letter.mentor_id, email="park@northfield.example")
    chair, other = core.mentors.add("Dr. Ben Osei"), core.mentors.add("Dr. Carla Ruiz")
    parts = [(letter.mentor_id, WriterPart.CONTACT), (chair, WriterPart.CHAIR)]
    core.around.writers.set(letter.id, parts)
    facts = core.messages.facts(core.messages.plan_of(core.letters.get(letter.id)))
    draft = core.messages.write(MessageKind.ASK, Tone.WARM, facts, MessageChoices())
    assert draft.mentor_id == letter.mentor_id

    def codes(greeting: str) -> set[str]:
        body = draft.body.replace("Dear Dr. Park,", greeting)
        return {f.code for f in core.messages.check(replace(draft, body=body), facts)}

    names = {"other-greeting", "salutation-differs", "other-mentor-left-over"}
    assert codes("Dear Dr. Park and Dr. Osei,").isdisjoint(names)
    assert codes("Dear Dr. Osei,") & names == {"salutation-differs"}
    assert "other-greeting" in codes("Dear Dr. Ruiz,")
    assert other
