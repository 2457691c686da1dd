"""Queries over the sample rows: whether there are any, and taking them out again."""

from __future__ import annotations

from lordesk.models.applications import Application, ApplicationDate, Target
from lordesk.models.dates import Meeting, Reminder
from lordesk.models.letters import Letter
from lordesk.models.mail import FileVersion, Material
from lordesk.models.people import Interaction, Mentor, Moment

FLAGGED = (
    Interaction,
    Moment,
    Reminder,
    Meeting,
    Letter,
    Target,
    ApplicationDate,
    Mentor,
    Application,
    Material,
)
"""Tables whose rows say that they are samples; what hangs below a row goes with it."""

_KEPT_LETTERS = """
UPDATE letter SET sample = 0 WHERE sample = 1 AND (
    EXISTS (SELECT 1 FROM reminder r WHERE r.letter_id = letter.id AND r.sample = 0)
    OR EXISTS (SELECT 1 FROM evidence e WHERE e.letter_id = letter.id)
    OR EXISTS (SELECT 1 FROM request q JOIN message g ON g.request_id = q.id
        WHERE q.letter_id = letter.id)
)
"""
_KEPT_MENTORS = """
UPDATE mentor SET sample = 0 WHERE sample = 1 AND (
    EXISTS (SELECT 1 FROM letter_writer w JOIN letter l ON l.id = w.letter_id
        WHERE w.mentor_id = mentor.id AND l.sample = 0)
    OR EXISTS (SELECT 1 FROM interaction i WHERE i.mentor_id = mentor.id AND i.sample = 0)
    OR EXISTS (SELECT 1 FROM moment o WHERE o.mentor_id = mentor.id AND o.sample = 0)
    OR EXISTS (SELECT 1 FROM reminder r WHERE r.mentor_id = mentor.id AND r.sample = 0)
    OR EXISTS (SELECT 1 FROM meeting t WHERE t.mentor_id = mentor.id AND t.sample = 0)
    OR EXISTS (SELECT 1 FROM message g WHERE g.mentor_id = mentor.id)
)
"""
_KEPT_APPLICATIONS = """
UPDATE application SET sample = 0 WHERE sample = 1 AND (
    EXISTS (SELECT 1 FROM letter l WHERE l.application_id = application.id AND l.sample = 0)
    OR EXISTS (SELECT 1 FROM target t WHERE t.application_id = application.id AND t.sample = 0)
    OR EXISTS (SELECT 1 FROM application_date d
        WHERE d.application_id = application.id AND d.sample = 0)
)
"""
_UNUSED_FILES = """
DELETE FROM file_version WHERE id IN (SELECT file_id FROM material WHERE sample = 1)
    AND id NOT IN (SELECT file_id FROM material WHERE sample = 0)
    AND id NOT IN (SELECT file_id FROM message_file)
    AND id NOT IN (SELECT file_id FROM evidence)
"""


def present() -> bool:
    return any(table.select().where(table.sample).exists() for table in FLAGGED)


def remove() -> None:
    """Delete the sample rows inside a running step.

    A sample row that something of the user's own hangs on (a letter, a note, a reminder, a
    message) becomes the user's own and stays, since deleting it would take theirs with it.
    """
    database = FileVersion._meta.database
    for text in (_KEPT_LETTERS, _KEPT_MENTORS, _KEPT_APPLICATIONS):
        database.execute_sql(text)
    database.execute_sql("PRAGMA defer_foreign_keys = ON")
    database.execute_sql(_UNUSED_FILES)
    for table in FLAGGED:
        table.delete().where(table.sample).execute()
