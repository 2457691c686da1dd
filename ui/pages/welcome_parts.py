"""The pieces of Welcome's questions: choices as cards, numbered questions, rows for people."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lordesk.rows.first_run import FirstMentor
from ui.widgets import draw
from ui.widgets.avatar import initials_of, tint_of
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import TextField
from ui.widgets.text import Label
from ui.widgets.toast import announce

if TYPE_CHECKING:
    from ui.widgets.look import Look

FIELD = 36
"""Height of the fields here, at 100 % text."""
_CARD = 64
_CIRCLE = 28
_FACE = 20
_MOST_PEOPLE = 12


class ChoiceCard(QRadioButton):
    """A radio button to Qt and to screen readers, with an icon and a second line."""

    def __init__(
        self, look: Look, icon: str, title: str, sub: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title.replace("&", "&&"), parent)
        self._look = look
        self._icon = icon
        self._words = (title, sub)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sub)
        self.setProperty("ring_radius", 10)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(160, self._look.px(_CARD))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self._look.px(_CARD))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        draw.begin(painter)
        rect, high = QRectF(self.rect()), self.height()
        if self.isChecked():
            draw.box(painter, look, rect, 10, "accent-soft", "accent", 2)
        else:
            fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
            draw.box(painter, look, rect, 10, fill, "border-strong")
        tone = "accent-text" if self.isChecked() else "text-secondary"
        side = look.px(20)
        draw.icon(painter, look, QPointF(14, (high - side) / 2), self._icon, 20, tone)
        left = 14 + side + 13
        right = self.width() - 12.0
        if self.isChecked():
            right -= look.px(18) + 6
            mark = QPointF(right + 3, (high - look.px(18)) / 2)
            draw.icon(painter, look, mark, "circle-check", 18, "accent-text")
        lines = look.theme.line("body"), look.theme.line("small")
        top = (high - sum(lines)) / 2
        width = right - left
        title, sub = self._words
        draw.text(painter, look, QRectF(left, top, width, lines[0]), title, "bodyStrong")
        below = QRectF(left, top + lines[0], width, lines[1])
        draw.text(painter, look, below, sub, "small", "text-secondary")


class _Number(QWidget):
    def __init__(self, look: Look, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self.setFixedSize(_CIRCLE, _CIRCLE)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        rect = QRectF(self.rect())
        draw.box(painter, self._look, rect, _CIRCLE / 2, "accent-soft-hover")
        words = str(self._number)
        draw.text(painter, self._look, rect, words, "bodyStrong", "accent-text", draw.CENTER)


class Question(QWidget):
    """A number, what is asked, and below it whatever answers it: `body`."""

    def __init__(self, look: Look, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(_Number(look, number), 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        heading = Label(look, text, "heading")
        heading.setMinimumHeight(_CIRCLE)
        self.body.addWidget(heading)
        self.body.addSpacing(8)
        row.addLayout(self.body, 1)


class _NameField(TextField):
    """Shows the initials that the mentor will have, as soon as there is a name."""

    def __init__(self, look: Look, placeholder: str, tint: int) -> None:
        self._tint = tint
        super().__init__(look, placeholder)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text().strip():
            return
        painter = QPainter(self)
        draw.begin(painter)
        face = QRectF(11, (self.height() - _FACE) / 2, _FACE, _FACE)
        draw.avatar(painter, self._look, face, initials_of(self.text()), self._tint)

    def _fit(self) -> None:
        self.setTextMargins(_FACE + 8 if self.text().strip() else 0, 0, 0, 0)


class _PersonRow(QWidget):
    edited = Signal()
    removal_requested = Signal()

    def __init__(self, look: Look, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.name = _NameField(look, self.tr("Name"), tint_of(number))
        self.known = TextField(look, self.tr("How you know each other"))
        self.remove = IconButton(look, "x", self.tr("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.known, 1)
        row.addWidget(self.remove)
        self.name.textChanged.connect(self._on_text_changed)
        self.known.textChanged.connect(self._on_text_changed)
        self.remove.clicked.connect(self.removal_requested)
        look.changed.connect(self._fit)
        self._fit()
        self._name_parts()

    def is_empty(self) -> bool:
        return not (self.name.text().strip() or self.known.text().strip())

    def set_removable(self, removable: bool) -> None:
        """The empty row keeps the room of the button, so that the fields stay in line."""
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        self.remove.setVisible(removable)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _on_text_changed(self) -> None:
        self._name_parts()
        self.edited.emit()

    def _name_parts(self) -> None:
        who = self.name.text().strip()
        self.name.setAccessibleName(self.tr("Name"))
        self.known.setAccessibleName(self.tr("How you know each other"))
        self.known.setAccessibleDescription(who)
        self.remove.set_name(
            self.tr("Remove {name}").format(name=who) if who else self.tr("Remove")
        )

    def _fit(self) -> None:
        """After the style sheet, which sets a height of its own, has been at work."""
        for field in (self.name, self.known):
            field.setFixedHeight(self._look.px(FIELD))


class People(QWidget):
    """One row a person and an empty one below, which appears as soon as the last is used.

    Tab goes from field to field down to the last row, then through the buttons that remove one,
    so that typing name after name never meets them.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._made = 0
        self._removed: tuple[int, _PersonRow] | None = None
        self.rows: list[_PersonRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._build_removed()
        self._add_row()

    def mentors(self) -> list[FirstMentor]:
        return [FirstMentor(row.name.text(), row.known.text()) for row in self.rows]

    def removed_text(self) -> str:
        """What is said of the row that was removed last; empty where it is back."""
        return self._said.text() if self._removed is not None else ""

    def _build_removed(self) -> None:
        self._said = Label(self._look, "", "small", "text-secondary", wrap=True)
        self.undo = Button(self._look, self.tr("Undo"), "quiet", size="small")
        self._below = QWidget()
        line = QHBoxLayout(self._below)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._said, 1)
        line.addWidget(self.undo)
        self._below.hide()
        self._column.addWidget(self._below)
        self.undo.clicked.connect(self._on_undo_clicked)

    def _add_row(self) -> None:
        self._made += 1
        row = _PersonRow(self._look, self._made)
        row.edited.connect(self._on_row_edited)
        row.removal_requested.connect(self._on_row_removal_requested)
        self._insert(len(self.rows), row)

    def _insert(self, place: int, row: _PersonRow) -> None:
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()  # a layout would only do it later, and Tab passes by what is hidden
        self._show_buttons()
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        order: list[QWidget] = [field for row in self.rows for field in (row.name, row.known)]
        order += [row.remove for row in self.rows]
        order.append(self.undo)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _on_row_edited(self) -> None:
        if not self.rows[-1].is_empty() and len(self.rows) < _MOST_PEOPLE:
            self._add_row()
        self._show_buttons()

    def _on_row_removal_requested(self) -> None:
        """The row is only hidden until another one is removed, so that it can come back."""
        row = self.sender()
        if not isinstance(row, _PersonRow):
            return
        place = self.rows.index(row)
        if self._removed is not None:
            self._removed[1].deleteLater()
        self._removed = place, row
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        if not self.rows or not self.rows[-1].is_empty():
            self._add_row()
        self.rows[min(place, len(self.rows) - 1)].name.setFocus()
        self._show_buttons()
        self._say_removed(row)

    def _say_removed(self, row: _PersonRow) -> None:
        who = row.name.text().strip() or row.known.text().strip()
        words = self.tr("Removed {name}.").format(name=who)
        self._said.setText(words)
        self.undo.setAccessibleName(self.tr("Undo"))
        self.undo.setAccessibleDescription(words)
        self._below.show()
        announce(self, words)

    def _on_undo_clicked(self) -> None:
        if self._removed is None:
            return
        (place, row), self._removed = self._removed, None
        self._below.hide()
        self._insert(min(place, len(self.rows)), row)
        row.name.setFocus()

    def _show_buttons(self) -> None:
        for row in self.rows:
            row.set_removable(not row.is_empty())
