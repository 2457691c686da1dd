"""The list of applications: one column, a ring and three lines each."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.rows.late import dataclass
from ui.itemmodels.row_table_model import Column, RowTableModel
from ui.wording import applications as words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject

    from lordesk.clock import Clock
    from lordesk.rows.letters import ApplicationRow


@dataclass(frozen=True)
class ApplicationItem:
    """`states` are those of its letters, in the order of the ring."""

    row: ApplicationRow
    states: tuple[str, ...]
    pressing: bool

    @property
    def ring_words(self) -> str:
        """ "2/4"."""
        return f"{self.states.count('in')}/{len(self.states)}"


def application_list(clock: Clock, parent: QObject | None = None) -> RowTableModel[ApplicationItem]:
    def spoken(item: ApplicationItem) -> str:
        return words.spoken_application(item.row, clock.today(), item.pressing)

    def tooltip(item: ApplicationItem) -> str:
        # As markup, since Qt would guess whether a name is some.
        lines = (html.escape(line) for line in words.in_full(item.row, clock.today()))
        return f"<qt>{'<br>'.join(lines)}</qt>"

    header = QCoreApplication.translate("ApplicationList", "Application")
    column = Column(header, lambda item: item.row.name, tooltip=tooltip)
    return RowTableModel([column], key=lambda item: item.row.id, spoken=spoken, parent=parent)


def second_lines(item: ApplicationItem) -> tuple[str, str]:
    """The whole line, and what is left of it where there is no room."""
    return words.where(item.row), words.service_words(item.row)


def third_lines(item: ApplicationItem, today: date) -> tuple[str, str]:
    return words.letters_by(item.row, today), words.letters_day(item.row, today)


def third_face(item: ApplicationItem) -> tuple[str, str]:
    """Icon and the token of its color."""
    if item.pressing:
        return "triangle-alert", "warning-text"
    return "calendar-days", "text-secondary"
