"""Every key of the app, read from the one list of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.actions import PLACE_KEYS, SPECS, ActionSpec, KeySpec, key_text, words
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import Button
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import Label

if TYPE_CHECKING:
    from ui.desk import Desk


def shortcut_groups() -> dict[str, list[tuple[str, str]]]:
    """Group → (what it does, its keys), in the order of the lists."""
    groups: dict[str, list[tuple[str, str]]] = {}
    specs: tuple[ActionSpec | KeySpec, ...] = (*SPECS, *PLACE_KEYS)
    for spec in specs:
        if spec.keys:
            keys = "   ".join(key_text(one) for one in spec.keys)
            groups.setdefault(words(spec.group), []).append((words(spec.text), keys))
    return groups


class ShortcutsDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Shortcut list"), width=560, parent=parent)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 16, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for group, lines in shortcut_groups().items():
            self._add_group(grid, group, lines)
        pane = ScrollPane(content)
        pane.setMinimumHeight(420)
        pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pane.setAccessibleName(self.windowTitle())
        pane.setFocus()
        self.body.addWidget(pane)
        done = Button(self._look, self.tr("Close"))
        done.setDefault(True)
        done.clicked.connect(self.accept)
        self._buttons.addWidget(done)

    def _add_group(self, grid: QGridLayout, group: str, lines: list[tuple[str, str]]) -> None:
        """A heading over its lines, one below the other: two columns would not fit large text."""
        heading = Label(self._look, group, "heading")
        heading.setContentsMargins(0, 14 if grid.count() else 0, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for text, keys in lines:
            row = grid.rowCount()
            grid.addWidget(Label(self._look, text, "body", "text-secondary"), row, 0)
            grid.addWidget(Label(self._look, keys, "bodyMedium"), row, 1)
