"""The facts of a mentor that change most often, each changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.domain.addresses import is_address
from lordesk.kinds import MentorRole
from ui.dialogs.form_parts import optional_number, role_combo
from ui.pages.mentor_pane.inline_row import InlineRow
from ui.widgets.card import SectionHeader
from ui.widgets.fields import TextField
from ui.widgets.notice import Notice
from ui.widgets.text import Label
from ui.wording.dates import day_count, short_date
from ui.wording.kinds import word
from ui.wording.mentors import leave_span

if TYPE_CHECKING:
    from ui.pages.mentor_pane.facts import MentorFacts
    from ui.widgets.look import Look

_TOUCH_MOST = 730


class About(QWidget):
    """The rest is in the form, which the link and the pencil of the head open."""

    changed = Signal(str, object)
    """A field of the mentor and its value."""
    form_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._head = SectionHeader(look, self.tr("About"), link=self.tr("All fields"))
        self._away = Label(look, "", "small", "warning-text", wrap=True)
        self._address = Notice(look, button=self.tr("Edit"), compact=True)
        self._roles = role_combo(look, MentorRole.OTHER)
        days = optional_number(look, None, _TOUCH_MOST, self.tr("As usual"))
        unset = self.tr("Not set")
        self._rows = {
            "role": InlineRow(look, self.tr("Role"), self._roles, unset),
            "specialty": InlineRow(look, self.tr("Specialty"), TextField(look), unset),
            "tags": InlineRow(
                look, self.tr("Tags"), TextField(look, self.tr("With commas between them")), unset
            ),
            "stay_in_touch_days": InlineRow(
                look, self.tr("Stay in touch"), days, self.tr("As usual")
            ),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._away)
        column.addWidget(self._address)
        for row in self._rows.values():
            column.addWidget(row)
            row.saved.connect(self._on_saved)
        self._head.link_clicked.connect(self.form_requested)
        self._address.clicked.connect(self.form_requested)

    def show_facts(self, facts: MentorFacts) -> None:
        mentor, today = facts.mentor, facts.today
        away = [leave_span(mentor.leave_from, mentor.leave_to, today)]
        if mentor.leaving_on is not None:
            text = self.tr("Leaves on {day}")
            away.append(text.format(day=short_date(mentor.leaving_on, today)))
        told = " · ".join(part for part in away if part)
        self._away.setText(told)
        self._away.setVisible(bool(told))
        self._show_address(mentor.email.strip())
        days = mentor.stay_in_touch_days
        every = self.tr("Every {days}").format(days=day_count(days)) if days else ""
        tags = ", ".join(mentor.tags)
        self._rows["role"].show_value(mentor.role, word(mentor.role))
        self._rows["specialty"].show_value(mentor.specialty, mentor.specialty)
        self._rows["tags"].show_value(tags, tags)
        self._rows["stay_in_touch_days"].show_value(days, every)

    def _show_address(self, address: str) -> None:
        """The form keeps what was typed, so what is wrong with it is said here."""
        wrong = bool(address) and not is_address(address)
        self._address.setVisible(wrong)
        if wrong:
            words = self.tr("This address looks incomplete.")
            self._address.set("warning", words, address, button=self.tr("Edit"))

    def begin(self) -> None:
        """F2: the row that has the focus, else the first one."""
        rows = list(self._rows.values())
        chosen = next(
            (row for row in rows if row.isAncestorOf(self.focusWidget() or self)), rows[0]
        )
        chosen.begin()

    def _on_saved(self, value: object) -> None:
        field = next(name for name, row in self._rows.items() if row is self.sender())
        self.changed.emit(field, str(value).split(",") if field == "tags" else value)
