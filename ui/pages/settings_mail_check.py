"""The connection test: one line a step, each with what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import CertificateError, LordeskError
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Card
from ui.widgets.text import ElidedLabel, IconLabel, Label
from ui.wording import accounts as words
from ui.wording.errors import details

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lordesk.rows.mail import CheckLine
    from ui.widgets.look import Look

_NAME = 108


class _Line(QWidget):
    def __init__(self, look: Look, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.code = code
        self._sign = IconLabel(look, "circle-dashed", 18, "text-tertiary")
        self._name = Label(look, words.check_name(code), "bodyMedium")
        self._fact = ElidedLabel(look, "", "body", "text-secondary")
        self._word = Label(look, "", "smallMedium", "text-tertiary")
        self._problem = Label(look, "", "body", "danger-text", wrap=True)
        self._more = LinkButton(look, self.tr("Details"))
        self._details = Label(look, "", "micro", "text-tertiary", wrap=True, selectable=True)
        self.trust = Button(look, self.tr("Trust this certificate"), size="small")
        self._more.clicked.connect(self._on_more_clicked)
        look.changed.connect(self._fit)
        self._build()
        self._fit()
        self.wait()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self._sign, self._name):
            row.addWidget(part)
        row.addWidget(self._fact, 1)
        row.addWidget(self._word)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addWidget(self.trust)
        self._buttons.addWidget(self._more)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addLayout(row)
        below = QVBoxLayout()
        below.setContentsMargins(30, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self._problem)
        below.addLayout(self._buttons)
        below.addWidget(self._details)
        column.addLayout(below)

    def wait(self) -> None:
        self._show("circle-dashed", "text-tertiary", "")

    def work(self) -> None:
        self._show("circle-dot", "accent-text", self.tr("Checking…"))

    def skip(self) -> None:
        self._show("circle-dashed", "text-tertiary", self.tr("Not tried"))

    def show_line(self, line: CheckLine, username: str) -> None:
        fact = words.check_fact(line.code, line.data, username)
        if line.ok:
            self._show("circle-check", "success-text", self.tr("Works"), fact)
            return
        assert isinstance(line.error, LordeskError)
        self._show("circle-alert", "danger-text", self.tr("Does not work"), fact)
        self._problem.setText(words.check_problem(line.error))
        self._details.setText(details(line.error))
        self._problem.show()
        self._more.show()
        pin = getattr(line.error, "fingerprint", "")
        if isinstance(line.error, CertificateError) and pin:
            text = self.tr(
                "The server on this computer shows a certificate of its own. Trust it only if you "
                "installed that program. SHA-256: {digest}"
            )
            self._problem.setText(text.format(digest=words.fingerprint(pin)))
            self.trust.show()

    def _show(self, icon: str, color: str, word: str, fact: str = "") -> None:
        self._sign.set_icon(icon, color)
        self._fact.setText(fact)
        self._word.setText(word)
        self._word.set_color(color)
        for part in (self._problem, self._more, self._details, self.trust):
            part.hide()

    def _on_more_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def _fit(self) -> None:
        self._name.setFixedWidth(self._look.px(_NAME))


class CheckCard(Card):
    """`trust_requested` carries the fingerprint of a certificate of this computer."""

    trust_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._pin = ""
        self.lines = [_Line(look, code) for code in words.CHECKS]
        for line in self.lines:
            line.trust.clicked.connect(self._on_trust_clicked)
            self.add_row(line)

    def reset(self) -> None:
        for line in self.lines:
            line.wait()

    def show_progress(self, done: int) -> None:
        for number, line in enumerate(self.lines):
            if number >= done:
                line.wait()
            if number == done:
                line.work()

    def show_lines(self, found: Sequence[CheckLine], username: str) -> None:
        by_code = {line.code: line for line in found}
        for line in self.lines:
            if line.code in by_code:
                line.show_line(by_code[line.code], username)
            else:
                line.skip()
        last = found[-1].error if found else None
        self._pin = getattr(last, "fingerprint", "")

    def _on_trust_clicked(self) -> None:
        self.trust_requested.emit(self._pin)
