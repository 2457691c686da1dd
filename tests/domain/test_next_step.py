"""The one thing to do next with a mentor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from lordesk.domain.next_step import next_step
from lordesk.kinds import Attention, MessageKind, OutboxState, Stage
from lordesk.rows.dates import ReminderRow

DAY = date(2026, 8, 20)
REMINDER = ReminderRow(id=1, title="Send your CV", on=DAY, created_on=DAY)


@dataclass(frozen=True)
class Facts:
    """What the rule reads of a letter."""

    stage: Stage
    attention: Attention | None
    id: int = 1
    planned_ask_on: date | None = DAY
    soft_on: date | None = DAY
    follow_up_on: date | None = DAY
    mail_state: OutboxState | None = None
    mail_kind: MessageKind | None = None


@pytest.mark.parametrize(
    ("stage", "attention", "code"),
    [
        (Stage.ASKED, Attention.NOT_SENT, "not_sent"),
        (Stage.PLANNED, Attention.OVERDUE, "ask"),
        (Stage.WRITING, Attention.OVERDUE, "late"),
        (Stage.ASKED, Attention.NEW_REPLY, "reply"),
        (Stage.ASKED, Attention.AT_RISK, "follow_up"),
        (Stage.AGREED, Attention.AT_RISK, "check_in"),
        (Stage.PLANNED, Attention.DUE_SOON, "ask"),
    ],
)
def test_a_letter_that_presses_comes_before_a_reminder(
    stage: Stage, attention: Attention, code: str
) -> None:
    found = next_step([Facts(stage, attention)], [REMINDER])
    assert found is not None
    assert found.code == code


def test_a_reminder_comes_before_a_thank_you() -> None:
    owed = Facts(Stage.SUBMITTED, Attention.THANKS_OWED)
    assert next_step([owed], [REMINDER]).reminder is REMINDER
    assert next_step([owed], []).code == "thank"
    queued = replace(owed, mail_state=OutboxState.QUEUED)
    assert next_step([queued], []).code == "thank"
    assert next_step([replace(queued, mail_kind=MessageKind.THANKS)], []) is None


def test_a_trouble_at_the_service_comes_first() -> None:
    trouble = Facts(Stage.ASKED, Attention.NEEDS_YOU, id=2)
    late = Facts(Stage.WRITING, Attention.OVERDUE)
    assert next_step([late, trouble], [REMINDER]).code == "trouble"


def test_nothing_is_to_be_done_while_a_letter_is_on_its_way() -> None:
    assert next_step([Facts(Stage.WRITING, Attention.ON_TRACK)], []) is None


@pytest.mark.parametrize("attention", [Attention.DUE_SOON, Attention.AT_RISK, Attention.ON_TRACK])
def test_a_letter_whose_request_is_on_its_way_is_not_asked_for_again(attention: Attention) -> None:
    planned = Facts(Stage.PLANNED, attention)
    assert next_step([planned], []).code == "ask"
    assert next_step([replace(planned, mail_state=OutboxState.QUEUED)], []) is None


def test_without_a_letter_the_relationship_comes_next() -> None:
    assert next_step([], [], quiet=True).code == "get_in_touch"
    assert next_step([], [], fit_answered=False).code == "answer_fit"
    assert next_step([], []).code == "plan"


def test_a_declined_letter_asks_for_nothing() -> None:
    assert next_step([Facts(Stage.DECLINED, None)], []).code == "plan"
