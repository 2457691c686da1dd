"""The next season of an application: which one, and what becomes of each letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lordesk.errors import InvalidInputError, LordeskError
from ui.dialogs.dialog import Dialog
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.pickers import ComboBox
from ui.widgets.text import Label
from ui.wording import applications
from ui.wording import rollover as words
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from lordesk.rows.letters import ApplicationRow, LetterRow
    from lordesk.rows.rollover import RolledLetter
    from lordesk.services.rollover import RolloverService
    from ui.desk import Desk
    from ui.widgets.look import Look


class _Line(QWidget):
    """A letter, what becomes of it, and why."""

    def __init__(self, look: Look, rolled: RolledLetter, letter: LetterRow) -> None:
        super().__init__()
        fate, why = words.fate(rolled), words.reasons(rolled)
        self.setAccessibleName(f"{letter.mentor_name}: {fate}")
        self.setAccessibleDescription(why)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addWidget(Label(look, letter.mentor_name, "bodyMedium", wrap=True))
        color = "warning-text" if rolled.stale else "text"
        column.addWidget(Label(look, fate, "body", color, wrap=True))
        column.addWidget(Label(look, why, "small", "text-secondary", wrap=True))


class RolloverDialog(Dialog):
    """`saved` carries the id of the new application. All of it is one step."""

    saved = Signal(int)

    def __init__(
        self,
        desk: Desk,
        rollover: RolloverService,
        application: ApplicationRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, self.tr("Start the next season"), 520, parent)
        self._rollover = rollover
        self._application = application
        self._letters = rollover.letters(application)
        self._card: Card | None = None
        self._build()
        self.add_buttons(self.tr("Start season"))
        self._season.activated.connect(self._show_plan)
        self._line.editingFinished.connect(self._show_plan)
        self._season.setFocus()

    def _build(self) -> None:
        look = self._look
        self._season = ComboBox(look)
        self._line = QLineEdit()
        self._season.setLineEdit(self._line)
        for season in self._rollover.seasons(self._application):
            self._season.addItem(season)
        self._field = Field(look, self.tr("Season"), self._season)
        self._counts = Label(look, "", "body", "text-secondary", wrap=True)
        self.body.addWidget(self._field)
        self.body.addWidget(self._counts)
        form = QWidget()
        self._column = QVBoxLayout(form)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self.add_form(form)
        self._show_plan()

    def _show_plan(self) -> None:
        look = self._look
        season = self._season.currentText().strip()
        again = self._rollover.has_season(self._application, season)
        self._field.set_error(words.again(season) if again else "")
        plan = self._rollover.plan(self._application, season)
        schools = applications.is_schools(self._application)
        self._counts.setText(words.counts(plan, schools))
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = Card(look)
        for rolled in plan.letters:
            self._card.add_row(_Line(look, rolled, self._letters[rolled.letter_id]), 16)
        self._column.insertWidget(0, self._card)
        self._card.setVisible(bool(plan.letters))

    def _save(self) -> None:
        try:
            made = self._rollover.start(self._application, self._season.currentText())
        except InvalidInputError as error:
            self._field.set_error(sentence(error))
            self._season.setFocus()
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()
        self.saved.emit(made)
