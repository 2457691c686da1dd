"""Side facts of a request: what the service or the mail did, each on its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import names
from lordesk.errors import MissingRowError
from lordesk.kinds import FactKind
from lordesk.models import letter_queries
from lordesk.models.letters import RequestFact

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.rows.letters import LetterRow


class FactService:
    """`replan` looks at a request's follow-ups anew; what it writes joins the step under way."""

    def __init__(self, store: Store, clock: Clock, replan: Callable[[int], None]) -> None:
        self._store = store
        self._clock = clock
        self._replan = replan

    def record(
        self, request_id: int, fact: FactKind, on: date | None = None, note: str = ""
    ) -> int:
        """Denied and taken back stop the follow-ups. Raises MissingRowError."""
        letter = self._letter(request_id)
        with self._store.step("fact-recorded", name=letter.mentor_short, fact=fact.value):
            created = RequestFact.create(
                request_id=request_id,
                fact=fact,
                on_date=on or self._clock.today(),
                note=names.clean_text(note, one_line=False),
            )
            self._replan(request_id)
        return int(created.id)

    def remove(self, fact_id: int) -> None:
        """It was recorded by mistake. Raises MissingRowError."""
        found = RequestFact.require(fact_id)
        letter = self._letter(found.request_id)
        with self._store.step("fact-removed", name=letter.mentor_short):
            RequestFact.delete().where(RequestFact.id == fact_id).execute()
            self._replan(found.request_id)

    def settle(self, request_id: int) -> None:
        """The user has put right what was the trouble. Raises MissingRowError."""
        letter = self._letter(request_id)
        with self._store.step("trouble-settled", name=letter.mentor_short):
            RequestFact.create(
                request_id=request_id, fact=FactKind.SETTLED, on_date=self._clock.today()
            )
            self._replan(request_id)

    def _letter(self, request_id: int) -> LetterRow:
        found = letter_queries.letter_rows(request_id=request_id)
        if not found:
            raise MissingRowError(table="request", row_id=request_id)
        return found[0]
