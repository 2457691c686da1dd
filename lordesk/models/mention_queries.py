"""Which people and schools a text could have been meant for, other than its own.

The rules that tell a leftover from a mention look closely, so they are given only those whose
name occurs in the text at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.models import people
from lordesk.models.people import Mentor

if TYPE_CHECKING:
    from lordesk.rows.people import MentorRow

_SHORTEST = 1


def other_mentors(mentor_id: int, text: str) -> tuple[MentorRow, ...]:
    """Mentors whose name, family name, salutation or address the text holds."""
    folded = text.casefold()
    found = Mentor.sql(
        "SELECT id, name, family, salutation, email, alternate_email, assistant_email"
        " FROM mentor WHERE deleted_at IS NULL AND id <> ?",
        (mentor_id,),
    )
    return tuple(
        people.mentor_row(row[0])
        for row in found
        if any(len(part) > _SHORTEST and part.casefold() in folded for part in row[1:])
    )


def other_schools(application_id: int | None, text: str) -> tuple[str, ...]:
    """Targets of other applications that the text names, less those of its own application."""
    found = Mentor.sql(
        "SELECT t.name, t.application_id FROM target t JOIN application a"
        " ON a.id = t.application_id WHERE a.deleted_at IS NULL"
    )
    own = {name.casefold() for name, application in found if application == application_id}
    folded = text.casefold()
    names = {name for name, application in found if application != application_id}
    return tuple(
        sorted(
            name
            for name in names
            if len(name) > _SHORTEST and name.casefold() in folded and name.casefold() not in own
        )
    )
