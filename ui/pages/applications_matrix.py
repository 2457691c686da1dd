"""The table of letters by targets. Its headers stay: the writers above, the targets at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from ui.delegates import paint
from ui.delegates.matrix_cell import EDGE, MatrixCellDelegate
from ui.delegates.tips import TipHeader
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.itemmodels.target_matrix import LETTER_ROLE, NEEDS, TargetMatrix
from ui.widgets.avatar import tint_of

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from lordesk.rows.letters import LetterRow
    from ui.widgets.look import Look

HEAD_HEIGHT = 48
ROW_HEIGHT = 40
_NEEDS_WIDTH = 118
_LETTER_WIDTH = 44
_SUMMARY_WIDTH = 134
_LEAST_NAME = 180
_PLACE_FROM = 264
"""From this width of the first column on there is room for places beside the names."""
_RADIUS = 9
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def _ground(
    painter: QPainter, look: Look, rect: QRectF, left: bool = False, right: bool = False
) -> None:
    """The fill of the head, rounded where it lies in a corner of the card."""
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(0, 0, 0, _RADIUS), _RADIUS, _RADIUS)
    square = rect.adjusted(_RADIUS if left else 0, 0, -_RADIUS if right else 0, 0)
    path.addRect(square)
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.setClipRect(rect)
    painter.fillPath(path, look.color("sunken"))
    paint.hairline(painter, look, rect.left(), rect.right(), rect.bottom() - 1)


class _WriterHead(TipHeader):
    """A face for each letter; words over the first and the last column."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.at_edge = True
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(HEAD_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint.begin(painter)
        whole = QRectF(self.viewport().rect())
        _ground(painter, self._look, whole, right=self.at_edge)
        model = self.model()
        for column in range(self.count()):
            rect = QRectF(
                self.sectionViewportPosition(column), 0, self.sectionSize(column), whole.height()
            )
            letter = model.headerData(column, Qt.Orientation.Horizontal, LETTER_ROLE)
            if letter is not None:
                self._face(painter, rect, letter)
            else:
                words = str(model.headerData(column, Qt.Orientation.Horizontal))
                last = column != NEEDS
                inner = rect.adjusted(4 if last else 0, 0, -EDGE if last else 0, 0)
                align = paint.RIGHT if last else paint.LEFT
                paint.text(painter, self._look, inner, words, "micro", "text-secondary", align)

    def _face(self, painter: QPainter, rect: QRectF, letter: LetterRow) -> None:
        side = 24
        middle = rect.center()
        circle = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        tint = tint_of(letter.mentor_id)
        paint.avatar(painter, self._look, circle, letter.mentor_initials, tint)


class _TargetHead(TipHeader):
    """The first column: name and place. It stays while the letters scroll sideways."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self.hot_row = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint.begin(painter)
        clip = event.rect()
        for row in range(self.count()):
            top = self.sectionViewportPosition(row)
            rect = QRectF(0, top, self.viewport().width(), self.sectionSize(row))
            if not self.isSectionHidden(row) and rect.intersects(QRectF(clip)):
                self._target(painter, rect, row)

    def _target(self, painter: QPainter, rect: QRectF, row: int) -> None:
        look = self._look
        if row == self.hot_row:
            painter.fillRect(rect, look.color("hover"))
        if row < self.count() - 1:
            paint.hairline(painter, look, rect.left(), rect.right(), rect.bottom() - 1)
        found = self.model().headerData(row, Qt.Orientation.Vertical, ROW_ROLE)
        inner = rect.adjusted(EDGE, 0, -8, 0)
        wide = paint.text(painter, look, inner, found.target.name, "bodyMedium")
        inner.setLeft(inner.left() + wide + 8)
        if rect.width() >= look.px(_PLACE_FROM) and inner.width() > 24:
            paint.text(painter, look, inner, found.target.place, "small", "text-tertiary")


class _Corner(QWidget):
    """The head of the first column. Qt's own corner is a button without words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ""

    def set_words(self, words: str) -> None:
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        rect = QRectF(self.rect())
        _ground(painter, self._look, rect, left=True)
        inner = rect.adjusted(EDGE, 0, 0, 0)
        paint.text(painter, self._look, inner, self._words, "micro", "text-secondary")


class _OverBar(QWidget):
    """Goes on with the head above the scroll bar, which begins below it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, self._look.px(HEAD_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.begin(painter)
        _ground(painter, self._look, QRectF(self.rect()), right=True)


class MatrixView(QTableView):
    """Click or Space assigns, arrows move, Enter opens the target. Signals carry the target's id.

    `toggled` carries the letter's id first.
    """

    toggled = Signal(int, int)
    opened = Signal(int)
    removal_requested = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pressed = QPersistentModelIndex()
        self.matrix = TargetMatrix(self)
        self._cells = MatrixCellDelegate(look, self)
        self._head = _WriterHead(look, self)
        self._names = _TargetHead(look, self)
        self.setAccessibleName(name)
        self.setHorizontalHeader(self._head)
        self.setVerticalHeader(self._names)
        self.setCornerButtonEnabled(False)
        self._corner = _Corner(look, self)
        self.addScrollBarWidget(_OverBar(look, self), Qt.AlignmentFlag.AlignTop)
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
        else:
            super().keyPressEvent(event)

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
