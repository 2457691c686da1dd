"""The sidebar's pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets import draw
from ui.widgets.toggling import Toggling

if TYPE_CHECKING:
    from ui.widgets.look import Look

_PAD = 8
_ICON = 18
_TEXT_LEFT = 36
_RAIL = (40, 36)


class BrandMark(QWidget):
    """The white envelope on its indigo square."""

    def __init__(self, look: Look, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(size, size)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        paint_mark(painter, self._look, QRectF(self.rect()))


def paint_mark(painter: QPainter, look: Look, rect: QRectF, name: str = "mail") -> None:
    draw.box(painter, look, rect, rect.width() / 4, "accent")
    side = round(rect.width() * 2 / 3)
    ratio = painter.device().devicePixelRatioF()
    inset = (rect.width() - side) / 2
    pos = rect.topLeft() + QPointF(inset, inset)
    painter.drawPixmap(pos, look.icons.pixmap(name, side, "on-accent", ratio))


class NavItem(Toggling, QPushButton):
    """Checkable. In the rail only the icon shows, the text moves to the tooltip."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        checkable: bool = True,
        soft: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._words = text
        self._soft = soft
        self._badge = 0
        self._rail = False
        self.setCheckable(checkable)
        self.hear_reader()
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._renew()
        look.changed.connect(self._renew)

    def set_icon(self, name: str) -> None:
        self._icon = name
        self._renew()

    def set_text(self, text: str) -> None:
        self._words = text
        self._renew()

    def set_badge(self, count: int, spoken: str = "") -> None:
        """`spoken` says what is counted, such as "4 need you"."""
        self._badge = count
        self.setAccessibleDescription(spoken if count else "")
        self._renew()

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        policy = QSizePolicy.Policy.Fixed if rail else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self._renew()

    def sizeHint(self) -> QSize:
        if self._rail:
            return QSize(_RAIL[0], self._look.px(_RAIL[1]))
        width = _TEXT_LEFT + draw.text_width(self._look, self._words, "bodyStrong") + 28
        return QSize(round(width), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(_RAIL[0], self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look = self._look
        color = self._paint_ground(painter)
        size = look.px(_ICON)
        inset = 4 if self._soft else 0
        left = (self.width() - size) / 2 if self._rail else _PAD + inset
        pos = QPointF(left, (self.height() - size) / 2)
        draw.icon(painter, look, pos, self._icon, _ICON, color)
        if self._rail:
            if self._badge:
                dot = QRectF(self.width() - 12, 4, 8, 8)
                draw.box(painter, look, dot, 4, "accent")
            return
        text_left = _TEXT_LEFT + inset // 2 + size - _ICON
        right = self.width() - _PAD
        if self._badge:
            rect = QRectF(0, 0, right, self.height())
            style = "label" if self.isChecked() else "small"
            wide = draw.text(
                painter, look, rect, str(self._badge), style, color, draw.RIGHT, tnum=True
            )
            right -= round(wide) + 8
        words = QRectF(text_left, 0, right - text_left, self.height())
        style = "bodyStrong" if self.isChecked() else "bodyMedium"
        draw.text(painter, look, words, self._words, style, color)

    def _paint_ground(self, painter: QPainter) -> str:
        """Returns the color of the words."""
        rect, look = QRectF(self.rect()), self._look
        if self.isChecked():
            edge = "text" if look.theme.high_contrast else None
            fill = "accent-soft" if self._soft else "accent-soft-hover"
            draw.box(painter, look, rect, 6, fill, edge)
            return "accent-text"
        if self.isDown():
            draw.box(painter, look, rect, 6, "pressed")
        elif self.underMouse():
            draw.box(painter, look, rect, 6, "hover" if self._soft else "pressed")
        return "text-secondary" if self.isEnabled() else "text-disabled"

    def _renew(self) -> None:
        self.setAccessibleName(self._words)
        self.setToolTip(self._words if self._rail else "")
        self.updateGeometry()
        self.update()
