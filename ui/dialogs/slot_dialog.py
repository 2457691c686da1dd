"""A letter that an application needs: what it is called and what its writer has to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import InvalidInputError, LordeskError
from lordesk.kinds import SlotNeed
from ui.dialogs.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.pickers import ComboBox
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.rows.letters import SlotRow
    from lordesk.services.applications import ApplicationService
    from ui.desk import Desk


class SlotDialog(Dialog):
    """Adds a letter to an application, or changes the one of `slot`."""

    def __init__(
        self,
        desk: Desk,
        applications: ApplicationService,
        application_id: int,
        slot: SlotRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Add a letter") if slot is None else self.tr("Edit letter")
        super().__init__(desk, title, 440, parent)
        self._applications = applications
        self._application_id = application_id
        self._slot = slot
        look = desk.look
        self._name = TextField(look, self.tr("Research letter"))
        self._need = ComboBox(look)
        for need in SlotNeed:
            self._need.addItem(word(need), need)
        self._field = Field(look, self.tr("Name"), self._name)
        self.body.addWidget(self._field)
        self.body.addWidget(Field(look, self.tr("Who should write it?"), self._need))
        if slot is not None:
            self._name.setText(slot.title)
            self._need.setCurrentIndex(list(SlotNeed).index(slot.need))
        self.add_buttons(self.tr("Add letter") if slot is None else self.tr("Save"))
        self._name.setFocus()

    def _save(self) -> None:
        title, need = self._name.text(), SlotNeed(self._need.currentData())
        try:
            if self._slot is None:
                self._applications.add_slot(self._application_id, title, need)
            else:
                self._applications.update_slot(self._slot.id, title, need)
        except InvalidInputError as error:
            self._field.set_error(sentence(error))
            self._name.setFocus()
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()
