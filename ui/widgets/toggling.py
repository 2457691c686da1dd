"""Checkable buttons that a screen reader can use as well as a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # To the type checker it is the button with which it is mixed.
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object


class Toggling(_Button):
    """Stands before a button's Qt class; `hear_reader` follows that class's `__init__`.

    A screen reader toggles a checkable button without a click (Qt's QAccessibleButton), so the
    click is added here. Who listens to `clicked` then hears all that the user does, however it
    was done, and nothing that the program does by `setChecked`.
    """

    _known = False

    def hear_reader(self) -> None:
        self.toggled.connect(self._on_any_toggled)

    def setChecked(self, checked: bool) -> None:  # noqa: N802
        known, self._known = self._known, True
        super().setChecked(checked)
        self._known = known

    def nextCheckState(self) -> None:
        """What a click does before it says so."""
        known, self._known = self._known, True
        super().nextCheckState()
        self._known = known

    def _on_any_toggled(self, checked: bool) -> None:
        # A button that goes off because another of its group went on was not used.
        alone = self.group() is None and not self.autoExclusive()
        if not self._known and (checked or alone):
            self.clicked[bool].emit(checked)  # type: ignore[index]
