"""A quiet line above the list where somebody is probably in it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import LinkButton
from ui.widgets.text import ElidedLabel, IconLabel

if TYPE_CHECKING:
    from lordesk.domain.duplicates import Pair
    from ui.widgets.look import Look


class DuplicateLine(QWidget):
    """One question at a time, the surest first."""

    compare_requested = Signal(object)
    """A `Pair`."""
    denied = Signal(object)
    """A `Pair` of two people."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: Pair | None = None
        self._words = ElidedLabel(look, "", "small", "text-secondary")
        self._compare = LinkButton(look, self.tr("Compare"))
        self._deny = LinkButton(look, self.tr("Not the same"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(look, "users", 14, "text-secondary"))
        row.addWidget(self._words, 1)
        row.addWidget(self._compare)
        row.addWidget(self._deny)
        self._compare.clicked.connect(self._on_compare_clicked)
        self._deny.clicked.connect(self._on_deny_clicked)
        self.hide()

    def show_pair(self, pair: Pair | None, name: str = "", other: str = "") -> None:
        self._pair = pair
        self.setVisible(pair is not None)
        if pair is None:
            return
        if name == other:
            text = self.tr("{name} is there twice.").format(name=name)
        else:
            text = self.tr("{name} and {other} may be one person.").format(name=name, other=other)
        self._words.setText(text)
        for button in (self._compare, self._deny):
            button.setAccessibleDescription(text)

    def _on_compare_clicked(self) -> None:
        self.compare_requested.emit(self._pair)

    def _on_deny_clicked(self) -> None:
        self.denied.emit(self._pair)
