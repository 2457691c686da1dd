"""What ticking off or postponing a task of Today does to its letter or reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import LordeskError
from lordesk.kinds import MoveCause, Stage

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.dates import TaskRow
    from lordesk.rows.letters import LetterRow
    from lordesk.services.reminders import ReminderService
    from lordesk.services.requests import RequestService
    from ui.desk import Desk


class TaskVerbs:
    """Each verb is true where something changed, so that the undo bar may say it."""

    def __init__(self, desk: Desk, requests: RequestService, reminders: ReminderService) -> None:
        self._desk = desk
        self._requests = requests
        self._reminders = reminders

    def complete(self, task: TaskRow) -> bool:
        """An ask was made in person, a late letter is in, a follow-up or reminder is done."""
        try:
            if task.reminder is not None:
                self._reminders.done(task.reminder.id)
                return True
            assert task.letter is not None
            return self._complete_letter(task.code, task.letter)
        except LordeskError as error:
            self._desk.report(error)
            return False

    def _complete_letter(self, code: str, letter: LetterRow) -> bool:
        if code == "ask":
            self._requests.move(letter.request_id, Stage.ASKED, cause=MoveCause.IN_PERSON)
            return True
        if code == "late":
            self._requests.move(letter.request_id, Stage.SUBMITTED)
            return True
        item_id = self._next_follow_up(letter)
        if item_id is not None:
            self._requests.finish_follow_up(item_id)
        return item_id is not None

    def postpone(self, task: TaskRow, to: date) -> bool:
        """A letter that is late cannot be postponed here: its date is moved in the calendar."""
        try:
            if task.reminder is not None:
                self._reminders.move(task.reminder.id, to)
                return True
            letter = task.letter
            assert letter is not None
            if task.code == "ask":
                self._requests.move_planned_ask(letter.request_id, to)
                return True
            item_id = self._next_follow_up(letter)
            if task.code not in ("follow_up", "check_in") or item_id is None:
                return False
            self._requests.move_follow_up(item_id, to)
        except LordeskError as error:
            self._desk.report(error)
            return False
        return True

    def _next_follow_up(self, letter: LetterRow) -> int | None:
        for item in self._requests.follow_ups(letter.request_id):
            if not item.done:
                return item.id
        return None
