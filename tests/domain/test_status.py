"""Stages, the one pill of a request and the words of its card (today is August 18, 2026)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain import status
from lordesk.domain.status import CardDate, LetterFacts, attention, can_move
from lordesk.kinds import (
    Attention,
    FactKind,
    LetterKind,
    MessageKind,
    OutboxState,
    Stage,
    Waiver,
)
from lordesk.rows.letters import FactRow, LetterRow

TODAY = date(2026, 8, 18)
BOARD = (
    Stage.PLANNED,
    Stage.ASKED,
    Stage.AGREED,
    Stage.WRITING,
    Stage.SUBMITTED,
    Stage.THANKED,
)


def letter(stage: Stage, **changes: object) -> LetterRow:
    base: dict[str, object] = {
        "id": 1,
        "request_id": 1,
        "mentor_id": 1,
        "mentor_name": "Dr. Amara Osei",
        "mentor_short": "Dr. Osei",
        "mentor_initials": "AO",
        "application_id": 1,
        "application_name": "Internal Medicine",
        "slot_title": "IM faculty",
        "backup": False,
        "kind": LetterKind.NARRATIVE,
        "service": None,
        "waiver": Waiver.UNDECIDED,
        "stage": stage,
    }
    return LetterRow(**(base | changes))  # type: ignore[arg-type]


def test_every_stage_has_its_moves() -> None:
    assert set(status.MOVES) == set(Stage)


@pytest.mark.parametrize("stage", Stage)
def test_no_stage_moves_to_itself(stage: Stage) -> None:
    assert not can_move(stage, stage)


@pytest.mark.parametrize("start", BOARD)
@pytest.mark.parametrize("end", BOARD)
def test_every_move_along_the_board_can_be_taken_back(start: Stage, end: Stage) -> None:
    assert can_move(start, end) == can_move(end, start)


def test_only_a_submitted_letter_is_thanked_for() -> None:
    assert [stage for stage in Stage if can_move(stage, Stage.THANKED)] == [Stage.SUBMITTED]


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.THANKED])
def test_a_letter_that_is_in_is_neither_declined_nor_withdrawn(stage: Stage) -> None:
    assert not can_move(stage, Stage.DECLINED)
    assert not can_move(stage, Stage.WITHDRAWN)


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.WITHDRAWN])
def test_a_closed_request_can_be_opened_again(stage: Stage) -> None:
    assert can_move(stage, Stage.ASKED)


@pytest.mark.parametrize(
    ("facts", "pill"),
    [
        # the ten cards of the picture
        (LetterFacts(stage=Stage.PLANNED, planned_ask_on=date(2026, 8, 14)), Attention.OVERDUE),
        (LetterFacts(stage=Stage.PLANNED, planned_ask_on=date(2026, 8, 21)), Attention.DUE_SOON),
        (
            LetterFacts(stage=Stage.ASKED, soft_on=date(2026, 9, 16), unread_reply=True),
            Attention.NEW_REPLY,
        ),
        (
            LetterFacts(
                stage=Stage.ASKED, soft_on=date(2026, 9, 16), follow_up_on=date(2026, 8, 17)
            ),
            Attention.AT_RISK,
        ),
        (LetterFacts(stage=Stage.WRITING, soft_on=date(2026, 8, 28)), Attention.DUE_SOON),
        (LetterFacts(stage=Stage.WRITING, soft_on=date(2026, 9, 9)), Attention.ON_TRACK),
        (LetterFacts(stage=Stage.SUBMITTED), Attention.THANKS_OWED),
        (LetterFacts(stage=Stage.THANKED), Attention.DONE),
        # the edges of each rule
        (LetterFacts(stage=Stage.PLANNED, planned_ask_on=TODAY), Attention.DUE_SOON),
        (LetterFacts(stage=Stage.PLANNED, planned_ask_on=date(2026, 8, 25)), Attention.DUE_SOON),
        (LetterFacts(stage=Stage.PLANNED, planned_ask_on=date(2026, 8, 26)), Attention.ON_TRACK),
        (LetterFacts(stage=Stage.PLANNED, soft_on=date(2026, 9, 1)), Attention.AT_RISK),
        (LetterFacts(stage=Stage.PLANNED), Attention.ON_TRACK),
        (LetterFacts(stage=Stage.ASKED, soft_on=date(2026, 8, 17)), Attention.OVERDUE),
        (LetterFacts(stage=Stage.ASKED, soft_on=date(2026, 9, 1)), Attention.AT_RISK),
        (LetterFacts(stage=Stage.ASKED, soft_on=date(2026, 9, 2)), Attention.ON_TRACK),
        (LetterFacts(stage=Stage.ASKED, follow_up_on=TODAY), Attention.ON_TRACK),
        (LetterFacts(stage=Stage.AGREED, soft_on=date(2026, 9, 1)), Attention.DUE_SOON),
        (LetterFacts(stage=Stage.AGREED, follow_up_on=date(2026, 8, 1)), Attention.ON_TRACK),
        (LetterFacts(stage=Stage.WRITING, soft_on=date(2026, 8, 21)), Attention.AT_RISK),
        (LetterFacts(stage=Stage.WRITING, soft_on=date(2026, 8, 22)), Attention.DUE_SOON),
        (LetterFacts(stage=Stage.WRITING, soft_on=TODAY), Attention.AT_RISK),
        (LetterFacts(stage=Stage.SUBMITTED, soft_on=date(2026, 8, 1)), Attention.THANKS_OWED),
        (LetterFacts(stage=Stage.SUBMITTED, unread_reply=True), Attention.NEW_REPLY),
        (LetterFacts(stage=Stage.SUBMITTED, thanks_said=True), Attention.ON_TRACK),
        (LetterFacts(stage=Stage.THANKED, unread_reply=True), Attention.NEW_REPLY),
    ],
)
def test_the_first_rule_that_applies_gives_the_pill(facts: LetterFacts, pill: Attention) -> None:
    assert attention(facts, TODAY) is pill


def fact(kind: FactKind, day: int = 18, ident: int = 1) -> FactRow:
    return FactRow(ident, kind, date(2026, 8, day))


def asked(*facts: FactRow, **changes: object) -> LetterFacts:
    base: dict[str, object] = {"stage": Stage.ASKED, "stage_on": date(2026, 8, 7), "facts": facts}
    return LetterFacts(**(base | changes))  # type: ignore[arg-type]


SETTLED = fact(FactKind.SETTLED, ident=9)


@pytest.mark.parametrize(
    ("facts", "trouble", "lost"),
    [
        # what each side fact does by itself
        (asked(), None, False),
        (asked(fact(FactKind.ISSUED)), None, False),
        (asked(fact(FactKind.OPENED)), None, False),
        (asked(fact(FactKind.IMPORTED)), None, False),
        (asked(fact(FactKind.REPLY)), None, False),
        (asked(fact(FactKind.BOUNCED)), FactKind.BOUNCED, False),
        (asked(fact(FactKind.DENIED)), FactKind.DENIED, True),
        (asked(fact(FactKind.RESCINDED)), FactKind.RESCINDED, True),
        # what ends it
        (asked(fact(FactKind.BOUNCED), SETTLED), None, False),
        (asked(fact(FactKind.DENIED), SETTLED), None, False),
        (asked(fact(FactKind.RESCINDED), SETTLED), None, False),
        (asked(fact(FactKind.BOUNCED), fact(FactKind.REPLY)), None, False),
        (asked(fact(FactKind.BOUNCED), fact(FactKind.REPLY_READ)), None, False),
        (asked(fact(FactKind.BOUNCED), fact(FactKind.OPENED)), None, False),
        (asked(fact(FactKind.DENIED), fact(FactKind.ISSUED)), None, False),
        (asked(fact(FactKind.RESCINDED), fact(FactKind.IMPORTED)), None, False),
        (asked(fact(FactKind.BOUNCED), stage_on=date(2026, 8, 19)), None, False),
        (asked(fact(FactKind.RESCINDED), stage=Stage.DECLINED), None, False),
        (asked(fact(FactKind.RESCINDED), stage=Stage.WITHDRAWN), None, False),
        # what does not
        (asked(fact(FactKind.DENIED), fact(FactKind.REPLY)), FactKind.DENIED, True),
        (asked(SETTLED, fact(FactKind.BOUNCED)), FactKind.BOUNCED, False),
        (asked(fact(FactKind.BOUNCED), stage_on=date(2026, 8, 18)), FactKind.BOUNCED, False),
        (asked(fact(FactKind.BOUNCED), stage_on=None), FactKind.BOUNCED, False),
        (asked(fact(FactKind.RESCINDED), stage=Stage.THANKED), FactKind.RESCINDED, True),
        (asked(fact(FactKind.DENIED), fact(FactKind.BOUNCED)), FactKind.DENIED, True),
        (asked(fact(FactKind.BOUNCED), fact(FactKind.DENIED)), FactKind.DENIED, True),
    ],
)
def test_a_trouble_needs_the_user_until_something_ends_it(
    facts: LetterFacts, trouble: FactKind | None, lost: bool
) -> None:
    found = status.trouble(facts)
    assert (found.fact if found else None) is trouble
    assert status.is_lost(facts) is lost
    assert (attention(facts, TODAY) is Attention.NEEDS_YOU) is (trouble is not None)


@pytest.mark.parametrize("kind", FactKind)
def test_only_what_was_recorded_as_a_trouble_is_one(kind: FactKind) -> None:
    assert (status.trouble(asked(fact(kind))) is not None) is (kind in status.TROUBLES)
    assert status.LOSSES < status.TROUBLES <= set(status.RECORDED)


def test_what_is_lost_is_named_by_its_fact() -> None:
    rows = [
        letter(Stage.ASKED, id=1, facts=(fact(FactKind.DENIED),)),
        letter(Stage.ASKED, id=2, facts=(fact(FactKind.DENIED), SETTLED)),
        letter(Stage.ASKED, id=3, facts=(fact(FactKind.BOUNCED),)),
        letter(Stage.ASKED, id=4),
    ]
    assert status.lost(rows) == {1: "denied"}


def test_a_letter_of_several_is_led_by_its_contact() -> None:
    rows = [letter(Stage.ASKED), letter(Stage.ASKED, place=1, mentor_id=2)]
    assert status.leads(rows) == (rows[0],)


@pytest.mark.parametrize("state", [None, *OutboxState])
@pytest.mark.parametrize("kind", MessageKind)
def test_only_a_note_of_thanks_that_waits_is_written(
    state: OutboxState | None, kind: MessageKind
) -> None:
    owed = letter(
        Stage.SUBMITTED, attention=Attention.THANKS_OWED, mail_state=state, mail_kind=kind
    )
    waits = kind is MessageKind.THANKS and state in status.ON_ITS_WAY_STATES
    assert status.owes_thanks(owed) is not waits


@pytest.mark.parametrize("state", OutboxState)
def test_not_sent_is_refused_unknown_or_held(state: OutboxState) -> None:
    facts = LetterFacts(stage=Stage.PLANNED, planned_ask_on=date(2026, 8, 1), mail_state=state)
    expected = state in (OutboxState.REFUSED, OutboxState.UNKNOWN, OutboxState.HELD)
    assert (attention(facts, TODAY) is Attention.NOT_SENT) is expected


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.WITHDRAWN])
def test_a_closed_request_has_no_pill(stage: Stage) -> None:
    facts = LetterFacts(
        stage=stage,
        soft_on=date(2026, 8, 1),
        unread_reply=True,
        mail_state=OutboxState.REFUSED,
    )
    assert attention(facts, TODAY) is None
    assert not status.at_risk(facts, TODAY)


@given(
    st.builds(
        LetterFacts,
        stage=st.sampled_from([s for s in Stage if s not in status.CLOSED_STAGES]),
        soft_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
        planned_ask_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
        follow_up_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    ),
    st.integers(1, 60),
)
def test_waiting_never_makes_a_request_look_better(facts: LetterFacts, days: int) -> None:
    now = attention(facts, TODAY)
    later = attention(facts, TODAY + timedelta(days=days))
    assert now is not None
    assert later is not None
    assert later <= now


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            letter(Stage.PLANNED, planned_ask_on=date(2026, 8, 14)),
            CardDate("ask_by", date(2026, 8, 14), -4),
        ),
        (
            letter(Stage.ASKED, soft_on=date(2026, 9, 16), asked_on=date(2026, 8, 12)),
            CardDate("due", date(2026, 9, 16), 29),
        ),
        (
            letter(
                Stage.ASKED,
                soft_on=date(2026, 9, 16),
                asked_on=date(2026, 8, 7),
                follow_up_on=date(2026, 8, 17),
            ),
            CardDate("asked", date(2026, 8, 7), -11),
        ),
        (
            letter(
                Stage.ASKED,
                soft_on=date(2026, 8, 10),
                asked_on=date(2026, 7, 7),
                follow_up_on=date(2026, 7, 17),
            ),
            CardDate("due", date(2026, 8, 10), -8),
        ),
        (
            letter(Stage.WRITING, soft_on=date(2026, 8, 28)),
            CardDate("due", date(2026, 8, 28), 10),
        ),
        (
            letter(Stage.SUBMITTED, submitted_on=date(2026, 8, 11)),
            CardDate("in", date(2026, 8, 11), -7),
        ),
        (
            letter(Stage.THANKED, submitted_on=date(2026, 8, 5)),
            CardDate("in", date(2026, 8, 5), -13),
        ),
        (
            letter(Stage.THANKED, stage_on=date(2026, 8, 6)),
            CardDate("thanked", date(2026, 8, 6), -12),
        ),
        (
            letter(Stage.DECLINED, stage_on=date(2026, 7, 30)),
            CardDate("declined", date(2026, 7, 30), -19),
        ),
        (letter(Stage.PLANNED), None),
        (letter(Stage.AGREED), None),
        (letter(Stage.WITHDRAWN), None),
    ],
)
def test_a_card_shows_the_date_that_its_stage_looks_at(
    row: LetterRow, expected: CardDate | None
) -> None:
    assert status.date_that_matters(row, TODAY) == expected
