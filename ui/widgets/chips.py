"""Chips: checkable words, and words that open a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui.widgets import draw
from ui.widgets.toggling import Toggling

if TYPE_CHECKING:
    from ui.widgets.look import Look

_PAD = 11
_GAP = 4
_ICON = 14


class _ChipBase(QPushButton):
    """The rounded shape and its colors; the text is shown as typed."""

    def __init__(self, look: Look, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setProperty("ring_radius", 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        look.changed.connect(self._renew)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802
        self._text = text
        super().setText(text.replace("&", "&&"))
        self._renew()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    def _shape(self, painter: QPainter, lit: bool) -> str:
        """Paint the shape; returns the color of its words."""
        if not self.isEnabled():
            fill, edge, words = "surface", "border", "text-disabled"
        elif lit:
            hot = self.underMouse() or self.isDown()
            fill, edge = "accent-soft-hover" if hot else "accent-soft", "accent-border"
            words = "accent-text"
        else:
            fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
            edge, words = "border-strong", "text-secondary"
        rect = QRectF(self.rect())
        draw.box(painter, self._look, rect, rect.height() / 2, fill, edge)
        return words


class Chip(Toggling, _ChipBase):
    """Checkable. The icon shows when selected; `unselected_icon` shows when it is not.

    A chip that is not checkable (`checkable=False`) is a button or a plain mark, such as a file.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "check",
        unselected_icon: str = "",
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._icons = (unselected_icon, icon)
        super().__init__(look, text, parent)
        self.setCheckable(checkable)
        self.toggled.connect(self._renew)
        self.hear_reader()

    def sizeHint(self) -> QSize:
        # Measured in the stronger weight, so that a chip nearly keeps its width when selected.
        width = 2 * _PAD + draw.text_width(self._look, self._text, "label")
        if self._shown_icon():
            width += self._look.px(_ICON) + _GAP
        return QSize(round(width + 1), self._look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        words = self._shape(painter, self.isChecked())
        left = float(_PAD)
        name, size = self._shown_icon(), self._look.px(_ICON)
        if name:
            pos = QPointF(left, (self.height() - size) / 2)
            draw.icon(painter, self._look, pos, name, _ICON, words)
            left += size + _GAP
        style = "label" if self.isChecked() else "smallMedium"
        rect = QRectF(left, 0, self.width() - _PAD - left, self.height())
        draw.text(painter, self._look, rect, self._text, style, words)

    def _shown_icon(self) -> str:
        return self._icons[1 if self.isChecked() or not self.isCheckable() else 0]


class MenuChip(_ChipBase):
    """Opens a checkable menu. While active it is tinted and its x clears the filter.

    Delete or Backspace clears it too. With a `leading` icon it has neither chevron nor x.
    """

    cleared = Signal()

    def __init__(
        self,
        look: Look,
        text: str,
        menu: QMenu | None = None,
        leading: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._active = False
        self._leading = leading
        super().__init__(look, text, parent)
        if menu is not None:
            self.setMenu(menu)

    @property
    def active(self) -> bool:
        return self._active

    def set_active(self, active: bool, text: str) -> None:
        self._active = active
        self.setText(text)

    def sizeHint(self) -> QSize:
        width = 2 * (_PAD - 1) + draw.text_width(self._look, self._text, "label")
        width += self._look.px(_ICON) + _GAP
        return QSize(round(width + 1), self._look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        words = self._shape(painter, self._active)
        size = self._look.px(_ICON)
        top = (self.height() - size) / 2
        style = "label" if self._active else "smallMedium"
        if self._leading:
            draw.icon(painter, self._look, QPointF(_PAD - 1, top), self._leading, _ICON, words)
            left = _PAD - 1 + size + _GAP
            rect = QRectF(left, 0, self.width() - _PAD + 1 - left, self.height())
        else:
            right = self.width() - _PAD + 1 - size
            name = "x" if self._active else "chevron-down"
            draw.icon(painter, self._look, QPointF(right, top), name, _ICON, words)
            rect = QRectF(_PAD - 1, 0, right - _GAP - _PAD + 1, self.height())
        draw.text(painter, self._look, rect, self._text, style, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        over_x = event.position().x() >= self.width() - _PAD - self._look.px(_ICON)
        if (
            self._active
            and not self._leading
            and over_x
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self.cleared.emit()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._active and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
            return
        super().keyPressEvent(event)
