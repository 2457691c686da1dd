"""A mentor's row: face, name, letter, last contact and fit, over one ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels import mentor_table as table
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.widgets.avatar import tint_of
from ui.widgets.draw import PillFace
from ui.widgets.photos import paint_photo
from ui.widgets.row_table import RowTable
from ui.wording.stages import stage_pill

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from lordesk.clock import Clock
    from lordesk.rows.people import MentorListRow
    from ui.widgets.look import Look
    from ui.widgets.photos import Photos

Index = QModelIndex | QPersistentModelIndex

MARGIN = 24
_AVATAR = 32
_WORDS = MARGIN + _AVATAR + 12


class MentorDelegate(TipDelegate):
    """`brief` leaves the specialty out, where the list is narrow. Without `photos` all have
    initials.
    """

    def __init__(self, look: Look, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.brief = False
        self.photos: Photos | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MentorListRow = index.data(ROW_ROLE)
        view = option.widget
        if row is None or not isinstance(view, RowTable):
            return
        painter.save()
        painter.setClipRect(option.rect)
        paint.begin(painter)
        selected = paint.is_selected(option)
        self._ground(painter, view, index.row(), selected)
        rect = QRectF(option.rect)
        if index.column() == table.MENTOR:
            self._mentor(painter, rect, row)
        elif index.column() == table.LETTER:
            self._letter(painter, rect, row, selected)
        elif index.column() == table.CONTACT:
            self._contact(painter, rect, row)
        else:
            self._fit(painter, rect, row, view.width() - MARGIN - 8)
        painter.restore()

    def _ground(self, painter: QPainter, view: RowTable, row: int, selected: bool) -> None:
        hot = view.is_hot(row)
        if selected or hot:
            whole = view.row_rect(row)
            paint.row_background(painter, self._look, whole, hot, selected, view.is_ringed(row))
            return
        below = row + 1
        lit = view.is_hot(below) or below == view.currentIndex().row()
        if not lit and below < view.model().rowCount():
            right = view.width() - MARGIN
            bottom = view.row_rect(row).bottom()
            paint.hairline(painter, self._look, _WORDS, right, bottom - 1)

    def _mentor(self, painter: QPainter, rect: QRectF, row: MentorListRow) -> None:
        look = self._look
        circle = QRectF(MARGIN, rect.center().y() - _AVATAR / 2, _AVATAR, _AVATAR)
        photo = self.photos.get(row.photo) if row.photo and self.photos is not None else None
        if photo is not None:
            paint_photo(painter, circle, photo)
        else:
            paint.avatar(painter, look, circle, row.initials, tint_of(row.id))
        high, small = look.theme.line("body"), look.theme.line("small")
        top = rect.top() + (rect.height() - high - small) / 2
        left = rect.left() + _WORDS
        room = rect.right() - 12 - left
        mail = look.px(16) + 6 if row.unread_reply else 0
        color = "text-tertiary" if row.archived else "text"
        name = QRectF(left, top, room - mail, high)
        wide = paint.text(painter, look, name, row.full_name, "bodyStrong", color)
        if mail:
            size = look.px(16)
            pos = QPointF(left + wide + 6, top + (high - size) / 2)
            paint.icon(painter, look, pos, "mail", 16, "accent-text")
        words = table.known_as(row) if self.brief else table.second_line(row)
        line = QRectF(left, top + high, room, small)
        paint.text(painter, look, line, words, "small", "text-secondary")

    def _letter(self, painter: QPainter, rect: QRectF, row: MentorListRow, selected: bool) -> None:
        face = paint.on_selected(PillFace(*stage_pill(row.stage)), selected)
        pos = QPointF(rect.left(), rect.center().y() - self._look.px(20) / 2)
        paint.pill(painter, self._look, pos, face, rect.width() - 8)

    def _contact(self, painter: QPainter, rect: QRectF, row: MentorListRow) -> None:
        words = table.contact_text(row, self._clock.today())
        color = "text-secondary"
        if row.quiet:
            color, size = "warning-text", self._look.px(12)
            pos = QPointF(rect.left(), rect.center().y() - size / 2)
            paint.icon(painter, self._look, pos, "moon", 12, color)
            rect.setLeft(rect.left() + size + 4)
        paint.text(painter, self._look, rect, words, "small", color, tnum=True)

    def _fit(self, painter: QPainter, rect: QRectF, row: MentorListRow, right: float) -> None:
        if row.fit is None:
            paint.text(painter, self._look, rect, "–", "bodyStrong", "text-tertiary")
            return
        paint.text(painter, self._look, rect, str(row.fit), "bodyStrong", tnum=True)
        left = rect.left() + 28 * self._look.theme.text_scale
        meter = QRectF(left, rect.center().y() - 2, right - left, 4)
        if meter.width() >= 12:
            paint.bar(painter, self._look, meter, row.fit / 100)
