"""What Today lists is announced once, on time, and goes when its reason is gone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from lordesk.domain import notices, today
from lordesk.kinds import (
    Attention,
    DateKind,
    DateStatus,
    NoticeKind,
    OutboxState,
    Page,
    Stage,
)
from lordesk.rows.dates import MeetingRow, NoticeRow, ReminderRow, TaskRow
from lordesk.rows.letters import ApplicationDateRow, LetterRow
from tests.domain import people

DAY = people.TODAY
PAST, SOON = DAY - timedelta(days=2), DAY + timedelta(days=10)
NOON = datetime.combine(DAY, time(12), UTC)


def letter(stage: Stage, **changes: object) -> LetterRow:
    return people.letter(stage=stage, **changes)


def reminder(on: date, at: time | None = None) -> ReminderRow:
    return ReminderRow(id=5, title="Send news", on=on, at=at, created_on=PAST)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (letter(Stage.SUBMITTED), None),
        (letter(Stage.SUBMITTED, mail_state=OutboxState.REFUSED), "send_problem"),
        (letter(Stage.DECLINED, mail_state=OutboxState.REFUSED), None),
        (letter(Stage.ASKED, mail_state=OutboxState.UNKNOWN), "send_problem"),
        (letter(Stage.PLANNED), None),
        (letter(Stage.PLANNED, planned_ask_on=SOON), "ask"),
        (letter(Stage.PLANNED, planned_ask_on=SOON, mail_state=OutboxState.QUEUED), None),
        (letter(Stage.AGREED, soft_on=PAST), "late"),
        (letter(Stage.ASKED), None),
        (letter(Stage.ASKED, follow_up_on=SOON), "follow_up"),
        (letter(Stage.AGREED, follow_up_on=SOON), "check_in"),
    ],
)
def test_a_letter_has_at_most_one_task(row: LetterRow, code: str | None) -> None:
    found = today.tasks([row], [], DAY)
    assert [task.code for task in found] == ([code] if code else [])


def test_tasks_are_split_into_overdue_this_week_and_later() -> None:
    days = (PAST, DAY, DAY + timedelta(days=6), DAY + timedelta(days=7), DAY + timedelta(days=31))
    found = today.tasks([], [reminder(on) for on in days], DAY)
    parts = today.split(found, DAY)
    assert [[task.due_on for task in part] for part in parts] == [[PAST], [*days[1:3]], [days[3]]]


def own_date(on: date) -> ApplicationDateRow:
    return ApplicationDateRow(
        id=1,
        application_id=1,
        title="Review",
        on=on,
        time=None,
        zone="",
        status=DateStatus.OWN,
        source="",
    )


def test_key_dates_name_each_day_once_and_letters_due_together() -> None:
    far = DAY + timedelta(days=60)
    letters = [
        letter(Stage.AGREED, id=1, soft_on=SOON),
        letter(Stage.AGREED, id=2, soft_on=SOON),
        letter(Stage.AGREED, id=3, soft_on=far),
        letter(Stage.AGREED, id=4, soft_on=far, application_name="Other"),
        letter(Stage.AGREED, id=5, soft_on=far + timedelta(days=1), application_id=None),
        letter(Stage.SUBMITTED, id=6, soft_on=SOON),
        letter(Stage.AGREED, id=7, soft_on=PAST),
    ]
    applications = [
        people.application(hard_on=SOON),
        people.application(id=2, name="Harlan", hard_on=SOON),
        people.application(id=3, hard_on=PAST),
        people.application(id=4, hard_on=None),
    ]
    found = today.key_dates([own_date(SOON), own_date(PAST)], applications, letters, DAY)
    assert [(cell.kind, cell.title, cell.letters) for cell in found] == [
        (DateKind.LETTER_DUE, "Internal Medicine", 2),
        (DateKind.APPLICATION_DATE, "Review", 0),
        (DateKind.APPLICATION_DATE, "Harlan", 0),
        (DateKind.LETTER_DUE, "", 2),
        (DateKind.LETTER_DUE, "", 1),
    ]
    assert [cell.attention for cell in found][:1] == [Attention.DUE_SOON]
    assert found[-1].attention is None
    assert found[-1].mentor_short == "Dr. Adeyemi"


# --- notices --------------------------------------------------------------------------------------


def task(code: str, days_late: int = 0, **changes: object) -> TaskRow:
    base: dict[str, object] = {
        "key": f"{code}:1",
        "code": code,
        "due_on": DAY - timedelta(days=days_late),
        "days_late": days_late,
    }
    return TaskRow(**(base | changes))  # type: ignore[arg-type]


def meeting(on: date, at: time | None) -> MeetingRow:
    return MeetingRow(
        id=2, title="Talk", mentor_id=1, mentor_short="", on=on, at=at, zone="", place=""
    )


def test_what_is_due_is_announced_overdue_first() -> None:
    asked = letter(Stage.ASKED)
    found = notices.due(
        [
            task("follow_up", letter=asked),
            task("late", 3, letter=asked),
            task("send_problem", letter=asked),
            task("ask", -2, letter=asked),
            task("reminder", reminder=reminder(DAY)),
            task("reminder", reminder=reminder(DAY, time(11))),
            task("reminder", reminder=reminder(DAY, time(13)), key="reminder:9"),
        ],
        [letter(Stage.AGREED, soft_on=DAY), letter(Stage.AGREED, soft_on=SOON)],
        [
            meeting(DAY, None),
            meeting(DAY, time(12, 20)),
            meeting(DAY, time(15)),
            meeting(SOON, None),
        ],
        NOON,
    )
    assert [notice.code for notice in found] == [
        "late",
        "follow_up",
        "letter_due",
        "meeting",
        "meeting",
        "reminder",
        "reminder",
        "send_problem",
    ]
    kinds = {notice.code: notice.kind for notice in found}
    assert kinds["late"] is NoticeKind.OVERDUE
    assert kinds["send_problem"] is NoticeKind.MAIL
    assert {n.page for n in found if n.code == "send_problem"} == {Page.OUTBOX}


def shown(number: int, key: str, code: str) -> NoticeRow:
    return NoticeRow(
        id=number,
        key=key,
        kind=NoticeKind.DUE,
        code=code,
        subject="",
        letter_id=None,
        mentor_id=None,
        reminder_id=None,
        page=Page.TODAY,
        due_on=DAY,
        shown_at=NOON,
        read=False,
        snoozed_until=None,
    )


def test_a_notice_whose_reason_is_gone_goes_and_a_message_is_told_once() -> None:
    due_now = notices.due([task("send_problem", letter=letter(Stage.ASKED))], [], [], NOON)
    rows = [
        shown(1, f"send_problem:1:{DAY}", "send_problem"),
        shown(2, f"send_problem:1:{PAST}", "send_problem"),
        shown(3, f"follow_up:1:{DAY}", "follow_up"),
        shown(4, notices.summary(DAY, 3).key, "summary"),
        shown(5, notices.summary(PAST, 3).key, "summary"),
    ]
    assert [row.id for row in notices.still_due(rows, due_now, DAY)] == [1, 4]


@pytest.mark.parametrize(
    ("at", "start", "end", "quiet"),
    [
        (time(23), time(22), time(7), True),
        (time(6), time(22), time(7), True),
        (time(12), time(22), time(7), False),
        (time(13), time(12), time(14), True),
        (time(14), time(12), time(14), False),
        (time(12), time(8), time(8), False),
    ],
)
def test_quiet_hours_may_pass_midnight(at: time, start: time, end: time, quiet: bool) -> None:
    assert notices.is_quiet(at, start, end) is quiet
