"""The proof report of an application: how far each letter came, and what shows it."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lordesk.domain import status
from lordesk.errors import DiskFullError, FileUnreadableError
from lordesk.models import evidence_queries, letter_queries, people
from lordesk.rows.evidence import EvidenceRow, Proof, ProvedLetter

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.ports import PdfRenderer
    from lordesk.rows.evidence import Document
    from lordesk.rows.letters import LetterRow
    from lordesk.services.applications import ApplicationService


class ReportService:
    def __init__(self, clock: Clock, applications: ApplicationService) -> None:
        self._clock = clock
        self._applications = applications

    def proof(self, application_id: int) -> Proof:
        """Letters that fill a slot of the application count too. Raises MissingRowError."""
        application = self._applications.get(application_id)
        today = self._clock.today()
        filled = {letter for _, letter, _ in letter_queries.slot_fills(application_id)}
        letters = [
            letter
            for letter in status.leads(letter_queries.marked_rows(today, status.attention))
            if letter.application_id == application_id or letter.id in filled
        ]
        found = evidence_queries.of_letters(tuple(letter.id for letter in letters))
        return Proof(
            application=application,
            applicant=people.profile_row().name,
            made_at=self._clock.local_now(),
            today=today,
            letters=tuple(_proved(letter, found) for letter in letters),
        )

    def save(self, renderer: PdfRenderer, document: Document, path: Path) -> None:
        """Whole or not at all. Raises DiskFullError, FileUnreadableError."""
        content = renderer.pdf(document)
        try:
            descriptor, beside = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        except OSError as error:
            raise FileUnreadableError(path=path, detail=str(error)) from error
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
            Path(beside).replace(path)
        except OSError as error:
            with suppress(OSError):
                Path(beside).unlink(missing_ok=True)
            if error.errno == errno.ENOSPC:
                raise DiskFullError(detail=str(error)) from error
            raise FileUnreadableError(path=path, detail=str(error)) from error


def _proved(letter: LetterRow, evidence: list[EvidenceRow]) -> ProvedLetter:
    return ProvedLetter(
        letter=letter,
        moves=tuple(letter_queries.moves(letter.request_id)),
        evidence=tuple(row for row in evidence if row.letter_id == letter.id),
    )
