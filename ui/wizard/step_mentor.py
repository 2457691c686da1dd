"""Step 1: who writes, for what, and how the letter is handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain.addresses import is_address
from lordesk.kinds import LetterKind, LetterService, Waiver
from ui.widgets.buttons import IconButton
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.notice import Notice
from ui.widgets.pickers import ComboBox
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.wizard import defaults
from ui.wizard.columns import Columns
from ui.wizard.how_it_works import HowItWorks
from ui.wizard.mentor_picker import MentorPicker
from ui.wizard.step import Step
from ui.wording.dates import moment
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.rows.finding import Place
    from lordesk.rows.mail import DraftRow
    from ui.desk import Desk
    from ui.wizard.session import Session

_WAIVERS = (Waiver.WAIVED, Waiver.KEPT, Waiver.UNDECIDED)


class MentorStep(Step):
    resume_requested = Signal(object)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            session,
            self.tr("Mentor and letter"),
            self.tr("Depth counts most. Ask the person who saw you work."),
            parent=parent,
        )
        self._drafts: list[DraftRow] = []
        self._filling = False
        self._build()
        self._connect()

    # --- what the wizard calls --------------------------------------------------------------------

    def side(self) -> QWidget:
        return self._how

    def first_field(self) -> QWidget:
        return self._picker.search

    def load(self) -> None:
        state = self.session.state
        self._picker.load(state.application_id, state.mentor_id)
        self._picker.set_error("")
        self._fill_applications()
        self._fill_slots()
        self._filling = True
        self._kind.setCurrentIndex(self._kind.findData(state.kind.value))
        self._waiver.set_index(_WAIVERS.index(state.waiver))
        for editor, text in ((self._reference, state.reference), (self._purpose, state.purpose)):
            if editor.text() != text:
                editor.setText(text)
        self._filling = False
        self.refresh()

    def refresh(self) -> None:
        state, rule = self.session.state, self.session.rule
        self._filling = True
        self._service.setCurrentIndex(self._service.findData(_value(state.service)))
        self._kind.setCurrentIndex(self._kind.findData(state.kind.value))
        self._filling = False
        self._how.show_service(state.service, rule)
        known = rule is not None and bool(rule.reference_name)
        self._reference_field.set_label(
            self.tr("{name} (optional)").format(name=rule.reference_name)
            if rule and known
            else self.tr("Reference number (optional)")
        )
        self._purpose_field.setVisible(state.application_id is None)
        self._slot_field.setVisible(state.application_id is not None)
        self._columns.reflow()
        mentor = self.session.mentor
        self._email_field.setVisible(mentor is not None)
        if mentor is not None:
            self._email_field.set_label(self.tr("Email of {name}").format(name=mentor.short_name))
            self._say_about_email(mentor.email)
            if not self._email.hasFocus() and self._email.text() != mentor.email:
                self._email.setText(mentor.email)

    def summary(self) -> str:
        mentor = self.session.mentor
        if mentor is None:
            return self.tr("Nobody chosen yet")
        title = self._slot.currentText() if self.session.state.slot_id is not None else ""
        return ", ".join(part for part in (mentor.short_name, title) if part)

    def may_leave(self) -> bool:
        if self.session.mentor is not None:
            return True
        self._picker.set_error(self.tr("Choose who will write the letter, or add the person."))
        self._picker.search.setFocus()
        return False

    def offer_drafts(self, drafts: list[DraftRow]) -> None:
        """The newest of the open drafts can be taken up again."""
        self._drafts = drafts
        self._resume.setVisible(bool(drafts))
        self._discard.setVisible(bool(drafts))
        if not drafts:
            return
        draft = drafts[0]
        name = self._name_in(draft)
        fact = self.tr("You have a draft for {name}.") if name else self.tr("You have a draft.")
        when = moment(draft.saved_at, self._desk.clock.local_now())
        saved = self.tr("Saved {time}.").format(time=when)
        self._resume.set("accent", fact.format(name=name), saved, self.tr("Continue"))

    def reveal(self, place: Place | None) -> None:
        """An address is put right here; everything else of this step begins with the mentor."""
        found = {finding.code for finding in self.session.findings()}
        if any(code.startswith("recipient") for code in found):
            self._email.setFocus()
            return
        self._service.setFocus()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._how = HowItWorks(look)
        self._resume = Notice(look, "accent", compact=True)
        self._discard = IconButton(look, "trash-2", self.tr("Discard this draft"))
        self._picker = MentorPicker(self._desk, self.session.services.mentors)
        self._email = TextField(look)
        self._email_field = Field(look, self.tr("Email"), self._email)
        self._application, self._slot = ComboBox(look), ComboBox(look)
        self._kind, self._service = ComboBox(look), ComboBox(look)
        self._purpose, self._reference = TextField(look), TextField(look)
        for combo in (self._application, self._slot, self._kind, self._service):
            # Long names must not make the form wider than its pane.
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            combo.setSizeAdjustPolicy(policy)
            combo.setMinimumContentsLength(10)
        self._fill_kinds()
        self._slot_field = Field(look, self.tr("Letter"), self._slot)
        self._purpose_field = Field(look, self.tr("What it is for"), self._purpose)
        self._reference_field = Field(look, self.tr("Reference number (optional)"), self._reference)
        self._waiver = Segmented(
            look,
            [self.tr("Waived"), self.tr("Kept"), self.tr("Not yet")],
            self.tr("Right to view the letter"),
        )
        waiver_box = QWidget()
        waiver = QVBoxLayout(waiver_box)
        waiver.setContentsMargins(0, 0, 0, 0)
        waiver.setSpacing(6)
        waiver.addWidget(Label(look, self.tr("Right to view the letter"), "label"))
        waiver.addWidget(self._waiver)
        told = self.tr("Most applicants waive it: readers trust the letter more.")
        waiver.addWidget(Label(look, told, "small", "text-tertiary", wrap=True))
        self._columns = Columns(
            look,
            [
                Field(look, self.tr("Application"), self._application),
                self._slot_field,
                self._purpose_field,
                Field(look, self.tr("Kind of letter"), self._kind),
                Field(look, self.tr("Handed in through"), self._service),
                waiver_box,
                self._reference_field,
            ],
        )
        resume = QHBoxLayout()
        resume.setSpacing(4)
        resume.addWidget(self._resume, 1)
        resume.addWidget(self._discard)
        self.form.addLayout(resume)
        self.form.addWidget(self._picker)
        self.form.addWidget(self._email_field)
        self.form.addWidget(self._columns)

    def _fill_kinds(self) -> None:
        for kind in LetterKind:
            self._kind.addItem(word(kind), kind.value)
        self._service.addItem(self.tr("Not chosen yet"), "")
        for service in LetterService:
            self._service.addItem(word(service), service.value)

    def _fill_applications(self) -> None:
        self._filling = True
        self._application.clear()
        for row in self.session.services.applications.rows():
            self._application.addItem(row.name, row.id)
        self._application.addItem(self.tr("No application"), None)
        found = self._application.findData(self.session.state.application_id)
        self._application.setCurrentIndex(max(found, 0) if found >= 0 else self._last())
        self._filling = False

    def _last(self) -> int:
        return self._application.count() - 1

    def _fill_slots(self) -> None:
        self._filling = True
        self._slot.clear()
        application = self.session.application
        for slot in defaults.slots_in_order(application) if application else ():
            if slot.letter is None or slot.letter.id == self.session.state.letter_id:
                self._slot.addItem(slot.title, slot.id)
            else:
                text = self.tr("{slot} (backup for {name})")
                self._slot.addItem(
                    text.format(slot=slot.title, name=slot.letter.mentor_short), slot.id
                )
        self._slot.addItem(self.tr("Not for a certain slot"), None)
        found = self._slot.findData(self.session.state.slot_id)
        self._slot.setCurrentIndex(found if found >= 0 else self._slot.count() - 1)
        self._filling = False

    def _connect(self) -> None:
        self._picker.picked.connect(self._on_mentor_picked)
        self._application.activated.connect(self._on_application_activated)
        self._slot.activated.connect(self._on_slot_activated)
        self._kind.activated.connect(self._on_kind_activated)
        self._service.activated.connect(self._on_service_activated)
        self._waiver.picked.connect(self._on_waiver_picked)
        for editor in (self._reference, self._purpose):
            editor.textEdited.connect(self._on_text_edited)
            editor.editingFinished.connect(self._on_text_edited)
        self._email.editingFinished.connect(self._on_email_finished)
        self._resume.clicked.connect(self._on_resume_clicked)
        self._discard.clicked.connect(self._on_discard_clicked)
        self.offer_drafts([])

    # --- what the user does -----------------------------------------------------------------------

    def _on_mentor_picked(self, mentor_id: int) -> None:
        defaults.choose_mentor(self.session, mentor_id)
        self._fill_applications()
        self._fill_slots()
        self._waiver.set_index(_WAIVERS.index(self.session.state.waiver))
        self.offer_drafts([])

    def _on_application_activated(self, index: int) -> None:
        defaults.choose_application(self.session, self._application.itemData(index))
        self._picker.load(self.session.state.application_id, self.session.state.mentor_id)
        self._fill_slots()
        self.session.touch()

    def _on_slot_activated(self, index: int) -> None:
        defaults.choose_slot(self.session, self._slot.itemData(index))
        self.session.touch()

    def _on_kind_activated(self, index: int) -> None:
        self.session.state.kind = LetterKind(self._kind.itemData(index))
        self.session.touch()

    def _on_service_activated(self, index: int) -> None:
        value = self._service.itemData(index)
        self.session.state.service = LetterService(value) if value else None
        self.session.touch()

    def _on_waiver_picked(self, index: int) -> None:
        defaults.set_waiver(self.session, _WAIVERS[index])
        self.session.touch()

    def _on_text_edited(self) -> None:
        state = self.session.state
        typed = (self._reference.text(), self._purpose.text())
        if not self._filling and typed != (state.reference, state.purpose):
            state.reference, state.purpose = typed
            self.session.touch()

    def _on_email_finished(self) -> None:
        """The address is the mentor's: it is kept with the mentor, unless it cannot be one."""
        mentor, typed = self.session.mentor, self._email.text().strip()
        if mentor is None or typed == mentor.email:
            return
        if typed and not is_address(typed):
            self._say_about_email(typed)
            return
        self.session.services.mentors.update(mentor.id, email=typed)
        self.session.touch()

    def _say_about_email(self, address: str) -> None:
        error = help_text = ""
        if not address:
            help_text = self.tr("Without an address you can still ask in person.")
        elif not is_address(address):
            error = self.tr("“{address}” is not an email address. Correct it, for example "
                            "name@school.edu.").format(address=address)  # fmt: skip
        self._email_field.set_error(error)
        self._email_field.set_help(help_text)

    def _on_resume_clicked(self) -> None:
        if self._drafts:
            self.resume_requested.emit(self._drafts[0])

    def _on_discard_clicked(self) -> None:
        draft = self._drafts[0]
        name = self._name_in(draft)
        question = (
            self.tr("Discard the draft for {name}?") if name else self.tr("Discard the draft?")
        )
        agreed = self._desk.boxes.ask(
            self, question.format(name=name), self.tr("Discard"), self.tr("Keep"), danger=True
        )
        if agreed:
            self.session.services.drafts.discard(draft.id)
            self.offer_drafts(self._drafts[1:])

    def _name_in(self, draft: DraftRow) -> str:
        mentor_id = draft.state.get("mentor_id")
        rows = self.session.services.mentors.rows()
        return next((row.short_name for row in rows if row.id == mentor_id), "")


def _value(service: LetterService | None) -> str:
    return service.value if service else ""
