"""Programs or schools, and which letter goes to which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.delegates.matrix_cell import paint_check, paint_dashed
from ui.pages.applications_lock import LockQuestion
from ui.pages.applications_matrix import MatrixView
from ui.widgets import draw
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.meters import CountBadge
from ui.widgets.text import IconLabel, Label
from ui.widgets.toast import announce
from ui.wording import applications as words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from lordesk.rows.letters import ApplicationRow, LetterRow
    from ui.itemmodels.target_matrix import MatrixRow
    from ui.widgets.look import Look

_FIRST = 7
"""So many rows are shown where all would not fit; one click shows the rest."""
_LEAST = 4
_FOOT = 40
_HEADING = 28
_GAP = 4
_BOTTOM = 6
"""Below the last row, so that no cell covers the round corners of the card."""


class _Sign(QWidget):
    """A sign of the cells with its meaning beside it."""

    def __init__(self, look: Look, state: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = state
        self._text = text
        self.setAccessibleName(text)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = draw.text_width(self._look, self._text, "small")
        return QSize(round(self._look.px(16) + 6 + wide + 1), self._look.px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        side = self._look.px(16)
        circle = QRectF(0, (self.height() - side) / 2, side, side)
        (paint_check if self._state == "in" else paint_dashed)(painter, self._look, circle)
        line = QRectF(circle.right() + 6, 0, self.width(), self.height())
        draw.text(painter, self._look, line, self._text, "small", "text-tertiary")


class TargetsSection(QWidget):
    """The heading, the table and the line that says why a letter was refused."""

    add_requested = Signal()
    suggest_requested = Signal()
    lock_confirmed = Signal(int)
    """The target that was applied to."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._all = False
        self._build()
        self._more.clicked.connect(self._on_more_clicked)
        self._add.clicked.connect(self.add_requested)
        self._first.clicked.connect(self.add_requested)
        self._suggest.clicked.connect(self.suggest_requested)
        self._question.confirmed.connect(self.lock_confirmed)
        self._question.closed.connect(self._on_question_closed)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        look.changed.connect(self._fit)

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(self._build_heading())
        self.view = MatrixView(look, self.tr("Letters and where they go"))
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        self._more = Button(look, "", "quiet", trailing="chevron-down")
        foot.addWidget(self._more, 1, Qt.AlignmentFlag.AlignCenter)
        self._card = Card(look)
        self._card.body.addWidget(self.view, 1)
        self._card.body.addWidget(self._foot)
        self._first = Button(look, "", "soft", "plus")
        self._empty = EmptyState(look, "", "", [self._first])
        self._refused = self._build_refused()
        column.addWidget(self._card, 1)
        column.addWidget(self._refused)
        self._question = LockQuestion(look)
        column.addWidget(self._question)
        column.addWidget(self._empty, 1)
        column.addStretch(0)

    def _build_heading(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(8)
        self._heading = Label(look, "", "heading")
        self._badge = CountBadge(look)
        self._add = IconButton(look, "plus", self.tr("Add program"), "small")
        self._suggest = Button(look, self.tr("Suggest an assignment"), "quiet", size="small")
        self._signs = [
            _Sign(look, "in", self.tr("In and assigned")),
            _Sign(look, "to-come", self.tr("Assigned, not in yet")),
        ]
        row.addWidget(self._heading)
        row.addWidget(self._badge)
        row.addWidget(self._add)
        row.addWidget(self._suggest)
        row.addStretch(1)
        for sign in self._signs:
            row.addWidget(sign)
        return row

    def _build_refused(self) -> QWidget:
        refused = QWidget()
        row = QHBoxLayout(refused)
        row.setContentsMargins(16, 4, 16, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(self._look, "circle-alert", 16, "danger-text"))
        self._why = Label(self._look, "", "bodyMedium", "danger-text", wrap=True)
        row.addWidget(self._why, 1)
        refused.hide()
        return refused

    # --- showing ----------------------------------------------------------------------------------

    def set_content(
        self,
        application: ApplicationRow,
        letters: list[LetterRow],
        rows: list[MatrixRow],
        collapse: bool,
    ) -> None:
        """`collapse` is for another application: it begins with the first rows again."""
        schools = words.is_schools(application)
        one, many, add = words.target_words(schools)
        self._heading.setText(many)
        self._badge.set_count(len(rows))
        self._add.set_name(add)
        self._first.setText(add)
        self._empty.set_text(words.no_targets(schools), words.no_targets_why(schools))
        self.view.set_head(one)
        self.view.matrix.set_content(letters, rows, application.cap)
        self.refuse("")
        if collapse:
            self._all = False
            self.view.scrollToTop()
            self._question.close_quietly()
        for widget in (self._card, self._add):
            widget.setVisible(bool(rows))
        self._suggest.setVisible(bool(rows) and bool(letters))
        self._empty.setVisible(not rows)
        self._fit()

    def refuse(self, sentence: str) -> None:
        """Say in place why a letter was not assigned; an empty sentence takes it back."""
        self._why.setText(sentence)
        self._refused.setVisible(bool(sentence))
        if sentence:
            announce(self.view, sentence)

    def ask(self, target_id: int, question: str, warning: str) -> None:
        """Before the letters of a target are locked."""
        self.refuse("")
        self._question.ask(target_id, question, warning)
        self._fit()
        announce(self.view, f"{question} {warning}")

    def _on_question_closed(self) -> None:
        self._fit()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_heading(self) -> None:
        """The legend goes where words are large or the page is narrow; each cell says the same."""
        taken = sum(
            widget.sizeHint().width() + 8
            for widget in (self._heading, self._badge, self._add, self._suggest, *self._signs)
            if widget in self._signs or not widget.isHidden()
        )
        for sign in self._signs:
            sign.setVisible(self.view.matrix.rowCount() > 0 and taken <= self.width())

    def show_target(self, target_id: int) -> None:
        self._all = True
        self._fit()
        self.view.select(target_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows; where there is no room, the first rows and a button, or it scrolls.

        Once all are shown, the table fills what is there and its headers stay.
        """
        self._fit_heading()
        count, view = self.view.matrix.rowCount(), self.view
        foot = self._look.px(_FOOT)
        self._foot.setFixedHeight(foot)
        edge = self._card.body.contentsMargins()
        room = self.height() - self._look.px(_HEADING) - _GAP - 1 - _BOTTOM
        for below in (self._refused, self._question):
            if below.isVisibleTo(self):
                room -= below.sizeHint().height() + _GAP
        short = (
            not self._all
            and count > _FIRST
            and view.height_of(count) > room >= view.height_of(_FIRST) + foot
        )
        for row in range(count):
            view.setRowHidden(row, short and row >= _FIRST)
        self._foot.setVisible(short)
        edge.setBottom(1 if short else _BOTTOM)
        self._card.body.setContentsMargins(edge)
        self._more.setText(self.tr("Show %n more", "", count - _FIRST))
        high = view.height_of(_FIRST if short else count)
        bar = view.horizontalScrollBar()
        if bar.maximum() > 0:
            high += bar.sizeHint().height()
        view.setMaximumHeight(high)
        view.setMinimumHeight(min(high, view.height_of(min(_LEAST, count))))
        self._card.setMaximumHeight(high + 1 + (foot + 1 if short else _BOTTOM))

    def _on_more_clicked(self) -> None:
        self._all = True
        self._fit()
        self.view.setFocus()

    def _on_current_changed(self) -> None:
        self.refuse("")
