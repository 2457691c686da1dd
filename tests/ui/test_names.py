"""Every widget that takes the focus says its name, on every page and in every dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QWidget

from lordesk.kinds import MessageKind, Page, Stage
from ui.main_window import MainWindow
from ui.pages.page import Compose
from ui.places import Places, page_kinds
from ui.state import UiState

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk

PAGES = [page for page in Page if page is not Page.WELCOME]


@pytest.fixture
def places(core: Core, desk: Desk) -> Places:
    core.sample.add(with_profile=True)
    return Places(desk, core, core.practice)


@pytest.fixture
def window(qtbot: QtBot, places: Places, core: Core, desk: Desk, tmp_path: Path) -> MainWindow:
    made = MainWindow(desk, page_kinds(demo=True), UiState(tmp_path / "window.ini"))
    made.open_doors(places.doors(), core.undo)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def nameless(ground: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in ground.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollArea)
        and widget.focusProxy() is None
        and not name_of(widget)
    ]


def name_of(widget: QWidget) -> str:
    """What the platform is told; of a combo box, whose value stands there, what its label says."""
    if isinstance(widget, QComboBox):
        labels = widget.window().findChildren(QLabel)
        return next((label.text() for label in labels if label.buddy() is widget), "")
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


class Openings(QObject):
    """Names the widgets that are shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_opens_as_a_window_while_it_is_made(
    window: MainWindow, core: Core, qapp: QApplication
) -> None:
    letter = next(row for row in core.letters.rows() if row.stage is Stage.PLANNED)
    openings = Openings()
    qapp.installEventFilter(openings)
    for kind in PAGES:
        window.show_page(kind)
    window.compose(Compose(letter_id=letter.id, mentor_id=letter.mentor_id))
    qapp.removeEventFilter(openings)
    assert openings.seen == []


@pytest.mark.parametrize("kind", PAGES)
def test_pages(window: MainWindow, kind: Page) -> None:
    window.show_page(kind)
    assert window.current is not None
    assert window.current.KIND is kind
    assert nameless(window) == []


def test_welcome(window: MainWindow) -> None:
    window.welcome()
    assert nameless(window) == []


def test_the_dialogs_of_the_window(window: MainWindow, places: Places) -> None:
    for dialog in (places.add_mentor(window), places.log_contact(None, window)):
        dialog.show()
        assert nameless(dialog) == []


@pytest.mark.parametrize(
    ("kind", "stage"),
    [
        (MessageKind.FOLLOW_UP, Stage.ASKED),
        (MessageKind.DUE_FOLLOW_UP, Stage.WRITING),
        (MessageKind.THANKS, Stage.SUBMITTED),
        (MessageKind.UPDATE, Stage.WRITING),
    ],
)
def test_the_composer(
    window: MainWindow, places: Places, core: Core, kind: MessageKind, stage: Stage
) -> None:
    letter = next(row for row in core.letters.rows() if row.stage is stage)
    compose = Compose(kind, letter_id=letter.id, mentor_id=letter.mentor_id)
    dialog = places.composer(compose, window)
    dialog.show()
    assert nameless(dialog) == []


def test_the_steps_of_the_wizard(window: MainWindow, core: Core) -> None:
    letter = next(row for row in core.letters.rows() if row.stage is Stage.PLANNED)
    window.compose(Compose(letter_id=letter.id, mentor_id=letter.mentor_id))
    wizard = window.over.wizard  # type: ignore[union-attr]
    for step in range(5):
        assert wizard.step == step
        assert nameless(window) == []
        wizard.go_on()
