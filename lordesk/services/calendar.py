"""The calendar: all dates of a span of days, from every part of LoRDesk."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lordesk.domain import calendar as rules
from lordesk.domain import status
from lordesk.models import application_queries, date_queries, letter_queries

if TYPE_CHECKING:
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.rows.dates import DateRow
    from lordesk.rows.letters import LetterRow


class CalendarService:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def rows(self, first: date, last: date) -> list[DateRow]:
        """Every date from first to last, both included, in the order that a day shows them."""
        today = self._clock.today()
        letters = letter_queries.marked_rows(today, status.attention)
        by_request = {letter.request_id: letter for letter in letters}
        found = [
            row
            for letter in letters
            if _within(letter, first, last)
            for row in rules.letter_dates(letter, today)
        ]
        found += [
            rules.follow_up_date(by_request[request], item, kind, on, done, today)
            for item, request, kind, on, done in date_queries.follow_ups_between(first, last)
            if request in by_request
        ]
        found += [
            rules.reminder_date(r, today) for r in date_queries.reminders_between(first, last)
        ]
        found += [rules.meeting_date(m, today) for m in date_queries.meetings_between(first, last)]
        named = application_queries.date_rows(first=first, last=last)
        found += [rules.application_date(row, name) for row, name in named]
        # The shipped calendar often names the hard date ("Program review"): one entry is enough.
        told = {(row.application_id, row.on) for row, _ in named}
        found += [
            rules.hard_date(application_id, name, on, at, zone)
            for application_id, name, on, at, zone in application_queries.hard_dates(first, last)
            if (application_id, on) not in told
        ]
        return rules.in_order([row for row in found if first <= row.on <= last])

    def upcoming(self, days: int, limit: int) -> list[DateRow]:
        """The next dates that are not done, overdue ones first: for the tray's menu."""
        today = self._clock.today()
        rows = self.rows(today - timedelta(days=60), today + timedelta(days=days))
        waiting = [r for r in rows if not r.done and (r.on >= today or r.attention is not None)]
        return waiting[:limit]


def _within(letter: LetterRow, first: date, last: date) -> bool:
    """Whether any day of a letter lies in the span; most letters have none there."""
    days = (
        letter.soft_on,
        letter.planned_ask_on,
        letter.asked_on,
        letter.submitted_on,
        letter.stage_on,
    )
    return any(day is not None and first <= day <= last for day in days)
