"""How the writer sounded when asked; a hesitant yes is a reason to look for somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import Signal as Strength
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Label
from ui.wording.kinds import word

if TYPE_CHECKING:
    from ui.widgets.look import Look

_WEAK = (Strength.HESITANT, Strength.NO)


class SignalChoice(QWidget):
    """A second click on the chosen one takes it back."""

    picked = Signal(object)
    """A `Signal` of the kinds, or None."""
    thanks_requested = Signal()
    backup_requested = Signal()

    def __init__(self, look: Look, chosen: Strength | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(look, self.tr("How did they sound?"), "small", "text-secondary"))
        flow = FlowLayout(gap_x=6, gap_y=6)
        self._chips: dict[Strength, Chip] = {}
        for signal in Strength:
            chip = Chip(look, word(signal))
            chip.setChecked(signal is chosen)
            chip.setAccessibleDescription(self.tr("How did they sound?"))
            chip.clicked.connect(self._on_clicked)
            self._chips[signal] = chip
            flow.addWidget(chip)
        column.addLayout(flow)
        if chosen in _WEAK:
            self._add_way_out(look, column)

    def _add_way_out(self, look: Look, column: QVBoxLayout) -> None:
        text = self.tr("A letter without warmth can hurt. Thank them, and ask somebody else too.")
        thanks = LinkButton(look, self.tr("Write thanks"))
        backup = LinkButton(look, self.tr("Find a backup writer"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(thanks)
        row.addWidget(backup)
        row.addStretch(1)
        column.addWidget(Label(look, text, "small", "warning-text", wrap=True))
        column.addLayout(row)
        thanks.clicked.connect(self.thanks_requested)
        backup.clicked.connect(self.backup_requested)

    def _on_clicked(self) -> None:
        signal = next(s for s, chip in self._chips.items() if chip is self.sender())
        chosen = self._chips[signal].isChecked()
        for other, chip in self._chips.items():
            chip.setChecked(other is signal and chosen)
        self.picked.emit(signal if chosen else None)
