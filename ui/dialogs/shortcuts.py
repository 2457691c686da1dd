"""Every key of the app, read from the one list of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        super().__init__(desk, self.tr("Shortcut list"), width=640, parent=parent)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        places = [0, 0]
        for number, (group, lines) in enumerate(shortcut_groups().items()):
            side = 0 if places[0] <= places[1] else 1
            self._add_group(grid, side, places, group, lines, first=number < 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(1, 24)
        grid.setRowStretch(max(places), 1)
        pane = ScrollPane(content)
        pane.setMinimumHeight(420)
        self.body.addWidget(pane)
        done = Button(self._look, self.tr("Close"))
        done.setDefault(True)
        done.clicked.connect(self.accept)
        self._buttons.addWidget(done)

    def _add_group(
        self,
        grid: QGridLayout,
        side: int,
        places: list[int],
        group: str,
        lines: list[tuple[str, str]],
        first: bool,
    ) -> None:
        """One heading and its lines in the left or right half of the grid."""
        left = side * 2
        holder = QWidget()
        inner = QGridLayout(holder)
        inner.setContentsMargins(0, 0 if first else 12, 0, 0)
        inner.setVerticalSpacing(4)
        inner.addWidget(Label(self._look, group, "heading"), 0, 0, 1, 2)
        for row, (text, keys) in enumerate(lines, 1):
            inner.addWidget(Label(self._look, text, "body", "text-secondary"), row, 0)
            inner.addWidget(Label(self._look, keys, "bodyMedium"), row, 1)
        inner.setColumnStretch(0, 1)
        grid.addWidget(holder, places[side], left)
        places[side] += 1
