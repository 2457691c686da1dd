"""What every page does the same way: reload in time, say where to go, own its areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lordesk.kinds import MessageKind
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from lordesk.events import Changed
    from lordesk.kinds import MaterialKind
    from lordesk.kinds import Page as PageKind
    from ui.desk import Desk


@dataclass(frozen=True)
class Compose:
    """What the wizard, or the composer of a shorter note, begins with. None: the user chooses.

    `draft_id` resumes a saved draft. `files` are kinds of material that a note goes out with.
    """

    kind: MessageKind = MessageKind.ASK
    letter_id: int | None = None
    mentor_id: int | None = None
    application_id: int | None = None
    slot_id: int | None = None
    draft_id: int | None = None
    files: tuple[MaterialKind, ...] = ()


class Page(QWidget):
    """A subclass takes `desk` and its services, keeps them, then calls `_set_up()` last."""

    KIND: ClassVar[PageKind]
    TABLES: ClassVar[frozenset[str]] = frozenset()
    HELP: ClassVar[str] = ""
    """The help text, where it is not that of the page's kind."""

    navigate_requested = Signal(object, object)
    """A `kinds.Page` and what to select there: a row's id, a date, a section's name, or None."""
    compose_requested = Signal(object)
    """A `Compose`: opens the wizard for an ask, the composer for every other message."""
    add_mentor_requested = Signal()
    log_contact_requested = Signal(object)
    """A mentor's id, or None for the user to choose."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = desk.look
        self._stale = True
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)

    # --- for the subclass to fill in -------------------------------------------------------------

    def _build(self) -> None:
        """Make the widgets."""

    def _connect(self) -> None:
        """Connect their signals."""

    def reload(self) -> None:
        """Read the rows again and show them; selection and scroll position stay."""

    def open_target(self, target: object) -> None:
        """Select what `navigate_requested` named. The page is loaded and visible then."""

    def focus_search(self) -> bool:
        """Ctrl+F: put the focus into the search field; False where the page has none."""
        return False

    def areas(self) -> list[QWidget]:
        """The widgets that F6 goes through, in order; the first gets the focus on a page key."""
        return []

    def mentor_in_view(self) -> int | None:
        """Whom Ctrl+L logs a contact with."""
        return None

    def pane_width(self) -> int | None:
        """The width in px that the user gave the pane beside the list, if there is one."""
        return None

    def set_pane_width(self, px: int) -> None:
        """What the last window remembered; called before the page is shown."""

    # --- what the base does ----------------------------------------------------------------------

    def _set_up(self) -> None:
        self._build()
        self._connect()
        self._desk.bridge.changed.connect(self._on_bridge_changed)

    @property
    def stale(self) -> bool:
        return self._stale

    def set_stale(self) -> None:
        """Reload now if the page is visible, otherwise when it is next shown."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """A form that still has the focus saves what was typed."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        super().hideEvent(event)

    def _refresh(self) -> None:
        self._stale = False
        self.reload()

    def _on_bridge_changed(self, event: Changed) -> None:
        if event.tables & self.TABLES:
            self.set_stale()


class Overlay(Page):
    """A page that fills the window: the wizard and Welcome."""

    LASTING: ClassVar[bool] = False
    """True where the window keeps it for the next time instead of deleting it."""

    closed = Signal()
    """Take it away; whatever was to be saved has been saved."""

    def may_leave(self) -> bool:
        """Before something else takes its place: save, and say whether it may go."""
        return True
