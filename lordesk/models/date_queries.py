"""Queries over days: reminders, meetings, follow-ups and notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from lordesk import kinds
from lordesk.models.base import marks
from lordesk.models.dates import Meeting, Notice, Reminder
from lordesk.rows.dates import MeetingRow, NoticeRow, ReminderRow

if TYPE_CHECKING:
    from collections.abc import Collection

_REMINDERS = """
SELECT d.id, d.title, d.detail, d.mentor_id, m.title, m.name, m.salutation, d.letter_id,
    d.on_date, d.at_time, d.done_on, d.created_on, d.sample
FROM reminder d LEFT JOIN mentor m ON m.id = d.mentor_id
WHERE d.deleted_at IS NULL AND m.deleted_at IS NULL
"""
_MEETINGS = """
SELECT d.id, d.title, d.mentor_id, m.title, m.name, m.salutation, d.on_date, d.at_time, d.zone,
    d.place
FROM meeting d LEFT JOIN mentor m ON m.id = d.mentor_id
WHERE d.deleted_at IS NULL AND m.deleted_at IS NULL
"""


def open_reminders(until: date) -> list[ReminderRow]:
    """Not done, due on or before a day, in order."""
    return _reminders(
        " AND d.done_on IS NULL AND d.on_date <= ? ORDER BY d.on_date, d.at_time, d.id",
        (until.isoformat(),),
    )


def open_reminders_of_letters() -> list[ReminderRow]:
    """Not done and about a letter, however far ahead."""
    return _reminders(" AND d.done_on IS NULL AND d.letter_id IS NOT NULL ORDER BY d.id", ())


def reminders_between(first: date, last: date) -> list[ReminderRow]:
    return _reminders(
        " AND d.on_date BETWEEN ? AND ? ORDER BY d.on_date, d.at_time, d.id",
        (first.isoformat(), last.isoformat()),
    )


def reminders_of(mentor_id: int) -> list[ReminderRow]:
    """The open ones of a mentor, in order."""
    return _reminders(
        " AND d.done_on IS NULL AND d.mentor_id = ? ORDER BY d.on_date, d.id", (mentor_id,)
    )


def open_reminders_in(reminder_ids: Collection[int]) -> list[ReminderRow]:
    """Those of these that are not done."""
    where = f" AND d.done_on IS NULL AND d.id IN ({marks(len(reminder_ids))})"
    return _reminders(where, tuple(reminder_ids)) if reminder_ids else []


def reminder(reminder_id: int) -> ReminderRow | None:
    found = _reminders(" AND d.id = ?", (reminder_id,))
    return found[0] if found else None


def _reminders(where: str, parameters: tuple[Any, ...]) -> list[ReminderRow]:
    return [
        ReminderRow(
            id=r[0],
            title=r[1],
            detail=r[2],
            mentor_id=r[3],
            mentor_short=_short(r[4], r[5], r[6]),
            letter_id=r[7],
            on=date.fromisoformat(r[8]),
            at=_time(r[9]),
            done_on=date.fromisoformat(r[10]) if r[10] else None,
            created_on=date.fromisoformat(r[11]),
            sample=bool(r[12]),
        )
        for r in Reminder.sql(_REMINDERS + where, parameters)
    ]


def meetings_between(first: date, last: date) -> list[MeetingRow]:
    rows = Meeting.sql(
        _MEETINGS + " AND d.on_date BETWEEN ? AND ? ORDER BY d.on_date, d.at_time, d.id",
        (first.isoformat(), last.isoformat()),
    )
    return [_meeting(row) for row in rows]


def meeting(meeting_id: int) -> MeetingRow | None:
    rows = Meeting.sql(_MEETINGS + " AND d.id = ?", (meeting_id,))
    return _meeting(rows[0]) if rows else None


def _meeting(r: tuple[Any, ...]) -> MeetingRow:
    return MeetingRow(
        id=r[0],
        title=r[1],
        mentor_id=r[2],
        mentor_short=_short(r[3], r[4], r[5]),
        on=date.fromisoformat(r[6]),
        at=_time(r[7]),
        zone=r[8],
        place=r[9],
    )


def _short(title: str | None, name: str | None, salutation: str | None) -> str:
    return salutation or f"{title or ''} {name or ''}".strip()


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def follow_ups_between(first: date, last: date) -> list[tuple[int, int, str, date, date | None]]:
    """Item, request, kind, day and the day it was done, of letters that still stand."""
    rows = Reminder.sql(
        "SELECT p.id, p.request_id, p.kind, p.on_date, p.done_on FROM plan_item p"
        " JOIN request r ON r.id = p.request_id JOIN letter l ON l.id = r.letter_id"
        " WHERE l.deleted_at IS NULL AND p.on_date BETWEEN ? AND ? ORDER BY p.on_date, p.id",
        (first.isoformat(), last.isoformat()),
    )
    return [
        (item, request, kind, date.fromisoformat(on), date.fromisoformat(done) if done else None)
        for item, request, kind, on, done in rows
    ]


# --- notices ------------------------------------------------------------------------------------


def notice_rows(limit: int = 200) -> list[NoticeRow]:
    """What has been shown and is not done, newest first."""
    found = (
        Notice.select()
        .where(Notice.done_at.is_null())
        .order_by(Notice.shown_at.desc(), Notice.id.desc())
        .limit(limit)
    )
    return [notice_row(notice) for notice in found]


def notice_row(found: Any) -> NoticeRow:
    return NoticeRow(
        id=found.id,
        key=found.key,
        kind=found.kind,
        code=found.code,
        subject=found.subject,
        letter_id=found.letter_id,
        mentor_id=found.mentor_id,
        reminder_id=found.reminder_id,
        page=found.page,
        due_on=found.due_on,
        shown_at=found.shown_at,
        read=found.read_at is not None,
        snoozed_until=found.snoozed_until,
    )


def known_keys(keys: Collection[str]) -> set[str]:
    found = Notice.select(Notice.key).where(Notice.key.in_(list(keys)))
    return {notice.key for notice in found}


def shown_since(instant: datetime) -> int:
    count: int = (
        Notice.select()
        .where(Notice.shown_at >= instant, Notice.kind != kinds.NoticeKind.SUMMARY)
        .count()
    )
    return count


def awake_again(now: datetime) -> list[NoticeRow]:
    """Snoozed notices whose time has come."""
    found = Notice.select().where(Notice.snoozed_until <= now, Notice.done_at.is_null())
    return [notice_row(notice) for notice in found]


def add_notice(notice: NoticeRow) -> NoticeRow:
    """Store a notice as shown; the row comes back with its id."""
    created = Notice.create(
        key=notice.key,
        kind=notice.kind,
        code=notice.code,
        subject=notice.subject,
        letter_id=notice.letter_id,
        mentor_id=notice.mentor_id,
        reminder_id=notice.reminder_id,
        page=notice.page,
        due_on=notice.due_on,
        shown_at=notice.shown_at,
    )
    return replace(notice, id=created.id)
