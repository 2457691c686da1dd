"""Five bars with their points and what explains them; a bar opens the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lordesk.domain.fit import WEIGHTS
from ui.widgets import draw
from ui.wording import fit as words

if TYPE_CHECKING:
    from lordesk.kinds import FitQuestion
    from lordesk.rows.people import FitPart, FitRow
    from ui.widgets.look import Look

_POINTS_WIDTH = 52


class FitBar(QPushButton):
    def __init__(self, look: Look, question: FitQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._look = look
        self._part: FitPart | None = None
        self._brief = False
        self.setProperty("ring_radius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_part(self, part: FitPart, brief: bool) -> None:
        self._part = part
        self._brief = brief
        self.setAccessibleName(words.spoken(part))
        self.setToolTip(words.explained(part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._look.px(26 if self._brief else 40))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        part = self._part
        if part is None:
            return
        painter = QPainter(self)
        draw.begin(painter)
        look, wide, high = self._look, float(self.width()), float(self.height())
        # No name is cut: large words take what they need from the bar.
        names = max(wide * (0.44 if self._brief else 0.56), self._widest() + 12)
        color = "accent-text" if self.underMouse() else "text"
        self._paint_names(painter, part, names - 8, color)
        points = wide - _POINTS_WIDTH * look.theme.text_scale
        meter = QRectF(names, high / 2 - 3, points - names, 6)
        draw.bar(painter, look, meter, part.points / part.max_points)
        most = f"/{part.max_points}"
        end = QRectF(points, 0, wide - points, high)
        draw.text(painter, look, end, most, "small", "text-tertiary", draw.RIGHT, tnum=True)
        end.setRight(end.right() - draw.text_width(look, most, "small", tnum=True))
        number = "–" if part.level is None else str(part.points)
        draw.text(painter, look, end, number, "label", "text", draw.RIGHT, tnum=True)

    def _widest(self) -> float:
        names = (words.short_name(question) for question in WEIGHTS)
        return max(draw.text_width(self._look, name, "smallMedium") for name in names)

    def _paint_names(self, painter: QPainter, part: FitPart, room: float, color: str) -> None:
        look, name = self._look, words.short_name(part.question)
        if self._brief:
            rect = QRectF(0, 0, room, self.height())
            draw.text(painter, look, rect, name, "smallMedium", color)
            return
        small = look.theme.line("small")
        top = (self.height() - 2 * small) / 2
        draw.text(painter, look, QRectF(0, top, room, small), name, "smallMedium", color)
        line = QRectF(0, top + small, room, small)
        draw.text(painter, look, line, words.evidence(part), "micro", "text-tertiary")


class FitBars(QWidget):
    picked = Signal(object)
    """The `FitQuestion` of the bar that was clicked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bars = {question: FitBar(look, question) for question in WEIGHTS}
        for bar in self._bars.values():
            column.addWidget(bar)
            bar.clicked.connect(self._on_clicked)

    def show_fit(self, fit: FitRow, brief: bool) -> None:
        for part in fit.parts:
            self._bars[part.question].show_part(part, brief)

    def _on_clicked(self) -> None:
        bar = self.sender()
        if isinstance(bar, FitBar):
            self.picked.emit(bar.question)
