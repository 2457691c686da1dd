"""The left of Welcome: what LoRDesk is for, in three points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets import draw
from ui.widgets.nav import BrandMark
from ui.widgets.text import IconLabel, Label

if TYPE_CHECKING:
    from ui.widgets.look import Look

_WIDE, _NARROW = 416, 320
_TILE = 36


class _Tile(QWidget):
    """An icon on a tinted square."""

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.setFixedSize(_TILE, _TILE)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.box(painter, self._look, QRectF(self.rect()), 8, "accent-soft-hover")
        inset = (_TILE - self._look.px(18)) / 2
        draw.icon(painter, self._look, QPointF(inset, inset), self._icon, 18, "accent-text")


class WelcomeSide(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._brand())
        self._column.addSpacing(72)
        self._column.addWidget(Label(look, self.tr("Strong letters,\non time."), "hero", wrap=True))
        self._column.addSpacing(12)
        text = self.tr("Three questions, about a minute. You can change every answer later.")
        self._column.addWidget(Label(look, text, "lead", "text-secondary", wrap=True))
        self._points = self._build_points()
        self._column.addWidget(self._points)
        self._column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(IconLabel(look, "laptop", 16))
        words = self.tr("Everything stays on this computer.")
        foot.addWidget(Label(look, words, "small", "text-secondary", wrap=True), 1)
        self._column.addLayout(foot)
        look.changed.connect(self.update)
        self.set_narrow(True)

    def set_narrow(self, narrow: bool) -> None:
        """A small window has no room for the three points."""
        self.setFixedWidth(_NARROW if narrow else _WIDE)
        self._points.setVisible(not narrow)
        edge = 32 if narrow else 48
        self._column.setContentsMargins(edge, 48 if not narrow else 32, edge, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("sidebar"))
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(edge, self._look.color("border"))

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(BrandMark(self._look, 28))
        row.addWidget(Label(self._look, "LoRDesk", "heading"))
        row.addStretch(1)
        return row

    def _build_points(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 40, 0, 0)
        column.setSpacing(20)
        for icon, title, sub in (
            ("users", self.tr("Choose well"), self.tr("People who know your work best")),
            ("send", self.tr("Ask kindly"), self.tr("With everything they need to write")),
            (
                "calendar-check",
                self.tr("Stay on time"),
                self.tr("Every date, reminder and thank-you"),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(_Tile(self._look, icon))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(self._look, title, "bodyStrong"))
            words.addWidget(Label(self._look, sub, "small", "text-secondary", wrap=True))
            row.addLayout(words, 1)
            column.addLayout(row)
        return holder
