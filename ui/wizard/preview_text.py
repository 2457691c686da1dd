"""The text of a message as the preview shows it: paragraphs, tints, the day in bold.

The tints are character formats of the shown document and nothing else; what is sent is the plain
text that it was made from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from lordesk.domain.fields import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

    from lordesk.domain.rendering import Span
    from ui.widgets.look import Look

_BLANK_LINE = 11
_STRONG = "a strong "


class PreviewText(QTextEdit):
    """Read only until it is edited. `text_edited` is emitted for what the user types."""

    text_edited = Signal(str)
    editing_finished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filling = False
        self._shown: tuple[str, tuple[Span, ...]] = ("", ())
        self.setProperty("kind", "plain")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Message"))
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        look.changed.connect(self._redraw)
        self.set_editable(False)

    def show_text(self, body: str, spans: Sequence[Span]) -> None:
        """Keeps where it was scrolled to."""
        if (body, tuple(spans)) == self._shown:
            return
        self._shown = (body, tuple(spans))
        self._redraw()

    def body(self) -> str:
        """What stands there, as plain text."""
        return self.toPlainText()

    def set_editable(self, editable: bool) -> None:
        self.setReadOnly(not editable)
        flags = Qt.TextInteractionFlag
        if not editable:
            self.setTextInteractionFlags(
                flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            )

    def select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        length = max(0, self.document().characterCount() - 1)
        cursor.setPosition(min(start, length))
        cursor.setPosition(min(end, length), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        return QSize(320, round(self.document().size().height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._look.px(96))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isReadOnly():
            self.editing_finished.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def _on_text_changed(self) -> None:
        self.updateGeometry()
        if not self._filling and not self.isReadOnly():
            self._shown = (self.toPlainText(), ())
            self.text_edited.emit(self._shown[0])

    def _redraw(self) -> None:
        body, spans = self._shown
        bar = self.verticalScrollBar()
        scrolled, place = bar.value(), self.textCursor().position()
        self._filling = True
        _fill(self.document(), self._look, body, spans)
        self._filling = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        bar.setValue(scrolled)
        self.updateGeometry()


def _fill(document: QTextDocument, look: Look, body: str, spans: Sequence[Span]) -> None:
    plain = QTextCharFormat()
    plain.setFont(look.theme.font("body"))
    plain.setForeground(look.color("text"))
    document.clear()
    document.setDefaultFont(look.theme.font("body"))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    line, blank = QTextBlockFormat(), QTextBlockFormat()
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    line.setLineHeight(look.theme.line("body"), fixed)
    blank.setLineHeight(look.px(_BLANK_LINE), fixed)
    for number, part in enumerate(body.split("\n")):
        shape = line if part.strip() else blank
        if number:
            cursor.insertBlock(shape, plain)
        else:
            cursor.setBlockFormat(shape)
        cursor.insertText(part, plain)
    for start, end, shape_of in _marks(look, body, spans):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(shape_of)
    cursor.endEditBlock()


def _marks(look: Look, body: str, spans: Sequence[Span]) -> list[tuple[int, int, QTextCharFormat]]:
    """Positions of the text are those of the document: each line break is one block's end."""
    tint, bold, gray = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    tint.setBackground(look.color("accent-soft-hover"))
    bold.setFontWeight(QFont.Weight.DemiBold)
    gray.setForeground(look.color("text-secondary"))
    marks = []
    for span in spans:
        start, end = span.start, span.end
        if span.field == "due":
            marks.append((start, end, bold))
        elif span.field == "signature" and "\n" in body[start:end]:
            marks.append((body.index("\n", start, end) + 1, end, gray))
        elif span.field == "letter_kind" and body[:start].endswith(_STRONG):
            marks.append((start - len(_STRONG), end, tint))
        elif span.field in ANSWERS:
            marks.append((start, end, tint))
    return marks
