"""What stands in a page's place until its home is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from lordesk.kinds import Page as PageKind
from ui.widgets.text import Label
from ui.wording.kinds import word

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.widgets.look import Look

_NARROW = 1000


class WaitingPage(QWidget):
    """Bare ground, and on Today, where most starts arrive, the title at its place."""

    def __init__(self, look: Look, kind: PageKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(look, word(kind), "display", parent=self)
        self.title.setVisible(kind is PageKind.TODAY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.title.adjustSize()
        self.title.move(QPoint(20, 16) if self.width() < _NARROW else QPoint(24, 24))
