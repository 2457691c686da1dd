"""The notice list: what LoRDesk has shown, which is the truth about what was shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lordesk.errors import LordeskError
from lordesk.kinds import Page as PageKind
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import ElidedLabel, IconLabel, Label
from ui.wording import dates
from ui.wording.notices import notice_words

if TYPE_CHECKING:
    from datetime import datetime

    from lordesk.rows.dates import NoticeRow
    from lordesk.services.notices import NoticeService
    from lordesk.services.reminders import ReminderService
    from ui.desk import Desk
    from ui.widgets.look import Look
    from ui.wording.notices import NoticeWords

_WIDEST = 860


class NoticeLine(QWidget):
    """One notice: icon, sentence, time, Open, Done, Snooze. Delete does what Done does."""

    opened = Signal(int)
    finished = Signal(int)
    snoozed = Signal(int, bool)
    """The notice, and whether until tomorrow at 9:00 instead of one hour."""

    def __init__(self, look: Look, notice: NoticeRow, words: NoticeWords, when: str) -> None:
        super().__init__()
        self.notice = notice
        self._build(look, words, when)
        state = self.tr("unread") if not notice.read else self.tr("read")
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(f"{words.line}. {when}. {state}")

    def _build(self, look: Look, words: NoticeWords, when: str) -> None:
        unread = not self.notice.read
        tone = "danger-text" if words.overdue else "accent-text" if unread else "text-secondary"
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel(look, words.icon, 18, tone))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(look, words.title, "bodyStrong" if unread else "body"))
        texts.addWidget(
            ElidedLabel(look, words.line, "small", tone if words.overdue else "text-secondary")
        )
        row.addLayout(texts, 1)
        row.addWidget(Label(look, when, "small", "text-secondary", tnum=True))
        self.open_button = Button(look, self.tr("Open"), size="small")
        self.done_button = Button(look, self.tr("Done"), size="small")
        self.snooze_button = Button(look, self.tr("Snooze"), size="small")
        menu = QMenu(self.snooze_button)
        menu.addAction(self.tr("For 1 hour")).triggered.connect(self._on_hour_triggered)
        menu.addAction(self.tr("Until tomorrow, 9:00")).triggered.connect(
            self._on_morning_triggered
        )
        self.snooze_button.setMenu(menu)
        for button in (self.open_button, self.done_button, self.snooze_button):
            name = self.tr("{verb}: {notice}").format(verb=button.text(), notice=words.title)
            button.setAccessibleName(name)
            row.addWidget(button)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.done_button.clicked.connect(self._on_done_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.finished.emit(self.notice.id)
        else:
            super().keyPressEvent(event)

    def _on_open_clicked(self) -> None:
        self.opened.emit(self.notice.id)

    def _on_done_clicked(self) -> None:
        self.finished.emit(self.notice.id)

    def _on_hour_triggered(self) -> None:
        self.snoozed.emit(self.notice.id, False)

    def _on_morning_triggered(self) -> None:
        self.snoozed.emit(self.notice.id, True)


class NoticesPage(Page):
    KIND = PageKind.NOTICES
    TABLES = frozenset(
        {
            "notice",
            "reminder",
            "meeting",
            "mentor",
            "letter",
            "request",
            "request_fact",
            "plan_item",
            "outbox_entry",
            "application",
        }
    )

    def __init__(
        self,
        desk: Desk,
        notices: NoticeService,
        reminders: ReminderService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._notices = notices
        self._reminders = reminders
        self._rows: dict[int, NoticeRow] = {}
        self._lines: list[NoticeLine] = []
        self._set_up()

    def _build(self) -> None:
        look = self._look
        self._content = QWidget()
        self._content.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(20)
        head = QHBoxLayout()
        head.addWidget(Label(look, self.tr("Notices"), "display"))
        head.addStretch(1)
        self._all_read = Button(look, self.tr("Mark all as read"), icon="check-check")
        head.addWidget(self._all_read)
        self._column.addLayout(head)
        self._empty = EmptyState(
            look,
            self.tr("No notices"),
            self.tr("Reminders that LoRDesk showed you stay here until you are done with them."),
        )
        self._column.addWidget(self._empty)
        self._card = Card(look)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ScrollPane(self._content))

    def _connect(self) -> None:
        self._all_read.clicked.connect(self._on_all_read_clicked)

    def areas(self) -> list[QWidget]:
        return [self._lines[0].open_button] if self._lines else []

    def reload(self) -> None:
        focused = self._focused_id()
        rows = self._notices.rows()
        self._rows = {row.id: row for row in rows}
        self._column.removeWidget(self._card)
        self._card.setParent(None)
        self._card.deleteLater()
        self._card = Card(self._look)
        self._column.insertWidget(2, self._card)
        self._lines = [self._line(row) for row in rows]
        for line in self._lines:
            self._card.add_row(line)
            if line.notice.id == focused:
                line.open_button.setFocus()
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._all_read.setVisible(any(not row.read for row in rows))

    def _line(self, row: NoticeRow) -> NoticeLine:
        now = self._desk.clock.local_now()
        words = notice_words(row, now.date())
        line = NoticeLine(self._look, row, words, self._when(row, now))
        line.opened.connect(self._open)
        line.finished.connect(self._finish)
        line.snoozed.connect(self._snooze)
        return line

    def _when(self, row: NoticeRow, now: datetime) -> str:
        if row.snoozed_until is not None:
            until = row.snoozed_until.astimezone(now.tzinfo)
            when = dates.day_and_time(until.date(), until.time(), now.date())
            return self.tr("Again {when}").format(when=when)
        return dates.moment(row.shown_at, now)

    def _focused_id(self) -> int | None:
        for line in self._lines:
            if line.isAncestorOf(self.focusWidget() or self):
                return line.notice.id
        return None

    def _on_all_read_clicked(self) -> None:
        self._notices.mark_read()

    def _open(self, notice_id: int) -> None:
        row = self._rows[notice_id]
        self._notices.mark_read(notice_id)
        self.navigate_requested.emit(row.page, notice_target(row))

    def _finish(self, notice_id: int) -> None:
        row = self._rows[notice_id]
        try:
            if row.reminder_id is not None:
                self._reminders.done(row.reminder_id)
                self._desk.say()
            self._notices.done(notice_id)
        except LordeskError as error:
            self._desk.report(error)

    def _snooze(self, notice_id: int, until_morning: bool) -> None:
        hour = self._desk.clock.now() + timedelta(hours=1)
        until = self._notices.tomorrow_nine() if until_morning else hour
        self._notices.snooze(notice_id, until)


def notice_target(row: NoticeRow) -> object:
    """What to select on the page that a notice opens."""
    if row.page is PageKind.CALENDAR:
        return row.due_on
    if row.page is PageKind.REQUESTS:
        return row.letter_id
    return None
