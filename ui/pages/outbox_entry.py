"""One message in the Outbox that has not left yet, or that asks the user something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import OutboxState, SendWay
from ui.widgets.avatar import Avatar, initials_of, tint_of
from ui.widgets.buttons import Button
from ui.widgets.draw import PillFace
from ui.widgets.pill import Pill
from ui.widgets.text import ElidedLabel, Label
from ui.wording import outbox as words

if TYPE_CHECKING:
    from datetime import datetime

    from lordesk.rows.mail import OutboxRow
    from ui.widgets.look import Look


class OutboxEntry(QWidget):
    """`chosen` carries the entry's id and one of the verbs of `_verbs`."""

    chosen = Signal(int, str)

    def __init__(self, look: Look, row: OutboxRow, now: datetime) -> None:
        super().__init__()
        self._look = look
        self._row = row
        name = words.recipient(row)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        face = Avatar(look, initials_of(name), tint_of(row.message.mentor_id or name), 32)
        line.addWidget(face)
        text = QVBoxLayout()
        text.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(look, name, "bodyStrong"))
        head.addWidget(Pill(look, PillFace(*words.state_pill(row))))
        head.addStretch(1)
        text.addLayout(head)
        text.addWidget(ElidedLabel(look, row.message.subject, "small", "text-secondary"))
        explanation = words.explanation(row, now)
        if explanation:
            text.addWidget(Label(look, explanation, "small", "text", wrap=True))
        self._details = Label(
            look, words.technical(row), "micro", "text-tertiary", wrap=True, selectable=True
        )
        self._details.hide()
        text.addWidget(self._details)
        line.addLayout(text, 1)
        self._add_buttons(line, name)

    def _add_buttons(self, line: QHBoxLayout, name: str) -> None:
        for number, (verb, label) in enumerate(self._verbs()):
            kind = (
                "soft"
                if number == 0 and self._row.state is not OutboxState.QUEUED
                else ("secondary")
            )
            button = Button(self._look, label, kind, size="small")
            button.setAccessibleName(f"{label}: {name}")
            button.setProperty("verb", verb)
            button.clicked.connect(self._on_clicked)
            line.addWidget(button)
        if self._row.error_code not in ("", "late", "stopped"):
            details = Button(self._look, self.tr("Details"), "quiet", size="small")
            details.setAccessibleName(self.tr("Details: {name}").format(name=name))
            details.clicked.connect(self._on_details_clicked)
            line.addWidget(details)

    def _verbs(self) -> list[tuple[str, str]]:
        state = self._row.state
        cancel = ("cancel", self.tr("Cancel"))
        if self._row.way is SendWay.MAIL_APP and state in (
            OutboxState.HANDED_OVER,
            OutboxState.QUEUED,
        ):
            return [("confirm", self.tr("I sent it")), ("dismiss", self.tr("Not sent"))]
        return {
            OutboxState.QUEUED: [("now", self.tr("Send now")), cancel],
            OutboxState.WAITING: [("now", self.tr("Try now")), cancel],
            OutboxState.HELD: [("now", self.tr("Send now")), cancel],
            OutboxState.REFUSED: [
                ("now", self.tr("Try again")),
                ("settings", self.tr("Mail settings")),
                ("dismiss", self.tr("Dismiss")),
            ],
            OutboxState.UNKNOWN: [
                ("confirm", self.tr("It was sent")),
                ("resend", self.tr("Send again")),
                ("dismiss", self.tr("Dismiss")),
            ],
            OutboxState.HANDED_OVER: [
                ("confirm", self.tr("I sent it")),
                ("dismiss", self.tr("Not sent")),
            ],
        }.get(state, [])

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(self._row.id, str(sender.property("verb")))

    def _on_details_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())
