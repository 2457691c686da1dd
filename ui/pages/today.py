"""Today: one queue of everything that is due, with one suggested button."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import MessageKind
from lordesk.kinds import Page as PageKind
from ui.actions import ActionId
from ui.pages.page import Compose, Page
from ui.pages.today_dates import KeyDates
from ui.pages.today_lines import Line
from ui.pages.today_list import TodayList
from ui.pages.today_side import TodaySide
from ui.pages.today_verbs import TaskVerbs
from ui.widgets.buttons import Button
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import Label
from ui.wording import dates

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lordesk.rows.dates import ReplyRow, TaskRow
    from lordesk.services.drafts import DraftService
    from lordesk.services.reminders import ReminderService
    from lordesk.services.requests import RequestService
    from lordesk.services.today import TodayService
    from ui.desk import Desk

_WIDEST = 1280
_NARROW = 1000
_ONE_COLUMN = 800
"""At 100 % text size; the small window with large text is narrower than this."""
_KINDS = {
    "ask": MessageKind.ASK,
    "follow_up": MessageKind.FOLLOW_UP,
    "check_in": MessageKind.DUE_FOLLOW_UP,
    "late": MessageKind.DUE_FOLLOW_UP,
}


class TodayPage(Page):
    KIND = PageKind.TODAY
    TABLES = frozenset(
        {
            "mentor", "letter", "letter_writer", "request", "request_fact", "plan_item",
            "reminder", "application", "application_date", "slot", "slot_fill", "interaction",
            "outbox_entry", "message", "wizard_draft",
        }
    )  # fmt: skip

    def __init__(
        self,
        desk: Desk,
        today: TodayService,
        requests: RequestService,
        reminders: ReminderService,
        drafts: DraftService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._today = today
        self._requests = requests
        self._verbs = TaskVerbs(desk, requests, reminders)
        self._drafts = drafts
        self._tasks: dict[object, TaskRow] = {}
        self._replies: dict[object, ReplyRow] = {}
        self._next_on = desk.clock.working_day()
        self._draft_id: int | None = None
        self._set_up()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._content = QWidget()
        self._content.setMaximumWidth(_WIDEST)
        outer = QVBoxLayout(self._content)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(0)
        outer.addLayout(self._build_header())
        outer.addSpacing(16)
        self._draft = Notice(look, "accent", icon="feather")
        self._draft.hide()
        outer.addWidget(self._draft)
        self._dates = KeyDates(look)
        outer.addWidget(self._dates)
        outer.addSpacing(20)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._list = TodayList(look)
        self._side = TodaySide(look)
        self._columns.addWidget(self._list, 1)
        self._columns.addWidget(self._side)
        self._columns.addStretch(0)
        outer.addLayout(self._columns, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._pane = ScrollPane(self._content)
        row.addWidget(self._pane)

    def _build_header(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(look, self.tr("Today"), "display"))
        self._day = Label(look, "", "lead", "text-secondary")
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self._log = Button(look, self.tr("Log contact"), icon="message-square")
        row.addWidget(self._log)
        return row

    def _connect(self) -> None:
        self._look.changed.connect(self._fit)
        self._log.clicked.connect(self._on_log_clicked)
        self._draft.clicked.connect(self._on_draft_clicked)
        self._dates.day_opened.connect(self._on_day_opened)
        self._list.ticked.connect(self._complete)
        self._list.acted.connect(self._act)
        self._list.opened.connect(self._open)
        self._list.key_pressed.connect(self._on_key_pressed)
        self._list.reply_read.connect(self._read_reply)
        self._list.see_date_clicked.connect(self._on_see_date_clicked)
        self._list.plan_clicked.connect(self._on_plan_clicked)
        self._list.later_toggled.connect(self.set_stale)
        self._side.application_opened.connect(self._on_application_opened)
        self._side.applications_opened.connect(self._on_applications_opened)
        self._side.thanks_requested.connect(self._on_thanks_requested)
        self._side.update_requested.connect(self._on_update_requested)
        self._side.letter_opened.connect(self._on_letter_opened)
        self._side.mentor_opened.connect(self._on_mentor_opened)

    def areas(self) -> list[QWidget]:
        lines = self._content.findChildren(Line)
        return [lines[0] if lines else self._log]

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        focused = self.focusWidget()
        kept = focused.key if isinstance(focused, Line) else None
        row = self._today.today()
        self._day.setText(dates.long_date(row.day))
        self._dates.set_dates(row.key_dates, row.day)
        self._show_draft()
        self._tasks = {t.key: t for t in (*row.overdue, *row.this_week, *row.later)}
        self._replies = {f"reply:{r.letter.request_id}": r for r in row.replies}
        self._next_on = row.next_task.due_on if row.next_task is not None else row.day
        self._list.set_row(row)
        self._side.set_row(row)
        for line in self._content.findChildren(Line):
            if kept is not None and line.key == kept and not line.isHidden():
                line.setFocus()

    def _show_draft(self) -> None:
        draft = self._drafts.latest()
        self._draft_id = None if draft is None else draft.id
        self._draft.setVisible(draft is not None)
        if draft is None:
            return
        when = dates.moment(draft.saved_at, self._desk.clock.local_now())
        self._draft.set(
            "accent",
            self.tr("A request is not finished."),
            self.tr("Draft saved {when}. Nothing was sent.").format(when=when),
            self.tr("Continue"),
            "feather",
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two columns, or one below the other where large words would be cut in both."""
        stacked = self.width() < self._look.px(_ONE_COLUMN)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._columns.setStretch(0, 0 if stacked else 1)
        side = 272 if self.width() < _NARROW else 296
        self._side.setMinimumWidth(0 if stacked else side)
        self._side.setMaximumWidth(_WIDEST if stacked else side)
        margin = 20 if self.width() < _NARROW else 24
        layout = self._content.layout()
        if layout is not None:
            layout.setContentsMargins(margin, margin - 4 if margin == 20 else 24, margin, 24)

    # --- doing ----------------------------------------------------------------------------------

    def _complete(self, key: object) -> None:
        """Tick a task off, with an undo."""
        task = self._tasks.get(key)
        if task is not None and task.code == "send_problem":
            self.navigate_requested.emit(PageKind.OUTBOX, None)
        elif task is not None and self._verbs.complete(task):
            self._desk.say()

    def _postpone(self, key: object, to: date) -> None:
        task = self._tasks.get(key)
        if task is not None and self._verbs.postpone(task, to):
            self._desk.say()

    def _on_key_pressed(self, key: object, pressed: str) -> None:
        today = self._desk.clock.working_day()
        if pressed == "1":
            self._complete(key)
        elif pressed == "2":
            self._postpone(key, today + timedelta(days=1))
        elif pressed == "3":
            self._postpone(key, today + timedelta(days=7))
        elif pressed == "4":
            self._act(key)
        else:
            self._undo()

    def _undo(self) -> None:
        self._desk.actions.get(ActionId.UNDO).trigger()

    def _act(self, key: object) -> None:
        task = self._tasks.get(key)
        if task is None:
            return
        if task.code == "send_problem":
            self.navigate_requested.emit(PageKind.OUTBOX, None)
        elif task.letter is not None:
            letter = task.letter
            self.compose_requested.emit(
                Compose(_KINDS[task.code], letter_id=letter.id, mentor_id=letter.mentor_id)
            )
        elif task.reminder is not None and task.reminder.mentor_id is not None:
            self.compose_requested.emit(
                Compose(MessageKind.UPDATE, mentor_id=task.reminder.mentor_id)
            )

    def _open(self, key: object) -> None:
        task = self._tasks.get(key)
        if task is None:
            return
        if task.letter is not None:
            self.navigate_requested.emit(PageKind.MENTORS, task.letter.mentor_id)
        elif task.reminder is not None and task.reminder.mentor_id is not None:
            self.navigate_requested.emit(PageKind.MENTORS, task.reminder.mentor_id)
        else:
            self.navigate_requested.emit(PageKind.CALENDAR, task.due_on)

    def _read_reply(self, key: object) -> None:
        reply = self._replies.get(key)
        if reply is not None:
            self.navigate_requested.emit(PageKind.MENTORS, reply.letter.mentor_id)
            self._requests.mark_reply_read(reply.letter.request_id)

    def _on_log_clicked(self) -> None:
        self.log_contact_requested.emit(None)

    def _on_draft_clicked(self) -> None:
        self.compose_requested.emit(Compose(draft_id=self._draft_id))

    def _on_day_opened(self, day: object) -> None:
        self.navigate_requested.emit(PageKind.CALENDAR, day)

    def _on_see_date_clicked(self) -> None:
        self.navigate_requested.emit(PageKind.CALENDAR, self._next_on)

    def _on_plan_clicked(self) -> None:
        self.compose_requested.emit(Compose())

    def _on_application_opened(self, application_id: object) -> None:
        self.navigate_requested.emit(PageKind.APPLICATIONS, application_id)

    def _on_applications_opened(self) -> None:
        self.navigate_requested.emit(PageKind.APPLICATIONS, None)

    def _on_thanks_requested(self, letter_id: object) -> None:
        assert isinstance(letter_id, int)
        self.compose_requested.emit(Compose(MessageKind.THANKS, letter_id=letter_id))

    def _on_update_requested(self, mentor_id: object) -> None:
        assert isinstance(mentor_id, int)
        self.compose_requested.emit(Compose(MessageKind.UPDATE, mentor_id=mentor_id))

    def _on_letter_opened(self, letter_id: object) -> None:
        self.navigate_requested.emit(PageKind.REQUESTS, letter_id)

    def _on_mentor_opened(self, mentor_id: object) -> None:
        self.navigate_requested.emit(PageKind.MENTORS, mentor_id)
