"""The bar below the board: who said no or was let go, folded until it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ui.delegates.request_card import RequestCardDelegate
from ui.itemmodels.request_columns import lane_columns
from ui.itemmodels.row_table_model import RowTableModel
from ui.widgets import draw
from ui.widgets.buttons import IconButton
from ui.widgets.meters import CountBadge
from ui.widgets.text import ElidedLabel, Label
from ui.wording.requests import declined_words, spoken

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.rows.letters import LetterRow
    from ui.widgets.look import Look

_CARD_WIDTH = 168


class DeclinedBar(QWidget):
    menu_requested = Signal(object, QPoint)

    def __init__(self, look: Look, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.count = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 16, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._fold = IconButton(look, "chevron-right", self.tr("Show declined letters"), "small")
        self._fold.clicked.connect(self._on_fold_clicked)
        row.addWidget(self._fold)
        row.addWidget(Label(look, self.tr("Declined"), "bodyMedium", "text-secondary"))
        self._badge = CountBadge(look, 0)
        row.addWidget(self._badge)
        self._words = ElidedLabel(look, "", "small", "text-secondary")
        row.addWidget(self._words, 1)
        head = QWidget()
        head.setLayout(row)
        head.setFixedHeight(look.px(40))
        column.addWidget(head)
        self._cards = self._build_cards()
        self._cards.hide()
        column.addWidget(self._cards)

    def _build_cards(self) -> QListView:
        view = QListView()
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFlow(QListView.Flow.LeftToRight)
        view.setAccessibleName(self.tr("Declined"))
        view.setSpacing(4)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setFixedHeight(self._look.px(164) + 20)
        view.viewport().setAutoFillBackground(False)
        clock = self._clock
        self._model: RowTableModel[LetterRow] = RowTableModel(
            lane_columns(clock.today()),
            key=lambda letter: (letter.id, letter.mentor_id),
            spoken=lambda letter: spoken(letter, clock.today()),
            parent=view,
        )
        view.setModel(self._model)
        cards = RequestCardDelegate(self._look, clock, view)
        cards.width = self._look.px(_CARD_WIDTH)
        view.setItemDelegate(cards)
        view.customContextMenuRequested.connect(self._on_menu_requested)
        return view

    def set_letters(self, closed: list[LetterRow], everyone: list[LetterRow]) -> None:
        self.count = len(closed)
        self._badge.set_count(len(closed))
        today = self._clock.today()
        self._words.setText(" ".join(declined_words(r, everyone, today) for r in closed))
        self._model.set_rows(closed)

    def _on_fold_clicked(self) -> None:
        opened = self._cards.isHidden()
        self._cards.setVisible(opened)
        self._fold.set_icon("chevron-down" if opened else "chevron-right")

    def _on_menu_requested(self, at: QPoint) -> None:
        letter = self._model.row(self._cards.indexAt(at))
        if letter is not None:
            self.menu_requested.emit(letter, self._cards.viewport().mapToGlobal(at))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.box(painter, self._look, QRectF(self.rect()), 10, "hover")
