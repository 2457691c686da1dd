"""The calendar: all dates of a span of days, from every part of LoRDesk."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from lordesk.domain import calendar as rules
from lordesk.domain import status
from lordesk.models import application_queries, date_queries, letter_queries
from lordesk.models.dates import Reminder
from lordesk.models.unchanged import version_of

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.rows.dates import DateRow
    from lordesk.rows.letters import LetterRow


_SPANS = 8
"""Of a month to and fro: a month, and what comes after it."""


class _Letters(NamedTuple):
    """The letters as they were last read, with all their dates in the order of the days."""

    read: tuple[LetterRow, ...]
    today: date
    by_request: dict[int, LetterRow]
    dates: list[DateRow]


class _Spans(NamedTuple):
    """The days that were asked for since something was written, the latest last."""

    version: Hashable
    today: date
    rows: dict[tuple[date, date], list[DateRow]]


class CalendarService:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: _Letters | None = None
        self._spans: _Spans | None = None

    def rows(self, first: date, last: date) -> list[DateRow]:
        """Every date from first to last, both included, in the order that a day shows them."""
        today = self._clock.today()
        version = version_of(Reminder._meta.database)
        if version is None:
            return self._read(today, first, last)
        kept = self._spans
        if kept is None or kept[:2] != (version, today):
            kept = self._spans = _Spans(version, today, {})
        found = kept.rows.pop((first, last), None)
        if found is None:
            found = self._read(today, first, last)
            while len(kept.rows) >= _SPANS:
                del kept.rows[next(iter(kept.rows))]
        kept.rows[first, last] = found
        return list(found)

    def _read(self, today: date, first: date, last: date) -> list[DateRow]:
        letters = self._letters(today)
        start = bisect_left(letters.dates, first, key=_day)
        found = letters.dates[start : bisect_right(letters.dates, last, key=_day)]
        by_request = letters.by_request
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

    def _letters(self, today: date) -> _Letters:
        """Worked out anew where the letters were read anew, or the day is another."""
        read = letter_queries.marked_rows(today, status.attention)
        kept = self._kept
        if kept is None or kept.read is not read or kept.today != today:
            leads = status.leads(read)
            found = [row for letter in leads for row in rules.letter_dates(letter, today)]
            found.sort(key=_day)
            by_request = {letter.request_id: letter for letter in leads}
            kept = self._kept = _Letters(read, today, by_request, found)
        return kept

    def upcoming(self, days: int, limit: int) -> list[DateRow]:
        """The next dates that are not done, overdue ones first: for the tray's menu.

        It is asked after a change, so what it reads would be kept in vain.
        """
        today = self._clock.today()
        rows = self._read(today, today - timedelta(days=60), today + timedelta(days=days))
        waiting = [r for r in rows if not r.done and (r.on >= today or r.attention is not None)]
        return waiting[:limit]


def _day(row: DateRow) -> date:
    return row.on
