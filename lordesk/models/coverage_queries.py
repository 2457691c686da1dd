"""What the rules about coverage and forecasts need to know beside the letters themselves."""

from __future__ import annotations

from datetime import date

from lordesk.kinds import MentorRole
from lordesk.models.letters import Letter, Request
from lordesk.models.people import Mentor
from lordesk.rows.coverage import Written
from lordesk.rows.late import dataclass


@dataclass(frozen=True)
class Availability:
    """When a mentor is away, and the last day of one who leaves."""

    leave_from: date | None
    leave_to: date | None
    leaving_on: date | None


Histories = dict[int, list[tuple[date | None, date | None]]]
"""Mentor id to days of ask and upload."""


def histories() -> Histories:
    """Of all letters that came, those of archived applications too."""
    found = Request.sql(
        "SELECT w.mentor_id, r.asked_on, r.submitted_on FROM request r"
        " JOIN letter l ON l.id = r.letter_id JOIN letter_writer w ON w.letter_id = l.id"
        " WHERE l.deleted_at IS NULL AND r.submitted_on IS NOT NULL ORDER BY r.submitted_on"
    )
    pairs: Histories = {}
    for mentor_id, asked, submitted in found:
        pairs.setdefault(mentor_id, []).append((_day(asked), _day(submitted)))
    return pairs


def availabilities() -> dict[int, Availability]:
    """Mentor id to absences; mentors without any are left out."""
    found = Mentor.sql(
        "SELECT id, leave_from, leave_to, leaving_on FROM mentor"
        " WHERE leave_from IS NOT NULL OR leave_to IS NOT NULL OR leaving_on IS NOT NULL"
    )
    return {row[0]: Availability(_day(row[1]), _day(row[2]), _day(row[3])) for row in found}


def roles() -> dict[int, MentorRole]:
    return {
        mentor_id: MentorRole(role) for mentor_id, role in Mentor.sql("SELECT id, role FROM mentor")
    }


def gone_mentors(today: date) -> frozenset[int]:
    """Who is archived or in the trash, or has left."""
    found = Mentor.sql(
        "SELECT id FROM mentor WHERE archived_at IS NOT NULL OR deleted_at IS NOT NULL"
        " OR leaving_on < ?",
        (today.isoformat(),),
    )
    return frozenset(row[0] for row in found)


def carried_letters() -> dict[int, Written]:
    """Letters taken over from an earlier season that nobody has been asked for anew."""
    found = Letter.sql(
        "SELECT l.id, p.submitted_on, IFNULL(a.season, '') FROM letter l"
        " JOIN request r ON r.letter_id = l.id"
        " JOIN letter o ON o.id = l.carried_from_id"
        " JOIN request p ON p.letter_id = o.id"
        " LEFT JOIN application a ON a.id = o.application_id"
        " WHERE r.asked_on IS NULL AND p.submitted_on IS NOT NULL"
    )
    return {row[0]: Written(_day(row[1]), row[2]) for row in found}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
