"""Who is ready to step in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lordesk.kinds import Attention
from ui.widgets import draw
from ui.widgets.avatar import tint_of
from ui.widgets.draw import PillFace
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Label
from ui.wording.stages import attention_pill, stage_pill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from lordesk.rows.letters import LetterRow
    from ui.widgets.look import Look

_FACE = 24
_GAP = 8


class BackupWriter(QAbstractButton):
    """Opens the mentor."""

    pressed_letter = Signal(object)

    def __init__(self, look: Look, letter: LetterRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._letter = letter
        self._pills = [PillFace(*stage_pill(letter.stage))]
        # Only what needs a hand: "on track" says nothing of somebody who stands by.
        if letter.attention is not None and letter.attention <= Attention.AT_RISK:
            self._pills.append(PillFace(*attention_pill(letter.attention)))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said = [letter.mentor_name, *(pill.word for pill in self._pills), letter.slot_title]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        look = self._look
        width: float = 4 + _FACE + _GAP + draw.text_width(look, self._letter.mentor_short)
        width += sum(6 + draw.pill_width(look, pill) for pill in self._pills) + 8
        return QSize(round(width + 0.5), look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look = self._look
        if self.underMouse() or self.isDown():
            fill = "pressed" if self.isDown() else "hover"
            draw.box(painter, look, QRectF(self.rect()), 6, fill)
        middle = self.height() / 2
        circle = QRectF(4, middle - _FACE / 2, _FACE, _FACE)
        letter = self._letter
        draw.avatar(painter, look, circle, letter.mentor_initials, tint_of(letter.mentor_id))
        line = QRectF(circle.right() + _GAP, 0, self.width(), self.height())
        left = line.left() + draw.text(painter, look, line, letter.mentor_short) + _GAP
        for pill in self._pills:
            top = middle - look.px(20) / 2
            left += draw.pill(painter, look, QPointF(left, top), pill) + 6

    def _on_clicked(self) -> None:
        self.pressed_letter.emit(self._letter)


class BackupWriters(QWidget):
    """Hidden where there is none."""

    letter_pressed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: list[LetterRow] = []
        self.people: list[BackupWriter] = []
        self._flow = FlowLayout(self, 12, 4)
        self._title = Label(look, self.tr("Backup writers"), "small", "text-secondary")
        self._title.setIndent(16)
        self._flow.addWidget(self._title)
        look.changed.connect(self._fit)
        self._fit()
        self.hide()

    def _fit(self) -> None:
        self._title.setFixedHeight(self._look.px(28))

    def set_letters(self, letters: list[LetterRow]) -> None:
        self.setVisible(bool(letters))
        if letters == self._shown:
            return
        self._shown = letters
        for person in self.people:
            self._flow.removeWidget(person)
            person.hide()
            person.deleteLater()
        self.people = [BackupWriter(self._look, letter, self) for letter in letters]
        for person in self.people:
            person.pressed_letter.connect(self.letter_pressed)
            self._flow.addWidget(person)
            person.show()
        self.updateGeometry()
