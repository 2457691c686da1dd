"""What the calendar shows of a letter: its ask, its due day, its follow-ups and what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.domain import status
from lordesk.kinds import Attention, DateKind, FollowUpKind, Stage
from lordesk.rows.dates import DateRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

    from lordesk.rows.dates import MeetingRow, ReminderRow
    from lordesk.rows.letters import ApplicationDateRow, LetterRow


def letter_dates(letter: LetterRow, today: date) -> Iterator[DateRow]:
    """A pill describes its own date: a passed follow-up is overdue there."""
    if letter.stage in status.CLOSED_STAGES:
        return
    if letter.stage is Stage.PLANNED and letter.planned_ask_on is not None:
        late = letter.planned_ask_on < today
        yield _of(
            letter,
            DateKind.ASK_BY,
            letter.planned_ask_on,
            "ask",
            attention=Attention.OVERDUE if late else None,
        )
    if letter.asked_on is not None and letter.stage is not Stage.PLANNED:
        yield _of(letter, DateKind.DONE, letter.asked_on, "asked", done=True)
    if letter.stage in status.IN_STAGES:
        if letter.submitted_on is not None:
            yield _of(letter, DateKind.DONE, letter.submitted_on, "letter_in", done=True)
        if letter.stage is Stage.THANKED and letter.stage_on is not None:
            yield _of(letter, DateKind.DONE, letter.stage_on, "thanked", done=True)
    elif letter.soft_on is not None:
        pill = _due(letter, letter.soft_on, today)
        yield _of(letter, DateKind.LETTER_DUE, letter.soft_on, "letter", attention=pill)


def _due(letter: LetterRow, soft_on: date, today: date) -> Attention | None:
    if soft_on < today:
        return Attention.OVERDUE
    if status.at_risk(letter, today):
        return Attention.AT_RISK
    near = (soft_on - today).days <= status.DUE_SOON_DAYS
    return Attention.DUE_SOON if near else None


def follow_up_date(
    letter: LetterRow, item_id: int, kind: str, on: date, done_on: date | None, today: date
) -> DateRow:
    code = "follow_up" if kind == FollowUpKind.NO_REPLY else "check_in"
    if done_on is not None:
        return _of(letter, DateKind.DONE, done_on, code, "plan_item", item_id, done=True)
    late = Attention.OVERDUE if on < today else None
    return _of(letter, DateKind.REMINDER, on, code, "plan_item", item_id, attention=late)


def reminder_date(row: ReminderRow, today: date) -> DateRow:
    done = row.done_on is not None
    return DateRow(
        kind=DateKind.DONE if done else DateKind.REMINDER,
        on=row.on,
        at=row.at,
        title=row.title,
        code="reminder",
        source="reminder",
        source_id=row.id,
        mentor_id=row.mentor_id,
        mentor_short=row.mentor_short,
        letter_id=row.letter_id,
        attention=Attention.OVERDUE if not done and row.on < today else None,
        done=done,
    )


def meeting_date(row: MeetingRow, today: date) -> DateRow:
    done = row.on < today
    return DateRow(
        kind=DateKind.DONE if done else DateKind.MEETING,
        on=row.on,
        at=row.at,
        zone=row.zone,
        title=row.title,
        code="meeting",
        source="meeting",
        source_id=row.id,
        mentor_id=row.mentor_id,
        mentor_short=row.mentor_short,
        done=done,
    )


def application_date(row: ApplicationDateRow, name: str) -> DateRow:
    return DateRow(
        kind=DateKind.APPLICATION_DATE,
        on=row.on,
        at=row.time,
        zone=row.zone,
        title=row.title,
        code="application",
        source="application_date",
        source_id=row.id,
        application_id=row.application_id,
        application_name=name,
    )


def hard_date(application_id: int, name: str, on: date, at: time | None, zone: str) -> DateRow:
    return DateRow(
        kind=DateKind.APPLICATION_DATE,
        on=on,
        at=at,
        zone=zone,
        code="hard",
        source="application",
        source_id=application_id,
        application_id=application_id,
        application_name=name,
    )


def in_order(rows: list[DateRow]) -> list[DateRow]:
    """By day, then application, letter due, ask by, meeting, reminder, done."""
    order = {kind: place for place, kind in enumerate(DateKind)}
    return sorted(
        rows, key=lambda r: (r.on, order[r.kind], r.at is not None, str(r.at), r.source_id)
    )


def _of(
    letter: LetterRow,
    kind: DateKind,
    on: date,
    code: str,
    source: str = "letter",
    source_id: int | None = None,
    **values: Any,
) -> DateRow:
    return DateRow(
        kind=kind,
        on=on,
        code=code,
        source=source,
        source_id=letter.id if source_id is None else source_id,
        mentor_id=letter.mentor_id,
        mentor_short=letter.mentor_short,
        letter_id=letter.id,
        application_id=letter.application_id,
        application_name=letter.application_name,
        stage=letter.stage,
        **values,
    )
