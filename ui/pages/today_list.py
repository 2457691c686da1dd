"""The left column of Today: what is overdue, replies, this week, and what comes later."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.today_lines import Line, TaskLine, align_actions, person_line
from ui.widgets.avatar import tint_of
from ui.widgets.buttons import Button
from ui.widgets.card import Card, SectionHeader
from ui.widgets.empty import EmptyState
from ui.wording import dates, tasks

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.dates import TaskRow, TodayRow
    from ui.widgets.look import Look


class TodayList(QWidget):
    """Each signal carries the key of a task, or of a reply."""

    ticked = Signal(object)
    acted = Signal(object)
    opened = Signal(object)
    key_pressed = Signal(object, str)
    see_date_clicked = Signal()
    plan_clicked = Signal()
    later_toggled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._later_open = False
        self._suggested = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lines: list[Line] = []
        look.changed.connect(self._align)

    def set_row(self, row: TodayRow) -> None:
        self._clear()
        self._add_tasks(self.tr("Overdue"), row.overdue, row.day, "danger", suggest=True)
        self._add_replies(row)
        self._add_tasks(
            self.tr("This week"), row.this_week, row.day, "neutral", suggest=not row.overdue
        )
        self._add_later(row)
        self._add_end(row)
        self._align()

    def _align(self) -> None:
        align_actions(self._look, self._lines)

    def _clear(self) -> None:
        self._lines = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _section(self, text: str, count: int, tone: str) -> Card:
        if self._column.count():
            self._column.addSpacing(16)
        self._column.addWidget(SectionHeader(self._look, text, count, tone=tone))
        self._column.addSpacing(4)
        card = Card(self._look)
        self._column.addWidget(card)
        return card

    def _add_tasks(
        self, text: str, found: tuple[TaskRow, ...], day: date, tone: str, suggest: bool
    ) -> None:
        if not found:
            return
        card = self._section(text, len(found), tone)
        for number, task in enumerate(found):
            card.add_row(self._task_line(task, day, suggest and number == 0))

    def _task_line(self, task: TaskRow, day: date, suggested: bool) -> TaskLine:
        spoken = tasks.spoken(task, day)
        line = TaskLine(self._look, task.key, spoken, tasks.done_words(task))
        title = tasks.title(task)
        line.add_words(title, tasks.detail(task, day))
        line.add_due(tasks.due(task, day), task.days_late > 0)
        words = tasks.action(task)
        line.add_action(words, f"{words}: {title}", "soft" if suggested else "secondary")
        line.ticked.connect(self.ticked)
        line.acted.connect(self.acted)
        line.opened.connect(self.opened)
        line.key_pressed.connect(self.key_pressed)
        self._lines.append(line)
        return line

    def _add_replies(self, row: TodayRow) -> None:
        if not row.replies:
            return
        card = self._section(self.tr("Replies to read"), len(row.replies), "neutral")
        for reply in row.replies:
            letter = reply.letter
            text = self.tr("“{text}”").format(text=" ".join(reply.text.split()))
            days = (row.day - reply.on).days
            when = (
                [self.tr("Today"), self.tr("Yesterday")][days]
                if days in (0, 1)
                else (dates.row_date(reply.on, row.day))
            )
            line = person_line(
                self._look,
                f"reply:{letter.request_id}",
                f"{letter.mentor_name}, {text}, {when}",
                letter.mentor_initials,
                tint_of(letter.mentor_id),
            )
            line.add_words(letter.mentor_name, text)
            line.add_due(when, late=False)
            line.add_action(self.tr("Read"), f"{self.tr('Read')}: {letter.mentor_name}")
            line.acted.connect(self.acted)
            line.opened.connect(self.opened)
            line.key_pressed.connect(self.key_pressed)
            self._lines.append(line)
            card.add_row(line)

    def _add_later(self, row: TodayRow) -> None:
        if not row.later:
            return
        until = row.day + timedelta(days=30)
        text = self.tr("Later: %n more before {day}", "", len(row.later))
        fold = Button(
            self._look,
            text.format(day=dates.month_day(until)),
            "quiet",
            icon="chevron-down" if self._later_open else "chevron-right",
            size="small",
            tone="text-secondary",
        )
        fold.clicked.connect(self._toggle_later)
        self._column.addSpacing(8)
        holder = QHBoxLayout()
        holder.setContentsMargins(8, 0, 0, 0)
        wrap = QWidget()
        wrap.setLayout(holder)
        holder.addWidget(fold)
        holder.addStretch(1)
        self._column.addWidget(wrap)
        if self._later_open:
            card = Card(self._look)
            self._column.addSpacing(4)
            self._column.addWidget(card)
            for task in row.later:
                card.add_row(self._task_line(task, row.day, suggested=False))

    def _add_end(self, row: TodayRow) -> None:
        """The end screen: nothing is due, what comes next, and one quiet suggestion."""
        if row.overdue or row.this_week or row.replies:
            return
        buttons = []
        if row.next_task is not None:
            title = self.tr("That is all for today.")
            text = self.tr("All clear until {day}. Next: {task}.").format(
                day=dates.row_date(row.next_task.due_on, row.day), task=tasks.title(row.next_task)
            )
            button = Button(self._look, self.tr("See the date"), icon="calendar-days")
            button.clicked.connect(self.see_date_clicked)
            buttons += self._suggestion(row)
        else:
            title = self.tr("All clear.")
            text = self.tr("Nothing is due. Plan a letter with the person who knows you best.")
            button = Button(self._look, self.tr("Plan a letter"), "primary", icon="plus")
            button.clicked.connect(self.plan_clicked)
        self._column.addSpacing(24)
        self._column.addWidget(EmptyState(self._look, title, text, [button, *buttons]))

    def _suggestion(self, row: TodayRow) -> list[Button]:
        """A note that is owed, or somebody who has not heard from the user for long."""
        if row.thanks_owed:
            letter = row.thanks_owed[0]
            self._suggested = f"thanks:{letter.id}"
            words = self.tr("Thank {mentor}").format(mentor=letter.mentor_short)
        elif row.going_quiet:
            mentor = row.going_quiet[0]
            self._suggested = f"quiet:{mentor.id}"
            words = self.tr("Write to {mentor}").format(mentor=mentor.short_name)
        else:
            return []
        button = Button(self._look, words, "quiet", icon="feather")
        button.clicked.connect(self._on_suggestion_clicked)
        return [button]

    def _on_suggestion_clicked(self) -> None:
        self.acted.emit(self._suggested)

    def _toggle_later(self) -> None:
        self._later_open = not self._later_open
        self.later_toggled.emit()
