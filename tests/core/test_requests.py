from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.domain import status
from lordesk.errors import MissingRowError, MoveNotAllowedError
from lordesk.kinds import (
    DeclineReason,
    FollowUpKind,
    InteractionKind,
    MessageKind,
    MoveCause,
    OutboxState,
    SendWay,
    Signal,
    Stage,
)
from lordesk.models.mail import Message
from lordesk.rows.mail import MessageRow, OutboxRow

if TYPE_CHECKING:
    from tests.core.conftest import House

TODAY = date(2026, 8, 18)
DUE = date(2026, 11, 16)


@dataclass
class Asked:
    mentor: int
    letter: int
    request: int


@pytest.fixture
def planned(house: House) -> Asked:
    mentor = house.mentors.add("Dr. Ada Park", email="a.park@northfield.example")
    letter = house.letters.plan(mentor, soft_on=DUE)
    return Asked(mentor, letter, house.letters.get(letter).request_id)


def follow_ups(house: House, asked: Asked) -> list[tuple[FollowUpKind, date]]:
    return [(p.kind, p.on) for p in house.requests.follow_ups(asked.request) if not p.done]


def sent(asked: Asked, kind: MessageKind, test: bool = False) -> OutboxRow:
    message = Message.create(
        kind=kind,
        request_id=asked.request,
        mentor_id=asked.mentor,
        to_address="a.park@northfield.example",
        subject="Hello",
        body="Hello",
        test=test,
        created_at=datetime(2026, 8, 18, tzinfo=UTC),
    )
    row = MessageRow(
        id=message.id,
        kind=kind,
        request_id=asked.request,
        mentor_id=asked.mentor,
        to_name="",
        to_address="a.park@northfield.example",
        subject="Hello",
        body="Hello",
        created_at=message.created_at,
        test=test,
    )
    return OutboxRow(
        id=1,
        message=row,
        way=SendWay.SMTP,
        account_id=None,
        message_id="<1@northfield.example>",
        state=OutboxState.SENT,
        attempts=1,
        not_before=None,
        retry_at=None,
        error_code="",
        reply_code=250,
        reply="",
        changed_at=message.created_at,
    )


@pytest.mark.parametrize(
    ("start", "goal"), [(a, b) for a in Stage for b in Stage if a is not b], ids=str
)
def test_only_the_moves_of_the_table_are_made(
    house: House, planned: Asked, start: Stage, goal: Stage
) -> None:
    for step in {Stage.THANKED: (Stage.SUBMITTED, Stage.THANKED)}.get(start, (start,)):
        house.requests.move(planned.request, step)
    before = house.requests.history(planned.request)
    if status.can_move(start, goal):
        house.requests.move(planned.request, goal)
        assert house.letters.get(planned.letter).stage is goal
        last = house.requests.history(planned.request)[-1]
        assert (last.from_stage, last.to_stage, last.on) == (start, goal, TODAY)
    else:
        with pytest.raises(MoveNotAllowedError) as refused:
            house.requests.move(planned.request, goal)
        assert (refused.value.from_stage, refused.value.to_stage) == (start.value, goal.value)
        assert house.letters.get(planned.letter).stage is start
        assert house.requests.history(planned.request) == before


def test_a_move_to_the_same_stage_leaves_no_trace(house: House, planned: Asked) -> None:
    before = house.undo.next_undo()
    house.requests.move(planned.request, Stage.PLANNED)
    assert house.undo.next_undo() == before


def test_a_move_keeps_its_day_and_cause(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.ASKED, date(2026, 8, 10), MoveCause.IN_PERSON)
    letter = house.letters.get(planned.letter)
    assert (letter.asked_on, letter.stage_on) == (date(2026, 8, 10), date(2026, 8, 10))
    assert house.requests.history(planned.request)[-1].cause is MoveCause.IN_PERSON


