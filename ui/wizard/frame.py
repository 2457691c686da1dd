"""The frame of the wizard: rail, form, the pane beside it, and the bar below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.wizard.footer import Footer
from ui.wizard.rail import Rail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.widgets.look import Look
    from ui.wizard.step import Step

NARROW_BELOW = 1120


class WizardFrame(QWidget):
    """Shows one step at a time; which one comes next is no matter of its own."""

    def __init__(self, look: Look, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps = tuple(steps)
        self.rail = Rail(look, [step.title for step in steps])
        self.footer = Footer(look)
        self._stack, self._sides = QStackedWidget(), QStackedWidget()
        for step in steps:
            self._stack.addWidget(step)
            self._sides.addWidget(step.side() or QWidget())
        self._lay_out()
        look.changed.connect(self.update)

    @property
    def step(self) -> int:
        return self._stack.currentIndex()

    @property
    def current(self) -> Step:
        return self._steps[self.step]

    def show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._sides.setCurrentIndex(step)
        self._fit()

    def renew_rail(self, reached: int) -> None:
        """What was chosen in each step, and which is the current one."""
        for number, (item, step) in enumerate(zip(self.rail.items, self._steps, strict=True)):
            done = number < max(reached, self.step) and number != self.step
            item.set_words(step.summary(), done)
        self.rail.set_current(self.step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("window"))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(self._stack, 1)
        above.addWidget(self._sides)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(above, 1)
        right.addWidget(self.footer)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        for first, second in (
            (self._sides, self.footer.back),
            (self.footer.back, self.footer.next),
            (self.footer.next, self.footer.close_button),
        ):
            QWidget.setTabOrder(first, second)

    def _fit(self) -> None:
        narrow = self.width() < NARROW_BELOW
        self.rail.set_narrow(narrow)
        self._sides.setFixedWidth(self.current.side_width(narrow))
