"""Records a side fact of a letter: what the service or the mail did, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lordesk.errors import LordeskError
from ui.dialogs.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.fields import TextArea
from ui.widgets.pickers import DateField
from ui.widgets.text import Label
from ui.wording.history import effect
from ui.wording.kinds import word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.kinds import FactKind
    from lordesk.rows.letters import LetterRow
    from lordesk.services.side_facts import FactService
    from ui.desk import Desk


class FactDialog(Dialog):
    recorded = Signal()

    def __init__(
        self,
        desk: Desk,
        facts: FactService,
        letter: LetterRow,
        fact: FactKind,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("{fact}: {mentor}").format(fact=word(fact), mentor=letter.mentor_short)
        super().__init__(desk, title, 440, parent)
        self._facts = facts
        self._letter = letter
        self._fact = fact
        look = desk.look
        self.body.addWidget(Label(look, effect(fact), "body", "text-secondary", wrap=True))
        self._day = DateField(look)
        self._day.set_day(desk.clock.today())
        self._day_field = Field(look, self.tr("Date"), self._day)
        self._note = TextArea(look, rows=3)
        self.body.addWidget(self._day_field)
        self.body.addWidget(Field(look, self.tr("Note (optional)"), self._note))
        self.add_buttons(self.tr("Record"))
        self._day.setFocus()

    def _save(self) -> None:
        day = self._day.day()
        if day > self._desk.clock.today():
            self._day_field.set_error(self.tr("This day is still ahead. Choose today or earlier."))
            return
        note, request_id = self._note.toPlainText(), self._letter.request_id
        try:
            self._facts.record(request_id, self._fact, day, note)
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self.recorded.emit()
        self._desk.say()
