"""Overview: why this person, their letters, and what happened last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.pages.mentor_pane.about import About
from ui.pages.mentor_pane.fit_bars import FitBars
from ui.pages.mentor_pane.growth import Growth
from ui.pages.mentor_pane.letter_words import letter_line, letter_name
from ui.pages.mentor_pane.recent import RecentList
from ui.widgets.buttons import IconButton
from ui.widgets.card import SectionHeader
from ui.widgets.draw import PillFace
from ui.widgets.meters import Gauge
from ui.widgets.pill import Pill
from ui.widgets.text import ElidedLabel, Hairline, IconLabel, Label
from ui.wording import fit as words
from ui.wording.applications import is_schools
from ui.wording.stages import attention_pill, stage_pill

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from lordesk.rows.letters import ApplicationRow, LetterRow
    from ui.pages.mentor_pane.facts import MentorFacts
    from ui.widgets.look import Look


_NARROW_LINE = 300


class LetterLine(QWidget):
    """A letter with its pills, beside its name or below it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ElidedLabel(look, "", "bodyStrong")
        self._line = ElidedLabel(look, "", "small", "text-secondary")
        self._pills = [Pill(look, PillFace(*stage_pill(None))) for _ in range(2)]
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._line)
        pills = QHBoxLayout()
        pills.setSpacing(12)
        for pill in self._pills:
            pills.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        pills.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(texts, 1)
        self._row.addLayout(pills)
        look.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        below = self.width() < self._look.px(_NARROW_LINE)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if below else way.LeftToRight)
        self._row.setSpacing(6 if below else 12)

    def show_letter(self, letter: LetterRow, facts: MentorFacts) -> None:
        self._name.setText(letter_name(letter))
        self._line.setText(letter_line(letter, facts.today))
        stage, attention = self._pills
        stage.set_face(PillFace(*stage_pill(letter.stage)))
        attention.setVisible(letter.attention is not None)
        if letter.attention is not None:
            attention.set_face(PillFace(*attention_pill(letter.attention)))


