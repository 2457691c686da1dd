"""What the calendar shows of letters, reminders and meetings, and the plan behind a request."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from lordesk.domain import calendar, english, request_plans
from lordesk.domain.plans import FollowUpKind
from lordesk.kinds import Attention, DateKind, DateStatus, SlotNeed, Stage
from lordesk.rows.dates import DateRow, MeetingRow, ReminderRow
from lordesk.rows.letters import ApplicationDateRow, LetterRow
from tests.domain import people
from tests.domain.plans import slot

TODAY = people.TODAY
PAST, SOON = TODAY - timedelta(days=2), TODAY + timedelta(days=10)


def letter(stage: Stage, **changes: object) -> LetterRow:
    return people.letter(stage=stage, **changes)


def shown(row: LetterRow) -> list[tuple[str, Attention | None]]:
    return [(found.code, found.attention) for found in calendar.letter_dates(row, TODAY)]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (letter(Stage.DECLINED), []),
        (letter(Stage.PLANNED, soft_on=None), []),
        (
            letter(Stage.PLANNED, planned_ask_on=PAST, soft_on=None),
            [("ask", Attention.OVERDUE)],
        ),
        (letter(Stage.PLANNED, planned_ask_on=SOON, soft_on=None), [("ask", None)]),
        (letter(Stage.ASKED, asked_on=PAST, soft_on=None), [("asked", None)]),
        (letter(Stage.AGREED, soft_on=PAST), [("letter", Attention.OVERDUE)]),
        (letter(Stage.AGREED, soft_on=SOON), [("letter", Attention.DUE_SOON)]),
        (letter(Stage.ASKED, soft_on=SOON), [("letter", Attention.AT_RISK)]),
        (letter(Stage.AGREED, soft_on=TODAY + timedelta(days=40)), [("letter", None)]),
        (letter(Stage.SUBMITTED), []),
        (letter(Stage.SUBMITTED, submitted_on=PAST), [("letter_in", None)]),
        (letter(Stage.THANKED, stage_on=PAST), [("thanked", None)]),
    ],
)
def test_a_letter_shows_the_dates_of_its_stage(
    row: LetterRow, codes: list[tuple[str, Attention | None]]
) -> None:
    assert shown(row) == codes


@pytest.mark.parametrize(
    ("kind", "on", "done_on", "code", "pill", "attention"),
    [
        (FollowUpKind.NO_REPLY, PAST, None, "follow_up", DateKind.REMINDER, Attention.OVERDUE),
        (FollowUpKind.ONE_WEEK_BEFORE, SOON, None, "check_in", DateKind.REMINDER, None),
        (FollowUpKind.NO_REPLY, PAST, TODAY, "follow_up", DateKind.DONE, None),
    ],
)
def test_a_follow_up_is_overdue_on_its_own_day(
    kind: FollowUpKind,
    on: date,
    done_on: date | None,
    code: str,
    pill: DateKind,
    attention: Attention | None,
) -> None:
    row = calendar.follow_up_date(letter(Stage.ASKED), 7, kind, on, done_on, TODAY)
    assert (row.code, row.kind, row.attention) == (code, pill, attention)
    assert (row.source, row.source_id) == ("plan_item", 7)


def reminder(on: date, done_on: date | None = None) -> DateRow:
    row = ReminderRow(id=1, title="Send news", on=on, done_on=done_on, created_on=PAST)
    return calendar.reminder_date(row, TODAY)


def test_a_reminder_is_overdue_until_it_is_done() -> None:
    assert reminder(PAST).attention is Attention.OVERDUE
    assert reminder(TODAY).attention is None
    assert reminder(PAST, TODAY).kind is DateKind.DONE


def meeting(on: date, at: time | None = None) -> DateRow:
    row = MeetingRow(
        id=1, title="", mentor_id=None, mentor_short="", on=on, at=at, zone="", place=""
    )
    return calendar.meeting_date(row, TODAY)


def test_a_day_is_ordered_by_kind_and_a_meeting_is_over_the_day_after() -> None:
    row = ApplicationDateRow(
        id=3,
        application_id=1,
        title="Review",
        on=TODAY,
        time=None,
        zone="",
        status=DateStatus.OWN,
        source="",
    )
    own = calendar.application_date(row, "IM")
    hard = calendar.hard_date(1, "IM", TODAY, time(9), "UTC")
    rows = [reminder(TODAY), meeting(TODAY, time(9)), meeting(TODAY), own, hard, meeting(PAST)]
    kinds = [found.kind for found in calendar.in_order(rows)]
    assert kinds == [
        DateKind.DONE,
        DateKind.APPLICATION_DATE,
        DateKind.APPLICATION_DATE,
        DateKind.MEETING,
        DateKind.MEETING,
        DateKind.REMINDER,
    ]
    assert [found.at for found in calendar.in_order(rows)][3:5] == [None, time(9)]


# --- the plan behind a request --------------------------------------------------------------------

PLAN = request_plans.RequestPlan(
    mentor_id=1, application_id=1, slot_id=4, purpose="Own words", soft_on=SOON, ask_on=TODAY
)


def test_a_new_letter_is_named_after_its_slot_or_its_purpose() -> None:
    application = people.application(slots=(slot(4, SlotNeed.CHAIR, None),))
    row = request_plans.letter_of(PLAN, people.mentor(), application)
    assert (row.slot_title, row.stage, row.application_name) == (
        "Slot 4",
        Stage.PLANNED,
        application.name,
    )
    assert request_plans.letter_of(PLAN, people.mentor(), None).slot_title == "Own words"


def test_a_letter_that_exists_keeps_what_the_wizard_does_not_ask() -> None:
    before = people.letter(id=9, stage=Stage.ASKED)
    row = request_plans.letter_of(PLAN, people.mentor(), None, before)
    assert (row.id, row.stage, row.soft_on) == (9, Stage.ASKED, SOON)


def test_the_absence_of_the_mentor_is_part_of_the_timing() -> None:
    away = people.mentor(leave_from=TODAY, leave_to=SOON, leaving_on=SOON)
    assert request_plans.timing_of(PLAN, away).leave_to == SOON
    assert request_plans.timing_of(PLAN, None).leaving_on is None


@pytest.mark.parametrize("earliest", [None, PAST, SOON])
def test_no_follow_up_comes_before_the_day_that_the_mentor_named(earliest: date | None) -> None:
    asked = people.mentor(follow_up_not_before=earliest)
    far = request_plans.RequestPlan(mentor_id=1, soft_on=TODAY + timedelta(days=60))
    found = request_plans.outlook(far, asked, TODAY, ())
    assert found
    assert all(item.on >= max(earliest or TODAY, TODAY) for item in found)
    assert request_plans.outlook(far, None, TODAY, ()) == request_plans.outlook(
        far, people.mentor(), TODAY, ()
    )


def test_a_message_takes_at_least_a_minute_to_read() -> None:
    assert request_plans.word_count("Dear Dr. Bell,\n thank you ") == 5
    assert request_plans.reading_minutes(0) == 1
    assert request_plans.reading_minutes(620) == 3


def test_a_month_has_its_year() -> None:
    assert english.month(date(2026, 8, 3)) == "August 2026"
