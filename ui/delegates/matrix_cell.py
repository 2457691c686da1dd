"""Where a letter meets a target: in, to come or not assigned; before it needs, after it the sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.itemmodels.target_matrix import CELL_ROLE, NEEDS

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.itemmodels.target_matrix import Cell, MatrixRow
    from ui.widgets.look import Look

Index = QModelIndex | QPersistentModelIndex

_CIRCLE = 20
_DASH = 8
EDGE = 16
"""Between the last column and the edge of the card."""


class MatrixCellDelegate(TipDelegate):
    """`hot_row` lies under the mouse; `ringed` is the cell that has the keyboard."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.hot_row = -1
        self.ringed = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look
        rect = QRectF(option.rect)
        painter.save()
        paint.begin(painter)
        if index.row() == self.hot_row:
            painter.fillRect(rect, look.color("hover"))
        if index.row() < index.model().rowCount() - 1:
            paint.hairline(painter, look, rect.left(), rect.right(), rect.bottom() - 1)
        cell: Cell | None = index.data(CELL_ROLE)
        if cell is not None:
            self._cell(painter, rect, cell, paint.is_hovered(option))
        elif index.column() == NEEDS:
            words = str(index.data())
            inner = rect.adjusted(0, 0, -8, 0)
            paint.text(painter, look, inner, words, "body", "text-secondary", tnum=True)
        else:
            self._summary(painter, rect, index.data(ROW_ROLE))
        if self.ringed and paint.is_focused(option):
            inner = rect.adjusted(2, 2, -2, -3)
            paint.box(painter, look, inner, 6, None, "focus", 2)
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRectF, cell: Cell, hovered: bool) -> None:
        look = self._look
        side = look.px(_CIRCLE)
        circle = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        if hovered:
            paint.box(painter, look, circle.adjusted(-4, -4, 4, 4), side / 2 + 4, "pressed")
        if cell.state == "in":
            paint_check(painter, look, circle)
        elif cell.state == "to-come":
            paint_dashed(painter, look, circle)
        elif cell.state == "closed":
            self._sign(painter, circle, "circle-slash", 16)
        else:
            half = look.px(_DASH) / 2
            middle = circle.center()
            painter.setPen(QPen(look.color("text-secondary"), 1.5))
            painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
        if cell.locked:
            size = look.px(10)
            at = QPointF(circle.right() + 1, circle.center().y() - size / 2)
            paint.icon(painter, look, at, "lock", 10, "text-tertiary")

        if cell.proved:
            size = look.px(10)
            at = QPointF(circle.left() - size - 1, circle.center().y() - size / 2)
            paint.icon(painter, look, at, "paperclip", 10, "text-tertiary")

    def _sign(self, painter: QPainter, circle: QRectF, name: str, size: int) -> None:
        side = self._look.px(size)
        at = circle.center() - QPointF(side / 2, side / 2)
        paint.icon(painter, self._look, at, name, size, "text-tertiary")

    def _summary(self, painter: QPainter, rect: QRectF, row: MatrixRow) -> None:
        look = self._look
        inner = rect.adjusted(4, 0, -EDGE, 0)
        style, color = "body", "text-secondary"
        if row.code == "short":
            style, color = "bodyMedium", "warning-text"
        elif row.code == "complete":
            color = "success-text"
        wide = paint.text(painter, look, inner, row.summary, style, color, paint.RIGHT, tnum=True)
        icon = {"short": "triangle-alert", "complete": "check"}.get(row.code)
        if icon is not None:
            size = look.px(14)
            at = QPointF(inner.right() - wide - size - 5, inner.center().y() - size / 2)
            paint.icon(painter, look, at, icon, 14, color)


def paint_check(painter: QPainter, look: Look, circle: QRectF) -> None:
    """In and assigned; the legend above the table draws the same."""
    edge = "success-border" if look.theme.high_contrast else None
    paint.box(painter, look, circle, circle.width() / 2, "success-soft", edge)
    side = look.px(14)
    at = circle.center() - QPointF(side / 2, side / 2)
    paint.icon(painter, look, at, "check", 14, "success-text")


def paint_dashed(painter: QPainter, look: Look, circle: QRectF) -> None:
    """Assigned, not in yet."""
    pen = QPen(look.color("border-control"), 1)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
