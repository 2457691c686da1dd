"""Add mentor: a name is enough; everything else can wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.domain import names
from lordesk.errors import InvalidInputError, LordeskError
from lordesk.kinds import MentorRole
from ui.dialogs.dialog import Dialog
from ui.dialogs.fit_questions import FitQuestions
from ui.dialogs.form_parts import (
    address_error,
    address_remark,
    beside,
    role_combo,
)
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.text import Label
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from lordesk.services.mentors import MentorService
    from ui.desk import Desk


class MentorDialog(Dialog):
    """`saved` has the id of the new mentor. `role` is chosen to begin with."""

    saved = Signal(int)

    def __init__(
        self,
        desk: Desk,
        mentors: MentorService,
        application_id: int | None = None,
        role: MentorRole | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, self.tr("Add mentor"), parent=parent)
        self._mentors = mentors
        self._application_id = application_id
        self._own_salutation = False
        self._build(role)
        self._name.textEdited.connect(self._on_name_edited)
        self._name.editingFinished.connect(self._guess)
        self._salutation.textEdited.connect(self._on_salutation_edited)
        self._email.textEdited.connect(self._on_email_edited)
        self._email.editingFinished.connect(self._check_email)
        self._name.setFocus()

    def _build(self, role: MentorRole | None) -> None:
        look = self._look
        self._name = TextField(look, self.tr("Dr. Elena Marchetti"))
        self._salutation = TextField(look)
        self._email = TextField(look, self.tr("Optional"))
        self._role = role_combo(look, role or MentorRole.ATTENDING)
        self._specialty = TextField(look, self.tr("Hospital Medicine"))
        self._known = TextField(look, self.tr("Sub-I attending, July"))
        self._questions = FitQuestions(look)
        self._name_field = Field(look, self.tr("Name"), self._name)
        self._dear_field = Field(look, self.tr("Letters begin"), self._salutation)
        self._email_field = Field(look, self.tr("Email"), self._email)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(beside(self._name_field, self._dear_field))
        column.addLayout(beside(self._email_field, Field(look, self.tr("Role"), self._role)))
        column.addLayout(
            beside(
                Field(look, self.tr("Specialty or subject"), self._specialty),
                Field(look, self.tr("How you know each other"), self._known),
            )
        )
        column.addSpacing(4)
        column.addWidget(Label(look, self.tr("How well do you know each other?"), "heading"))
        text = self.tr("Optional. The answers make the fit, and you can change them any time.")
        column.addWidget(Label(look, text, "small", "text-secondary", wrap=True))
        column.addWidget(self._questions)
        self.add_form(form)
        self.add_buttons(self.tr("Add mentor"))
        self._guess()

    # --- what LoRDesk understood ------------------------------------------------------------------

    def _on_name_edited(self, text: str) -> None:
        self._name_field.set_error("")
        self._guess()

    def _on_salutation_edited(self, text: str) -> None:
        self._own_salutation = bool(text.strip())
        self._show_greeting()

    def _guess(self) -> None:
        if not self._own_salutation:
            self._salutation.setText(names.guess_name(self._name.text()).salutation)
        self._show_greeting()

    def _show_greeting(self) -> None:
        whom = self._salutation.text().strip()
        text = self.tr("“Dear {name},”").format(name=whom) if whom else ""
        self._dear_field.set_help(text or self.tr("Dear …, as soon as there is a name"))

    # --- the address ------------------------------------------------------------------------------

    def _on_email_edited(self, text: str) -> None:
        self._email_field.set_error("")
        self._email_field.set_help("")

    def _check_email(self) -> None:
        self._email_field.set_help(address_remark(self._mentors, self._email.text()))
        self._email_field.set_error(address_error(self._email.text()))

    # --- saving -----------------------------------------------------------------------------------

    def _save(self) -> None:
        try:
            mentor_id = self._mentors.add(
                self._name.text(),
                answers=self._questions.answers(),
                application_id=self._application_id,
                salutation=self._salutation.text(),
                email=self._email.text(),
                role=self._role.currentData(),
                specialty=self._specialty.text(),
                how_known=self._known.text(),
            )
        except InvalidInputError as error:
            self._name_field.set_error(sentence(error))
            self._name.setFocus()
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self.saved.emit(mentor_id)
        self._desk.say()
