"""Where the data cannot be opened: what happened, in a sentence, and everything stays in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.text import IconLabel, Label
from ui.wording.errors import details, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from lordesk.errors import LordeskError
    from ui.widgets.look import Look


class RecoveryWindow(QWidget):
    retried = Signal()
    quit_requested = Signal()

    def __init__(self, look: Look, error: LordeskError, backups: Path) -> None:
        super().__init__()
        self._look = look
        self._backups = backups
        self.setWindowTitle(self.tr("Your data could not be opened"))
        self.setMinimumWidth(560)
        self._build(sentence(error), details(error))
        self._ring = FocusRing(look, self)

    def _build(self, words: str, more: str) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(look, "circle-alert", 20, "danger-text"))
        head.addWidget(Label(look, self.windowTitle(), "title"), 1)
        column.addLayout(head)
        column.addWidget(Label(look, words, "lead", wrap=True, selectable=True))
        self._details = Label(look, more, "small", "text-secondary", wrap=True, selectable=True)
        self._details.hide()
        column.addWidget(self._details)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._more = Button(look, self.tr("Details"), "quiet")
        folder = Button(look, self.tr("Open backup folder"), icon="folder-open")
        folder.setVisible(self._backups.is_dir())
        leave = Button(look, self.tr("Quit"))
        again = Button(look, self.tr("Try again"), "primary")
        again.setDefault(True)
        row.addWidget(self._more)
        row.addStretch(1)
        for button in (folder, leave, again):
            row.addWidget(button)
        column.addLayout(row)
        self._more.clicked.connect(self._on_more_clicked)
        folder.clicked.connect(self._on_folder_clicked)
        leave.clicked.connect(self.quit_requested)
        again.clicked.connect(self.retried)
        again.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("window"))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.quit_requested.emit()

    def _on_more_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def _on_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backups)))
