"""The heads of the table of letters by targets, which stay while its cells scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from ui.delegates import paint
from ui.delegates.matrix_cell import EDGE
from ui.delegates.tips import TipHeader
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.itemmodels.target_matrix import LETTER_ROLE, LOOSE_ROLE, NEEDS
from ui.widgets.avatar import tint_of

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent

    from lordesk.rows.letters import LetterRow
    from ui.widgets.look import Look

HEAD_HEIGHT = 48
_PLACE_FROM = 264
"""From this width of the first column on there is room for places beside the names."""
_RADIUS = 9


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


class WriterHead(TipHeader):
    """A face for each letter; words over the first and the last column.

    `pressed_letter` carries the letter of a face and the place for its menu.
    """

    pressed_letter = Signal(int, QPoint)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.at_edge = True
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(24)
        self.setMouseTracking(True)
        self._hot = -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hot(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hot(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._offer(
                self.logicalIndexAt(event.position().toPoint()), event.globalPosition().toPoint()
            )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._offer(self.logicalIndexAt(event.pos()), event.globalPos())

    def _offer(self, column: int, at: QPoint) -> None:
        letter = self.model().headerData(column, Qt.Orientation.Horizontal, LETTER_ROLE)
        if letter is not None:
            self.pressed_letter.emit(letter.id, at)

    def _set_hot(self, column: int) -> None:
        if column != self._hot:
            self._hot = column
            self.viewport().update()

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
                self._face(painter, rect, letter, column)
            else:
                words = str(model.headerData(column, Qt.Orientation.Horizontal))
                last = column != NEEDS
                inner = rect.adjusted(4 if last else 0, 0, -EDGE if last else 0, 0)
                align = paint.RIGHT if last else paint.LEFT
                paint.text(painter, self._look, inner, words, "micro", "text-secondary", align)

    def _face(self, painter: QPainter, rect: QRectF, letter: LetterRow, column: int) -> None:
        side = 24
        middle = rect.center()
        circle = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        if column == self._hot:
            around = circle.adjusted(-4, -4, 4, 4)
            paint.box(painter, self._look, around, 16, "pressed")
        tint = tint_of(letter.mentor_id)
        paint.avatar(painter, self._look, circle, letter.mentor_initials, tint)
        if self.model().headerData(column, Qt.Orientation.Horizontal, LOOSE_ROLE):
            at = QPointF(circle.right() - 5, circle.top() - 5)
            paint.icon(painter, self._look, at, "triangle-alert", 12, "warning-text")


class TargetHead(TipHeader):
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


class Corner(QWidget):
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


class OverBar(QWidget):
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
