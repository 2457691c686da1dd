"""Evidence that a letter arrived: a picture or PDF of a status page, a receipt, an email.

LoRDesk never keeps a letter. A file that looks like one is questioned, and refused where the
right to view is waived.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lordesk.domain import evidence as rules
from lordesk.domain import names
from lordesk.errors import (
    EvidenceQuestionedError,
    EvidenceRefusedError,
    FileMissingError,
    FileUnreadableError,
    MissingRowError,
)
from lordesk.kinds import Waiver
from lordesk.models import evidence_queries, letter_queries, people
from lordesk.models import files as file_queries
from lordesk.models.mail import Evidence
from lordesk.services.file_store import FileStore
from lordesk.services.file_text import text_of

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.jobs import JobContext
    from lordesk.models.store import Store
    from lordesk.paths import Paths
    from lordesk.rows.evidence import EvidenceRow
    from lordesk.rows.letters import LetterRow

MOST = 40 * 1024 * 1024
"""Bytes as encoded for mail: a scan of a status page is far below."""


class EvidenceService:
    def __init__(self, store: Store, clock: Clock, paths: Paths) -> None:
        self._store = store
        self._clock = clock
        self._paths = paths
        self._files = FileStore(paths.files)

    # --- reading --------------------------------------------------------------------------------

    def rows(self, letter_id: int) -> list[EvidenceRow]:
        """Oldest first."""
        return evidence_queries.of_letters((letter_id,))

    def counts(self) -> dict[int, int]:
        """Letter id to how much proves it; letters without any are left out."""
        return evidence_queries.counts()

    def copy_to_open(self, row: EvidenceRow) -> Path:
        """A copy under its own name, which programs need to know its kind; read-only.

        Raises FileMissingError, FileUnreadableError.
        """
        source = self._paths.files / row.file.sha256
        folder = self._paths.handover / row.file.sha256[:16]
        target = folder / (Path(row.file.name).name or "file")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                target.unlink()
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as out, source.open("rb") as stream:
                while chunk := stream.read(1 << 20):
                    out.write(chunk)
            target.chmod(0o400)
        except FileNotFoundError as error:
            raise FileMissingError(path=Path(row.file.name), detail=str(error)) from error
        except OSError as error:
            raise FileUnreadableError(path=target, detail=str(error)) from error
        return target

    # --- writing --------------------------------------------------------------------------------

    def add(
        self,
        context: JobContext,
        path: Path,
        letter_id: int,
        target_id: int | None = None,
        note: str = "",
        confirmed: bool = False,
    ) -> None:
        """A job: keep a file as evidence for a letter, or for its assignment to a target.

        `confirmed`: the user said that it is no letter. Raises EvidenceQuestionedError,
        EvidenceRefusedError, MissingRowError and what the file store raises; then nothing was
        added.
        """
        letter = self._letter(letter_id)
        self._judge(Path(path), letter, confirmed=confirmed)
        file = self._files.take_in(context, Path(path), None, MOST)
        now = self._clock.now()
        with self._store.step("evidence-added", name=file.name):
            Evidence.create(
                letter_id=letter_id,
                target_id=target_id,
                file_id=file_queries.record(file.sha256, file.size, now),
                name=file.name,
                note=names.clean_text(note, one_line=False),
                added_at=now,
            )

    def remove(self, evidence_id: int) -> None:
        found = Evidence.require(evidence_id)
        with self._store.step("evidence-removed", name=found.name):
            Evidence.delete().where(Evidence.id == evidence_id).execute()

    def _judge(self, path: Path, letter: LetterRow, *, confirmed: bool) -> None:
        try:
            text = text_of(path) if path.is_file() else ""
        except FileNotFoundError as error:
            raise FileMissingError(path=path, detail=str(error)) from error
        except OSError as error:
            raise FileUnreadableError(path=path, detail=str(error)) from error
        writers = [writer.mentor_id for writer in letter.writers] or [letter.mentor_id]
        families = [people.mentor_row(mentor_id).family for mentor_id in writers]
        file = rules.EvidenceFile(name=path.name, text=text)
        verdict = rules.verdict(file, families, waived=letter.waiver is Waiver.WAIVED)
        if verdict.code == rules.REFUSED:
            raise EvidenceRefusedError(path=Path(path.name), signs=verdict.signs)
        if verdict.code == rules.QUESTIONED and not confirmed:
            raise EvidenceQuestionedError(path=Path(path.name), signs=verdict.signs)

    def _letter(self, letter_id: int) -> LetterRow:
        found = letter_queries.letter_rows(letter_ids=(letter_id,))
        if not found:
            raise MissingRowError(table="letter", row_id=letter_id)
        return found[0]
