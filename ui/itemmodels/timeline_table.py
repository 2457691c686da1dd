"""The timeline of a mentor: one column, the first entry of each month carries its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.rows.late import dataclass
from ui.itemmodels.row_table_model import Column, RowTableModel
from ui.wording import dates, interactions
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from lordesk.rows.people import InteractionRow


@dataclass(frozen=True)
class TimelineEntry:
    """`month` is empty for all but the first entry of a month."""

    row: InteractionRow
    month: str


def entries(rows: Iterable[InteractionRow], group: str) -> list[TimelineEntry]:
    """Newest first, those of one group of `wording.interactions.GROUPS`."""
    found: list[TimelineEntry] = []
    last: tuple[int, int] | None = None
    for row in rows:
        if group not in ("all", interactions.group(row.kind)):
            continue
        month = (row.on.year, row.on.month)
        found.append(TimelineEntry(row, dates.month_year(row.on) if month != last else ""))
        last = month
    return found


def second_line(row: InteractionRow) -> str:
    """ "Thu, Aug 13 · Email"."""
    parts = [dates.row_date(row.on), word(row.kind)]
    if row.next_step:
        text = QCoreApplication.translate("Timeline", "next: {step}")
        parts.append(text.format(step=row.next_step))
    return " · ".join(parts)


def timeline_table(parent: QObject | None = None) -> RowTableModel[TimelineEntry]:
    def text(entry: TimelineEntry) -> str:
        return f"{interactions.headline(entry.row)}, {second_line(entry.row)}"

    def spoken(entry: TimelineEntry) -> str:
        return ", ".join(part for part in (entry.month, text(entry)) if part)

    header = QCoreApplication.translate("Timeline", "Timeline")
    return RowTableModel(
        (Column(header, text),), key=lambda entry: entry.row.id, spoken=spoken, parent=parent
    )
