"""The dates of a day and, below a heading, what comes after it: one line each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from lordesk.kinds import Stage
from ui.itemmodels.row_table_model import Column, RowTableModel
from ui.wording import calendar as words
from ui.wording import dates
from ui.wording.stages import attention_pill, stage_pill

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QObject

    from lordesk.rows.dates import DateRow
    from ui.wording.stages import PillWords

_LETTERS = ("letter", "ask")
_MOVABLE = ("letter", "plan_item", "reminder", "meeting", "application_date", "application")


class Part(StrEnum):
    ENTRY = "entry"
    HEADING = "heading"
    AFTER = "after"


class DayLine(NamedTuple):
    """`first` is the line that nothing stands above; a heading has no row."""

    part: Part
    title: str
    detail: str = ""
    row: DateRow | None = None
    first: bool = False

    @property
    def pills(self) -> tuple[PillWords, ...]:
        """Where the letter of a date stands."""
        row = self.row
        if row is None or row.code not in _LETTERS:
            return ()
        stage = (stage_pill(row.stage),) if row.stage is not None else ()
        pressing = (attention_pill(row.attention),) if row.attention is not None else ()
        return stage + pressing

    @property
    def writes(self) -> bool:
        """Whether its request is still to be written."""
        row = self.row
        return row is not None and (
            row.code == "ask" or (row.code == "letter" and row.stage is Stage.PLANNED)
        )

    @property
    def actions(self) -> list[str]:
        """What can be done with an entry: of "write", "open", "move", "done", "remove"."""
        row = self.row
        if row is None:
            return []
        found = ["write", "open"] if self.writes else ["open"]
        if row.source in _MOVABLE and not row.done:
            found.append("move")
        if row.source in ("reminder", "plan_item") and not row.done:
            found.append("done")
        if row.source in ("reminder", "meeting", "application_date"):
            found.append("remove")
        return found


def lines_of(rows: Sequence[DateRow], after: Sequence[DateRow]) -> list[DayLine]:
    found = [
        DayLine(Part.ENTRY, words.title(row), words.detail(row), row, first=place == 0)
        for place, row in enumerate(rows)
    ]
    if after:
        heading = QCoreApplication.translate("CalendarSide", "After that")
        found.append(DayLine(Part.HEADING, heading, first=not rows))
        found += [DayLine(Part.AFTER, words.title(row), words.detail(row), row) for row in after]
    return found


class DayModel(RowTableModel[DayLine]):
    def __init__(self, parent: QObject | None = None) -> None:
        header = QCoreApplication.translate("CalendarSide", "Dates of the day")
        super().__init__((Column(header, _text),), key=_key, spoken=_spoken, parent=parent)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        line = self.row(index)
        if line is None or line.part is Part.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _key(line: DayLine) -> Hashable:
    row = line.row
    return line.part if row is None else (line.part, row.source, row.source_id, row.code)


def _text(line: DayLine) -> str:
    return f"{line.title}, {line.detail}" if line.detail else line.title


def _spoken(line: DayLine) -> str:
    if line.row is None:
        return line.title
    if line.part is Part.AFTER:
        return f"{dates.row_date(line.row.on)}, {_text(line)}"
    return ", ".join((_text(line), *(pill.word for pill in line.pills)))
