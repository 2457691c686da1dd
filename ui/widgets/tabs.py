"""Tabs with a line under the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.widgets import draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.look import Look

_GAP = 20
_HIGH = 40


class Tabs(QTabBar):
    """A QTabBar: `currentIndex`, `setCurrentIndex`, `currentChanged`, arrow keys."""

    def __init__(
        self, look: Look, labels: Sequence[str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._labels = list(labels)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setProperty("ring_radius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for label in labels:
            self.addTab(label.replace("&", "&&"))
        look.changed.connect(self._renew)

    def set_label(self, index: int, label: str) -> None:
        self._labels[index] = label
        self.setTabText(index, label.replace("&", "&&"))

    def ring_rect(self) -> QRect:
        return self._words_rect(self.currentIndex()).adjusted(-4, 6, 4, -8)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        width = draw.text_width(self._look, self._labels[index], "bodyStrong") + _GAP
        return QSize(round(width), self._look.px(_HIGH))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.hairline(painter, self._look, 0, self.width(), self.height() - 1)
        pointer = self.mapFromGlobal(self.cursor().pos())
        hot = self.tabAt(pointer) if self.underMouse() else -1
        for index, label in enumerate(self._labels):
            rect = QRectF(self._words_rect(index))
            current = index == self.currentIndex()
            lit = current or index == hot
            color = "text" if lit else "text-secondary"
            color = color if self.isTabEnabled(index) else "text-disabled"
            words = rect.adjusted(0, 0, 0, -2)
            style = "bodyStrong" if current else "bodyMedium"
            draw.text(painter, self._look, words, label, style, color)
            if current:
                line = QRectF(rect.left(), self.height() - 2, rect.width(), 2)
                painter.fillRect(line, self._look.color("accent-text"))

    def _words_rect(self, index: int) -> QRect:
        return self.tabRect(index).adjusted(0, 0, -_GAP, 0)

    def _renew(self) -> None:
        for index, label in enumerate(self._labels):
            self.setTabText(index, label.replace("&", "&&"))  # asks for the size again
        self.update()
