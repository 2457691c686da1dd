"""The calendar: a month of real cells beside the selected day in full words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lordesk.kinds import MessageKind
from lordesk.kinds import Page as PageKind
from ui.dialogs.date_dialog import AddDateDialog, MoveDateDialog
from ui.pages.calendar_agenda import Agenda
from ui.pages.calendar_legend import Legend
from ui.pages.calendar_month import Month, MonthTable, add_months
from ui.pages.calendar_moves import DateMoves
from ui.pages.calendar_side import SHOWN_AFTER, CalendarSide
from ui.pages.page import Compose, Page
from ui.widgets.buttons import Button, IconButton
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.wording import calendar as words
from ui.wording import dates

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lordesk.rows.dates import DateRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.calendar import CalendarService
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.reminders import MeetingService, ReminderService
    from lordesk.services.requests import RequestService
    from ui.desk import Desk

_AGENDA_DAYS = 90
_MONTH, _AGENDA = 0, 1


class CalendarPage(Page):
    KIND = PageKind.CALENDAR
    TABLES = frozenset(
        {
            "letter", "letter_writer", "request", "plan_item", "reminder", "meeting", "mentor",
            "application", "application_date",
        }
    )  # fmt: skip

    def __init__(
        self,
        desk: Desk,
        calendar: CalendarService,
        letters: LetterService,
        requests: RequestService,
        reminders: ReminderService,
        meetings: MeetingService,
        applications: ApplicationService,
        mentors: MentorService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._calendar = calendar
        self._reminders = reminders
        self._meetings = meetings
        self._applications = applications
        self._mentors = mentors
        self._moves = DateMoves(desk, letters, requests, reminders, meetings, applications)
        self._day = desk.clock.today()
        self._rows: list[DateRow] = []
        self._moving: DateRow | None = None
        self._set_up()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look, clock = self._look, self._desk.clock
        first = QLocale().firstDayOfWeek().value - 1
        self._table = MonthTable(look, clock, first)
        self._agenda = Agenda(look, clock)
        self._stack = QStackedWidget()
        self._stack.addWidget(Month(look, self._table))
        self._stack.addWidget(self._agenda)
        self._left = QVBoxLayout()
        self._left.setContentsMargins(24, 24, 20, 8)
        self._left.setSpacing(0)
        self._left.addLayout(self._build_header())
        self._left.addSpacing(12)
        self._left.addWidget(self._stack, 1)
        self._legend = Legend(look)
        self._left.addWidget(self._legend)
        self._side = CalendarSide(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        row.addWidget(self._side)

    def _build_header(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(8)
        self._title = Label(look, "", "display")
        row.addWidget(self._title)
        row.addSpacing(8)
        self._previous = IconButton(look, "chevron-left", self.tr("Previous month"))
        self._next = IconButton(look, "chevron-right", self.tr("Next month"))
        self._now = Button(look, self.tr("Today"))
        arrows = QHBoxLayout()
        arrows.setSpacing(0)
        arrows.addWidget(self._previous)
        arrows.addWidget(self._next)
        row.addLayout(arrows)
        row.addWidget(self._now)
        row.addStretch(1)
        views = [self.tr("Month"), self.tr("Agenda")]
        self._views = Segmented(look, views, self.tr("View"))
        row.addWidget(self._views)
        self._add = Button(look, self.tr("Add date"), icon="plus")
        self._add_small = IconButton(look, "plus", self.tr("Add date"), kind="secondary")
        row.addWidget(self._add)
        row.addWidget(self._add_small)
        return row

    def _connect(self) -> None:
        self._previous.clicked.connect(self._on_previous_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        self._now.clicked.connect(self._on_now_clicked)
        self._add.clicked.connect(self._on_add_clicked)
        self._add_small.clicked.connect(self._on_add_clicked)
        self._views.picked.connect(self._show_view)
        self._table.day_selected.connect(self._on_day_selected)
        self._table.month_wanted.connect(self.show_day)
        self._table.add_requested.connect(self._add_on)
        self._table.key_chosen.connect(self._on_key_chosen)
        self._table.dropped.connect(self._on_dropped)
        self._side.add_requested.connect(self._add_on)
        self._side.day_chosen.connect(self.show_day)
        self._side.chosen.connect(self._on_chosen)
        self._agenda.day_chosen.connect(self._on_agenda_chosen)

    def areas(self) -> list[QWidget]:
        return [self._agenda.view if self._views.index() == _AGENDA else self._table, self._side]

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        self._fill_month(self._day)
        self._table.select_day(self._day)
        self._fill_side()
        if self._views.index() == _AGENDA:
            self._fill_agenda()

    def open_target(self, target: object) -> None:
        if isinstance(target, date):
            self.show_day(target)

    def show_day(self, day: date) -> None:
        """Select a day, in its month."""
        self._day = day
        month = self._table.months.month
        if (day.year, day.month) != (month.year, month.month):
            self._fill_month(day)
        self._table.select_day(day)
        self._fill_side()

    def _fill_month(self, day: date) -> None:
        first, last = self._table.months.span_of(day)
        self._rows = self._calendar.rows(first, last)
        self._table.months.set_month(day, self._rows)
        if self._views.index() == _MONTH:
            self._title.setText(dates.month_year(day))

    def _fill_side(self) -> None:
        today = self._desk.clock.today()
        rows = self._table.months.rows_on(self._day)
        self._side.set_day(self._day, today, rows, self._after(self._day))

    def _after(self, day: date) -> list[DateRow]:
        """What comes next; beyond the weeks on the screen only where they have too little."""
        after = [row for row in self._rows if row.on > day and not row.done]
        if len(after) < SHOWN_AFTER:
            beyond = self._table.months.shown_days[1] + timedelta(days=1)
            end = day + timedelta(days=_AGENDA_DAYS + 1)
            after += [row for row in self._calendar.rows(beyond, end) if not row.done]
        return after

    def _fill_agenda(self) -> None:
        today = self._desk.clock.today()
        self._agenda.set_rows(self._calendar.rows(today, today + timedelta(days=_AGENDA_DAYS)))

    def _show_view(self) -> None:
        agenda = self._views.index() == _AGENDA
        if agenda:
            self._fill_agenda()
        self._stack.setCurrentIndex(_AGENDA if agenda else _MONTH)
        days = self.tr("Next %n days", "", _AGENDA_DAYS)
        self._title.setText(days if agenda else dates.month_year(self._table.months.month))
        for widget in (self._previous, self._next):
            widget.setEnabled(not agenda)
        self._legend.setVisible(not agenda)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < 1000
        self._side.setFixedWidth(240 if narrow else min(360, max(280, self.width() // 4)))
        self._add.setVisible(not narrow)
        self._add_small.setVisible(narrow)
        self._left.setContentsMargins(20 if narrow else 24, 16 if narrow else 24, 16, 8)

    # --- doing ----------------------------------------------------------------------------------

    def _on_previous_clicked(self) -> None:
        self._go_months(-1)

    def _on_next_clicked(self) -> None:
        self._go_months(1)

    def _go_months(self, step: int) -> None:
        target = add_months(self._table.months.month, step)
        last = (add_months(target, 1) - timedelta(days=1)).day
        self.show_day(target.replace(day=min(self._day.day, last)))

    def _on_now_clicked(self) -> None:
        self.show_day(self._desk.clock.today())

    def _on_day_selected(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self._fill_side()

    def _on_agenda_chosen(self, day: date) -> None:
        self.show_day(day)

    def _on_key_chosen(self, key: str) -> None:
        if key == "t":
            self._on_now_clicked()
            return
        self._views.set_index(_AGENDA if key == "a" else _MONTH)
        self._show_view()
        self.areas()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_add_clicked(self) -> None:
        self._add_on(self._day)

    def _add_on(self, day: date) -> None:
        AddDateDialog(
            self._desk,
            day,
            self._reminders,
            self._meetings,
            self._applications,
            self._mentors,
            self,
        ).open()

    def _on_dropped(self, row: DateRow, day: date) -> None:
        if self._moves.move(row, day, self):
            self._desk.say()

    def _on_chosen(self, row: DateRow, what: str) -> None:
        if what == "write":
            self.compose_requested.emit(
                Compose(MessageKind.ASK, letter_id=row.letter_id, mentor_id=row.mentor_id)
            )
        elif what == "move":
            self._moving = row
            dialog = MoveDateDialog(self._desk, words.title(row), row.on, self)
            dialog.day_chosen.connect(self._on_day_chosen)
            dialog.open()
        elif what == "open":
            self._open(row)
        elif self._moves.finish(row) if what == "done" else self._moves.remove(row):
            self._desk.say()

    def _on_day_chosen(self, day: date) -> None:
        if self._moving is not None and self._moves.move(self._moving, day, self):
            self._desk.say()

    def _open(self, row: DateRow) -> None:
        if row.mentor_id is not None:
            self.navigate_requested.emit(PageKind.MENTORS, row.mentor_id)
        elif row.application_id is not None:
            self.navigate_requested.emit(PageKind.APPLICATIONS, row.application_id)
