"""Whether the mentors are the right ones and enough, while there is no application yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.text import Label
from ui.wording import coaching as words

if TYPE_CHECKING:
    from lordesk.rows.coaching import MentorMix
    from ui.widgets.look import Look

_MOST = 3


class MixCard(Card):
    """How many there are of each kind, and who is missing first."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "sunken", None, parent=parent)
        self._title = Label(look, "", "bodyStrong", wrap=True)
        self._kinds = Label(look, "", "small", "text-secondary", tnum=True, wrap=True)
        self._lines = [Label(look, "", "small", "text-secondary", wrap=True) for _ in range(_MOST)]
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        for label in (self._title, self._kinds, *self._lines):
            column.addWidget(label)
        self.body.addWidget(inner)

    def show_mix(self, mix: MentorMix) -> None:
        self._title.setText(words.mix_title(mix))
        kinds = [words.group(group, count) for group, count in mix.by_group.items() if count]
        self._kinds.setText(" · ".join(kinds))
        self._kinds.setVisible(bool(kinds))
        told = [text for reason in mix.reasons if (text := words.mix_reason(reason))]
        for place, label in enumerate(self._lines):
            label.setText(told[place] if place < len(told) else "")
            label.setVisible(place < len(told))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(" ".join(told))
