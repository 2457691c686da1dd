"""The pane of one mentor: head, next step and four tabs."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lordesk.domain.named_files import files_to_send
from lordesk.errors import MissingRowError
from lordesk.kinds import MessageKind, Page
from ui.dialogs.fit_dialog import FitDialog
from ui.dialogs.log_contact_dialog import LogContactDialog
from ui.dialogs.mentor_edit_dialog import MentorEditDialog
from ui.dialogs.moment_dialog import MomentDialog
from ui.pages.mentor_pane.facts import read
from ui.pages.mentor_pane.head import NextStepCard, PaneHead
from ui.pages.mentor_pane.letters import Letters
from ui.pages.mentor_pane.notes import Notes
from ui.pages.mentor_pane.overview import Overview
from ui.pages.mentor_pane.timeline import Timeline
from ui.pages.mentor_pane.verbs import MentorVerbs
from ui.pages.page import Compose
from ui.widgets.photos import Photos
from ui.widgets.scroll import ScrollPane
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from lordesk.kinds import FitQuestion
    from lordesk.rows.letters import LetterRow
    from lordesk.rows.people import InteractionRow
    from ui.desk import Desk
    from ui.pages.mentor_pane.facts import MentorFacts, MentorServices

_MARGIN, _MARGIN_BRIEF = 24, 20
_BRIEF_WIDTH = 420
"""Below this the lines that explain the bars are hidden."""

_COMPOSE = {
    "ask": MessageKind.ASK,
    "plan": MessageKind.ASK,
    "late": MessageKind.DUE_FOLLOW_UP,
    "check_in": MessageKind.DUE_FOLLOW_UP,
    "follow_up": MessageKind.FOLLOW_UP,
    "thank": MessageKind.THANKS,
    "reminder": MessageKind.UPDATE,
    "get_in_touch": MessageKind.UPDATE,
}


class _Scrolled(ScrollPane):
    """The scroll bar stands in the margin beside the content and never narrows it."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self._content = content
        self._side = 0
        self.verticalScrollBar().rangeChanged.connect(self._fit)

    def set_side(self, side: int) -> None:
        self._side = side
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._content.setContentsMargins(0, 0, max(0, self._side - taken), 0)


class PaneTab(IntEnum):
    OVERVIEW = 0
    TIMELINE = 1
    LETTERS = 2
    NOTES = 3


