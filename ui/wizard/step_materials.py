"""Step 4: the files that go with the message, what is missing first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain import draft_files
from lordesk.domain.draft_files import DraftFile
from lordesk.kinds import LetterService, MaterialKind, Waiver
from lordesk.rows.mail import FileRef
from ui.widgets.card import Card
from ui.widgets.meters import Bar
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import IconLabel, Label
from ui.wizard.material_row import MaterialLine
from ui.wizard.preview import SidePane
from ui.wizard.step import TIGHT, Step
from ui.wording.dates import file_size
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from lordesk.errors import LordeskError
    from lordesk.rows.finding import Place
    from lordesk.rows.mail import MaterialRow
    from ui.desk import Desk
    from ui.wizard.session import Session

_SHOWN: tuple[MaterialKind, ...] = tuple(
    kind for kind in MaterialKind if kind is not MaterialKind.OTHER
)


class MaterialsStep(Step):
    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            session,
            self.tr("Materials"),
            self.tr("Give your writer what makes a specific letter easy."),
            TIGHT,
            parent,
        )
        self._materials = session.services.materials
        self._busy: MaterialKind | None = None
        self._question: tuple[MaterialKind, Path] | None = None
        self._order: list[MaterialKind] = []
        self._build()

    # --- what the wizard calls --------------------------------------------------------------------

    def side(self) -> QWidget:
        return self._side

    def first_field(self) -> QWidget:
        first = self._lines[self._order[0]] if self._order else self._lines[MaterialKind.CV]
        return first.box if first.box.isEnabled() else first.add

    def load(self) -> None:
        for line in self._lines.values():
            line.set_problem("")
        self._ask.hide()
        self._put_in_order()
        self.refresh()

    def refresh(self) -> None:
        rows = self._newest()
        attached = {file.material: file for file in self.session.state.files}
        for kind, line in self._lines.items():
            if kind is not self._busy:
                row = rows.get(kind)
                line.show_file(
                    row, attached.get(kind), self._why(kind), self._day(row), self.session.today
                )
        self._show_size()
        self.set_lead(self._lead_words())

    def summary(self) -> str:
        attached = {file.material for file in self.session.state.files}
        wanted = self._wanted()
        have = sum(kind in attached for kind in wanted)
        extra = len(self.session.state.files) - have
        text = self.tr("{have} of %n file(s) attached", "", len(wanted) + extra)
        return text.format(have=have + extra)

    def may_leave(self) -> bool:
        if self._size() <= self._limit():
            return True
        self._too_large.setFocus()
        return False

    def reveal(self, place: Place | None) -> None:
        for kind in (*self._wanted(), *_SHOWN):
            if not any(file.material is kind for file in self.session.state.files):
                self._lines[kind].add.setFocus()
                return
        self.first_field().setFocus()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._ask = Notice(look, "warning")
        self._ask.hide()
        self._ask.clicked.connect(self._on_ask_clicked)
        self._card = Card(look)
        self._lines: dict[MaterialKind, MaterialLine] = {
            kind: MaterialLine(look, kind) for kind in _SHOWN
        }
        for line in self._lines.values():
            line.ticked.connect(self._on_ticked)
            line.add_clicked.connect(self._on_add_clicked)
            line.remove_clicked.connect(self._on_remove_clicked)
            line.dropped.connect(self._add)
        self._too_large = Notice(look, "danger")
        self._too_large.hide()
        self.form.addWidget(self._ask)
        self.form.addWidget(self._too_large)
        self.form.addWidget(self._card)
        self._side = self._build_side()

    def _build_side(self) -> SidePane:
        look = self._look
        side = SidePane(look)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(25, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(look, self.tr("Size of the message"), "heading"))
        card = Card(look, padding=15)
        card.body.setSpacing(10)
        self._size_words = Label(look, tnum=True, wrap=True)
        self._bar = Bar(look, 0, 100)
        self._bar.setAccessibleName(self.tr("Size of the message"))
        card.body.addWidget(self._size_words)
        card.body.addWidget(self._bar)
        told = self.tr("As sent: mail makes files a third larger.")
        card.body.addWidget(Label(look, told, "small", "text-tertiary", wrap=True))
        column.addWidget(card)
        for icon, words in (
            ("history", self.tr("LoRDesk keeps a copy of each file as it was when you added it.")),
            ("eye-off", self.tr("Never add the letter itself. Writers upload it themselves.")),
        ):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(IconLabel(look, icon, 14))
            line.addWidget(Label(look, words, "small", "text-secondary", wrap=True), 1)
            column.addLayout(line)
        column.addStretch(1)
        outer = QVBoxLayout(side)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(ScrollPane(content))
        return side

    # --- showing ----------------------------------------------------------------------------------

    def _wanted(self) -> tuple[MaterialKind, ...]:
        """What most writers like to have; the form where the service makes one."""
        form = self.session.state.service is LetterService.ERAS
        wanted = (MaterialKind.CV, MaterialKind.STATEMENT)
        return (*wanted, MaterialKind.REQUEST_FORM) if form else wanted

    def _newest(self) -> dict[MaterialKind, MaterialRow]:
        found: dict[MaterialKind, MaterialRow] = {}
        for row in self._materials.rows():
            found.setdefault(row.kind, row)
        return found

    def _put_in_order(self) -> None:
        """What is wanted and missing first, then what is there, then the rest."""
        rows, wanted = self._newest(), self._wanted()
        order = sorted(
            _SHOWN,
            key=lambda kind: (
                0 if kind in wanted and kind not in rows else 1 if kind in rows else 2,
                _SHOWN.index(kind),
            ),
        )
        if order == self._order:
            return
        self._order = order
        while item := self._card.body.takeAt(0):
            layout = item.layout()
            while layout is not None and (inner := layout.takeAt(0)):
                hairline = inner.widget()
                if hairline is not None:
                    hairline.deleteLater()
        previous: QWidget | None = None
        for kind in order:
            line = self._lines[kind]
            self._card.add_row(line)
            for part in (line.box, line.add, line.remove):
                if previous is not None:
                    QWidget.setTabOrder(previous, part)
                previous = part

    def _day(self, row: MaterialRow | None) -> date | None:
        zone = self._desk.clock.local_now().tzinfo
        return row.added_at.astimezone(zone).date() if row else None

    def _why(self, kind: MaterialKind) -> str:
        match kind:
            case MaterialKind.CV:
                return self.tr("Writers lean on it for facts.")
            case MaterialKind.STATEMENT:
                return self.tr("Most writers like to see it. A draft will do.")
            case MaterialKind.REQUEST_FORM:
                return self.tr("It carries the letter ID of this letter.")
            case MaterialKind.SHARED_WORK:
                return self.tr("A paper, a poster, a list of cases.")
        return self.tr("Optional.")

    def _lead_words(self) -> str:
        rows = self._newest()
        missing = sum(kind not in rows for kind in self._wanted())
        if missing:
            return self.tr(
                "%n useful file(s) still missing. All of them are optional.", "", missing
            )
        return self.tr("Give your writer what makes a specific letter easy.")

    def _size(self) -> int:
        draft = self.session.message()
        files = [DraftFile(file) for file in self.session.state.files]
        return draft_files.encoded_size(draft.body if draft else "", files)

    def _limit(self) -> int:
        account = self.session.account
        return (account.size_limit if account else 0) or draft_files.DEFAULT_SIZE_LIMIT

    def _show_size(self) -> None:
        size, limit = self._size(), self._limit()
        text = self.tr("{size} of {limit}")
        self._size_words.setText(text.format(size=file_size(size), limit=file_size(limit)))
        self._bar.set(size, limit)
        self._too_large.setVisible(size > limit)
        if size > limit:
            fact = self.tr("The message would be too large ({size}, limit {limit}).")
            self._too_large.set(
                "danger",
                fact.format(size=file_size(size), limit=file_size(limit)),
                self.tr("Take a file off, or choose a smaller one."),
            )

    # --- what the user does -----------------------------------------------------------------------

    def _on_ticked(self, kind: MaterialKind, checked: bool) -> None:
        row = self._newest().get(kind)
        files = [file for file in self.session.state.files if file.material is not kind]
        if checked and row is not None:
            files.append(row.file)
        self._set_files(files)

    def _on_add_clicked(self, kind: MaterialKind) -> None:
        kinds = self.tr("PDF (*.pdf);;All files (*)")
        if kind is MaterialKind.PHOTO:
            kinds = self.tr("Pictures (*.jpg *.jpeg *.png);;All files (*)")
        found = self._desk.boxes.open_files(self, self.tr("Choose a file"), kinds)
        if found:
            self._add(kind, found[0])

    def _on_remove_clicked(self, kind: MaterialKind) -> None:
        line = self._lines[kind]
        if line.row is None:
            return
        files = [file for file in self.session.state.files if file.material is not kind]
        self._materials.remove(line.row.id)
        self._set_files(files)
        line.set_problem("")
        line.add.setFocus()
        self._desk.say()

    def _on_ask_clicked(self) -> None:
        self._ask.hide()
        if self._question is not None:
            kind, path = self._question
            self._question = None
            self._start(kind, path)

    def _add(self, kind: MaterialKind, path: Path) -> None:
        """A file that looks like the letter is questioned; on a waived letter it is refused."""
        line = self._lines[kind]
        line.set_problem("")
        self._ask.hide()
        if not draft_files.looks_like_letter(FileRef("", path.name, 0, kind)):
            self._start(kind, path)
            return
        fact = self.tr("{file} looks like a letter.").format(file=path.name)
        if self.session.state.waiver is Waiver.WAIVED:
            told = self.tr("{file} looks like a letter. You waived the right to view it, so it was "
                           "not added.")  # fmt: skip
            line.set_problem(told.format(file=path.name))
            return
        self._question = (kind, path)
        told = self.tr("LoRDesk never holds a letter. Is it something else?")
        self._ask.set("warning", fact, told, self.tr("Add it anyway"))
        self._ask.show()

    def _start(self, kind: MaterialKind, path: Path) -> None:
        self._busy = kind
        self._lines[kind].set_busy(True)
        task = self._desk.tasks.start(self._materials.add, path, kind, self._limit())
        task.succeeded.connect(self._on_added)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)

    def _on_added(self, row: MaterialRow) -> None:
        files = [file for file in self.session.state.files if file.material is not row.kind]
        self._end_busy()
        self._set_files([*files, row.file])

    def _on_failed(self, error: LordeskError) -> None:
        if self._busy is not None:
            self._lines[self._busy].set_problem(sentence(error))

    def _on_finished(self) -> None:
        self._end_busy()
        self.refresh()

    def _end_busy(self) -> None:
        if self._busy is not None:
            self._lines[self._busy].set_busy(False)
            self._busy = None

    def _set_files(self, files: list[FileRef]) -> None:
        state = self.session.state
        order = list(MaterialKind)
        files.sort(key=lambda file: order.index(file.material) if file.material else len(order))
        state.files, state.files_chosen = tuple(files), True
        self.session.touch()
