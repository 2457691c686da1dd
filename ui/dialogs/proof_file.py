"""The proof report of an application, saved as a PDF where the user wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.wording.proof import proof_document

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.ports import PdfRenderer
    from lordesk.services.reports import ReportService
    from ui.desk import Desk


class ProofPress(NamedTuple):
    """Who knows what is proved, and who makes a PDF of it."""

    reports: ReportService
    renderer: PdfRenderer


def save_proof(desk: Desk, press: ProofPress, application_id: int, parent: QWidget) -> None:
    """Ask where, save, say so; nothing happens where the user chose no place.

    Raises MissingRowError, DiskFullError, FileUnreadableError.
    """
    document = proof_document(press.reports.proof(application_id))
    suggested = QCoreApplication.translate("Proof", "Proof of letters.pdf")
    title = QCoreApplication.translate("Proof", "Save the proof report")
    kind = QCoreApplication.translate("Proof", "PDF (*.pdf)")
    path = desk.boxes.save_file(parent, title, suggested, kind)
    if path is None:
        return
    press.reports.save(press.renderer, document, path)
    text = QCoreApplication.translate("Proof", "Proof report saved as {name}.")
    desk.say(text.format(name=path.name), undo=False)
