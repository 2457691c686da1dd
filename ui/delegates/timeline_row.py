"""An entry of the timeline: circle, what happened, when and how; the month above its first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.itemmodels.timeline_table import second_line
from ui.widgets.row_table import RowTable
from ui.wording import interactions

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.itemmodels.timeline_table import TimelineEntry
    from ui.widgets.look import Look

ENTRY_HEIGHT = 52
MONTH_HEIGHT = 32
_CIRCLE = 24


class TimelineDelegate(TipDelegate):
    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def tip(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        entry: TimelineEntry | None = index.data(ROW_ROLE)
        if entry is None:
            return ""
        words = interactions.headline(entry.row)
        room = option.rect.width() - _CIRCLE - 36
        return words if paint.text_width(self._look, words, "bodyMedium") > room else ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: TimelineEntry | None = index.data(ROW_ROLE)
        view = option.widget
        if entry is None or not isinstance(view, RowTable):
            return
        painter.save()
        paint.begin(painter)
        look, row = self._look, index.row()
        rect = view.row_rect(row, 4)
        rect.setTop(rect.bottom() - look.px(ENTRY_HEIGHT))
        if entry.month:
            high = look.px(MONTH_HEIGHT)
            month = QRectF(rect.left() + 4, rect.top() - high, rect.width(), high)
            paint.text(painter, look, month, entry.month, "label", "text-secondary")
        ringed = view.is_ringed(row)
        selected = paint.is_selected(option) and view.hasFocus()
        paint.row_background(painter, look, rect, view.is_hot(row), selected, ringed)
        self._entry(painter, rect.adjusted(8, 0, -8, 0), entry)
        painter.restore()

    def _entry(self, painter: QPainter, rect: QRectF, entry: TimelineEntry) -> None:
        look = self._look
        circle = QRectF(rect.left(), rect.center().y() - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        paint.box(painter, look, circle, _CIRCLE / 2, "neutral-soft")
        size = look.px(14)
        spot = circle.center() - QPointF(size / 2, size / 2)
        paint.icon(painter, look, spot, interactions.icon(entry.row.kind), 14)
        high, small = look.theme.line("body"), look.theme.line("small")
        left, top = circle.right() + 12, rect.center().y() - (high + small) / 2
        room = rect.right() - left
        words = interactions.headline(entry.row)
        paint.text(painter, look, QRectF(left, top, room, high), words, "bodyMedium")
        line = QRectF(left, top + high, room, small)
        paint.text(painter, look, line, second_line(entry.row), "small", "text-tertiary")
