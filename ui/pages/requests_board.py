"""The board: one lane a stage, cards moved by drag, by Alt+arrows or by the menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QItemSelectionModel, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lordesk.domain import status
from lordesk.kinds import Stage
from ui.delegates.request_card import RequestCardDelegate
from ui.itemmodels.request_columns import lane_columns
from ui.itemmodels.row_table_model import RowTableModel
from ui.itemmodels.selection_keeper import SelectionKeeper
from ui.widgets import draw
from ui.widgets.buttons import Button
from ui.widgets.text import IconLabel, Label
from ui.wording.kinds import word
from ui.wording.requests import spoken
from ui.wording.stages import stage_pill

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from lordesk.clock import Clock
    from lordesk.rows.letters import LetterRow
    from ui.widgets.look import Look

LANES = (
    Stage.PLANNED,
    Stage.ASKED,
    Stage.AGREED,
    Stage.WRITING,
    Stage.SUBMITTED,
    Stage.THANKED,
)
MIME = "application/x-lordesk-request"
_NARROW_LANE = 154
_LEAST_LANE = 136
"""A full name fits a card; where six of these lack room, the board scrolls sideways."""
_NEARLY = 0.95
"""Of that width: rather a word cut than a board that scrolls by a few pixels."""
_BETWEEN = 8
_MARGIN = 6


class _Cards(RowTableModel["LetterRow"]):
    """Qt begins a drag only for rows that say they can be dragged."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags


