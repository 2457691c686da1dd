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
    from ui.wording.stages import PillWords

SHOWN_AFTER = 5
_NARROW = 270
_EXTRA_TOP, _EXTRA_GAP = 4, 6
_MOVABLE = ("letter", "plan_item", "reminder", "meeting", "application_date", "application")


class KindMark(QWidget):
    """The face of a pill as a square of 24."""

    def __init__(self, look: Look, face: PillWords) -> None:
        super().__init__()
        self._look = look
        self._face = face
        self.setFixedSize(24, 24)

    def set_face(self, face: PillWords) -> None:
        self._face = face
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        rect = QRectF(self.rect())
        draw.box(painter, self._look, rect, 6, self._face.bg, self._face.border)
        middle = rect.center()
        middle.setX(middle.x() - self._look.px(14) / 2)
        middle.setY(middle.y() - self._look.px(14) / 2)
        draw.icon(painter, self._look, middle, self._face.icon, 14, self._face.fg)


def _face(row: DateRow) -> PillWords:
    return date_pill(row.kind, row.attention, row.done)


class DateEntry(QWidget):
    """A date in full words with its pills, its suggested button and its menu.

    It serves one date after another: making its parts takes far longer than filling them.
    """

    chosen = Signal(object, str)
    """The row, and one of "open", "write", "move", "done", "remove"."""

    def __init__(self, look: Look, row: DateRow) -> None:
        super().__init__()
        self._look = look
        self._row = row
        self._mark = KindMark(look, _face(row))
        self._title = Label(look, "", "bodyStrong", wrap=True)
        self._detail = Label(look, "", "small", "text-secondary", wrap=True)
        self._extra: _Extra | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(12)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._text = QVBoxLayout()
        self._text.setSpacing(2)
        self._text.addLayout(self._head())
        self._text.addWidget(self._detail)
        line.addLayout(self._text, 1)
        self.set_row(row)

    def set_row(self, row: DateRow) -> None:
        self._row = row
        title = words.title(row)
        self._mark.set_face(_face(row))
        self._title.setText(title)
        self._detail.setText(words.detail(row))
        self._more.set_name(self.tr("More: {title}").format(title=title))
        if row.code in ("letter", "ask") and self._extra is None:
            self._extra = _Extra(self._look)
            self._extra.write_clicked.connect(self._write)
            self._text.addWidget(self._extra)
        if self._extra is not None:
            self._extra.set_row(row)

    def _head(self) -> QHBoxLayout:
        """The title with the menu beside it; what is below has the whole width."""
        head = QHBoxLayout()
        head.setSpacing(4)
        self._title.setMinimumWidth(1)  # a word that is too long is broken
        head.addWidget(self._title, 1)
        self._more = IconButton(self._look, "ellipsis", "", "small")
        self._more.setFixedHeight(self._look.px(20))
        self._more.setMenu(self._menu(self._more))
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        return head

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


class _Extra(QWidget):
    """Where the letter of a date stands, and the button that writes its request."""

    write_clicked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._pills = [Pill(look, draw.PillFace("", "", "text")) for _ in range(2)]
        self._write = Button(look, self.tr("Write request"), "soft", size="small")
        self._write.clicked.connect(self.write_clicked)
        pills = QHBoxLayout()
        pills.setSpacing(6)
        for pill in self._pills:
            pills.addWidget(pill)
        pills.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, _EXTRA_TOP, 0, 0)
        self._column.setSpacing(_EXTRA_GAP)
        self._column.addLayout(pills)
        self._column.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)

    def set_row(self, row: DateRow) -> None:
        shown = row.code in ("letter", "ask")
        stage = stage_pill(row.stage) if row.stage is not None else None
        pressing = attention_pill(row.attention) if row.attention is not None else None
        for pill, face in zip(self._pills, (stage, pressing), strict=True):
            pill.setVisible(face is not None)
            if face is not None:
                pill.set_face(draw.PillFace(*face))
        name = self.tr("Write request: {mentor}").format(mentor=row.mentor_short)
        self._write.setAccessibleName(name)
        self._write.setVisible(row.code == "ask" or row.stage is Stage.PLANNED)
        self.setVisible(shown)


