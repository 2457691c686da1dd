"""Letters: a card for each request, the stages it went through, and the next moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lordesk.domain.status import MOVES
from lordesk.kinds import MessageKind, Stage
from ui.pages.mentor_pane.letter_words import letter_line, letter_name
from ui.pages.mentor_pane.signal_choice import SignalChoice
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.draw import PillFace
from ui.widgets.flow import FlowLayout
from ui.widgets.pill import Pill
from ui.widgets.text import ElidedLabel, IconLabel, Label
from ui.wording import dates
from ui.wording.kinds import word
from ui.wording.stages import attention_pill, stage_pill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QAction

    from lordesk.rows.letters import LetterRow, MoveRow
    from ui.widgets.look import Look

_PATH = (Stage.PLANNED, Stage.ASKED, Stage.AGREED, Stage.WRITING, Stage.SUBMITTED, Stage.THANKED)
_ASKED = (Stage.ASKED, Stage.AGREED, Stage.WRITING)
_CLOSED = (Stage.DECLINED, Stage.WITHDRAWN)


def reached(letter: LetterRow, moves: Sequence[MoveRow]) -> list[tuple[Stage, date | None, bool]]:
    """The stages of the card: each with the day it was entered and whether it is behind us."""
    days = {move.to_stage: move.on for move in moves}
    if letter.stage in _CLOSED:
        behind = [stage for stage in _PATH if stage in days]
        return [(s, days[s], True) for s in (*behind, letter.stage) if s in days]
    at = _PATH.index(letter.stage)
    return [
        (stage, days.get(stage) if place <= at else None, place <= at)
        for place, stage in enumerate(_PATH)
    ]


class LetterCard(Card):
    compose_requested = Signal(object, object)
    """A `MessageKind` and the `LetterRow`."""
    move_requested = Signal(object, object)
    """The `LetterRow` and the `Stage`."""
    signal_picked = Signal(object, object)
    """The `LetterRow` and how the writer sounded, or None."""
    backup_requested = Signal(object)
    """The `LetterRow` that somebody else should stand by for."""
    details_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        letter: LetterRow,
        moves: Sequence[MoveRow],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, padding=14, parent=parent)
        self._look = look
        self._letter = letter
        self._moves: dict[QAction, Stage] = {}
        self.body.setSpacing(12)
        self.body.addLayout(self._head(today))
        self.body.addLayout(self._steps(moves, today))
        if letter.stage in _ASKED:
            self.body.addWidget(self._sounded())
        self.body.addLayout(self._buttons())

    def _sounded(self) -> SignalChoice:
        choice = SignalChoice(self._look, self._letter.signal)
        choice.picked.connect(self._on_signal_picked)
        choice.thanks_requested.connect(self._on_thanks_requested)
        choice.backup_requested.connect(self._on_backup_requested)
        return choice

    def _head(self, today: date) -> QVBoxLayout:
        look, letter = self._look, self._letter
        pills = QHBoxLayout()
        pills.setSpacing(8)
        pills.addWidget(Pill(look, PillFace(*stage_pill(letter.stage))))
        if letter.attention is not None:
            pills.addWidget(Pill(look, PillFace(*attention_pill(letter.attention))))
        pills.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidedLabel(look, letter_name(letter), "bodyStrong"))
        column.addWidget(ElidedLabel(look, letter_line(letter, today), "small", "text-secondary"))
        column.addSpacing(8)
        column.addLayout(pills)
        return column

    def _steps(self, moves: Sequence[MoveRow], today: date) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for stage, on, behind in reached(self._letter, moves):
            name, color = ("circle-check", "accent-text") if behind else ("circle", "border-strong")
            words = Label(self._look, word(stage), "small", "text" if behind else "text-tertiary")
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(IconLabel(self._look, name, 14, color))
            row.addWidget(words, 1)
            if on is not None:
                when = dates.row_date(on, today)
                row.addWidget(Label(self._look, when, "small", "text-tertiary", tnum=True))
            column.addLayout(row)
        asked_again = self._letter.last_follow_up_on
        if asked_again is not None:
            text = self.tr("Last follow-up {day}").format(day=dates.short_date(asked_again, today))
            column.addWidget(Label(self._look, text, "small", "text-secondary", tnum=True))
        return column

    # --- what can be done now ---------------------------------------------------------------------

    def _buttons(self) -> FlowLayout:
        flow = FlowLayout()
        stage = self._letter.stage
        if stage is Stage.PLANNED:
            flow.addWidget(self._write(MessageKind.ASK, self.tr("Write request"), "send"))
            flow.addWidget(self._move(Stage.ASKED, self.tr("I asked in person")))
        elif stage is Stage.ASKED:
            flow.addWidget(self._move(Stage.AGREED, self.tr("Said yes"), "handshake"))
            flow.addWidget(self._move(Stage.DECLINED, self.tr("Said no…")))
            flow.addWidget(self._write(MessageKind.FOLLOW_UP, self.tr("Follow up"), "mail"))
        elif stage is Stage.AGREED:
            flow.addWidget(self._move(Stage.WRITING, self.tr("Has begun to write"), "pen-line"))
            flow.addWidget(self._move(Stage.SUBMITTED, self.tr("The letter is in")))
        elif stage is Stage.WRITING:
            flow.addWidget(self._move(Stage.SUBMITTED, self.tr("The letter is in"), "check"))
            flow.addWidget(self._write(MessageKind.DUE_FOLLOW_UP, self.tr("Check in"), "mail"))
        elif stage is Stage.SUBMITTED:
            flow.addWidget(self._write(MessageKind.THANKS, self.tr("Write thank-you"), "heart"))
            flow.addWidget(self._move(Stage.THANKED, self.tr("I thanked in person")))
        elif stage in _CLOSED:
            flow.addWidget(self._move(Stage.PLANNED, self.tr("Plan it again"), "rotate-ccw"))
        flow.addWidget(self._more())
        details = Button(self._look, self.tr("Details"), size="small")
        details.setAccessibleName(self.tr("Details and history of this letter"))
        details.clicked.connect(self._on_details_clicked)
        flow.addWidget(details)
        return flow

    def _on_details_clicked(self) -> None:
        self.details_requested.emit(self._letter)

    def _write(self, kind: MessageKind, text: str, icon: str) -> Button:
        soft = kind in (MessageKind.ASK, MessageKind.THANKS)
        button = Button(self._look, text, "soft" if soft else "secondary", icon, "small")
        button.setProperty("message_kind", kind.value)
        button.clicked.connect(self._on_write_clicked)
        return button

    def _move(self, stage: Stage, text: str, icon: str = "") -> Button:
        button = Button(self._look, text, "soft" if icon else "secondary", icon, "small")
        button.setProperty("to_stage", stage.value)
        button.clicked.connect(self._on_move_clicked)
        return button

    def _more(self) -> Button:
        """Every other move that the rules allow."""
        button = Button(self._look, self.tr("Move to"), size="small")
        menu = QMenu(button)
        for stage in Stage:
            if stage in MOVES[self._letter.stage]:
                self._moves[menu.addAction(word(stage))] = stage
        menu.triggered.connect(self._on_stage_triggered)
        button.setMenu(menu)
        return button

    def _on_signal_picked(self, signal: object) -> None:
        self.signal_picked.emit(self._letter, signal)

    def _on_thanks_requested(self) -> None:
        self.compose_requested.emit(MessageKind.DECLINE_REPLY, self._letter)

    def _on_backup_requested(self) -> None:
        self.backup_requested.emit(self._letter)

    def _on_write_clicked(self) -> None:
        kind = MessageKind(self.sender().property("message_kind"))
        self.compose_requested.emit(kind, self._letter)

    def _on_move_clicked(self) -> None:
        self.move_requested.emit(self._letter, Stage(self.sender().property("to_stage")))

    def _on_stage_triggered(self, action: QAction) -> None:
        self.move_requested.emit(self._letter, self._moves[action])


class Letters(QWidget):
    plan_requested = Signal()
    compose_requested = Signal(object, object)
    move_requested = Signal(object, object)
    signal_picked = Signal(object, object)
    backup_requested = Signal(object)
    details_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[LetterCard] = []
        self._none = Label(
            look,
            self.tr("No letter planned yet. Plan one, and its stages and dates show here."),
            "small",
            "text-secondary",
            wrap=True,
        )
        self._plan = Button(look, self.tr("Plan a letter"), icon="file-plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 16, 0, 20)
        self._column.setSpacing(12)
        self._column.addWidget(self._none)
        self._column.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._plan.clicked.connect(self.plan_requested)

    def show_letters(
        self, letters: Sequence[tuple[LetterRow, Sequence[MoveRow]]], today: date
    ) -> None:
        """Each letter with its history, oldest move first."""
        for card in self._cards:
            card.setParent(None)
            card.deleteLater()
        self._cards = []
        for place, (letter, moves) in enumerate(letters):
            card = LetterCard(self._look, letter, moves, today)
            card.compose_requested.connect(self.compose_requested)
            card.move_requested.connect(self.move_requested)
            card.signal_picked.connect(self.signal_picked)
            card.backup_requested.connect(self.backup_requested)
            card.details_requested.connect(self.details_requested)
            self._column.insertWidget(place, card)
            self._cards.append(card)
        self._none.setVisible(not letters)
