"""Step 3: tone, what to emphasize, the shared moment, and what else the message says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from lordesk.domain.messages import greeting
from lordesk.kinds import Tone
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckBox
from ui.widgets.field import Field
from ui.widgets.fields import TextArea, TextField
from ui.widgets.segmented import Segmented
from ui.widgets.text import IconLabel, Label
from ui.wizard.columns import Columns
from ui.wizard.highlight_choice import HighlightChoice
from ui.wizard.preview import Preview
from ui.wizard.step import Step
from ui.wording.dates import month_year
from ui.wording.kinds import word

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from lordesk.kinds import Highlight
    from lordesk.rows.finding import Place
    from lordesk.rows.people import MomentRow
    from ui.desk import Desk
    from ui.wizard.session import Session

_TONES = tuple(Tone)
_TYPED_AFTER_MS = 60
_MENU_WORDS = 60


class MessageStep(Step):
    materials_requested = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            session,
            self.tr("Your message"),
            self.tr("Specific beats long. Two highlights and one shared moment are enough."),
            parent=parent,
        )
        self._filling = False
        self._moments: list[MomentRow] = []
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_AFTER_MS)
        self._build()
        self._connect()

    # --- what the wizard calls --------------------------------------------------------------------

    def side(self) -> QWidget:
        return self.preview

    def side_width(self, narrow: bool) -> int:
        return 376 if narrow else 508

    def first_field(self) -> QWidget:
        return self._tone

    def load(self) -> None:
        state, mentor = self.session.state, self.session.mentor
        self._filling = True
        self._tone.set_index(_TONES.index(state.tone))
        self.highlights.arrange(self.session, self._greeting, self._moment)
        usual = greeting(mentor) if mentor else ""
        self._greeting.setText(state.greeting or usual)
        self._moment.setPlainText(state.moment)
        self._colleagues.setText(state.colleagues)
        for box, checked in (
            (self._meeting, state.meeting),
            (self._easy_no, state.easy_no),
            (self._mention, state.mention),
            (self._cc, state.cc),
        ):
            box.setChecked(checked)
        self._filling = False
        self._load_moments()
        self.preview.set_editing(False)
        self.refresh()
        self.preview.renew()

    def refresh(self) -> None:
        state, mentor = self.session.state, self.session.mentor
        self.highlights.show_picked(state.highlights)
        self._colleagues_field.setVisible(state.mention)
        assistant = mentor.assistant_email if mentor else ""
        self._cc.setVisible(bool(assistant))
        self._cc.setText(self.tr("Copy to the assistant ({address})").format(address=assistant))
        self._show_origin()

    def summary(self) -> str:
        state = self.session.state
        if state.reached < 2:
            return self.tr("Not written yet")
        if state.edited:
            return self.tr("In your own words")
        tone = word(state.tone)
        if not state.highlights:
            return tone
        text = self.tr("{tone} · %n highlight(s)", "", len(state.highlights))
        return text.format(tone=tone)

    def reveal(self, place: Place | None) -> None:
        if place is None or place.field not in ("body", "subject"):
            self.first_field().setFocus()
            return
        self.preview.reveal(place.field, place.start, place.end)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self.preview = Preview(look, self.session)
        self.form.addWidget(self._build_head())
        self.highlights = HighlightChoice(look)
        self.form.addWidget(self.highlights)
        self.form.addLayout(self._build_moment())
        self.form.addLayout(self._build_also())

    def _build_head(self) -> QWidget:
        look = self._look
        self._tone = Segmented(look, [word(tone) for tone in _TONES], self.tr("Tone"))
        tone_box = QWidget()
        tone = QVBoxLayout(tone_box)
        tone.setContentsMargins(0, 0, 0, 0)
        tone.setSpacing(6)
        tone.addWidget(Label(look, self.tr("Tone"), "label"))
        tone.addWidget(self._tone)
        self._greeting = TextField(look)
        return Columns(look, [tone_box, Field(look, self.tr("Greeting"), self._greeting)])

    def _build_moment(self) -> QVBoxLayout:
        look = self._look
        self._moment = TextArea(look, self.tr("when we …"), rows=3)
        self._moment.setFixedHeight(look.px(76))
        self._from_notes = Button(look, self.tr("From your notes"), "quiet", size="small")
        self._from_notes.setMenu(QMenu(self._from_notes))
        name = Label(look, self.tr("A moment you shared"), "label")
        name.setBuddy(self._moment)
        self._moment.setAccessibleName(self.tr("A moment you shared"))
        self._origin = Label(look, style="small", color="text-tertiary", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(name)
        column.addWidget(self._moment)
        below = QHBoxLayout()
        below.addWidget(self._origin, 1)
        below.addWidget(self._from_notes)
        column.addLayout(below)
        return column

    def _build_also(self) -> QVBoxLayout:
        look = self._look
        strong = CheckBox(look, self.tr("Ask for a strong letter"))
        strong.setChecked(True)
        strong.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        strong.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        strong.setAccessibleDescription(self.tr("always on"))
        locked = QHBoxLayout()
        locked.setSpacing(4)
        locked.addWidget(strong)
        locked.addSpacing(4)
        locked.addWidget(IconLabel(look, "lock", 14))
        locked.addWidget(Label(look, self.tr("always on"), "small", "text-tertiary"))
        locked.addStretch(1)
        self._meeting = CheckBox(look, self.tr("Offer a 15-minute meeting"))
        self._easy_no = CheckBox(look, self.tr("Make it easy to say no"))
        self._mention = CheckBox(look, self.tr("Mention shared colleagues"))
        self._cc = CheckBox(look, "")
        # An address may be long: it is cut short rather than making the form wider.
        self._cc.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._colleagues = TextField(look, self.tr("Dr. Bell"))
        self._colleagues_field = Field(look, self.tr("Who suggested it"), self._colleagues)
        self._colleagues_field.setContentsMargins(26, 4, 0, 4)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(look, self.tr("Also say"), "label"))
        column.addSpacing(6)
        column.addLayout(locked)
        for part in (self._meeting, self._easy_no, self._mention, self._colleagues_field, self._cc):
            column.addWidget(part)
        return column

    def _connect(self) -> None:
        self._tone.picked.connect(self._on_tone_picked)
        self.highlights.picked.connect(self._on_highlights_picked)
        self._greeting.textEdited.connect(self._on_typed)
        self._greeting.editingFinished.connect(self._take_texts)
        self._colleagues.textEdited.connect(self._on_typed)
        self._colleagues.editingFinished.connect(self._take_texts)
        self._moment.textChanged.connect(self._on_typed)
        self._moment.editing_finished.connect(self._take_texts)
        self._typed.timeout.connect(self._take_texts)
        for box in (self._meeting, self._easy_no, self._mention, self._cc):
            box.clicked.connect(self._on_box_clicked)
        self._from_notes.menu().triggered.connect(self._on_moment_chosen)
        self.preview.materials_requested.connect(self.materials_requested)

    # --- showing ----------------------------------------------------------------------------------

    def _load_moments(self) -> None:
        mentor_id = self.session.state.mentor_id
        self._moments = (
            self.session.services.interactions.moments(mentor_id) if mentor_id is not None else []
        )
        menu = self._from_notes.menu()
        menu.clear()
        for number, row in enumerate(self._moments):
            short = row.text if len(row.text) <= _MENU_WORDS else f"{row.text[:_MENU_WORDS]}…"
            action = menu.addAction(short.replace("\n", " ").replace("&", "&&"))
            action.setData(number)
        self._from_notes.setVisible(bool(self._moments))

    def _show_origin(self) -> None:
        state = self.session.state
        if state.moment and any(row.text == state.moment for row in self._moments):
            origin = (
                self.tr("From your notes, {month}. Edit freely.").format(
                    month=month_year(state.moment_on)
                )
                if state.moment_on
                else self.tr("From your notes. Edit freely.")
            )
        else:
            origin = self.tr("It goes on after “for example”. One true detail is enough.")
        self._origin.setText(origin)

    # --- what the user does -----------------------------------------------------------------------

    def _on_tone_picked(self, index: int) -> None:
        self.session.state.tone = _TONES[index]
        self.session.touch()

    def _on_highlights_picked(self, highlights: tuple[Highlight, ...]) -> None:
        self.session.state.highlights = highlights
        self.session.touch()

    def _on_typed(self) -> None:
        if not self._filling:
            self._typed.start()

    def _on_box_clicked(self) -> None:
        state = self.session.state
        state.meeting, state.easy_no = self._meeting.isChecked(), self._easy_no.isChecked()
        state.cc = self._cc.isChecked()
        opened = self._mention.isChecked() and not state.mention
        state.mention = self._mention.isChecked()
        self.session.touch()
        if opened:
            self._colleagues.setFocus()

    def _on_moment_chosen(self, action: QAction) -> None:
        row = self._moments[int(action.data())]
        self.session.state.moment_on = row.on
        self._moment.setPlainText(row.text)
        self._take_texts()
        self._moment.setFocus()

    def _take_texts(self) -> None:
        """What was typed; a greeting as usual is none of its own."""
        self._typed.stop()
        if self._filling:
            return
        state, mentor = self.session.state, self.session.mentor
        usual = greeting(mentor) if mentor else ""
        typed = self._greeting.text().strip()
        taken = (
            "" if typed == usual else typed,
            self._moment.toPlainText(),
            self._colleagues.text(),
        )
        if taken != (state.greeting, state.moment, state.colleagues):
            state.greeting, state.moment, state.colleagues = taken
            self.session.touch()