class MentorPane(QWidget):
    """`show_mentor` fills it; whoever holds it calls `refresh` when the data changed."""

    compose_requested = Signal(object)
    navigate_requested = Signal(object, object)
    log_contact_requested = Signal(object)
    goal_picked = Signal(int)
    """The id of the application that fit is shown for now."""

    def __init__(self, desk: Desk, services: MentorServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = desk.look
        self._services = services
        self._verbs = MentorVerbs(desk, services, self)
        self._photos = Photos(services.photos.path)
        self._application_id: int | None = None
        self._facts: MentorFacts | None = None
        self._brief = False
        self._build()
        self._connect()

    # --- what the page calls ----------------------------------------------------------------------

    @property
    def mentor_id(self) -> int | None:
        return self._facts.mentor.id if self._facts is not None else None

    def show_mentor(self, mentor_id: int | None, application_id: int | None = None) -> None:
        """None, or a mentor who is gone, empties the pane."""
        self._application_id = application_id
        if mentor_id is None:
            self._facts = None
        else:
            quiet_days = self._desk.settings.values.quiet_days
            try:
                self._facts = read(
                    self._services, mentor_id, application_id, self._desk.clock, quiet_days
                )
            except MissingRowError:
                self._facts = None
        self._body.setVisible(self._facts is not None)
        self._show_facts()

    def refresh(self) -> None:
        self.show_mentor(self.mentor_id, self._application_id)

    def show_tab(self, tab: PaneTab) -> None:
        self._tabs.setCurrentIndex(tab)

    def next_tab(self, step: int = 1) -> None:
        self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % self._tabs.count())

    def save(self) -> None:
        """Store what is still being typed."""
        self._notes.save()

    def take_focus(self) -> None:
        self._tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit(self) -> None:
        if self._facts is not None:
            self.save()
            mentor = self._services.mentors.get(self._facts.mentor.id)
            services = self._services
            MentorEditDialog(self._desk, services.mentors, services.photos, mentor, self).open()

    def archive(self) -> None:
        """Archive, or take back into the list."""
        if self._facts is not None:
            self._verbs.archive(self._facts.mentor)

    def delete(self) -> None:
        """To the trash, or to the archive where the record must stay."""
        if self._facts is not None:
            self._verbs.delete(self._facts.mentor)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._body = QWidget()
        self._head = PaneHead(look)
        self._card = NextStepCard(look)
        labels = [self.tr("Overview"), self.tr("Timeline"), self.tr("Letters"), self.tr("Notes")]
        self._tabs = Tabs(look, labels, self.tr("About this mentor"))
        self._overview = Overview(look)
        self._timeline = Timeline(look)
        self._letters = Letters(look)
        self._notes = Notes(look)
        self._stack = QStackedWidget()
        for part, scrolls in (
            (self._overview, True),
            (self._timeline, False),
            (self._letters, True),
            (self._notes, True),
        ):
            self._stack.addWidget(_Scrolled(part) if scrolls else part)
        self._top = top = QVBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._head)
        top.addSpacing(16)
        top.addWidget(self._card)
        top.addSpacing(6)
        top.addWidget(self._tabs)
        self._column = column = QVBoxLayout(self._body)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self._body.hide()
        self._set_margins()
        look.changed.connect(self.update)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._head.write_requested.connect(self._on_write_requested)
        self._head.edit_requested.connect(self.edit)
        self._head.log_requested.connect(self._on_log_requested)
        self._head.archive_requested.connect(self.archive)
        self._head.delete_requested.connect(self.delete)
        self._head.copy_requested.connect(self._on_copy_requested)
        self._card.acted.connect(self._on_step_acted)
        self._card.done.connect(self._on_step_done)
        self._overview.answers_requested.connect(self._on_answers_requested)
        self._overview.plan_requested.connect(self._on_plan_requested)
        self._overview.log_requested.connect(self._on_log_requested)
        self._overview.goal_picked.connect(self._on_goal_picked)
        self._overview.changed.connect(self._on_changed_in_place)
        self._overview.form_requested.connect(self.edit)
        self._overview.task_requested.connect(self._on_task_requested)
        self._overview.end_requested.connect(self._on_end_requested)
        self._timeline.log_requested.connect(self._on_log_requested)
        self._timeline.change_requested.connect(self._on_change_requested)
        self._timeline.removal_requested.connect(self._verbs.remove_contact)
        self._letters.plan_requested.connect(self._on_plan_requested)
        self._letters.compose_requested.connect(self._on_letter_compose)
        self._letters.move_requested.connect(self._verbs.move)
        self._verbs.closing.message_wanted.connect(self._on_note_wanted)
        self._letters.signal_picked.connect(self._verbs.note_signal)
        self._letters.backup_requested.connect(self._on_backup_requested)
        self._letters.details_requested.connect(self._verbs.show_letter)
        self._notes.saved.connect(self._verbs.save_notes)
        self._notes.moment_requested.connect(self._on_moment_requested)
        self._notes.moment_removal_requested.connect(self._verbs.remove_moment)
        for keys, slot in (
            ("Ctrl+Tab", self._next_tab),
            ("Ctrl+Shift+Tab", self._previous_tab),
            ("F2", self._edit_in_place),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _set_margins(self) -> None:
        side = _MARGIN_BRIEF if self._brief else _MARGIN
        self._top.setContentsMargins(0, 0, side, 0)
        self._column.setContentsMargins(side, 16 if self._brief else 20, 0, 0)
        for place in range(self._stack.count()):
            part = self._stack.widget(place)
            if isinstance(part, _Scrolled):
                part.set_side(side)
        self._timeline.setContentsMargins(0, 0, side, 0)

    # --- showing ----------------------------------------------------------------------------------

    def _show_facts(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self._head.show_mentor(facts.mentor, self._brief, self._photos.get(facts.mentor.photo))
        self._card.show_facts(facts)
        self._show_tab()

    def _show_tab(self) -> None:
        """Only the tab in front is filled; notes always, so that no typing is lost."""
        facts = self._facts
        if facts is None:
            return
        tab = self._tabs.currentIndex()
        if tab == PaneTab.OVERVIEW:
            self._overview.show_facts(facts, self._brief)
        elif tab == PaneTab.TIMELINE:
            self._timeline.show_facts(facts)
        elif tab == PaneTab.LETTERS:
            history = self._services.requests.history
            pairs = [(letter, history(letter.request_id)) for letter in facts.letters]
            self._letters.show_letters(pairs, facts.today)
        self._notes.show_facts(facts)

    def _on_tab_changed(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._show_tab()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        brief = self.width() < _BRIEF_WIDTH
        if brief != self._brief:
            self._brief = brief
            self._set_margins()
            self._show_facts()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), self._look.color("surface"))

    # --- acting -----------------------------------------------------------------------------------

    def _compose(self, kind: MessageKind, letter: LetterRow | None = None, task: str = "") -> None:
        """`task` may speak of files, which the message then goes out with."""
        if self._facts is not None:
            letter_id, files = letter.id if letter is not None else None, files_to_send(task)
            self.compose_requested.emit(Compose(kind, letter_id, self.mentor_id, files=files))

    def _next_tab(self) -> None:
        self.next_tab()

    def _previous_tab(self) -> None:
        self.next_tab(-1)

    def _on_write_requested(self) -> None:
        self._compose(MessageKind.UPDATE)

    def _on_plan_requested(self) -> None:
        self._compose(MessageKind.ASK)

    def _on_log_requested(self) -> None:
        self.log_contact_requested.emit(self.mentor_id)

    def _on_copy_requested(self) -> None:
        if self._facts is not None:
            self._verbs.copy_address(self._facts.mentor)

    def _on_step_acted(self) -> None:
        step = self._facts.next_step if self._facts is not None else None
        if step is None:
            return
        if step.code == "not_sent":
            self.navigate_requested.emit(Page.OUTBOX, None)
        elif step.code == "trouble" and step.letter is not None:
            self.navigate_requested.emit(Page.REQUESTS, step.letter.id)
        elif step.code == "answer_fit":
            self._on_answers_requested(None)
        elif step.code == "reply" and step.letter is not None:
            self.show_tab(PaneTab.TIMELINE)
            self._verbs.do(self._services.requests.mark_reply_read, step.letter.request_id)
        else:
            task = step.reminder.title if step.reminder else ""
            self._compose(_COMPOSE[step.code], step.letter, task)

    def _on_step_done(self) -> None:
        step = self._facts.next_step if self._facts is not None else None
        if step is not None and step.reminder is not None:
            self._verbs.do(self._services.reminders.done, step.reminder.id)

    def _on_answers_requested(self, question: FitQuestion | None) -> None:
        if self._facts is not None:
            mentors, mentor = self._services.mentors, self._facts.mentor
            goal = self._application_id
            hint = self._services.coach.relevance(mentor.id, goal)
            FitDialog(self._desk, mentors, mentor, goal, question, hint, self).open()

    def _edit_in_place(self) -> None:
        self.show_tab(PaneTab.OVERVIEW)
        self._overview.edit_in_place()

    def _on_changed_in_place(self, field: str, value: object) -> None:
        if self._facts is not None:
            self._verbs.change(self._facts.mentor.id, field, value)

    def _on_goal_picked(self, application_id: int) -> None:
        self.show_mentor(self.mentor_id, application_id)
        self.goal_picked.emit(application_id)

    def _on_task_requested(self, key: str) -> None:
        self._verbs.do(self._services.coach.make_task, self.mentor_id, key)

    def _on_end_requested(self, key: str) -> None:
        self._verbs.do(self._services.coach.end, self.mentor_id, key)

    def _on_change_requested(self, row: InteractionRow) -> None:
        services = self._services
        LogContactDialog(
            self._desk, services.interactions, services.mentors, row.mentor_id, row, self
        ).open()

    def _on_letter_compose(self, kind: MessageKind, letter: LetterRow) -> None:
        self._compose(kind, letter)

    def _on_note_wanted(self, letter: LetterRow, kind: MessageKind) -> None:
        self._compose(kind, letter)

    def _on_backup_requested(self, letter: LetterRow) -> None:
        self.navigate_requested.emit(Page.APPLICATIONS, letter.application_id)

    def _on_moment_requested(self) -> None:
        if self._facts is not None:
            mentor_id = self._facts.mentor.id
            MomentDialog(self._desk, self._services.interactions, mentor_id, self).open()
