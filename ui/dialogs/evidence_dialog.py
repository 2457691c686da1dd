"""What shows that a letter arrived: attach, look at, remove; and the proof report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import EvidenceQuestionedError, EvidenceRefusedError, LordeskError
from ui.dialogs.dialog import Dialog
from ui.dialogs.proof_file import save_proof
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.fields import TextArea
from ui.widgets.pickers import ComboBox
from ui.widgets.text import ElidedLabel, Label
from ui.wording import dates
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from lordesk.rows.evidence import EvidenceRow
    from lordesk.rows.letters import LetterRow, TargetRow
    from lordesk.services.evidence import EvidenceService
    from ui.desk import Desk
    from ui.dialogs.proof_file import ProofPress
    from ui.widgets.look import Look


_ROWS_HIGH = 132


def open_in_system(path: Path) -> bool:
    """With the program that the desktop has for this kind of file."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class _File(QWidget):
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, row: EvidenceRow, when: str) -> None:
        super().__init__()
        self._row = row
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 8, 8)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(look, row.file.name, "bodyMedium"))
        about = " · ".join(part for part in (row.target_name, when) if part)
        words.addWidget(ElidedLabel(look, about, "small", "text-secondary"))
        if row.note:
            words.addWidget(Label(look, row.note, "small", "text-secondary", wrap=True))
        line.addLayout(words, 1)
        look_at = Button(look, self.tr("Open"), size="small")
        look_at.setAccessibleName(self.tr("Open {name}").format(name=row.file.name))
        gone = IconButton(look, "x", self.tr("Remove {name}").format(name=row.file.name), "small")
        look_at.clicked.connect(self._on_opened)
        gone.clicked.connect(self._on_removed)
        for button in (look_at, gone):
            button.setAutoDefault(False)
            line.addWidget(button)

    def _on_opened(self) -> None:
        self.opened.emit(self._row)

    def _on_removed(self) -> None:
        self.removed.emit(self._row)


class _Question(Card):
    """A file that looks like the letter: kept out, unless the user says what it is."""

    kept_out = Signal()
    confirmed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warning-soft", "warning-border", padding=12)
        self._words = Label(look, "", "body", wrap=True)
        self.out = Button(look, self.tr("Keep out"), "primary", size="small")
        self.take = Button(look, self.tr("It is a confirmation"), size="small")
        self.out.clicked.connect(self.kept_out)
        self.take.clicked.connect(self.confirmed)
        self.body.addWidget(self._words)
        self.body.addSpacing(8)
        row = QHBoxLayout()
        for button in (self.out, self.take):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def ask(self, words: str, *, refused: bool) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.take.setVisible(not refused)
        self.show()
        self.out.setFocus()


