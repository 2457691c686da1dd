"""The window: pages, keys, undo, what lies over the pages, what it remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from lordesk.errors import DiskFullError
from lordesk.kinds import MentorRole, MessageKind
from lordesk.kinds import Page as PageKind
from lordesk.paths import resources_dir
from lordesk.services.help import HelpService
from ui.actions import ActionId
from ui.dialogs.help_dialog import HelpDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.main_window import Doors, MainWindow
from ui.pages.page import Compose, Overlay, Page
from ui.pages.welcome import WelcomePage
from ui.places import page_kinds
from ui.standing import Standing
from ui.state import UiState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk


class PlainPage(Page):
    """A page with one button that counts how often it was loaded."""

    TABLES = frozenset({"mentor"})

    def __init__(self, desk: Desk, kind: PageKind) -> None:
        super().__init__(desk)
        self.KIND = kind  # type: ignore[misc]
        self.loads = 0
        self.targets: list[object] = []
        self.searched = 0
        self._set_up()

    def _build(self) -> None:
        self.button = QPushButton("Press", self)
        QVBoxLayout(self).addWidget(self.button)

    def reload(self) -> None:
        self.loads += 1

    def open_target(self, target: object) -> None:
        self.targets.append(target)

    def areas(self) -> list[QWidget]:
        return [self.button]

    def focus_search(self) -> bool:
        self.searched += 1
        return True


class PlainOverlay(Overlay):
    KIND = PageKind.WELCOME

    def __init__(self, desk: Desk, compose: Compose | None = None) -> None:
        super().__init__(desk)
        self.compose = compose
        self.stays = False
        self._set_up()

    def may_leave(self) -> bool:
        return not self.stays


class Made:
    """What the window has asked for."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.pages: dict[PageKind, PlainPage] = {}
        self.overlays: list[PlainOverlay] = []
        self.dialogs: list[object] = []

    def doors(self) -> Doors:
        return Doors(
            page=self.page,
            welcome=self.overlay,
            wizard=self.overlay,
            composer=self.compose,
            add_mentor=self.dialog,
            log_contact=self.log_contact,
            help=self.help,
        )

    def page(self, kind: PageKind) -> Page:
        self.pages[kind] = PlainPage(self.desk, kind)
        return self.pages[kind]

    def overlay(self, compose: Compose | None = None) -> Overlay:
        self.overlays.append(PlainOverlay(self.desk, compose))
        return self.overlays[-1]

    def compose(self, compose: Compose, parent: QWidget) -> QDialog:
        self.dialogs.append(compose)
        return QDialog(parent)

    def dialog(self, parent: QWidget) -> QDialog:
        self.dialogs.append("add mentor")
        return QDialog(parent)

    def help(self, topic: str, parent: QWidget) -> HelpDialog:
        self.dialogs.append(topic)
        return HelpDialog(self.desk, HelpService(resources_dir()).topic(topic), parent)

    def log_contact(self, mentor_id: int | None, parent: QWidget) -> QDialog:
        self.dialogs.append(mentor_id)
        return QDialog(parent)


@pytest.fixture
def made(desk: Desk) -> Made:
    return Made(desk)


@pytest.fixture
def state(core: Core) -> UiState:
    return UiState(core.paths.config / "window.ini")


@pytest.fixture
def standing(core: Core, desk: Desk) -> Standing:
    return Standing(desk.bridge, core.clock, core.today, core.notices, core.outbox, core.calendar)


@pytest.fixture
def window(
    qtbot: QtBot, core: Core, desk: Desk, made: Made, standing: Standing, state: UiState
) -> MainWindow:
    opened = MainWindow(desk, page_kinds(demo=False), state)
    opened.open_doors(made.doors(), core.undo)
    opened.follow(standing)
    qtbot.addWidget(opened, before_close_func=_hide)
    opened.resize(1280, 800)
    opened.show_page(PageKind.TODAY)
    opened.show()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


def _hide(window: QWidget) -> None:
    window.hide()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier
    if shift:
        modifier |= Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, key, modifier)


def test_pages_are_made_at_the_first_visit(qtbot: QtBot, window: MainWindow, made: Made) -> None:
    assert set(made.pages) == {PageKind.TODAY}
    press(qtbot, window, Qt.Key.Key_2)
    assert set(made.pages) == {PageKind.TODAY, PageKind.MENTORS}
    assert window.current is made.pages[PageKind.MENTORS]
    assert window.windowTitle() == "Mentors"
    first = made.pages[PageKind.MENTORS]
    press(qtbot, window, Qt.Key.Key_1)
    press(qtbot, window, Qt.Key.Key_2)
    assert made.pages[PageKind.MENTORS] is first


