"""Queries over evidence with its files."""

from __future__ import annotations

from datetime import datetime

from lordesk.models.base import marks
from lordesk.models.mail import Evidence
from lordesk.rows.evidence import EvidenceRow
from lordesk.rows.mail import FileRef

_SELECT = (
    "SELECT e.id, e.letter_id, e.target_id, IFNULL(t.name, ''), f.sha256, e.name, f.size, e.note,"
    " e.added_at FROM evidence e JOIN file_version f ON f.id = e.file_id"
    " LEFT JOIN target t ON t.id = e.target_id"
)


def of_letters(letter_ids: tuple[int, ...]) -> list[EvidenceRow]:
    """Oldest first."""
    found = Evidence.sql(
        f"{_SELECT} WHERE e.letter_id IN ({marks(len(letter_ids))}) ORDER BY e.added_at, e.id",
        letter_ids,
    )
    return [
        EvidenceRow(
            id=row[0],
            letter_id=row[1],
            target_id=row[2],
            target_name=row[3],
            file=FileRef(row[4], row[5], row[6]),
            note=row[7],
            added_at=datetime.fromisoformat(row[8]),
        )
        for row in found
    ]


def counts() -> dict[int, int]:
    """Letter id to how much proves it."""
    return dict(Evidence.sql("SELECT letter_id, count(*) FROM evidence GROUP BY letter_id"))
