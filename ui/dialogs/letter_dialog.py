"""A letter in detail: what it is, who takes part, and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import LordeskError
from lordesk.kinds import LetterKind
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card, SectionHeader
from ui.widgets.checks import CheckBox
from ui.widgets.field import Field
from ui.widgets.pickers import ComboBox
from ui.widgets.text import IconLabel, Label
from ui.wording import dates
from ui.wording.history import HistoryLine, history
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.rows.letters import LetterRow
    from lordesk.services.letters import LetterService
    from lordesk.services.requests import RequestService
    from lordesk.services.side_facts import FactService
    from ui.desk import Desk
    from ui.widgets.look import Look


class LetterBooks(NamedTuple):
    """The services that know of a letter."""

    letters: LetterService
    requests: RequestService
    facts: FactService


class _Line(QWidget):
    """A move or a fact; what the user recorded can be taken back."""

    removed = Signal(int)

    def __init__(self, look: Look, line: HistoryLine, when: str) -> None:
        super().__init__()
        self._fact_id = line.fact_id or 0
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8 if line.fact_id is not None else 14, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(look, line.icon, 16, "text-secondary"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, line.title, "bodyMedium", wrap=True))
        if line.detail:
            words.addWidget(Label(look, line.detail, "small", "text-secondary", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(Label(look, when, "small", "text-tertiary", tnum=True))
        if line.fact_id is not None:
            name = self.tr("Remove “{title}” of {day}").format(title=line.title, day=when)
            button = IconButton(look, "x", name, "small")
            button.setAutoDefault(False)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        self.setAccessibleName(", ".join(part for part in (line.title, line.detail, when) if part))

    def _on_clicked(self) -> None:
        self.removed.emit(self._fact_id)


class LetterDialog(Dialog):
    """What is changed here is saved at once, each as one step."""

    def __init__(
        self, desk: Desk, books: LetterBooks, letter: LetterRow, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Letter from {mentor}").format(mentor=letter.mentor_short)
        super().__init__(desk, title, 560, parent)
        self._books = books
        self._letter = letter
        self._build()
        self._kind.activated.connect(self._on_kind_activated)
        self._narrative.clicked.connect(self._on_narrative_clicked)
        self._show_history()
        self._show_kind()

    def _build(self) -> None:
        look = self._look
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._kind = ComboBox(look)
        for kind in LetterKind:
            self._kind.addItem(word(kind), kind)
        column.addWidget(Field(look, self.tr("Kind"), self._kind))
        self._narrative = CheckBox(look, self.tr("With a narrative in the same file"))
        column.addWidget(self._narrative)
        rule = self.tr(
            "A standardized form and a narrative in one file count as one letter. Some services "
            "refuse a second letter by the same writer beside the form."
        )
        self._rule = Label(look, rule, "small", "text-secondary", wrap=True)
        column.addWidget(self._rule)
        people = [
            self.tr("{name} ({part})").format(name=writer.name, part=word(writer.part))
            for writer in self._letter.writers
        ]
        if people:
            column.addWidget(SectionHeader(look, self.tr("Who takes part"), len(people)))
            column.addWidget(Label(look, ", ".join(people), "body", wrap=True))
        column.addWidget(SectionHeader(look, self.tr("History")))
        self._lines = QVBoxLayout()
        column.addLayout(self._lines)
        column.addStretch(1)
        self.add_form(content)
        close = Button(look, self.tr("Close"))
        close.clicked.connect(self.accept)
        self._buttons.addWidget(close)
        self._close = close

    def _show_kind(self) -> None:
        letter = self._letter
        self._kind.setCurrentIndex(self._kind.findData(letter.kind))
        standardized = letter.kind is LetterKind.STANDARDIZED
        self._narrative.setVisible(standardized)
        self._rule.setVisible(standardized)
        self._narrative.setChecked(letter.with_narrative)

    def _show_history(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        letter, today = self._letter, self._desk.clock.today()
        card = Card(self._look)
        for line in history(self._books.requests.history(letter.request_id), letter.facts):
            row = _Line(self._look, line, dates.row_date(line.on, today))
            row.removed.connect(self._on_fact_removed)
            card.add_row(row, 14)
        self._lines.addWidget(card)

    # --- changing ---------------------------------------------------------------------------------

    def _changed(self, **values: object) -> None:
        try:
            self._books.letters.update(self._letter.id, **values)
        except LordeskError as error:
            self.fail(error)
        else:
            self._desk.say()
        self._letter = self._books.letters.get(self._letter.id)
        self._show_kind()

    def _on_kind_activated(self) -> None:
        kind = LetterKind(self._kind.currentData())
        if kind is not self._letter.kind:
            narrative = kind is LetterKind.STANDARDIZED and self._letter.with_narrative
            self._changed(kind=kind, with_narrative=narrative)

    def _on_narrative_clicked(self, checked: bool) -> None:
        self._changed(with_narrative=checked)

    def _on_fact_removed(self, fact_id: int) -> None:
        try:
            self._books.facts.remove(fact_id)
        except LordeskError as error:
            self.fail(error)
            return
        self._letter = self._books.letters.get(self._letter.id)
        self._show_history()
        self._close.setFocus()
        self._desk.say()