class AfterLine(QWidget):
    """A coming date in two lines; opens its day."""

    chosen = Signal(object)

    def __init__(self, look: Look, row: DateRow, narrow: bool) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring_radius", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(10 + look.theme.line("body") + 1 + look.theme.line("micro"))
        self.set_row(row, narrow)

    def set_row(self, row: DateRow, narrow: bool) -> None:
        self._row = row
        day = dates.row_date(row.on)
        self._title = words.title(row)
        self.setAccessibleName(f"{day}, {self._title}, {words.detail(row)}")
        self._when = dates.short_date(row.on) if narrow else day
        self._left = self._look.px(48 if narrow else 80) + 12
        self._set_tip()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def _set_tip(self) -> None:
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


class _Nothing(QWidget):
    """A day without dates offers to add one."""

    add_clicked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nothing = self.tr("Nothing on this day.")
        column.addWidget(Label(look, nothing, "body", "text-secondary"))
        add = Button(look, self.tr("Add date"), icon="plus", size="small")
        add.clicked.connect(self.add_clicked)
        column.addSpacing(8)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)


class _After(QWidget):
    """What comes after the day."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: list[AfterLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Hairline(look))
        self._column.addSpacing(14)
        self._column.addWidget(Label(look, self.tr("After that"), "heading"))
        self._column.addSpacing(6)

    def set_rows(self, rows: Sequence[DateRow], narrow: bool) -> None:
        for place, row in enumerate(rows):
            if place < len(self._lines):
                self._lines[place].set_row(row, narrow)
            else:
                line = AfterLine(self._look, row, narrow)
                line.chosen.connect(self.chosen)
                self._lines.append(line)
                self._column.addWidget(line)
            self._lines[place].show()
        for line in self._lines[len(rows) :]:
            line.hide()
        self.setVisible(bool(rows))


class CalendarSide(QWidget):
    """The agenda of the selected day."""

    chosen = Signal(object, str)
    add_requested = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._day: date | None = None
        self._entries: list[tuple[Hairline, DateEntry]] = []
        self._title = Label(look, "", "title", wrap=True)
        self._facts = Label(look, "", "small", "text-secondary")
        self._nothing = _Nothing(look)
        self._nothing.add_clicked.connect(self._on_add_clicked)
        self._after = _After(look)
        self._after.chosen.connect(self.day_chosen)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addSpacing(12)
        column.addLayout(self._list)
        column.addWidget(self._nothing)
        column.addWidget(self._after)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(ScrollPane(content))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._look.color("border"))

    def set_day(
        self, day: date, today: date, rows: Sequence[DateRow], after: Sequence[DateRow]
    ) -> None:
        """Fill what is there; a row is made only where a day has more than any before."""
        self._day = day
        self._title.setText(dates.long_date(day))
        self._facts.setText(words.day_facts(day, today, len(rows)))
        for place, row in enumerate(rows):
            if place < len(self._entries):
                self._entries[place][1].set_row(row)
            else:
                self._add_entry(row)
            line, entry = self._entries[place]
            line.setVisible(place > 0)
            entry.show()
        for line, entry in self._entries[len(rows) :]:
            line.hide()
            entry.hide()
        self._nothing.setVisible(not rows)
        self._after.set_rows(after[:SHOWN_AFTER], self.width() < _NARROW)

    def _add_entry(self, row: DateRow) -> None:
        line, entry = Hairline(self._look), DateEntry(self._look, row)
        entry.chosen.connect(self.chosen)
        self._list.addWidget(line)
        self._list.addWidget(entry)
        self._entries.append((line, entry))

    def _on_add_clicked(self) -> None:
        self.add_requested.emit(self._day)
