"""Moving, finishing and removing a date, whatever table it comes from."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.errors import LordeskError
from lordesk.kinds import DateKind
from ui.wording import calendar as words
from ui.wording import dates

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from lordesk.rows.dates import DateRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.letters import LetterService
    from lordesk.services.reminders import MeetingService, ReminderService
    from lordesk.services.requests import RequestService
    from ui.desk import Desk

_ASKS_FIRST = (DateKind.LETTER_DUE, DateKind.APPLICATION_DATE)
"""Others have been told these dates, so they are not moved by a slip of the hand."""


class DateMoves:
    """Each verb is true where something changed."""

    def __init__(
        self,
        desk: Desk,
        letters: LetterService,
        requests: RequestService,
        reminders: ReminderService,
        meetings: MeetingService,
        applications: ApplicationService,
    ) -> None:
        self._desk = desk
        self._letters = letters
        self._requests = requests
        self._reminders = reminders
        self._meetings = meetings
        self._applications = applications

    def move(self, row: DateRow, to: date, parent: QWidget) -> bool:
        if row.done or to == row.on or not self._agreed(row, to, parent):
            return False
        try:
            self._move(row, to)
        except LordeskError as error:
            self._desk.report(error)
            return False
        return True

    def _agreed(self, row: DateRow, to: date, parent: QWidget) -> bool:
        if row.kind not in _ASKS_FIRST:
            return True
        question = QCoreApplication.translate(
            "CalendarMoves", "Move “{title}” from {before} to {after}?"
        ).format(
            title=words.title(row),
            before=dates.row_date(row.on, to),
            after=dates.row_date(to, row.on),
        )
        return self._desk.boxes.ask(
            parent,
            question,
            QCoreApplication.translate("CalendarMoves", "Move"),
            QCoreApplication.translate("CalendarMoves", "Keep"),
        )

    def _move(self, row: DateRow, to: date) -> None:
        if row.source == "reminder":
            self._reminders.move(row.source_id, to)
        elif row.source == "meeting":
            self._meetings.move(row.source_id, to)
        elif row.source == "plan_item":
            self._requests.move_follow_up(row.source_id, to)
        elif row.source == "application_date":
            self._applications.move_date(row.source_id, to)
        elif row.source == "application":
            self._move_application(row, to)
        elif row.letter_id is not None:
            letter = self._letters.get(row.letter_id)
            if row.code == "ask":
                self._requests.move_planned_ask(letter.request_id, to)
            else:
                self._requests.move_due(letter.request_id, to)

    def _move_application(self, row: DateRow, to: date) -> None:
        """Letters that would be due after the new date move with it, at the same distance."""
        application = self._applications.get(row.source_id)
        letters_by = application.letters_by
        if letters_by is not None and letters_by > to:
            letters_by = min(letters_by + (to - row.on), to - timedelta(days=1))
        self._applications.update(row.source_id, hard_on=to, letters_by=letters_by)

    def finish(self, row: DateRow) -> bool:
        try:
            if row.source == "reminder":
                self._reminders.done(row.source_id)
            elif row.source == "plan_item":
                self._requests.finish_follow_up(row.source_id)
            else:
                return False
        except LordeskError as error:
            self._desk.report(error)
            return False
        return True

    def remove(self, row: DateRow) -> bool:
        try:
            if row.source == "reminder":
                self._reminders.delete(row.source_id)
            elif row.source == "meeting":
                self._meetings.delete(row.source_id)
            elif row.source == "application_date":
                self._applications.remove_date(row.source_id)
            else:
                return False
        except LordeskError as error:
            self._desk.report(error)
            return False
        return True
