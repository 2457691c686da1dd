"""The queue of Today: troubles, and lines that a reminder stands for (today is August 18, 2026)."""

from __future__ import annotations

from datetime import date

import pytest

from lordesk.domain import today
from lordesk.kinds import FactKind, LetterKind, OutboxState, Stage, Waiver
from lordesk.rows.dates import ReminderRow
from lordesk.rows.letters import FactRow, LetterRow

TODAY = date(2026, 8, 18)


def letter(stage: Stage, **changes: object) -> LetterRow:
    base: dict[str, object] = {
        "id": 1,
        "request_id": 1,
        "mentor_id": 1,
        "mentor_name": "Dr. Amara Osei",
        "mentor_short": "Dr. Osei",
        "mentor_initials": "AO",
        "application_id": None,
        "application_name": "",
        "slot_title": "",
        "backup": False,
        "kind": LetterKind.NARRATIVE,
        "service": None,
        "waiver": Waiver.UNDECIDED,
        "stage": stage,
    }
    return LetterRow(**(base | changes))  # type: ignore[arg-type]


def reminder(letter_id: int | None) -> ReminderRow:
    return ReminderRow(id=7, title="Later", letter_id=letter_id, on=TODAY, created_on=TODAY)


def codes(rows: list[LetterRow], *reminders: ReminderRow) -> list[str]:
    return [task.code for task in today.tasks(rows, reminders, TODAY)]


@pytest.mark.parametrize("stage", [s for s in Stage if s not in (Stage.DECLINED, Stage.WITHDRAWN)])
@pytest.mark.parametrize("day", [date(2026, 8, 10), TODAY, date(2026, 8, 20)])
def test_a_trouble_is_overdue_at_every_stage(stage: Stage, day: date) -> None:
    row = letter(stage, facts=(FactRow(1, FactKind.DENIED, day),))
    found = today.tasks([row], (), TODAY)
    assert [task.code for task in found] == ["trouble"]
    assert found[0].due_on == min(day, TODAY)
    overdue, week, later = today.split(found, TODAY)
    assert (len(overdue), week, later) == (1, (), ())


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.WITHDRAWN])
def test_a_closed_letter_asks_for_nothing(stage: Stage) -> None:
    row = letter(stage, facts=(FactRow(1, FactKind.DENIED, TODAY),))
    assert codes([row]) == []


PUT_OFF = {
    "trouble": letter(Stage.ASKED, facts=(FactRow(1, FactKind.BOUNCED, TODAY),)),
    "send_problem": letter(Stage.PLANNED, mail_state=OutboxState.REFUSED),
    "late": letter(Stage.WRITING, soft_on=date(2026, 8, 1)),
}
MOVED = {
    "ask": letter(Stage.PLANNED, planned_ask_on=TODAY),
    "follow_up": letter(Stage.ASKED, follow_up_on=TODAY),
    "check_in": letter(Stage.WRITING, follow_up_on=TODAY),
}


@pytest.mark.parametrize("code", PUT_OFF)
def test_a_reminder_stands_for_a_line_without_a_day_of_its_own(code: str) -> None:
    assert codes([PUT_OFF[code]]) == [code]
    assert codes([PUT_OFF[code]], reminder(1)) == ["reminder"]
    assert sorted(codes([PUT_OFF[code]], reminder(2), reminder(None))) == sorted(
        [code, "reminder", "reminder"]
    )


@pytest.mark.parametrize("code", MOVED)
def test_a_line_with_a_day_of_its_own_stays_beside_a_reminder(code: str) -> None:
    assert sorted(codes([MOVED[code]], reminder(1))) == sorted([code, "reminder"])
