"""A day of the month: its number and as many pills as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.wording import dates

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import QPainter

    from lordesk.clock import Clock
    from lordesk.rows.dates import DateRow
    from ui.itemmodels.month_model import DayPill, HiddenPills
    from ui.widgets.look import Look

_TOP = 26
_STEP = 22
_INSET = 4


class DayState(NamedTuple):
    """`edge` is the color token round the selected day, empty for every other one."""

    inside: bool
    hovered: bool = False
    edge: str = ""
    last_column: bool = False
    last_row: bool = False


class _Cell(NamedTuple):
    """All that a cell shows: equal cells look the same."""

    number: str
    today: bool
    pills: tuple[DayPill, ...]
    hidden: HiddenPills
    state: DayState


class MonthCellDelegate(TipDelegate):
    """Paints a day for the month, which knows all of them; for Qt it says what a tip says."""

    def __init__(self, look: Look, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock

    def row_at(self, rect: QRectF, rows: tuple[DateRow, ...], y: float) -> DateRow | None:
        """The date whose pill lies at a height within a cell."""
        shown = self.room(rect.height(), len(rows))
        place = int((y - rect.top() - self._look.px(_TOP)) // self._look.px(_STEP))
        return rows[place] if 0 <= place < shown else None

    def room(self, height: float, count: int) -> int:
        """How many pills fit; where not all do, the last line says how many more there are."""
        fit = int((height - self._look.px(_TOP) - 2) // self._look.px(_STEP))
        return count if count <= fit else max(fit - 1, 0)

    def paint_day(
        self,
        painter: QPainter,
        rect: QRect,
        day: date,
        pills: tuple[DayPill, ...],
        hidden: HiddenPills,
        state: DayState,
    ) -> None:
        """`pills` are those that have room, `hidden` tells of those that have none."""
        words = dates.short_date(day) if day.day == 1 else str(day.day)
        today = day == self._clock.today()
        fill = "surface" if state.inside else "sunken"
        if state.hovered:
            fill = "hover"
        if state.edge:
            fill = "accent-soft"
        cell = _Cell(str(day.day) if today else words, today, pills, hidden, state)
        theme = self._look.theme
        theme.pictures.draw(painter, rect, theme.color(fill), self._draw_cell, cell)

    def _draw_cell(self, painter: QPainter, wide: int, high: int, cell: _Cell) -> None:
        look, px = self._look, self._look.px
        self._draw_edges(painter, wide, high, cell.state)
        self._draw_number(painter, wide, cell)
        step, tall, line = px(_STEP), px(20), px(_TOP)
        room = wide - 2 * _INSET - 1
        for pill in cell.pills:
            self._draw_pill(painter, QRectF(_INSET, line, room, tall), pill)
            line += step
        if cell.hidden.number:
            more = QCoreApplication.translate("Calendar", "+%n more", "", cell.hidden.number)
            rest = QRectF(_INSET + 5, line, room - 5, tall)
            paint.text(painter, look, rest, more, "micro", cell.hidden.color)

    def _draw_edges(self, painter: QPainter, wide: int, high: int, state: DayState) -> None:
        line = self._look.color("border")
        if not state.last_column:
            painter.fillRect(wide - 1, 0, 1, high, line)
        if not state.last_row:
            painter.fillRect(0, high - 1, wide, 1, line)
        if state.edge:
            inner = QRectF(0, 0, wide - 1, high - 1)
            paint.box(painter, self._look, inner, 0, None, state.edge, 2)

    def _draw_number(self, painter: QPainter, wide: int, cell: _Cell) -> None:
        look, high, words = self._look, self._look.px(22), cell.number
        if cell.today:
            circle = QRectF(4, 4, high, high)
            paint.box(painter, look, circle, look.px(11), "accent")
            paint.text(painter, look, circle, words, "label", "on-accent", paint.CENTER, tnum=True)
            return
        color = "accent-text" if cell.state.edge else "text"
        if not cell.state.inside and not cell.state.edge:
            color = "text-tertiary"
        place = QRectF(8, 4, wide - 12, high)
        paint.text(painter, look, place, words, "smallMedium", color, tnum=True)

    def _draw_pill(self, painter: QPainter, rect: QRectF, pill: DayPill) -> None:
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
