"""The question before the letters of a target are locked, in place below the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import IconLabel, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.widgets.look import Look


class LockQuestion(Card):
    confirmed = Signal(int)
    closed = Signal()
    """It was answered, one way or the other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "warning-soft", "warning-border", parent=parent)
        self._target_id = 0
        self._asked = Label(look, "", "bodyStrong", wrap=True)
        self._warning = Label(look, "", "body", "text-secondary", wrap=True)
        self._yes = Button(look, self.tr("Applied, lock them"), size="small")
        self._no = Button(look, self.tr("Not yet"), "quiet", size="small")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._asked)
        column.addWidget(self._warning)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(look, "lock", 16, "warning-text"))
        row.addLayout(column, 1)
        row.addWidget(self._no, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._yes, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)
        self.hide()

    def ask(self, target_id: int, question: str, warning: str) -> None:
        """Its buttons get the keyboard; the harmless one first."""
        self._target_id = target_id
        self._asked.setText(question)
        self._warning.setText(warning)
        for button in (self._yes, self._no):
            button.setAccessibleDescription(f"{question} {warning}")
        self.show()
        self._no.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_quietly(self) -> None:
        """The target that it asks about is no longer shown."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_no()
        else:
            super().keyPressEvent(event)

    def _on_yes(self) -> None:
        self.hide()
        self.confirmed.emit(self._target_id)
        self.closed.emit()

    def _on_no(self) -> None:
        self.hide()
        self.closed.emit()
