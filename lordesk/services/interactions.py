"""The interaction log, and the shared moments that are kept apart for a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import names
from lordesk.errors import InvalidInputError
from lordesk.models import people
from lordesk.models.people import Interaction, Moment

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from lordesk.kinds import InteractionKind
    from lordesk.models.store import Store
    from lordesk.rows.people import InteractionRow, MomentRow


class InteractionService:
    """`add_reminder` is that of the reminders; what it writes joins the step under way."""

    def __init__(self, store: Store, add_reminder: Callable[..., int]) -> None:
        self._store = store
        self._add_reminder = add_reminder

    def rows(self, mentor_id: int) -> list[InteractionRow]:
        """Newest first."""
        return people.interaction_rows(mentor_id)

    def moments(self, mentor_id: int) -> list[MomentRow]:
        """Newest first."""
        return people.moment_rows(mentor_id)

    def log(
        self,
        mentor_id: int,
        kind: InteractionKind,
        on: date,
        note: str = "",
        next_step: str = "",
        remind_on: date | None = None,
        message_id: int | None = None,
        sample: bool = False,
    ) -> int:
        """What to do next becomes a reminder when it has a day.

        Raises MissingRowError where there is no such mentor, InvalidInputError for a day without
        words.
        """
        name = people.mentor_row(mentor_id).short_name
        following = names.clean_text(next_step)
        if remind_on is not None and not following:
            raise InvalidInputError(field_name="next_step", problem="text-missing")
        with self._store.step("contact-logged", name=name):
            created = Interaction.create(
                mentor_id=mentor_id,
                kind=kind,
                on_date=on,
                note=names.clean_text(note, one_line=False),
                next_step=following,
                message_id=message_id,
                sample=sample,
            )
            if remind_on is not None:
                self._add_reminder(following, remind_on, mentor_id=mentor_id)
        return int(created.id)

    def change(
        self, interaction_id: int, kind: InteractionKind, on: date, note: str, next_step: str = ""
    ) -> None:
        found = Interaction.require(interaction_id)
        name = people.mentor_row(found.mentor_id).short_name
        with self._store.step("contact-changed", name=name):
            Interaction.change(
                interaction_id,
                kind=kind,
                on_date=on,
                note=names.clean_text(note, one_line=False),
                next_step=names.clean_text(next_step),
            )

    def remove(self, interaction_id: int) -> None:
        found = Interaction.require(interaction_id)
        name = people.mentor_row(found.mentor_id).short_name
        with self._store.step("contact-removed", name=name):
            Interaction.delete().where(Interaction.id == interaction_id).execute()

    def add_moment(
        self, mentor_id: int, text: str, on: date | None = None, sample: bool = False
    ) -> int:
        """Raises InvalidInputError for an empty text."""
        cleaned = names.clean_text(text, one_line=False).strip()
        if not cleaned:
            raise InvalidInputError(field_name="text", problem="text-missing")
        name = people.mentor_row(mentor_id).short_name
        with self._store.step("moment-added", name=name):
            created = Moment.create(mentor_id=mentor_id, text=cleaned, on_date=on, sample=sample)
        return int(created.id)

    def remove_moment(self, moment_id: int) -> None:
        found = Moment.require(moment_id)
        name = people.mentor_row(found.mentor_id).short_name
        with self._store.step("moment-removed", name=name):
            Moment.delete().where(Moment.id == moment_id).execute()
