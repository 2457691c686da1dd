"""The steps of a request at the left, with what was chosen in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets import draw
from ui.widgets.text import IconLabel, Label, set_tip
from ui.widgets.toggling import Toggling
from ui.wording.dates import clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from ui.widgets.look import Look

_WIDE, _NARROW = 232, 200
_CIRCLE = 24


class StepItem(Toggling, QAbstractButton):
    """A step: its number, or a check once it is done; its name; what was chosen."""

    def __init__(self, look: Look, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self._sub = ""
        self._done = False
        self.setText(text)
        self.setCheckable(True)
        self.hear_reader()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.updateGeometry)
        self.set_words("", False)

    @property
    def sub(self) -> str:
        return self._sub

    def set_words(self, sub: str, done: bool) -> None:
        self._sub, self._done = sub, done
        self.setAccessibleName(self.text())
        state = self.tr("done") if done else ""
        self.setAccessibleDescription(", ".join(part for part in (sub, state) if part))
        set_tip(self, "\n".join(part for part in (self.text(), sub) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, self._look.px(56))

    def nextCheckState(self) -> None:
        """The rail decides which step is the current one."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, rect = self._look, QRectF(self.rect())
        if self.isChecked():
            edge = "text" if look.theme.high_contrast else None
            draw.box(painter, look, rect, 8, "accent-soft-hover", edge)
        elif self.underMouse() and self.isEnabled():
            draw.box(painter, look, rect, 8, "hover")
        self._paint_circle(painter)
        left, line = float(8 + look.px(_CIRCLE) + 12), look.theme.line("body")
        top = (self.height() - line - look.theme.line("small")) / 2
        width = rect.width() - left - 8
        color = "accent-text" if self.isChecked() else "text"
        style = "bodyStrong" if self.isChecked() else "bodyMedium"
        draw.text(painter, look, QRectF(left, top, width, line), self.text(), style, color)
        below = QRectF(left, top + line, width, look.theme.line("small"))
        draw.text(painter, look, below, self._sub, "small", "text-secondary")

    def _paint_circle(self, painter: QPainter) -> None:
        look, side = self._look, self._look.px(_CIRCLE)
        center = (self.height() - look.theme.line("body") - look.theme.line("small")) / 2
        box = QRectF(8, center - 1, side, side)
        if self.isChecked():
            draw.box(painter, look, box, side / 2, "accent")
            color = "on-accent"
        elif self._done:
            draw.box(painter, look, box, side / 2, "accent-soft-hover", "accent-text", 1.0)
            pos = QPointF(
                box.left() + (side - look.px(14)) / 2, box.top() + (side - look.px(14)) / 2
            )
            draw.icon(painter, look, pos, "check", 14, "accent-text")
            return
        else:
            draw.box(painter, look, box, side / 2, "surface", "border-control", 1.0)
            color = "text-secondary"
        draw.text(painter, look, box, str(self._number), "label", color, draw.CENTER)


class Rail(QWidget):
    """`picked` names a step by its index, from 0."""

    picked = Signal(int)

    def __init__(self, look: Look, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = tuple(names)
        self._current = 0
        self._count = Label(look, style="small", color="text-secondary")
        self._saved_sign = IconLabel(look, "check", 14)
        self._saved = Label(look, style="small", color="text-secondary")
        self.items = [StepItem(look, n, name) for n, name in enumerate(names, 1)]
        self._build()
        self.set_narrow(False)
        self.set_saved(None)
        look.changed.connect(self.update)

    def set_narrow(self, narrow: bool) -> None:
        """Large text keeps the width that its names need."""
        self.setFixedWidth(min(self._look.px(_NARROW), _WIDE) if narrow else _WIDE)

    def set_current(self, index: int) -> None:
        self._current = index
        for number, item in enumerate(self.items):
            item.setChecked(number == index)
        text = self.tr("Step {number} of {count}")
        self._count.setText(text.format(number=index + 1, count=len(self.items)))

    def set_saved(self, at: datetime | None) -> None:
        """`at` is a wall time; None while nothing was saved yet."""
        self._saved_sign.setVisible(at is not None)
        self._saved_sign.set_icon("check", "text-secondary")
        words = "" if at is None else self.tr("Draft saved {time}").format(time=clock(at.time()))
        self._saved.setText(words)

    def set_not_saved(self, words: str) -> None:
        self._saved_sign.setVisible(True)
        self._saved_sign.set_icon("circle-alert", "danger-text")
        self._saved.setText(words)

    def saved_words(self) -> str:
        return self._saved.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("sidebar"))
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(edge, self._look.color("border"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 13, 14)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 12)
        head.setSpacing(4)
        head.addWidget(Label(self._look, self.tr("New request"), "title"))
        head.addWidget(self._count)
        column.addLayout(head)
        for number, item in enumerate(self.items):
            item.clicked.connect(self._on_item_clicked)
            item.setProperty("step", number)
            column.addWidget(item)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self._saved_sign)
        self._saved.setWordWrap(True)
        foot.addWidget(self._saved, 1)
        column.addLayout(foot)

    def _on_item_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, StepItem):
            self.picked.emit(int(sender.property("step")))
            # A screen reader marks the step itself, also where the way to it was refused.
            self.set_current(self._current)
