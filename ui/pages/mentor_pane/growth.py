"""Before the ask: whether it is time, what is missing, and what would help next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain.coach import MOST_OPEN
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.card import SectionHeader
from ui.widgets.text import IconLabel, Label
from ui.wording import coaching as words

if TYPE_CHECKING:
    from lordesk.rows.coaching import CoachStep
    from ui.pages.mentor_pane.facts import MentorFacts
    from ui.widgets.look import Look

_MOST_MISSING = 5
"""As many things as readiness looks at."""


class MissingLine(QWidget):
    """What is missing before the ask, or that nothing is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(look, "circle-alert", 14, "warning-text")
        self._text = Label(look, "", "small", "text-secondary", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)

    def show_text(self, text: str, missing: bool) -> None:
        if missing:
            self._sign.set_icon("circle-alert", "warning-text")
        else:
            self._sign.set_icon("circle-check", "success-text")
        self._text.setText(text)


class StepLine(QWidget):
    """A suggestion: one click makes it a task, another one ends it."""

    task_requested = Signal(str)
    end_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._text = Label(look, "", "small", wrap=True)
        self._add = LinkButton(look, self.tr("Add task"))
        self._end = IconButton(look, "x", self.tr("Not for me"), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(look, "circle-dashed", 14, "text-tertiary"))
        row.addWidget(self._text, 1)
        row.addWidget(self._add)
        row.addWidget(self._end)
        self._add.clicked.connect(self._on_add_clicked)
        self._end.clicked.connect(self._on_end_clicked)

    def show_step(self, step: CoachStep) -> None:
        self._key = step.key
        self._text.setText(step.text)
        for button in (self._add, self._end):
            button.setAccessibleDescription(step.text)

    def _on_add_clicked(self) -> None:
        self.task_requested.emit(self._key)

    def _on_end_clicked(self) -> None:
        self.end_requested.emit(self._key)


class Growth(QWidget):
    """Gone once this mentor has been asked and nothing is left to suggest.

    Its lines are made once and shown as needed, since the list is walked through by key.
    """

    task_requested = Signal(str)
    end_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._head = SectionHeader(look, "")
        self._missing = [MissingLine(look) for _ in range(_MOST_MISSING)]
        self._steps = [StepLine(look) for _ in range(MOST_OPEN)]
        self._help = Label(look, self.tr("What would help"), "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._head, *self._missing, self._help, *self._steps):
            column.addWidget(widget)
        for line in self._steps:
            line.task_requested.connect(self.task_requested)
            line.end_requested.connect(self.end_requested)

    def show_facts(self, facts: MentorFacts) -> None:
        found, steps = facts.readiness, facts.suggestions
        self.setVisible(found is not None or bool(steps))
        if (found, steps) == self._shown:
            return
        self._shown = (found, steps)
        self._head.set_text(words.ready(found) if found else self.tr("What would help next"))
        self._help.setVisible(found is not None and bool(steps))
        told = [(words.lacking(reason), True) for reason in found.missing] if found else []
        if found is not None and not told:
            told = [(self.tr("Known long enough, with feedback and stories to tell."), False)]
        for place, line in enumerate(self._missing):
            line.setVisible(place < len(told))
            if place < len(told):
                line.show_text(*told[place])
        for place, step_line in enumerate(self._steps):
            step_line.setVisible(place < len(steps))
            if place < len(steps):
                step_line.show_step(steps[place])
