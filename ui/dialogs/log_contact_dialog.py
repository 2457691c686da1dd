"""Log contact in two gestures: what it was, and a note. Also changes what was logged."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from lordesk.errors import InvalidInputError, LordeskError
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_parts import beside
from ui.widgets.checks import CheckBox
from ui.widgets.chips import Chip
from ui.widgets.field import Field
from ui.widgets.fields import TextArea, TextField
from ui.widgets.flow import FlowLayout
from ui.widgets.pickers import ComboBox, DateField
from ui.wording import interactions as words
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date

    from lordesk.kinds import InteractionKind
    from lordesk.rows.people import InteractionRow
    from lordesk.services.interactions import InteractionService
    from lordesk.services.mentors import MentorService
    from ui.desk import Desk

_REMIND_DAYS = 7


class LogContactDialog(Dialog):
    """Without a mentor the first field asks for one; with `change` it edits that entry."""

    def __init__(
        self,
        desk: Desk,
        interactions: InteractionService,
        mentors: MentorService,
        mentor_id: int | None = None,
        change: InteractionRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Change contact") if change is not None else self.tr("Log contact")
        super().__init__(desk, title, parent=parent)
        self._interactions = interactions
        self._mentors = mentors
        self._mentor_id = mentor_id
        self._change = change
        self._mentor: ComboBox | None = None
        self._build()
        if change is not None:
            self._show_row(change)
        self._note.setFocus()

    # --- the form ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        form = QWidget()
        self._column = QVBoxLayout(form)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        if self._change is None and self._mentor_id is None:
            self._add_mentor_field()
        elif self._mentor_id is not None:
            name = self._mentors.get(self._mentor_id).full_name
            self._title.setText(
                self.tr("{title} with {name}").format(title=self._title.text(), name=name)
            )
        self._kinds = QButtonGroup(self)
        self._chips: dict[InteractionKind, Chip] = {}
        chips = QWidget()
        chips.setAccessibleName(self.tr("What was it?"))
        flow = FlowLayout(chips)
        for kind in words.ORDER:
            chip = Chip(look, word(kind))
            self._chips[kind] = chip
            self._kinds.addButton(chip)
            flow.addWidget(chip)
        self._chips[words.ORDER[0]].setChecked(True)
        self._note = TextArea(look, self.tr("What happened? A line is enough"), 3)
        self._on = DateField(look)
        self._on.set_day(self._desk.clock.today())
        self._next = TextField(look, self.tr("Optional, such as “Send the abstract”"))
        self._remind = CheckBox(look, self.tr("Remind me on"))
        self._remind_on = DateField(look)
        self._remind_on.setAccessibleName(self.tr("Day of the reminder"))
        self._remind_on.set_day(self._desk.clock.today() + timedelta(days=_REMIND_DAYS))
        self._remind_on.setEnabled(False)
        self._on_field = Field(look, self.tr("When"), self._on)
        self._next_field = Field(look, self.tr("What to do next"), self._next)
        self._lay_out(chips)
        self.add_form(form)
        self._remind.toggled.connect(self._remind_on.setEnabled)
        self._next.textEdited.connect(self._on_next_edited)
        self._kinds.buttonClicked.connect(self._on_kind_clicked)
        self._note.installEventFilter(self)

    def _lay_out(self, chips: QWidget) -> None:
        self._column.addWidget(chips)
        quick = self.tr("Enter logs it, Shift+Enter begins a new line.")
        help_text = "" if self._change else quick
        self._column.addWidget(Field(self._look, self.tr("Note"), self._note, help_text))
        self._column.addLayout(beside(self._on_field, self._next_field))
        if self._change is None:
            self._column.addLayout(beside(self._remind, self._remind_on))
        self.add_buttons(self.tr("Save") if self._change else self.tr("Log contact"))

    def _add_mentor_field(self) -> None:
        self._mentor = ComboBox(self._look)
        rows = sorted(self._mentors.rows(), key=lambda row: row.full_name.casefold())
        for row in rows:
            self._mentor.addItem(row.full_name, row.id)
        self._column.addWidget(Field(self._look, self.tr("With"), self._mentor))

    def _show_row(self, row: InteractionRow) -> None:
        self._chips[row.kind].setChecked(True)
        self._note.setPlainText(row.note)
        self._on.set_day(row.on)
        self._next.setText(row.next_step)

    def _on_kind_clicked(self) -> None:
        """The second gesture follows the first."""
        self._note.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the note is the second gesture; a note that is changed is edited as text."""
        if watched is self._note and self._change is None and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.type() is QEvent.Type.KeyPress and enter and plain:
                self._save()
                return True
        return super().eventFilter(watched, event)

    # --- saving -----------------------------------------------------------------------------------

    def _on_next_edited(self, text: str) -> None:
        self._next_field.set_error("")

    def _save(self) -> None:
        chosen = next(kind for kind, chip in self._chips.items() if chip.isChecked())
        on, note, following = self._on.day(), self._note.toPlainText(), self._next.text()
        if self._mentor is not None and self._mentor.currentData() is None:
            self.fail_with(self.tr("Add a mentor first, then log what happened."))
            return
        if on > self._desk.clock.today():
            self._on_field.set_error(self.tr("This day is still ahead. Choose today or earlier."))
            return
        try:
            if self._change is not None:
                self._interactions.change(self._change.id, chosen, on, note, following)
            else:
                self._log(chosen, on, note, following)
        except InvalidInputError as error:
            self._next_field.set_error(sentence(error))
            self._next.setFocus()
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()

    def _log(self, kind: InteractionKind, on: date, note: str, following: str) -> None:
        chosen = self._mentor_id if self._mentor is None else self._mentor.currentData()
        mentor_id: int = -1 if chosen is None else chosen
        remind = self._remind_on.day() if self._remind.isChecked() else None
        self._interactions.log(mentor_id, kind, on, note, following, remind)
