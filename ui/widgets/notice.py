"""A fact that matters where it stands, what follows from it, and the one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import IconLabel, Label

if TYPE_CHECKING:
    from ui.widgets.look import Look

_ICONS = {
    "warning": "triangle-alert",
    "danger": "circle-alert",
    "success": "circle-check",
    "accent": "info",
    "neutral": "info",
}


def _colours(kind: str) -> tuple[str, str, str]:
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
        super().__init__(look, radius=8, parent=parent)
        self._sign = IconLabel(look, "info", 16 if compact else 18)
        self._fact = Label(look, style="body" if compact else "bodyStrong", wrap=True)
        self._consequence = Label(look, style="small", colour="text-secondary", wrap=True)
        self._button = Button(look, size="small")
        self._button.clicked.connect(self.clicked)
        row = QHBoxLayout()
        row.setContentsMargins(12, 3 if compact else 6, 12 if compact else 9, 3 if compact else 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._fact, 0 if compact else 1)
        row.addWidget(self._consequence, 2)
        row.addWidget(self._button)
        self.body.addLayout(row)
        self.setMinimumHeight(look.px(36 if compact else 48))
        self.set(kind, fact, consequence, button, icon)

    def set(
        self, kind: str, fact: str, consequence: str = "", button: str = "", icon: str = ""
    ) -> None:
        fill, border, words = _colours(kind)
        self.set_fill(fill, border)
        self._sign.set_icon(icon or _ICONS[kind], words)
        self._fact.setText(fact)
        self._consequence.setText(consequence)
        self._consequence.setVisible(bool(consequence) and self._consequence.parent() is not None)
        self._button.setText(button)
        self._button.setVisible(bool(button) and self._button.parent() is not None)
        self.setAccessibleName(fact)
        self.setAccessibleDescription(consequence)
