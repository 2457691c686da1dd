"""A mentor as the wizard offers one: who it is, why, and how well it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtWidgets import QListView

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.widgets.avatar import tint_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from lordesk.rows.people import MentorListRow
    from ui.widgets.look import Look

_HEIGHT, _HEIGHT_NARROW = 56, 72
_NARROW = 560
"""Below this width of the list, at the usual text size, the reason is wrapped and the number
has no bar."""
_MOST_LINES = 3
_BAR = 44


class MentorChoiceDelegate(TipDelegate):
    """`reason` words why; it is asked for the rows that are painted and no others."""

    def __init__(self, look: Look, reason: Callable[[MentorListRow], str], view: QListView) -> None:
        super().__init__(view)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        self._look = look
        self._view = view
        self._reason = reason

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self._look.px(_HEIGHT_NARROW if self._narrow() else _HEIGHT))

    def _narrow(self) -> bool:
        return self._view.width() < self._look.px(_NARROW)

    def tip(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        row: MentorListRow = index.data(ROW_ROLE)
        return f"{row.full_name}\n{self._reason(row)}"

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: MentorListRow = index.data(ROW_ROLE)
        look, rect = self._look, QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.save()
        paint.begin(painter)
        paint.row_background(
            painter,
            look,
            rect,
            paint.is_hovered(option),
            paint.is_selected(option),
            paint.is_focused(option),
        )
        middle = rect.center().y()
        avatar = QRectF(rect.left() + 12, middle - 16, 32, 32)
        paint.avatar(painter, look, avatar, row.initials, tint_of(row.id))
        right = self._paint_fit(painter, row, rect)
        left, line = avatar.right() + 12, look.theme.line("body")
        small = look.theme.line("small")
        reason = self._lines(self._reason(row), right - left)
        top = middle - (line + small * len(reason)) / 2
        name = QRectF(left, top, right - left, line)
        paint.text(painter, look, name, row.full_name, "bodyStrong")
        for number, words in enumerate(reason):
            why = QRectF(left, top + line + number * small, right - left, small)
            paint.text(painter, look, why, words, "small", "text-secondary")
        painter.restore()

    def _lines(self, words: str, room: float) -> list[str]:
        """As few as it takes, where the list is narrow; the last of three is cut."""
        look = self._look
        if not self._narrow():
            return [words]
        lines = [""]
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            full = paint.text_width(look, longer, "small") > room
            if full and lines[-1] and len(lines) < _MOST_LINES:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _paint_fit(self, painter: QPainter, row: MentorListRow, rect: QRectF) -> float:
        """Returns where the words have to end."""
        right = rect.right() - 12
        if row.fit is None:
            return right
        look, middle = self._look, rect.center().y()
        if not self._narrow():
            bar = QRectF(right - _BAR, middle - 2, _BAR, 4)
            paint.bar(painter, look, bar, row.fit / 100)
            right = bar.left() - 8
        wide = look.px(28)
        number = QRectF(right - wide, rect.top(), wide, rect.height())
        paint.text(painter, look, number, str(row.fit), "bodyStrong", "text", paint.RIGHT, True)
        return number.left() - 12
