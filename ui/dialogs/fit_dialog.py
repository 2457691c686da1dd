"""How well a mentor fits: five answers, and what shows each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import LordeskError
from ui.dialogs.dialog import Dialog
from ui.dialogs.fit_questions import FitQuestions
from ui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.domain.relevance import RelevanceHint
    from lordesk.kinds import FitQuestion
    from lordesk.rows.people import MentorRow
    from lordesk.services.mentors import MentorService
    from ui.desk import Desk


class FitDialog(Dialog):
    """Relevance is kept for the application, the other answers for every goal."""

    def __init__(
        self,
        desk: Desk,
        mentors: MentorService,
        mentor: MentorRow,
        application_id: int | None,
        first: FitQuestion | None = None,
        hint: RelevanceHint | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("How well does {name} fit?").format(name=mentor.short_name)
        super().__init__(desk, title, parent=parent)
        self._mentors = mentors
        self._mentor_id = mentor.id
        self._application_id = application_id
        self._questions = FitQuestions(desk.look, evidence=True)
        if hint is not None:
            self._questions.suggest_relevance(hint)
        self._questions.set_answers(mentors.fit_answers(mentor.id, application_id))
        motto = self.tr("Depth counts most. A famous name counts least.")
        self.body.addWidget(Label(desk.look, motto, "small", "text-secondary", wrap=True))
        self.add_form(self._questions)
        self.add_buttons(self.tr("Save answers"))
        if first is not None:
            self._questions.focus(first)

    def _save(self) -> None:
        try:
            self._mentors.set_answers(
                self._mentor_id,
                self._questions.answers(),
                self._application_id,
                self._questions.unanswered(),
            )
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
