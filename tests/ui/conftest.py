"""A real core on a new home, on the day of the pictures, and a desk for pages and dialogs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from lordesk.clock import FixedClock
from lordesk.core import Core
from lordesk.keychain import Keychain
from lordesk.paths import Paths, paths_in, resources_dir
from tests.keyrings import MemoryKeyring
from tests.ui.doubles import AnsweredBoxes
from ui.actions import Actions
from ui.bridge import Bridge
from ui.desk import Desk, Voice
from ui.tasks import ImmediateRunner
from ui.theme import ThemeManager
from ui.widgets.look import Look, make_look
from ui.wording.plurals import EnglishPlurals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ZONE = ZoneInfo("America/New_York")
TUESDAY_9 = datetime(2026, 8, 18, 9, 0, tzinfo=ZONE)
"""The "today" of the pictures."""


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style is chosen as in a real start."""
    return ["lordesk", "-style", "fusion"]


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str], qapp_cls: type[QApplication]) -> Iterator[QApplication]:
    """The application, dressed and speaking once for all tests: dressing it anew is slow."""
    app = QApplication.instance() or qapp_cls(qapp_args)
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    plurals = EnglishPlurals(app)
    app.installTranslator(plurals)
    themes = ThemeManager(resources_dir(), app.styleHints())
    themes.apply(app)
    app.setProperty("look", make_look(themes, resources_dir()))
    return app


@pytest.fixture(autouse=True)
def _windows_are_gone(qapp: QApplication) -> Iterator[None]:
    yield
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    found: Look = qapp.property("look")
    return found


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TUESDAY_9, ZONE)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path / "home")


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def core(paths: Paths, clock: FixedClock, keyring: MemoryKeyring) -> Iterator[Core]:
    opened = Core.open(paths, clock, keychain=Keychain(lambda: keyring))
    yield opened
    opened.close()


@pytest.fixture
def boxes() -> AnsweredBoxes:
    return AnsweredBoxes()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[ImmediateRunner]:
    runner = ImmediateRunner()
    yield runner
    runner.settle()


@pytest.fixture
def voice(qapp: QApplication) -> Voice:
    return Voice()


@pytest.fixture
def desk(
    core: Core, look: Look, tasks: ImmediateRunner, boxes: AnsweredBoxes, voice: Voice
) -> Iterator[Desk]:
    bridge = Bridge(core.bus)
    yield Desk(
        look=look,
        tasks=tasks,
        bridge=bridge,
        boxes=boxes,
        actions=Actions(),
        clock=core.clock,
        settings=core.settings,
        voice=voice,
    )
    bridge.close()
