"""The end of a request without a letter: why, who steps in, and what to write to the mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from lordesk.errors import LordeskError
from lordesk.kinds import DeclineReason, Stage
from lordesk.rows.letters import Closing
from ui.dialogs.dialog import Dialog
from ui.widgets.checks import CheckBox, RadioButton
from ui.widgets.field import Field
from ui.widgets.fields import TextArea, TextField
from ui.widgets.pickers import ComboBox, DateField
from ui.widgets.text import Label
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.rows.letters import LetterRow, SlotRow
    from lordesk.services.closings import ClosingService
    from ui.desk import Desk

_NOBODY, _SUGGESTED = 0, -1
"""What the list of successors holds beside the ids of backup letters."""


class ClosingDialog(Dialog):
    """One step whatever is chosen; then the note to the mentor is drafted, never sent by itself."""

    moved = Signal(object)
    note_wanted = Signal(object)
    """The letter whose mentor is to be written to."""

    def __init__(
        self,
        desk: Desk,
        closings: ClosingService,
        letter: LetterRow,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, 480, parent)
        self._closings = closings
        self._letter = letter
        self._slots = closings.slots_of(letter.id)
        self._next: list[tuple[SlotRow, ComboBox]] = []
        look = desk.look
        self._form = QWidget()
        self._column = QVBoxLayout(self._form)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._day = DateField(look)
        self._day.set_day(desk.clock.today())
        self._day_field = Field(look, self.tr("Date"), self._day)
        self._why = TextArea(look, rows=3)

    def _add_successors(self) -> None:
        """For each slot that opens: nobody yet, or one of its backup writers."""
        for slot in self._slots:
            combo = ComboBox(self._look)
            combo.addItem(self.tr("Nobody yet"), _NOBODY)
            for backup in slot.backups:
                text = self.tr("{mentor}, backup writer").format(mentor=backup.mentor_short)
                combo.addItem(text, backup.id)
            if slot.backups:
                combo.setCurrentIndex(1)
            label = self.tr("Who writes for “{slot}” now?").format(slot=slot.title)
            self._column.addWidget(Field(self._look, label, combo))
            self._next.append((slot, combo))

    def _closing(self) -> Closing:
        chosen = {slot.id: int(combo.currentData()) for slot, combo in self._next}
        return Closing(
            on=self._day.day(),
            why=self._why.toPlainText(),
            successors={slot: letter for slot, letter in chosen.items() if letter > 0},
            plan_for=tuple(slot for slot, letter in chosen.items() if letter == _SUGGESTED),
        )

    def _may_save(self) -> bool:
        ahead = self._day.day() > self._desk.clock.today()
        text = self.tr("This day is still ahead. Choose today or earlier.")
        self._day_field.set_error(text if ahead else "")
        return not ahead


class DeclineDialog(ClosingDialog):
    """The reason of a no, whom the mentor suggested instead, and who writes now."""

    def __init__(
        self,
        desk: Desk,
        closings: ClosingService,
        letter: LetterRow,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("{mentor} said no").format(mentor=letter.mentor_short)
        super().__init__(desk, closings, letter, title, parent)
        look, column = desk.look, self._column
        text = self.tr("A no now is kinder than a weak letter. The slot opens again.")
        self.body.addWidget(Label(look, text, "body", "text-secondary", wrap=True))
        column.addLayout(self._build_reasons())
        self._suggested = TextField(look)
        self._add = CheckBox(look, self.tr("Add this person to your mentors"))
        self._add.setChecked(True)
        self._add.hide()
        column.addWidget(Field(look, self.tr("Whom did they suggest? (optional)"), self._suggested))
        column.addWidget(self._add)
        self._add_successors()
        column.addWidget(Field(look, self.tr("In their words (optional)"), self._why))
        column.addWidget(self._day_field)
        self._thank = CheckBox(look, self.tr("Draft a thank-you for the answer"))
        self._thank.setChecked(True)
        column.addWidget(self._thank)
        self.add_form(self._form)
        self.add_buttons(self.tr("Record the no"))
        self._suggested.textChanged.connect(self._on_suggested_changed)

    def _build_reasons(self) -> QVBoxLayout:
        self._reasons = QButtonGroup(self)
        choices = QVBoxLayout()
        choices.setSpacing(4)
        for number, reason in enumerate(DeclineReason):
            button = RadioButton(self._look, word(reason))
            self._reasons.addButton(button, number)
            choices.addWidget(button)
        # None was given is the only thing that is true before the user says more.
        self._reasons.buttons()[-1].setChecked(True)
        return choices

    def _on_suggested_changed(self, text: str) -> None:
        """The person suggested is a choice for each slot as soon as there is a name."""
        name = text.strip()
        self._add.setVisible(bool(name))
        for _, combo in self._next:
            place = combo.findData(_SUGGESTED)
            words = self.tr("{name}, with a new letter").format(name=name)
            if name and place < 0:
                combo.addItem(words, _SUGGESTED)
            elif name:
                combo.setItemText(place, words)
            elif place >= 0:
                combo.removeItem(place)

    def _save(self) -> None:
        if not self._may_save():
            return
        closing = self._closing()
        words = self.tr("Suggested by {mentor}").format(mentor=self._letter.mentor_short)
        wanted = self._add.isChecked() or bool(closing.plan_for)
        closing = Closing(
            on=closing.on,
            why=closing.why,
            successors=closing.successors,
            plan_for=closing.plan_for,
            add_suggested=wanted,
            how_known=words,
        )
        reason = list(DeclineReason)[self._reasons.checkedId()]
        request_id, suggested = self._letter.request_id, self._suggested.text()
        try:
            self._closings.decline(request_id, reason, closing, suggested)
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self.moved.emit(Stage.DECLINED)
        if self._thank.isChecked():
            self.note_wanted.emit(self._letter)


class WithdrawDialog(ClosingDialog):
    """Why the applicant takes the ask back, and a short note so that nobody writes in vain."""

    def __init__(
        self,
        desk: Desk,
        closings: ClosingService,
        letter: LetterRow,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Withdraw the request to {mentor}").format(mentor=letter.mentor_short)
        super().__init__(desk, closings, letter, title, parent)
        look, column = desk.look, self._column
        text = self.tr("The slot opens again. Nothing is sent by itself.")
        self.body.addWidget(Label(look, text, "body", "text-secondary", wrap=True))
        column.addWidget(Field(look, self.tr("Why? (optional, only for you)"), self._why))
        self._add_successors()
        column.addWidget(self._day_field)
        words = self.tr("Draft a short note to {mentor}").format(mentor=letter.mentor_short)
        self._tell = CheckBox(look, words)
        self._tell.setChecked(letter.stage is not Stage.PLANNED)
        self._tell.setVisible(letter.stage is not Stage.PLANNED)
        column.addWidget(self._tell)
        self.add_form(self._form)
        self.add_buttons(self.tr("Withdraw"))

    def _save(self) -> None:
        if not self._may_save():
            return
        try:
            self._closings.withdraw(self._letter.request_id, self._closing())
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self.moved.emit(Stage.WITHDRAWN)
        if self._tell.isChecked():
            self.note_wanted.emit(self._letter)
