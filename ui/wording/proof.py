"""The proof report in words: what is known of each letter, never what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.rows.evidence import Document, DocumentPart
from ui.wording import dates
from ui.wording.history import history
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.evidence import EvidenceRow, Proof, ProvedLetter


def proof_document(proof: Proof) -> Document:
    title = QCoreApplication.translate("Proof", "Proof of letters: {application}")
    made = dates.long_date(proof.today, with_year=True)
    when = QCoreApplication.translate("Proof", "Made on {day}").format(day=made)
    parts = tuple(_letter(proved, proof.today) for proved in proof.letters)
    return Document(
        title=title.format(application=proof.application.name),
        subtitle=f"{proof.applicant}\n{when}" if proof.applicant else when,
        parts=parts or (_nothing(),),
        footer=QCoreApplication.translate(
            "Proof",
            "Made with LoRDesk from the applicant’s own records. It holds no letter. The long "
            "number behind a file is its SHA-256 checksum, which shows that it is unchanged.",
        ),
    )


def _nothing() -> DocumentPart:
    text = QCoreApplication.translate("Proof", "No letter is planned for this application.")
    return DocumentPart(text, ())


def _letter(proved: ProvedLetter, today: date) -> DocumentPart:
    letter = proved.letter
    names = [writer.name for writer in letter.writers] or [letter.mentor_name]
    lines = [
        (QCoreApplication.translate("Proof", "Letter"), letter.slot_title or word(letter.kind)),
        (QCoreApplication.translate("Proof", "Stage"), word(letter.stage)),
        (QCoreApplication.translate("Proof", "Right to view"), word(letter.waiver)),
    ]
    if letter.service is not None:
        lines.append((QCoreApplication.translate("Proof", "Service"), word(letter.service)))
    if letter.reference:
        lines.append((QCoreApplication.translate("Proof", "Reference number"), letter.reference))
    lines.extend(
        (dates.long_date(line.on, with_year=True), line.title)
        for line in reversed(history(proved.moves, letter.facts))
    )
    lines += [_file(row) for row in proved.evidence]
    return DocumentPart(", ".join(names), tuple(lines))


def _file(row: EvidenceRow) -> tuple[str, str]:
    about = f" ({row.target_name})" if row.target_name else ""
    note = f"\n{row.note}" if row.note else ""
    label = QCoreApplication.translate("Proof", "Evidence")
    return label, f"{row.file.name}{about}{note}\n{row.file.sha256}"
