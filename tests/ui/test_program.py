"""The window of a start: its frame at once, then the page of the home, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from lordesk.core import Core
from lordesk.errors import HomeNotWritableError
from lordesk.kinds import MentorRole
from lordesk.settings import SettingsFile
from ui.pages.mentors import MentorsPage
from ui.pages.today import TodayPage
from ui.program import Program
from ui.recovery import RecoveryWindow
from ui.widgets.text import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lordesk.clock import FixedClock
    from lordesk.paths import Paths
    from ui.main_window import MainWindow
    from ui.widgets.look import Look


@pytest.fixture
def home(paths: Paths, clock: FixedClock) -> Paths:
    """A home that was used before."""
    core = Core.open(paths, clock)
    core.mentors.add("Sam Bell", role=MentorRole.ATTENDING)
    core.settings.change(welcomed=True)
    core.close()
    return paths


@pytest.fixture
def program(qapp: QApplication, look: Look, paths: Paths, clock: FixedClock) -> Iterator[Program]:
    made = Program(paths, look, clock, demo=False)
    yield made
    QTimer.singleShot(0, made, made.end)
    late = QTimer(singleShot=True, interval=100)
    late.timeout.connect(qapp.quit)
    late.start()
    qapp.exec()  # the end leaves the loop of the application, so there must be one
    late.stop()  # or it would end the loop of the next test


class Frame(QObject):
    """What there is when the frame has been painted and nothing more."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        session = program.session
        assert session is not None
        self._program = program
        self.picture: QImage | None = None
        self.title = QRect()
        session.window.painted.connect(self.look)

    def look(self) -> None:
        window = window_of(self._program)
        if self.picture is not None or window.current is not None:
            return
        self.title = place_of_title(window, window)
        self.picture = window.grab().toImage()


def window_of(program: Program) -> MainWindow:
    assert program.session is not None
    return program.session.window


def place_of_title(ground: QWidget, window: QWidget) -> QRect:
    found = [
        label
        for label in ground.findChildren(Label)
        if label.text() == "Today" and label.isVisible()
    ]
    assert len(found) == 1
    return QRect(found[0].mapTo(window, QPoint(0, 0)), found[0].size())


def recovery() -> list[QWidget]:
    shown = QApplication.topLevelWidgets()
    return [window for window in shown if isinstance(window, RecoveryWindow) and window.isVisible()]


@pytest.mark.parametrize("width", [1280, 1024])
def test_the_frame_is_painted_before_the_home_is_open_and_the_page_keeps_its_place(
    qtbot: QtBot, home: Paths, program: Program, width: int
) -> None:
    assert program.begin("")
    assert program.session is not None
    assert not program.session.furnished
    window = window_of(program)
    assert window.isVisible()
    assert window.windowTitle() == "Today"
    window.resize(width, 700)
    frame = Frame(program)
    # The page is connected first, so the frame must be looked at before that.
    program.session.framed.disconnect()
    qtbot.waitUntil(lambda: frame.picture is not None)
    assert "store" not in vars(program._core)
    program._on_session_framed()
    assert isinstance(window.current, TodayPage)
    assert place_of_title(window.current, window) == frame.title
    page = window.grab().toImage()
    assert frame.picture is not None
    for still in (frame.title, window.sidebar.geometry()):
        assert page.copy(still) == frame.picture.copy(still)


def test_the_page_follows_the_frame(qtbot: QtBot, home: Paths, program: Program) -> None:
    with qtbot.waitSignal(program.opened):
        program.begin("")
    assert isinstance(window_of(program).current, TodayPage)
    qtbot.waitUntil(lambda: program.session is not None and program.session.companions is not None)


def test_a_wish_that_arrives_before_the_page_is_followed(
    qtbot: QtBot, home: Paths, program: Program
) -> None:
    program.begin("")
    assert program.session is not None
    with qtbot.waitSignal(program.opened):
        program.session.open_wish("mentors")
    assert isinstance(window_of(program).current, MentorsPage)


def test_a_frame_that_is_closed_ends_the_program_where_there_is_no_tray(
    qapp: QApplication, home: Paths, program: Program
) -> None:
    program.begin("")
    ended: list[object] = []
    assert program.session is not None
    program.session.ended.connect(ended.append)
    QTimer.singleShot(0, window_of(program), window_of(program).close)
    QTimer.singleShot(2000, qapp, qapp.quit)
    qapp.exec()
    assert len(ended) == 1


def test_a_home_that_cannot_be_opened_takes_the_frame_away(
    qtbot: QtBot, home: Paths, program: Program
) -> None:
    kept = home.database.read_bytes()
    home.database.write_bytes(b"not a database " * 1000)
    with qtbot.waitSignal(program.opened):
        program.begin("")
    assert program.session is None
    assert len(recovery()) == 1
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == recovery()
    home.database.write_bytes(kept)
    with qtbot.waitSignal(program.opened):
        recovery()[0].retried.emit()
    assert isinstance(window_of(program).current, TodayPage)
    assert recovery() == []


def test_a_damaged_home_is_restored_from_its_newest_backup(
    qtbot: QtBot, home: Paths, clock: FixedClock, program: Program
) -> None:
    core = Core.open(home, clock)
    core.backups.make("hourly")
    core.close()
    home.database.write_bytes(b"not a database " * 1000)
    with qtbot.waitSignal(program.opened):
        program.begin("")
    (window,) = recovery()
    assert isinstance(window, RecoveryWindow)
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Try again"
    assert "The newest good backup is of" in window.way_out()
    assert window.folder.isVisible()
    assert not window.anew.isVisible()
    middle = window.screen().availableGeometry().center()
    assert (window.frameGeometry().center() - middle).manhattanLength() <= 2
    with qtbot.waitSignal(program.opened):
        window.restore.click()
    assert program._core is not None
    assert [row.full_name for row in program._core.mentors.rows()] == ["Sam Bell"]


def test_a_damaged_home_without_a_backup_starts_new_after_a_second_click(
    qtbot: QtBot, home: Paths, program: Program
) -> None:
    home.database.write_bytes(b"not a database " * 1000)
    with qtbot.waitSignal(program.opened):
        program.begin("")
    (window,) = recovery()
    assert isinstance(window, RecoveryWindow)
    assert window.way_out() == "There is no backup in the backup folder."
    assert not window.folder.isVisible()
    assert not window.restore.isVisible()
    window.anew.click()
    assert window.way_out().startswith("LoRDesk will begin empty.")
    assert home.database.read_bytes().startswith(b"not a database")
    with qtbot.waitSignal(program.opened):
        window.anew.click()
    assert program._core is not None
    assert program._core.mentors.rows() == []
    assert len(list(home.data.glob("lordesk-damaged-*.db"))) == 1


def test_a_home_that_cannot_be_written_offers_no_copy(
    qtbot: QtBot, look: Look, paths: Paths
) -> None:
    window = RecoveryWindow(look, HomeNotWritableError(path=paths.data), paths.backups)
    qtbot.addWidget(window)
    window.show()
    assert not any(b.isVisible() for b in (window.folder, window.restore, window.anew))


def test_a_first_start_shows_its_welcome_and_no_frame(
    qtbot: QtBot, paths: Paths, program: Program
) -> None:
    assert not SettingsFile(paths.settings).values.welcomed
    program.begin("")
    assert program.session is not None
    assert program.session.furnished
    assert window_of(program).over is not None
