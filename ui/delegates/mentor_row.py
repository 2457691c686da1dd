"""A mentor's row: face, name, letter, last contact and fit, over one ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Callable
    from datetime import date

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
_INSET = 12


class _Ground(NamedTuple):
    """What a row lies on, which is as wide as the view."""

    width: int
    hot: bool
    selected: bool
    ringed: bool
    lined: bool


class MentorDelegate(TipDelegate):
    """`brief` leaves the specialty out, where the list is narrow. Without `photos` all have
    initials. `fit_reason` is asked for the row under the mouse.
    """

    def __init__(self, look: Look, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.brief = False
        self.photos: Photos | None = None
        self.fit_reason: Callable[[MentorListRow], str] | None = None

    def tip(self, option: QStyleOptionViewItem, index: Index) -> str:
        """Where the number stands, why it is that."""
        row: MentorListRow = index.data(ROW_ROLE)
        if index.column() == table.FIT and self.fit_reason is not None:
            return self.fit_reason(row)
        return super().tip(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """From the pictures of what was painted before: a list is painted far more often than it
        changes.
        """
        row: MentorListRow = index.data(ROW_ROLE)
        view = option.widget
        if row is None or not isinstance(view, RowTable):
            return
        place, number, theme = option.rect, index.row(), self._look.theme
        hot, selected = view.is_hot(number), paint.is_selected(option)
        ground = _Ground(
            view.width(),
            hot,
            selected,
            (hot or selected) and view.is_ringed(number),
            not hot and not selected and self._lined(view, number + 1),
        )
        facts = (row, index.column(), place.x(), ground, self.brief, self._clock.today())
        theme.pictures.draw(painter, place, theme.color("window"), self._draw, *facts)

    def _lined(self, view: RowTable, below: int) -> bool:
        """Whether a line parts a row from the one below it."""
        lit = view.is_hot(below) or below == view.currentIndex().row()
        return not lit and below < view.model().rowCount()

    def _draw(
        self,
        painter: QPainter,
        wide: int,
        high: int,
        row: MentorListRow,
        column: int,
        left: int,
        ground: _Ground,
        brief: bool,
        today: date,
    ) -> None:
        painter.translate(-left, 0)
        rect = QRectF(left, 0, wide, high)
        if ground.hot or ground.selected:
            whole = QRectF(_INSET, 0, ground.width - 2 * _INSET, high)
            marks = (ground.hot, ground.selected, ground.ringed)
            paint.row_background(painter, self._look, whole, *marks)
        elif ground.lined:
            paint.hairline(painter, self._look, _WORDS, ground.width - MARGIN, high - 1)
        if column == table.MENTOR:
            self._mentor(painter, rect, row, brief)
        elif column == table.LETTER:
            self._letter(painter, rect, row, ground.selected)
        elif column == table.CONTACT:
            self._contact(painter, rect, row, today)
        else:
            self._fit(painter, rect, row, ground.width - MARGIN - 8)

    def _mentor(self, painter: QPainter, rect: QRectF, row: MentorListRow, brief: bool) -> None:
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
        words = table.known_as(row) if brief else table.second_line(row)
        line = QRectF(left, top + high, room, small)
        paint.text(painter, look, line, words, "small", "text-secondary")

    def _letter(self, painter: QPainter, rect: QRectF, row: MentorListRow, selected: bool) -> None:
        face = paint.on_selected(PillFace(*stage_pill(row.stage)), selected)
        pos = QPointF(rect.left(), rect.center().y() - self._look.px(20) / 2)
        paint.pill(painter, self._look, pos, face, rect.width() - 8)

    def _contact(self, painter: QPainter, rect: QRectF, row: MentorListRow, today: date) -> None:
        words = table.contact_text(row, today)
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
