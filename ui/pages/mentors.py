"""Mentors: the list with its filters, and the pane of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from lordesk import kinds
from lordesk.errors import LordeskError
from ui.dialogs.mentor_dialog import MentorDialog
from ui.dialogs.merge_dialog import MergeDialog
from ui.pages.mentor_duplicates import DuplicateLine
from ui.pages.mentor_empty import MentorsEmpty
from ui.pages.mentor_list import MentorList
from ui.pages.mentor_mix import MissingMentors, MixCard
from ui.pages.mentor_pane.pane import MentorPane
from ui.pages.mentor_pane.verbs import MentorVerbs
from ui.pages.page import Page
from ui.widgets.photos import Photos
from ui.widgets.scroll import Splitter
from ui.wording import fit as words

if TYPE_CHECKING:
    from lordesk.domain.duplicates import Pair
    from lordesk.kinds import MentorRole
    from lordesk.rows.people import MentorListRow
    from ui.desk import Desk
    from ui.pages.mentor_pane.facts import MentorServices

_PANE_LEAST, _PANE, _PANE_MOST, _PANE_NARROW = 360, 440, 560, 392
_NARROW_PAGE = 1040
"""Below this width of the page the pane is narrow."""


class MentorsPage(Page):
    KIND: ClassVar[kinds.Page] = kinds.Page.MENTORS
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {
            "mentor",
            "mentor_target",
            "fit_answer",
            "interaction",
            "moment",
            "letter",
            "letter_writer",
            "request",
            "request_move",
            "request_fact",
            "plan_item",
            "profile",
            "reminder",
            "application",
            "slot",
            "slot_fill",
            "target",
            "outbox_entry",
        }
    )

    def __init__(self, desk: Desk, services: MentorServices, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._services = services
        self._verbs = MentorVerbs(desk, services, self)
        self._application_id: int | None = None
        self._goal_id: int | None = None
        self._pairs: tuple[Pair, ...] = ()
        self._compared: tuple[tuple[int, str, str], ...] = ()
        self._wide_pane = _PANE
        self._narrow: bool | None = None
        self._set_up()

    # --- the page ---------------------------------------------------------------------------------

    def reload(self) -> None:
        applications = self._services.applications.rows()
        chosen = {row.id for row in applications} & {self._goal_id}
        self._application_id = chosen.pop() if chosen else self._services.applications.default_id()
        rows = self._services.mentors.rows(self._application_id, archived=True)
        self._whole.setCurrentIndex(0 if rows else 1)
        self._list.set_rows(rows)
        self._pane.show_mentor(self.mentor_in_view(), self._application_id)
        for card in (self._mix, self._empty.mix):
            card.setVisible(not applications)
        if not applications:
            mix = self._services.coach.mix()
            (self._mix if rows else self._empty.mix).show_mix(mix)
        goal = next((row for row in applications if row.id == self._application_id), None)
        missing = self._services.coach.missing(goal.id) if goal is not None else ()
        for part in (self._missing, self._empty.missing):
            part.show_missing(goal, missing)
        self._look_for_twins()

    def open_target(self, target: object) -> None:
        """A mentor's id. Filters that hide the mentor are taken away."""
        if isinstance(target, int):
            self._list.reveal(target)

    def focus_search(self) -> bool:
        if self._whole.currentIndex() == 1:
            return False
        self._list.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._list.filters.search.selectAll()
        return True

    def areas(self) -> list[QWidget]:
        if self._whole.currentIndex() == 1:
            return [self._empty]
        return [self._view, self._pane]

    def mentor_in_view(self) -> int | None:
        return self._list.current_id()

    def pane_width(self) -> int:
        return self._wide_pane

    def set_pane_width(self, px: int) -> None:
        self._wide_pane = max(_PANE_LEAST, min(px, _PANE_MOST))

    def add_mentor(self, role: MentorRole | None = None) -> None:
        """Open the form; the new mentor is chosen in the list afterwards."""
        mentors = self._services.mentors
        dialog = MentorDialog(self._desk, mentors, self._application_id, role, self)
        dialog.saved.connect(self._on_mentor_saved)
        dialog.open()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._empty = MentorsEmpty(look)
        self._pane = MentorPane(self._desk, self._services)
        self._pane.setMinimumWidth(_PANE_LEAST)
        self._pane.setMaximumWidth(_PANE_MOST)
        self._list = MentorList(self._desk)
        self._list.delegate.photos = Photos(self._services.photos.path)
        self._list.delegate.fit_reason = self._fit_reason
        self._view, self._header = self._list.view, self._list.header
        self._twins = DuplicateLine(look)
        self._list.add_below_head(self._twins)
        self._mix = MixCard(look)
        self._list.add_below_head(self._mix)
        self._missing = MissingMentors(look)
        self._list.add_below_head(self._missing)
        self._splitter = Splitter()
        self._splitter.addWidget(self._list)
        self._splitter.addWidget(self._pane)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._whole = QStackedLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._splitter)
        self._whole.addWidget(self._empty)

    def _connect(self) -> None:
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._list.add_requested.connect(self._on_add_clicked)
        for part in (self._empty, self._mix, self._missing):
            part.add_requested.connect(self.add_mentor)
        self._list.chosen.connect(self._on_chosen)
        self._list.emptied.connect(self._on_emptied)
        self._view.opened.connect(self._pane.take_focus)
        self._view.edit_requested.connect(self._pane.edit)
        self._view.removal_requested.connect(self._on_removal_requested)
        bulk = self._list.bulk
        bulk.tag_picked.connect(self._on_tag_picked)
        bulk.archive_requested.connect(self._on_archive_requested)
        bulk.restore_requested.connect(self._on_restore_requested)
        bulk.delete_requested.connect(self._on_removal_requested)
        self._twins.compare_requested.connect(self._on_compare_requested)
        self._twins.denied.connect(self._on_denied)
        self._pane.compose_requested.connect(self.compose_requested)
        self._pane.navigate_requested.connect(self.navigate_requested)
        self._pane.log_contact_requested.connect(self.log_contact_requested)
        self._pane.goal_picked.connect(self._on_goal_picked)
        for keys, slot in (("Ctrl+Tab", self._next_tab), ("Ctrl+Shift+Tab", self._previous_tab)):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        back = QShortcut(QKeySequence("Esc"), self._pane)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._view.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PAGE
        if narrow == self._narrow:
            return
        self._narrow = narrow
        pane = _PANE_NARROW if narrow else self._wide_pane
        self._splitter.setSizes([self.width() - pane - 1, pane])

    def _on_splitter_moved(self) -> None:
        """Only the user's own drag is remembered: a window that shrinks squeezes the pane."""
        if not self._narrow:
            self._wide_pane = self._pane.width()

    def _fit_reason(self, row: MentorListRow) -> str:
        fit = self._services.mentors.fit(row.id, self._application_id)
        return "\n".join((words.band(fit), words.reason(fit)))

    # --- one mentor -------------------------------------------------------------------------------

    def _on_chosen(self) -> None:
        if not self.stale:
            self._pane.show_mentor(self.mentor_in_view(), self._application_id)

    def _on_emptied(self) -> None:
        self._pane.show_mentor(None)

    def _on_add_clicked(self) -> None:
        self.add_mentor()

    def _on_mentor_saved(self, mentor_id: int) -> None:
        self.open_target(mentor_id)
        self._view.setFocus()

    def _on_goal_picked(self, application_id: int) -> None:
        """Fit in the list and in the pane is about this application from now on."""
        self._goal_id = application_id
        self.set_stale()

    def _next_tab(self) -> None:
        self._pane.next_tab()

    def _previous_tab(self) -> None:
        self._pane.next_tab(-1)

    # --- several ----------------------------------------------------------------------------------

    def _selected_ids(self) -> tuple[int, ...]:
        return tuple(row.id for row in self._list.selected())

    def _on_removal_requested(self) -> None:
        ids = self._selected_ids()
        if len(ids) > 1:
            self._verbs.do(self._services.mentors.remove, ids)
        else:
            self._pane.delete()

    def _on_tag_picked(self, tag: str, on: bool) -> None:
        self._verbs.do(self._services.mentors.tag, self._selected_ids(), tag, on)

    def _on_archive_requested(self) -> None:
        self._verbs.do(self._services.mentors.archive, self._selected_ids())

    def _on_restore_requested(self) -> None:
        self._verbs.do(self._services.mentors.unarchive, self._selected_ids())

    # --- one person written down twice ------------------------------------------------------------

    def _look_for_twins(self) -> None:
        """Compared beside the screen, and only after a name or an address has changed."""
        rows = self._list.all_rows()
        facts = tuple((row.id, row.full_name, row.email) for row in rows if not row.archived)
        if facts == self._compared:
            self._show_twins()
            return
        self._compared = facts
        task = self._desk.tasks.start(self._services.merge.proposals_job)
        task.succeeded.connect(self._on_twins_found)

    def _on_twins_found(self, pairs: tuple[Pair, ...]) -> None:
        self._pairs = pairs
        self._show_twins()

    def _show_twins(self) -> None:
        names = {row.id: row.full_name for row in self._list.all_rows()}
        standing = [p for p in self._pairs if p.keep_id in names and p.other_id in names]
        pair = standing[0] if standing else None
        if pair is None:
            self._twins.show_pair(None)
        else:
            self._twins.show_pair(pair, names[pair.keep_id], names[pair.other_id])

    def _on_compare_requested(self, pair: Pair) -> None:
        services = self._services
        keep, other = services.mentors.get(pair.keep_id), services.mentors.get(pair.other_id)
        dialog = MergeDialog(self._desk, services.merge, keep, other, self)
        dialog.merged.connect(self._on_mentor_saved)
        dialog.open()

    def _on_denied(self, pair: Pair) -> None:
        try:
            self._services.merge.not_the_same(pair.keep_id, pair.other_id)
        except LordeskError as error:
            self._desk.report(error)
            return
        self._pairs = tuple(each for each in self._pairs if each != pair)
        self._show_twins()
