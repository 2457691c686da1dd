"""The letters that an application needs, as cards: who writes each and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from lordesk.rows.late import dataclass
from ui.widgets import draw
from ui.widgets.avatar import tint_of
from ui.widgets.draw import PillFace
from ui.widgets.text import set_tip
from ui.wording import applications as words
from ui.wording import forecasts
from ui.wording.history import with_others
from ui.wording.stages import stage_pill

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent

    from lordesk.rows.coverage import Written
    from lordesk.rows.forecast import Forecast
    from lordesk.rows.letters import SlotRow
    from ui.widgets.look import Look

_HEIGHT = 130
_GAP = 12
_PAD = 13
_LEAST_WIDTH = 150
_FACE_FROM = 176
"""Narrower cards leave the face out."""


@dataclass(frozen=True)
class SlotFace:
    """`suggested` names the best backup writer of an open slot; `replied_on` an unread reply.

    `carried` tells of an earlier season's letter that has to be asked for anew.
    """

    slot: SlotRow
    suggested: str = ""
    replied_on: date | None = None
    forecast: Forecast | None = None
    carried: Written | None = None


class SlotCard(QAbstractButton):
    """A filled one opens its mentor, an open one the wizard."""

    menu_requested = Signal(object, QPoint)
    pressed_slot = Signal(object)

    def __init__(
        self, look: Look, face: SlotFace, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._face = face
        self._today = today
        self.setProperty("ring_radius", 10)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._spoken())
        set_tip(self, self._tip())
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self.updateGeometry)

    @property
    def face(self) -> SlotFace:
        return self._face

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._look.px(_HEIGHT))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == event.Reason.Keyboard
        at = self.mapToGlobal(self.rect().center()) if keyboard else event.globalPos()
        self.menu_requested.emit(self._face.slot, at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        rect = QRectF(self.rect())
        self._ground(painter, rect)
        look, px = self._look, self._look.px
        inner = rect.adjusted(_PAD, px(11), -_PAD, -px(11))
        line = QRectF(inner.left(), inner.top(), inner.width(), px(20))
        draw.text(painter, look, line, self._face.slot.title, "small", "text-secondary")
        if self._face.slot.letter is None:
            self._open(painter, inner)
        else:
            self._filled(painter, inner)

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        look = self._look
        hot = self.underMouse() or self.isDown()
        fill = "hover" if self.isDown() else "surface"
        if self._face.slot.letter is not None:
            draw.box(painter, look, rect, 10, fill, "border-strong" if hot else "border")
            return
        pen = QPen(look.color("accent-text" if hot else "border-control"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(look.color(fill) if hot else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 9.5, 9.5)

    def _filled(self, painter: QPainter, inner: QRectF) -> None:
        look, px = self._look, self._look.px
        letter = self._face.slot.letter
        assert letter is not None
        side = 28
        line = QRectF(inner.left(), inner.top() + px(25), inner.width(), px(28))
        if self.width() >= _FACE_FROM:
            circle = QRectF(line.left(), line.center().y() - side / 2, side, side)
            tint = tint_of(letter.mentor_id)
            draw.avatar(painter, look, circle, letter.mentor_initials, tint)
            line.setLeft(circle.right() + 8)
        names = (with_others(letter), with_others(letter, 1)) if letter.writers else ()
        names = names or (letter.mentor_name, letter.mentor_short)
        fits = (n for n in names if draw.text_width(look, n, "bodyStrong") <= line.width())
        name = next(fits, names[-1])
        draw.text(painter, look, line, name, "bodyStrong")
        pill = PillFace(*stage_pill(letter.stage))
        place = QPointF(inner.left(), inner.top() + px(64))
        draw.pill(painter, look, place, pill, inner.width())
        line = QRectF(inner.left(), inner.bottom() - px(19), inner.width(), px(20))
        self._last_line(painter, line)

    def _last_line(self, painter: QPainter, line: QRectF) -> None:
        """The date, and at the right whether it will be kept; what presses stays if both do not."""
        look, px = self._look, self._look.px
        fact, (outlook, color) = self._fact(), self._outlook()
        wide = draw.text_width(look, fact.text, "small") + (px(12) + 4 if fact.icon else 0)
        more = draw.text_width(look, outlook, "small")
        if outlook and wide + _GAP + more > line.width():
            if color == "text-tertiary":
                outlook = ""
            else:
                draw.text(painter, look, line, outlook, "small", color)
                return
        if outlook:
            right = QRectF(line.right() - more - 1, line.top(), more + 1, line.height())
            draw.text(painter, look, right, outlook, "small", color)
            line.setRight(right.left() - _GAP)
        if fact.icon:
            size = px(12)
            place = QPointF(line.left(), line.center().y() - size / 2)
            draw.icon(painter, look, place, fact.icon, 12, fact.color)
            line.setLeft(line.left() + size + 4)
        draw.text(painter, look, line, fact.text, "small", fact.color)

    def _open(self, painter: QPainter, inner: QRectF) -> None:
        look, px = self._look, self._look.px
        line = QRectF(inner.left(), inner.top() + px(25), inner.width(), px(28))
        size = px(16)
        place = QPointF(line.left(), line.center().y() - size / 2)
        draw.icon(painter, look, place, "user-plus", 16, "accent-text")
        line.setLeft(line.left() + size + 6)
        draw.text(painter, look, line, self.tr("Choose a mentor"), "bodyStrong", "accent-text")
        if self._face.suggested:
            line = QRectF(inner.left(), inner.top() + px(66), inner.width(), px(16))
            draw.text(painter, look, line, self.tr("Best backup writer"), "small", "text-tertiary")
            line.translate(0, px(18))
            draw.text(painter, look, line, self._face.suggested, "small", "text-secondary")

    def _spoken(self) -> str:
        """ "IM faculty 2, Dr. Elena Marchetti, Writing, Due Sep 9"."""
        face, letter = self._face, self._face.slot.letter
        if letter is None:
            parts = [face.slot.title, self.tr("choose a mentor")]
            if face.suggested:
                parts.append(self.tr("best backup writer {name}").format(name=face.suggested))
            return ", ".join(parts)
        stage = stage_pill(letter.stage).word
        people = ", ".join(writer.name for writer in letter.writers) or letter.mentor_name
        parts = [face.slot.title, people, stage, self._fact().text]
        if self._outlook()[0] and face.forecast is not None:
            parts.append(forecasts.whole(face.forecast))
        return ", ".join(parts)

    def _tip(self) -> str:
        """With the reasons of the forecast, one a line."""
        face = self._face
        lines = [self._spoken()]
        if self._outlook()[0] and face.forecast is not None:
            lines += forecasts.reasons(face.forecast)
        return "\n".join(lines)

    def _fact(self) -> words.FactWords:
        letter = self._face.slot.letter
        assert letter is not None
        if self._face.carried is not None:
            return words.carried(self._face.carried)
        return words.slot_fact(letter, self._face.replied_on, self._today)

    def _outlook(self) -> tuple[str, str]:
        """Nothing beside a reply that waits to be read: what it says comes first."""
        letter = self._face.slot.letter
        if letter is None or letter.unread_reply:
            return "", ""
        return forecasts.short(self._face.forecast)

    def _on_clicked(self) -> None:
        self.pressed_slot.emit(self._face.slot)


class SlotRowWidget(QWidget):
    """Cards of the same width, in as many lines as they need."""

    slot_pressed = Signal(object)
    menu_requested = Signal(object, QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._faces: list[SlotFace] = []
        self._columns = 0
        self.cards: list[SlotCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def set_faces(self, faces: list[SlotFace], today: date) -> None:
        if faces == self._faces and self.cards:
            return
        focused = next((n for n, card in enumerate(self.cards) if card.hasFocus()), -1)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self._faces = faces
        self.cards = [SlotCard(self._look, face, today, self) for face in faces]
        for card in self.cards:
            card.pressed_slot.connect(self.slot_pressed)
            card.menu_requested.connect(self.menu_requested)
        self._place(self._room())
        if 0 <= focused < len(self.cards):
            self.cards[focused].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._columns:
            self._place(self._room())

    def _room(self) -> int:
        """How many cards stand in a line; with more than one line they are spread evenly."""
        count = max(1, len(self.cards))
        fit = max(1, (self.width() + _GAP) // (_LEAST_WIDTH + _GAP))
        lines = -(-count // fit)
        return -(-count // lines)

    def _place(self, columns: int) -> None:
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
            card.show()
