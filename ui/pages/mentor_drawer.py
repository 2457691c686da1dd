"""The mentor pane as a drawer over the right side of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.mentor_pane.pane import PaneTab
from ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from ui.pages.mentor_pane.pane import MentorPane
    from ui.widgets.look import Look

WIDTH = 440


class MentorDrawer(QWidget):
    """Escape or its button closes it."""

    closed = Signal()

    def __init__(self, look: Look, pane: MentorPane, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self.pane = pane
        close = IconButton(look, "x", self.tr("Close"), "small")
        close.clicked.connect(self.close_drawer)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 0)
        head.addStretch(1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(pane, 1)
        escape = QShortcut(QKeySequence("Esc"), self, self.close_drawer)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    def open_on(self, mentor_id: int, application_id: int | None) -> None:
        """Show a mentor's letters and take the focus."""
        self.pane.show_mentor(mentor_id, application_id)
        self.pane.show_tab(PaneTab.LETTERS)
        self.fit()
        self.show()
        self.raise_()
        self.pane.take_focus()

    def fit(self) -> None:
        """Stand at the right edge of the page."""
        page = self.parentWidget()
        if page is not None:
            width = min(WIDTH, page.width())
            self.setGeometry(page.width() - width, 0, width, page.height())

    def close_drawer(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._look.color("border"))
