"""Adds a date, or moves one to another day."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lordesk.errors import InvalidInputError, LordeskError
from ui.dialogs.dialog import Dialog
from ui.widgets.checks import CheckBox
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.pickers import ComboBox, DateField, TimeField
from ui.widgets.segmented import Segmented
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from lordesk.services.applications import ApplicationService
    from lordesk.services.mentors import MentorService
    from lordesk.services.reminders import MeetingService, ReminderService
    from ui.desk import Desk

_REMINDER, _MEETING, _APPLICATION = range(3)


class AddDateDialog(Dialog):
    """A reminder, a meeting or a date of an application."""

    def __init__(
        self,
        desk: Desk,
        day: date,
        reminders: ReminderService,
        meetings: MeetingService,
        applications: ApplicationService,
        mentors: MentorService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, self.tr("Add date"), 460, parent)
        self._reminders = reminders
        self._meetings = meetings
        self._applications = applications
        self._build(day, mentors)
        self.add_buttons(self.tr("Add date"))
        self._kind.picked.connect(self._show_kind)
        self._with_time.toggled.connect(self._time.setEnabled)
        self._show_kind()
        self._what.setFocus()

    def _build(self, day: date, mentors: MentorService) -> None:
        look = self._look
        kinds = [self.tr("Reminder"), self.tr("Meeting"), self.tr("Application date")]
        self._kind = Segmented(look, kinds, self.tr("Kind of date"))
        self.body.addWidget(self._kind)
        self._what = TextField(look)
        self._what_field = Field(look, self.tr("What is it about?"), self._what)
        self.body.addWidget(self._what_field)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._day = DateField(look)
        self._day.set_day(day)
        row.addWidget(Field(look, self.tr("Day"), self._day), 1)
        self._time = TimeField(look)
        self._time.setTime(QTime(9, 0))
        self._time.setEnabled(False)
        row.addWidget(Field(look, self.tr("Time"), self._time), 1)
        self.body.addLayout(row)
        self._with_time = CheckBox(look, self.tr("At a certain time"))
        self.body.addWidget(self._with_time)
        self._mentor = ComboBox(look)
        self._mentor.addItem(self.tr("Nobody in particular"), None)
        for mentor in sorted(mentors.rows(), key=lambda m: m.full_name):
            self._mentor.addItem(mentor.full_name, mentor.id)
        self._mentor_field = Field(look, self.tr("With or about"), self._mentor)
        self.body.addWidget(self._mentor_field)
        self._application = ComboBox(look)
        for application in self._applications.rows():
            self._application.addItem(application.name, application.id)
        self._application_field = Field(look, self.tr("Application"), self._application)
        self.body.addWidget(self._application_field)

    def _show_kind(self) -> None:
        application = self._kind.index() == _APPLICATION
        self._application_field.setVisible(application)
        self._mentor_field.setVisible(not application)
        if application and not self._application.count():
            self.fail_with(self.tr("There is no application yet. Add one under Applications."))
        else:
            self.fail_with("")

    def _at(self) -> time | None:
        if not self._with_time.isChecked():
            return None
        shown = self._time.time()
        return time(shown.hour(), shown.minute())

    def _save(self) -> None:
        title, day, at = self._what.text(), self._day.day(), self._at()
        mentor_id = self._mentor.currentData()
        try:
            if self._kind.index() == _REMINDER:
                self._reminders.add(title, day, at, mentor_id=mentor_id)
            elif self._kind.index() == _MEETING:
                self._meetings.add(title, day, at, mentor_id=mentor_id)
            elif self._application.currentData() is not None:
                self._applications.add_date(self._application.currentData(), title, day, at)
            else:
                return
        except InvalidInputError as error:
            self._what_field.set_error(sentence(error))
            self._what.setFocus()
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()


class MoveDateDialog(Dialog):
    """The keyboard's way of dragging a date."""

    day_chosen = Signal(object)

    def __init__(self, desk: Desk, title: str, day: date, parent: QWidget | None = None) -> None:
        text = self.tr("Move “{title}”").format(title=title)
        super().__init__(desk, text, 420, parent)
        self._day = DateField(desk.look)
        self._day.set_day(day)
        self.body.addWidget(Field(desk.look, self.tr("New day"), self._day))
        self.add_buttons(self.tr("Move"))
        self._day.setFocus()

    def _save(self) -> None:
        day = self._day.day()
        self.accept()
        self.day_chosen.emit(day)
