"""Two records of one person become one, with everything that hangs on either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import duplicates
from lordesk.errors import HomeNotWritableError, InvalidInputError
from lordesk.models import mentor_links, people
from lordesk.models.people import Mentor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lordesk.clock import Clock
    from lordesk.domain.duplicates import Pair
    from lordesk.jobs import JobContext
    from lordesk.models.store import Store
    from lordesk.settings import SettingsFile


class MentorMergeService:
    """`update` is that of the mentors; what it writes joins the step under way."""

    def __init__(
        self, store: Store, clock: Clock, settings: SettingsFile, update: Callable[..., None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._update = update

    def proposals(self) -> tuple[Pair, ...]:
        """Who is probably in the list twice, less those that the user knows to be two."""
        denied = set(self._settings.values.not_same)
        found = duplicates.duplicates(mentor_links.people_heads())
        return tuple(pair for pair in found if _key(pair.keep_id, pair.other_id) not in denied)

    def proposals_job(self, context: JobContext) -> tuple[Pair, ...]:
        """A job, since it compares thousands of names."""
        context.check()
        with self._store.connection():
            return self.proposals()

    def not_the_same(self, first_id: int, second_id: int) -> None:
        """Never propose these two again. Raises HomeNotWritableError."""
        known = self._settings.values.not_same
        wanted = dict.fromkeys((*known, _key(first_id, second_id)))
        try:
            self._settings.change(not_same=tuple(wanted))
        except OSError as error:
            path = error.filename or self._store.path.parent
            raise HomeNotWritableError(path=path, reason=error.strerror or "") from error

    def merge(self, kept_id: int, other_id: int, choices: Mapping[str, str] | None = None) -> None:
        """Move what hangs on the other record to the kept one and the record to the trash.

        `choices` says "keep" or "other" by field, as `domain.duplicates.merged` takes them. Where
        both have answered a fit question, or write one letter, the kept one's stays. Undo brings
        both back as they were; notices and drafts lead to the kept one from then on.

        Raises InvalidInputError, MissingRowError.
        """
        if kept_id == other_id:
            raise InvalidInputError(field_name="mentor", problem="same-record")
        kept, other = people.mentor_row(kept_id), people.mentor_row(other_id)
        with self._store.step("mentors-merged", name=kept.full_name) as writing:
            mentor_links.move_all(other_id, kept_id)
            Mentor.change(other_id, deleted_at=self._clock.now())
            if kept.archived and not other.archived:
                Mentor.change(kept_id, archived_at=None)
            self._update(kept_id, **duplicates.merged(kept, other, choices))
            for table, ids in mentor_links.move_outside_undo(other_id, kept_id).items():
                if ids:
                    writing.touch(table, *ids)


def _key(first_id: int, second_id: int) -> str:
    """The lower number first, so that the order of a question does not matter."""
    low, high = sorted((first_id, second_id))
    return f"{low}-{high}"
