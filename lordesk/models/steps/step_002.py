"""Schema 2: what the letter model needs beyond one request.

A standardized form may come together with a narrative; an application and its letters know what
they were carried over from; a reminder knows the line of the coach that it came from.
"""

from __future__ import annotations

SQL = """
ALTER TABLE letter ADD COLUMN with_narrative INTEGER NOT NULL DEFAULT 0;
ALTER TABLE letter ADD COLUMN carried_from_id INTEGER REFERENCES letter (id) ON DELETE SET NULL;
CREATE INDEX letter_by_carried_from ON letter (carried_from_id);
ALTER TABLE application ADD COLUMN previous_id INTEGER
    REFERENCES application (id) ON DELETE SET NULL;
CREATE INDEX application_by_previous ON application (previous_id);
ALTER TABLE reminder ADD COLUMN coach TEXT NOT NULL DEFAULT '';
"""
