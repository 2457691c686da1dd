"""The one window: sidebar, pages, what lies over them, and the keys that lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lordesk.kinds import MessageKind
from lordesk.kinds import Page as PageKind
from ui.actions import ActionId
from ui.pages.page import Compose, Overlay, Page
from ui.pages.waiting import WaitingPage
from ui.sidebar import Sidebar
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QDialog

    from lordesk.services.undo import UndoService
    from ui.actions import Actions
    from ui.desk import Desk
    from ui.dialogs.help_dialog import HelpDialog
    from ui.dialogs.mentor_dialog import MentorDialog
    from ui.standing import Standing
    from ui.state import UiState

RAIL_BELOW = 1120
_OPEN = "open-"


class Doors(NamedTuple):
    """How each place is made: the window opens what it gets from here and knows no more."""

    page: Callable[[PageKind], Page]
    welcome: Callable[[], Overlay]
    wizard: Callable[[Compose], Overlay]
    composer: Callable[[Compose, QWidget], QDialog]
    add_mentor: Callable[[QWidget], MentorDialog]
    log_contact: Callable[[int | None, QWidget], QDialog]
    help: Callable[[str, QWidget], HelpDialog]


class MainWindow(QWidget):
    """It can be seen before the home is open: sidebar and ground. `open_doors` brings it to life;
    what lies over the pages is made then.
    """

    close_requested = Signal()
    """The user closed the window; whether it hides or the program ends is decided elsewhere."""
    quit_requested = Signal()
    painted = Signal()
    """Once after the first paint, and once after each `tell_paint`."""

    def __init__(self, desk: Desk, places: frozenset[PageKind], state: UiState) -> None:
        super().__init__()
        self._desk = desk
        self._places = places
        self._state = state
        self._pages: dict[PageKind, Page] = {}
        self._over: Overlay | None = None
        self._waiting: WaitingPage | None = None
        self._narrow: bool | None = None
        self._tells_paint = True
        self._build()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.sidebar = Sidebar(self._desk.look, self._desk.actions, self._places)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self._column, 1)
        self._layers = QStackedWidget()
        self._layers.addWidget(below)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._layers)

    def open_doors(self, doors: Doors, undo: UndoService) -> None:
        """The home is open: from here on the window answers."""
        from ui.helping import Helping
        from ui.reporting import Reporting
        from ui.undoing import Undoing
        from ui.widgets.focus_ring import FocusRing
        from ui.widgets.toast import UndoBar

        look = self._desk.look
        self._doors = doors
        self.undo_bar = UndoBar(look, self)
        self._undoing = Undoing(self._desk, undo, self.undo_bar, self)
        self.reporting = Reporting(self._desk, self._report_column, self)
        self._ring = FocusRing(look, self)
        self._helping = Helping(self._desk, self._in_sight, doors.help, self)
        self._connect()

    def _connect(self) -> None:
        actions = self._desk.actions
        self.addActions(list(actions))
        for action in actions:
            if action.objectName().startswith(_OPEN):
                action.triggered.connect(self._on_open_triggered)
        for ident, slot in (
            (ActionId.NEW_REQUEST, self._on_new_request_triggered),
            (ActionId.ADD_MENTOR, self.add_mentor),
            (ActionId.LOG_CONTACT, self._on_log_contact_triggered),
            (ActionId.SEARCH, self._on_search_triggered),
            (ActionId.TOGGLE_SIDEBAR, self.toggle_sidebar),
            (ActionId.NEXT_AREA, self.next_area),
            (ActionId.QUIT, self.quit_requested),
        ):
            actions.get(ident).triggered.connect(slot)

    def _report_column(self) -> QVBoxLayout:
        return self._column if self._over is None else self._whole

    def show_waiting(self, kind: PageKind) -> None:
        """Where the window will be when its home is open."""
        self._waiting = WaitingPage(self._desk.look, kind)
        self._stack.addWidget(self._waiting)
        self.sidebar.set_current(kind)
        self.setWindowTitle(word(kind))

    # --- pages ----------------------------------------------------------------------------------

    @property
    def current(self) -> Page | None:
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def _in_sight(self) -> Page | None:
        return self._over or self.current

    @property
    def over(self) -> Overlay | None:
        """What fills the window over the pages."""
        return self._over

    def show_page(self, kind: PageKind, target: object = None) -> None:
        """Go to a page; what lies over it is left first. An unknown one is Today."""
        if self._over is not None and not self._leave():
            return
        if kind not in self._places:
            kind = PageKind.TODAY
        page = self._page(kind)
        self.reporting.hide()
        self._stack.setCurrentWidget(page)
        if self._waiting is not None:
            self._stack.removeWidget(self._waiting)
            self._waiting.deleteLater()
            self._waiting = None
        self.sidebar.set_current(kind)
        self.setWindowTitle(word(kind))
        self._state.last_page = kind.value
        if target is not None:
            page.open_target(target)
        if self.isActiveWindow():
            _focus_page(page)

    def _page(self, kind: PageKind) -> Page:
        """Pages are made at the first visit."""
        if kind not in self._pages:
            page = self._doors.page(kind)
            self._listen(page)
            page.navigate_requested.connect(self.show_page)
            self._pages[kind] = page
            self._stack.addWidget(page)
            width = self._state.pane_width(kind.value)
            if width is not None:
                page.set_pane_width(width)
        return self._pages[kind]

    def _listen(self, page: Page) -> None:
        page.compose_requested.connect(self.compose)
        page.add_mentor_requested.connect(self.add_mentor)
        page.log_contact_requested.connect(self.log_contact)

    def set_pages_stale(self) -> None:
        """A new day, or a setting that every page shows."""
        for page in self._pages.values():
            page.set_stale()

    # --- what opens over a page -----------------------------------------------------------------

    def compose(self, compose: Compose) -> None:
        """The wizard for an ask; a dialog for any shorter message."""
        if compose.kind is MessageKind.ASK:
            self._cover(self._doors.wizard(compose))
        else:
            self._doors.composer(compose, self).open()

    def welcome(self) -> None:
        self._cover(self._doors.welcome())

    def add_mentor(self) -> None:
        dialog = self._doors.add_mentor(self)
        dialog.saved.connect(self._on_mentor_saved)
        dialog.open()

    def _on_mentor_saved(self, mentor_id: int) -> None:
        """Show who was added; the wizard has its own way to take a new mentor in."""
        if self._over is None:
            self.show_page(PageKind.MENTORS, mentor_id)

    def log_contact(self, mentor_id: int | None) -> None:
        self._doors.log_contact(mentor_id, self).open()

    def _cover(self, page: Overlay) -> None:
        if self._over is not None and self._over is not page and not self._leave():
            if not page.LASTING:
                page.deleteLater()
            return
        self.reporting.hide()
        self._over = page
        if self._layers.indexOf(page) < 0:
            self._listen(page)
            page.navigate_requested.connect(self.show_page)
            page.closed.connect(self._uncover)
            self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        self.setWindowTitle(page.windowTitle() or word(page.KIND))
        _enable_pages(self._desk.actions, False)
        _focus_page(page)

    def _leave(self) -> bool:
        """Whether what lies over the pages could be closed."""
        if self._over is not None and self._over.may_leave():
            self._uncover()
        return self._over is None

    def _uncover(self) -> None:
        page, self._over = self._over, None
        if page is None:
            return
        self.reporting.hide()
        self._layers.setCurrentIndex(0)
        if not page.LASTING:
            self._layers.removeWidget(page)
            page.deleteLater()
        _enable_pages(self._desk.actions, True)
        if self.current is not None:
            self.setWindowTitle(word(self.current.KIND))
            _focus_page(self.current)

    # --- keys -----------------------------------------------------------------------------------

    def next_area(self) -> None:
        """F6: sidebar, then the areas of the page, in a circle."""
        page = self._in_sight()
        if page is None:
            return
        areas = [(area, area) for area in page.areas() if area.isVisible()]
        if self._over is None:
            areas.insert(0, (self.sidebar, self.sidebar.first_item()))
        _focus_next(areas)

    def toggle_sidebar(self) -> None:
        self.sidebar.set_rail(not self.sidebar.rail)
        if not self._narrow:
            self._state.rail = self.sidebar.rail

    def _on_open_triggered(self) -> None:
        self.show_page(PageKind(self.sender().objectName().removeprefix(_OPEN)))

    def _on_new_request_triggered(self) -> None:
        page = self.current
        self.compose(Compose(mentor_id=page.mentor_in_view() if page else None))

    def _on_log_contact_triggered(self) -> None:
        page = self.current
        self.log_contact(page.mentor_in_view() if page else None)

    def _on_search_triggered(self) -> None:
        page = self._in_sight()
        if page is not None and not page.focus_search() and self._over is None:
            self.show_page(PageKind.MENTORS)
            mentors = self.current
            if mentors is not None:
                mentors.focus_search()

    def follow(self, standing: Standing) -> None:
        """Show badge, unread notices and mail from here on."""
        self.sidebar.follow(standing)

    # --- the window -----------------------------------------------------------------------------

    def restore(self) -> None:
        self._state.restore_window(self, self.screen())

    def raise_window(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keep_state(self) -> None:
        """Before the program ends."""
        if not self.isMinimized():
            self._state.keep_window(self)
        for kind, page in self._pages.items():
            width = page.pane_width()
            if width is not None:
                self._state.keep_pane_width(kind.value, width)
        self._state.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < RAIL_BELOW
        if narrow is not self._narrow:
            self._narrow = narrow
            self.sidebar.set_rail(narrow or self._state.rail)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._desk.look.color("window"))
        if self._tells_paint:
            self._tells_paint = False
            QTimer.singleShot(0, self, self.painted.emit)

    def tell_paint(self) -> None:
        """Say `painted` after the next paint once more."""
        self._tells_paint = True
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_requested.emit()


def _focus_next(areas: list[tuple[QWidget, QWidget]]) -> None:
    """Each area with the widget in it that takes the focus."""
    focused = QApplication.focusWidget()
    place = -1
    for number, (area, _) in enumerate(areas):
        if focused is not None and (area is focused or area.isAncestorOf(focused)):
            place = number
    if areas:
        areas[(place + 1) % len(areas)][1].setFocus()


def _focus_page(page: Page) -> None:
    areas = page.areas()
    if areas:
        areas[0].setFocus()


def _enable_pages(actions: Actions, enabled: bool) -> None:
    """The keys of the pages rest while the wizard has the window."""
    resting = (ActionId.NEW_REQUEST, ActionId.LOG_CONTACT, ActionId.TOGGLE_SIDEBAR)
    for action in actions:
        name = action.objectName()
        if name.startswith(_OPEN) or name in resting:
            action.setEnabled(enabled)
