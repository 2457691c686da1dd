"""Mentors without a mentor: who could be one, and a way to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lordesk.kinds import MentorRole
from ui.pages.mentor_mix import MissingMentors, MixCard
from ui.widgets import draw
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.text import Label

if TYPE_CHECKING:
    from ui.widgets.look import Look


class StartCard(QPushButton):
    """A kind of person to begin with."""

    def __init__(
        self, look: Look, icon: str, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._lines = (title, text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setProperty("ring_radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(272, self._look.px(62))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._look.px(62))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, hot = self._look, self.underMouse() or self.isDown()
        edge = "border-strong" if hot else "border"
        draw.box(painter, look, QRectF(self.rect()), 10, "hover" if hot else "surface", edge)
        middle, size = self.height() / 2, look.px(18)
        draw.icon(painter, look, QPointF(15, middle - size / 2), self._icon, 18)
        plus = look.px(16)
        spot = QPointF(self.width() - 16 - plus, middle - plus / 2)
        draw.icon(painter, look, spot, "plus", 16, "accent-text")
        high, small = look.theme.line("body"), look.theme.line("small")
        left, top = 27 + size, middle - (high + small) / 2
        room = spot.x() - 8 - left
        draw.text(painter, look, QRectF(left, top, room, high), self._lines[0], "bodyMedium")
        line = QRectF(left, top + high, room, small)
        draw.text(painter, look, line, self._lines[1], "small", "text-secondary")


class MentorsEmpty(QWidget):
    """`mix` is shown while there is no application that would say what is needed, `missing` while
    the goals of one say it.
    """

    add_requested = Signal(object)
    """A `MentorRole` to begin with, or None."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._add = Button(look, self.tr("Add a mentor"), "primary", "user-plus")
        self.setFocusProxy(self._add)
        self._cards = self._make_cards()
        self.mix = MixCard(look)
        self.mix.hide()
        self.missing = MissingMentors(look)
        for part in (self.mix, self.missing):
            part.add_requested.connect(self.add_requested)
        state = EmptyState(
            look,
            self.tr("Who has seen your best work?"),
            self.tr(
                "Add the people who could write about you. LoRDesk shows who fits best and what "
                "to do next with each of them."
            ),
            [self._add],
            ("user-round", "plus", "user-round"),
            self._starts(),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addWidget(Label(look, self.tr("Mentors"), "display"))
        column.addWidget(state, 1)
        self._add.clicked.connect(self._on_add_clicked)
        for card in self._cards.values():
            card.clicked.connect(self._on_card_clicked)

    def _make_cards(self) -> dict[MentorRole, StartCard]:
        look = self._look
        return {
            MentorRole.SUB_I_ATTENDING: StartCard(
                look,
                "stethoscope",
                self.tr("Your sub-I attending"),
                self.tr("Watched you care for patients"),
            ),
            MentorRole.LONGITUDINAL: StartCard(
                look,
                "calendar-days",
                self.tr("A clinic preceptor"),
                self.tr("Knew you for a year or more"),
            ),
            MentorRole.RESEARCH_MENTOR: StartCard(
                look,
                "flask-conical",
                self.tr("A research mentor"),
                self.tr("Saw you think and persist"),
            ),
        }

    def _starts(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = Label(self._look, self.tr("Good places to start"), "small", "text-secondary")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.mix)
        column.addWidget(self.missing)
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in self._cards.values():
            row.addWidget(card)
        column.addWidget(words)
        column.addLayout(row)
        return whole

    def _on_add_clicked(self) -> None:
        self.add_requested.emit(None)

    def _on_card_clicked(self) -> None:
        chosen = next(role for role, card in self._cards.items() if card is self.sender())
        self.add_requested.emit(chosen)
