"""A label, its editor, a line of help and a line for what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.text import IconLabel, Label

if TYPE_CHECKING:
    from ui.widgets.look import Look


class Field(QWidget):
    """The label is the editor's buddy, so a screen reader says it; help and error follow it.

    `beside` puts the label at the left, `label_width` wide.
    """

    def __init__(
        self,
        look: Look,
        label: str,
        editor: QWidget,
        help_text: str = "",
        beside: bool = False,
        label_width: int = 152,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.editor = editor
        self._build(label, beside, label_width)
        self.set_help(help_text)
        self.set_error("")

    def set_label(self, label: str) -> None:
        self._label.setText(label.replace("&", "&&"))
        self.editor.setAccessibleName(label)
        if isinstance(self.editor, QComboBox):
            inner = self.editor.lineEdit()
            if inner is not None:
                inner.setAccessibleName(label)

    def set_label_width(self, width: int) -> None:
        """For a label beside its editor."""
        self._label.setFixedWidth(width)
        self._label.setMinimumHeight(self._look.px(32))

    def set_help(self, help_text: str) -> None:
        self._help.setText(help_text)
        self._renew()

    def set_error(self, sentence: str) -> None:
        """What is wrong and what to do; nothing clears it."""
        self._error.setText(sentence)
        self.editor.setProperty("invalid", bool(sentence))
        self.editor.style().polish(self.editor)
        self._renew()

    def error(self) -> str:
        return self._error.text()

    def _build(self, label: str, beside: bool, label_width: int) -> None:
        self._label = Label(self._look, style="label")
        self._label.setBuddy(self.editor)
        self.set_label(label)
        self._help = Label(self._look, style="small", color="text-tertiary", wrap=True)
        self._error = Label(self._look, style="small", color="danger-text", wrap=True)
        self._sign = IconLabel(self._look, "circle-alert", 14, "danger-text")
        wrong = QHBoxLayout()
        wrong.setSpacing(6)
        wrong.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._error, 1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.editor)
        column.addWidget(self._help)
        column.addLayout(wrong)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        whole = QBoxLayout(way, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0 if beside else 6)
        if beside:
            self._label.setFixedWidth(label_width)
            self._label.setMinimumHeight(self._look.px(32))
            whole.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        else:
            whole.addWidget(self._label)
        whole.addLayout(column, 1)
        self.setFocusProxy(self.editor)

    def _renew(self) -> None:
        wrong = bool(self._error.text())
        self._error.setVisible(wrong)
        self._sign.setVisible(wrong)
        # While something is wrong the sentence replaces the help.
        self._help.setVisible(bool(self._help.text()) and not wrong)
        self.editor.setAccessibleDescription(self._error.text() or self._help.text())
