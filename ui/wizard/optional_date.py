"""A date that may be left open: a button that sets one, then a field with a way to take it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
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
        self.field.setDisplayFormat(display_format())
        self.field.setAccessibleName(name)
        self.field.setMinimumWidth(120)
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
        self.set_date(None)

    def day(self) -> date | None:
        if self.field.isHidden():
            return None
        return self.field.day()

    def set_date(self, on: date | None) -> None:
        self._filling = True
        if on is not None:
            self.field.set_day(on)
        self._set.setVisible(on is None)
        self.field.setVisible(on is not None)
        self._clear.setVisible(on is not None)
        self.setFocusProxy(self._set if on is None else self.field)
        self._filling = False

    def suggest(self, on: date) -> None:
        """What the button sets."""
        self._suggested = on

    def _on_set_clicked(self) -> None:
        self.set_date(self._suggested)
        self.field.setFocus()
        self.picked.emit(self._suggested)

    def _on_clear_clicked(self) -> None:
        self.set_date(None)
        self._set.setFocus()
        self.picked.emit(None)

    def _on_date_changed(self) -> None:
        if not self._filling:
            self.picked.emit(self.day())


def display_format() -> str:
    """The weekday tells more than a number: "Wed, Sep 16, 2026" in the order of the locale."""
    order = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    day_first = order.find("d") < order.find("M")
    return "ddd, d MMM yyyy" if day_first else "ddd, MMM d, yyyy"
