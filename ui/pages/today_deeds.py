"""What the lines of Today do: for each kind of line its single keys, its button, its opening.

1 is done, 2 tomorrow, 3 in a week, 4 writes the draft.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lordesk.domain.named_files import files_to_send
from lordesk.kinds import MessageKind
from lordesk.kinds import Page as PageKind
from lordesk.rows.dates import ReplyRow, TaskRow
from lordesk.rows.letters import LetterRow
from ui.pages.page import Compose
from ui.pages.today_verbs import TaskVerbs

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.dates import TodayRow
    from lordesk.rows.people import MentorListRow
    from lordesk.services.around_letters import AroundLetters
    from lordesk.services.reminders import ReminderService
    from lordesk.services.requests import RequestService
    from ui.desk import Desk

_KINDS = {
    "ask": MessageKind.ASK,
    "follow_up": MessageKind.FOLLOW_UP,
    "check_in": MessageKind.DUE_FOLLOW_UP,
    "late": MessageKind.DUE_FOLLOW_UP,
}
_PLACES = {"send_problem": PageKind.OUTBOX, "trouble": PageKind.REQUESTS}
"""Where a line that cannot be written away is put right."""

_DAYS = {"2": 1, "3": 7}


class TodayDeeds(QObject):
    """A line is named by its key: that of a task, or `reply:`, `thanks:` and `quiet:` with the
    id of the request, letter or mentor.
    """

    navigate_requested = Signal(object, object)
    compose_requested = Signal(object)
    log_contact_requested = Signal(object)

    def __init__(
        self,
        desk: Desk,
        requests: RequestService,
        reminders: ReminderService,
        around: AroundLetters,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._verbs = TaskVerbs(desk, requests, reminders, around)
        self._lines: dict[object, TaskRow | ReplyRow | LetterRow | MentorListRow] = {}

    def set_row(self, row: TodayRow) -> None:
        self._lines = {task.key: task for task in (*row.overdue, *row.this_week, *row.later)}
        self._lines |= {f"reply:{reply.letter.request_id}": reply for reply in row.replies}
        self._lines |= {f"thanks:{letter.id}": letter for letter in row.thanks_owed}
        self._lines |= {f"quiet:{mentor.id}": mentor for mentor in row.going_quiet}

    def press(self, key: object, pressed: str) -> None:
        """One of the keys 1 to 4 on a line."""
        if pressed == "1":
            self.complete(key)
        elif pressed == "4":
            self.write(key)
        else:
            to = self._desk.clock.working_day() + timedelta(days=_DAYS[pressed])
            self._put_off(key, to)

    def complete(self, key: object) -> None:
        line = self._lines.get(key)
        if isinstance(line, TaskRow):
            if line.code == "send_problem":
                self.navigate_requested.emit(PageKind.OUTBOX, None)
            elif self._verbs.complete(line):
                self._desk.say()
        elif isinstance(line, ReplyRow):
            self._say_if(self._verbs.read(line))
        elif isinstance(line, LetterRow):
            self._say_if(self._verbs.thanked(line))
        elif line is not None:
            self.log_contact_requested.emit(line.id)

    def _put_off(self, key: object, to: date) -> None:
        line = self._lines.get(key)
        if line is not None:
            self._say_if(self._verbs.put_off(line, to))

    def write(self, key: object) -> None:
        """The draft that the line asks for."""
        line = self._lines.get(key)
        if isinstance(line, TaskRow):
            self._write_task(line)
        elif isinstance(line, ReplyRow):
            letter = line.letter
            self._compose(Compose(MessageKind.UPDATE, letter.id, letter.mentor_id))
        elif isinstance(line, LetterRow):
            self._compose(Compose(MessageKind.THANKS, letter_id=line.id))
        elif line is not None:
            self._compose(Compose(MessageKind.UPDATE, mentor_id=line.id))

    def _write_task(self, task: TaskRow) -> None:
        letter, reminder = task.letter, task.reminder
        if letter is not None and task.code in _PLACES:
            place = _PLACES[task.code]
            self.navigate_requested.emit(place, None if place is PageKind.OUTBOX else letter.id)
        elif letter is not None:
            self._compose(Compose(_KINDS[task.code], letter.id, letter.mentor_id))
        elif reminder is not None and reminder.mentor_id is not None:
            files = files_to_send(reminder.title)
            self._compose(Compose(MessageKind.UPDATE, mentor_id=reminder.mentor_id, files=files))
        else:
            self._desk.say(self.tr("This one has nobody to write to."), undo=False)

    def act(self, key: object) -> None:
        """The button of a line; a reply is opened first, as it wants to be read."""
        if isinstance(self._lines.get(key), ReplyRow):
            self.open(key)
        else:
            self.write(key)

    def open(self, key: object) -> None:
        line = self._lines.get(key)
        if isinstance(line, TaskRow):
            self._open_task(line)
        elif isinstance(line, ReplyRow):
            self.navigate_requested.emit(PageKind.MENTORS, line.letter.mentor_id)
            self._verbs.read(line)
        elif isinstance(line, LetterRow):
            self.navigate_requested.emit(PageKind.REQUESTS, line.id)
        elif line is not None:
            self.navigate_requested.emit(PageKind.MENTORS, line.id)

    def _open_task(self, task: TaskRow) -> None:
        if task.code == "trouble" and task.letter is not None:
            self.navigate_requested.emit(PageKind.REQUESTS, task.letter.id)
        elif task.letter is not None:
            self.navigate_requested.emit(PageKind.MENTORS, task.letter.mentor_id)
        elif task.reminder is not None and task.reminder.mentor_id is not None:
            self.navigate_requested.emit(PageKind.MENTORS, task.reminder.mentor_id)
        else:
            self.navigate_requested.emit(PageKind.CALENDAR, task.due_on)

    def _compose(self, compose: Compose) -> None:
        self.compose_requested.emit(compose)

    def _say_if(self, changed: bool) -> None:
        if changed:
            self._desk.say()
