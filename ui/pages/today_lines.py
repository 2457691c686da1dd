"""The rows of Today: a circle or a face, what it is about, when, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets import draw
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckBox
from ui.widgets.text import ElidedLabel, IconLabel, Label

if TYPE_CHECKING:
    from ui.widgets.look import Look

DUE_WIDTH = 92
ACTION_WIDTH = 120


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
        box = QHBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(lead, 0, Qt.AlignmentFlag.AlignCenter)
        holder = QWidget()
        holder.setFixedWidth(self._look.px(28))
        holder.setLayout(box)
        self.layout_.addWidget(holder)

    def add_words(self, title: str, detail: str, detail_color: str = "text-secondary") -> None:
        column = QVBoxLayout()
        column.setSpacing(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(ElidedLabel(self._look, title, "bodyStrong"))
        if detail:
            column.addWidget(ElidedLabel(self._look, detail, "small", detail_color))
        column.addStretch(1)
        self.layout_.addLayout(column, 1)

    def add_due(self, words: str, late: bool) -> None:
        """Right-aligned in a column of its own, so that dates stand below each other."""
        box = QHBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addStretch(1)
        color = "danger-text" if late else "text-secondary"
        if late:
            box.addWidget(IconLabel(self._look, "circle-alert", 14, color))
        box.addWidget(Label(self._look, words, "small", color, tnum=True))
        holder = QWidget()
        holder.setMinimumWidth(self._look.px(DUE_WIDTH))
        holder.setLayout(box)
        self.layout_.addWidget(holder)

    def add_action(
        self, words: str, about: str, kind: str = "secondary", wide: bool = True
    ) -> None:
        """One button; `about` tells a screen reader whom it is for."""
        box = QHBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.addStretch(1)
        if words:
            button = Button(self._look, words, kind, size="small")
            button.setAccessibleName(about)
            button.clicked.connect(self._act)
            box.addWidget(button)
        holder = QWidget()
        holder.setLayout(box)
        if wide:
            holder.setMinimumWidth(self._look.px(ACTION_WIDTH))
        self.layout_.addWidget(holder)

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