class LaneView(QListView):
    """The cards of a stage; it gives cards away and takes them in by their request's id."""

    dropped = Signal(int)
    moved = Signal(object, int)
    """A letter, and one lane to the left (-1) or to the right (1)."""
    opened = Signal(object)
    menu_requested = Signal(object, QPoint)
    neighbor_requested = Signal(int)
    remove_requested = Signal(object)
    file_dropped = Signal(object, object)
    """A letter and the path of a file that was dropped on its card."""

    def __init__(self, look: Look, clock: Clock, stage: Stage) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(word(stage))
        self.setProperty("ring_radius", -1)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        today = clock.today()
        self.letters = _Cards(
            lane_columns(today),
            key=lambda letter: (letter.id, letter.mentor_id),
            spoken=lambda letter: spoken(letter, clock.today()),
            parent=self,
        )
        self.setModel(self.letters)
        self.cards = RequestCardDelegate(look, clock, self)
        self.setItemDelegate(self.cards)
        self._keeper = SelectionKeeper(self.letters, self.selectionModel())
        self.verticalScrollBar().rangeChanged.connect(self._fit)
        self._fit()
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.doubleClicked.connect(self._on_double_clicked)

    def _fit(self) -> None:
        """The scroll bar takes the margin of the lane before it takes room from the cards."""
        scrolls = self.verticalScrollBar().maximum() > 0
        self.setViewportMargins(0, 0, 0 if scrolls else _MARGIN, 0)

    def current(self) -> LetterRow | None:
        return self.letters.row(self.currentIndex())

    def select_first(self) -> None:
        if self.letters.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.letters.index(0, 0))

    def startDrag(self, actions: Qt.DropAction) -> None:
        letter = self.current()
        if letter is None:
            return
        data = QMimeData()
        data.setData(MIME, QByteArray(str(letter.request_id).encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        rect = self.visualRect(self.currentIndex())
        drag.setPixmap(self.viewport().grab(rect))
        drag.setHotSpot(QPoint(rect.width() // 2, 20))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A card may be dropped anywhere on the lane, a file on a card only."""
        on_card = self.indexAt(event.position().toPoint()).isValid()
        if event.mimeData().hasFormat(MIME) or (event.mimeData().hasUrls() and on_card):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        if data.hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(int(data.data(MIME).toStdString()))
            return
        letter = self.letters.row(self.indexAt(event.position().toPoint()))
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if letter is not None and paths:
            event.acceptProposedAction()
            self.file_dropped.emit(letter, paths[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = self.current()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if letter is not None:
                self.moved.emit(letter, step)
        elif step is not None:
            self.neighbor_requested.emit(step)
        elif letter is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(letter)
        elif letter is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(letter)
        else:
            super().keyPressEvent(event)

    def _on_menu_requested(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            index = self.currentIndex()
        letter = self.letters.row(index)
        if letter is not None:
            self.setCurrentIndex(index)
            self.menu_requested.emit(letter, self.viewport().mapToGlobal(at))

    def _on_double_clicked(self) -> None:
        letter = self.current()
        if letter is not None:
            self.opened.emit(letter)


class Lane(QWidget):
    """A stage with its heading; Planned ends with "Plan a letter"."""

    plan_clicked = Signal()
    dropped = Signal(int, object)

    def __init__(self, look: Look, clock: Clock, stage: Stage) -> None:
        super().__init__()
        self._look = look
        self.stage = stage
        self.view = LaneView(look, clock, stage)
        self.view.dropped.connect(self._on_dropped)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 0, 0, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        head.setSpacing(8)
        pill = stage_pill(stage)
        head.addWidget(IconLabel(look, pill.icon, 16, "text-secondary"))
        head.addWidget(Label(look, pill.word, "bodyStrong"))
        self._count = Label(look, "", "body", "text-secondary", tnum=True)
        head.addWidget(self._count)
        head.addStretch(1)
        holder = QWidget()
        holder.setFixedHeight(look.px(44))
        holder.setLayout(head)
        column.addWidget(holder)
        column.addWidget(self.view, 1)
        self._plan: Button | None = None
        if stage is Stage.PLANNED:
            self._plan = Button(
                look, self.tr("Plan a letter"), "quiet", "plus", "small", tone="text-secondary"
            )
            self._plan.clicked.connect(self.plan_clicked)
            column.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignLeft)
            column.addStretch(0)
        self.setAcceptDrops(True)

    def set_letters(self, letters: list[LetterRow]) -> None:
        self.view.letters.set_rows(letters)
        self._count.setText(str(len(letters)))
        self._fit()

    def _fit(self) -> None:
        """What stands below the cards follows them directly."""
        if self._plan is not None:
            rows = self.view.letters.rowCount()
            self.view.setMaximumHeight(rows * self.view.cards.height + 2)

    def _on_dropped(self, request_id: int) -> None:
        self.dropped.emit(request_id, self.stage)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_NARROW_LANE)
        if narrow != self.view.cards.narrow:
            self.view.cards.narrow = narrow
            self.view.scheduleDelayedItemsLayout()
            self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._on_dropped(int(event.mimeData().data(MIME).toStdString()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.box(painter, self._look, QRectF(self.rect()), 10, "hover")


class Board(QScrollArea):
    """Six equal lanes; the arrow keys go from lane to lane."""

    dropped = Signal(int, object)
    moved = Signal(object, int)
    opened = Signal(object)
    menu_requested = Signal(object, QPoint)
    plan_clicked = Signal()
    remove_requested = Signal(object)
    file_dropped = Signal(object, object)

    def __init__(self, look: Look, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        self.lanes: list[Lane] = []
        for stage in LANES:
            lane = Lane(look, clock, stage)
            lane.dropped.connect(self.dropped)
            lane.plan_clicked.connect(self.plan_clicked)
            lane.view.moved.connect(self.moved)
            lane.view.opened.connect(self.opened)
            lane.view.menu_requested.connect(self.menu_requested)
            lane.view.remove_requested.connect(self.remove_requested)
            lane.view.file_dropped.connect(self.file_dropped)
            lane.view.neighbor_requested.connect(self._go_to_neighbor)
            lane.view.selectionModel().currentChanged.connect(self._on_current_changed)
            self.lanes.append(lane)
            row.addWidget(lane, 1)
        self.setWidget(ground)
        self.viewport().setAutoFillBackground(False)
        ground.setAutoFillBackground(False)
        look.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least, count = self._look.px(_LEAST_LANE), len(self.lanes)
        equal = (self.width() - _BETWEEN * (count - 1)) / count
        for lane in self.lanes:
            lane.setMinimumWidth(0 if equal >= least * _NEARLY else least)
            lane.setMaximumWidth(self._look.px(240))

    def set_letters(self, letters: list[LetterRow]) -> None:
        """In each lane, what presses most stands first."""
        today = self._clock.today()

        def urgency(letter: LetterRow) -> tuple[bool, date, int]:
            card = status.date_that_matters(letter, today)
            return card is None, card.on if card is not None else today, letter.id

        for lane in self.lanes:
            here = [letter for letter in letters if letter.stage is lane.stage]
            lane.set_letters(sorted(here, key=urgency))

    def select(self, letter_id: int) -> bool:
        """Select and focus the card of a letter; False where it is on no lane."""
        for lane in self.lanes:
            for letter in lane.view.letters.rows:
                if letter.id == letter_id:
                    key = (letter.id, letter.mentor_id)
                    lane.view.setCurrentIndex(lane.view.letters.index_of(key))
                    lane.view.setFocus(Qt.FocusReason.OtherFocusReason)
                    self.ensureWidgetVisible(lane, 0, 0)
                    return True
        return False

    def _on_current_changed(self) -> None:
        """One card is selected on the whole board."""
        sender = self.sender()
        for lane in self.lanes:
            selection = lane.view.selectionModel()
            if selection is not sender and selection.currentIndex().isValid():
                selection.blockSignals(True)
                selection.setCurrentIndex(
                    selection.currentIndex().sibling(-1, -1),
                    QItemSelectionModel.SelectionFlag.Clear,
                )
                selection.blockSignals(False)
                lane.view.viewport().update()

    def _go_to_neighbor(self, step: int) -> None:
        views = [lane.view for lane in self.lanes]
        focused = next((place for place, view in enumerate(views) if view.hasFocus()), 0)
        place = focused + step
        while 0 <= place < len(views):
            if views[place].letters.rowCount():
                views[place].setFocus(Qt.FocusReason.TabFocusReason)
                views[place].select_first()
                self.ensureWidgetVisible(self.lanes[place], 0, 0)
                return
            place += step
