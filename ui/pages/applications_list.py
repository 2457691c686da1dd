"""The left side of Applications: all of them with their rings, and the way to one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from ui.delegates.application_row import HEIGHT, ApplicationRowDelegate
from ui.itemmodels.application_list import application_list
from ui.itemmodels.selection_keeper import SelectionKeeper
from ui.widgets.buttons import Button
from ui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent

    from lordesk.clock import Clock
    from ui.itemmodels.application_list import ApplicationItem
    from ui.widgets.look import Look


_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class _List(QListView):
    removal_requested = Signal()
    edit_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, look: Look, clock: Clock) -> None:
        super().__init__()
        self._rows = ApplicationRowDelegate(look, clock, self)
        self.setItemDelegate(self._rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ringed(event.reason() in _KEYBOARD)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_ringed(False)
        super().mousePressEvent(event)

    def _set_ringed(self, by_keyboard: bool) -> None:
        self._rows.ringed = by_keyboard
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._set_ringed(True)
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            center = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(center if keyboard else event.globalPos())


class ApplicationsList(QWidget):
    """`chosen` carries the id of the application that is shown at the right."""

    chosen = Signal(int)
    add_requested = Signal()

    def __init__(self, look: Look, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.model = application_list(clock, self)
        self.view = _List(look, clock)
        self._build()
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._add.clicked.connect(self.add_requested)
        look.changed.connect(self._fit)

    def _build(self) -> None:
        look, view = self._look, self.view
        view.setAccessibleName(self.tr("Applications"))
        view.setModel(self.model)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._keeper = SelectionKeeper(self.model, view.selectionModel())
        self._add = Button(look, self.tr("Add application"), "quiet", "plus", tone="text-secondary")
        title = Label(look, self.tr("Applications"), "display")
        title.setIndent(12)
        column = self._column = QVBoxLayout(self)
        self.set_narrow(False)
        column.setSpacing(0)
        column.addWidget(title)
        column.addSpacing(16)
        column.addWidget(view, 1)
        column.addSpacing(8)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)

    def set_narrow(self, narrow: bool) -> None:
        edge = 8 if narrow else 12
        self._column.setContentsMargins(edge, 24, edge, 16)

    @property
    def current_id(self) -> int | None:
        key = self.model.key_at(self.view.currentIndex())
        return key if isinstance(key, int) else None

    def set_items(self, items: list[ApplicationItem]) -> None:
        """The chosen one stays chosen; where it is gone, the first is."""
        self.model.set_rows(items)
        self._fit()
        if not self.view.currentIndex().isValid() and items:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def choose(self, application_id: int) -> None:
        index = self.model.index_of(application_id)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _on_current_changed(self, current: QModelIndex) -> None:
        key = self.model.key_at(current)
        if isinstance(key, int):
            self.chosen.emit(key)

    def _fit(self) -> None:
        """No higher than its rows, so that the button follows them."""
        self.view.setMaximumHeight(self.model.rowCount() * self._look.px(HEIGHT))
