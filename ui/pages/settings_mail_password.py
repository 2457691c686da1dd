"""The password of a mail account: typed here, kept in the keyring, never shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, LinkButton
from ui.widgets.fields import PasswordField
from ui.widgets.text import IconLabel, Label
from ui.wording import accounts as words

if TYPE_CHECKING:
    from lordesk.rows.mail import Provider
    from ui.widgets.look import Look

_DOTS = "•" * 16


class PasswordPart(QWidget):
    """`finished` when the user is done with the field and something was typed."""

    edited = Signal()
    finished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._url = ""
        self.field = PasswordField(look)
        self._label = Label(look, "", "label")
        self._label.setBuddy(self.field)
        self._error = Label(look, "", "small", "danger-text", wrap=True)
        self._error.hide()
        self._kept = Label(look, "", "small", "text-secondary", wrap=True)
        self._how = LinkButton(look, self.tr("How to make one"), "small")
        self._steps = QWidget()
        self._list = QVBoxLayout(self._steps)
        self._list.setContentsMargins(0, 6, 0, 0)
        self._list.setSpacing(6)
        self._steps.hide()
        self._open = Button(look, self.tr("Open that page"), icon="external-link", size="small")
        self._build()
        self.field.textEdited.connect(self._on_field_edited)
        self.field.editingFinished.connect(self._on_field_finished)
        self._how.clicked.connect(self._on_how_clicked)
        self._open.clicked.connect(self._on_open_clicked)

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(IconLabel(self._look, "key-round", 14), 0)
        below.addWidget(self._kept, 1)
        below.addSpacing(12)
        below.addWidget(self._how, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._error)
        column.addLayout(below)
        column.addWidget(self._steps)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._label.setMinimumHeight(self._look.px(32))
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def set_label_width(self, width: int) -> None:
        self._label.setFixedWidth(width)
        self._label.setMinimumHeight(self._look.px(32))

    # --- what it shows --------------------------------------------------------------------------

    def set_provider(self, provider: Provider | None) -> None:
        name = words.password_name(provider.password_kind if provider else "account")
        self._label.setText(name.replace("&", "&&"))
        self.field.setAccessibleName(name)
        steps = provider.steps if provider else ()
        self._url = provider.guide_url if provider else ""
        app = provider is not None and provider.password_kind != "account"
        self._how.setText(self.tr("How to make one") if app else self.tr("Where to find it"))
        self._how.setVisible(bool(steps))
        while (item := self._list.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for number, step in enumerate(steps, 1):
            text = self.tr("{number}. {step}").format(number=number, step=step)
            line = Label(self._look, text, "small", "text-secondary", wrap=True)
            self._list.addWidget(line)
        self._show_steps(not self._steps.isHidden() and bool(steps))

    def set_kept(self, kept: bool, sentence: str) -> None:
        """Dots stand for a password that is kept; it is not in the field any more."""
        self._kept.setText(sentence)
        self.field.setPlaceholderText(_DOTS if kept else "")
        self.field.setAccessibleDescription(
            self.tr("A password is kept. Type to replace it.") if kept else sentence
        )

    def set_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.field.setProperty("invalid", bool(sentence))
        self.field.style().polish(self.field)

    def text(self) -> str:
        return self.field.text()

    def forget(self) -> None:
        """setText, for clear() would let Undo bring it back."""
        self.field.setText("")
        self.field.set_shown(False)

    # --- reacting -------------------------------------------------------------------------------

    def _on_field_edited(self) -> None:
        self.set_error("")
        self.edited.emit()

    def _on_field_finished(self) -> None:
        if self.field.text():
            self.finished.emit()

    def _on_how_clicked(self) -> None:
        self._show_steps(self._steps.isHidden())

    def _show_steps(self, shown: bool) -> None:
        self._steps.setVisible(shown)
        self._open.setVisible(shown and bool(self._url))

    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))
