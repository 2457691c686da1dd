"""The columns of the list of mentors, and which rows its filters keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import MentorRole, Stage
from lordesk.rows.late import dataclass
from ui.itemmodels.row_table_model import Column, RowTableModel
from ui.wording import dates
from ui.wording.kinds import word
from ui.wording.stages import attention_pill, stage_pill

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject

    from lordesk.clock import Clock
    from lordesk.rows.people import MentorListRow

MENTOR, LETTER, CONTACT, FIT = range(4)

_STAGE_ORDER = {stage: place for place, stage in enumerate(Stage)}


@dataclass(frozen=True)
class MentorFilter:
    """Empty sets let everything pass. Stages hold None for mentors without a letter."""

    roles: frozenset[MentorRole] = frozenset()
    specialties: frozenset[str] = frozenset()
    archived: frozenset[bool] = frozenset()
    stages: frozenset[Stage | None] = frozenset()
    quiet: bool = False

    def keeps(self, row: MentorListRow) -> bool:
        return (
            (not self.archived or row.archived in self.archived)
            and (not self.roles or row.role in self.roles)
            and (not self.specialties or row.specialty in self.specialties)
            and (not self.stages or row.stage in self.stages)
            and (not self.quiet or row.quiet)
        )


def known_as(row: MentorListRow) -> str:
    """How the applicant knows this person, else the role."""
    return row.how_known or word(row.role)


def second_line(row: MentorListRow) -> str:
    """ "Sub-I attending · Hospital Medicine"."""
    return " · ".join(part for part in (known_as(row), row.specialty) if part)


def contact_text(row: MentorListRow, today: date) -> str:
    """ "5 days ago", however long ago: the list is about silence, so days say more."""
    if row.last_contact_on is None:
        return QCoreApplication.translate("MentorTable", "No contact yet")
    days = (today - row.last_contact_on).days
    if days > 1:
        return QCoreApplication.translate("MentorTable", "%n day(s) ago", "", days)
    text = dates.in_days(row.last_contact_on, today)
    return text[:1].upper() + text[1:]


def mentor_table(clock: Clock, parent: QObject | None = None) -> RowTableModel[MentorListRow]:
    # Thousands of rows share these few words.
    roles = {role: word(role) for role in MentorRole}
    stages = {stage: stage_pill(stage).word for stage in (None, *Stage)}

    def name(row: MentorListRow) -> str:
        return row.full_name

    def searched(row: MentorListRow) -> str:
        facts = (row.full_name, row.how_known, row.specialty, roles[row.role], row.email)
        return "\n".join((*facts, *row.tags))

    def letter(row: MentorListRow) -> str:
        return stages[row.stage]

    def stage_key(row: MentorListRow) -> int:
        return -1 if row.stage is None else _STAGE_ORDER[row.stage]

    def contact(row: MentorListRow) -> str:
        return contact_text(row, clock.today())

    def fit(row: MentorListRow) -> str:
        return "" if row.fit is None else str(row.fit)

    def spoken(row: MentorListRow) -> str:
        return spoken_row(row, clock.today())

    heads = _heads()
    columns = (
        Column(heads[0], searched, lambda row: row.full_name.casefold(), tooltip=name),
        Column(heads[1], letter, stage_key),
        Column(heads[2], contact, lambda row: row.last_contact_on, searched=False),
        Column(heads[3], fit, lambda row: row.fit, descending=True, searched=False),
    )
    return RowTableModel(columns, key=lambda row: row.id, spoken=spoken, parent=parent)


def _heads() -> tuple[str, str, str, str]:
    return (
        QCoreApplication.translate("MentorTable", "Mentor"),
        QCoreApplication.translate("MentorTable", "Letter"),
        QCoreApplication.translate("MentorTable", "Last contact"),
        QCoreApplication.translate("MentorTable", "Fit"),
    )


def spoken_row(row: MentorListRow, today: date) -> str:
    """The whole row for a screen reader: "Dr. Osei, asked, at risk, 11 days ago, fit 71"."""
    facts = [row.full_name, second_line(row), stage_pill(row.stage).word]
    if row.attention is not None:
        facts.append(attention_pill(row.attention).word)
    if row.unread_reply:
        facts.append(QCoreApplication.translate("MentorTable", "unread reply"))
    facts.append(contact_text(row, today))
    if row.quiet:
        facts.append(QCoreApplication.translate("MentorTable", "going quiet"))
    if row.fit is not None:
        facts.append(QCoreApplication.translate("MentorTable", "fit {fit}").format(fit=row.fit))
    if row.archived:
        facts.append(QCoreApplication.translate("MentorTable", "archived"))
    return ", ".join(facts)
