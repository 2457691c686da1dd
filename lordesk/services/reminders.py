"""Reminders and meetings: the dates that the user adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import names
from lordesk.errors import InvalidInputError, MissingRowError
from lordesk.models import date_queries
from lordesk.models.dates import Meeting, Reminder

if TYPE_CHECKING:
    from datetime import date, time

    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.rows.dates import MeetingRow, ReminderRow


class ReminderService:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_mentor(self, mentor_id: int) -> list[ReminderRow]:
        """The open reminders about a mentor, the next one first."""
        return date_queries.reminders_of(mentor_id)

    def get(self, reminder_id: int) -> ReminderRow:
        found = date_queries.reminder(reminder_id)
        if found is None:
            raise MissingRowError(table="reminder", row_id=reminder_id)
        return found

    def add(
        self,
        title: str,
        on: date,
        at: time | None = None,
        detail: str = "",
        mentor_id: int | None = None,
        letter_id: int | None = None,
        sample: bool = False,
    ) -> int:
        """Raises InvalidInputError where there is no title."""
        cleaned = _title(title)
        with self._store.step("reminder-added", name=cleaned):
            created = Reminder.create(
                title=cleaned,
                detail=names.clean_text(detail),
                on_date=on,
                at_time=at,
                zone=self._clock.zone_name() if at is not None else "",
                mentor_id=mentor_id,
                letter_id=letter_id,
                created_on=self._clock.today(),
                sample=sample,
            )
        return int(created.id)

    def change(self, reminder_id: int, title: str, on: date, at: time | None) -> None:
        cleaned = _title(title)
        with self._store.step("reminder-changed", name=cleaned):
            Reminder.change(reminder_id, title=cleaned, on_date=on, at_time=at)

    def move(self, reminder_id: int, to: date) -> None:
        found = self.get(reminder_id)
        with self._store.step("date-moved", name=found.title):
            Reminder.change(reminder_id, on_date=to)

    def done(self, reminder_id: int) -> None:
        found = self.get(reminder_id)
        with self._store.step("reminder-done", name=found.title):
            Reminder.change(reminder_id, done_on=self._clock.today())

    def delete(self, reminder_id: int) -> None:
        found = self.get(reminder_id)
        with self._store.step("reminder-deleted", name=found.title):
            Reminder.change(reminder_id, deleted_at=self._clock.now())


class MeetingService:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def get(self, meeting_id: int) -> MeetingRow:
        found = date_queries.meeting(meeting_id)
        if found is None:
            raise MissingRowError(table="meeting", row_id=meeting_id)
        return found

    def add(
        self,
        title: str,
        on: date,
        at: time | None = None,
        mentor_id: int | None = None,
        place: str = "",
        sample: bool = False,
    ) -> int:
        """A meeting is a wall time in the applicant's zone. Raises InvalidInputError."""
        cleaned = _title(title)
        with self._store.step("meeting-added", name=cleaned):
            created = Meeting.create(
                title=cleaned,
                on_date=on,
                at_time=at,
                zone=self._clock.zone_name() if at is not None else "",
                mentor_id=mentor_id,
                place=names.clean_text(place),
                sample=sample,
            )
        return int(created.id)

    def change(self, meeting_id: int, title: str, on: date, at: time | None) -> None:
        cleaned = _title(title)
        with self._store.step("meeting-changed", name=cleaned):
            Meeting.change(meeting_id, title=cleaned, on_date=on, at_time=at)

    def move(self, meeting_id: int, to: date) -> None:
        found = self.get(meeting_id)
        with self._store.step("date-moved", name=found.title):
            Meeting.change(meeting_id, on_date=to)

    def delete(self, meeting_id: int) -> None:
        found = self.get(meeting_id)
        with self._store.step("meeting-deleted", name=found.title):
            Meeting.change(meeting_id, deleted_at=self._clock.now())


def _title(text: str) -> str:
    cleaned = names.clean_text(text)
    if not cleaned:
        raise InvalidInputError(field_name="title", problem="title-missing")
    return cleaned
