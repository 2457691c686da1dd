"""A date that may be left open: a button that sets one, then a field with a way to take it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button, IconButton
from ui.widgets.pickers import DateField

if TYPE_CHECKING:
    from datetime import date

    from ui.widgets.look import Look


class OptionalDate(QWidget):
    """`picked` is emitted for what the user does, with a date or None."""

    picked = Signal(object)

    def __init__(
        self, look: Look, name: str, suggested: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggested = suggested
        self._filling = False
        self._set = Button(look, self.tr("Set a date"), icon="calendar-plus")
        self._set.setAccessibleName(self.tr("{name}: set a date").format(name=name))
        self.field = DateField(look)
        self.field.setAccessibleName(name)
        self._clear = IconButton(look, "x", self.tr("{name}: no date").format(name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._set)
        row.addWidget(self.field, 1)
        row.addWidget(self._clear)
        self._set.clicked.connect(self._on_set_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        self.field.dateChanged.connect(self._on_date_changed)
        self.set_day(None)

    def day(self) -> date | None:
        return None if self.field.isHidden() else self.field.day()

    def set_day(self, day: date | None) -> None:
        self._filling = True
        if day is not None:
            self.field.set_day(day)
        self._set.setVisible(day is None)
        self.field.setVisible(day is not None)
        self._clear.setVisible(day is not None)
        self.setFocusProxy(self._set if day is None else self.field)
        self._filling = False

    def suggest(self, day: date) -> None:
        """What the button sets."""
        self._suggested = day

    def event(self, event: QEvent) -> bool:
        """What is wrong is drawn around the field, which has the frame."""
        if event.type() is QEvent.Type.DynamicPropertyChange:
            self.field.setProperty("invalid", self.property("invalid"))
            self.field.style().polish(self.field)
        return super().event(event)

    def setAccessibleDescription(self, description: str) -> None:  # noqa: N802
        """Help and error belong to what has the focus."""
        super().setAccessibleDescription(description)
        self._set.setAccessibleDescription(description)
        self.field.setAccessibleDescription(description)

    def _on_set_clicked(self) -> None:
        self.set_day(self._suggested)
        self.field.setFocus()
        self.picked.emit(self._suggested)

    def _on_clear_clicked(self) -> None:
        self.set_day(None)
        self._set.setFocus()
        self.picked.emit(None)

    def _on_date_changed(self) -> None:
        if not self._filling:
            self.picked.emit(self.day())
