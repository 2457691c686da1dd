"""The month: a table whose cells are days; its pills can be dragged to another day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.delegates.month_cell import DayState, MonthCellDelegate
from ui.itemmodels.month_model import DAYS, WEEKS, MonthModel
from ui.widgets import draw
from ui.wording import dates

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.rows.dates import DateRow
    from ui.widgets.look import Look

MIME = "application/x-lordesk-date"


def add_months(month: date, step: int) -> date:
    """The first day of a month so many months away."""
    place = month.year * 12 + month.month - 1 + step
    return date(place // 12, place % 12 + 1, 1)


class MonthTable(QTableView):
    day_selected = Signal(object)
    month_wanted = Signal(object)
    """A day outside the shown month that the keys went to."""
    add_requested = Signal(object)
    key_chosen = Signal(str)
    dropped = Signal(object, object)

    def __init__(self, look: Look, clock: Clock, first_weekday: int) -> None:
        super().__init__()
        self._look = look
        self._clock = clock
        self.months = MonthModel(first_weekday, self)
        self.cells = MonthCellDelegate(look, clock, self)
        self._pressed: tuple[QPoint, DateRow] | None = None
        self._dragged: DateRow | None = None
        self._hovered = (-1, -1)
        self.setModel(self.months)
        self.setItemDelegate(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAccessibleName(self.tr("Calendar"))
        self.setProperty("ring_radius", -1)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(20)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_left)

    @property
    def day(self) -> date:
        index = self.currentIndex()
        return self.months.day(index) if index.isValid() else self._clock.today()

    def select_day(self, day: date) -> None:
        index = self.months.index_of(day)
        if index.isValid():
            self.setCurrentIndex(index)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.day_selected.emit(self.months.day(index))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.add_requested.emit(self.months.day(index))

    def _on_entered(self, index: QModelIndex) -> None:
        self._hovered = (index.row(), index.column())  # Qt paints both days again

    def _on_left(self) -> None:
        self._hovered = (-1, -1)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._on_left()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All days at once: Qt would describe each of them to a delegate first."""
        painter = QPainter(self.viewport())
        draw.begin(painter)
        months, shown = self.months, event.rect()
        selected = {(one.row(), one.column()) for one in self.selectedIndexes()}
        edge = "focus" if self.hasFocus() else "accent"
        day, month = months.shown_days[0], months.month.month
        columns = [(self.columnViewportPosition(c), self.columnWidth(c)) for c in range(DAYS)]
        for row in range(WEEKS):
            top, high = self.rowViewportPosition(row), self.rowHeight(row)
            for column, (left, wide) in enumerate(columns):
                rect, place = QRect(left, top, wide, high), (row, column)
                if rect.intersects(shown):
                    state = DayState(
                        day.month == month,
                        place == self._hovered,
                        edge if place in selected else "",
                        column == DAYS - 1,
                        row == WEEKS - 1,
                    )
                    count = len(months.rows_on(day))
                    room = self.cells.room(high, count)
                    pills = months.pills_on(day, room)
                    hidden = months.hidden_on(day, room)
                    self.cells.paint_day(painter, rect, day, pills, hidden, state)
                day += timedelta(days=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day = Qt.Key(event.key()), self.day
        month = self.months.month
        steps = {
            Qt.Key.Key_Left: timedelta(days=-1),
            Qt.Key.Key_Right: timedelta(days=1),
            Qt.Key.Key_Up: timedelta(days=-DAYS),
            Qt.Key.Key_Down: timedelta(days=DAYS),
        }
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._go(day + steps[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = -1 if key is Qt.Key.Key_PageUp else 1
            target = add_months(month, step)
            last = (add_months(target, 1) - timedelta(days=1)).day
            self._go(target.replace(day=min(day.day, last)))
        elif key is Qt.Key.Key_Home:
            self._go(month)
        elif key is Qt.Key.Key_End:
            self._go(add_months(month, 1) - timedelta(days=1))
        elif event.text().lower() in ("t", "m", "a") and not event.modifiers():
            self.key_chosen.emit(event.text().lower())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add_requested.emit(day)
        else:
            super().keyPressEvent(event)

    def _go(self, day: date) -> None:
        if (day.year, day.month) != (self.months.month.year, self.months.month.month):
            self.month_wanted.emit(day)
        self.select_day(day)

    # --- dragging -------------------------------------------------------------------------------

    def _row_at(self, at: QPoint) -> DateRow | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        rows = self.months.rows_on(self.months.day(index))
        rect = QRectF(self.visualRect(index))
        room = self.cells.room(rect.height(), len(rows))
        rows = self.months.painted_on(self.months.day(index), room)
        return self.cells.row_at(rect, rows, at.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row = self._row_at(at)
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton and row is not None and not row.done:
            self._pressed = (at, row)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        start, row = self._pressed
        far = (event.position().toPoint() - start).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            self._drag(row)

    def _drag(self, row: DateRow) -> None:
        data = QMimeData()
        data.setData(MIME, QByteArray(b"1"))
        drag = QDrag(self)
        drag.setMimeData(data)
        self._dragged = row
        drag.exec(Qt.DropAction.MoveAction)
        self._dragged = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._dragged
        if row is None or not index.isValid():
            return
        event.acceptProposedAction()
        day = self.months.day(index)
        if day != row.on:
            self.dropped.emit(row, day)


class Weekdays(QWidget):
    """The names of the days above the columns."""

    def __init__(self, look: Look, table: MonthTable) -> None:
        super().__init__()
        self._look = look
        self._table = table
        self.setFixedHeight(look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        start = self._table.months.shown_days[0]
        width = self.width() / DAYS
        for column in range(DAYS):
            rect = QRectF(column * width + 9, 0, width - 9, self.height() - 4)
            name = dates.weekday_short(start + timedelta(days=column))
            draw.text(painter, self._look, rect, name, "micro", "text-secondary")


class Month(QWidget):
    """The names of the days and the framed table."""

    def __init__(self, look: Look, table: MonthTable) -> None:
        super().__init__()
        self._look = look
        self._table = table
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Weekdays(look, table))
        frame = _Frame(look)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(table)
        column.addWidget(frame, 1)


class _Frame(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.box(painter, self._look, QRectF(self.rect()), 10, "surface", "border")