class Overview(QWidget):
    answers_requested = Signal(object)
    """The `FitQuestion` to begin with, or None."""
    plan_requested = Signal()
    log_requested = Signal()
    goal_picked = Signal(int)
    """The id of the application that fit is to be shown for."""
    task_requested = Signal(str)
    end_requested = Signal(str)
    changed = Signal(str, object)
    """A field of the mentor that was changed in place, and its value."""
    form_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._applications: tuple[ApplicationRow, ...] = ()
        self._chosen_goal: int | None = None
        self._build()
        self._bars.picked.connect(self.answers_requested)
        self._why.link_clicked.connect(self._on_answers_clicked)
        self._letters_head.link_clicked.connect(self.plan_requested)
        self._recent_head.link_clicked.connect(self.log_requested)
        self._goals.clicked.connect(self._on_goals_clicked)
        self._goal_menu.triggered.connect(self._on_goal_triggered)
        self._growth.task_requested.connect(self.task_requested)
        self._growth.end_requested.connect(self.end_requested)
        self._about.changed.connect(self.changed)
        self._about.form_requested.connect(self.form_requested)

    def show_facts(self, facts: MentorFacts, brief: bool) -> None:
        fit = facts.fit
        self._why.set_text(self.tr("Why {name}").format(name=facts.mentor.short_name))
        self._gauge.set_value(fit.total if fit.answered else None)
        self._show_goal(facts)
        self._band.setText(words.band(fit))
        self._reason.setText(words.reason(fit))
        self._bars.show_fit(fit, brief)
        while len(self._lines) < len(facts.letters):
            line = LetterLine(self._look)
            self._lines.append(line)
            self._letters.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(facts.letters))
            if place < len(facts.letters):
                line.show_letter(facts.letters[place], facts)
        self._no_letters.setVisible(not facts.letters)
        self._recent.show_rows(facts.interactions, facts.today)
        self._about.show_facts(facts)
        self._growth.show_facts(facts)
        self._growth_line.setVisible(self._growth.isVisibleTo(self))

    def edit_in_place(self) -> None:
        self._about.begin()

    def _show_goal(self, facts: MentorFacts) -> None:
        goal = facts.application
        self._applications = facts.applications
        self._chosen_goal = goal.id if goal is not None else None
        self._goals.setVisible(len(facts.applications) > 1)
        self._goal.setText(words.goal(goal) if goal is not None else "")
        self._goal_line.setVisible(goal is not None)
        schools = goal is not None and is_schools(goal)
        required = words.required(facts.fit, facts.required_by, schools)
        self._required.setText(required)
        self._required.setVisible(bool(required))

    def _build(self) -> None:
        look = self._look
        self._why = SectionHeader(look, "", link=self.tr("Edit answers"))
        self._gauge = Gauge(look)
        self._goal = ElidedLabel(look, "", "small", "text-tertiary")
        name = self.tr("Show the fit for another application")
        self._goals = IconButton(look, "chevron-down", name, "small")
        self._goal_menu = QMenu(self)
        self._growth = Growth(look)
        self._about = About(look)
        self._required = Label(look, "", "smallMedium", "accent-text", wrap=True)
        self._band = Label(look, "", "bodyStrong")
        self._reason = Label(look, "", "small", "text-secondary", wrap=True)
        self._bars = FitBars(look)
        self._letters_head = SectionHeader(look, self.tr("Letters"), link=self.tr("Plan a letter"))
        self._letters = QVBoxLayout()
        self._letters.setSpacing(16)
        self._lines: list[LetterLine] = []
        self._no_letters = Label(
            look, self.tr("No letter planned yet."), "small", "text-secondary", wrap=True
        )
        self._letters.addWidget(self._no_letters)
        self._recent_head = SectionHeader(look, self.tr("Recent"), link=self.tr("Log contact"))
        self._recent = RecentList(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 11, 0, 8)
        column.setSpacing(0)
        column.addWidget(self._why)
        column.addSpacing(6)
        column.addLayout(self._summary())
        column.addSpacing(10)
        column.addWidget(self._bars)
        column.addSpacing(8)
        column.addLayout(self._motto())
        self._add_growth(column)
        self._add_line(column)
        column.addWidget(self._letters_head)
        column.addSpacing(7)
        column.addLayout(self._letters)
        self._add_line(column)
        column.addWidget(self._recent_head)
        column.addSpacing(2)
        column.addWidget(self._recent)
        self._add_line(column)
        column.addWidget(self._about)
        column.addStretch(1)

    def _summary(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        self._goal_line = QWidget()
        goal = QHBoxLayout(self._goal_line)
        goal.setContentsMargins(0, 0, 0, 0)
        goal.setSpacing(2)
        goal.addWidget(self._goal, 1)
        goal.addWidget(self._goals)
        texts.addWidget(self._goal_line)
        for label in (self._band, self._required, self._reason):
            texts.addWidget(label)
        texts.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._gauge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        return row

    def _motto(self) -> QHBoxLayout:
        motto = self.tr("Depth counts most. A famous name counts least.")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel(self._look, "info", 14, "text-tertiary"))
        row.addWidget(Label(self._look, motto, "small", "text-tertiary", wrap=True), 1)
        return row

    def _add_growth(self, column: QVBoxLayout) -> None:
        """With its line above it, both of which go when there is nothing to say."""
        self._growth_line = QWidget()
        above = QVBoxLayout(self._growth_line)
        above.setContentsMargins(0, 16, 0, 12)
        above.addWidget(Hairline(self._look))
        column.addWidget(self._growth_line)
        column.addWidget(self._growth)

    def _add_line(self, column: QVBoxLayout) -> None:
        column.addSpacing(16)
        column.addWidget(Hairline(self._look))
        column.addSpacing(12)

    def _on_goals_clicked(self) -> None:
        """Filled when it opens: a choice must not be taken away while it is being made."""
        self._goal_menu.clear()
        for row in self._applications:
            action = self._goal_menu.addAction(row.name.replace("&", "&&"))
            action.setData(row.id)
            action.setCheckable(True)
            action.setChecked(row.id == self._chosen_goal)
        self._goal_menu.popup(self._goals.mapToGlobal(self._goals.rect().bottomLeft()))

    def _on_goal_triggered(self, action: QAction) -> None:
        self.goal_picked.emit(action.data())

    def _on_answers_clicked(self) -> None:
        self.answers_requested.emit(None)
