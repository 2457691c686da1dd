"""How a letter gets there: its service, its reference number and the waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.domain.references import same_reference
from lordesk.errors import LordeskError
from lordesk.kinds import LetterService, Waiver
from ui.dialogs.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.pickers import ComboBox
from ui.wording import letter_facts as words
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.domain.coverage_view import View
    from lordesk.rows.letters import LetterRow
    from lordesk.services.letters import LetterService as Letters
    from ui.desk import Desk


class LetterFactsDialog(Dialog):
    """What is odd is said at its field and keeps nothing from being saved."""

    def __init__(
        self,
        desk: Desk,
        letters: Letters,
        view: View,
        letter: LetterRow,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Letter from {name}").format(name=letter.mentor_short)
        super().__init__(desk, title, 440, parent)
        self._letters = letters
        self._view = view
        self._letter = letter
        self._build()
        self._check()
        self.add_buttons(self.tr("Save"))
        self._service.activated.connect(self._check)
        self._reference.textEdited.connect(self._check)
        self._service.setFocus()

    def _build(self) -> None:
        look, letter = self._look, self._letter
        self._service, self._waiver = ComboBox(look), ComboBox(look)
        self._service.addItem(self.tr("None"), None)
        for service in LetterService:
            self._service.addItem(word(service), service)
        self._service.setCurrentIndex(self._service.findData(letter.service))
        for waiver in Waiver:
            self._waiver.addItem(word(waiver), waiver)
        self._waiver.setCurrentIndex(self._waiver.findData(letter.waiver))
        self._reference = TextField(look)
        self._reference.setText(letter.reference)
        self._service_field = Field(look, self.tr("Letter goes through"), self._service)
        self._reference_field = Field(look, self.tr("Reference number"), self._reference)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._service_field)
        column.addWidget(self._reference_field)
        column.addWidget(Field(look, self.tr("Right to view"), self._waiver))
        self.add_form(form)

    def _chosen_service(self) -> LetterService | None:
        chosen = self._service.currentData()
        return LetterService(chosen) if chosen else None

    def _check(self) -> None:
        facts = self._view.facts
        service = self._chosen_service()
        refused = service is not None and service in facts.rules.refused_channels
        where = facts.application.service
        self._service_field.set_error(
            words.refused(where, service) if refused and where and service else ""
        )
        number = self._reference.text()
        other = next(
            (
                letter
                for letter in self._view.letters.values()
                if letter.id != self._letter.id and same_reference(letter.reference, number)
            ),
            None,
        )
        self._reference_field.set_error(words.repeated(other.mentor_short) if other else "")

    def _save(self) -> None:
        waiver = Waiver(self._waiver.currentData())
        values: dict[str, object] = {
            "service": self._chosen_service(),
            "reference": self._reference.text(),
        }
        if waiver is not self._letter.waiver:
            values["waiver"] = waiver
        try:
            self._letters.update(self._letter.id, **values)
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()