def test_a_page_reloads_when_it_can_be_seen(
    qtbot: QtBot, window: MainWindow, made: Made, core: Core
) -> None:
    today = made.pages[PageKind.TODAY]
    loads = today.loads
    core.mentors.add("Sam Bell", role=MentorRole.ATTENDING)
    assert today.loads == loads + 1
    press(qtbot, window, Qt.Key.Key_2)
    core.mentors.add("Ann Osei", role=MentorRole.ATTENDING)
    assert today.loads == loads + 1
    assert today.stale
    press(qtbot, window, Qt.Key.Key_1)
    assert today.loads == loads + 2


def test_a_page_asks_for_another_and_names_what_to_select(window: MainWindow, made: Made) -> None:
    made.pages[PageKind.TODAY].navigate_requested.emit(PageKind.MENTORS, 7)
    assert window.current is made.pages[PageKind.MENTORS]
    assert made.pages[PageKind.MENTORS].targets == [7]


def test_the_window_becomes_a_rail_below_1120(qtbot: QtBot, window: MainWindow) -> None:
    assert window.sidebar.width() == 208
    window.resize(1100, 700)
    assert window.sidebar.width() == 56
    window.resize(1200, 700)
    assert window.sidebar.width() == 208
    press(qtbot, window, Qt.Key.Key_B)
    assert window.sidebar.width() == 56


def test_undo_names_the_step(qtbot: QtBot, window: MainWindow, core: Core) -> None:
    core.mentors.add("Sam Bell", title="Dr.", role=MentorRole.ATTENDING)
    press(qtbot, window, Qt.Key.Key_Z)
    assert core.mentors.rows() == []
    assert window.undo_bar.text() == "Undone: adding Dr. Sam Bell."
    press(qtbot, window, Qt.Key.Key_Z, shift=True)
    assert len(core.mentors.rows()) == 1
    assert window.undo_bar.text() == "Done again: adding Dr. Sam Bell."


def test_the_bar_undoes_only_the_step_it_spoke_of(
    window: MainWindow, core: Core, desk: Desk
) -> None:
    core.mentors.add("Sam Bell", role=MentorRole.ATTENDING)
    desk.say()
    assert window.undo_bar.text() == "Sam Bell added."
    core.mentors.add("Ann Osei", role=MentorRole.ATTENDING)
    window.undo_bar.undone.emit()
    assert len(core.mentors.rows()) == 2
    assert "Something changed since" in window.undo_bar.text()


def test_undo_with_nothing_to_undo_says_so(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_Z)
    assert window.undo_bar.text() == "There is nothing to undo."


