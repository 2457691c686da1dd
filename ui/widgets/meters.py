"""Rings, the fit gauge, bars and the count beside a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets import draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.look import Look


class Ring(QWidget):
    """States a letter: `in`, `promised` or `open`. The words beside it repeat them."""

    def __init__(
        self,
        look: Look,
        states: Sequence[str] = (),
        words: str = "",
        size: int = 52,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._states = list(states)
        self._words = words
        self.setFixedSize(size, size)
        self.set(states, words)
        look.changed.connect(self.update)

    def set(self, states: Sequence[str], words: str) -> None:
        self._states = list(states)
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        names = self._look.theme.tokens.values["ring"]
        colors = [str(names[state]) for state in self._states] or [str(names["open"])]
        rect = QRectF(self.rect())
        draw.ring(painter, self._look, rect, colors)
        style = "bodyStrong" if self.width() >= 50 else "label"
        draw.text(painter, self._look, rect, self._words, style, "text", draw.CENTER, tnum=True)


class _Filling(QWidget):
    """A share that moves to its new value unless motion is reduced."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_motion)
        look.changed.connect(self.update)

    def _go_to(self, share: float) -> None:
        self._motion.stop()
        duration = self._look.themes.duration("slow") if self.isVisible() else 0
        if duration == 0:
            self._on_motion(share)
            return
        self._motion.setDuration(duration)
        self._motion.setStartValue(self._share)
        self._motion.setEndValue(share)
        self._motion.start()

    def _on_motion(self, share: float) -> None:
        self._share = float(share)
        self.update()


class Gauge(_Filling):
    """A number from 0 to 100 in its ring, or a dash where there is none yet."""

    def __init__(
        self, look: Look, value: int | None = 0, size: int = 56, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._words = ""
        self.setFixedSize(size, size)
        self.set_value(value)

    def set_value(self, value: int | None) -> None:
        self._words = "–" if value is None else str(value)
        self.setAccessibleName(self._words)
        self._go_to((value or 0) / 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        rect = QRectF(self.rect())
        draw.gauge(painter, self._look, rect, self._share)
        draw.text(painter, self._look, rect, self._words, "title", "text", draw.CENTER, tnum=True)


class Bar(_Filling):
    """A thin meter; a number beside it says the same."""

    def __init__(
        self,
        look: Look,
        value: float = 0,
        maximum: float = 100,
        height: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setFixedHeight(height)
        self.setMinimumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(value, maximum)

    def set(self, value: float, maximum: float = 100) -> None:
        self._go_to(value / maximum if maximum else 0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.bar(painter, self._look, QRectF(self.rect()), self._share)


class CountBadge(QWidget):
    """A number in a small pill; hidden at nothing. Tones: neutral, accent, danger."""

    def __init__(
        self, look: Look, count: int = 0, tone: str = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._count = count
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)
        look.changed.connect(self.updateGeometry)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(str(count))
        if count == 0:
            self.hide()
        elif self.parentWidget() is not None:  # shown without a parent it would be a window
            self.show()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = self._look.px(18)
        wide = draw.text_width(self._look, str(self._count), "pill", tnum=True) + 12
        return QSize(max(high + 2, round(wide)), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        fill, words = {
            "neutral": ("neutral-soft", "text-secondary"),
            "accent": ("accent-soft", "accent-text"),
            "danger": ("danger-soft", "danger-text"),
        }[self._tone]
        rect = QRectF(self.rect())
        edge = "text" if self._look.theme.high_contrast else None
        draw.box(painter, self._look, rect, rect.height() / 2, fill, edge)
        words_shown = str(self._count)
        draw.text(painter, self._look, rect, words_shown, "pill", words, draw.CENTER, tnum=True)
