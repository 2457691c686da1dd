"""The bar below the steps: save and close, back, and the one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from ui.widgets.look import Look


class _MainButton(Button):
    """Its icon goes before or behind the words, as the step asks."""

    def set_face(self, icon: str, trailing: str) -> None:
        self._trailing = trailing
        self.set_icon(icon)


class Footer(QWidget):
    close_clicked = Signal()
    back_clicked = Signal()
    next_clicked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.close_button = Button(look, self.tr("Save and close"), "quiet", tone="text-secondary")
        self.back = Button(look, icon="arrow-left")
        self.next = _MainButton(look, kind="primary", trailing="arrow-right")
        self.close_button.clicked.connect(self.close_clicked)
        self.back.clicked.connect(self.back_clicked)
        self.next.clicked.connect(self.next_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.close_button)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        look.changed.connect(self._fit)
        self._fit()

    def set_back(self, name: str) -> None:
        self.back.setVisible(bool(name))
        self.back.setText(name)
        self.back.setAccessibleName(self.tr("Back: {step}").format(step=name))

    def set_next(self, words: str, icon: str = "", trailing: str = "arrow-right") -> None:
        self.next.setText(words)
        self.next.set_face(icon, trailing)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._look.color("border"))

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(64))
        self.update()
