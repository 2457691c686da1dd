"""The line below the title: how many letters, how many are in, and what presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from lordesk.domain import status
from lordesk.kinds import Attention
from ui.widgets.text import IconLabel, Label
from ui.wording.kinds import word
from ui.wording.stages import attention_pill

if TYPE_CHECKING:
    from lordesk.rows.letters import LetterRow
    from ui.widgets.look import Look

_PRESSING = (
    Attention.NEEDS_YOU,
    Attention.NOT_SENT,
    Attention.OVERDUE,
    Attention.AT_RISK,
    Attention.DUE_SOON,
)


class Summary(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._total = Label(look, "", "small", "text-secondary")
        row.addWidget(self._total)
        self._pressing: dict[Attention, tuple[QWidget, Label]] = {}
        for attention in _PRESSING:
            row.addWidget(self._build_part(attention))
        row.addStretch(1)

    def _build_part(self, attention: Attention) -> QWidget:
        pill = attention_pill(attention)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(IconLabel(self._look, pill.icon, 14, pill.fg))
        label = Label(self._look, "", "smallMedium", pill.fg)
        row.addWidget(label)
        self._pressing[attention] = (part, label)
        return part

    def set_letters(self, letters: list[LetterRow]) -> None:
        inside = sum(letter.stage in status.IN_STAGES for letter in letters)
        total = self.tr("%n letter(s)", "", len(letters))
        self._total.setText(self.tr("{total} · {inside} in").format(total=total, inside=inside))
        for attention, (part, label) in self._pressing.items():
            count = sum(letter.attention is attention for letter in letters)
            part.setVisible(count > 0)
            label.setText(f"{count} {word(attention).lower()}")
        self.setVisible(bool(letters))
