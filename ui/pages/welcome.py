"""Welcome: three questions, about a minute, every one of them optional."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import InvalidInputError, LordeskError, StoreError
from lordesk.kinds import ApplicationKind
from lordesk.kinds import Page as PageKind
from lordesk.rows.first_run import FirstApplication
from ui.dialogs.form_parts import beside
from ui.pages.page import Overlay
from ui.pages.welcome_parts import FIELD, ChoiceCard, People, Question
from ui.pages.welcome_side import WelcomeSide
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.pickers import ComboBox, DateField
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import IconLabel, Label
from ui.wording import dates
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from lordesk.domain.proposals import Proposal
    from lordesk.services.first_run import FirstRunService
    from lordesk.services.sample import SampleService
    from ui.desk import Desk

_NARROW = 1120
_CARDS_BESIDE = 900
"""At 100 % text: below it three choices have no room beside each other."""
_WIDEST = 744
_FOOTER = 72
_GUESS = timedelta(weeks=8)
_KINDS = (
    (ApplicationKind.RESIDENCY,),
    (ApplicationKind.MEDICAL_SCHOOL,),
    (ApplicationKind.SCHOLARSHIP, ApplicationKind.AWAY_ROTATION, ApplicationKind.OTHER),
)
_GENERAL = frozenset({"residency", "other"})
"""Rules that stand for no answer."""


class _Footer(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = desk.look
        self.row = QHBoxLayout(self)
        self.row.setSpacing(8)
        self._look.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._look.color("border"))

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(_FOOTER))


class WelcomePage(Overlay):
    KIND = PageKind.WELCOME

    def __init__(
        self,
        desk: Desk,
        first_run: FirstRunService,
        sample: SampleService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._first_run = first_run
        self._sample = sample
        self._own_day = False
        self._set_up()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Welcome"))
        look = self._look
        self._side = WelcomeSide(look)
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setSpacing(28)
        for question in (self._build_kind(), self._build_when(), self._build_people()):
            question.setMaximumWidth(_WIDEST)
            self._content.addWidget(question)
        self._content.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(ScrollPane(content), 1)
        right.addWidget(self._build_footer())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addLayout(right, 1)
        self._show_choices()

    def _build_kind(self) -> QWidget:
        question = Question(self._look, 1, self.tr("What are you applying to?"))
        self._kinds = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._kinds.setSpacing(12)
        self._group = QButtonGroup(self)
        self._cards: list[ChoiceCard] = []
        for icon, title, sub in (
            ("stethoscope", self.tr("Residency"), self.tr("ERAS")),
            ("graduation-cap", self.tr("Medical school"), self.tr("AMCAS, AACOMAS")),
            ("award", self.tr("Something else"), self.tr("Award, fellowship")),
        ):
            card = ChoiceCard(self._look, icon, title, sub)
            self._group.addButton(card, len(self._cards))
            self._cards.append(card)
            self._kinds.addWidget(card, 1)
        question.body.addLayout(self._kinds)
        return question

    def _build_when(self) -> QWidget:
        look = self._look
        question = Question(look, 2, self.tr("What and when?"))
        self._what = ComboBox(look)
        self._what.setEditable(True)
        self._what.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        typed = self._what.lineEdit()
        assert typed is not None
        self._typed = typed
        self._day = DateField(look)
        long_format = QLocale().dateFormat(QLocale.FormatType.LongFormat)
        self._day.setDisplayFormat(re.sub(r"dddd,?\s*", "", long_format))
        self._what_field = Field(look, self.tr("Specialty"), self._what)
        self._day_field = Field(look, self.tr("Letters should be in by"), self._day)
        fields = beside(self._what_field, self._day_field)
        for field in (self._what_field, self._day_field):
            fields.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        question.body.addLayout(fields)
        question.body.addSpacing(8)
        hint = QHBoxLayout()
        hint.setSpacing(6)
        hint.addWidget(IconLabel(look, "info", 14), 0, Qt.AlignmentFlag.AlignTop)
        self._hint = Label(look, "", "small", "text-secondary", wrap=True)
        hint.addWidget(self._hint, 1)
        question.body.addLayout(hint)
        look.changed.connect(self._fit)
        return question

    def _build_people(self) -> QWidget:
        look = self._look
        question = Question(look, 3, self.tr("Who has seen your best work?"))
        text = self.tr("A few names are enough for now. Depth matters more than a famous name.")
        note = Label(look, text, "body", "text-secondary", wrap=True)
        question.body.insertWidget(1, note)
        question.body.addSpacing(4)
        self._people = People(look)
        question.body.addWidget(self._people)
        return question

    def _build_footer(self) -> QWidget:
        look = self._look
        footer = _Footer(self._desk)
        self._explore = Button(
            look,
            self.tr("Explore with sample data"),
            "quiet",
            size="large",
            tone="text-secondary",
        )
        self._skip = Button(look, self.tr("Skip for now"), size="large")
        self._done = Button(
            look, self.tr("Set up LoRDesk"), "primary", size="large", trailing="arrow-right"
        )
        footer.row.addWidget(self._explore)
        footer.row.addStretch(1)
        footer.row.addWidget(self._skip)
        footer.row.addWidget(self._done)
        self._footer = footer
        return footer

    def _connect(self) -> None:
        self._group.idToggled.connect(self._on_kind_toggled)
        self._what.activated.connect(self._on_what_changed)
        self._typed.textEdited.connect(self._on_what_changed)
        self._day.dateChanged.connect(self._on_day_changed)
        self._explore.clicked.connect(self._on_explore_clicked)
        self._skip.clicked.connect(self._on_skip_clicked)
        self._done.clicked.connect(self._on_done_clicked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._done.click)

    def areas(self) -> list[QWidget]:
        return [self._cards[max(0, self._group.checkedId())], self._done]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._side.set_narrow(narrow)
        left, right = (32, 32) if narrow else (56, 64)
        self._content.setContentsMargins(left, 28 if narrow else 52, right, 24)
        self._footer.row.setContentsMargins(left - 7, 1, right, 0)
        self._fit()

    def _fit(self) -> None:
        """After the style sheet, which sets a height of its own, has been at work."""
        for field in (self._what, self._day):
            field.setFixedHeight(self._look.px(FIELD))
        way = QBoxLayout.Direction
        beside = self.width() >= self._look.px(_CARDS_BESIDE)
        self._kinds.setDirection(way.LeftToRight if beside else way.TopToBottom)

    # --- showing --------------------------------------------------------------------------------

    def _kind(self) -> ApplicationKind | None:
        """A chosen rule knows its kind; the user's own words have that of the card."""
        card = self._group.checkedId()
        if card < 0:
            return None
        rules = self._first_run.choices(_KINDS[card])
        wanted = self._what.currentText().strip().casefold()
        found = next((rule.kind for rule in rules if rule.name.casefold() == wanted), None)
        return found or _KINDS[card][-1]

    def _show_choices(self) -> None:
        card = self._group.checkedId()
        self._what.setEnabled(card >= 0)
        self._day.setEnabled(card >= 0)
        self._what.clear()
        if card < 0:
            self._hint.setText(self.tr("Choose above first, or leave this for later."))
            self._day.set_day(self._desk.clock.today() + _GUESS)
            return
        labels = (self.tr("Specialty"), self.tr("Degree"), self.tr("What for"))
        examples = (
            self.tr("Choose or type, or leave it open"),
            self.tr("Choose or type, or leave it open"),
            self.tr("Choose or type its name"),
        )
        self._what_field.set_label(labels[card])
        for rule in self._first_run.choices(_KINDS[card]):
            if rule.key not in _GENERAL:
                self._what.addItem(rule.name)
        self._what.setCurrentIndex(-1)
        self._typed.setPlaceholderText(examples[card])
        self._show_proposal()

    def _show_proposal(self) -> None:
        kind = self._kind()
        if kind is None:
            return
        proposal = self._first_run.proposal(kind, self._what.currentText())
        if not self._own_day:
            with QSignalBlocker(self._day):
                self._day.set_day(self._proposed_day(proposal))
            self._say_at_day("")
        self._hint.setText(self._words(proposal))

    def _proposed_day(self, proposal: Proposal) -> date:
        today = self._desk.clock.today()
        if proposal.hard is None:
            return today + _GUESS
        lead = timedelta(days=self._desk.settings.values.soft_days)
        return max(proposal.hard.on - lead, min(today, proposal.hard.on))

    def _words(self, proposal: Proposal) -> str:
        if proposal.hard is None:
            first = self.tr("No season is known for this. Choose your own day.")
        else:
            first = self.tr("{event}: {date} ({status}).").format(
                event=proposal.hard.title,
                date=dates.row_date(proposal.hard.on, self._desk.clock.today()),
                status=word(proposal.hard.status),
            )
        return self.tr("{date} {letters}").format(date=first, letters=self._usual(proposal))

    def _usual(self, proposal: Proposal) -> str:
        most = len(proposal.slots)
        least = proposal.rule.minimum if proposal.rule else None
        if least is not None and 0 < least < most:
            return self.tr("Most ask for {least} or {most} letters.").format(least=least, most=most)
        return self.tr("Most ask for %n letter(s).", "", most) if most else ""

    # --- answering ------------------------------------------------------------------------------

    def _on_kind_toggled(self, card: int, checked: bool) -> None:
        if checked:
            self._own_day = False
            self._show_choices()

    def _on_what_changed(self) -> None:
        self._show_proposal()

    def _on_day_changed(self, day: QDate) -> None:
        self._own_day = True
        passed = self._day.day() < self._desk.clock.today()
        error = InvalidInputError(field_name="letters_by", problem="day-passed")
        self._say_at_day(sentence(error) if passed else "")

    def _say_at_day(self, words: str) -> None:
        self._day_field.set_error(words)
        self._fit()

    def _on_done_clicked(self) -> None:
        kind = self._kind()
        new = (
            None
            if kind is None
            else FirstApplication(kind, self._what.currentText(), self._day.day())
        )
        mentors = self._people.mentors()
        try:
            self._first_run.set_up(new, mentors)
        except InvalidInputError as error:
            self._say_at_day(sentence(error))
            self._day.setFocus()
            return
        except LordeskError as error:
            self._desk.report(error)
            return
        added = new is not None or any(mentor.name.strip() for mentor in mentors)
        self._leave(said=added)

    def _on_explore_clicked(self) -> None:
        try:
            self._sample.add()
        except LordeskError as error:
            self._desk.report(error)
            return
        self._leave(said=True)

    def _on_skip_clicked(self) -> None:
        self._leave(said=False)

    def _leave(self, said: bool) -> None:
        """What cannot be kept is said after, since what is said here goes with the page."""
        self.closed.emit()
        try:
            self._desk.settings.change(welcomed=True)
        except OSError as error:
            self._desk.report(StoreError(detail=str(error)))
        if said:
            self._desk.say()

    def reload(self) -> None:
        """Nothing here comes from rows; the first card has the focus."""
        self._fit()
        self.areas()[0].setFocus(Qt.FocusReason.TabFocusReason)
