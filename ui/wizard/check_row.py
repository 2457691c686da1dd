"""One check of the review: what was found, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import Severity
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckBox
from ui.widgets.draw import PillFace
from ui.widgets.flow import FlowLayout
from ui.widgets.pill import Pill
from ui.widgets.text import ElidedLabel, IconLabel, Label
from ui.wizard.session import key_of
from ui.wording.findings import finding_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem

    from lordesk.rows.finding import Finding
    from ui.widgets.card import Card
    from ui.widgets.look import Look

_SIGNS = {
    Severity.BLOCKS: ("circle-alert", "danger-text"),
    Severity.ACKNOWLEDGE: ("triangle-alert", "warning-text"),
    Severity.HINT: ("triangle-alert", "warning-text"),
    Severity.PASS: ("circle-check", "success-text"),
}


class CheckRow(QWidget):
    fix_clicked = Signal(object)
    acknowledged = Signal(str, bool)

    def __init__(
        self,
        look: Look,
        finding: Finding,
        button: str,
        looked_at: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.finding = finding
        self.words = finding_words(finding)
        severity = finding.severity
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 5, 16, 5)
        line.setSpacing(12)
        sign, color = _SIGNS[severity]
        if severity is Severity.ACKNOWLEDGE and looked_at:
            sign, color = "circle-check", "text-secondary"
        line.addWidget(IconLabel(look, sign, 18, color))
        line.addLayout(self._words(severity, looked_at), 1)
        self.box: CheckBox | None = None
        self.button: Button | None = None
        if severity is Severity.PASS:
            line.addWidget(Label(look, self.tr("Pass"), "small", "text-secondary"))
        if severity is Severity.ACKNOWLEDGE:
            self.box = CheckBox(look, self.tr("I looked at this"))
            self.box.setChecked(looked_at)
            self.box.setAccessibleDescription(self.words.title)
            self.box.clicked.connect(self._on_box_clicked)
            line.addWidget(self.box)
        if severity is not Severity.PASS and button:
            kind = "soft" if severity is not Severity.ACKNOWLEDGE else "secondary"
            self.button = Button(look, button, kind, size="small")
            self.button.setAccessibleDescription(self.words.title)
            self.button.clicked.connect(self._on_button_clicked)
            line.addWidget(self.button)
        self.setMinimumHeight(look.px(47))
        self.setAccessibleName(self.words.title)
        self.setAccessibleDescription(self.words.detail)

    def _words(self, severity: Severity, looked_at: bool) -> QVBoxLayout:
        look = self._look
        title = FlowLayout(None, 8, 2)
        title.addWidget(ElidedLabel(look, self.words.title, "bodyMedium"))
        if severity is Severity.BLOCKS:
            face = PillFace("", self.tr("Stops sending"), "danger-text", "danger-soft")
            title.addWidget(Pill(look, face))
        elif severity is Severity.ACKNOWLEDGE and not looked_at:
            face = PillFace("", self.tr("Look at this"), "warning-text", "warning-soft")
            title.addWidget(Pill(look, face))
        elif severity is Severity.HINT:
            face = PillFace("", self.tr("Worth a look"), "text-secondary", "neutral-soft")
            title.addWidget(Pill(look, face))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(title)
        words.addWidget(Label(look, self.words.detail, "small", "text-secondary", wrap=True))
        self._missing = Label(look, "", "small", "danger-text", wrap=True)
        self._missing.hide()
        words.addWidget(self._missing)
        return words

    def missing(self) -> str:
        return self._missing.text()

    def show_missing(self) -> str:
        """Say why it stops what was just asked for; returns the sentence."""
        if self.finding.severity is Severity.ACKNOWLEDGE:
            text = self.tr("Not sent yet: tick “I looked at this” first.")
        else:
            text = self.tr("Not sent yet: this has to be put right first.")
        self._missing.setText(text)
        self._missing.show()
        return text

    def _on_button_clicked(self) -> None:
        self.fix_clicked.emit(self.finding)

    def _on_box_clicked(self, checked: bool) -> None:
        self.acknowledged.emit(key_of(self.finding), checked)


def clear(card: Card) -> None:
    """Take every row, and the lines between them, off a card."""
    while item := card.body.takeAt(0):
        _dispose(item)


def _dispose(item: QLayoutItem) -> None:
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    while layout is not None and (inner := layout.takeAt(0)):
        _dispose(inner)
