"""Putting a line of Today off: a reminder stands for it until its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from lordesk.models.store import Store
    from lordesk.rows.letters import LetterRow


class QueueService:
    """`mark_read` and `add_reminder` are those of requests and reminders; they join the step."""

    def __init__(
        self,
        store: Store,
        mark_read: Callable[[int], None],
        add_reminder: Callable[..., int],
    ) -> None:
        self._store = store
        self._mark_read = mark_read
        self._add_reminder = add_reminder

    def put_off(self, letter: LetterRow, title: str, to: date) -> None:
        """A late letter, a trouble, mail that was not sent or a thank-you note."""
        with self._store.step("put-off", name=title):
            self._add_reminder(title, to, mentor_id=letter.mentor_id, letter_id=letter.id)

    def put_off_reply(self, letter: LetterRow, title: str, to: date) -> None:
        """The reply counts as read: its reminder is what is left to do."""
        with self._store.step("put-off", name=title):
            self._mark_read(letter.request_id)
            self._add_reminder(title, to, mentor_id=letter.mentor_id, letter_id=letter.id)

    def put_off_contact(self, mentor_id: int, title: str, to: date) -> None:
        """To get in touch with somebody who is going quiet."""
        with self._store.step("put-off", name=title):
            self._add_reminder(title, to, mentor_id=mentor_id)
