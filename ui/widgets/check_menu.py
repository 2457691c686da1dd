"""A menu of check marks that stays open while they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent


class CheckMenu(QMenu):
    """`picked` after each change by the user. Space toggles and stays, Enter toggles and closes."""

    picked = Signal()

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title.replace("&", "&&"), parent)
        self._values: dict[QAction, Hashable] = {}
        self.triggered.connect(self._on_triggered)

    def set_choices(self, choices: Iterable[tuple[Hashable, str]]) -> None:
        """Values with their words; None for the value and no words makes a line.

        What was checked stays checked where it is still offered.
        """
        before = self.checked()
        self.clear()
        self._values = {}
        for value, words in choices:
            if not words:
                self.addSeparator()
                continue
            action = self.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in before)
            self._values[action] = value

    def checked(self) -> set[Hashable]:
        return {value for action, value in self._values.items() if action.isChecked()}

    def set_checked(self, values: Iterable[Hashable]) -> None:
        wanted = set(values)
        for action, value in self._values.items():
            action.setChecked(value in wanted)

    def words(self) -> list[str]:
        """Of what is checked, in the order of the menu."""
        return [a.text().replace("&&", "&") for a in self._values if a.isChecked()]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if action in self._values and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action in self._values:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _on_triggered(self, action: QAction) -> None:
        if action in self._values:
            self.picked.emit()
