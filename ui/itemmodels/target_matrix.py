"""Letters by targets, as a table with real cells: needs, one column a letter, the sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lordesk.kinds import Stage
from lordesk.rows.late import dataclass
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.wording import applications as words
from ui.wording import grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from lordesk.rows.letters import AssignmentRow, LetterRow, TargetRow

Index = QModelIndex | QPersistentModelIndex

LETTER_ROLE = ROW_ROLE + 20
"""The letter of a column; nothing for the first and the last one."""
CELL_ROLE = ROW_ROLE + 21
"""A `Cell` where a letter meets a target."""
LOOSE_ROLE = ROW_ROLE + 22
"""Whether the letter of a column is in and goes nowhere yet."""

NEEDS = 0
_IN = (Stage.SUBMITTED, Stage.THANKED)
_CLOSED = (Stage.DECLINED, Stage.WITHDRAWN)


@dataclass(frozen=True)
class MatrixRow:
    """A target with what its letters come to; the codes are those of `TargetSummary`."""

    target: TargetRow
    code: str
    here: int
    to_come: int
    short: int
    missing: str = ""

    @property
    def summary(self) -> str:
        return words.summary(self.code, self.here, self.to_come, self.short)


@dataclass(frozen=True)
class Cell:
    """`state` is "in", "to-come", "off", or "closed": assigned, yet declined or withdrawn.

    `proved` where a file shows that the letter arrived.
    """

    state: str
    locked: bool
    proved: bool = False

    @property
    def assigned(self) -> bool:
        return self.state != "off"


class TargetMatrix(QAbstractTableModel):
    """The vertical header names the targets, so they stay where the cells scroll sideways."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters: tuple[LetterRow, ...] = ()
        self._rows: tuple[MatrixRow, ...] = ()
        self._assigned: list[dict[int, AssignmentRow]] = []
        self._cap: int | None = None

    def set_content(
        self, letters: Sequence[LetterRow], rows: Sequence[MatrixRow], cap: int | None
    ) -> None:
        same = [r.target.id for r in rows] == [r.target.id for r in self._rows] and [
            x.id for x in letters
        ] == [x.id for x in self._letters]
        if not same:
            self.beginResetModel()
        self._letters, self._rows, self._cap = tuple(letters), tuple(rows), cap
        self._assigned = [{a.letter_id: a for a in row.target.assignments} for row in rows]
        if not same:
            self.endResetModel()
        elif rows:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, last))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    # --- what the page asks -----------------------------------------------------------------------

    @property
    def letters(self) -> tuple[LetterRow, ...]:
        return self._letters

    @property
    def summary_column(self) -> int:
        return len(self._letters) + 1

    def target_at(self, row: int) -> MatrixRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def place_of(self, target_id: int) -> int:
        """-1 where there is no such target."""
        places = (n for n, row in enumerate(self._rows) if row.target.id == target_id)
        return next(places, -1)

    def letter_at(self, column: int) -> LetterRow | None:
        return self._letters[column - 1] if 1 <= column <= len(self._letters) else None

    def cell(self, index: Index) -> Cell | None:
        letter = self.letter_at(index.column())
        if letter is None:
            return None
        assignment = self._assigned[index.row()].get(letter.id)
        if assignment is None:
            return Cell("off", False)
        locked = assignment.locked_at is not None
        if letter.stage in _CLOSED:
            return Cell("closed", locked)
        state = "in" if letter.stage in _IN else "to-come"
        return Cell(state, locked, assignment.proved)

    # --- what views ask ---------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._letters) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == CELL_ROLE:
            return self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._target_head(section, role)
        letter = self.letter_at(section)
        if role == LETTER_ROLE:
            return letter
        if role == LOOSE_ROLE:
            return letter is not None and self._is_loose(letter)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if letter is not None:
                return grid.letter_name(letter, self._is_loose(letter))
            return words.needs_head() if section == NEEDS else words.limit(self._cap)
        if role == Qt.ItemDataRole.ToolTipRole and letter is not None:
            return grid.letter_head(letter, self._is_loose(letter))
        return None

    def _is_loose(self, letter: LetterRow) -> bool:
        return letter.stage in _IN and not any(letter.id in row for row in self._assigned)

    def _target_head(self, section: int, role: int) -> Any:
        row = self.target_at(section)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.target.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.target_head(row.target)
        return None

    def _shown(self, index: Index) -> str:
        row = self._rows[index.row()]
        if index.column() == NEEDS:
            return words.needs(row.target)
        cell = self.cell(index)
        return row.summary if cell is None else words.cell(cell.state, cell.locked, cell.proved)

    def _spoken(self, index: Index) -> str:
        """ "Lakeshore University Hospital, Dr. Kwan: in and assigned"."""
        target, letter = self._rows[index.row()].target, self.letter_at(index.column())
        head = target.name if letter is None else f"{target.name}, {letter.mentor_short}"
        return f"{head}: {self._tooltip(index) or self._shown(index)}"

    def _tooltip(self, index: Index) -> str | None:
        """What is cut or only drawn, in words."""
        row = self._rows[index.row()]
        if index.column() == self.summary_column:
            return f"{row.summary}. {row.missing}" if row.missing else None
        return self._shown(index)