def test_an_error_is_a_sentence_that_goes_with_its_page(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    desk.report(DiskFullError())
    assert window.reporting.bar.isVisible()
    assert window.reporting.bar.text().startswith("The disk is full")
    press(qtbot, window, Qt.Key.Key_3)
    assert not window.reporting.bar.isVisible()


def test_an_error_is_seen_above_what_lies_over_the_pages(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    desk.report(DiskFullError())
    press(qtbot, window, Qt.Key.Key_N)
    bar = window.reporting.bar
    assert not bar.isVisible()
    desk.report(DiskFullError())
    assert bar.isVisible()
    assert not bar.visibleRegion().isEmpty()
    assert window.over is not None
    assert bar.geometry().bottom() < window.over.mapTo(window, QPoint(0, 0)).y()
    window.over.closed.emit()
    assert not bar.isVisible()
    desk.report(DiskFullError())
    assert bar.isVisible()
    assert bar.x() >= window.sidebar.width()


def test_a_full_disk_at_welcome_is_said_and_what_was_typed_stays(
    window: MainWindow, core: Core, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise DiskFullError

    page = WelcomePage(desk, core.first_run, core.sample)
    window._cover(page)
    page._people.rows[0].name.setText("Ann One")
    with monkeypatch.context() as patched:
        patched.setattr(core.store, "step", full)
        page._done.click()
    assert window.reporting.bar.isVisible()
    assert window.reporting.bar.text().startswith("The disk is full")
    assert window.over is page
    assert page._people.rows[0].name.text() == "Ann One"
    page._done.click()
    assert window.over is None
    assert [row.full_name for row in core.mentors.rows()] == ["Ann One"]
    assert not window.reporting.bar.isVisible()


def test_the_wizard_fills_the_window_and_the_keys_of_pages_rest(
    qtbot: QtBot, window: MainWindow, made: Made, desk: Desk
) -> None:
    press(qtbot, window, Qt.Key.Key_N)
    assert window.over is made.overlays[0]
    assert not window.sidebar.isVisible()
    press(qtbot, window, Qt.Key.Key_2)
    assert window.over is made.overlays[0]
    made.overlays[0].closed.emit()
    assert window.over is None
    assert window.sidebar.isVisible()
    assert desk.actions.get(ActionId.OPEN_MENTORS).isEnabled()


def test_a_wizard_that_must_stay_is_not_left(window: MainWindow, made: Made) -> None:
    window.compose(Compose())
    made.overlays[0].stays = True
    window.show_page(PageKind.MENTORS)
    assert window.over is made.overlays[0]
    made.overlays[0].stays = False
    window.show_page(PageKind.MENTORS)
    assert window.over is None
    assert window.current is made.pages[PageKind.MENTORS]


def test_a_short_message_opens_the_composer(window: MainWindow, made: Made) -> None:
    note = Compose(MessageKind.THANKS, letter_id=3)
    made.pages[PageKind.TODAY].compose_requested.emit(note)
    assert made.dialogs == [note]
    assert window.over is None


def test_f6_goes_round_the_areas(qtbot: QtBot, window: MainWindow, made: Made) -> None:
    page = made.pages[PageKind.TODAY]
    page.button.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    focused = window.focusWidget()
    assert focused is not None
    assert window.sidebar.isAncestorOf(focused)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is page.button


def test_ctrl_f_asks_the_page(qtbot: QtBot, window: MainWindow, made: Made) -> None:
    press(qtbot, window, Qt.Key.Key_F)
    assert made.pages[PageKind.TODAY].searched == 1


def test_closing_only_asks(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.close_requested):
        window.close()
    assert window.isVisible()


def test_an_unknown_place_is_today(window: MainWindow) -> None:
    window.show_page(PageKind.PRACTICE_INBOX)
    assert window.current is not None
    assert window.current.KIND is PageKind.TODAY


def test_size_and_last_screen_are_remembered(window: MainWindow, state: UiState) -> None:
    window.show_page(PageKind.CALENDAR)
    window.setMinimumSize(0, 0)
    window.resize(QSize(800, 690))
    window.keep_state()
    again = QWidget()
    state.restore_window(again, again.screen())
    assert again.size() == QSize(800, 690)
    assert state.last_page == "calendar"


def test_a_small_screen_shows_the_whole_window(state: UiState, window: MainWindow) -> None:
    fresh = QWidget()
    state.restore_window(fresh, None)
    assert (fresh.size(), fresh.minimumSize()) == (QSize(1280, 800), QSize(1024, 640))
    room = window.screen().availableGeometry().size()
    state.restore_window(fresh, window.screen())
    assert fresh.minimumSize() == QSize(1024, 640).boundedTo(room)


def test_the_badge_and_the_mail_line_follow_the_core(
    qtbot: QtBot, window: MainWindow, core: Core, standing: Standing
) -> None:
    core.reminders.add("Call", core.clock.today())
    with qtbot.waitSignal(standing.changed):
        core.reminders.add("Late", core.clock.today().replace(day=10))
    assert standing.badge == 1
    assert standing.mail.text == "Outbox"
    core.outbox.stop_all()
    standing.refresh()
    assert standing.mail.text == "Sending is stopped"


def test_every_entry_of_the_sidebar_has_a_name(window: MainWindow) -> None:
    for button in window.sidebar.findChildren(QPushButton):
        assert button.accessibleName() or button.text()


# --- help -----------------------------------------------------------------------------------------


def test_the_question_mark_opens_the_help_of_the_page_that_is_shown(
    qtbot: QtBot, window: MainWindow, made: Made
) -> None:
    window.show_page(PageKind.CALENDAR)
    qtbot.keyClick(window, "?")
    dialog = window.findChild(HelpDialog)
    assert made.dialogs == ["calendar"]
    assert dialog is not None
    assert dialog.windowTitle() == "Help: Calendar"


def test_the_button_in_the_sidebar_opens_it_too_and_leads_to_every_shortcut(
    qtbot: QtBot, window: MainWindow, made: Made
) -> None:
    button = next(b for b in window.findChildren(QPushButton) if b.accessibleName() == _HELP)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "All shortcuts").click()
    assert window.findChild(ShortcutsDialog) is not None


_HELP = "Help on this page"
