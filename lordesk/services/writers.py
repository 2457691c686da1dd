"""Who takes part in a letter: a committee letter or a packet is one letter by several people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import InvalidInputError, MissingRowError
from lordesk.models import letter_queries
from lordesk.models.letters import LetterWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lordesk.kinds import WriterPart
    from lordesk.models.store import Store
    from lordesk.rows.letters import WriterRow


class WriterService:
    """`replan` looks at a request's follow-ups anew: they heed the wishes of the contact."""

    def __init__(self, store: Store, replan: Callable[[int], None]) -> None:
        self._store = store
        self._replan = replan

    def of(self, letter_id: int) -> tuple[WriterRow, ...]:
        """All who take part, the contact first. Raises MissingRowError."""
        return letter_queries.writers_of(letter_id)

    def set(self, letter_id: int, writers: Sequence[tuple[int, WriterPart]]) -> None:
        """Mentors and their parts in order; the first is the contact, to whom the request goes.

        Nobody takes part twice. Raises InvalidInputError where nobody is left, MissingRowError.
        """
        wanted = dict(writers)
        if not wanted:
            raise InvalidInputError(field_name="writers", problem="writers-missing")
        found = letter_queries.letter_rows(letter_ids=(letter_id,))
        if not found:
            raise MissingRowError(table="letter", row_id=letter_id)
        with self._store.step("writers-changed", name=found[0].mentor_short):
            LetterWriter.delete().where(LetterWriter.letter_id == letter_id).execute()
            for position, (mentor_id, part) in enumerate(wanted.items()):
                LetterWriter.create(
                    letter_id=letter_id, mentor_id=mentor_id, part=part, position=position
                )
            self._replan(found[0].request_id)
