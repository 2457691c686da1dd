"""Parts that the forms about people share."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lordesk.domain.addresses import is_address
from lordesk.errors import InvalidInputError
from lordesk.kinds import MentorRole
from ui.widgets.checks import CheckBox
from ui.widgets.pickers import ComboBox, NumberField, TimeField
from ui.widgets.scroll import ScrollPane
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.services.mentors import MentorService
    from ui.widgets.look import Look

FORM_LEFT, FORM_RIGHT = 4, 14
"""Beside the fields of a form, for the focus ring and the scroll bar."""
_MOST_OF_SCREEN = 0.62


class _FormScroll(ScrollPane):
    """As high as its form, up to a share of the screen. The bar takes no room from the fields."""

    def __init__(self, form: QWidget) -> None:
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        self._row.addWidget(form)
        super().__init__(inner)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.verticalScrollBar().rangeChanged.connect(self._fit)
        self._fit()

    def heightForWidth(self, width: int) -> int:
        row = self._row
        high = row.totalSizeHint().height()
        if row.hasHeightForWidth():
            high = row.totalHeightForWidth(width)
        return min(high, round(self.screen().availableGeometry().height() * _MOST_OF_SCREEN))

    def sizeHint(self) -> QSize:
        width = self._row.totalSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._row.setContentsMargins(FORM_LEFT, 4, FORM_RIGHT - taken, 4)


def form_scroll(form: QWidget) -> ScrollPane:
    """A long form scrolls, so that the buttons below it stay on a small screen."""
    return _FormScroll(form)


def beside(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Two fields of the same width."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in (left, right):
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        widget.setSizePolicy(policy)
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return row


class OptionalHours(QWidget):
    """From and to on a working day, not known until the box is checked."""

    def __init__(
        self,
        look: Look,
        name: str,
        hours: tuple[time | None, time | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = CheckBox(look, name)
        self._ends = [TimeField(look), TimeField(look)]
        for field, at, usual, end in zip(
            self._ends,
            hours,
            (time(9), time(17)),
            (self.tr("from"), self.tr("to")),
            strict=True,
        ):
            shown = at or usual
            field.setTime(QTime(shown.hour, shown.minute))
            field.setAccessibleName(self.tr("{name}, {end}").format(name=name, end=end))
            field.setEnabled(None not in hours)
            self._known.toggled.connect(field.setEnabled)
        self._known.setChecked(None not in hours)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._known, 2)
        for field in self._ends:
            row.addWidget(field, 1)

    def value(self) -> tuple[time | None, time | None]:
        if not self._known.isChecked():
            return None, None
        start, end = (field.time() for field in self._ends)
        return time(start.hour(), start.minute()), time(end.hour(), end.minute())


def optional_number(look: Look, value: int | None, most: int, unset: str) -> NumberField:
    """Below 0 stands for "not set"; `number_of` reads it."""
    field = NumberField(look)
    field.setRange(-1, most)
    field.setSpecialValueText(unset)
    field.setValue(-1 if value is None else value)
    return field


def number_of(field: NumberField) -> int | None:
    return None if field.value() < 0 else field.value()


def role_combo(look: Look, role: MentorRole) -> ComboBox:
    combo = ComboBox(look)
    combo.setMinimumContentsLength(8)
    for each in MentorRole:
        combo.addItem(word(each), each)
    combo.setCurrentIndex(list(MentorRole).index(role))
    return combo


def address_error(text: str) -> str:
    """What is odd about an address; the person is kept all the same."""
    if not text.strip() or is_address(text):
        return ""
    return sentence(InvalidInputError(field_name="email", problem="address", value=text.strip()))


def address_remark(mentors: MentorService, text: str, own_id: int | None = None) -> str:
    """Says so where somebody else has the address already."""
    other = mentors.with_address(text)
    if other is None or other == own_id:
        return ""
    words = QCoreApplication.translate(
        "PeopleForms", "{name} has this address already. Is it the same person?"
    )
    return words.format(name=mentors.get(other).full_name)
