"""Surfaces with an edge, and the heading above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets import draw
from ui.widgets.buttons import LinkButton
from ui.widgets.meters import CountBadge
from ui.widgets.text import ElidedLabel, Hairline

if TYPE_CHECKING:
    from ui.widgets.look import Look


class Card(QFrame):
    """`body` has no margins but the edge; rows added with `add_row` have a line between them."""

    def __init__(
        self,
        look: Look,
        fill: str = "surface",
        border: str | None = "border",
        padding: int = 0,
        radius: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._fill = fill
        self._border = border
        self._radius = radius
        self.body = QVBoxLayout(self)
        edge = padding + 1
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(0)
        look.changed.connect(self.update)

    def add_row(self, row: QWidget, inset: int = 0) -> None:
        """`inset` keeps the line above this row away from both edges."""
        if self.body.count():
            line = QHBoxLayout()
            line.setContentsMargins(inset, 0, inset, 0)
            line.addWidget(Hairline(self._look))
            self.body.addLayout(line)
        self.body.addWidget(row)

    def set_fill(self, fill: str, border: str | None) -> None:
        self._fill = fill
        self._border = border
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        edge = self._border
        if self._look.theme.high_contrast and edge is None:
            edge = "border"
        rect = QRectF(self.rect())
        draw.box(painter, self._look, rect, self._radius, self._fill, edge)


class SectionHeader(QWidget):
    """A heading with a count beside it and a link at the right."""

    link_clicked = Signal()

    def __init__(
        self,
        look: Look,
        text: str,
        count: int = 0,
        link: str = "",
        tone: str = "neutral",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._heading = ElidedLabel(look, text, "heading")
        self._badge = CountBadge(look, count, tone)
        row.addWidget(self._heading)
        row.addWidget(self._badge)
        row.addStretch(1)
        if link:
            button = LinkButton(look, link)
            button.clicked.connect(self.link_clicked)
            row.addWidget(button)
        self.setMinimumHeight(look.px(28))

    def set_text(self, text: str) -> None:
        self._heading.setText(text)

    def set_count(self, count: int) -> None:
        self._badge.set_count(count)
