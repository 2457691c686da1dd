"""A date of an application: its title, its day and, if there is one, its hour."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime

from lordesk.errors import InvalidInputError, LordeskError
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_parts import beside
from ui.widgets.checks import CheckBox
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.pickers import DateField, TimeField
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.services.applications import ApplicationService
    from ui.desk import Desk


class ApplicationDateDialog(Dialog):
    def __init__(
        self,
        desk: Desk,
        applications: ApplicationService,
        application_id: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, self.tr("Add date"), 460, parent)
        self._applications = applications
        self._application_id = application_id
        self._build()
        self.add_buttons(self.tr("Add date"))
        self._with_time.toggled.connect(self._time.setEnabled)
        self._day.dateChanged.connect(self._check)
        self._check()
        self._name.setFocus()

    def _build(self) -> None:
        look = self._look
        self._name = TextField(look, self.tr("Secondary application due"))
        self._title_field = Field(look, self.tr("What happens?"), self._name)
        self._day = DateField(look)
        self._day.set_day(self._desk.clock.today())
        self._day_field = Field(look, self.tr("Day"), self._day)
        self._time = TimeField(look)
        self._time.setTime(QTime(17, 0))
        self._time.setEnabled(False)
        self._with_time = CheckBox(look, self.tr("At a certain time"))
        self.body.addWidget(self._title_field)
        self.body.addLayout(beside(self._day_field, Field(look, self.tr("Time"), self._time)))
        self.body.addWidget(self._with_time)

    def _check(self) -> None:
        past = self._day.day() < self._desk.clock.today()
        self._day_field.set_help(self.tr("This day has passed.") if past else "")

    def _save(self) -> None:
        shown = self._time.time()
        at = time(shown.hour(), shown.minute()) if self._with_time.isChecked() else None
        zone = self._desk.clock.zone_name() if at is not None else ""
        try:
            self._applications.add_date(
                self._application_id, self._name.text(), self._day.day(), at, zone
            )
        except InvalidInputError as error:
            self._title_field.set_error(sentence(error))
            self._name.setFocus()
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()
