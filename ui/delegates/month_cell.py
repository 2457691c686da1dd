"""A day of the month: its number and as many pills as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.month_model import DAY_ROLE, DAYS, WEEKS, MonthModel
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.wording import calendar as words
from ui.wording import dates
from ui.wording.stages import date_pill

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from lordesk.clock import Clock
    from lordesk.rows.dates import DateRow
    from ui.widgets.look import Look

_TOP = 26
_STEP = 22
_INSET = 4


class MonthCellDelegate(TipDelegate):
    def __init__(self, look: Look, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock

    def row_at(self, rect: QRectF, rows: tuple[DateRow, ...], y: float) -> DateRow | None:
        """The date whose pill lies at a height within a cell."""
        shown = self._room(rect, len(rows))
        place = int((y - rect.top() - self._look.px(_TOP)) // self._look.px(_STEP))
        return rows[place] if 0 <= place < shown else None

    def _room(self, rect: QRectF, count: int) -> int:
        """How many pills fit; where not all do, the last line says how many more there are."""
        fit = int((rect.height() - self._look.px(_TOP) - 2) // self._look.px(_STEP))
        return count if count <= fit else max(fit - 1, 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, px = self._look, self._look.px
        day, rows = index.data(DAY_ROLE), index.data(ROW_ROLE)
        model = index.model()
        assert isinstance(model, MonthModel)
        inside = (day.year, day.month) == (model.month.year, model.month.month)
        rect = QRectF(option.rect)
        painter.save()
        paint.begin(painter)
        selected = paint.is_selected(option)
        self._paint_ground(painter, option, rect, inside, selected, index)
        self._paint_number(painter, rect, day, inside, selected)
        shown = self._room(rect, len(rows))
        top = rect.top() + px(_TOP)
        width = rect.width() - 2 * _INSET - 1
        for row in rows[:shown]:
            self._paint_pill(painter, QPointF(rect.left() + _INSET, top), row, width)
            top += px(_STEP)
        if shown < len(rows):
            left = len(rows) - shown
            more = QCoreApplication.translate("Calendar", "+%n more", "", left)
            line = QRectF(rect.left() + _INSET + 5, top, width - 5, px(20))
            paint.text(painter, look, line, more, "micro", "text-secondary")
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRectF,
        inside: bool,
        selected: bool,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = self._look
        fill = "surface" if inside else "sunken"
        if paint.is_hovered(option):
            fill = "hover"
        if selected:
            fill = "accent-soft"
        painter.fillRect(rect, look.color(fill))
        line = look.color("border")
        if index.column() < DAYS - 1:
            painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), line)
        if index.row() < WEEKS - 1:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line)
        if selected:
            edge = "focus" if paint.is_focused(option) else "accent"
            inner = rect.adjusted(0, 0, -1, -1)
            paint.box(painter, look, inner, 0, None, edge, 2)

    def _paint_number(
        self,
        painter: QPainter,
        rect: QRectF,
        day: date,
        inside: bool,
        selected: bool,
    ) -> None:
        look, px = self._look, self._look.px
        place = QRectF(rect.left() + 8, rect.top() + 4, rect.width() - 12, px(22))
        if day == self._clock.today():
            circle = QRectF(rect.left() + 4, rect.top() + 4, px(22), px(22))
            paint.box(painter, look, circle, px(11), "accent")
            number = str(day.day)
            paint.text(painter, look, circle, number, "label", "on-accent", paint.CENTER, tnum=True)
            return
        words_ = dates.short_date(day) if day.day == 1 else str(day.day)
        color = "accent-text" if selected else "text"
        if not inside and not selected:
            color = "text-tertiary"
        paint.text(painter, look, place, words_, "smallMedium", color, tnum=True)

    def _paint_pill(self, painter: QPainter, at: QPointF, row: DateRow, width: float) -> None:
        look = self._look
        face = date_pill(row.kind, row.attention, row.done)
        radius = look.px(5)
        rect = QRectF(at.x(), at.y(), width, look.px(20))
        paint.box(painter, look, rect, radius, face.bg, face.border)
        size = look.px(12)
        left = rect.left() + 6
        top = rect.top() + (rect.height() - size) / 2
        paint.icon(painter, look, QPointF(left, top), face.icon, 12, face.fg)
        left += size + 4
        line = QRectF(left, rect.top(), rect.right() - 4 - left, rect.height())
        paint.text(painter, look, line, words.pill_words(row), "micro", face.fg)
