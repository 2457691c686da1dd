"""Documents as PDF: what the core asks of the screen for its reports."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

if TYPE_CHECKING:
    from lordesk.rows.evidence import Document, DocumentPart

_DOTS_PER_INCH = 96
_MARGIN_MM = 18
_FONT = "Inter"
_SIZE = 10


class QtPdfRenderer:
    """`letter` is the paper of the United States; without it A4."""

    def __init__(self, *, letter: bool = True) -> None:
        self._page = QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4

    def pdf(self, document: Document) -> bytes:
        """All text stands as typed: nothing of it is read as markup."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_DOTS_PER_INCH)
        writer.setTitle(document.title)
        writer.setCreator("LoRDesk")
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageSize(QPageSize(self._page))
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        text = QTextDocument()
        text.setDefaultFont(QFont(_FONT, _SIZE))
        text.setHtml(as_html(document))
        text.setPageSize(writer.pageLayout().paintRectPixels(_DOTS_PER_INCH).size().toSizeF())
        text.print_(writer)
        buffer.close()
        return bytes(content.data())


def as_html(document: Document) -> str:
    parts = "".join(_part(part) for part in document.parts)
    return (
        f"<h2>{_text(document.title)}</h2><p>{_text(document.subtitle)}</p>{parts}"
        f"<hr><p><small>{_text(document.footer)}</small></p>"
    )


def _part(part: DocumentPart) -> str:
    rows = "".join(
        f'<tr><td width="150" valign="top">{_text(label)}</td><td>{_text(value)}</td></tr>'
        for label, value in part.lines
    )
    return f'<h3>{_text(part.heading)}</h3><table cellpadding="2" width="100%">{rows}</table>'


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
