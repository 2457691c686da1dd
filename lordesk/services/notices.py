"""Notices: what is due is stored as shown before it is shown, so nothing is shown twice."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from lordesk.domain import notices as rules
from lordesk.domain import status
from lordesk.domain import today as today_rules
from lordesk.models import date_queries, letter_queries
from lordesk.models.dates import Notice
from lordesk.rows.dates import NoticeRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.rows.dates import ReminderRow
    from lordesk.rows.letters import LetterRow
    from lordesk.settings import SettingsFile


class NoticeService:
    def __init__(self, store: Store, clock: Clock, settings: SettingsFile) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings

    # --- reading --------------------------------------------------------------------------------

    def rows(self) -> list[NoticeRow]:
        """Newest first, without those that are done or whose reason is gone."""
        return self._still_due(date_queries.notice_rows())

    def unread(self) -> int:
        return sum(not notice.read for notice in self.rows())

    def _still_due(self, found: list[NoticeRow]) -> list[NoticeRow]:
        """Read from the things themselves, so that undo brings a notice back without a word."""
        if not found:
            return []
        local = self._clock.local_now()
        named = {row.letter_id for row in found if row.letter_id is not None}
        letters = [
            status.with_attention(letter, local.date())
            for letter in status.leads(letter_queries.letter_rows(letter_ids=tuple(named)))
        ]
        reminders = date_queries.open_reminders_in(
            {row.reminder_id for row in found if row.reminder_id is not None}
        )
        return rules.still_due(found, self._due_of(letters, reminders, local), local.date())

    def paused_until(self) -> datetime | None:
        text = self._settings.values.paused_until
        until = datetime.fromisoformat(text) if text else None
        return until if until is not None and until > self._clock.now() else None

    # --- what is due ----------------------------------------------------------------------------

    def take_due(self, now: datetime) -> list[NoticeRow]:
        """Store what is due and not shown yet, and return it. `now` is a UTC instant.

        Nothing in quiet hours or while paused; over the day's limit, one summary instead.
        """
        local = now.astimezone(self._clock.local_now().tzinfo)
        if self.paused_until() is not None or self._quiet(local):
            return []
        due = self._due(local)
        with self._store.background("notices") as writing:
            known = date_queries.known_keys([notice.key for notice in due])
            new = [notice for notice in due if notice.key not in known]
            taken = [self._store_shown(notice, now) for notice in self._within_limit(new, local)]
            again = self._still_due(date_queries.awake_again(now))
            for notice in again:
                Notice.change(notice.id, snoozed_until=None, shown_at=now, read_at=None)
            if taken or again:
                writing.touch("notice", *(notice.id for notice in (*taken, *again)))
        return taken + again

    def _due(self, local: datetime) -> list[rules.DueNotice]:
        day = local.date()
        letters = status.leads(letter_queries.marked_rows(day, status.attention))
        return self._due_of(letters, date_queries.open_reminders(day), local)

    def _due_of(
        self, letters: Sequence[LetterRow], reminders: Sequence[ReminderRow], local: datetime
    ) -> list[rules.DueNotice]:
        day = local.date()
        # What was put off has its reminder ahead, and is not due until then.
        ahead = date_queries.open_reminders_of_letters()
        reminders = list({row.id: row for row in (*reminders, *ahead)}.values())
        waiting = [r for r in letters if r.stage in status.OPEN_STAGES]
        tasks = today_rules.tasks(letters, reminders, day)
        meetings = date_queries.meetings_between(day, day)
        return rules.due(tasks, waiting, meetings, local)

    def _within_limit(self, new: list[rules.DueNotice], local: datetime) -> list[rules.DueNotice]:
        midnight = datetime.combine(local.date(), time(), local.tzinfo)
        left = max(0, self._settings.values.notices_a_day - date_queries.shown_since(midnight))
        if len(new) <= left:
            return new
        summary = rules.summary(local.date(), len(new))
        if date_queries.known_keys([summary.key]):
            return []
        return [summary] if left == 0 else [*new[: left - 1], summary]

    def _store_shown(self, notice: rules.DueNotice, now: datetime) -> NoticeRow:
        return date_queries.add_notice(
            NoticeRow(
                id=0,
                key=notice.key,
                kind=notice.kind,
                code=notice.code,
                subject=notice.subject,
                letter_id=notice.letter_id,
                mentor_id=notice.mentor_id,
                reminder_id=notice.reminder_id,
                page=notice.page,
                due_on=notice.due_on,
                shown_at=now,
                read=False,
                snoozed_until=None,
            )
        )

    def _quiet(self, local: datetime) -> bool:
        values = self._settings.values
        return rules.is_quiet(
            local.time(),
            time.fromisoformat(values.quiet_from),
            time.fromisoformat(values.quiet_to),
        )

    # --- what the user does with one ------------------------------------------------------------

    def mark_read(self, notice_id: int | None = None) -> None:
        """One notice, or all."""
        query = Notice.update(read_at=self._clock.now()).where(Notice.read_at.is_null())
        if notice_id is not None:
            query = query.where(Notice.id == notice_id)
        with self._store.background() as writing:
            if query.execute():
                writing.touch("notice")

    def done(self, notice_id: int) -> None:
        """Dismissed stays dismissed."""
        now = self._clock.now()
        with self._store.background() as writing:
            Notice.change(notice_id, done_at=now, read_at=now, snoozed_until=None)
            writing.touch("notice", notice_id)

    def snooze(self, notice_id: int, until: datetime) -> None:
        """Show it again at an instant."""
        with self._store.background() as writing:
            Notice.change(notice_id, snoozed_until=until, read_at=self._clock.now())
            writing.touch("notice", notice_id)

    def tomorrow_nine(self) -> datetime:
        """The instant of 9:00 on the next calendar day, where the applicant is."""
        local = self._clock.local_now()
        return datetime.combine(
            local.date() + timedelta(days=1), time(9), local.tzinfo
        ).astimezone()

    def pause(self, until: datetime | None) -> None:
        """No notices until then; None resumes."""
        self._settings.change(paused_until=until.isoformat() if until else "")
