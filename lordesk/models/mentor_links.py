"""Queries over what hangs on a mentor: links to programs, and everything that a merge moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.kinds import Channel, MentorRole
from lordesk.models.applications import Target
from lordesk.models.dates import Notice
from lordesk.models.mail import WizardDraft
from lordesk.models.people import Mentor, MentorTarget
from lordesk.rows.people import LinkChoice, MentorLink, MentorRow

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOVED = ("interaction", "moment", "reminder", "meeting", "message")
"""Tables whose rows belong to one mentor and are never twice the same."""

_UNIQUE = {
    "letter_writer": "twin.letter_id = {table}.letter_id",
    "fit_answer": "twin.question = {table}.question"
    " AND twin.application_id IS {table}.application_id",
    "mentor_target": "twin.target_id = {table}.target_id AND twin.link = {table}.link",
}
"""Tables in which a mentor has each thing once, with what makes two rows the same thing."""


def links(mentor_id: int) -> tuple[MentorLink, ...]:
    found = MentorTarget.sql(
        "SELECT k.target_id, k.link FROM mentor_target k JOIN target t ON t.id = k.target_id"
        " JOIN application a ON a.id = t.application_id"
        " WHERE k.mentor_id = ? AND a.deleted_at IS NULL ORDER BY k.id",
        (mentor_id,),
    )
    return tuple(MentorLink(target, link) for target, link in found)


def linked(application_id: int) -> set[int]:
    """The mentors who know a program of an application."""
    found = MentorTarget.sql(
        "SELECT DISTINCT k.mentor_id FROM mentor_target k JOIN target t ON t.id = k.target_id"
        " WHERE t.application_id = ?",
        (application_id,),
    )
    return {mentor for (mentor,) in found}


def set_links(mentor_id: int, wanted: Iterable[MentorLink]) -> None:
    """Rows that stay are left alone."""
    kept = set(wanted)
    for row in MentorTarget.select().where(MentorTarget.mentor_id == mentor_id):
        known = MentorLink(row.target_id, row.link)
        if known in kept:
            kept.discard(known)
        else:
            MentorTarget.delete().where(MentorTarget.id == row.id).execute()
    for link in sorted(kept):
        MentorTarget.create(mentor_id=mentor_id, target_id=link.target_id, link=link.link)


def link_choices() -> list[LinkChoice]:
    """The targets of all open applications, by application and place."""
    found = Target.sql(
        "SELECT t.id, t.name, a.name FROM target t JOIN application a ON a.id = t.application_id"
        " WHERE a.deleted_at IS NULL AND a.archived_at IS NULL ORDER BY a.id, t.position, t.id"
    )
    return [LinkChoice(target, name, application) for target, name, application in found]


def move_all(from_id: int, to_id: int) -> None:
    """Hand over everything of one mentor to another. What both have once stays the other's."""
    for table, same in _UNIQUE.items():
        Mentor.sql(
            f"DELETE FROM {table} WHERE mentor_id = ? AND EXISTS (SELECT 1 FROM {table} twin"
            f" WHERE twin.mentor_id = ? AND {same.format(table=table)})",
            (from_id, to_id),
        )
    for table in (*_UNIQUE, *_MOVED):
        Mentor.sql(f"UPDATE {table} SET mentor_id = ? WHERE mentor_id = ?", (to_id, from_id))


def move_outside_undo(from_id: int, to_id: int) -> dict[str, set[int]]:
    """Hand over what undo leaves alone; returns what changed. Opened after an undo it still leads
    to a mentor who is there.
    """
    notices = {n.id for n in Notice.select(Notice.id).where(Notice.mentor_id == from_id)}
    Notice.update(mentor_id=to_id).where(Notice.mentor_id == from_id).execute()
    drafts = set()
    for draft in WizardDraft.select():
        if draft.state.get("mentor_id") == from_id:
            WizardDraft.change(draft.id, state={**draft.state, "mentor_id": to_id})
            drafts.add(draft.id)
    return {"notice": notices, "wizard_draft": drafts}


def people_heads() -> list[MentorRow]:
    """Who is not archived, with what tells one person from another and nothing else."""
    rows = Mentor.sql(
        "SELECT id, name, family, email, alternate_email FROM mentor"
        " WHERE deleted_at IS NULL AND archived_at IS NULL"
    )
    role, channel = MentorRole.OTHER, Channel.EMAIL
    return [
        MentorRow(
            id=number,
            name=name,
            family=family,
            email=email,
            alternate_email=other,
            role=role,
            channel=channel,
        )
        for number, name, family, email, other in rows
    ]
