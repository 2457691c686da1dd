"""A request ends without a letter: why, who steps in, and who was suggested instead.

The slot is open again, and the next person gets a new letter. All of it is one step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import names, status
from lordesk.errors import MissingRowError
from lordesk.kinds import FactKind, Stage
from lordesk.models import application_queries, letter_queries, people
from lordesk.models.letters import RequestFact

if TYPE_CHECKING:
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.kinds import DeclineReason
    from lordesk.models.store import Store
    from lordesk.rows.letters import Closing, LetterRow, SlotRow
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.requests import RequestService


class ClosingService:
    def __init__(
        self,
        store: Store,
        clock: Clock,
        requests: RequestService,
        letters: LetterService,
        mentors: MentorService,
    ) -> None:
        self._store = store
        self._clock = clock
        self._requests = requests
        self._letters = letters
        self._mentors = mentors

    def slots_of(self, letter_id: int) -> tuple[SlotRow, ...]:
        """The slots that the letter holds and that would be open without it."""
        letters = letter_queries.marked_rows(self._clock.today(), status.attention)
        return tuple(
            slot
            for application in application_queries.application_rows(letters)
            for slot in application.slots
            if slot.letter is not None and slot.letter.id == letter_id
        )

    def decline(
        self, request_id: int, reason: DeclineReason, closing: Closing, suggested: str = ""
    ) -> None:
        """The mentor said no. Raises MoveNotAllowedError, MissingRowError."""
        letter = self._letter(request_id)
        step = self._store.step(
            "request-moved", name=letter.mentor_short, stage=Stage.DECLINED.value
        )
        with step:
            slots = self.slots_of(letter.id)
            self._requests.decline(request_id, reason, suggested, closing.on)
            self._note(request_id, closing)
            candidate = self._candidate(suggested, closing) if closing.add_suggested else None
            self._fill(slots, closing, candidate)

    def withdraw(self, request_id: int, closing: Closing) -> None:
        """The applicant takes the ask back. Raises MoveNotAllowedError, MissingRowError."""
        letter = self._letter(request_id)
        step = self._store.step(
            "request-moved", name=letter.mentor_short, stage=Stage.WITHDRAWN.value
        )
        with step:
            slots = self.slots_of(letter.id)
            self._requests.move(request_id, Stage.WITHDRAWN, closing.on)
            self._note(request_id, closing)
            self._fill(slots, closing, None)

    # --- inside ---------------------------------------------------------------------------------

    def _note(self, request_id: int, closing: Closing) -> None:
        why = names.clean_text(closing.why, one_line=False)
        if why:
            on: date = closing.on or self._clock.today()
            RequestFact.create(request_id=request_id, fact=FactKind.REASON, on_date=on, note=why)

    def _candidate(self, suggested: str, closing: Closing) -> int | None:
        """The mentor of that name, who is added where nobody has it yet."""
        name = names.clean_text(suggested)
        if not name:
            return None
        wanted = names.guess_name(name).name.casefold()
        heads = people.mentor_heads(archived=False)
        known = next((head[0] for head in heads if str(head[1]).casefold() == wanted), None)
        return known or self._mentors.add(name, how_known=closing.how_known)

    def _fill(self, slots: tuple[SlotRow, ...], closing: Closing, candidate: int | None) -> None:
        for slot in slots:
            successor = closing.successors.get(slot.id)
            if successor is not None:
                self._letters.make_writer(slot.id, successor)
            elif candidate is not None and slot.id in closing.plan_for:
                self._letters.plan(candidate, slot.application_id, slot.id)

    def _letter(self, request_id: int) -> LetterRow:
        found = letter_queries.letter_rows(request_id=request_id)
        if not found:
            raise MissingRowError(table="request", row_id=request_id)
        return found[0]
