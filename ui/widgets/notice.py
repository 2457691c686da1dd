"""A fact that matters where it stands, what follows from it, and the one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.reading_order import in_order
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import IconLabel, escaped

if TYPE_CHECKING:
    from ui.widgets.look import Look

_ICONS = {
    "warning": "triangle-alert",
    "danger": "circle-alert",
    "success": "circle-check",
    "accent": "info",
    "neutral": "info",
}


def _colors(kind: str) -> tuple[str, str, str]:
    """Fill, edge and words of a kind."""
    if kind == "neutral":
        return "neutral-soft", "border-strong", "text-secondary"
    return f"{kind}-soft", f"{kind}-border", f"{kind}-text"


class Notice(Card):
    """kind: warning danger success accent neutral. 48 high, 36 when compact, more when it wraps."""

    clicked = Signal()

    def __init__(
        self,
        look: Look,
        kind: str = "warning",
        fact: str = "",
        consequence: str = "",
        button: str = "",
        icon: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._compact = compact
        self._said = (fact, consequence)
        self._sign = IconLabel(look, "info", 16 if compact else 18)
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._button = Button(look, size="small")
        self._button.clicked.connect(self.clicked)
        row = QHBoxLayout()
        edge, top = (12, 3) if compact else (16, 6)
        row.setContentsMargins(edge, top, edge, top)
        row.setSpacing(10 if compact else 12)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.body.addLayout(row)
        look.changed.connect(self._write)
        self.setMinimumHeight(look.px(36 if compact else 48))
        self.set(kind, fact, consequence, button, icon)

    def set(
        self, kind: str, fact: str, consequence: str = "", button: str = "", icon: str = ""
    ) -> None:
        fill, border, words = _colors(kind)
        self.set_fill(fill, border)
        self._sign.set_icon(icon or _ICONS[kind], words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._said = (fact, consequence)
        self.setAccessibleName(fact)
        self.setAccessibleDescription(consequence)
        self._write()

    def _write(self) -> None:
        """Two weights in one paragraph need markup, so what is said is escaped."""
        fact, consequence = (escaped(in_order(part)) for part in self._said)
        weight = 400 if self._compact else 600
        gray = self._look.color("text-secondary").name()
        lead = f'<span style="font-weight:{weight}">{fact}</span>'
        rest = f' <span style="color:{gray}">{consequence}</span>' if consequence else ""
        self._words.setText(lead + rest)
