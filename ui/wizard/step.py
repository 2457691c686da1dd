"""What the five steps have in common: a title, a form that scrolls, and a pane beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.scroll import ScrollPane
from ui.widgets.text import Label

if TYPE_CHECKING:
    from lordesk.rows.finding import Place
    from ui.desk import Desk
    from ui.wizard.session import Session

FORM_MARGIN = 28
GAP = 20
"""Between the sections of a form."""

TIGHT = 16
"""Between cards, and above a form that begins with one."""


class Step(QWidget):
    """A subclass fills `form`, makes its `side`, and reads and writes the session's state.

    `load` shows the state; `refresh` shows what follows from it and runs after each change.
    """

    fix_requested = Signal(int, object)
    """A step's number and a `Place` or None: where something can be put right."""
    settings_requested = Signal(str)
    """The section of the settings."""
    add_mentor_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        session: Session,
        title: str,
        lead: str,
        gap: int = GAP,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = desk.look
        self.session = session
        self.title = title
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(FORM_MARGIN, 24, FORM_MARGIN, 24)
        whole.setSpacing(4)
        self._heading = Label(desk.look, title, "display")
        self._lead = Label(desk.look, lead, color="text-secondary", wrap=True)
        whole.addWidget(self._heading)
        whole.addWidget(self._lead)
        whole.addSpacing(gap - 4)
        self.form = QVBoxLayout()
        self.form.setSpacing(gap)
        whole.addLayout(self.form)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.pane = ScrollPane(content)
        outer.addWidget(self.pane)

    # --- for the subclass -------------------------------------------------------------------------

    def side(self) -> QWidget | None:
        """What stands beside the form; the same widget at each call."""
        return None

    def side_width(self, narrow: bool) -> int:
        return 320 if narrow else 380

    def load(self) -> None:
        """Show the state, when a request begins and when the step is entered."""

    def refresh(self) -> None:
        """Show what follows from the state."""

    def summary(self) -> str:
        """What was chosen here, for the rail."""
        return ""

    def may_leave(self) -> bool:
        """False where something here has to be put right first; it is said in place then."""
        return True

    def first_field(self) -> QWidget:
        """Where the focus begins; a step that is only read is scrolled with the keys."""
        return self.pane

    def reveal(self, place: Place | None) -> None:
        """Put the focus where something is to be put right."""
        self.first_field().setFocus()

    def set_lead(self, lead: str) -> None:
        self._lead.setText(lead)
