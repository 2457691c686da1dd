"""A shorter message under way: a follow-up, a thank-you note, an update."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lordesk.domain.messages import MessageChoices
from lordesk.errors import MissingRowError
from lordesk.kinds import InteractionKind, MessageKind, Stage
from ui.wizard.session import Session
from ui.wizard.state import WizardState

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject

    from lordesk.domain.messages import MessageFacts
    from lordesk.domain.request_plans import MessageDraft, RequestPlan
    from lordesk.kinds import MaterialKind
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import LetterRow
    from ui.desk import Desk
    from ui.wizard.services import WizardServices


class NoteSession(Session):
    """About a letter that was asked for, or to a mentor without one. It keeps no draft. Of each
    kind in `files` the newest material is attached.

    Raises MissingRowError where neither exists.
    """

    def __init__(
        self,
        desk: Desk,
        services: WizardServices,
        kind: MessageKind,
        letter_id: int | None = None,
        mentor_id: int | None = None,
        files: tuple[MaterialKind, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, services, parent)
        self.kind = kind
        self.news = ""
        self.letter: LetterRow | None = None
        if letter_id is not None:
            self.letter = services.letters.get(letter_id)
            mentor_id = self.letter.mentor_id
        if mentor_id is None:
            raise MissingRowError(table="mentor")
        rows = services.materials.rows() if files else []
        newest = (next((row.file for row in rows if row.kind is kind), None) for kind in files)
        attached = tuple(file for file in newest if file is not None)
        self.begin(WizardState(mentor_id=mentor_id, letter_id=letter_id, files=attached))

    def save(self) -> bool:
        """Nothing is kept between two starts."""
        return True

    def plan(self) -> RequestPlan:
        if self.letter is None:
            raise MissingRowError(table="letter")
        return self.services.messages.plan_of(self.letter)

    def plan_to_send(self) -> None:
        return None

    def facts(self) -> MessageFacts:
        if self._facts is None:
            messages = self.services.messages
            self._facts = (
                messages.facts(self.plan())
                if self.letter is not None
                else messages.facts_without_letter(self.state.mentor_id or 0)
            )
        return self._facts

    def choices(self) -> MessageChoices:
        return MessageChoices(news=self.news, moment=self.state.moment, files=self.state.files)

    def message(self) -> MessageDraft | None:
        draft = super().message()
        if draft is None or self.letter is None:
            return draft
        item = self.services.messages.next_plan_item(self.letter.request_id, self.kind)
        return replace(draft, plan_item_id=item)

    def timing_findings(self) -> list[Finding]:
        """The dates were settled when it was asked for."""
        return []

    def done_in_person(self, on: date) -> int | None:
        """Told or thanked face to face: the stage, the follow-up or the log says so."""
        mentor, services = self.facts().mentor, self.services
        letter = self.letter
        if self.kind is MessageKind.THANKS and letter is not None:
            if letter.stage is Stage.SUBMITTED:
                services.requests.move(letter.request_id, Stage.THANKED, on)
                return self._step()
            services.interactions.log(mentor.id, InteractionKind.THANKS, on)
            return self._step()
        item = letter and services.messages.next_plan_item(letter.request_id, self.kind)
        if item:
            services.requests.finish_follow_up(item)
        else:
            services.interactions.log(mentor.id, InteractionKind.UPDATE, on, self.news)
        return self._step()

    def _step(self) -> int | None:
        step = self.services.undo.next_undo()
        return step.id if step else None
