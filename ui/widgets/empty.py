"""What a page shows while it has nothing: a picture, an invitation and a way to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets import draw
from ui.widgets.text import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.look import Look

_TEXT_WIDTH = 440


class Illustration(QWidget):
    """Two tinted circles and a dashed one between them, each with an icon."""

    def __init__(
        self, look: Look, icons: tuple[str, str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self.setFixedSize(208, 120)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        left, middle, right = self._icons
        self._circle(painter, QPointF(44, 68), "av2", left, -6)
        self._circle(painter, QPointF(164, 68), "av3", right, 6)
        center = QPointF(104, 64)
        pen = QPen(self._look.color("accent-border"), 1.5)
        pen.setDashPattern([3.2, 2.4])
        painter.setPen(pen)
        painter.setBrush(self._look.color("surface"))
        painter.drawEllipse(center, 39.25, 39.25)
        self._sign(painter, center, middle, 48, "accent-text")

    def _circle(
        self, painter: QPainter, center: QPointF, tint: str, name: str, shift: float
    ) -> None:
        rect = QRectF(center.x() - 30, center.y() - 30, 60, 60)
        edge = "text" if self._look.theme.high_contrast else None
        draw.box(painter, self._look, rect, 30, f"{tint}-bg", edge)
        self._sign(painter, center + QPointF(shift, 0), name, 36, f"{tint}-fg")

    def _sign(self, painter: QPainter, center: QPointF, name: str, size: int, color: str) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = self._look.icons.pixmap(name, size, color, ratio)
        painter.drawPixmap(center - QPointF(size / 2, size / 2), pixmap)


class EmptyState(QWidget):
    """`icons` are drawn left, middle, right; without them there is no picture."""

    def __init__(
        self,
        look: Look,
        title: str,
        text: str = "",
        buttons: Sequence[QWidget] = (),
        icons: tuple[str, str, str] | None = None,
        extra: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        center = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(1)
        if icons is not None:
            column.addWidget(Illustration(look, icons), 0, center)
            column.addSpacing(24)
        self._title = Label(look, title, "title", wrap=True)
        self._text = Label(look, text, "body", "text-secondary", wrap=True)
        for label, gap in ((self._title, 8), (self._text, 20)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            label.setFixedWidth(_TEXT_WIDTH)
            column.addWidget(label, 0, center)
            column.addSpacing(gap)
        look.changed.connect(self._fit)
        self.set_text(title, text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        if extra is not None:
            column.addSpacing(40)
            column.addWidget(extra, 0, center)
        column.addStretch(2 if icons is None else 1)

    def set_text(self, title: str, text: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        # A layout would ask for the height at its own width, which is more than the text gets.
        for label in (self._title, self._text):
            label.setFixedHeight(max(0, label.heightForWidth(_TEXT_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_TEXT_WIDTH // 2, super().minimumSizeHint().height())
