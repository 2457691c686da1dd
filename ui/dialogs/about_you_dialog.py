"""Who writes: asked for where a message has nothing to be signed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import LordeskError
from ui.dialogs.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.services.profile import ProfileService
    from ui.desk import Desk


class AboutYouDialog(Dialog):
    """What the built-in signature is made of; the rest of "You" is in the settings."""

    def __init__(self, desk: Desk, profile: ProfileService, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("About you"), 440, parent)
        self._profile = profile
        row, look = profile.get(), desk.look
        self._name = TextField(look, self.tr("Your name as it should stand in a letter"))
        self._year = TextField(look, self.tr("MS4, or pre-med junior"))
        self._school = TextField(look, self.tr("Northfield School of Medicine"))
        help_text = self.tr("Your messages are signed with this. The settings have it under You.")
        self._name_field = Field(look, self.tr("Name"), self._name, help_text)
        self.body.addWidget(self._name_field)
        self.body.addWidget(Field(look, self.tr("Year"), self._year))
        self.body.addWidget(Field(look, self.tr("School"), self._school))
        for line, value in (
            (self._name, row.name),
            (self._year, row.year),
            (self._school, row.school),
        ):
            line.setText(value)
        self.add_buttons(self.tr("Save"))
        self._name.setFocus()

    def _save(self) -> None:
        if not self._name.text().strip():
            self._name_field.set_error(self.tr("Enter your name."))
            self._name.setFocus()
            return
        try:
            self._profile.update(
                name=self._name.text(), year=self._year.text(), school=self._school.text()
            )
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
