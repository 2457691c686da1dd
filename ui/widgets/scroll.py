"""Scrolling and splitting without frames."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSplitter,
    QWidget,
)


class ScrollPane(QScrollArea):
    """Shows the ground behind it, scrolls down only, and keeps the focused child in view."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # PySide6 asked for a viewport of Qt's making loads every kind of widget there is, to learn
        # which one it is: 2 MiB and more. A plain widget fills no background by itself.
        self.setViewport(QWidget())
        self.setWidget(content)
        content.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        content = self.widget()
        if new is not None and content is not None and content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 12, 12)


class Splitter(QSplitter):
    """A hairline between two panes, neither of which can be dragged away."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        # At 1 px Qt widens the area that takes the mouse by itself.
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
