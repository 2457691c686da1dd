"""A status as an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets import draw

if TYPE_CHECKING:
    from ui.widgets.draw import PillFace
    from ui.widgets.look import Look


class Pill(QWidget):
    """Its word is its accessible name."""

    def __init__(self, look: Look, face: PillFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = face
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_face(face)
        look.changed.connect(self.updateGeometry)

    @property
    def face(self) -> PillFace:
        return self._face

    def set_face(self, face: PillFace) -> None:
        self._face = face
        self.setAccessibleName(face.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(draw.pill_width(self._look, self._face) + 0.5), self._look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.pill(painter, self._look, QPointF(0, 0), self._face, self.width())
