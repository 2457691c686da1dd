"""One of a few choices, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.theme import Scheme
from ui.widgets import draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.look import Look

_PAD = 14


class _Segment(QRadioButton):
    """A radio button to Qt and to screen readers, so arrow keys and roles are right."""

    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._look = look
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = 2 * _PAD + draw.text_width(self._look, self._text, "bodyStrong")
        return QSize(round(width), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look = self._look
        dark = look.theme.scheme is Scheme.DARK
        color = "text" if self.isChecked() or self.underMouse() else "text-secondary"
        if not self.isEnabled():
            color = "text-disabled"
        if self.isChecked():
            fill = "pressed" if dark else "surface"
            edge = "text" if look.theme.high_contrast else "border-strong"
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            draw.box(painter, look, rect, 5, fill, edge)
        style = "bodyStrong" if self.isChecked() else "bodyMedium"
        draw.text(painter, look, QRectF(self.rect()), self._text, style, color, draw.CENTER)


class Segmented(QWidget):
    """`picked` is emitted for what the user does, not for `set_index`."""

    picked = Signal(int)

    def __init__(
        self, look: Look, labels: Sequence[str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for number, label in enumerate(labels):
            segment = _Segment(look, label, self)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self.set_index(0)
        self._group.idToggled.connect(self._on_toggled)
        look.changed.connect(self._renew)

    def index(self) -> int:
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        blocked = self._group.blockSignals(True)
        self._group.button(index).setChecked(True)
        self._group.blockSignals(blocked)
        self.setFocusProxy(self._group.button(index))

    def _on_toggled(self, index: int, checked: bool) -> None:
        # A screen reader toggles without a click.
        if checked:
            self.setFocusProxy(self._group.button(index))
            self.picked.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        theme = self._look.theme
        dark = theme.scheme is Scheme.DARK
        edge = "border-strong" if dark or theme.high_contrast else None
        fill = "sunken" if dark else "pressed"
        draw.box(painter, self._look, QRectF(self.rect()), 6, fill, edge)

    def _renew(self) -> None:
        for segment in self._group.buttons():
            segment.updateGeometry()
        self.update()
