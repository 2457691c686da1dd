"""The right column of Today: letters in, thank-you notes owed, who is going quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain import requirements
from ui.pages.today_lines import Line, person_line
from ui.widgets.avatar import tint_of
from ui.widgets.card import Card, SectionHeader
from ui.widgets.meters import Ring
from ui.widgets.text import ElidedLabel, IconLabel
from ui.wording import dates, tasks

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.dates import TodayRow
    from lordesk.rows.letters import ApplicationRow
    from ui.widgets.look import Look


def ring_words(application: ApplicationRow) -> str:
    """ "2/4"."""
    states = requirements.ring_states(application)
    return f"{states.count('in')}/{application.needed}"


class ApplicationLine(Line):
    """A ring with the facts repeated in words."""

    def __init__(self, look: Look, application: ApplicationRow, day: date) -> None:
        facts = tasks.letters_in(application)
        to_come = tasks.letters_to_come(application)
        spoken = ", ".join(part for part in (application.name, facts, to_come) if part)
        super().__init__(look, application.id, spoken)
        self.setFixedHeight(look.px(68))
        self.layout_.setContentsMargins(14, 0, 14, 0)
        self.layout_.addWidget(
            Ring(look, requirements.ring_states(application), ring_words(application))
        )
        self.layout_.addLayout(self._words(application, facts, to_come, day), 1)

    def _words(
        self, application: ApplicationRow, facts: str, to_come: str, day: date
    ) -> QVBoxLayout:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(ElidedLabel(look, application.name, "bodyStrong"))
        column.addWidget(ElidedLabel(look, facts, "small", "text-secondary"))
        if to_come:
            row = QHBoxLayout()
            row.setSpacing(4)
            pressing = requirements.is_pressing(application, day)
            color = "warning-text" if pressing else "text-secondary"
            if pressing:
                row.addWidget(IconLabel(look, "triangle-alert", 14, color))
            row.addWidget(ElidedLabel(look, to_come, "small", color), 1)
            column.addLayout(row)
        column.addStretch(1)
        return column


class TodaySide(QWidget):
    application_opened = Signal(object)
    applications_opened = Signal()
    acted = Signal(object)
    opened = Signal(object)
    key_pressed = Signal(object, str)
    """These carry the key of a line: `thanks:` or `quiet:` with the id of letter or mentor."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def set_row(self, row: TodayRow) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._add_applications(row)
        self._add_thanks(row)
        self._add_quiet(row)

    def _section(self, text: str, count: int, link: str = "") -> tuple[SectionHeader, Card]:
        if self._column.count():
            self._column.addSpacing(16)
        header = SectionHeader(self._look, text, count, link)
        card = Card(self._look)
        self._column.addWidget(header)
        self._column.addSpacing(4)
        self._column.addWidget(card)
        return header, card

    def _add_applications(self, row: TodayRow) -> None:
        shown = [a for a in row.applications if a.slots]
        if not shown:
            return
        header, card = self._section(self.tr("Letters in"), 0, self.tr("All applications"))
        header.link_clicked.connect(self.applications_opened)
        for application in shown[:4]:
            line = ApplicationLine(self._look, application, row.day)
            line.opened.connect(self.application_opened)
            line.key_pressed.connect(self.key_pressed)
            card.add_row(line, inset=14)

    def _add_thanks(self, row: TodayRow) -> None:
        if not row.thanks_owed:
            return
        _, card = self._section(self.tr("Thank-you notes owed"), len(row.thanks_owed))
        for letter in row.thanks_owed:
            since = letter.submitted_on or row.day
            detail = self.tr("Letter in since {day}").format(day=dates.short_date(since, row.day))
            spoken = f"{letter.mentor_name}, {detail}"
            key, tint = f"thanks:{letter.id}", tint_of(letter.mentor_id)
            line = person_line(self._look, key, spoken, letter.mentor_initials, tint)
            line.add_words(letter.mentor_name, detail)
            words = self.tr("Write note")
            line.add_action(words, f"{words}: {letter.mentor_name}", wide=False)
            self._add_line(card, line)

    def _add_quiet(self, row: TodayRow) -> None:
        if not row.going_quiet:
            return
        _, card = self._section(self.tr("Going quiet"), len(row.going_quiet))
        for mentor in row.going_quiet:
            silent = (row.day - mentor.last_contact_on).days if mentor.last_contact_on else 0
            detail = self.tr("Quiet for {days}").format(days=dates.day_count(silent))
            spoken = f"{mentor.full_name}, {detail}"
            key, tint = f"quiet:{mentor.id}", tint_of(mentor.id)
            line = person_line(self._look, key, spoken, mentor.initials, tint)
            line.add_words(mentor.full_name, detail)
            words = self.tr("Update")
            line.add_action(words, f"{words}: {mentor.full_name}", wide=False)
            self._add_line(card, line)

    def _add_line(self, card: Card, line: Line) -> None:
        line.acted.connect(self.acted)
        line.opened.connect(self.opened)
        line.key_pressed.connect(self.key_pressed)
        card.add_row(line)
