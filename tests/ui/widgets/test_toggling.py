"""Checkable buttons hear a screen reader. Over AT-SPI it toggles them: that is what Qt's button
does for the action "Toggle", so `toggle` stands for it here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ui.sidebar import MailLine
from ui.widgets.checks import CheckBox, RadioButton, Switch
from ui.widgets.chips import Chip
from ui.widgets.nav import NavItem
from ui.wizard.rail import Rail, StepItem

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.widgets.look import Look

KINDS: list[Callable[[Look], QAbstractButton]] = [
    lambda look: CheckBox(look, "Remind me"),
    lambda look: Switch(look, "Send mail by itself"),
    lambda look: Chip(look, "Team work"),
    lambda look: NavItem(look, "users", "Mentors"),
    lambda look: StepItem(look, 1, "Timing"),
    lambda look: RadioButton(look, "Send now"),
    lambda look: MailLine(look),
]
NAMES = ["check box", "switch", "chip", "sidebar item", "step", "radio button", "mail line"]


@pytest.fixture(params=KINDS, ids=NAMES)
def button(request: pytest.FixtureRequest, qtbot: QtBot, look: Look) -> QAbstractButton:
    made: QAbstractButton = request.param(look)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def clicks(button: QAbstractButton) -> list[bool]:
    heard: list[bool] = []

    def hear(checked: bool) -> None:
        heard.append(checked)

    button.clicked.connect(hear)
    return heard


def test_a_readers_toggle_is_a_click(button: QAbstractButton, clicks: list[bool]) -> None:
    button.toggle()
    assert clicks == [True]


def test_a_click_is_one_click(button: QAbstractButton, clicks: list[bool]) -> None:
    button.click()
    assert len(clicks) == 1


def test_what_the_program_sets_is_no_click(button: QAbstractButton, clicks: list[bool]) -> None:
    button.setChecked(True)
    button.setChecked(False)
    assert clicks == []


def test_only_the_radio_button_that_was_used_is_clicked(qtbot: QtBot, look: Look) -> None:
    group = QWidget()
    qtbot.addWidget(group)
    row = QHBoxLayout(group)
    now, later = RadioButton(look, "Send now"), RadioButton(look, "Schedule")
    for button in (now, later):
        row.addWidget(button)
    now.setChecked(True)
    with qtbot.assertNotEmitted(now.clicked), qtbot.waitSignal(later.clicked):
        later.toggle()
    with qtbot.assertNotEmitted(later.clicked), qtbot.waitSignal(now.clicked):
        now.click()


def test_a_step_that_cannot_be_left_keeps_its_mark(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look, ["Mentor and letter", "Timing"])
    qtbot.addWidget(rail)
    rail.set_current(0)
    with qtbot.waitSignal(rail.picked) as picked:
        rail.items[1].toggle()
    assert picked.args == [1]
    assert [item.isChecked() for item in rail.items] == [True, False]
