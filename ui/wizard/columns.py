"""Fields side by side where there is room, below each other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.widgets.look import Look

_LEAST = 220
"""Of one column, at 100 % text."""


class Columns(QWidget):
    """Two columns, filled line by line; hidden parts take no place.

    `reflow` is to be called after a part was hidden or shown.
    """

    def __init__(self, look: Look, parts: list[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._parts = parts
        self._placed: tuple[int, tuple[bool, ...]] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(16)
        self._grid.setColumnStretch(0, 1)
        look.changed.connect(self.reflow)
        self.reflow()

    def minimumSizeHint(self) -> QSize:
        """One column is enough, so it never makes a form wider than its pane."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reflow()

    def reflow(self) -> None:
        count = 2 if self.width() >= 2 * self._look.px(_LEAST) + 12 else 1
        hidden = tuple(_is_hidden(part) for part in self._parts)
        if (count, hidden) == self._placed:
            return
        self._placed = (count, hidden)
        for part in self._parts:
            self._grid.removeWidget(part)
        self._grid.setColumnStretch(1, 1 if count == 2 else 0)
        shown = [part for part in self._parts if not _is_hidden(part)]
        for number, part in enumerate(shown):
            self._grid.addWidget(part, number // count, number % count, Qt.AlignmentFlag.AlignTop)
        self.updateGeometry()


def _is_hidden(part: QWidget) -> bool:
    """Hidden on purpose: a widget that was never shown counts as hidden for Qt, too."""
    return part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
