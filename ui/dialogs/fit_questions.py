"""The five fit questions as a form: plain phrases, no numbers, none required."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.domain.fit import WEIGHTS
from lordesk.kinds import FitQuestion
from lordesk.rows.people import FitAnswer
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.pickers import ComboBox
from ui.wording import fit as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.domain.relevance import RelevanceHint
    from ui.widgets.look import Look

_EVIDENCE_MOST = 200


class FitQuestions(QWidget):
    """With `evidence` each question has a line for what shows it."""

    def __init__(self, look: Look, evidence: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._levels: dict[FitQuestion, ComboBox] = {}
        self._fields: dict[FitQuestion, Field] = {}
        self._evidence: dict[FitQuestion, TextField] = {}
        for question in WEIGHTS:
            combo = ComboBox(look)
            combo.addItem(self.tr("Choose what fits best"))
            combo.addItems(words.phrases(question))
            self._levels[question] = combo
            help_text = words.help_text(question)
            self._fields[question] = Field(look, words.question(question), combo, help_text)
            column.addWidget(self._fields[question])
            if evidence:
                field = TextField(look, self.tr("What shows it? Optional"))
                field.setMaxLength(_EVIDENCE_MOST)
                text = self.tr("What shows it: {name}")
                field.setAccessibleName(text.format(name=words.short_name(question)))
                self._evidence[question] = field
                column.addWidget(field)
                column.addSpacing(4)

    def suggest_relevance(self, hint: RelevanceHint) -> None:
        """Counted as long as nothing is chosen, with the reason below; the choice stays with the
        applicant.
        """
        self._levels[FitQuestion.RELEVANCE].setItemText(0, words.from_goals(hint))
        self._fields[FitQuestion.RELEVANCE].set_help(words.suggestion(hint))

    def set_answers(self, answers: Iterable[FitAnswer]) -> None:
        for answer in answers:
            self._levels[answer.question].setCurrentIndex(answer.level + 1)
            if answer.question in self._evidence:
                self._evidence[answer.question].setText(answer.evidence)

    def answers(self) -> list[FitAnswer]:
        found = []
        for question, combo in self._levels.items():
            if combo.currentIndex() > 0:
                field = self._evidence.get(question)
                told = field.text() if field is not None else ""
                found.append(FitAnswer(question, combo.currentIndex() - 1, told))
        return found

    def unanswered(self) -> list[FitQuestion]:
        return [question for question, combo in self._levels.items() if combo.currentIndex() == 0]

    def focus(self, question: FitQuestion) -> None:
        self._levels[question].setFocus()
