"""A date that may be left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.checks import CheckBox
from ui.widgets.field import Field
from ui.widgets.pickers import DateField

if TYPE_CHECKING:
    from datetime import date

    from ui.widgets.look import Look


class MaybeDate(QWidget):
    """`changed` tells of what the user did, never of `set_day`."""

    changed = Signal()

    def __init__(
        self, look: Look, label: str, known: str, start: date, parent: QWidget | None = None
    ) -> None:
        """`known` is the word of the checkbox, `start` the day shown when it is first checked."""
        super().__init__(parent)
        self._day = DateField(look)
        self._known = CheckBox(look, known)
        self.field = Field(look, label, self._day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._known)
        self._day.set_day(start)
        self._day.setEnabled(False)
        self._known.toggled.connect(self._on_known_toggled)
        self._day.dateChanged.connect(self._on_day_changed)

    def day(self) -> date | None:
        return self._day.day() if self._known.isChecked() else None

    def set_day(self, day: date | None) -> None:
        self.blockSignals(True)
        self._known.setChecked(day is not None)
        if day is not None:
            self._day.set_day(day)
        self.blockSignals(False)

    def _on_known_toggled(self, known: bool) -> None:
        self._day.setEnabled(known)
        self.changed.emit()

    def _on_day_changed(self) -> None:
        self.changed.emit()
