"""Rows about what proves that a letter arrived; never the letter itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from datetime import date, datetime

    from lordesk.rows.letters import ApplicationRow, LetterRow, MoveRow
    from lordesk.rows.mail import FileRef


@dataclass(frozen=True, kw_only=True)
class EvidenceRow:
    """A confirmation of a letter, or of its assignment to a target where that is named."""

    id: int
    letter_id: int
    target_id: int | None
    target_name: str
    file: FileRef
    note: str
    added_at: datetime


@dataclass(frozen=True, kw_only=True)
class ProvedLetter:
    """A letter with all that shows how far it came."""

    letter: LetterRow
    moves: tuple[MoveRow, ...]
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What the proof report of an application tells."""

    application: ApplicationRow
    applicant: str
    made_at: datetime
    today: date
    letters: tuple[ProvedLetter, ...]


@dataclass(frozen=True)
class DocumentPart:
    """A heading with its lines; each line is a label and a value, the label may be empty."""

    heading: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Document:
    """A document for print as plain text in parts."""

    title: str
    subtitle: str
    parts: tuple[DocumentPart, ...]
    footer: str
