"""Today: everything due, from one reading of the store."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lordesk.domain import status
from lordesk.domain import today as rules
from lordesk.models import application_queries, date_queries, letter_queries, people
from lordesk.rows.dates import ReplyRow, TodayRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.rows.letters import LetterRow
    from lordesk.rows.people import MentorListRow
    from lordesk.settings import SettingsFile

QUIET_SHOWN = 5


class TodayService:
    def __init__(self, clock: Clock, settings: SettingsFile) -> None:
        self._clock = clock
        self._settings = settings

    def today(self) -> TodayRow:
        """The queue of the working day, which turns at 04:00."""
        day = self._clock.working_day()
        letters = status.leads(letter_queries.marked_rows(day, status.attention))
        horizon = day + timedelta(days=rules.LATER_DAYS)
        reminders = date_queries.open_reminders(horizon)
        far = date_queries.open_reminders_of_letters()
        reminders = list({row.id: row for row in (*reminders, *far)}.values())
        put_off = rules.letters_put_off(reminders)
        found = rules.tasks(letters, reminders, day)
        overdue, week, later = rules.split(found, day)
        applications = application_queries.application_rows(letters)
        dates = [row for row, _ in application_queries.date_rows(first=day, limit=rules.KEY_DATES)]
        return TodayRow(
            day=day,
            key_dates=rules.key_dates(dates, applications, letters, day),
            overdue=overdue,
            replies=self._replies(letters),
            this_week=week,
            later=later,
            applications=tuple(applications),
            thanks_owed=tuple(
                letter
                for letter in letters
                if status.owes_thanks(letter) and letter.id not in put_off
            ),
            going_quiet=self._quiet(day, {row.mentor_id for row in reminders}),
            next_task=(later or (None,))[0],
        )

    def badge(self) -> int:
        """Overdue tasks plus unread replies."""
        return self.today().badge

    def _replies(self, letters: Sequence[LetterRow]) -> tuple[ReplyRow, ...]:
        by_request = {letter.request_id: letter for letter in letters}
        return tuple(
            ReplyRow(by_request[request], text, on)
            for request, text, on in letter_queries.unread_replies()
            if request in by_request
        )

    def _quiet(self, day: date, reminded: set[int | None]) -> tuple[MentorListRow, ...]:
        """Whoever has a reminder in the month ahead is thought of already."""
        found = people.quiet_mentors(
            day, self._settings.values.quiet_days, QUIET_SHOWN + len(reminded)
        )
        return tuple(row for row in found if row.id not in reminded)[:QUIET_SHOWN]
