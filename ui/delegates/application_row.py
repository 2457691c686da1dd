"""An application in the list: ring, name, where, and by when its letters are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.application_list import second_lines, third_face, third_lines
from ui.itemmodels.row_table_model import ROW_ROLE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from lordesk.clock import Clock
    from ui.itemmodels.application_list import ApplicationItem
    from ui.widgets.look import Look

HEIGHT = 76
_RING, _RING_NARROW = 44, 40
_WIDE = 220


class ApplicationRowDelegate(TipDelegate):
    """`ringed` says that the keyboard is at work in the list."""

    def __init__(self, look: Look, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.ringed = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._look.px(HEIGHT))

    def tip(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        item: ApplicationItem = index.data(ROW_ROLE)
        last = third_lines(item, self._clock.today())[0]
        return "\n".join((item.row.name, second_lines(item)[0], last))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: ApplicationItem = index.data(ROW_ROLE)
        look = self._look
        painter.save()
        paint.begin(painter)
        rect = QRectF(option.rect)
        selected = paint.is_selected(option)
        focused = self.ringed and paint.is_focused(option)
        paint.row_background(painter, look, rect, paint.is_hovered(option), selected, focused)
        side, gap = (_RING, 12) if rect.width() >= _WIDE else (_RING_NARROW, 10)
        circle = QRectF(rect.left() + gap, rect.center().y() - side / 2, side, side)
        names = look.theme.tokens.values["ring"]
        states = item.states or ("open",)
        paint.ring(painter, look, circle, [str(names[state]) for state in states])
        ring_words = item.ring_words
        fits = paint.text_width(look, ring_words, "label", tnum=True) < side - 20
        style = "label" if fits else "micro"
        paint.text(painter, look, circle, ring_words, style, "text", paint.CENTER, tnum=True)
        self._lines(painter, rect, circle.right() + gap, item)
        painter.restore()

    def _lines(self, painter: QPainter, rect: QRectF, left: float, item: ApplicationItem) -> None:
        look = self._look
        body, small = look.theme.line("body"), look.theme.line("small")
        top = rect.center().y() - (body + 2 * small) / 2
        width = rect.right() - 4 - left
        name = item.row.name
        paint.text(painter, look, QRectF(left, top, width, body), name, "bodyStrong")
        line = QRectF(left, top + body, width, small)
        text = self._fitting(second_lines(item), line.width())
        paint.text(painter, look, line, text, "small", "text-secondary")
        line.translate(0, small)
        icon, color = third_face(item)
        side = look.px(12)
        spot = QPointF(left, line.center().y() - side / 2)
        paint.icon(painter, look, spot, icon, 12, color)
        line.setLeft(left + side + 4)
        text = self._fitting(third_lines(item, self._clock.today()), line.width())
        paint.text(painter, look, line, text, "small", color)

    def _fitting(self, texts: tuple[str, str], width: float) -> str:
        """The shorter text says less and says it whole."""
        long, short = texts
        return long if paint.text_width(self._look, long, "small") <= width else short
