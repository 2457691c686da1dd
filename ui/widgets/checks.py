"""Check boxes, radio buttons and the switch, painted from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from ui.widgets import draw
from ui.widgets.toggling import Toggling

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.widgets.look import Look

_BOX = 18
_GAP = 8
_SWITCH = (36, 20)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")


class _Painted:
    """What a check box and a radio button share: words beside an 18 px mark."""

    _look: Look
    _words: str
    rect: Callable[[], QRect]

    def _mark(self) -> QRectF:
        side = self._look.px(_BOX)
        return QRectF(0, (self.rect().height() - side) / 2, side, side)

    def _hint(self) -> QSize:
        width = self._look.px(_BOX) + 1.0
        if self._words:
            width += _GAP + draw.text_width(self._look, self._words)
        return QSize(round(width + 1), self._look.px(28))

    def _paint_words(self, painter: QPainter, enabled: bool) -> None:
        left = self._look.px(_BOX) + _GAP
        rect = QRectF(left, 0, self.rect().width() - left, self.rect().height())
        color = "text" if enabled else "text-disabled"
        draw.text(painter, self._look, rect, self._words, "body", color)


def _fill(button: QAbstractButton) -> tuple[str, str]:
    """Fill and edge of an empty mark."""
    if not button.isEnabled():
        return "sunken", "border"
    if button.isDown():
        return "pressed", "border-control"
    return ("hover" if button.underMouse() else "surface"), "border-control"


class CheckBox(_Painted, Toggling, QCheckBox):
    """The text is shown as typed. Without text, give it an accessible name.

    `round_mark` is the circle that completes a task.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        round_mark: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        QCheckBox.__init__(self, _escaped(text), parent)
        self.hear_reader()
        self._radius = _BOX / 2 if round_mark else 4.0
        self._look = look
        self._words = text
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", self._radius)
        look.changed.connect(self.updateGeometry)

    def setText(self, text: str) -> None:  # noqa: N802
        self._words = text
        super().setText(_escaped(text))

    def text(self) -> str:
        return self._words

    def ring_rect(self) -> QRect:
        return self._mark().toRect()

    def sizeHint(self) -> QSize:
        return self._hint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_BOX), self._look.px(28))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        mark, radius = self._mark(), self._radius * self._look.theme.text_scale
        partly = self.checkState() == Qt.CheckState.PartiallyChecked
        if (self.isChecked() or partly) and self.isEnabled():
            fill = "accent-pressed" if self.isDown() else "accent"
            fill = "accent-hover" if self.underMouse() and not self.isDown() else fill
            draw.box(painter, self._look, mark, radius, fill)
            sign = "on-accent"
        else:
            draw.box(painter, self._look, mark, radius, *_fill(self), width=1.5)
            sign = "text-disabled"
        if self.isChecked() or partly:
            self._paint_sign(painter, mark, sign, partly)
        self._paint_words(painter, self.isEnabled())

    def _paint_sign(self, painter: QPainter, mark: QRectF, color: str, partly: bool) -> None:
        pen = QPen(self._look.color(color), 1.75 * self._look.theme.text_scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        unit = mark.width() / 18
        points = [(5, 9), (13, 9)] if partly else [(4.8, 9.4), (7.7, 12.2), (13.2, 6.2)]
        painter.drawPolyline([mark.topLeft() + QPointF(x, y) * unit for x, y in points])


class RadioButton(_Painted, Toggling, QRadioButton):
    """The text is shown as typed."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, _escaped(text), parent)
        self.hear_reader()
        self._look = look
        self._words = text
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 9)
        look.changed.connect(self.updateGeometry)

    def setText(self, text: str) -> None:  # noqa: N802
        self._words = text
        super().setText(_escaped(text))

    def text(self) -> str:
        return self._words

    def ring_rect(self) -> QRect:
        return self._mark().toRect()

    def sizeHint(self) -> QSize:
        return self._hint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_BOX), self._look.px(28))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        mark = self._mark()
        fill, edge = _fill(self)
        if self.isChecked() and self.isEnabled():
            edge = "accent-text"
        draw.box(painter, self._look, mark, mark.width() / 2, fill, edge, 1.5)
        if self.isChecked():
            dot = mark.width() / 4
            painter.setPen(Qt.PenStyle.NoPen)
            color = "accent-text" if self.isEnabled() else "text-disabled"
            painter.setBrush(self._look.color(color))
            painter.drawEllipse(mark.adjusted(dot, dot, -dot, -dot))
        self._paint_words(painter, self.isEnabled())


class Switch(Toggling, QCheckBox):
    """36 x 20, with the word On or Off at its left. `name` is what a screen reader says."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 10)
        self._place = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.valueChanged.connect(self._on_slide)
        self.toggled.connect(self._on_toggled)
        self.hear_reader()
        look.changed.connect(self.updateGeometry)

    def ring_rect(self) -> QRect:
        return self._track().toRect()

    def sizeHint(self) -> QSize:
        words = max(draw.text_width(self._look, word, "small") for word in self._words())
        width = words + 16 + self._look.px(_SWITCH[0])
        return QSize(round(width + 1), self._look.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        track = self._track()
        fill = "accent" if self.isChecked() else "border-control"
        if not self.isEnabled():
            fill = "track"
        edge = "text" if self._look.theme.high_contrast else None
        draw.box(painter, self._look, track, track.height() / 2, fill, edge)
        knob = track.height() - 4
        left = track.left() + 2 + self._place * (track.width() - track.height())
        knob_rect = QRectF(left, track.top() + 2, knob, knob)
        draw.box(painter, self._look, knob_rect, knob / 2, "on-accent")
        rect = QRectF(0, 0, track.left() - 16, self.height())
        word = self._words()[self.isChecked()]
        color = "text-secondary" if self.isEnabled() else "text-disabled"
        draw.text(painter, self._look, rect, word, "small", color, draw.RIGHT)

    def _words(self) -> tuple[str, str]:
        return self.tr("Off"), self.tr("On")

    def _track(self) -> QRectF:
        wide, high = self._look.px(_SWITCH[0]), self._look.px(_SWITCH[1])
        return QRectF(self.width() - wide, (self.height() - high) // 2, wide, high)

    def _on_toggled(self, checked: bool) -> None:
        self._slide.stop()
        self._slide.setDuration(self._look.themes.duration("fast") if self.isVisible() else 0)
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(1.0 if checked else 0.0)
        self._slide.start()
        if self._slide.duration() == 0:
            self._on_slide(1.0 if checked else 0.0)

    def _on_slide(self, value: float) -> None:
        self._place = float(value)
        self.update()
