"""Who takes part in a letter: the contact first, then chair, members, contributors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import LordeskError
from lordesk.kinds import WriterPart
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.pickers import ComboBox
from ui.widgets.text import ElidedLabel, Label
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.rows.letters import LetterRow
    from lordesk.services.mentors import MentorService
    from lordesk.services.writers import WriterService
    from ui.desk import Desk
    from ui.widgets.look import Look

_ROWS_HIGH = 208
"""Four people are seen at once."""
_PARTS = (WriterPart.CHAIR, WriterPart.MEMBER, WriterPart.CONTRIBUTOR)


class _Person(QWidget):
    """A row: name, part, make contact, remove. The contact has no other part."""

    raised = Signal(int)
    removed = Signal(int)

    def __init__(self, look: Look, mentor_id: int, name: str, part: WriterPart) -> None:
        super().__init__()
        self.mentor_id = mentor_id
        self._contact = part is WriterPart.CONTACT
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(look, name, "bodyMedium"), 1)
        self._part = ComboBox(look)
        if self._contact:
            row.addWidget(Label(look, word(part), "small", "text-secondary"))
            return
        for each in _PARTS:
            self._part.addItem(word(each), each)
        self._part.setCurrentIndex(max(0, self._part.findData(part)))
        holder = Field(look, self.tr("Part of {name}").format(name=name), self._part, beside=True)
        holder.set_label_width(0)
        row.addWidget(holder)
        raised = Button(look, self.tr("Make contact"), size="small")
        raised.setAccessibleName(self.tr("Make {name} the contact").format(name=name))
        gone = IconButton(look, "x", self.tr("Remove {name}").format(name=name), "small")
        raised.clicked.connect(self._on_raised)
        gone.clicked.connect(self._on_removed)
        for button in (raised, gone):
            button.setAutoDefault(False)
            row.addWidget(button)

    def part(self) -> WriterPart:
        return WriterPart.CONTACT if self._contact else WriterPart(self._part.currentData())

    def _on_raised(self) -> None:
        self.raised.emit(self.mentor_id)

    def _on_removed(self) -> None:
        self.removed.emit(self.mentor_id)


class CommitteeDialog(Dialog):
    """Nothing is kept before Save; then it is one step."""

    def __init__(
        self,
        desk: Desk,
        writers: WriterService,
        mentors: MentorService,
        letter: LetterRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, self.tr("Who takes part"), 560, parent)
        self._writers = writers
        self._letter = letter
        self._names = {row.id: row.full_name for row in mentors.rows()}
        self._chosen: list[tuple[int, WriterPart]] = []
        for writer in writers.of(letter.id):
            self._names[writer.mentor_id] = writer.name
            self._chosen.append((writer.mentor_id, writer.part))
        self._people: list[_Person] = []
        look = desk.look
        text = self.tr(
            "A committee letter or a packet is one letter by several people. The request goes to "
            "the contact."
        )
        self.body.addWidget(Label(look, text, "body", "text-secondary", wrap=True))
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.add_form(content).setMinimumHeight(look.px(_ROWS_HIGH))
        self._add = ComboBox(look)
        self.add_below(Field(look, self.tr("Add a mentor"), self._add))
        self.add_buttons(self.tr("Save"))
        self._add.activated.connect(self._on_add_activated)
        self._show()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        card = Card(self._look)
        self._people = []
        for place, (mentor_id, part) in enumerate(self._chosen):
            shown = part if place else WriterPart.CONTACT
            person = _Person(self._look, mentor_id, self._names[mentor_id], shown)
            person.raised.connect(self._on_raised)
            person.removed.connect(self._on_removed)
            card.add_row(person, 14)
            self._people.append(person)
        self._rows.addWidget(card)
        self._rows.addStretch(1)
        taken = {mentor_id for mentor_id, _ in self._chosen}
        self._add.clear()
        self._add.addItem(self.tr("Choose"), 0)
        for mentor_id, name in sorted(self._names.items(), key=_by_name):
            if mentor_id not in taken:
                self._add.addItem(name, mentor_id)

    def _read(self) -> None:
        """What the boxes of the rows say."""
        self._chosen = [(person.mentor_id, person.part()) for person in self._people]

    def _on_add_activated(self) -> None:
        mentor_id = int(self._add.currentData())
        if mentor_id:
            self._read()
            self._chosen.append((mentor_id, WriterPart.MEMBER))
            self._show()

    def _on_raised(self, mentor_id: int) -> None:
        self._read()
        others = [
            (other, WriterPart.MEMBER if part is WriterPart.CONTACT else part)
            for other, part in self._chosen
            if other != mentor_id
        ]
        self._chosen = [(mentor_id, WriterPart.CONTACT), *others]
        self._show()
        self._add.setFocus()

    def _on_removed(self, mentor_id: int) -> None:
        self._read()
        self._chosen = [pair for pair in self._chosen if pair[0] != mentor_id]
        self._show()
        self._add.setFocus()

    def _save(self) -> None:
        self._read()
        try:
            self._writers.set(self._letter.id, self._chosen)
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()


def _by_name(pair: tuple[int, str]) -> str:
    return pair[1].casefold()
