"""A picture of every page and wizard step, light and dark, large and small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from lordesk.kinds import MessageKind, Page
from tests.tour.dialogs import take_dialogs
from tests.tour.driver import MissedError, find, put_away, say, until
from ui.pages.mentor_pane.growth import StepLine
from ui.pages.page import Compose
from ui.theme import Mode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tour.stage import Stage as TourStage

LARGE = QSize(1280, 800)
SMALL = QSize(1024, 640)
_PAGES = tuple(page for page in Page if page not in (Page.WELCOME, Page.SETTINGS))
_SECTIONS = ("you", "mail", "templates", "appearance", "data", "about")
_SETTLE_MS = 350


def take_all(stage: TourStage, out: Path) -> int:
    """Returns how many pictures were written."""
    count = 0
    put_away()
    until(stage.window.undo_bar.isHidden, "the undo bar to leave", seconds=40)
    for mode, word in ((Mode.LIGHT, "light"), (Mode.DARK, "dark")):
        stage.look.themes.set_mode(mode)
        for size in (LARGE, SMALL):
            stage.window.resize(size)
            QTest.qWait(_SETTLE_MS)
            ending = f"{word}-{size.width()}x{size.height()}"
            count += _pages(stage, out, ending)
            count += _coach(stage, out, ending)
            count += _settings(stage, out, ending)
            count += _welcome(stage, out, ending)
            count += _wizard(stage, out, ending)
            count += take_dialogs(stage, out, ending)
    stage.look.themes.set_mode(Mode.LIGHT)
    stage.window.resize(LARGE)
    say(f"{count} pictures in {out}")
    return count


def _pages(stage: TourStage, out: Path, ending: str) -> int:
    for page in _PAGES:
        stage.window.show_page(page)
        _take(stage, out / f"{page.value}-{ending}.png")
    return len(_PAGES)


def _coach(stage: TourStage, out: Path, ending: str) -> int:
    """A mentor with something to do before the ask, its advice in sight."""
    coach = stage.core.coach
    mentor_id = next(row.id for row in stage.core.mentors.rows() if coach.suggestions(row.id))
    stage.window.show_page(Page.MENTORS, mentor_id)
    line = find(StepLine)
    areas = [area for area in stage.page.findChildren(QScrollArea) if area.isAncestorOf(line)]
    for area in areas:
        area.ensureWidgetVisible(line)
    _take(stage, out / f"coach-{ending}.png")
    return 1


def _settings(stage: TourStage, out: Path, ending: str) -> int:
    for section in _SECTIONS:
        stage.window.show_page(Page.SETTINGS, section)
        _take(stage, out / f"settings-{section}-{ending}.png")
    return len(_SECTIONS)


def _welcome(stage: TourStage, out: Path, ending: str) -> int:
    stage.window.welcome()
    over = stage.window.over
    assert over is not None
    _take(stage, out / f"welcome-{ending}.png")
    over.closed.emit()
    return 1


def _wizard(stage: TourStage, out: Path, ending: str) -> int:
    letter = next(r for r in stage.core.letters.rows() if "Adeyemi" in r.mentor_name)
    stage.window.compose(Compose(MessageKind.ASK, letter_id=letter.id, mentor_id=letter.mentor_id))
    over = stage.window.over
    assert over is not None
    wizard = over.wizard  # type: ignore[attr-defined]
    for number in range(5):
        _take(stage, out / f"wizard-{number + 1}-{ending}.png")
        if number < 4:
            wizard.go_on()
            if wizard.step != number + 1:
                raise MissedError(f"step {number + 2} of the wizard")
    draft_id = wizard.session.draft_id
    wizard.save_and_close()
    if draft_id is not None:
        stage.core.drafts.discard(draft_id)
    return 5


def _take(stage: TourStage, path: Path) -> None:
    QTest.qWait(_SETTLE_MS)
    if not stage.window.grab().save(str(path)):
        raise MissedError(f"the picture {path}")
