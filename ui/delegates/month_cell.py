"""A day of the month: its number and as many pills as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.month_model import DAYS, WEEKS, MonthModel
from ui.wording import dates

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from lordesk.clock import Clock
    from lordesk.rows.dates import DateRow
    from ui.itemmodels.month_model import DayPill
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
        model = index.model()
        assert isinstance(model, MonthModel)
        day, month = model.day(index), model.month
        inside = (day.year, day.month) == (month.year, month.month)
        rect = option.rect
        left, top, wide = rect.x(), rect.y(), rect.width()
        painter.save()
        paint.begin(painter)
        selected = paint.is_selected(option)
        self._paint_ground(painter, option, inside, selected, index)
        self._paint_number(painter, QPointF(left, top), wide, day, inside, selected)
        pills = model.pills_on(day)
        shown = self._room(QRectF(rect), len(pills))
        step, tall, line = px(_STEP), px(20), top + px(_TOP)
        room = wide - 2 * _INSET - 1
        for pill in pills[:shown]:
            self._paint_pill(painter, QRectF(left + _INSET, line, room, tall), pill)
            line += step
        if shown < len(pills):
            more = QCoreApplication.translate("Calendar", "+%n more", "", len(pills) - shown)
            rest = QRectF(left + _INSET + 5, line, room - 5, tall)
            paint.text(painter, look, rest, more, "micro", "text-secondary")
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inside: bool,
        selected: bool,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = self._look
        rect = option.rect
        left, top, wide, high = rect.x(), rect.y(), rect.width(), rect.height()
        fill = "surface" if inside else "sunken"
        if paint.is_hovered(option):
            fill = "hover"
        if selected:
            fill = "accent-soft"
        painter.fillRect(left, top, wide, high, look.color(fill))
        line = look.color("border")
        if index.column() < DAYS - 1:
            painter.fillRect(left + wide - 1, top, 1, high, line)
        if index.row() < WEEKS - 1:
            painter.fillRect(left, top + high - 1, wide, 1, line)
        if selected:
            edge = "focus" if paint.is_focused(option) else "accent"
            inner = QRectF(left, top, wide - 1, high - 1)
            paint.box(painter, look, inner, 0, None, edge, 2)

    def _paint_number(
        self,
        painter: QPainter,
        at: QPointF,
        wide: int,
        day: date,
        inside: bool,
        selected: bool,
    ) -> None:
        look, high = self._look, self._look.px(22)
        left, top = at.x(), at.y() + 4
        if day == self._clock.today():
            circle = QRectF(left + 4, top, high, high)
            paint.box(painter, look, circle, look.px(11), "accent")
            number = str(day.day)
            paint.text(painter, look, circle, number, "label", "on-accent", paint.CENTER, tnum=True)
            return
        words = dates.short_date(day) if day.day == 1 else str(day.day)
        color = "accent-text" if selected else "text"
        if not inside and not selected:
            color = "text-tertiary"
        place = QRectF(left + 8, top, wide - 12, high)
        paint.text(painter, look, place, words, "smallMedium", color, tnum=True)

    def _paint_pill(self, painter: QPainter, rect: QRectF, pill: DayPill) -> None:
        """The face is the same on many days, so it is kept; the words are not."""
        face = pill.face
        look = self._look
        look.theme.stamps.draw(
            painter, rect, self._draw_face, face.icon, face.fg, face.bg, face.border
        )
        size = look.px(12)
        rect.adjust(6 + size + 4, 0, -4, 0)
        paint.text(painter, look, rect, pill.words, "micro", face.fg)

    def _draw_face(
        self,
        painter: QPainter,
        rect: QRectF,
        icon: str,
        color: str,
        fill: str | None,
        border: str | None,
    ) -> None:
        look = self._look
        paint.box(painter, look, rect, look.px(5), fill, border)
        size = look.px(12)
        at = QPointF(rect.left() + 6, rect.top() + (rect.height() - size) / 2)
        paint.icon(painter, look, at, icon, 12, color)
