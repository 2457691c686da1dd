"""A table whose rows are hovered, focused and chosen as wholes, under a header that sorts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.widgets import draw

if TYPE_CHECKING:
    from ui.widgets.look import Look

_GAP = 4
"""Between the line under the header and the first row."""
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class SortHeader(QHeaderView):
    """Left and Right choose a column, Space or Enter sorts by it, as a click does.

    `descending_first` names the columns whose first click shows the greatest first.
    """

    sorted_by = Signal(int, object)

    def __init__(
        self, look: Look, name: str, lead: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._lead = lead
        self._column = 0
        self.descending_first: frozenset[int] = frozenset()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setProperty("ring_radius", 4)
        self.sectionClicked.connect(self.sort_by)
        look.changed.connect(self.updateGeometry)

    def sort_by(self, column: int) -> None:
        """Sort by a column; the same one again turns the order round."""
        order = Qt.SortOrder
        if column == self.sortIndicatorSection():
            down = self.sortIndicatorOrder() is order.AscendingOrder
        else:
            down = column in self.descending_first
        self._column = column
        self.show_order(column, order.DescendingOrder if down else order.AscendingOrder)
        self.sorted_by.emit(column, self.sortIndicatorOrder())

    def show_order(self, column: int, order: Qt.SortOrder) -> None:
        self._column = column
        self.setSortIndicator(column, order)
        self.viewport().update()

    def ring_rect(self) -> QRect:
        left = self.sectionViewportPosition(self._column) + (self._lead if not self._column else 0)
        words = str(self.model().headerData(self._column, Qt.Orientation.Horizontal) or "")
        wide = draw.text_width(self._look, words, "micro") + 4 + self._look.px(14)
        middle = (self.height() - _GAP) // 2
        return QRect(left - 4, middle - self._look.px(11), round(wide) + 8, self._look.px(22))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(31) + 1 + _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        draw.begin(painter)
        line = self.viewport().height() - _GAP - 1
        draw.hairline(painter, self._look, 0, self.viewport().width(), line)
        for column in range(self.count()):
            if not self.isSectionHidden(column):
                self._paint_section(painter, column, line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if step is not None:
            self._move(step)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sort_by(self._column)
        else:
            event.ignore()

    def _move(self, step: int) -> None:
        column = self._column + step
        while 0 <= column < self.count() and self.isSectionHidden(column):
            column += step
        if 0 <= column < self.count():
            self._column = column
            # The ring follows what moves; its target has stayed the same widget.
            self.clearFocus()
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def _paint_section(self, painter: QPainter, column: int, bottom: int) -> None:
        left = self.sectionViewportPosition(column) + (self._lead if column == 0 else 0)
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        current = column == self.sortIndicatorSection()
        rect = QRectF(left, 0, self.sectionSize(column), bottom)
        color = "text" if current else "text-tertiary"
        wide = draw.text(painter, self._look, rect, words, "micro", color)
        if current:
            down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            size = self._look.px(14)
            pos = QPointF(left + wide + 4, (bottom - size) / 2)
            name = "chevron-down" if down else "chevron-up"
            draw.icon(painter, self._look, pos, name, 14, color)


class RowTable(QTableView):
    """Its delegate asks `is_hot` and `is_ringed` for each row, and `row_rect` for the ground."""

    opened = Signal()
    """Enter, or a double click."""
    removal_requested = Signal()
    edit_requested = Signal()

    def __init__(
        self, look: Look, name: str, row_height: int = 56, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._row_height = row_height
        self._hot = -1
        self._by_keyboard = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.entered.connect(self._on_entered)
        self.doubleClicked.connect(self._on_double_clicked)
        look.changed.connect(self._fit)
        self._fit()

    def is_hot(self, row: int) -> bool:
        return row == self._hot

    def is_ringed(self, row: int) -> bool:
        """The current row, while the keyboard has the focus here."""
        return self._by_keyboard and self.hasFocus() and row == self.currentIndex().row()

    def row_rect(self, row: int, inset: int = 12) -> QRectF:
        """The whole row less a margin at both ends, of which the scroll bar takes a part."""
        top, high = self.rowViewportPosition(row), self.rowHeight(row)
        return QRectF(inset, top, self.width() - 2 * inset, high)

    def update_row(self, row: int) -> None:
        if row >= 0:
            self.viewport().update(self.row_rect(row, 0).toRect().adjusted(0, -1, 0, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._set_by_keyboard(True)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        elif key == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removal_requested.emit()
        elif key == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit_requested.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model().rowCount():
            row = 0 if key == Qt.Key.Key_Home else self.model().rowCount() - 1
            self._go_to_end(row, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, row: int, extend: bool) -> None:
        """Where several may be chosen, Shift takes the rows on the way along."""
        index, current = self.model().index(row, 0), self.currentIndex()
        several = self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
        if not (extend and several and current.isValid()):
            self.setCurrentIndex(index)
            return
        flag = QItemSelectionModel.SelectionFlag
        first, last = sorted((current.row(), row))
        way = QItemSelection(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(way, flag.Select | flag.Rows)
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_by_keyboard(False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_by_keyboard(event.reason() in _KEYBOARD)
        current = self.currentIndex()
        if not current.isValid() and self.model() is not None and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update_row(self.currentIndex().row())

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        for row in (previous.row() - 1, previous.row(), current.row() - 1, current.row()):
            self.update_row(row)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._set_hot(-1)
        return super().viewportEvent(event)

    def _on_entered(self, index: QModelIndex) -> None:
        self._set_hot(index.row())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit()

    def _set_hot(self, row: int) -> None:
        if row != self._hot:
            old, self._hot = self._hot, row
            for place in (old - 1, old, row - 1, row):
                self.update_row(place)

    def _set_by_keyboard(self, by_keyboard: bool) -> None:
        self._by_keyboard = by_keyboard
        self.update_row(self.currentIndex().row())

    def _fit(self) -> None:
        # The delegate paints the ground of a row; the style's own would lie over the margins.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.verticalHeader().setDefaultSectionSize(self._look.px(self._row_height))
        self.viewport().update()
