"""What else there is to look at: the findings of coverage after the first, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lordesk.kinds import Severity
from ui.pages.applications_content import letter_of
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import IconLabel, Label
from ui.wording import applications as words
from ui.wording.findings import finding_words

if TYPE_CHECKING:
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import LetterRow
    from ui.pages.applications_content import Content
    from ui.widgets.look import Look

_SIGNS = {
    Severity.BLOCKS: ("circle-alert", "danger-text"),
    Severity.ACKNOWLEDGE: ("triangle-alert", "warning-text"),
    Severity.HINT: ("info", "text-tertiary"),
}


class FindingLine(QWidget):
    """A fact, what follows from it, and the one thing to do."""

    clicked = Signal(object)

    def __init__(
        self, look: Look, finding: Finding, letter: LetterRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._finding = finding
        said = finding_words(finding)
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(said.detail)
        icon, color = _SIGNS.get(finding.severity, _SIGNS[Severity.HINT])
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(look, icon, 16, color))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(look, said.title, "bodyMedium", wrap=True))
        column.addWidget(Label(look, said.detail, "small", "text-secondary", wrap=True))
        row.addLayout(column, 1)
        deed = words.gap_button(finding, letter)
        self.button = Button(look, deed, size="small")
        self.button.setAccessibleDescription(f"{said.title} {said.detail}")
        self.button.clicked.connect(self._on_clicked)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.setVisible(bool(deed))

    def _on_clicked(self) -> None:
        self.clicked.emit(self._finding)


class MoreFindings(QWidget):
    """The lines, shown and hidden by `toggle`, which the pane puts where it has the room."""

    clicked = Signal(object)
    shown_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._content: list[tuple[Finding, LetterRow | None]] = []
        self._open = False
        self.lines: list[FindingLine] = []
        self._card: Card | None = None
        self.toggle = Button(look, "", "quiet", size="small", trailing="chevron-down")
        self.toggle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggle.clicked.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self._open else QSize(0, 0)

    def set_content(self, content: Content, other: bool) -> None:
        """`other` is for another application: its lines begin hidden."""
        found = [(finding, letter_of(content, finding)) for finding in content.more]
        if other:
            self._open = False
        if found != self._content:
            self._content = found
            self._fill()
        text = (
            self.tr("%n more to look at", "", len(found))
            if content.gap is not None
            else self.tr("%n thing(s) to look at", "", len(found))
        )
        self.toggle.setText(text)
        self.toggle.setVisible(bool(found))
        self._show_lines()

    def _fill(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = Card(self._look)
        self.lines = [FindingLine(self._look, *each) for each in self._content]
        for line in self.lines:
            line.clicked.connect(self.clicked)
            self._card.add_row(line, 16)
        self._column.addWidget(self._card)

    def _show_lines(self) -> None:
        self.setVisible(self._open and bool(self._content))
        self.toggle.set_trailing("chevron-up" if self._open else "chevron-down")
        said = self.tr("shown") if self._open else self.tr("hidden")
        self.toggle.setAccessibleDescription(said)

    def _on_toggled(self) -> None:
        self._open = not self._open
        self._show_lines()
        self.shown_changed.emit()
