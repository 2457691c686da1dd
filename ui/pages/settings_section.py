"""What the sections of Settings have in common: a title, cards of rows, fields beside labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text import ElidedLabel, Label

if TYPE_CHECKING:
    from ui.desk import Desk

_FORM = 680
_EDGE = 32
_LABEL, _LABEL_NARROW = 152, 112


class Section(QWidget):
    """A subclass builds its cards in `__init__` and shows its rows in `reload`, which the page
    calls when the section opens and whenever one of its tables changed.
    """

    TABLES: ClassVar[frozenset[str]] = frozenset()

    def __init__(
        self, desk: Desk, title: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = desk.look
        self._fields: list[Field] = []
        self._labels: list[Label] = []
        self.setMaximumWidth(_FORM + 2 * _EDGE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_EDGE, 28, _EDGE, _EDGE)
        self.column.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(Label(self._look, title, "title"))
        self.head.addStretch(1)
        self.column.addLayout(self.head)
        if note:
            self.column.addSpacing(12)
            self.column.addWidget(Label(self._look, note, "body", "text-secondary", wrap=True))
        self.column.addSpacing(16)

    def reload(self) -> None:
        """Read the rows again; what is being typed stays."""

    def first(self) -> QWidget | None:
        """What gets the focus when the user goes into the section."""
        return self._fields[0].editor if self._fields else None

    def save(self) -> None:
        """What was typed and not saved yet."""

    def set_narrow(self, narrow: bool) -> None:
        width = self._look.px(_LABEL_NARROW if narrow else _LABEL)
        for field in self._fields:
            field.set_label_width(width)
        for label in self._labels:
            label.setFixedWidth(width)

    # --- pieces ---------------------------------------------------------------------------------

    def add_heading(self, text: str) -> QHBoxLayout:
        """Returns its row, for what stands at the right."""
        self.column.addSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(self._look, text, "heading"))
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(8)
        return row

    def add_card(self) -> Card:
        card = Card(self._look)
        self.column.addWidget(card)
        return card

    def field(self, label: str, editor: QWidget, help_text: str = "") -> Field:
        if isinstance(editor, QComboBox):  # a combo box alone would be as wide as its words
            editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made = Field(self._look, label, editor, help_text, beside=True)
        self._fields.append(made)
        return made

    def label(self, text: str) -> Label:
        """In the place of a field's label, for rows that are no field."""
        made = Label(self._look, text, "label", wrap=True)
        self._labels.append(made)
        return made

    def add_row(self, card: Card, *parts: QWidget, stretch: int = 0) -> QWidget:
        """Parts side by side with the margins of a row; `stretch` is the one that grows."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        for place, part in enumerate(parts):
            align = Qt.AlignmentFlag(0) if place == stretch else Qt.AlignmentFlag.AlignVCenter
            row.addWidget(part, 1 if place == stretch else 0, align)
        card.add_row(holder)
        return holder

    def two_lines(self, text: str, sub: str, elided: bool = False) -> QWidget:
        """A setting's name and what it means."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Label(self._look, text, "bodyMedium"))
        if elided:
            column.addWidget(ElidedLabel(self._look, sub, "small", "text-secondary"))
        else:
            column.addWidget(Label(self._look, sub, "small", "text-secondary", wrap=True))
        return holder
