"""What ticking off or postponing a line of Today does to its letter, reply or reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.errors import LordeskError
from lordesk.kinds import MoveCause, Stage
from lordesk.rows.dates import ReplyRow, TaskRow
from lordesk.rows.letters import LetterRow
from ui.wording import tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from lordesk.rows.people import MentorListRow
    from lordesk.services.around_letters import AroundLetters
    from lordesk.services.reminders import ReminderService
    from lordesk.services.requests import RequestService
    from ui.desk import Desk


class TaskVerbs:
    """Each verb is true where something changed, so that the undo bar may say it."""

    def __init__(
        self,
        desk: Desk,
        requests: RequestService,
        reminders: ReminderService,
        around: AroundLetters,
    ) -> None:
        self._desk = desk
        self._requests = requests
        self._reminders = reminders
        self._around = around

    def complete(self, task: TaskRow) -> bool:
        """An ask was made in person, a late letter is in, a follow-up or reminder is done."""
        if task.reminder is not None:
            return self._do(self._reminders.done, task.reminder.id)
        letter = task.letter
        assert letter is not None
        if task.code == "trouble":
            return self._do(self._around.facts.settle, letter.request_id)
        if task.code == "ask":
            return self._move(letter, Stage.ASKED, MoveCause.IN_PERSON)
        if task.code == "late":
            return self._move(letter, Stage.SUBMITTED, MoveCause.USER)
        item_id = self._next_follow_up(letter)
        return item_id is not None and self._do(self._requests.finish_follow_up, item_id)

    def read(self, reply: ReplyRow) -> bool:
        return self._do(self._requests.mark_reply_read, reply.letter.request_id)

    def thanked(self, letter: LetterRow) -> bool:
        """In person, or by another mail program."""
        return self._move(letter, Stage.THANKED, MoveCause.IN_PERSON)

    def put_off(self, line: TaskRow | ReplyRow | LetterRow | MentorListRow, to: date) -> bool:
        """What has a day of its own is moved; for the rest a reminder stands until that day."""
        queue = self._around.queue
        if isinstance(line, TaskRow):
            return self._put_off_task(line, to)
        if isinstance(line, ReplyRow):
            title = tasks.answer_title(line.letter)
            return self._do(queue.put_off_reply, line.letter, title, to)
        if isinstance(line, LetterRow):
            return self._do(queue.put_off, line, tasks.thank_title(line), to)
        return self._do(queue.put_off_contact, line.id, tasks.contact_title(line.short_name), to)

    def _put_off_task(self, task: TaskRow, to: date) -> bool:
        if task.reminder is not None:
            return self._do(self._reminders.move, task.reminder.id, to)
        letter = task.letter
        assert letter is not None
        if task.code == "ask":
            return self._do(self._requests.move_planned_ask, letter.request_id, to)
        if task.code in ("follow_up", "check_in"):
            item_id = self._next_follow_up(letter)
            return item_id is not None and self._do(self._requests.move_follow_up, item_id, to)
        return self._do(self._around.queue.put_off, letter, tasks.title(task), to)

    def _next_follow_up(self, letter: LetterRow) -> int | None:
        for item in self._requests.follow_ups(letter.request_id):
            if not item.done:
                return item.id
        return None

    def _move(self, letter: LetterRow, stage: Stage, cause: MoveCause) -> bool:
        return self._do(self._requests.move, letter.request_id, stage, None, cause)

    def _do(self, verb: Callable[..., object], *values: object) -> bool:
        try:
            verb(*values)
        except LordeskError as error:
            self._desk.report(error)
            return False
        return True
