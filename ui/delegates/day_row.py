"""A line beside the month: a date of the day with its pills and buttons, or what comes after."""

from __future__ import annotations

from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QTextLayout, QTextOption

from lordesk.kinds import Attention
from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.day_table import DayLine, Part
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.widgets.row_table import RowTable
from ui.wording import dates
from ui.wording.stages import date_pill

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from lordesk.rows.dates import DateRow
    from ui.widgets.look import Look

    Index = QModelIndex | QPersistentModelIndex

SIDE = 20
_NARROW = 250
_MARK = 24
_LEFT = SIDE + _MARK + 12
_ABOVE = 10
_HEAD_GAP = 4
_EXTRA_TOP, _EXTRA_GAP = 6, 6
_BUTTON_PAD = 11
_HEADING_TOP, _HEADING_LINE = 12, 14
_MOST_TEXTS = 500


class Spot(StrEnum):
    """The parts of an entry that take a click of their own."""

    NONE = ""
    MORE = "more"
    WRITE = "write"


class DayDelegate(TipDelegate):
    """`hot` is the row and the part of it that the mouse is on."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._broken: dict[tuple[object, ...], tuple[str, ...]] = {}
        self.hot: tuple[int, Spot] = (-1, Spot.NONE)

    # --- measuring ------------------------------------------------------------------------------

    def height(self, line: DayLine, wide: int) -> int:
        theme = self._look.theme
        if line.part is Part.HEADING:
            return _HEADING_TOP + 1 + _HEADING_LINE + theme.line("heading") + 6
        if line.part is Part.AFTER:
            return 10 + theme.line("body") + 1 + theme.line("micro")
        below = self._below(line, wide)
        if line.pills:
            below += _EXTRA_TOP + self._look.px(20)
            below += _EXTRA_GAP + self._look.px(28) if line.writes else 0
        return max(below, self._top(line) + _MARK) + _ABOVE

    def spot(self, line: DayLine, wide: int, at: QPoint) -> Spot:
        """`at` is seen from the top left of the line."""
        if line.part is Part.ENTRY and self.more_rect(line, wide).contains(at):
            return Spot.MORE
        if line.writes and self._write_rect(line, wide).contains(at):
            return Spot.WRITE
        return Spot.NONE

    def more_rect(self, line: DayLine, wide: int) -> QRect:
        side = self._look.px(28)
        return QRect(wide - SIDE - side, self._top(line), side, self._look.px(20))

    def _write_rect(self, line: DayLine, wide: int) -> QRect:
        top = self._below(line, wide) + _EXTRA_TOP + self._look.px(20) + _EXTRA_GAP
        width = 2 * _BUTTON_PAD + paint.text_width(self._look, write_words(), "label")
        return QRect(_LEFT, top, round(width + 0.5), self._look.px(28))

    def _top(self, line: DayLine) -> int:
        return _ABOVE + (0 if line.first else 1)

    def _title_room(self, wide: int) -> int:
        return wide - SIDE - self._look.px(28) - _HEAD_GAP - _LEFT

    def _below(self, line: DayLine, wide: int) -> int:
        """Where the words of an entry end."""
        theme = self._look.theme
        title = len(self._lines(line.title, "bodyStrong", self._title_room(wide)))
        detail = len(self._lines(line.detail, "small", wide - SIDE - _LEFT))
        head = max(title * theme.line("bodyStrong"), self._look.px(20))
        return self._top(line) + head + 2 + detail * theme.line("small")

    def _lines(self, words: str, style: str, room: int) -> tuple[str, ...]:
        theme = self._look.theme
        key = (words, style, room, theme)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) >= _MOST_TEXTS:
                self._broken.clear()
            if "\n" not in words and theme.metrics(style).horizontalAdvance(words) + 1 < room:
                found = (words,)
            else:
                found = self._break(words, style, room)
            self._broken[key] = found
        return found

    def _break(self, words: str, style: str, room: int) -> tuple[str, ...]:
        words = words.replace("\n", "\u2028")
        layout = QTextLayout(words, self._look.theme.font(style))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        units, found = words.encode("utf-16-le"), []  # Qt counts as UTF-16 does
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, room))
            start, end = line.textStart(), line.textStart() + line.textLength()
            part = units[2 * start : 2 * end].decode("utf-16-le", "replace")
            found.append(part.strip().strip("\u2028"))
        layout.endLayout()
        return tuple(found) or ("",)

    # --- painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: DayLine | None = index.data(ROW_ROLE)
        view = option.widget
        if line is None or not isinstance(view, RowTable):
            return
        number, theme = index.row(), self._look.theme
        spot = self.hot[1] if self.hot[0] == number else Spot.NONE
        facts = (line, spot, view.is_ringed(number))
        theme.pictures.draw(painter, option.rect, theme.color("surface"), self._draw, *facts)

    def tip(self, option: QStyleOptionViewItem, index: Index) -> str:
        line: DayLine | None = index.data(ROW_ROLE)
        if line is None or line.part is Part.HEADING:
            return ""
        if line.part is Part.AFTER:
            room = option.rect.width() - self._after_left(option.rect.width()) - SIDE
            return line.title if paint.text_width(self._look, line.title) > room else ""
        if self.hot == (index.row(), Spot.MORE):
            more = QCoreApplication.translate("CalendarSide", "More: {title}")
            return more.format(title=line.title)
        return ""

    def _draw(
        self, painter: QPainter, wide: int, high: int, line: DayLine, spot: Spot, ringed: bool
    ) -> None:
        row = line.row
        if row is None:
            self._draw_heading(painter, wide, line)
        elif line.part is Part.AFTER:
            self._draw_after(painter, wide, line, row)
        else:
            self._draw_entry(painter, wide, line, row, spot)
        if ringed:
            top = 0 if line.first or line.part is Part.AFTER else 1
            ring = QRectF(SIDE - 8, top + 2, wide - 2 * SIDE + 16, high - top - 4)
            paint.row_background(painter, self._look, ring, focused=True)

    def _draw_heading(self, painter: QPainter, wide: int, line: DayLine) -> None:
        look = self._look
        paint.hairline(painter, look, SIDE, wide - SIDE, _HEADING_TOP)
        top = _HEADING_TOP + 1 + _HEADING_LINE
        rect = QRectF(SIDE, top, wide - 2 * SIDE, look.theme.line("heading"))
        paint.text(painter, look, rect, line.title, "heading")

    def _draw_entry(
        self, painter: QPainter, wide: int, line: DayLine, row: DateRow, spot: Spot
    ) -> None:
        look, theme, top = self._look, self._look.theme, self._top(line)
        if not line.first:
            paint.hairline(painter, look, SIDE, wide - SIDE, 0)
        self._draw_mark(painter, QRectF(SIDE, top, _MARK, _MARK), row)
        room, pitch = self._title_room(wide), theme.line("bodyStrong")
        for part in self._lines(line.title, "bodyStrong", room):
            paint.text(painter, look, QRectF(_LEFT, top, room, pitch), part, "bodyStrong")
            top += pitch
        self._draw_more(painter, self.more_rect(line, wide), spot is Spot.MORE)
        room, pitch = wide - SIDE - _LEFT, theme.line("small")
        details = self._lines(line.detail, "small", room)
        top = self._below(line, wide) - len(details) * pitch
        for part in details:
            paint.text(
                painter, look, QRectF(_LEFT, top, room, pitch), part, "small", "text-secondary"
            )
            top += pitch
        left, top = float(_LEFT), top + _EXTRA_TOP
        for face in line.pills:
            left += ceil(paint.pill(painter, look, QPointF(left, top), paint.PillFace(*face), room))
            left += 6
        if line.writes:
            self._draw_write(painter, QRectF(self._write_rect(line, wide)), spot is Spot.WRITE)

    def _draw_mark(self, painter: QPainter, rect: QRectF, row: DateRow) -> None:
        look, face = self._look, date_pill(row.kind, row.attention, row.done)
        paint.box(painter, look, rect, 6, face.bg, face.border)
        size = look.px(14)
        at = rect.center() - QPointF(size / 2, size / 2)
        paint.icon(painter, look, at, face.icon, 14, face.fg)

    def _draw_more(self, painter: QPainter, rect: QRect, hot: bool) -> None:
        look = self._look
        edge = "text" if look.theme.high_contrast else None
        paint.box(painter, look, QRectF(rect), 6, "hover" if hot else None, edge)
        size = look.px(14)
        at = QPointF(
            rect.left() + (rect.width() - size) / 2, rect.top() + (rect.height() - size) / 2
        )
        paint.icon(painter, look, at, "ellipsis", 14)

    def _draw_write(self, painter: QPainter, rect: QRectF, hot: bool) -> None:
        fill = "accent-soft-hover" if hot else "accent-soft"
        paint.box(painter, self._look, rect, 6, fill, "accent-border")
        words = rect.adjusted(_BUTTON_PAD, 0, -_BUTTON_PAD, 0)
        paint.text(painter, self._look, words, write_words(), "label", "accent-text")

    def _after_left(self, wide: int) -> int:
        return SIDE + self._look.px(48 if wide < _NARROW else 80) + 12

    def _draw_after(self, painter: QPainter, wide: int, line: DayLine, row: DateRow) -> None:
        look = self._look
        left, body, micro = (
            self._after_left(wide),
            look.theme.line("body"),
            look.theme.line("micro"),
        )
        room = wide - SIDE - left
        when = dates.short_date(row.on) if wide < _NARROW else dates.row_date(row.on)
        place = QRectF(SIDE, 0, left - 12 - SIDE, 10 + body + 1 + micro)
        paint.text(painter, look, place, when, "small", "text-secondary", tnum=True)
        paint.text(painter, look, QRectF(left, 5, room, body), line.title)
        face = date_pill(row.kind, row.attention, row.done)
        color = "danger-text" if row.attention is Attention.OVERDUE else "text-secondary"
        size = look.px(12)
        at = QPointF(left, 6 + body + (micro - size) / 2)
        paint.icon(painter, look, at, face.icon, 12, color)
        kind = QRectF(left + size + 4, 6 + body, room - size - 4, micro)
        paint.text(painter, look, kind, face.word, "micro", color)


def write_words() -> str:
    return QCoreApplication.translate("CalendarSide", "Write request")
