"""Keeps what is selected through a reset of its model, by the keys of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QObject

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.itemmodels.row_table_model import RowTableModel


class SelectionKeeper(QObject):
    """Lives as a child of the selection model that it serves.

    Insertions, removals and sorting need no help; a filter that changes much is a reset.
    """

    def __init__(self, model: RowTableModel[Any], selection: QItemSelectionModel) -> None:
        super().__init__(selection)
        self._model = model
        self._selection = selection
        self._selected: list[Hashable | None] = []
        self._current: Hashable | None = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def _remember(self) -> None:
        self._selected = [self._model.key_at(i) for i in self._selection.selectedRows()]
        self._current = self._model.key_at(self._selection.currentIndex())

    def _restore(self) -> None:
        flag = QItemSelectionModel.SelectionFlag
        for key in self._selected:
            index = self._model.index_of(key)
            if index.isValid():
                self._selection.select(index, flag.Select | flag.Rows)
        current = self._model.index_of(self._current)
        if current.isValid():
            self._selection.setCurrentIndex(current, flag.NoUpdate)
