"""A table of words: one line a row, a pill where a column has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from ui.delegates import paint
from ui.delegates.tips import TipDelegate
from ui.itemmodels.row_table_model import ROW_ROLE, RowTableModel
from ui.itemmodels.selection_keeper import SelectionKeeper
from ui.widgets.draw import PillFace
from ui.widgets.row_table import RowTable, SortHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPainter, QResizeEvent

    from ui.widgets.look import Look
    from ui.wording.stages import PillWords

Index = QModelIndex | QPersistentModelIndex
_ROW = 40
_PAD = 12


class PlainRowDelegate(TipDelegate):
    """`pills` gives the pill of a row for some columns; the others show their words."""

    def __init__(
        self,
        look: Look,
        table: RowTable,
        pills: Mapping[int, Callable[[Any], PillWords | None]],
    ) -> None:
        super().__init__(table)
        self._look = look
        self._table = table
        self._pills = pills

    def tip(self, option: QStyleOptionViewItem, index: Index) -> str:
        words = str(index.data() or "")
        first = index.column() == 0
        room = option.rect.width() - (2 * _PAD if first else _PAD)
        style = "bodyMedium" if first else "small"
        cut = paint.text_width(self._look, words, style, tnum=not first) > room
        return words if cut and index.column() not in self._pills else ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row = self._look, index.row()
        painter.save()
        paint.begin(painter)
        if index.column() == 0:
            selected = self._table.selectionModel().isRowSelected(row)
            ground = self._table.row_rect(row, 0)
            hot, ringed = self._table.is_hot(row), self._table.is_ringed(row)
            painter.setClipping(False)
            paint.row_background(painter, look, ground, hot, selected, ringed)
        rect = QRectF(option.rect).adjusted(0 if index.column() else _PAD, 0, -_PAD, 0)
        pill = self._pills.get(index.column())
        face = pill(index.data(ROW_ROLE)) if pill is not None else None
        if face is not None:
            at = QPointF(rect.left(), rect.center().y() - look.px(20) / 2)
            paint.pill(painter, look, at, PillFace(*face), rect.width())
        elif pill is None:
            first = index.column() == 0
            style, color = ("bodyMedium", "text") if first else ("small", "text-secondary")
            right = index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
            align = paint.RIGHT if right else paint.LEFT
            words = str(index.data() or "")
            paint.text(painter, look, rect, words, style, color, align, tnum=not first)
        painter.restore()


class PlainTable(RowTable):
    """A model shown as words under a header that sorts.

    `widths` fixes some columns, the others share what is left; a column in `least` is hidden
    while the table is narrower than that. Both are meant at 100 % text.
    """

    def __init__(
        self,
        look: Look,
        model: RowTableModel[Any],
        name: str,
        pills: Mapping[int, Callable[[Any], PillWords | None]] | None = None,
        widths: Mapping[int, int] | None = None,
        least: Mapping[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, _ROW, parent)
        self.setModel(model)
        self.setItemDelegate(PlainRowDelegate(look, self, pills or {}))
        header = SortHeader(look, self.tr("Columns of {name}").format(name=name), _PAD)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._widths, self._least = widths or {}, least or {}
        for column in self._widths:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        look.changed.connect(self._fit_columns)
        self._fit_columns()
        header.sorted_by.connect(model.sort)
        self.sorting = header
        self._keeper = SelectionKeeper(model, self.selectionModel())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        px = self._look.px
        for column, width in self._widths.items():
            self.horizontalHeader().resizeSection(column, px(width))
        for column, width in self._least.items():
            hidden = self.width() < px(width)
            if hidden != self.isColumnHidden(column):
                self.setColumnHidden(column, hidden)
