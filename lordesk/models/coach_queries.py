"""Queries of the coach: its tasks of a mentor, and all mentors as the mix counts them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from lordesk.kinds import MentorRole
from lordesk.models.dates import Reminder
from lordesk.models.people import Mentor, Profile

if TYPE_CHECKING:
    from lordesk.rows.people import MentorRow


class CoachTasks(NamedTuple):
    """Keys of steps, by what became of their tasks. A removed task is one that is not wanted."""

    open: frozenset[str]
    done: frozenset[str]
    ended: frozenset[str]


class MixFacts(NamedTuple):
    id: int
    role: MentorRole
    known_from: date | None
    known_to: date | None
    first_contact_on: date | None


def tasks(mentor_id: int) -> CoachTasks:
    found = Reminder.sql(
        "SELECT coach, done_on IS NOT NULL, deleted_at IS NOT NULL FROM reminder"
        " WHERE mentor_id = ? AND coach <> ''",
        (mentor_id,),
    )
    return CoachTasks(
        open=frozenset(key for key, done, gone in found if not done and not gone),
        done=frozenset(key for key, done, gone in found if done and not gone),
        ended=frozenset(key for key, _, gone in found if gone),
    )


def task_of(mentor_id: int, key: str) -> int | None:
    """The open task of a step."""
    found = Reminder.get_or_none(
        Reminder.mentor_id == mentor_id,
        Reminder.coach == key,
        Reminder.done_on.is_null(),
        Reminder.deleted_at.is_null(),
    )
    return None if found is None else int(found.id)


def add_task(
    mentor: MentorRow, key: str, title: str, on: date, made_on: date, ended: datetime | None = None
) -> int:
    """`ended` for a step that is not wanted: it is kept so that it does not come back."""
    created = Reminder.create(
        title=title,
        on_date=on,
        mentor_id=mentor.id,
        coach=key,
        created_on=made_on,
        deleted_at=ended,
        sample=mentor.sample,
    )
    return int(created.id)


def year() -> str:
    """Where the applicant is, as typed."""
    rows = Profile.sql("SELECT year FROM profile WHERE id = 1")
    return str(rows[0][0]) if rows else ""


def present_roles(today: date) -> frozenset[MentorRole]:
    """Of mentors who are not archived and have not left."""
    found = Mentor.sql(
        "SELECT DISTINCT role FROM mentor WHERE deleted_at IS NULL AND archived_at IS NULL"
        " AND (leaving_on IS NULL OR leaving_on > ?)",
        (today.isoformat(),),
    )
    return frozenset(MentorRole(role) for (role,) in found)


def mix_facts(today: date) -> list[MixFacts]:
    """Mentors who are not archived and have not left."""
    found = Mentor.sql(
        "SELECT m.id, m.role, m.known_from, m.known_to,"
        " (SELECT min(i.on_date) FROM interaction i WHERE i.mentor_id = m.id)"
        " FROM mentor m WHERE m.deleted_at IS NULL AND m.archived_at IS NULL"
        " AND (m.leaving_on IS NULL OR m.leaving_on > ?) ORDER BY m.id",
        (today.isoformat(),),
    )
    return [
        MixFacts(number, MentorRole(role), _day(start), _day(end), _day(first))
        for number, role, start, end, first in found
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
