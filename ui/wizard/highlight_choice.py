"""What the letter could emphasize: chips in the order that suits this mentor and these goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain.goals import highlights_for, read_goals
from lordesk.domain.highlights import highlight_order
from lordesk.domain.messages import MOST_HIGHLIGHTS
from lordesk.kinds import Highlight
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Label
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.widgets.look import Look
    from ui.wizard.session import Session


class HighlightChoice(QWidget):
    picked = Signal(object)
    """The highlights that are chosen now, in the order shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order: tuple[Highlight, ...] = ()
        self._count = Label(look, style="small", color="text-secondary", tnum=True)
        head = QHBoxLayout()
        head.addWidget(Label(look, self.tr("What to emphasize"), "label"))
        head.addStretch(1)
        head.addWidget(self._count)
        box = QWidget()
        self._flow = FlowLayout(box)
        self.chips: dict[Highlight, Chip] = {}
        for highlight in Highlight:
            chip = Chip(look, word(highlight), unselected_icon="plus")
            chip.clicked.connect(self._on_chip_clicked)
            self.chips[highlight] = chip
        self._why = Label(look, style="small", color="text-tertiary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addSpacing(2)
        column.addWidget(box)
        column.addWidget(self._why)

    def arrange(self, session: Session, before: QWidget, after: QWidget) -> None:
        """Sorted when the step is entered; nothing moves while one picks. Tab goes from `before`
        over the chips to `after`.
        """
        order = _order(session)
        self._tell(session)
        if order == self.order:
            return
        self.order = order
        while self._flow.takeAt(0):
            pass
        for highlight in order:
            chip = self.chips[highlight]
            self._flow.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        QWidget.setTabOrder(before, after)

    def show_picked(self, highlights: Collection[Highlight]) -> None:
        count = len(highlights)
        text = self.tr("%n picked, {most} at most", "", count)
        self._count.setText(text.format(most=MOST_HIGHLIGHTS))
        for highlight, chip in self.chips.items():
            chip.setChecked(highlight in highlights)
            chip.setEnabled(count < MOST_HIGHLIGHTS or highlight in highlights)

    def _tell(self, session: Session) -> None:
        mentor, application = session.mentor, session.application
        name = mentor.short_name if mentor else ""
        if application is None or not highlights_for(read_goals(application.goals)):
            self._why.setText(self.tr("Sorted by what {name} saw you do.").format(name=name))
            return
        text = self.tr("Sorted by what {name} saw you do, and by your goals for {application}.")
        self._why.setText(text.format(name=name, application=application.name))

    def _on_chip_clicked(self) -> None:
        picked = tuple(h for h in self.order if self.chips[h].isChecked())
        self.picked.emit(picked[:MOST_HIGHLIGHTS])


def _order(session: Session) -> tuple[Highlight, ...]:
    mentor, application = session.mentor, session.application
    if mentor is None:
        return tuple(Highlight)
    interactions = session.services.interactions
    moments = interactions.moments(mentor.id)
    return highlight_order(
        mentor.role,
        interactions.rows(mentor.id),
        [*(row.text for row in moments), mentor.settings_shared],
        read_goals(application.goals if application else {}),
    )
