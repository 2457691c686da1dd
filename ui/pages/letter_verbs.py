"""What the menu of a letter opens: the same on the board, in the list and below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from lordesk.errors import LordeskError
from lordesk.kinds import Signal as Sound
from lordesk.kinds import Stage
from ui.dialogs.committee_dialog import CommitteeDialog
from ui.dialogs.evidence_dialog import EvidenceDialog
from ui.dialogs.fact_dialog import FactDialog
from ui.dialogs.letter_dialog import LetterBooks, LetterDialog
from ui.dialogs.proof_file import ProofPress
from ui.dialogs.stage_dialog import ReplyDialog, StageDialog
from ui.pages.letter_closing import LetterClosing

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lordesk.kinds import FactKind
    from lordesk.ports import PdfRenderer
    from lordesk.rows.letters import LetterRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.around_letters import AroundLetters
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.requests import RequestService
    from ui.desk import Desk


class LetterServices(NamedTuple):
    letters: LetterService
    requests: RequestService
    mentors: MentorService
    applications: ApplicationService
    around: AroundLetters
    renderer: PdfRenderer


class LetterVerbs(QObject):
    """`moved` has the letter as it was and its new stage."""

    moved = Signal(object, object)
    message_wanted = Signal(object, object)

    def __init__(self, desk: Desk, services: LetterServices, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._services = services
        self._page = page
        self._moving: LetterRow | None = None
        self._closing = LetterClosing(desk, services.around.closings, services.letters, page)
        self._closing.closed.connect(self.moved)
        self._closing.message_wanted.connect(self.message_wanted)

    def move(self, letter: LetterRow, stage: Stage) -> None:
        """Asks for the day of a move; an end without a letter asks for more."""
        self._moving = letter
        if self._closing.asks(stage):
            self._closing.open(letter, stage)
            return
        dialog = StageDialog(self._desk, self._services.requests, letter, stage, self._page)
        dialog.moved.connect(self._on_moved)
        dialog.open()

    def _on_moved(self, stage: object) -> None:
        self._desk.say()
        self.moved.emit(self._moving, stage)

    def record_reply(self, letter: LetterRow) -> None:
        ReplyDialog(self._desk, self._services.requests, letter, self._page).open()

    def record_fact(self, letter: LetterRow, fact: FactKind) -> None:
        FactDialog(self._desk, self._services.around.facts, letter, fact, self._page).open()

    def settle(self, letter: LetterRow) -> None:
        try:
            self._services.around.facts.settle(letter.request_id)
        except LordeskError as error:
            self._desk.report(error)
            return
        self._desk.say()

    def set_signal(self, letter: LetterRow, sound: Sound | None) -> None:
        """How the writer sounded. A no is a no: it asks for the rest of it."""
        try:
            self._services.requests.set_signal(letter.request_id, sound)
        except LordeskError as error:
            self._desk.report(error)
            return
        self._desk.say()
        if sound is Sound.NO:
            self.move(letter, Stage.DECLINED)

    def show_details(self, letter: LetterRow) -> None:
        services = self._services
        books = LetterBooks(services.letters, services.requests, services.around.facts)
        LetterDialog(self._desk, books, services.letters.get(letter.id), self._page).open()

    def choose_writers(self, letter: LetterRow) -> None:
        services = self._services
        CommitteeDialog(
            self._desk, services.around.writers, services.mentors, letter, self._page
        ).open()

    def show_evidence(self, letter: LetterRow, path: Path | None = None) -> None:
        """`path` is a file that was dropped on the letter."""
        services, application_id = self._services, letter.application_id
        targets = services.applications.targets(application_id) if application_id else []
        assigned = [
            target
            for target in targets
            if any(each.letter_id == letter.id for each in target.assignments)
        ]
        around = services.around
        dialog = EvidenceDialog(
            self._desk,
            around.evidence,
            ProofPress(around.reports, services.renderer),
            letter,
            assigned,
            parent=self._page,
        )
        dialog.open()
        if path is not None:
            dialog.attach(path)

    def remove(self, letter: LetterRow) -> None:
        try:
            self._services.letters.delete(letter.id)
        except LordeskError as error:
            self._desk.report(error)
            return
        self._desk.say()
