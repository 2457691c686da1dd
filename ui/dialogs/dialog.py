"""The frame of every dialog: title, body, a line for what went wrong, buttons at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.form_parts import FORM_LEFT, FORM_RIGHT, form_scroll
from ui.widgets.buttons import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.text import Label, set_tip
from ui.widgets.toast import announce
from ui.wording.errors import details, sentence

if TYPE_CHECKING:
    from lordesk.errors import LordeskError
    from ui.desk import Desk
    from ui.widgets.scroll import ScrollPane

_MOST_OF_SCREEN = 0.92
_EDGES = (24 - FORM_LEFT, 24, 24 - FORM_RIGHT, 24)
_INNER = (FORM_LEFT, 0, FORM_RIGHT, 0)
"""What is not scrolled keeps the edges of what is, whose rings and scroll bar stand beside it."""


class Dialog(QDialog):
    """Opened with `open()`, never `exec()`; deletes itself when it closes.

    A subclass fills `self.body`, or adds a long form with `add_form`, adds buttons with
    `add_buttons`, and does its work in `_save`, which keeps the dialog open by `fail(error)`.
    """

    def __init__(
        self, desk: Desk, title: str, width: int = 520, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = desk.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setMinimumWidth(self._wide(width))
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(*_EDGES)
        self._frame.setSpacing(20)
        self._title = Label(desk.look, title, "title", wrap=True)
        self._title.setContentsMargins(*_INNER)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*_INNER)
        self.body.setSpacing(16)
        self._error = Label(desk.look, "", "body", "danger-text", wrap=True)
        self._error.setContentsMargins(*_INNER)
        self._error.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(*_INNER)
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._frame.addWidget(self._title)
        self._frame.addLayout(self.body, 1)
        self._frame.addWidget(self._error)
        self._frame.addLayout(self._buttons)
        self._ring = FocusRing(desk.look, self)
        self.primary: Button | None = None

    def add_form(self, form: QWidget) -> ScrollPane:
        """Below the body; it scrolls, so that the buttons stay on a small screen."""
        scroll = form_scroll(form)
        self._frame.setStretchFactor(self.body, 0)
        self._frame.insertWidget(self._frame.indexOf(self._error), scroll, 1)
        return scroll

    def add_below(self, widget: QWidget) -> None:
        """Between a form that scrolls and the buttons, where it is always seen."""
        row = QHBoxLayout()
        row.setContentsMargins(*_INNER)
        row.addWidget(widget)
        self._frame.insertLayout(self._frame.indexOf(self._error), row)

    def add_buttons(self, primary: str, cancel: str = "", kind: str = "primary") -> Button:
        """The buttons at the right, the main one last; Ctrl+Enter presses it from any field."""
        dismiss = Button(self._look, cancel or self.tr("Cancel"))
        dismiss.setAutoDefault(False)
        dismiss.clicked.connect(self.reject)
        main = Button(self._look, primary, kind)
        main.setDefault(True)
        main.clicked.connect(self._save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, main.click)
        self._buttons.addWidget(dismiss)
        self._buttons.addWidget(main)
        self.primary = main
        return main

    def _wide(self, width: int) -> int:
        """Large text needs wider fields, as far as the screen has the room."""
        room = round(self.screen().availableGeometry().width() * _MOST_OF_SCREEN)
        return max(width, min(self._look.px(width), room))

    def open(self) -> None:
        self.fit_height()
        super().open()

    def fit_height(self) -> None:
        """As high as its form, where the screen has the room; Qt alone stops at two thirds."""
        layout, width = self._frame, max(self.minimumWidth(), self._frame.sizeHint().width())
        most = round(self.screen().availableGeometry().height() * _MOST_OF_SCREEN)
        high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
        self.resize(width, min(max(high, layout.totalMinimumSize().height()), most))

    def fail(self, error: LordeskError) -> None:
        """Say what went wrong above the buttons; the code is in the tooltip."""
        self.fail_with(sentence(error))
        set_tip(self._error, details(error))

    def fail_with(self, words: str) -> None:
        """An empty text takes the line away."""
        self._error.setText(words)
        self._error.setToolTip("")
        self._error.setVisible(bool(words))
        if words:
            announce(self, words)

    def _save(self) -> None:
        """Do the work of the main button, then `accept()`."""
        self.accept()
