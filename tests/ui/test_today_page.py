"""Today: what it shows of the sample workspace, and what ticking, postponing and writing do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lordesk.kinds import MessageKind, Stage
from lordesk.kinds import Page as PageKind
from tests.ui.showing import shown as visible
from ui.pages.today import TodayPage
from ui.pages.today_lines import Line, TaskLine, TwoLines
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckBox
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk, Voice


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> TodayPage:
    core.sample.add(with_profile=True)
    return shown(qtbot, desk, core)


def shown(qtbot: QtBot, desk: Desk, core: Core) -> TodayPage:
    page = TodayPage(desk, core.today, core.requests, core.reminders, core.drafts, core.around)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def lines(page: TodayPage) -> list[TaskLine]:
    return visible(page, TaskLine)


def words(page: TodayPage) -> list[str]:
    lines = [text for two in visible(page, TwoLines) for text in two.words()]
    return [label.text() for label in visible(page, Label)] + lines


def line_about(page: TodayPage, text: str) -> TaskLine:
    return next(line for line in lines(page) if text in line.accessibleName())


def test_what_is_overdue_stands_first_with_the_suggested_button(page: TodayPage) -> None:
    first = lines(page)[0]
    assert "Ask Dr. Whitlock for the Harlan Scholarship letter" in first.accessibleName()
    assert "4 days late" in first.accessibleName()
    button = next(b for b in first.findChildren(Button) if b.text() == "Write request")
    assert button.kind == "soft"
    others = [b for line in lines(page)[1:] for b in line.findChildren(Button) if b.text()]
    assert {b.kind for b in others} == {"secondary"}


def test_the_sections_come_in_the_order_of_the_design(page: TodayPage) -> None:
    shown_words = words(page)
    wanted = ["Overdue", "Replies to read", "This week"]
    assert [word for word in shown_words if word in wanted] == wanted
    assert {"Letters in", "Thank-you notes owed", "Going quiet"} <= set(shown_words)
    assert "2 of 4 letters in" in shown_words


def test_ticking_a_reminder_off_is_done_and_can_be_undone(
    qtbot: QtBot, page: TodayPage, core: Core, voice: Voice
) -> None:
    line = line_about(page, "Send Dr. Marchetti your updated CV")
    with qtbot.waitSignal(voice.said):
        line.findChild(CheckBox).click()
    assert not any("updated CV" in other.accessibleName() for other in lines(page))
    core.undo.undo()
    assert any("updated CV" in other.accessibleName() for other in lines(page))


def test_ticking_an_ask_off_means_asked_in_person(page: TodayPage, core: Core) -> None:
    line = line_about(page, "Ask Dr. Whitlock")
    box = line.findChild(CheckBox)
    assert box.toolTip() == "I asked in person"
    box.click()
    letter = next(r for r in core.letters.rows() if r.mentor_short == "Dr. Whitlock")
    assert (letter.stage, letter.asked_on) == (Stage.ASKED, date(2026, 8, 18))


def test_single_keys_postpone_and_undo_in_the_focused_line(
    qtbot: QtBot, page: TodayPage, core: Core
) -> None:
    line = line_about(page, "Send Dr. Marchetti your updated CV")
    qtbot.keyClick(line, Qt.Key.Key_3)
    moved = next(r for r in core.reminders.of_mentor(line_mentor(core)) if "CV" in r.title)
    assert moved.on == date(2026, 8, 25)


def line_mentor(core: Core) -> int:
    return next(m.id for m in core.mentors.rows() if m.short_name == "Dr. Marchetti")


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        ("Ask Dr. Whitlock", MessageKind.ASK),
        ("Follow up with Dr. Osei", MessageKind.FOLLOW_UP),
        ("Check in on the letter from Dr. Bell", MessageKind.DUE_FOLLOW_UP),
    ],
)
def test_the_button_of_a_task_opens_what_is_to_be_written(
    qtbot: QtBot, page: TodayPage, about: str, kind: MessageKind
) -> None:
    line = line_about(page, about)
    button = next(b for b in line.findChildren(Button) if b.text())
    with qtbot.waitSignal(page.compose_requested) as asked:
        button.click()
    assert asked.args[0].kind is kind
    assert asked.args[0].letter_id is not None


def test_the_arrow_keys_go_from_line_to_line(qtbot: QtBot, page: TodayPage) -> None:
    every = visible(page, Line)
    qtbot.waitUntil(every[1].isVisible)
    every[0].setFocus()
    qtbot.keyClick(every[0], Qt.Key.Key_Down)
    assert page.focusWidget() is every[1]


def test_a_reply_is_read_by_opening_its_mentor(qtbot: QtBot, page: TodayPage, core: Core) -> None:
    line = next(
        line
        for line in visible(page, Line)
        if line.accessibleName().startswith("Dr. Ruth Halvorsen, “")
    )
    with qtbot.waitSignal(page.navigate_requested) as went:
        next(b for b in line.findChildren(Button)).click()
    assert went.args[0] is PageKind.MENTORS
    assert not any(r.unread_reply for r in core.letters.rows() if r.mentor_short == "Dr. Halvorsen")


def test_an_empty_home_says_that_all_is_clear(qtbot: QtBot, desk: Desk, core: Core) -> None:
    page = shown(qtbot, desk, core)
    assert "All clear." in words(page)
    button = next(b for b in visible(page, Button) if b.text() == "Plan a letter")
    with qtbot.waitSignal(page.compose_requested):
        button.click()


def test_an_unfinished_request_is_offered_again(qtbot: QtBot, desk: Desk, core: Core) -> None:
    draft = core.drafts.save(None, 2, {"mentor_id": 1})
    page = shown(qtbot, desk, core)
    button = next(b for b in visible(page, Button) if b.text() == "Continue")
    assert button.isVisible()
    with qtbot.waitSignal(page.compose_requested) as asked:
        button.click()
    assert asked.args[0].draft_id == draft.id


def test_names_that_look_like_markup_show_as_typed(qtbot: QtBot, desk: Desk, core: Core) -> None:
    core.reminders.add("<img src=x> & A & B", date(2026, 8, 19))
    page = shown(qtbot, desk, core)
    label = next(x for x in visible(page, TwoLines) if "<img" in x.words()[0])
    assert label.words()[0] == "<img src=x> & A & B"
    label.resize(20, label.height())
    assert label.toolTip().startswith("<qt>&lt;img")
