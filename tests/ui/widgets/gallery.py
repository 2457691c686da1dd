"""Every component in its states, laid out as the design's sheet of components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPointF, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.delegates import paint
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckBox, RadioButton, Switch
from ui.widgets.chips import Chip, MenuChip
from ui.widgets.draw import PillFace
from ui.widgets.field import Field
from ui.widgets.fields import PasswordField, TextArea, TextField
from ui.widgets.flow import FlowLayout
from ui.widgets.meters import Gauge, Ring
from ui.widgets.nav import BrandMark, NavItem
from ui.widgets.notice import Notice
from ui.widgets.pickers import ComboBox, DateField, TimeField
from ui.widgets.pill import Pill
from ui.widgets.segmented import Segmented
from ui.widgets.tabs import Tabs
from ui.widgets.text import Label
from ui.widgets.toast import UndoBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.look import Look


@dataclass(frozen=True)
class Row:
    initials: str
    name: str
    state: str
    fit: int


ROWS = (
    Row("EM", "Dr. Elena Marchetti", "Rest", 94),
    Row("MB", "Dr. Marcus Bell", "Hover", 88),
    Row("DK", "Dr. Daniel Kwan", "Selected", 86),
    Row("TI", "Dr. Tomás Ibarra", "Selected, keyboard focus", 78),
)


class PaintedRows(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(202)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        paint.box(p, self._look, QRectF(self.rect()), 10, "surface", "border")
        for number, row in enumerate(ROWS):
            rect = QRectF(5, 5 + number * 48, self.width() - 10, 48)
            paint.row_background(p, self._look, rect, number == 1, number >= 2, focused=number == 3)
            circle = QRectF(rect.left() + 12, rect.top() + 10, 28, 28)
            paint.avatar(p, self._look, circle, row.initials, number)
            words = QRectF(rect.left() + 52, rect.top(), 300, 48)
            wide = paint.text(p, self._look, words, row.name, "bodyStrong")
            words.setLeft(words.left() + wide + 6)
            paint.text(p, self._look, words, row.state, "small", "text-secondary")
            fit = QRectF(rect.right() - 120, rect.top(), 52, 48)
            right = paint.RIGHT
            paint.text(p, self._look, fit, str(row.fit), "bodyStrong", "text", right, tnum=True)
            meter = QRectF(rect.right() - 56, rect.top() + 22, 44, 4)
            paint.bar(p, self._look, meter, row.fit / 100)


class CalendarPills(QWidget):
    def __init__(self, look: Look, faces: Sequence[PillFace]) -> None:
        super().__init__()
        self._look = look
        self._faces = faces
        self.setFixedHeight(look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        left = 0.0
        for face in self._faces:
            left += paint.pill(p, self._look, QPointF(left, 0), face, radius=5, style="micro") + 8


def _line(*parts: QWidget, gap: int = 8) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _buttons(look: Look) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(8)
    states = ("Rest", "Hover", "Pressed", "Focus", "Disabled")
    for column, state in enumerate(states, 1):
        grid.addWidget(Label(look, state, "micro", "text-secondary"), 0, column)
    kinds = {
        "primary": "Send",
        "secondary": "Read",
        "soft": "Write",
        "quiet": "More",
        "danger": "Delete",
    }
    for row, (kind, words) in enumerate(kinds.items(), 1):
        grid.addWidget(Label(look, kind, "small", "text-secondary"), row, 0)
        for column, state in enumerate(states, 1):
            button = Button(look, words, kind)
            button.setMinimumWidth(92)
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "Hover")
            button.setDown(state == "Pressed")
            button.setEnabled(state != "Disabled")
            grid.addWidget(button, row, column)
    return grid


def _fields(look: Look) -> QHBoxLayout:
    wrong = TextField(look)
    field = Field(look, "Email", wrong)
    wrong.setText("praman@northfield")
    field.set_error("Add the part after the dot.")
    rest, off = TextField(look, icon="search", hint="Ctrl F"), TextField(look)
    rest.setPlaceholderText("Search")
    off.setText("Disabled")
    off.setEnabled(False)
    return _line(Field(look, "Rest", rest), field, Field(look, "Disabled", off, "With help."))


def _choices(look: Look) -> QVBoxLayout:
    on, radio_on = CheckBox(look, "On"), RadioButton(look, "On")
    on.setChecked(True)
    radio_on.setChecked(True)
    switch = Switch(look, "Suggest the next stage")
    switch.setChecked(True)
    part = CheckBox(look, "Partly")
    part.setTristate(True)
    part.setCheckState(Qt.CheckState.PartiallyChecked)
    picked = Chip(look, "Selected")
    picked.setChecked(True)
    hot = Chip(look, "Hover")
    hot.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    active = MenuChip(look, "")
    active.set_active(True, "Status: active")
    plus = Chip(look, "Teamwork", unselected_icon="plus")
    column = QVBoxLayout()
    off, radio_off = CheckBox(look, "Off"), RadioButton(look, "Off")
    switch_off = Switch(look, "Off")
    column.addLayout(_line(off, on, part, radio_off, radio_on, switch, switch_off, gap=16))
    segments = Segmented(look, ("Month", "Week", "Agenda"), "View")
    column.addLayout(_line(segments, MenuChip(look, "Role"), hot, picked))
    column.addLayout(_line(active, plus))
    return column


def _pickers(look: Look) -> QVBoxLayout:
    combo = ComboBox(look)
    combo.addItems(["10 minutes", "An hour"])
    date, time = DateField(look), TimeField(look)
    date.setDate(QDate(2026, 8, 19))
    time.setTime(QTime(8, 0))
    password = PasswordField(look)
    password.setText("secret words")
    area = TextArea(look, rows=2)
    area.setPlainText("when we rebuilt the analysis two days before the deadline")
    column = QVBoxLayout()
    column.addLayout(_line(combo, date, time, password))
    column.addWidget(area)
    return column


def _shell(look: Look) -> QVBoxLayout:
    column = QVBoxLayout()
    item, other, rail = (
        NavItem(look, "sun", "Today"),
        NavItem(look, "users", "Mentors"),
        NavItem(look, "sun", "Today"),
    )
    item.setChecked(True)
    for nav in (item, other, rail):
        nav.set_badge(4)
    rail.set_rail(True)
    new = Button(look, "New request", "primary", "plus", hint="Ctrl N")
    new.setFixedWidth(183)
    column.addLayout(_line(BrandMark(look), new, item, other, rail))
    column.addWidget(Tabs(look, ("Overview", "Timeline", "Letters", "Notes"), "Mentor"))
    return column


def faces(look: Look, group: str) -> list[PillFace]:
    drawn = look.theme.tokens.values[group]
    if isinstance(drawn, list):
        return [PillFace(f["icon"], f["word"], f["fg"], f["bg"], f["border"]) for f in drawn]
    return [
        PillFace(f["icon"], name.capitalize(), f["fg"], f["bg"], f["border"])
        for name, f in drawn.items()
    ]


def _meters(look: Look) -> QHBoxLayout:
    states = ("in", "in", "promised", "open")
    first = Ring(look, states, "2/4")
    second = Ring(look, ("in", "in", "in"), "3/3")
    third = Ring(look, ("open", "open"), "0/2", 44)
    return _line(first, second, third, Gauge(look, 94))


def build(look: Look) -> QWidget:
    """The sheet, 640 wide as the design's."""
    page = QWidget()
    page.setFixedWidth(640)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(12)
    column.addWidget(Label(look, "Components", "title"))
    column.addLayout(_buttons(look))
    column.addLayout(_fields(look))
    column.addLayout(_choices(look))
    column.addLayout(_pickers(look))
    column.addLayout(_shell(look))
    for group in ("stage", "attention"):
        flow = FlowLayout(None, 6, 6)
        for face in faces(look, group):
            flow.addWidget(Pill(look, face))
        column.addLayout(flow)
    column.addWidget(CalendarPills(look, faces(look, "calendarKind")))
    column.addWidget(PaintedRows(look))
    column.addLayout(_meters(look))
    column.addWidget(Notice(look, "warning", "Chair letter not confirmed.", compact=True))
    column.addWidget(
        Notice(look, "danger", "Not sent.", "The password was refused.", "Enter it again")
    )
    column.addSpacing(56)
    undo = UndoBar(look, page)
    undo.show_undo("Request scheduled.")
    page.resize(QSize(640, page.sizeHint().height()))
    return page
