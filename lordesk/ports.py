"""What the core asks of the screen's side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from lordesk.rows.evidence import Document


class PdfRenderer(Protocol):
    def pdf(self, document: Document) -> bytes:
        """The document as a PDF file."""
        ...
