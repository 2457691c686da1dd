"""The rows of Today: a circle or a face, what it is about, when, and one button."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from ui.widgets import draw
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckBox
from ui.widgets.text import as_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.widgets.look import Look

DUE_WIDTH = 92
ACTION_WIDTH = 120
_SIGN = 14


class TwoLines(QWidget):
    """A title and small words below it, each cut where it does not fit; the tooltip has both.

    Painted, as Today has many of them; their line says them to a screen reader.
    """

    def __init__(self, look: Look, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = [(title, "bodyStrong", "text")]
        if detail:
            self._rows.append((detail, "small", "text-secondary"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def words(self) -> list[str]:
        return [words for words, _, _ in self._rows]

    def sizeHint(self) -> QSize:
        return QSize(self._wide(), sum(self._high(row[1]) + 1 for row in self._rows) - 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._look.px(24), self._wide()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self._wide() > self.width()
        self.setToolTip(as_tip("\n".join(self.words())) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        top = 0
        for words, style, color in self._rows:
            high = self._high(style)
            draw.text(painter, self._look, QRectF(0, top, self.width(), high), words, style, color)
            top += high + 1

    def _wide(self) -> int:
        look = self._look
        return max(ceil(draw.text_width(look, words, style)) for words, style, _ in self._rows) + 2

    def _high(self, style: str) -> int:
        theme = self._look.theme
        return max(ceil(theme.metrics(style).height()), theme.line(style))


class DueWords(QWidget):
    """When, at the right of its column, with a sign where that day has passed."""

    def __init__(self, look: Look, words: str, late: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._late = late
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        sign = self._look.px(_SIGN) + 4 if self._late else 0
        wide = ceil(draw.text_width(self._look, self._words, "small", tnum=True)) + sign
        return QSize(max(wide, self._look.px(DUE_WIDTH)), self._look.theme.line("small"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, rect = self._look, QRectF(self.rect())
        color = "danger-text" if self._late else "text-secondary"
        wide = draw.text(painter, look, rect, self._words, "small", color, draw.RIGHT, tnum=True)
        if self._late:
            size = look.px(_SIGN)
            pos = QPointF(round(rect.right() - wide - size - 4), (rect.height() - size) // 2)
            draw.icon(painter, look, pos, "circle-alert", _SIGN, color)


class Line(QFrame):
    """A row of 56. Enter or a click opens it, the arrow keys go to its neighbors."""

    opened = Signal(object)
    acted = Signal(object)
    key_pressed = Signal(object, str)
    """The line's key and one of "1", "2", "3", "4", "u"."""

    def __init__(self, look: Look, key: object, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.key = key
        self.gap: QSpacerItem | None = None
        self.button: Button | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(spoken)
        self.setProperty("ring_radius", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.layout_ = QHBoxLayout(self)
        self.layout_.setContentsMargins(12, 0, 12, 0)
        self.layout_.setSpacing(12)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(56))

    def add_lead(self, lead: QWidget) -> None:
        """The lead column is 28 wide."""
        wide = lead.sizeHint().expandedTo(lead.minimumSize()).width()
        spare = max(0, self._look.px(28) - wide)
        self.layout_.addSpacing(spare // 2)
        self.layout_.addWidget(lead)
        self.layout_.addSpacing(spare - spare // 2)

    def add_words(self, title: str, detail: str) -> None:
        self.layout_.addWidget(TwoLines(self._look, title, detail), 1)

    def add_due(self, words: str, late: bool) -> None:
        """Right-aligned in a column of its own, so that dates stand below each other."""
        self.layout_.addWidget(DueWords(self._look, words, late))

    def add_action(
        self, words: str, about: str, kind: str = "secondary", wide: bool = True
    ) -> None:
        """One button; `about` tells a screen reader whom it is for."""
        column = self._look.px(ACTION_WIDTH) if wide else 0
        self.gap = QSpacerItem(column, 0, QSizePolicy.Policy.Fixed)
        self.layout_.addItem(self.gap)
        if not words:
            return
        button = Button(self._look, words, kind, size="small")
        button.setAccessibleName(about)
        button.clicked.connect(self._act)
        self.layout_.addWidget(button)
        self.button = button
        self.keep_column(column)

    def action_wide(self) -> int:
        return self.button.sizeHint().width() if self.button is not None else 0

    def keep_column(self, wide: int) -> None:
        """Put the button at the right of a column, whose width is that of the widest in a card."""
        if self.gap is not None:
            self.gap.changeSize(max(0, wide - self.action_wide()), 0, QSizePolicy.Policy.Fixed)
            self.layout_.invalidate()

    def _act(self) -> None:
        self.acted.emit(self.key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key()
        if pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.key)
        elif pressed in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._go(1 if pressed == Qt.Key.Key_Down else -1)
        elif pressed == Qt.Key.Key_Space:
            self.key_pressed.emit(self.key, "1")
        elif event.text().lower() in ("1", "2", "3", "4", "u") and not event.modifiers():
            self.key_pressed.emit(self.key, event.text().lower())
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        lines = [line for line in self.window().findChildren(Line) if line.isVisible()]
        place = lines.index(self) + step
        if 0 <= place < len(lines):
            lines[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            painter = QPainter(self)
            draw.begin(painter)
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            draw.box(painter, self._look, rect, 8, "hover")


def align_actions(look: Look, lines: Iterable[Line]) -> None:
    """Buttons of one width below each other, so that what stands before them is a column."""
    found = list(lines)
    widest = max((line.action_wide() for line in found), default=0)
    for line in found:
        line.keep_column(max(look.px(ACTION_WIDTH), widest))


class TaskLine(Line):
    """A line that is ticked off by its circle."""

    ticked = Signal(object)

    def __init__(
        self, look: Look, key: object, spoken: str, done_words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, key, spoken, parent)
        circle = CheckBox(look, "", round_mark=True)
        circle.setAccessibleName(f"{done_words}: {spoken}")
        circle.setToolTip(done_words)
        circle.clicked.connect(self._tick)
        self.add_lead(circle)

    def _tick(self) -> None:
        self.ticked.emit(self.key)


def person_line(
    look: Look, key: object, spoken: str, initials: str, tint: int, parent: QWidget | None = None
) -> Line:
    """A line that begins with a mentor's face."""
    line = Line(look, key, spoken, parent)
    line.add_lead(Avatar(look, initials, tint, 28))
    return line
