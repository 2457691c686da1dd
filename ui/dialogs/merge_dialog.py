"""Two records side by side; where they differ, the user says which one is right."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from lordesk.domain.duplicates import differing
from lordesk.errors import LordeskError
from lordesk.kinds import Channel, MentorRole
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_parts import beside
from ui.widgets.checks import RadioButton
from ui.widgets.text import Label, set_tip
from ui.wording.dates import clock, full_date
from ui.wording.kinds import word
from ui.wording.mentors import field_name

if TYPE_CHECKING:
    from lordesk.domain.duplicates import Difference
    from lordesk.rows.people import MentorRow
    from lordesk.services.mentor_merge import MentorMergeService
    from ui.desk import Desk

_LONGEST = 80


class MergeDialog(Dialog):
    """`merged` has the id of the record that is kept: the older one."""

    merged = Signal(int)

    def __init__(
        self,
        desk: Desk,
        merge: MentorMergeService,
        keep: MentorRow,
        other: MentorRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, self.tr("One person, two records"), 600, parent)
        self._merge = merge
        self._ids = (keep.id, other.id)
        self._groups: dict[str, QButtonGroup] = {}
        text = self.tr(
            "Letters, contacts, moments and tasks of both stay. Notes and tags are put together."
        )
        self.body.addWidget(Label(desk.look, text, "small", "text-secondary", wrap=True))
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        found = differing(keep, other)
        for difference in found:
            column.addWidget(self._question(difference))
        if not found:
            same = self.tr("The two records contradict each other in nothing.")
            column.addWidget(Label(desk.look, same, wrap=True))
        self.add_form(form)
        self.add_buttons(self.tr("Merge"), self.tr("Keep both"))

    def choices(self) -> dict[str, str]:
        return {
            name: "keep" if group.checkedId() == 0 else "other"
            for name, group in self._groups.items()
        }

    def _question(self, difference: Difference) -> QWidget:
        whole = QWidget()
        name = field_name(difference.field)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(self._look, name, "label"))
        group = QButtonGroup(whole)
        buttons = []
        for place, value in enumerate((difference.keep, difference.other)):
            # A photo has no words of its own; its hash says nothing to anybody.
            photo = (self.tr("The first photo"), self.tr("The second photo"))[place]
            text = photo if difference.field == "photo" else _shown(value)
            button = RadioButton(self._look, _cut(text))
            set_tip(button, text)
            button.setAccessibleDescription(name)
            group.addButton(button, place)
            buttons.append(button)
        group.button(0 if difference.choice == "keep" else 1).setChecked(True)
        column.addLayout(beside(*buttons))
        self._groups[difference.field] = group
        return whole

    def _save(self) -> None:
        try:
            self._merge.merge(*self._ids, self.choices())
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self.merged.emit(self._ids[0])
        self._desk.say()


def _shown(value: object) -> str:
    """A value as the form shows it."""
    if isinstance(value, MentorRole | Channel):
        return word(value)
    if isinstance(value, date):
        return full_date(value)
    if isinstance(value, time):
        return clock(value)
    return str(value)


def _cut(text: str) -> str:
    """In one line, a long text by its beginning; the tip has it whole."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
