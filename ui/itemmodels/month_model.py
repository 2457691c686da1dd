"""Six weeks of days with their dates, as a table with real cells."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lordesk.kinds import Attention
from ui.itemmodels.row_table_model import ROW_ROLE
from ui.wording import calendar as words
from ui.wording import dates
from ui.wording.stages import PillWords, date_pill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from lordesk.rows.dates import DateRow

Index = QModelIndex | QPersistentModelIndex
WEEKS = 6
DAYS = 7
_MOST_DAYS = 10 * WEEKS * DAYS
DAY_ROLE = ROW_ROLE + 10
"""The day of a cell; ROW_ROLE gives its dates as a tuple."""


class DayPill(NamedTuple):
    face: PillWords
    words: str


class HiddenPills(NamedTuple):
    """How many have no room, in the color of the most urgent of them."""

    number: int
    color: str = "text-secondary"


def first_shown(month: date, first_weekday: int) -> date:
    """The day of the top left cell; `first_weekday` is 0 for Monday to 6 for Sunday."""
    first = month.replace(day=1)
    return first - timedelta(days=(first.weekday() - first_weekday) % 7)


_URGENCY = {attention: place for place, attention in enumerate(Attention)}


def _urgency(row: DateRow) -> int:
    """Stable sorting keeps the order of kinds among equals."""
    return len(_URGENCY) if row.attention is None or row.done else _URGENCY[row.attention]


class MonthModel(QAbstractTableModel):
    def __init__(self, first_weekday: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first_weekday = first_weekday
        self._month = date(2000, 1, 1)
        self._start = first_shown(self._month, first_weekday)
        self._days: dict[date, tuple[DateRow, ...]] = {}
        self._urgent_first: dict[date, tuple[DateRow, ...]] = {}
        self._pills: dict[tuple[DateRow, ...], tuple[DayPill, ...]] = {}

    @property
    def month(self) -> date:
        return self._month

    @property
    def shown_days(self) -> tuple[date, date]:
        """The first and the last day that a month shows."""
        return self._start, self._start + timedelta(days=WEEKS * DAYS - 1)

    def span_of(self, month: date) -> tuple[date, date]:
        start = first_shown(month, self._first_weekday)
        return start, start + timedelta(days=WEEKS * DAYS - 1)

    def set_month(self, month: date, rows: Iterable[DateRow]) -> None:
        """Show another month, or the same one with other dates."""
        days: dict[date, list[DateRow]] = {}
        for row in rows:
            days.setdefault(row.on, []).append(row)
        self._month = month.replace(day=1)
        self._start = first_shown(month, self._first_weekday)
        self._days = {day: tuple(found) for day, found in days.items()}
        self._urgent_first = {}
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DAYS - 1)

    def day(self, index: Index) -> date:
        return self._start + timedelta(days=index.row() * DAYS + index.column())

    def rows_on(self, day: date) -> tuple[DateRow, ...]:
        return self._days.get(day, ())

    def painted_on(self, day: date, most: int) -> tuple[DateRow, ...]:
        """In order; where not all have room the urgent ones come first, so that none is hidden."""
        rows = self.rows_on(day)
        if len(rows) <= most:
            return rows
        found = self._urgent_first.get(day)
        if found is None:
            found = self._urgent_first[day] = tuple(sorted(rows, key=_urgency))
        return found

    def pills_on(self, day: date, most: int) -> tuple[DayPill, ...]:
        """Those that have room. Worded once: days are painted far more often than they change."""
        rows = self.painted_on(day, most)[:most]
        found = self._pills.get(rows)
        if found is None:
            if len(self._pills) >= _MOST_DAYS:
                self._pills.clear()
            found = self._pills[rows] = tuple(
                DayPill(date_pill(row.kind, row.attention, row.done), words.pill_words(row))
                for row in rows
            )
        return found

    def hidden_on(self, day: date, most: int) -> HiddenPills:
        """What `pills_on` leaves out; the most urgent of it comes first."""
        hidden = self.painted_on(day, most)[most:]
        if not hidden or hidden[0].attention is None:
            return HiddenPills(len(hidden))
        row = hidden[0]
        return HiddenPills(len(hidden), date_pill(row.kind, row.attention, row.done).fg)

    def index_of(self, day: date) -> QModelIndex:
        """Invalid where the day is not shown."""
        place = (day - self._start).days
        if not 0 <= place < WEEKS * DAYS:
            return QModelIndex()
        return self.index(place // DAYS, place % DAYS)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WEEKS

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self.day(index)
        rows = self.rows_on(day)
        if role == DAY_ROLE:
            return day
        if role == ROW_ROLE:
            return rows
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.spoken_day(day, rows)
        if role == Qt.ItemDataRole.ToolTipRole and rows:
            return "\n".join(f"{words.title(row)}: {words.detail(row)}" for row in rows)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return dates.weekday(self._start + timedelta(days=section))
        return None
