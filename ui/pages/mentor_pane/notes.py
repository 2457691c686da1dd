"""Notes: free text, saved while it is typed, and the shared moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import IconButton
from ui.widgets.card import SectionHeader
from ui.widgets.fields import TextArea
from ui.widgets.text import Hairline, Label
from ui.wording import dates

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.people import MomentRow
    from ui.pages.mentor_pane.facts import MentorFacts
    from ui.widgets.look import Look

_REST_MS = 700
"""So long after the last key the text is saved."""


class MomentLine(QWidget):
    removal_requested = Signal(int)

    def __init__(
        self, look: Look, row: MomentRow, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = row.id
        text = Label(look, row.text, "body", wrap=True, selectable=True)
        name = self.tr("Remove this moment: {text}").format(text=row.text[:60])
        remove = IconButton(look, "x", name, "small")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(text)
        if row.on is not None:
            texts.addWidget(Label(look, dates.short_date(row.on, today), "small", "text-tertiary"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 6)
        line.addLayout(texts, 1)
        line.addWidget(remove)
        remove.clicked.connect(self._on_remove_clicked)

    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self._id)


class Notes(QWidget):
    saved = Signal(int, str)
    """A mentor's id and the text."""
    moment_requested = Signal()
    moment_removal_requested = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mentor_id: int | None = None
        self._stored = ""
        self._lines: list[MomentLine] = []
        self._text = TextArea(look, self.tr("What you want to remember about this person"), 8)
        self._text.setAccessibleName(self.tr("Notes"))
        self._head = SectionHeader(look, self.tr("Shared moments"), link=self.tr("Add moment"))
        self._none = Label(
            look,
            self.tr("Cases, papers and stories that you share. A request can bring one up."),
            "small",
            "text-secondary",
            wrap=True,
        )
        self._moments = QVBoxLayout()
        self._moments.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 20)
        column.setSpacing(8)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addWidget(Hairline(look))
        column.addWidget(self._head)
        column.addWidget(self._none)
        column.addLayout(self._moments)
        column.addStretch(1)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.save)
        self._text.textChanged.connect(self._on_text_changed)
        self._text.editing_finished.connect(self.save)
        self._head.link_clicked.connect(self.moment_requested)

    def show_facts(self, facts: MentorFacts) -> None:
        mentor = facts.mentor
        if mentor.id != self._mentor_id:
            self.save()
        typing = mentor.id == self._mentor_id and self._text.toPlainText() != self._stored
        self._mentor_id = mentor.id
        if not typing:
            self._set_text(mentor.notes)
        self._show_moments(facts)

    def save(self) -> None:
        """Save what was typed and is not stored yet; nothing is written otherwise."""
        self._rest.stop()
        text = self._text.toPlainText()
        if self._mentor_id is not None and text != self._stored:
            self._stored = text
            self.saved.emit(self._mentor_id, text)

    def _set_text(self, text: str) -> None:
        # What is stored has no blanks at its ends; those still being typed stay in the field.
        if text == self._stored.strip() and self._text.toPlainText() == self._stored:
            return
        self._stored = text
        if self._text.toPlainText() != text:
            self._text.blockSignals(True)
            self._text.setPlainText(text)
            self._text.blockSignals(False)

    def _show_moments(self, facts: MentorFacts) -> None:
        for line in self._lines:
            line.setParent(None)
            line.deleteLater()
        self._lines = []
        for row in facts.moments:
            line = MomentLine(self._look, row, facts.today)
            line.removal_requested.connect(self.moment_removal_requested)
            self._moments.addWidget(line)
            self._lines.append(line)
        self._none.setVisible(not facts.moments)

    def _on_text_changed(self) -> None:
        self._rest.start()
