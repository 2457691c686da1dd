"""Before the ask: whether it is time, what is missing, and what would help next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.card import SectionHeader
from ui.widgets.text import IconLabel, Label
from ui.wording import coaching as words

if TYPE_CHECKING:
    from lordesk.rows.coaching import CoachStep, Readiness
    from ui.pages.mentor_pane.facts import MentorFacts
    from ui.widgets.look import Look


class StepLine(QWidget):
    """A suggestion: one click makes it a task, another one ends it."""

    task_requested = Signal(str)
    end_requested = Signal(str)

    def __init__(self, look: Look, step: CoachStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = step.key
        text = Label(look, step.text, "small", wrap=True)
        add = LinkButton(look, self.tr("Add task"))
        add.setAccessibleDescription(step.text)
        name = self.tr("Not for me: {text}").format(text=step.text)
        end = IconButton(look, "x", name, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(look, "circle-dashed", 14, "text-tertiary"))
        row.addWidget(text, 1)
        row.addWidget(add)
        row.addWidget(end)
        add.clicked.connect(self._on_add_clicked)
        end.clicked.connect(self._on_end_clicked)

    def _on_add_clicked(self) -> None:
        self.task_requested.emit(self._key)

    def _on_end_clicked(self) -> None:
        self.end_requested.emit(self._key)


class Growth(QWidget):
    """Gone once this mentor has been asked and nothing is left to suggest."""

    task_requested = Signal(str)
    end_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._head = SectionHeader(look, "")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addLayout(self._lines)

    def show_facts(self, facts: MentorFacts) -> None:
        found, steps = facts.readiness, facts.suggestions
        self.setVisible(found is not None or bool(steps))
        if (found, steps) == self._shown:
            return
        self._shown = (found, steps)
        self._head.set_text(words.ready(found) if found else self.tr("What would help next"))
        while item := self._lines.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        if found is not None:
            self._show_missing(found)
        if found is not None and steps:
            self._lines.addSpacing(4)
            self._lines.addWidget(Label(self._look, self.tr("What would help"), "label"))
        for step in steps:
            line = StepLine(self._look, step)
            line.task_requested.connect(self.task_requested)
            line.end_requested.connect(self.end_requested)
            self._lines.addWidget(line)

    def _show_missing(self, found: Readiness) -> None:
        if not found.missing:
            text = self.tr("Known long enough, with feedback and stories to tell.")
            self._lines.addWidget(self._line("circle-check", "success-text", text))
        for reason in found.missing:
            line = self._line("circle-alert", "warning-text", words.lacking(reason))
            self._lines.addWidget(line)

    def _line(self, icon: str, color: str, text: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._look, icon, 14, color))
        row.addWidget(Label(self._look, text, "small", "text-secondary", wrap=True), 1)
        return line
