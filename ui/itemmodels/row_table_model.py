"""The one model of every list: frozen rows, sorted and filtered in Python.

A proxy model asks for data hundreds of thousands of times to sort 20,000 rows; sorting the list
here takes milliseconds.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from operator import is_
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from PySide6.QtCore import QObject

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row itself."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
"""The native value of a cell."""

_MOST_RUNS = 24
"""Past so many separate insertions and removals a view is faster with one reset."""
_MANY = 1_000
"""From so many rows on the texts that search compares are folded ahead of the first key."""
_SLICE = 100
"""Rows that are folded at a time: 1 ms."""


def folded(text: str) -> str:
    """Text as search compares it: without case and diacritics, so "ibanez" finds "Ibáñez"."""
    text = text.casefold()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@dataclass(frozen=True)
class Column(Generic[R]):
    """`sort_key` gives a value that compares with those of other rows; None sorts last both ways.

    `descending` is the order that a first click on the header asks for.
    """

    header: str
    text: Callable[[R], str]
    sort_key: Callable[[R], Any] | None = None
    tooltip: Callable[[R], str] | None = None
    right: bool = False
    descending: bool = False
    searched: bool = True


class RowTableModel(QAbstractTableModel, Generic[R]):
    """`key` names a row across reloads; `spoken` is what a screen reader says of a row."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        spoken: Callable[[R], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._spoken = spoken
        self._all: list[R] = []
        self._ordered: list[R] | None = None
        self._base: list[R] | None = None
        self._base_keys: list[Hashable] = []
        self._texts: dict[Hashable, str] = {}
        self._found: tuple[list[str], list[int]] | None = None
        self._shown: list[R] = []
        self._keys: list[Hashable] = []
        self._places: dict[Hashable, int] = {}
        self._words: list[str] = []
        self._filter: Callable[[R], bool] | None = None
        self._order: tuple[int, bool] | None = None
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._fold_some)

    # --- what pages call --------------------------------------------------------------------------

    def set_rows(self, rows: Iterable[R]) -> None:
        self._all = list(rows)
        self._ordered = self._base = None
        self._texts = {}
        self._renew()
        if len(self._all) >= _MANY:
            self._folding.start()

    def set_search(self, text: str) -> None:
        """Show rows that contain every word, in any searched column."""
        self._words = folded(text).split()
        self._renew()

    def set_filter(self, keep: Callable[[R], bool] | None) -> None:
        self._filter = keep
        self._base = None
        self._renew()

    @property
    def rows(self) -> list[R]:
        """The rows that are shown, in their order."""
        return list(self._shown)

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._all)

    def row(self, index: Index) -> R | None:
        return self._shown[index.row()] if index.isValid() else None

    def index_of(self, key: Hashable, column: int = 0) -> QModelIndex:
        """An invalid index where no such row is shown."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place, column)

    def key_at(self, index: Index) -> Hashable | None:
        row = self.row(index)
        return None if row is None else self._key(row)

    @property
    def order(self) -> tuple[int, bool] | None:
        """The sorted column and whether it descends."""
        return self._order

    # --- what views call --------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == SORT_ROLE:
            return column.sort_key(row) if column.sort_key else column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            whole = self._spoken is not None and index.column() == 0
            return self._spoken(row) if whole and self._spoken else column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip is not None:
            return column.tooltip(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._ordered = self._base = None
        self._renew()

    # --- how rows come and go --------------------------------------------------------------------

    def _renew(self) -> None:
        new, new_keys = self._kept()
        old_keys = self._keys
        if old_keys == new_keys:
            self._replace(new)
        elif len(old_keys) == len(new_keys) and set(old_keys) == set(new_keys):
            self._reorder(new, new_keys)
        else:
            self._change(new, old_keys, new_keys)

    def _kept(self) -> tuple[list[R], list[Hashable]]:
        """The rows to show and their keys. Sorted once for all filters, filtered once for all
        searches, since each keeps the order.
        """
        if self._ordered is None:
            self._ordered = self._sorted(self._all)
        if self._base is None:
            keep, key = self._filter, self._key
            ordered = self._ordered
            self._base = [row for row in ordered if keep(row)] if keep is not None else ordered
            self._base_keys = [key(row) for row in self._base]
            self._found = None
        rows, keys = self._base, self._base_keys
        if not self._words:
            return list(rows), list(keys)
        found = self._search(self._words)
        return [rows[place] for place in found], [keys[place] for place in found]

    def _search(self, words: list[str]) -> list[int]:
        """Places of the rows that hold all words, looked for only where they can still be."""
        assert self._base is not None
        places: Iterable[int] = range(len(self._base))
        if self._found is not None:
            before, found = self._found
            if all(any(old in new for new in words) for old in before):
                places = found
        keys, texts = self._base_keys, self._folded_texts()
        for word in words:  # the first word leaves few for the others
            places = [place for place in places if word in texts[keys[place]]]
        found = list(places)
        self._found = (list(words), found)
        return found

    def _folded_texts(self) -> dict[Hashable, str]:
        """By key, folded once a row, not once a keystroke."""
        if len(self._texts) < len(self._all):
            self._fold(self._all[len(self._texts) :])
        return self._texts

    def _fold_some(self) -> None:
        """Ahead of the first key, while there is nothing else to do."""
        begun = len(self._texts)
        self._fold(self._all[begun : begun + _SLICE])
        if len(self._texts) in (begun, len(self._all)):
            self._folding.stop()

    def _fold(self, rows: list[R]) -> None:
        searched = [column.text for column in self._columns if column.searched]
        key, texts = self._key, self._texts
        for row in rows:
            texts[key(row)] = folded("\n".join([text(row) for text in searched]))

    def _sorted(self, rows: list[R]) -> list[R]:
        if self._order is None:
            return rows
        column, descending = self._columns[self._order[0]], self._order[1]
        key: Callable[[R], Any] = column.sort_key or column.text
        pairs = [(key(row), row) for row in rows]
        known = [pair for pair in pairs if pair[0] is not None]
        known.sort(key=_first, reverse=descending)
        return [row for _, row in known] + [row for value, row in pairs if value is None]

    def _replace(self, new: list[R]) -> None:
        """The same rows in the same order: only what differs is painted again."""
        old, self._shown = self._shown, new
        if all(map(is_, new, old)):
            return  # a filter hands out the very same rows
        last = len(self._columns) - 1
        start: int | None = None
        for place in range(len(new) + 1):
            # Comparing the fields of the same row takes far longer.
            same = place >= len(new) or new[place] is old[place] or new[place] == old[place]
            differs = not same
            if differs and start is None:
                start = place
            elif not differs and start is not None:
                self.dataChanged.emit(self.index(start, 0), self.index(place - 1, last))
                start = None

    def _reorder(self, new: list[R], new_keys: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._key(self._shown[index.row()]) for index in before]
        old = {self._key(row): row for row in self._shown}
        self._set_shown(new, new_keys)
        after = [
            self.index(self._places[key], index.column())
            for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        last = len(self._columns) - 1
        for place, key in enumerate(new_keys):
            if new[place] is not old[key] and new[place] != old[key]:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def _change(self, new: list[R], old_keys: list[Hashable], new_keys: list[Hashable]) -> None:
        new_set, old_set = set(new_keys), set(old_keys)
        gone = _runs([key not in new_set for key in old_keys])
        come = _runs([key not in old_set for key in new_keys])
        stayed = [key for key in old_keys if key in new_set]
        in_order = stayed == [key for key in new_keys if key in old_set]
        if not in_order or len(gone) + len(come) > _MOST_RUNS:
            self.beginResetModel()
            self._set_shown(new, new_keys)
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            rows = self._shown[:first] + self._shown[last + 1 :]
            self._set_shown(rows, [self._key(row) for row in rows])
            self.endRemoveRows()
        for first, last in come:
            self.beginInsertRows(QModelIndex(), first, last)
            rows = self._shown[:first] + new[first : last + 1] + self._shown[first:]
            self._set_shown(rows, [self._key(row) for row in rows])
            self.endInsertRows()
        self._replace(new)

    def _set_shown(self, rows: list[R], keys: list[Hashable]) -> None:
        self._shown = rows
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _runs(marks: list[bool]) -> list[tuple[int, int]]:
    """First and last place of each stretch of true marks."""
    found: list[tuple[int, int]] = []
    for place, mark in enumerate(marks):
        if not mark:
            continue
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
