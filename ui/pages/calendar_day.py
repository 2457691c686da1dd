"""The dates of the chosen day and what comes after it, as lines that scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu

from ui.delegates.day_row import SIDE, DayDelegate, Spot, write_words
from ui.itemmodels.day_table import DayModel, Part, lines_of
from ui.itemmodels.selection_keeper import SelectionKeeper
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from lordesk.rows.dates import DateRow
    from ui.itemmodels.day_table import DayLine
    from ui.widgets.look import Look


class DayTable(RowTable):
    """Enter does the first thing that a line offers; its menu has all of them."""

    chosen = Signal(object, str)
    """The row, and one of "open", "write", "move", "done", "remove"."""
    day_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Dates of the day"), parent=parent)
        self.lines = DayModel(self)
        self.rows = DayDelegate(look, self)
        self._menu_row: DateRow | None = None
        self.setModel(self.lines)
        self.setItemDelegate(self.rows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._keeper = SelectionKeeper(self.lines, self.selectionModel())
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_menu_triggered)
        self.opened.connect(self._on_opened)
        look.changed.connect(self._fit_rows)

    def set_rows(self, rows: Sequence[DateRow], after: Sequence[DateRow]) -> None:
        self.lines.set_rows(lines_of(rows, after))
        self._fit_rows()

    def show_first(self) -> None:
        self.scrollToTop()
        self.setCurrentIndex(self.lines.index(0, 0) if self.hasFocus() else QModelIndex())

    def menu_of(self, line: DayLine) -> QMenu:
        """What can be done with a line; the menu is filled anew for each."""
        names = {
            "write": write_words(),
            "open": self.tr("Open"),
            "move": self.tr("Move to another day…"),
            "done": self.tr("Mark as done"),
            "remove": self.tr("Remove"),
        }
        self._menu_row = line.row
        self._menu.clear()
        for code in line.actions if line.part is Part.ENTRY else ():
            self._menu.addAction(names[code]).setData(code)
        return self._menu

    def _fit_rows(self) -> None:
        wide, last = self.viewport().width(), len(self.lines.rows) - 1
        for number, line in enumerate(self.lines.rows):
            high = self.rows.height(line, wide) + (SIDE if number == last else 0)
            if high != self.rowHeight(number):
                self.setRowHeight(number, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_rows()

    # --- the mouse ------------------------------------------------------------------------------

    def _spot(self, at: QPoint) -> tuple[int, Spot]:
        index = self.indexAt(at)
        line = self.lines.row(index)
        if line is None:
            return -1, Spot.NONE
        inside = at - QPoint(0, self.rowViewportPosition(index.row()))
        return index.row(), self.rows.spot(line, self.viewport().width(), inside)

    def _set_hot_spot(self, spot: tuple[int, Spot]) -> None:
        old, self.rows.hot = self.rows.hot, spot
        if spot != old:
            self.update_row(old[0])
            self.update_row(spot[0])
            line = self.lines.rows[spot[0]] if spot[0] >= 0 else None
            opens = line is not None and line.part is Part.AFTER
            shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hot_spot(self._spot(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._set_hot_spot((-1, Spot.NONE))
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        number, spot = self._spot(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or number < 0:
            return
        line = self.lines.rows[number]
        if line.part is Part.AFTER and line.row is not None:
            self.day_chosen.emit(line.row.on)
        elif spot is Spot.MORE:
            place = self.rows.more_rect(line, self.viewport().width())
            place.translate(0, self.rowViewportPosition(number))
            self.menu_of(line).popup(self.viewport().mapToGlobal(place.bottomLeft()))
        elif spot is Spot.WRITE:
            self.chosen.emit(line.row, "write")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        line = self.lines.row(index)
        if line is None or line.part is not Part.ENTRY:
            return
        place = self.visualRect(index).center() if by_key else event.pos()
        self.menu_of(line).popup(self.viewport().mapToGlobal(place))

    # --- the keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._on_opened()
        else:
            super().keyPressEvent(event)

    def _on_opened(self) -> None:
        index: QModelIndex | QPersistentModelIndex = self.currentIndex()
        line = self.lines.row(index)
        if line is None or line.row is None:
            return
        if line.part is Part.AFTER:
            self.day_chosen.emit(line.row.on)
        else:
            self.chosen.emit(line.row, line.actions[0])

    def _on_menu_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._menu_row, action.data())
