"""A card of the Requests board."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.widgets.avatar import tint_of
from ui.wording import requests
from ui.wording.history import with_others
from ui.wording.stages import attention_pill

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from lordesk.clock import Clock
    from lordesk.rows.letters import LetterRow
    from ui.widgets.look import Look

_HIGH = 156
_HIGH_NARROW = 140
_GAP = 7
_GROUND = "hover"
"""The color of a lane, seen round the corners of a card."""


class _Card(NamedTuple):
    """What a card says, worded once for as long as its letter is the same."""

    letter: LetterRow
    day: date
    name: str
    brief_name: str
    first: str
    second: str
    words: requests.CardWords | None


class RequestCardDelegate(TipDelegate):
    """In a narrow lane the face and the title are left out and the padding shrinks.

    `width` counts where cards stand in a row; in a lane they take its width.
    """

    def __init__(self, look: Look, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.narrow = False
        self.width = 80
        self._cards: dict[tuple[int, int], _Card] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self.width, self.height)

    @property
    def height(self) -> int:
        """Of a card with the gap below it."""
        return self._look.px(_HIGH_NARROW if self.narrow else _HIGH) + _GAP

    def tip(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        letter: LetterRow = index.data(ROW_ROLE)
        words = requests.card_words(letter, self._clock.today())
        people = ", ".join(writer.name for writer in letter.writers) or letter.mentor_name
        lines = [people, letter.application_name, requests.slot_words(letter)]
        lines += [requests.mail_words(letter, self._clock.local_now())]
        lines += [words.date, words.span] if words is not None else []
        shown = [line for line in lines if line]
        room = option.rect.width() - 2 * self._look.px(11)
        wide = max(paint.text_width(self._look, line, "bodyStrong") for line in shown)
        return "\n".join(shown) if wide > room else ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """From the picture of what was painted before: most cards are the same at each visit."""
        letter: LetterRow = index.data(ROW_ROLE)
        place, theme = option.rect.adjusted(0, 0, 0, -_GAP), self._look.theme
        focused, selected = paint.is_focused(option), paint.is_selected(option)
        edge, width = ("border", 1.0)
        if focused and selected:
            edge, width = "focus", 2.0
        elif selected:
            edge, width = "accent", 2.0
        elif paint.is_hovered(option):
            edge = "border-strong"
        mail = ""
        if letter.mail_state is not None:
            mail = requests.mail_words(letter, self._clock.local_now())
        facts = (self._card(letter), mail, self.narrow, edge, width)
        theme.pictures.draw(painter, place, theme.color(_GROUND), self._draw, *facts)

    def _draw(
        self,
        painter: QPainter,
        wide: int,
        high: int,
        card: _Card,
        mail: str,
        narrow: bool,
        edge: str,
        width: float,
    ) -> None:
        look = self._look
        rect = QRectF(0, 0, wide, high)
        paint.box(painter, look, rect, 8, "surface", edge, width)
        pad = 8 if narrow else look.px(11)
        inner = rect.adjusted(pad, pad, -pad, -pad)
        self._paint_top(painter, inner, card.letter)
        self._paint_words(painter, inner, card)
        self._paint_date(painter, inner, card, mail)

    def _paint_top(self, painter: QPainter, rect: QRectF, letter: LetterRow) -> None:
        look = self._look
        face = look.px(24)
        if not self.narrow:
            circle = QRectF(rect.left(), rect.top(), face, face)
            tint = tint_of(letter.mentor_id)
            paint.avatar(painter, look, circle, letter.mentor_initials, tint)
        if letter.attention is None:
            return
        pill = paint.PillFace(*attention_pill(letter.attention))
        width = paint.pill_width(look, pill)
        room = rect.width() - (0 if self.narrow else face + 4)
        width = min(width, room)
        left = rect.left() if self.narrow else rect.right() - width
        paint.pill(painter, look, QPointF(left, rect.top() + look.px(2)), pill, width)

    def _card(self, letter: LetterRow) -> _Card:
        key, today = (letter.id, letter.mentor_id), self._clock.today()
        card = self._cards.get(key)
        if card is None or card.letter is not letter or card.day != today:
            name = brief = letter.mentor_name
            if letter.writers:
                name = brief = with_others(letter, 1)
            elif letter.mentor_short != name and " " in name:
                brief = name.split(" ", 1)[-1]
            first, second = letter.application_name, requests.slot_words(letter)
            if not first:
                first, second = second, ""
            words = requests.card_words(letter, today)
            card = _Card(letter, today, name, brief, first, second, words)
            self._cards[key] = card
        return card

    def _paint_words(self, painter: QPainter, rect: QRectF, card: _Card) -> None:
        look, px = self._look, self._look.px
        left, top, wide = rect.left(), rect.top() + px(30 if self.narrow else 32), rect.width()
        name = card.brief_name if self.narrow else card.name
        paint.text(painter, look, QRectF(left, top, wide, px(20)), name, "bodyStrong")
        high = px(16)
        top += px(19)
        for words in (card.first, card.second):
            if words:
                line = QRectF(left, top, wide, high)
                paint.text(painter, look, line, words, "small", "text-secondary")
            top += high

    def _paint_date(self, painter: QPainter, rect: QRectF, card: _Card, mail: str) -> None:
        look, px = self._look, self._look.px
        bottom = rect.bottom() + px(3 if self.narrow else 2)
        top = bottom - px(34)
        paint.hairline(painter, look, rect.left(), rect.right(), round(top - px(8)))
        words = card.words
        if words is None and not mail:
            return
        icon = "send" if mail else words.icon if words is not None else ""
        paint.icon(painter, look, QPointF(rect.left(), top + px(1)), icon, 14)
        left = rect.left() + px(20)
        line = QRectF(left, top, rect.right() - left, px(16))
        first = mail or (words.date if words is not None else "")
        paint.text(painter, look, line, first, "small", "text")
        if words is not None:
            second = words.date if mail else words.span
            color = "danger-text" if words.late and not mail else "text-tertiary"
            paint.text(painter, look, line.translated(0, px(16)), second, "small", color)
