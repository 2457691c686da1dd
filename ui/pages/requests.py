"""Requests: the stage of every letter, as a board or as a list of the same data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from lordesk.domain import status
from lordesk.kinds import MessageKind, Stage
from lordesk.kinds import Page as PageKind
from ui.delegates.plain_row import PlainTable
from ui.itemmodels.request_columns import list_columns
from ui.itemmodels.row_table_model import RowTableModel
from ui.pages.letter_menu import LetterMenu
from ui.pages.letter_verbs import LetterVerbs
from ui.pages.mentor_drawer import MentorDrawer
from ui.pages.page import Compose, Page
from ui.pages.requests_board import LANES, Board
from ui.pages.requests_declined import DeclinedBar
from ui.pages.requests_summary import Summary
from ui.widgets.buttons import Button
from ui.widgets.chips import MenuChip
from ui.widgets.empty import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.wording.kinds import word
from ui.wording.requests import spoken
from ui.wording.stages import attention_pill, stage_pill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QResizeEvent

    from lordesk.rows.letters import LetterRow
    from ui.desk import Desk
    from ui.pages.letter_verbs import LetterServices
    from ui.pages.mentor_pane.pane import MentorPane
    from ui.wording.stages import PillWords

_BOARD, _LIST = 0, 1
_APPLICATION, _STAGE, _ATTENTION = 1, 3, 4
_WIDTHS = {_STAGE: 112, _ATTENTION: 124, 5: 104, 6: 128}
_LEAST = {2: 840, 5: 760}
"""Where names would be cut, the slot goes first; the days left say what the date says."""


def _stage_pill(letter: LetterRow) -> PillWords:
    return stage_pill(letter.stage)


def _attention_pill(letter: LetterRow) -> PillWords | None:
    return None if letter.attention is None else attention_pill(letter.attention)


class RequestsPage(Page):
    KIND = PageKind.REQUESTS
    TABLES = frozenset(
        {
            "letter", "letter_writer", "request", "request_fact", "plan_item", "mentor", "slot",
            "slot_fill", "application", "outbox_entry", "message", "interaction", "evidence",
        }
    )  # fmt: skip

    def __init__(
        self,
        desk: Desk,
        services: LetterServices,
        make_pane: Callable[[], MentorPane],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._make_pane = make_pane
        self._drawer: MentorDrawer | None = None
        self._letters = services.letters
        self._applications = services.applications
        self._verbs = LetterVerbs(desk, services, self)
        self._application_id: int | None = None
        self._rows: list[LetterRow] = []
        self._thanks_for: int | None = None
        self._set_up()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 20)
        self._column.setSpacing(0)
        self._column.addLayout(self._build_header())
        self._column.addSpacing(8)
        self._summary = Summary(look)
        self._column.addWidget(self._summary)
        self._column.addSpacing(12)
        self._proposal = Notice(look, "accent", icon="heart-handshake")
        self._proposal.hide()
        self._column.addWidget(self._proposal)
        self._stack = QStackedWidget()
        self._board = Board(look, self._desk.clock)
        self._table = self._build_table()
        plan = Button(look, self.tr("Plan a letter"), "primary", "plus")
        plan.clicked.connect(self._plan)
        self._empty = EmptyState(
            look,
            self.tr("No letters planned yet."),
            self.tr("Start with the person who knows you best."),
            [plan],
            icons=("user", "send", "heart"),
        )
        for widget in (self._board, self._table, self._empty):
            self._stack.addWidget(widget)
        self._column.addWidget(self._stack, 1)
        self._declined = DeclinedBar(look, self._desk.clock)
        self._column.addSpacing(8)
        self._column.addWidget(self._declined)

    def _build_header(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(look, self.tr("Requests"), "display"))
        row.addStretch(1)
        self._menu = QMenu(self)
        self._chip = MenuChip(look, self.tr("Application: all"), self._menu)
        row.addWidget(self._chip)
        self._views = Segmented(look, [self.tr("Board"), self.tr("List")], self.tr("View"))
        row.addWidget(self._views)
        return row

    def _build_table(self) -> PlainTable:
        clock = self._desk.clock
        self._model: RowTableModel[LetterRow] = RowTableModel(
            list_columns(clock.today()),
            key=lambda letter: (letter.id, letter.mentor_id),
            spoken=lambda letter: spoken(letter, clock.today()),
            parent=self,
        )
        pills = {_STAGE: _stage_pill, _ATTENTION: _attention_pill}
        table = PlainTable(self._look, self._model, self.tr("Requests"), pills, _WIDTHS, _LEAST)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.sorting.sort_by(_APPLICATION)
        return table

    def _connect(self) -> None:
        board = self._board
        board.dropped.connect(self._on_board_dropped)
        board.moved.connect(self._on_board_moved)
        board.opened.connect(self._open)
        board.menu_requested.connect(self._show_menu)
        board.plan_clicked.connect(self._plan)
        board.remove_requested.connect(self._verbs.remove)
        board.file_dropped.connect(self._verbs.show_evidence)
        self._verbs.moved.connect(self._on_moved)
        self._verbs.message_wanted.connect(self._write)
        self._table.opened.connect(self._on_table_opened)
        self._table.customContextMenuRequested.connect(self._on_table_menu_requested)
        self._views.picked.connect(self._on_view_picked)
        self._chip.cleared.connect(self._on_chip_cleared)
        self._menu.triggered.connect(self._on_application_triggered)
        self._declined.menu_requested.connect(self._show_menu)
        self._proposal.clicked.connect(self._on_proposal_clicked)

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        self._fill_menu()
        self._rows = self._letters.rows(application_id=self._application_id)
        closed = [r for r in self._rows if r.stage in status.CLOSED_STAGES]
        standing = [r for r in self._rows if r.stage not in status.CLOSED_STAGES]
        self._summary.set_letters(standing)
        self._board.set_letters(standing)
        self._model.set_rows(self._rows)
        self._declined.set_letters(closed, self._rows)
        self._show_view()
        if self._drawer is not None and self._drawer.isVisible():
            self._drawer.pane.refresh()
        if self._thanks_for is not None and not self._owes_thanks(self._thanks_for):
            self._propose_thanks(None)

    def _owes_thanks(self, letter_id: int) -> bool:
        return any(r.id == letter_id and status.owes_thanks(r) for r in self._rows)

    def _show_view(self) -> None:
        if not self._rows:
            self._stack.setCurrentWidget(self._empty)
        elif self._views.index() == _LIST:
            self._stack.setCurrentWidget(self._table)
        else:
            self._stack.setCurrentWidget(self._board)
        self._declined.setVisible(self._views.index() == _BOARD and self._declined.count > 0)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for application in self._applications.rows():
            action = self._menu.addAction(application.name.replace("&", "&&"))
            action.setData(application.id)
            action.setCheckable(True)
            action.setChecked(application.id == self._application_id)

    def open_target(self, target: object) -> None:
        if isinstance(target, int):
            self._views.set_index(_BOARD)
            self._show_view()
            self._board.select(target)

    def areas(self) -> list[QWidget]:
        shown = self._stack.currentWidget()
        if shown is self._board:
            filled = [lane.view for lane in self._board.lanes if lane.view.letters.rowCount()]
            for view in filled[:1]:
                view.select_first()
            return list(filled[:1]) or [self._board.lanes[0].view]
        return [shown] if shown is not None else []

    def mentor_in_view(self) -> int | None:
        for lane in self._board.lanes:
            letter = lane.view.current()
            if letter is not None:
                return letter.mentor_id
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawer is not None:
            self._drawer.fit()
        margin = 16 if self.width() < 1000 else 24
        self._column.setContentsMargins(margin, margin, margin, margin - 4)

    # --- doing ----------------------------------------------------------------------------------

    def _on_board_dropped(self, request_id: int, stage: object) -> None:
        letter = next((r for r in self._rows if r.request_id == request_id), None)
        if letter is not None and isinstance(stage, Stage) and letter.stage is not stage:
            self.ask_for_move(letter, stage)

    def _on_board_moved(self, letter: LetterRow, step: int) -> None:
        place = LANES.index(letter.stage) + step
        if 0 <= place < len(LANES):
            self.ask_for_move(letter, LANES[place])

    def ask_for_move(self, letter: LetterRow, stage: Stage) -> None:
        """Open what a move needs: the wizard for an ask, the note for thanks, else its day."""
        if not status.can_move(letter.stage, stage):
            text = self.tr("{mentor} cannot go from {before} to {after}.")
            self._desk.say(
                text.format(
                    mentor=letter.mentor_short, before=word(letter.stage), after=word(stage)
                ),
                undo=False,
            )
        elif stage is Stage.ASKED and letter.stage is Stage.PLANNED:
            self._write(letter, MessageKind.ASK)
        else:
            self._verbs.move(letter, stage)

    def _on_moved(self, letter: LetterRow, stage: object) -> None:
        if stage is Stage.SUBMITTED:
            self._propose_thanks(letter)

    def _propose_thanks(self, letter: LetterRow | None) -> None:
        """A letter that is in deserves a note; the offer stays until it is written."""
        self._thanks_for = None if letter is None else letter.id
        self._proposal.setVisible(letter is not None)
        if letter is not None:
            self._proposal.set(
                "accent",
                self.tr("The letter from {mentor} is in.").format(mentor=letter.mentor_short),
                self.tr("A short thank-you note is the kindest next step."),
                self.tr("Write note"),
                "heart-handshake",
            )

    def _on_proposal_clicked(self) -> None:
        if self._thanks_for is not None:
            self.compose_requested.emit(Compose(MessageKind.THANKS, letter_id=self._thanks_for))

    def _open(self, letter: LetterRow) -> None:
        """The mentor beside the board; the way back is Escape."""
        if self._drawer is None:
            pane = self._make_pane()
            pane.compose_requested.connect(self.compose_requested)
            pane.navigate_requested.connect(self.navigate_requested)
            pane.log_contact_requested.connect(self.log_contact_requested)
            self._drawer = MentorDrawer(self._look, pane, self)
            self._drawer.closed.connect(self._focus_board)
        self._drawer.open_on(letter.mentor_id, letter.application_id)

    def _focus_board(self) -> None:
        for area in self.areas()[:1]:
            area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _plan(self) -> None:
        self.compose_requested.emit(Compose(application_id=self._application_id))

    def _write(self, letter: LetterRow, kind: MessageKind) -> None:
        self.compose_requested.emit(Compose(kind, letter_id=letter.id, mentor_id=letter.mentor_id))

    def _show_menu(self, letter: LetterRow, at: QPoint) -> None:
        menu, verbs = LetterMenu(letter, self), self._verbs
        menu.message_chosen.connect(self._write)
        menu.stage_chosen.connect(self.ask_for_move)
        menu.fact_chosen.connect(verbs.record_fact)
        menu.sound_chosen.connect(verbs.set_signal)
        menu.reply_chosen.connect(verbs.record_reply)
        menu.settled_chosen.connect(verbs.settle)
        menu.details_chosen.connect(verbs.show_details)
        menu.writers_chosen.connect(verbs.choose_writers)
        menu.evidence_chosen.connect(verbs.show_evidence)
        menu.open_chosen.connect(self._open)
        menu.remove_chosen.connect(verbs.remove)
        menu.popup(at)

    # --- what is shown --------------------------------------------------------------------------

    def _on_view_picked(self) -> None:
        self._show_view()

    def _on_table_opened(self) -> None:
        letter = self._model.row(self._table.currentIndex())
        if letter is not None:
            self._open(letter)

    def _on_table_menu_requested(self, at: QPoint) -> None:
        letter = self._model.row(self._table.indexAt(at))
        if letter is not None:
            self._show_menu(letter, self._table.viewport().mapToGlobal(at))

    def _on_application_triggered(self, action: QAction) -> None:
        self._application_id = action.data() if action.isChecked() else None
        name = action.text().replace("&&", "&")
        active = self._application_id is not None
        text = self.tr("Application: {name}").format(name=name)
        self._chip.set_active(active, text if active else self.tr("Application: all"))
        self.set_stale()

    def _on_chip_cleared(self) -> None:
        self._application_id = None
        self._chip.set_active(False, self.tr("Application: all"))
        self.set_stale()
