"""Which people and schools a text could have been meant for, other than its own.

The rules that tell a leftover from a mention look closely, so they are given only those who are
named in the text at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lordesk.models import people
from lordesk.models.people import Mentor

if TYPE_CHECKING:
    from lordesk.rows.people import MentorRow

_WORD = re.compile(r"\w+")
_SHORTEST = 1
_TITLES = frozenset(
    {"dr", "dra", "prof", "professor", "doctor", "dean", "mr", "mrs", "ms", "mx", "rev"}
)


def other_mentors(
    mentor_id: int, text: str, together: tuple[int, ...] = ()
) -> tuple[MentorRow, ...]:
    """Mentors of whom the text holds a whole name or an address, whatever its case.

    `together` take part in the same letter, so nothing about them is left over.
    """
    folded = text.casefold()
    words = {*_WORD.findall(folded), *_TITLES}
    tokens = set(folded.split())
    found = Mentor.sql(
        "SELECT id, name, family, salutation, email, alternate_email, assistant_email"
        " FROM mentor WHERE deleted_at IS NULL AND id <> ?",
        (mentor_id,),
    )
    return tuple(
        people.mentor_row(row[0])
        for row in found
        if row[0] not in together
        if any(_is_named(form, words, folded) for form in row[1:4])
        or any(address and address.casefold() in tokens for address in row[4:])
    )


def _is_named(form: str, words: set[str], folded: str) -> bool:
    """Is every word of a name in the text? A title alone names nobody.

    Scripts without blanks between words: there a name may stand within a run of letters.
    """
    if len(form) <= _SHORTEST:
        return False
    if not form.isascii():
        return form.casefold() in folded or words.issuperset(_WORD.findall(form.casefold()))
    parts = _WORD.findall(form.casefold())
    return words.issuperset(parts) and not _TITLES.issuperset(parts)


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
