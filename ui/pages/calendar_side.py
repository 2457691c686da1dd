"""Beside the month: the selected day in full words with actions, and what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lordesk.kinds import Attention, Stage
from ui.widgets import draw
from ui.widgets.buttons import Button, IconButton
from ui.widgets.pill import Pill
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import Hairline, Label, as_tip
from ui.wording import calendar as words
from ui.wording import dates
from ui.wording.stages import attention_pill, date_pill, stage_pill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QAction

    from lordesk.rows.dates import DateRow
    from ui.widgets.look import Look

SHOWN_AFTER = 5
_NARROW = 270
_MOVABLE = ("letter", "plan_item", "reminder", "meeting", "application_date", "application")


class KindMark(QWidget):
    """The face of a pill as a square of 24."""

    def __init__(self, look: Look, row: DateRow) -> None:
        super().__init__()
        self._look = look
        self._face = date_pill(row.kind, row.attention, row.done)
        self.setFixedSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        rect = QRectF(self.rect())
        draw.box(painter, self._look, rect, 6, self._face.bg, self._face.border)
        middle = rect.center()
        middle.setX(middle.x() - self._look.px(14) / 2)
        middle.setY(middle.y() - self._look.px(14) / 2)
        draw.icon(painter, self._look, middle, self._face.icon, 14, self._face.fg)


class DateEntry(QWidget):
    """A date in full words with its pills, its suggested button and its menu."""

    chosen = Signal(object, str)
    """The row, and one of "open", "write", "move", "done", "remove"."""

    def __init__(self, look: Look, row: DateRow) -> None:
        super().__init__()
        self._look = look
        self._row = row
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(12)
        line.addWidget(KindMark(look, row), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addLayout(self._head())
        text.addWidget(Label(look, words.detail(row), "small", "text-secondary", wrap=True))
        self._add_pills(text)
        if row.code == "ask" or (row.code == "letter" and row.stage is Stage.PLANNED):
            write = Button(look, self.tr("Write request"), "soft", size="small")
            name = self.tr("Write request: {mentor}").format(mentor=row.mentor_short)
            write.setAccessibleName(name)
            write.clicked.connect(self._write)
            text.addSpacing(4)
            text.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(text, 1)

    def _head(self) -> QHBoxLayout:
        """The title with the menu beside it; what is below has the whole width."""
        title = words.title(self._row)
        head = QHBoxLayout()
        head.setSpacing(4)
        shown = Label(self._look, title, "bodyStrong", wrap=True)
        shown.setMinimumWidth(1)  # a word that is too long is broken
        head.addWidget(shown, 1)
        name = self.tr("More: {title}").format(title=title)
        more = IconButton(self._look, "ellipsis", name, "small")
        more.setFixedHeight(self._look.px(20))
        more.setMenu(self._menu(more))
        head.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _add_pills(self, text: QVBoxLayout) -> None:
        row = self._row
        if row.code not in ("letter", "ask"):
            return
        pills = QHBoxLayout()
        pills.setSpacing(6)
        if row.stage is not None:
            pills.addWidget(Pill(self._look, draw.PillFace(*stage_pill(row.stage))))
        if row.attention is not None:
            pills.addWidget(Pill(self._look, draw.PillFace(*attention_pill(row.attention))))
        pills.addStretch(1)
        text.addSpacing(4)
        text.addLayout(pills)

    def _menu(self, parent: QWidget) -> QMenu:
        self._choices = QMenu(parent)
        self._choices.aboutToShow.connect(self._fill_menu)
        self._choices.triggered.connect(self._on_menu_triggered)
        return self._choices

    def _fill_menu(self) -> None:
        row, menu = self._row, self._choices
        menu.clear()
        menu.addAction(self.tr("Open")).setData("open")
        if row.source in _MOVABLE and not row.done:
            menu.addAction(self.tr("Move to another day…")).setData("move")
        if row.source in ("reminder", "plan_item") and not row.done:
            menu.addAction(self.tr("Mark as done")).setData("done")
        if row.source in ("reminder", "meeting", "application_date"):
            menu.addAction(self.tr("Remove")).setData("remove")

    def _on_menu_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._row, action.data())

    def _write(self) -> None:
        self.chosen.emit(self._row, "write")


class AfterLine(QWidget):
    """A coming date in two lines; opens its day."""

    chosen = Signal(object)

    def __init__(self, look: Look, row: DateRow, narrow: bool) -> None:
        super().__init__()
        self._row = row
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring_radius", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        day = dates.row_date(row.on)
        self.setAccessibleName(f"{day}, {words.title(row)}, {words.detail(row)}")
        self._look = look
        self._when = dates.short_date(row.on) if narrow else day
        self._left = look.px(48 if narrow else 80) + 12
        self._title = words.title(row)
        self.setFixedHeight(10 + look.theme.line("body") + 1 + look.theme.line("micro"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = draw.text_width(self._look, self._title) > self.width() - self._left
        self.setToolTip(as_tip(self._title) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        look, row = self._look, self._row
        painter = QPainter(self)
        draw.begin(painter)
        left, width, high = self._left, self.width() - self._left, look.theme.line("body")
        when = QRectF(0, 0, left - 12, self.height())
        draw.text(painter, look, when, self._when, "small", "text-secondary", tnum=True)
        draw.text(painter, look, QRectF(left, 5, width, high), self._title)
        face = date_pill(row.kind, row.attention, row.done)
        color = "danger-text" if row.attention is Attention.OVERDUE else "text-secondary"
        kind = QRectF(left, 6 + high, width, look.theme.line("micro"))
        size = look.px(12)
        at = QPointF(left, kind.top() + (kind.height() - size) / 2)
        draw.icon(painter, look, at, face.icon, 12, color)
        kind.setLeft(left + size + 4)
        draw.text(painter, look, kind, face.word, "micro", color)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self._row.on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._row.on)
        else:
            super().keyPressEvent(event)


class CalendarSide(QWidget):
    """The agenda of the selected day."""

    chosen = Signal(object, str)
    add_requested = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._day: date | None = None
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(20, 20, 20, 20)
        self._column.setSpacing(0)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(ScrollPane(self._content))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._look.color("border"))

    def set_day(
        self, day: date, today: date, rows: Sequence[DateRow], after: Sequence[DateRow]
    ) -> None:
        self._day = day
        self._clear()
        look = self._look
        self._column.addWidget(Label(look, dates.long_date(day), "title", wrap=True))
        facts = words.day_facts(day, today, len(rows))
        self._column.addWidget(Label(look, facts, "small", "text-secondary"))
        self._column.addSpacing(12)
        for number, row in enumerate(rows):
            if number:
                self._column.addWidget(Hairline(look))
            entry = DateEntry(look, row)
            entry.chosen.connect(self.chosen)
            self._column.addWidget(entry)
        if not rows:
            self._add_nothing()
        self._add_after(after)
        self._column.addStretch(1)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add_nothing(self) -> None:
        look = self._look
        nothing = self.tr("Nothing on this day.")
        self._column.addWidget(Label(look, nothing, "body", "text-secondary"))
        add = Button(look, self.tr("Add date"), icon="plus", size="small")
        add.clicked.connect(self._on_add_clicked)
        self._column.addSpacing(8)
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_add_clicked(self) -> None:
        self.add_requested.emit(self._day)

    def _add_after(self, after: Sequence[DateRow]) -> None:
        if not after:
            return
        look = self._look
        self._column.addSpacing(12)
        self._column.addWidget(Hairline(look))
        self._column.addSpacing(14)
        self._column.addWidget(Label(look, self.tr("After that"), "heading"))
        self._column.addSpacing(6)
        for row in after[:SHOWN_AFTER]:
            line = AfterLine(look, row, self.width() < _NARROW)
            line.chosen.connect(self.day_chosen)
            self._column.addWidget(line)
