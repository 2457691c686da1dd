"""The table of letters by targets. Its headers stay: the writers above, the targets at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QTableView,
    QWidget,
)

from ui.delegates import paint
from ui.delegates.matrix_cell import EDGE, MatrixCellDelegate
from ui.itemmodels.target_matrix import NEEDS, TargetMatrix
from ui.pages.applications_heads import (
    HEAD_HEIGHT,
    Corner,
    OverBar,
    TargetHead,
    WriterHead,
)

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )

    from ui.widgets.look import Look

ROW_HEIGHT = 40
_NEEDS_WIDTH = 118
_LETTER_WIDTH = 44
_SUMMARY_WIDTH = 134
_LEAST_NAME = 180
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class MatrixView(QTableView):
    """Click or Space assigns, arrows move, Enter opens the target, A offers the whole column.

    Signals carry the target's id, `toggled` the letter's id first.
    """

    toggled = Signal(int, int)
    opened = Signal(int)
    removal_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    letter_menu_requested = Signal(int, QPoint)
    """The letter of a column: its head was pressed, or A in one of its cells."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pressed = QPersistentModelIndex()
        self.matrix = TargetMatrix(self)
        self._cells = MatrixCellDelegate(look, self)
        self._head = WriterHead(look, self)
        self._names = TargetHead(look, self)
        self.setAccessibleName(name)
        self.setHorizontalHeader(self._head)
        self.setVerticalHeader(self._names)
        self.setCornerButtonEnabled(False)
        self._corner = Corner(look, self)
        self.addScrollBarWidget(OverBar(look, self), Qt.AlignmentFlag.AlignTop)
        self.setItemDelegate(self._cells)
        self.setModel(self.matrix)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._names.sectionClicked.connect(self._on_name_clicked)
        self._names.sectionEntered.connect(self._set_hot)
        self._head.pressed_letter.connect(self._on_head_pressed)
        self.entered.connect(self._on_entered)
        self.matrix.modelReset.connect(self._fit)
        self.verticalScrollBar().rangeChanged.connect(self._fit)
        look.changed.connect(self._fit)
        self._fit()

    def set_head(self, words: str) -> None:
        """What the first column is called; Qt's button below the words has no name of its own."""
        self._corner.set_words(words)
        button = self.findChild(QAbstractButton, "qt_tableview_cornerbutton")
        if button is not None:
            button.setAccessibleName(words)

    def height_of(self, rows: int) -> int:
        return self._look.px(HEAD_HEIGHT) + rows * self._look.px(ROW_HEIGHT)

    def select(self, target_id: int) -> None:
        """Bring a target into view and give it the keyboard."""
        row = self.matrix.place_of(target_id)
        if row >= 0:
            self.setCurrentIndex(self.matrix.index(row, 1))
            self._set_ringed(True)
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- keys and mouse ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._set_ringed(True)
        index, key = self.currentIndex(), event.key()
        row = self.matrix.target_at(index.row())
        if row is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._toggle(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(row.target.id)
        elif key == Qt.Key.Key_Delete:
            self.removal_requested.emit(row.target.id)
        elif key == Qt.Key.Key_A and not event.modifiers():
            self._offer_letter(index)
        else:
            super().keyPressEvent(event)

    def _offer_letter(self, index: QModelIndex) -> None:
        """The menu of the column, below its cell."""
        letter = self.matrix.letter_at(index.column())
        if letter is not None:
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.letter_menu_requested.emit(letter.id, at)

    def _on_head_pressed(self, letter_id: int, at: QPoint) -> None:
        self.letter_menu_requested.emit(letter_id, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_ringed(False)
        left = event.button() == Qt.MouseButton.LeftButton
        index = self.indexAt(event.position().toPoint()) if left else QModelIndex()
        self._pressed = QPersistentModelIndex(index)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and QPersistentModelIndex(index) == self._pressed:
            self._toggle(index)
        self._pressed = QPersistentModelIndex()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a letter the second click toggles back, as a checkbox does; elsewhere it opens."""
        index = self.indexAt(event.position().toPoint())
        row = self.matrix.target_at(index.row())
        if self.matrix.letter_at(index.column()) is not None:
            self.mousePressEvent(event)
        elif row is not None:
            self.opened.emit(row.target.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        row_number = index.row()
        if not keyboard and not index.isValid():
            row_number = self.rowAt(self.viewport().mapFromGlobal(event.globalPos()).y())
        row = self.matrix.target_at(row_number)
        if row is not None:
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(row.target.id, at if keyboard else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt would begin with the first column, where there is nothing to assign.
        if not self.currentIndex().isValid() and self.matrix.rowCount():
            self.setCurrentIndex(self.matrix.index(0, 1))
        super().focusInEvent(event)
        self._set_ringed(event.reason() in _KEYBOARD)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._set_hot(-1)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _toggle(self, index: QModelIndex) -> None:
        letter, row = self.matrix.letter_at(index.column()), self.matrix.target_at(index.row())
        if letter is not None and row is not None:
            self.toggled.emit(letter.id, row.target.id)

    def _on_name_clicked(self, section: int) -> None:
        row = self.matrix.target_at(section)
        if row is not None:
            self.opened.emit(row.target.id)

    def _on_entered(self, index: QModelIndex) -> None:
        self._set_hot(index.row())

    def _set_hot(self, row: int) -> None:
        if row != self._cells.hot_row:
            self._cells.hot_row = self._names.hot_row = row
            self.viewport().update()
            self._names.viewport().update()

    def _set_ringed(self, by_keyboard: bool) -> None:
        self._cells.ringed = by_keyboard
        self.viewport().update()

    # --- sizes ------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """The names take what the other columns leave, and never less than can be read."""
        px = self._look.px
        self._names.setDefaultSectionSize(px(ROW_HEIGHT))
        bar = self.verticalScrollBar()
        scrolls = bar.maximum() > 0
        self._head.at_edge = not scrolls
        room = self.width() - (bar.width() if scrolls else 0)
        widths = self._widths(tight=False)
        if room - sum(widths) < px(_LEAST_NAME):
            widths = self._widths(tight=True)
        for column, wide in enumerate(widths[: self._head.count()]):
            self._head.resizeSection(column, wide)
        names = max(_LEAST_NAME, room - sum(widths))
        if self._names.width() != names:
            self._names.setFixedWidth(names)
            self.updateGeometries()
        self._corner.setGeometry(0, 0, names, px(HEAD_HEIGHT))
        self._corner.raise_()

    def _widths(self, tight: bool) -> list[int]:
        """Of the columns; `tight` as narrow as their words allow."""
        needs, summary = self._look.px(_NEEDS_WIDTH), self._look.px(_SUMMARY_WIDTH)
        if tight:
            needs = self._words_width(NEEDS, 12)
            summary = self._words_width(self.matrix.summary_column, EDGE + 8)
        return [needs, *[_LETTER_WIDTH] * len(self.matrix.letters), summary]

    def _words_width(self, column: int, more: int) -> int:
        matrix, look = self.matrix, self._look
        head = str(matrix.headerData(column, Qt.Orientation.Horizontal))
        texts = {str(matrix.index(row, column).data()) for row in range(matrix.rowCount())}
        widest = max((paint.text_width(look, text) for text in texts), default=0)
        return round(max(widest, paint.text_width(look, head, "micro")) + more)