class EvidenceDialog(Dialog):
    """A file can be dropped on it too. Each change is saved at once, as one step."""

    def __init__(
        self,
        desk: Desk,
        evidence: EvidenceService,
        press: ProofPress,
        letter: LetterRow,
        targets: Sequence[TargetRow] = (),
        opener: Callable[[Path], bool] = open_in_system,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Evidence for the letter from {mentor}")
        super().__init__(desk, title.format(mentor=letter.mentor_short), 560, parent)
        self._evidence = evidence
        self._press = press
        self._letter = letter
        self._targets = targets
        self._opener = opener
        self._asked: Path | None = None
        self.setAcceptDrops(True)
        self._build()
        self._show()

    def _build(self) -> None:
        look = self._look
        text = self.tr(
            "A picture or PDF of the status page, or a receipt. Never the letter itself: LoRDesk "
            "keeps no letters."
        )
        self.body.addWidget(Label(look, text, "body", "text-secondary", wrap=True))
        self._question = _Question(look)
        self._question.kept_out.connect(self._on_kept_out)
        self._question.confirmed.connect(self._on_confirmed)
        self._question.hide()
        self.body.addWidget(self._question)
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.add_form(content).setMinimumHeight(look.px(_ROWS_HIGH))
        self._note = TextArea(look, rows=2)
        self._target = ComboBox(look)
        self._target.addItem(self.tr("The letter as such"), 0)
        for target in self._targets:
            self._target.addItem(target.name, target.id)
        where = Field(look, self.tr("The next file shows"), self._target)
        where.setVisible(bool(self._targets))
        self.add_below(where)
        self.add_below(Field(look, self.tr("Note for the next file (optional)"), self._note))
        self._add_foot()

    def _add_foot(self) -> None:
        look = self._look
        attach = Button(look, self.tr("Attach a file…"), "primary", "paperclip")
        self._proof = Button(look, self.tr("Proof report…"), icon="file-text")
        self._proof.setVisible(self._letter.application_id is not None)
        close = Button(look, self.tr("Close"))
        attach.clicked.connect(self._on_attach_clicked)
        self._proof.clicked.connect(self._on_proof_clicked)
        close.clicked.connect(self.accept)
        for button in (self._proof, close, attach):
            button.setAutoDefault(button is attach)
            self._buttons.addWidget(button)
        attach.setFocus()
        self.primary = attach

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        found = self._evidence.rows(self._letter.id)
        if not found:
            none = self.tr("Nothing is attached yet.")
            self._rows.addWidget(Label(self._look, none, "body", "text-secondary"))
            return
        card, now = Card(self._look), self._desk.clock.local_now()
        for row in found:
            line = _File(self._look, row, dates.moment(row.added_at, now))
            line.opened.connect(self._on_opened)
            line.removed.connect(self._on_removed)
            card.add_row(line, 14)
        self._rows.addWidget(card)
        self._rows.addStretch(1)

    # --- attaching --------------------------------------------------------------------------------

    def attach(self, path: Path, *, confirmed: bool = False) -> None:
        """Copy a file in; what looks like a letter is asked about first."""
        self.fail_with("")
        self._question.hide()
        self._asked = path
        task = self._desk.tasks.start(
            self._evidence.add,
            path,
            self._letter.id,
            int(self._target.currentData()) or None,
            self._note.toPlainText(),
            confirmed,
        )
        task.succeeded.connect(self._on_added)
        task.failed.connect(self._on_failed)

    def _on_added(self) -> None:
        self._note.clear()
        self._show()
        self._desk.say()

    def _on_failed(self, error: LordeskError) -> None:
        if isinstance(error, EvidenceQuestionedError):
            refused = isinstance(error, EvidenceRefusedError)
            self._question.ask(sentence(error), refused=refused)
        else:
            self.fail(error)

    def _on_kept_out(self) -> None:
        self._asked = None
        self._question.hide()
        if self.primary is not None:
            self.primary.setFocus()

    def _on_confirmed(self) -> None:
        if self._asked is not None:
            self.attach(self._asked, confirmed=True)

    def _on_attach_clicked(self) -> None:
        kinds = self.tr("Pictures and PDF (*.png *.jpg *.jpeg *.webp *.gif *.pdf);;All files (*)")
        title = self.tr("Attach a confirmation")
        for path in self._desk.boxes.open_files(self, title, kinds):
            self.attach(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile():
                event.acceptProposedAction()
                self.attach(Path(url.toLocalFile()))

    # --- what is there ----------------------------------------------------------------------------

    def _on_opened(self, row: EvidenceRow) -> None:
        try:
            self._opener(self._evidence.copy_to_open(row))
        except LordeskError as error:
            self.fail(error)

    def _on_removed(self, row: EvidenceRow) -> None:
        try:
            self._evidence.remove(row.id)
        except LordeskError as error:
            self.fail(error)
            return
        self._show()
        if self.primary is not None:
            self.primary.setFocus()
        self._desk.say()

    def _on_proof_clicked(self) -> None:
        application_id = self._letter.application_id
        if application_id is None:
            return
        try:
            save_proof(self._desk, self._press, application_id, self)
        except LordeskError as error:
            self.fail(error)
