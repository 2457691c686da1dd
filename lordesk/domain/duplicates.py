"""Mentors who are probably one person, and the two made into one field by field."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING, Any

from lordesk.domain.names import guess_name, salutation
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lordesk.rows.people import MentorRow

ALIKE = 0.86
MOST_IN_BLOCK = 60
"""So many people of one family name are no longer compared with each other."""

FIELDS = (
    "name", "title", "given", "family", "salutation", "pronouns", "role", "how_known",
    "specialty", "institution", "department", "email", "alternate_email", "assistant_email",
    "phone", "postal_address", "channel", "zone", "work_start", "work_end", "holiday_region",
    "known_from", "known_to", "settings_shared", "leaving_on", "leave_from", "leave_to",
    "letters_for_others", "follow_up_cap", "follow_up_not_before", "stay_in_touch_days", "photo",
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """`code`: "same-address" or "similar-name". The older entry is `keep_id`."""

    keep_id: int
    other_id: int
    code: str


def duplicates(mentors: Iterable[MentorRow]) -> tuple[Pair, ...]:
    """Pairs by address first, then by name; each pair once."""
    rows = sorted((m for m in mentors if not m.archived), key=lambda mentor: mentor.id)
    found: dict[tuple[int, int], str] = {}
    for block in _blocks(rows, _addresses):
        for one, other in combinations(block, 2):
            found.setdefault((one.id, other.id), "same-address")
    for block in _blocks(rows, _family):
        for one, other in combinations(block[:MOST_IN_BLOCK], 2):
            if (one.id, other.id) not in found and _similar(one, other):
                found[one.id, other.id] = "similar-name"
    return tuple(Pair(keep, other, code) for (keep, other), code in found.items())


def _blocks(rows: Sequence[MentorRow], keys: Any) -> list[list[MentorRow]]:
    blocks: dict[str, list[MentorRow]] = {}
    for row in rows:
        for key in keys(row):
            blocks.setdefault(key, []).append(row)
    return [block for block in blocks.values() if len(block) > 1]


def _addresses(row: MentorRow) -> set[str]:
    """An assistant may work for several people, so that address says nothing."""
    return {a.strip().casefold() for a in (row.email, row.alternate_email) if a.strip()}


def _family(row: MentorRow) -> set[str]:
    words = folded(row.family or guess_name(row.name).family or row.name).split()
    return {words[-1]} if words else set()


def _similar(one: MentorRow, other: MentorRow) -> bool:
    """Alike as a whole, or the one given name is the initial of the other."""
    left, right = folded(one.name).split(), folded(other.name).split()
    if left == right:
        return True
    if left[-1] == right[-1] and min(len(left[0]), len(right[0])) == 1:
        return left[0][0] == right[0][0] and min(len(left), len(right)) > 1
    return SequenceMatcher(None, " ".join(left), " ".join(right)).ratio() >= ALIKE


def folded(name: str) -> str:
    """Case, accents, dots and degrees behind a comma do not tell people apart."""
    core = salutation("", guess_name(name).name, "")
    plain = unicodedata.normalize("NFKD", core.replace(".", " ").replace("-", " "))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@dataclass(frozen=True)
class Difference:
    """A field in which two entries differ; `choice` is the value to take unless the user says."""

    field: str
    keep: Any
    other: Any
    choice: str


def differing(keep: MentorRow, other: MentorRow) -> tuple[Difference, ...]:
    """Fields where both say something else; an empty one is filled without a question."""
    found = []
    for field in FIELDS:
        one, two = getattr(keep, field), getattr(other, field)
        if one != two and not _empty(one) and not _empty(two):
            found.append(Difference(field, one, two, "keep"))
    return tuple(found)


def merged(
    keep: MentorRow, other: MentorRow, choices: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The values that `keep` has to change; `choices` says "keep" or "other" by field.

    Tags and notes of both stay. A second address of the other is kept as the alternate one, where
    that place is free. Raises ValueError for a field or a choice that there is not.
    """
    choices = choices or {}
    for field, choice in choices.items():
        if field not in FIELDS or choice not in ("keep", "other"):
            raise ValueError(f"no such choice: {field}={choice}")
    values: dict[str, Any] = {}
    for field in FIELDS:
        one, two = getattr(keep, field), getattr(other, field)
        taken = two if choices.get(field) == "other" or _empty(one) else one
        values[field] = taken
    values["alternate_email"] = values["alternate_email"] or _spare(keep, other, values["email"])
    values["tags"] = tuple(dict.fromkeys((*keep.tags, *other.tags)))
    notes = dict.fromkeys(text.strip() for text in (keep.notes, other.notes) if text.strip())
    values["notes"] = "\n\n".join(notes)
    return {field: value for field, value in values.items() if value != getattr(keep, field)}


def _spare(keep: MentorRow, other: MentorRow, taken: str) -> str:
    every = (keep.email, other.email, keep.alternate_email, other.alternate_email)
    return next((a for a in every if a and a.casefold() != taken.casefold()), "")


def _empty(value: object) -> bool:
    return value is None or value == "" or value == 0
