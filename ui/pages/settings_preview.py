"""What a template would say to a mentor, followed while it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain.messages import MessageChoices, MessageFacts, field_values
from lordesk.domain.rendering import render
from lordesk.errors import LordeskError
from lordesk.kinds import Highlight, MessageKind
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.pickers import ComboBox
from ui.widgets.text import Hairline, Label
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.messages import MessageService
    from ui.widgets.look import Look

_WIDTH = 240


class TemplatePreview(QWidget):
    def __init__(
        self,
        look: Look,
        messages: MessageService,
        mentors: MentorService,
        letters: LetterService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._mentors = mentors
        self._letters = letters
        self._shown = (MessageKind.ASK, "", "")
        self._who = ComboBox(look)
        self._who.setMinimumContentsLength(10)
        chooser = Field(look, self.tr("With"), self._who, beside=True, label_width=44)
        chooser.setFixedWidth(_WIDTH)
        head = QHBoxLayout()
        head.addWidget(Label(look, self.tr("Preview"), "heading"))
        head.addStretch(1)
        head.addWidget(chooser)
        self._subject = Label(look, "", "bodyStrong", wrap=True, selectable=True)
        self._text = Label(look, "", "body", wrap=True, selectable=True)
        self._text.setAccessibleName(self.tr("Preview of the text"))
        card = Card(look, fill="sunken", padding=16)
        card.body.setSpacing(12)
        card.body.addWidget(self._subject)
        card.body.addWidget(Hairline(look))
        card.body.addWidget(self._text)
        note = self.tr("What you choose for each message is filled in with examples here.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(card)
        column.addWidget(Label(look, note, "small", "text-tertiary", wrap=True))
        self._who.activated.connect(self._on_who_activated)

    def reload(self) -> None:
        """The mentors may have changed; whom the user looks at stays."""
        rows = sorted(self._mentors.rows(), key=lambda row: row.full_name.casefold())
        chosen = self._who.currentData()
        self._who.clear()
        for row in rows:
            self._who.addItem(row.full_name, row.id)
        self._who.setCurrentIndex(max(0, self._who.findData(chosen)) if rows else -1)
        self._who.setEnabled(bool(rows))

    def show_template(self, kind: MessageKind, subject: str, body: str) -> None:
        self._shown = (kind, subject, body)
        mentor_id = self._who.currentData()
        if mentor_id is None:
            self._subject.setText(self.tr("Nobody to preview with yet"))
            self._text.setText(self.tr("Add a mentor, and the message to them shows here."))
            return
        try:
            values = field_values(kind, self._facts(mentor_id))
            self._subject.setText(" ".join(render(subject, values).text.split()))
            self._text.setText(render(body, values).text)
        except LordeskError as error:
            self._text.setText(sentence(error))

    def _facts(self, mentor_id: int) -> MessageFacts:
        letters = self._letters.rows(mentor_id)
        if letters:
            facts = self._messages.facts(self._messages.plan_of(letters[-1]))
        else:
            facts = self._messages.facts_without_letter(mentor_id)
        choices = MessageChoices(
            highlights=(Highlight.CLINICAL_REASONING, Highlight.OWNERSHIP),
            moment=self.tr("the patient whom we saw on my last evening"),
            news=self.tr("I matched at my first choice"),
        )
        return replace(facts, choices=choices)

    def _on_who_activated(self) -> None:
        self.show_template(*self._shown)
