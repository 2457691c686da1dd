"""What a page is for and how to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import Button
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import Label

if TYPE_CHECKING:
    from lordesk.rows.help import HelpRow, HelpSection
    from ui.desk import Desk

_HEIGHT = 360


class HelpDialog(Dialog):
    shortcuts_requested = Signal()

    def __init__(self, desk: Desk, topic: HelpRow, parent: QWidget | None = None) -> None:
        title = self.tr("Help: {page}").format(page=topic.title)
        super().__init__(desk, title, width=560, parent=parent)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        column.addWidget(Label(self._look, topic.lead, "body", "text-secondary", wrap=True))
        for section in topic.sections:
            self._add_section(column, section)
        column.addStretch(1)
        pane = ScrollPane(content)
        pane.setMinimumHeight(self._look.px(_HEIGHT))
        pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pane.setAccessibleName(title)
        pane.setFocus()
        self.body.addWidget(pane)
        self._add_feet()

    def _add_section(self, column: QVBoxLayout, section: HelpSection) -> None:
        heading = Label(self._look, section.title, "heading")
        heading.setContentsMargins(0, 10, 0, 0)
        column.addWidget(heading)
        for line in section.lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            mark = Label(self._look, "•", "body", "text-tertiary")
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(self._look, line, "body", wrap=True), 1)
            column.addLayout(row)

    def _add_feet(self) -> None:
        keys = Button(self._look, self.tr("All shortcuts"))
        keys.setAutoDefault(False)
        keys.clicked.connect(self._on_keys_clicked)
        done = Button(self._look, self.tr("Close"))
        done.setDefault(True)
        done.clicked.connect(self.accept)
        self._buttons.addWidget(keys)
        self._buttons.addWidget(done)

    def _on_keys_clicked(self) -> None:
        self.accept()
        self.shortcuts_requested.emit()
