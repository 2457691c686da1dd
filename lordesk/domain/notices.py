"""Which notices are due: a pure function of what Today shows, the meetings, and now.

A key names the thing and its date, so that a notice is stored, and shown, once. Source of the
limits: quiet hours, at most so many a day and then one summary.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from lordesk.kinds import NoticeKind, Page
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lordesk.rows.dates import MeetingRow, NoticeRow, TaskRow
    from lordesk.rows.letters import LetterRow

MEETING_LEAD = timedelta(minutes=30)


@dataclass(frozen=True, kw_only=True)
class DueNotice:
    key: str
    kind: NoticeKind
    code: str
    subject: str
    page: Page
    due_on: date
    letter_id: int | None = None
    mentor_id: int | None = None
    reminder_id: int | None = None


def due(
    tasks: Iterable[TaskRow],
    letters_due: Iterable[LetterRow],
    meetings: Iterable[MeetingRow],
    local_now: datetime,
) -> list[DueNotice]:
    """Everything that should have been shown by now, overdue first."""
    today = local_now.date()
    found = [
        _task(task) for task in tasks if task.days_late >= 0 and not _later_today(task, local_now)
    ]
    found += [_letter(letter, today) for letter in letters_due if letter.soft_on == today]
    found += [_meeting(m) for m in meetings if m.on == today and _soon(m, local_now)]
    return sorted(found, key=lambda notice: (notice.due_on, notice.key))


def _later_today(task: TaskRow, local_now: datetime) -> bool:
    reminder = task.reminder
    return (
        reminder is not None
        and reminder.at is not None
        and reminder.on == local_now.date()
        and reminder.at > local_now.time()
    )


def _soon(meeting: MeetingRow, local_now: datetime) -> bool:
    if meeting.at is None:
        return True
    start = datetime.combine(meeting.on, meeting.at)
    return start - MEETING_LEAD <= local_now.replace(tzinfo=None)


def _task(task: TaskRow) -> DueNotice:
    kind = (
        NoticeKind.MAIL
        if task.code == "send_problem"
        else (NoticeKind.OVERDUE if task.days_late > 0 else NoticeKind.DUE)
    )
    if task.reminder is not None:
        reminder = task.reminder
        return DueNotice(
            key=f"{task.key}:{task.due_on}",
            kind=kind,
            code=task.code,
            subject=reminder.title,
            page=Page.TODAY,
            due_on=task.due_on,
            mentor_id=reminder.mentor_id,
            letter_id=reminder.letter_id,
            reminder_id=reminder.id,
        )
    assert task.letter is not None
    return DueNotice(
        key=f"{task.key}:{task.due_on}",
        kind=kind,
        code=task.code,
        subject=task.letter.mentor_short,
        page=Page.OUTBOX if task.code == "send_problem" else Page.REQUESTS,
        due_on=task.due_on,
        letter_id=task.letter.id,
        mentor_id=task.letter.mentor_id,
    )


def _letter(letter: LetterRow, today: date) -> DueNotice:
    return DueNotice(
        key=f"letter_due:{letter.id}:{today}",
        kind=NoticeKind.DUE,
        code="letter_due",
        subject=letter.mentor_short,
        page=Page.REQUESTS,
        due_on=today,
        letter_id=letter.id,
        mentor_id=letter.mentor_id,
    )


def _meeting(meeting: MeetingRow) -> DueNotice:
    return DueNotice(
        key=f"meeting:{meeting.id}:{meeting.on}",
        kind=NoticeKind.DUE,
        code="meeting",
        subject=meeting.title,
        page=Page.CALENDAR,
        due_on=meeting.on,
        mentor_id=meeting.mentor_id,
    )


def still_due(
    shown: Iterable[NoticeRow], due_now: Iterable[DueNotice], today: date
) -> list[NoticeRow]:
    """Those whose reason still stands, one for each thing.

    Asked, followed up, submitted, moved to another day, done or in the trash: the reason is gone,
    and it is back where that is undone. A summary and what is due on a day end with that day.
    """
    reasons = {_reason(notice.key, notice.code) for notice in due_now} | {f"summary:{today}"}
    kept: dict[str, NoticeRow] = {}
    for notice in shown:
        reason = _reason(notice.key, notice.code)
        if reason in reasons:
            kept.setdefault(reason, notice)
    return list(kept.values())


def _reason(key: str, code: str) -> str:
    """A message that was not sent is announced each day anew, and is the same message."""
    return key.rpartition(":")[0] if code == "send_problem" else key


def is_quiet(at: time, quiet_from: time, quiet_to: time) -> bool:
    """Whether a wall time lies in the quiet hours, which may pass midnight."""
    if quiet_from == quiet_to:
        return False
    if quiet_from < quiet_to:
        return quiet_from <= at < quiet_to
    return at >= quiet_from or at < quiet_to


def summary(today: date, count: int) -> DueNotice:
    """One notice for all that is over the day's limit."""
    return DueNotice(
        key=f"summary:{today}",
        kind=NoticeKind.SUMMARY,
        code="summary",
        subject=str(count),
        page=Page.TODAY,
        due_on=today,
    )
