"""Today: one queue of everything that is due, with one suggested button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import Page as PageKind
from ui.actions import ActionId
from ui.pages.page import Compose, Page
from ui.pages.today_dates import KeyDates
from ui.pages.today_deeds import TodayDeeds
from ui.pages.today_lines import Line
from ui.pages.today_list import TodayList
from ui.pages.today_side import TodaySide
from ui.widgets.buttons import Button
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import Label
from ui.wording import dates

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lordesk.services.around_letters import AroundLetters
    from lordesk.services.drafts import DraftService
    from lordesk.services.reminders import ReminderService
    from lordesk.services.requests import RequestService
    from lordesk.services.today import TodayService
    from ui.desk import Desk

_WIDEST = 1280
_NARROW = 1000
_ONE_COLUMN = 800
"""At 100 % text size; the small window with large text is narrower than this."""


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
        around: AroundLetters,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._today = today
        self._deeds = TodayDeeds(desk, requests, reminders, around, self)
        self._drafts = drafts
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
        deeds = self._deeds
        deeds.navigate_requested.connect(self.navigate_requested)
        deeds.compose_requested.connect(self.compose_requested)
        deeds.log_contact_requested.connect(self.log_contact_requested)
        self._list.ticked.connect(deeds.complete)
        for column in (self._list, self._side):
            column.acted.connect(deeds.act)
            column.opened.connect(deeds.open)
            column.key_pressed.connect(self._on_key_pressed)
        self._list.see_date_clicked.connect(self._on_see_date_clicked)
        self._list.plan_clicked.connect(self._on_plan_clicked)
        self._list.later_toggled.connect(self.set_stale)
        self._side.application_opened.connect(self._on_application_opened)
        self._side.applications_opened.connect(self._on_applications_opened)

    def areas(self) -> list[QWidget]:
        lines = self._content.findChildren(Line)
        return [lines[0] if lines else self._log]

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        focused = self.focusWidget()
        kept = focused.key if isinstance(focused, Line) else None
        before = self._content.findChildren(Line)
        row = self._today.today()
        self._day.setText(dates.long_date(row.day))
        self._dates.set_dates(row.key_dates, row.day)
        self._show_draft()
        self._deeds.set_row(row)
        self._next_on = row.next_task.due_on if row.next_task is not None else row.day
        self._list.set_row(row)
        self._side.set_row(row)
        if kept is not None:
            self._focus_line(kept, before)

    def _focus_line(self, kept: object, before: list[Line]) -> None:
        """The same line, else the next that is still there: the keys work through the list.

        The lines of before are deleted only when the event loop is back.
        """
        lines = {line.key: line for line in self._content.findChildren(Line) if line not in before}
        keys = [line.key for line in before]
        place = keys.index(kept)
        wanted = [*keys[place:], *reversed(keys[:place])]
        found = next((lines[key] for key in wanted if key in lines), None)
        (found or self._log).setFocus()

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

    def _on_key_pressed(self, key: object, pressed: str) -> None:
        if pressed == "u":
            self._desk.actions.get(ActionId.UNDO).trigger()
        else:
            self._deeds.press(key, pressed)

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
