"""What a row says when the mouse rests on it: as typed, though Qt would guess markup in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.widgets.text import as_tip

Index = QModelIndex | QPersistentModelIndex


def show_tip(view: QAbstractItemView, event: QHelpEvent, words: str) -> None:
    """Nothing to say takes away what stands there."""
    shown = as_tip(words)
    if shown != words:
        shown = shown.replace("\n", "<br>")
    QToolTip.showText(event.globalPos(), shown, view)


class TipDelegate(QStyledItemDelegate):
    """A subclass whose words can be cut says them whole in `tip`."""

    def tip(self, option: QStyleOptionViewItem, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.ToolTipRole) or "")

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        show_tip(view, event, self.tip(option, index) if index.isValid() else "")
        return True


class TipHeader(QHeaderView):
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        section, tip = self.logicalIndexAt(event.pos()), Qt.ItemDataRole.ToolTipRole
        words = self.model().headerData(section, self.orientation(), tip)
        show_tip(self, event, str(words or ""))
        return True