def test_asked_plans_one_follow_up_after_ten_days(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    assert follow_ups(house, planned) == [(FollowUpKind.NO_REPLY, date(2026, 8, 28))]


def test_agreed_plans_check_ins_two_weeks_and_one_week_before(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    house.requests.move(planned.request, Stage.AGREED)
    assert follow_ups(house, planned) == [
        (FollowUpKind.TWO_WEEKS_BEFORE, date(2026, 11, 2)),
        (FollowUpKind.ONE_WEEK_BEFORE, date(2026, 11, 9)),
    ]


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.DECLINED, Stage.WITHDRAWN])
def test_the_plan_stops_with_the_letter(house: House, planned: Asked, stage: Stage) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    house.requests.move(planned.request, stage)
    assert follow_ups(house, planned) == []


def test_a_reply_stops_the_follow_up_on_the_ask(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    house.requests.record_reply(planned.request, "Let me think about it")
    assert follow_ups(house, planned) == []
    house.requests.move_due(planned.request, DUE + timedelta(days=7))
    assert follow_ups(house, planned) == []
    house.requests.move(planned.request, Stage.AGREED)
    assert len(follow_ups(house, planned)) == 2


def test_a_moved_due_day_replans_in_the_same_step(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.AGREED)
    house.requests.move_due(planned.request, date(2026, 11, 23))
    assert [on for _, on in follow_ups(house, planned)] == [date(2026, 11, 9), date(2026, 11, 16)]
    house.undo.undo()
    assert house.letters.get(planned.letter).soft_on == DUE
    assert [on for _, on in follow_ups(house, planned)] == [date(2026, 11, 2), date(2026, 11, 9)]


def test_a_decline_keeps_its_reason_and_who_was_suggested(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    house.requests.decline(planned.request, DeclineReason.NO_TIME, "Dr. Osei\r\n")
    letter = house.letters.get(planned.letter)
    assert (letter.stage, letter.decline_reason, letter.suggested_person, letter.attention) == (
        Stage.DECLINED,
        DeclineReason.NO_TIME,
        "Dr. Osei",
        None,
    )
    house.undo.undo()
    assert house.letters.get(planned.letter).decline_reason is None
    assert house.letters.get(planned.letter).stage is Stage.ASKED


def test_a_letter_that_is_in_cannot_be_declined(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.SUBMITTED)
    with pytest.raises(MoveNotAllowedError):
        house.requests.decline(planned.request, DeclineReason.OTHER)
    assert house.letters.get(planned.letter).decline_reason is None


def test_moving_back_forgets_the_days_of_the_later_stages(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.SUBMITTED)
    letter = house.letters.get(planned.letter)
    assert (letter.asked_on, letter.submitted_on) == (TODAY, TODAY)
    house.requests.move(planned.request, Stage.PLANNED)
    letter = house.letters.get(planned.letter)
    assert (letter.asked_on, letter.submitted_on) == (None, None)


def test_a_reply_is_unread_until_it_is_read(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    house.requests.record_reply(planned.request, "Gladly")
    assert house.letters.get(planned.letter).unread_reply
    assert [reply.text for reply in house.today.today().replies] == ["Gladly"]
    house.requests.mark_reply_read(planned.request)
    assert not house.letters.get(planned.letter).unread_reply
    assert house.today.today().replies == ()


def test_the_signal_is_kept(house: House, planned: Asked) -> None:
    house.requests.set_signal(planned.request, Signal.HESITANT)
    assert house.letters.get(planned.letter).signal is Signal.HESITANT


def test_a_finished_follow_up_is_not_planned_again(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    (item,) = house.requests.follow_ups(planned.request)
    house.requests.finish_follow_up(item.id)
    house.requests.move_due(planned.request, DUE + timedelta(days=1))
    assert follow_ups(house, planned) == []


def test_the_cap_of_the_mentor_holds(house: House, planned: Asked) -> None:
    house.mentors.update(planned.mentor, follow_up_cap=0)
    house.requests.move(planned.request, Stage.ASKED)
    assert follow_ups(house, planned) == []


def test_a_follow_up_and_a_planned_ask_can_be_moved(house: House, planned: Asked) -> None:
    house.requests.move_planned_ask(planned.request, date(2026, 8, 25))
    assert house.letters.get(planned.letter).planned_ask_on == date(2026, 8, 25)
    house.requests.move(planned.request, Stage.ASKED)
    (item,) = house.requests.follow_ups(planned.request)
    house.requests.move_follow_up(item.id, date(2026, 8, 31))
    assert house.letters.get(planned.letter).follow_up_on == date(2026, 8, 31)


def test_a_sent_ask_moves_planned_to_asked_and_is_logged(house: House, planned: Asked) -> None:
    with house.store.background():
        house.requests.message_confirmed(sent(planned, MessageKind.ASK), MoveCause.SENT)
    assert house.letters.get(planned.letter).stage is Stage.ASKED
    assert [row.kind for row in house.interactions.rows(planned.mentor)] == [InteractionKind.EMAIL]


def test_a_sent_ask_moves_nothing_that_has_moved_on(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.WRITING)
    with house.store.background():
        house.requests.message_confirmed(sent(planned, MessageKind.ASK), MoveCause.SENT)
    assert house.letters.get(planned.letter).stage is Stage.WRITING


def test_a_test_message_moves_nothing(house: House, planned: Asked) -> None:
    with house.store.background():
        entry = sent(planned, MessageKind.ASK, test=True)
        house.requests.message_confirmed(entry, MoveCause.SENT)
    assert house.letters.get(planned.letter).stage is Stage.PLANNED
    assert house.interactions.rows(planned.mentor) == []


def test_a_sent_thank_you_note_closes_the_request(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.SUBMITTED)
    with house.store.background():
        house.requests.message_confirmed(sent(planned, MessageKind.THANKS), MoveCause.SENT)
    assert house.letters.get(planned.letter).stage is Stage.THANKED
    assert [r.kind for r in house.interactions.rows(planned.mentor)] == [InteractionKind.THANKS]


def test_a_sent_follow_up_is_ticked_off(house: House, planned: Asked) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    with house.store.background():
        house.requests.message_confirmed(sent(planned, MessageKind.FOLLOW_UP), MoveCause.SENT)
    assert [item.done for item in house.requests.follow_ups(planned.request)] == [True]


def test_mail_about_a_deleted_letter_is_confirmed_all_the_same(
    house: House, planned: Asked
) -> None:
    house.letters.delete(planned.letter)
    with house.store.background():
        house.requests.message_confirmed(sent(planned, MessageKind.ASK), MoveCause.SENT)
    assert len(house.interactions.rows(planned.mentor)) == 1


def test_a_request_that_is_gone_is_named(house: House) -> None:
    with pytest.raises(MissingRowError) as missing:
        house.requests.move(99, Stage.ASKED)
    assert (missing.value.table, missing.value.row_id) == ("request", 99)


def test_a_leave_that_is_noted_later_moves_the_follow_up_in_the_same_step(
    house: House, planned: Asked
) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    before = follow_ups(house, planned)
    assert before == [(FollowUpKind.NO_REPLY, date(2026, 8, 28))]
    house.mentors.update(planned.mentor, leave_from=date(2026, 8, 24), leave_to=date(2026, 9, 4))
    # September 7 is Labor Day.
    assert follow_ups(house, planned) == [(FollowUpKind.NO_REPLY, date(2026, 9, 8))]
    house.mentors.update(planned.mentor, leaving_on=date(2026, 9, 1))
    assert follow_ups(house, planned) == []
    house.undo.undo()
    house.undo.undo()
    assert follow_ups(house, planned) == before


def test_a_follow_up_that_was_moved_stays_when_other_facts_of_the_mentor_change(
    house: House, planned: Asked
) -> None:
    house.requests.move(planned.request, Stage.ASKED)
    (item,) = house.requests.follow_ups(planned.request)
    house.requests.move_follow_up(item.id, date(2026, 9, 2))
    house.mentors.update(planned.mentor, specialty="Geriatrics", leave_from=None)
    assert follow_ups(house, planned) == [(FollowUpKind.NO_REPLY, date(2026, 9, 2))]
