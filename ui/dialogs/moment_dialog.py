"""A shared moment: the case, paper or story that a request can remind of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import InvalidInputError, LordeskError
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_parts import beside
from ui.widgets.checks import CheckBox
from ui.widgets.field import Field
from ui.widgets.fields import TextArea
from ui.widgets.pickers import DateField
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.services.interactions import InteractionService
    from ui.desk import Desk


class MomentDialog(Dialog):
    def __init__(
        self,
        desk: Desk,
        interactions: InteractionService,
        mentor_id: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, self.tr("Add a shared moment"), parent=parent)
        self._interactions = interactions
        self._mentor_id = mentor_id
        look, today = desk.look, desk.clock.today()
        hint = self.tr("The night we found the cause of her fever on the third set of cultures")
        self._text = TextArea(look, hint, 4)
        self._dated = CheckBox(look, self.tr("It was on"))
        self._on = DateField(look)
        self._on.set_day(today)
        self._on.setAccessibleName(self.tr("Day of the moment"))
        self._on.setEnabled(False)
        text = self.tr("Specific stories beat praise. A request can bring this one up.")
        self._text_field = Field(look, self.tr("What happened"), self._text, text)
        self.body.addWidget(self._text_field)
        self.body.addLayout(beside(self._dated, self._on))
        self.add_buttons(self.tr("Add moment"))
        self._dated.toggled.connect(self._on.setEnabled)
        self._text.textChanged.connect(self._on_text_changed)
        self._text.setFocus()

    def _on_text_changed(self) -> None:
        self._text_field.set_error("")

    def _save(self) -> None:
        on = self._on.day() if self._dated.isChecked() else None
        try:
            self._interactions.add_moment(self._mentor_id, self._text.toPlainText(), on)
        except InvalidInputError as error:
            self._text_field.set_error(sentence(error))
            self._text.setFocus()
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()
