"""One rule in a list: what it is, what it says, how sure, and on demand its page and an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, LinkButton
from ui.widgets.draw import PillFace
from ui.widgets.field import Field
from ui.widgets.pickers import DateField, NumberField
from ui.widgets.pill import Pill
from ui.widgets.text import Label
from ui.wording import rules as words

if TYPE_CHECKING:
    from lordesk.errors import RulePackError
    from lordesk.rows.rules import RuleRow
    from ui.widgets.look import Look

_FACES = {
    "own": ("pencil", "accent-text", "accent-soft"),
    "confirmed": ("circle-check", "success-text", "success-soft"),
    "projected": ("calendar-clock", "warning-text", "warning-soft"),
    "uncertain": ("circle-question-mark", "warning-text", "warning-soft"),
}
_MOST = 99
"""Letters or days; more is a slip of the finger."""


class RuleItem(QWidget):
    """`saved` carries the row and the user's value, `reset` the row."""

    saved = Signal(object, object)
    reset = Signal(object)

    def __init__(self, look: Look, row: RuleRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = row
        self._editor: DateField | NumberField | None = None
        self._build()
        self.set_row(row)

    def set_row(self, row: RuleRow) -> None:
        """Show a rule anew, without its editor."""
        self._row = row
        name = words.title(row)
        self._name.setText(name)
        self._value.setText(words.row_value(row))
        text, code = words.standing(row)
        icon, color, fill = _FACES[code]
        self._pill.set_face(PillFace(icon, text, color, fill))
        self._origin.setText(words.origin(row.origin))
        self._source.setAccessibleName(self.tr("Source of {rule}").format(rule=name))
        self._edit.setAccessibleName(self.tr("Edit {rule}").format(rule=name))
        self._edit.setVisible(row.editable)
        self._shipped.setText(words.shipped_value(row) if row.edited else "")
        self._shipped.setVisible(row.edited)
        self._show_editor(False)

    def fail(self, error: RulePackError) -> None:
        self._field.set_error(words.refused(error))

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._name = Label(look, style="small", color="text-secondary", wrap=True)
        self._value = Label(look, style="bodyMedium", wrap=True)
        self._shipped = Label(look, style="small", color="text-secondary", wrap=True)
        self._origin = Label(look, style="small", color="text-tertiary", wrap=True)
        self._pill = Pill(look, PillFace("", "", "text"))
        self._source = Button(look, self.tr("Source"), "quiet", size="small")
        self._source.setCheckable(True)
        self._source.toggled.connect(self._show_details)
        self._edit = Button(look, self.tr("Edit"), "quiet", "pencil", size="small")
        self._edit.clicked.connect(self._on_edit_clicked)
        # Values stand below each other whether they can be changed or not.
        policy = self._edit.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._edit.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        for widget in (self._pill, self._source, self._edit):
            head.addWidget(widget)
        self._details, self._form = QWidget(), QWidget()
        self._below = QVBoxLayout(self._details)
        self._below.setContentsMargins(0, 4, 0, 0)
        self._below.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 8, 10)
        column.setSpacing(2)
        column.addLayout(head)
        for part in (self._value, self._shipped, self._origin, self._details, self._form):
            column.addWidget(part)
        self._details.hide()
        self._form.hide()

    def _show_details(self, shown: bool) -> None:
        """Made when first asked for: a list has dozens of rules."""
        if shown and not self._below.count():
            about, look = self._row.origin, self._look
            if about.basis:
                self._below.addWidget(
                    Label(look, about.basis, "small", "text-secondary", wrap=True)
                )
            if about.uncertain:
                doubt = Label(look, about.uncertain, "small", "warning-text", wrap=True)
                self._below.addWidget(doubt)
            address = Label(look, about.source, "small", "text-secondary", True, selectable=True)
            address.setAccessibleName(self.tr("Address of the page"))
            self._below.addWidget(address)
            page = LinkButton(look, self.tr("Open page"))
            page.clicked.connect(self._open_page)
            self._below.addWidget(page)
        self._details.setVisible(shown)

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._row.origin.source))

    # --- editing ----------------------------------------------------------------------------------

    def _on_edit_clicked(self) -> None:
        if self._editor is None:
            self._build_form()
        self._fill(self._row.value)
        self._field.set_error("")
        self._field.set_help(words.shipped_value(self._row))
        self._reset.setVisible(self._row.edited)
        self._show_editor(True)
        self._field.setFocus()

    def _show_editor(self, shown: bool) -> None:
        self._form.setVisible(shown)
        self._edit.setEnabled(not shown)

    def _build_form(self) -> None:
        look = self._look
        if self._row.key == "on":
            self._editor = DateField(look)
        else:
            self._editor = NumberField(look)
            self._editor.setRange(0, _MOST)
        self._field = Field(look, words.title(self._row), self._editor)
        save = Button(look, self.tr("Save"), "soft", size="small")
        cancel = Button(look, self.tr("Cancel"), "quiet", size="small")
        self._reset = Button(look, self.tr("Reset"), "quiet", "rotate-ccw", size="small")
        save.clicked.connect(self._on_save_clicked)
        cancel.clicked.connect(self._on_cancel_clicked)
        self._reset.clicked.connect(self._on_reset_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (save, cancel, self._reset):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addLayout(buttons)

    def _fill(self, value: Any) -> None:
        if isinstance(self._editor, DateField):
            self._editor.set_day(value)
        elif self._editor is not None:
            self._editor.setValue(value)

    def _on_save_clicked(self) -> None:
        editor = self._editor
        value = (
            editor.day() if isinstance(editor, DateField) else editor.value() if editor else None
        )
        self.saved.emit(self._row, value)

    def _on_cancel_clicked(self) -> None:
        self._show_editor(False)
        self._edit.setFocus()

    def _on_reset_clicked(self) -> None:
        self.reset.emit(self._row)

    def focus_edit(self) -> None:
        self._edit.setFocus()
