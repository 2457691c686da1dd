"""Beside the first step: what the service asks of a writer, and why to waive the right to view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import LetterService
from ui.source_text import QT_TRANSLATE_NOOP
from ui.widgets.card import Card
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import IconLabel, Label
from ui.wizard.preview import SidePane
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.domain.rulepacks import ServiceRule
    from ui.widgets.look import Look

_CONTEXT = "HowItWorks"

_STEPS: dict[LetterService, str] = {
    LetterService.ERAS: QT_TRANSLATE_NOOP(
        "HowItWorks",
        "In MyERAS, add the letter entry, choose on the waiver, and confirm it. That makes the "
        "Letter Request Form with the letter ID. Attach that form here.",
    ),
    LetterService.INTERFOLIO: QT_TRANSLATE_NOOP(
        "HowItWorks",
        "In Interfolio, make the request first. The writer uploads once, and you can deliver the "
        "letter to several places.",
    ),
    LetterService.VSLO: QT_TRANSLATE_NOOP(
        "HowItWorks",
        "The writer sends the letter to your registrar, who uploads it. Tell the writer that "
        "address.",
    ),
    LetterService.PORTAL: QT_TRANSLATE_NOOP(
        "HowItWorks",
        "Each school has its own way. Read its page and write in the message how the letter gets "
        "there.",
    ),
}
_OTHERS = QT_TRANSLATE_NOOP(
    "HowItWorks",
    "In {service}, enter the writer’s name and email. The service then writes to the writer with "
    "a link for the upload. Do that on the day you ask.",
)
_WAIVER = QT_TRANSLATE_NOOP(
    "HowItWorks",
    "Readers trust a letter more when its writer could be frank, so most applicants waive. You "
    "decide in the service; LoRDesk only notes it.",
)


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


class HowItWorks(SidePane):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._heading = Label(look, "", "heading", wrap=True)
        self._lines = [self._line(icon) for icon in ("list-checks", "mail", "clock", "tag")]
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(25, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._heading)
        card = Card(look, padding=15)
        card.body.setSpacing(12)
        for row, _ in self._lines:
            card.body.addWidget(row)
        column.addWidget(card)
        column.addSpacing(12)
        column.addWidget(Label(look, self.tr("The waiver"), "heading"))
        waiver = Card(look, padding=15)
        row, text = self._line("eye-off")
        text.setText(_tr(_WAIVER))
        waiver.body.addWidget(row)
        column.addWidget(waiver)
        told = self.tr("LoRDesk never asks to see a letter.")
        column.addWidget(Label(look, told, "small", "text-tertiary", wrap=True))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(ScrollPane(content))

    def show_service(self, service: LetterService | None, rule: ServiceRule | None) -> None:
        if service is None:
            self._heading.setText(self.tr("How it is handed in"))
            self._say(0, self.tr("Choose a service to see what it asks of the writer."))
            for number in range(1, len(self._lines)):
                self._say(number, "")
            return
        name = word(service)
        called = name[:1].lower() + name[1:] if service is LetterService.PORTAL else name
        self._heading.setText(self.tr("How {service} works").format(service=called))
        self._say(0, _tr(_STEPS.get(service, _OTHERS)).format(service=name))
        sender = self.tr("The writer looks for mail from {sender}.")
        known = rule is not None and bool(rule.sender)
        self._say(1, sender.format(sender=rule.sender) if rule and known else "")
        days = rule.lag_days if rule else 0
        lag = self.tr("It counts up to %n day(s) after the upload.", "", days)
        self._say(2, lag if days else "")
        reference = self.tr("The reference number is the {name}.")
        known = rule is not None and bool(rule.reference_name)
        self._say(3, reference.format(name=rule.reference_name) if rule and known else "")

    def words(self) -> str:
        return "\n".join(text.text() for _, text in self._lines if text.text())

    def _line(self, icon: str) -> tuple[QWidget, Label]:
        look = self._look
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(IconLabel(look, icon, 16), 0, Qt.AlignmentFlag.AlignTop)
        text = Label(look, "", wrap=True)
        line.addWidget(text, 1)
        return row, text

    def _say(self, number: int, words: str) -> None:
        row, text = self._lines[number]
        text.setText(words)
        row.setVisible(bool(words))
