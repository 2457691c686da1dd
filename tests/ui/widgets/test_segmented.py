"""A choice side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.widgets.look import Look


@pytest.fixture
def tone(qtbot: QtBot, look: Look) -> Segmented:
    made = Segmented(look, ["Formal", "Warm", "Concise"], "Tone")
    qtbot.addWidget(made)
    made.set_index(1)
    made.show()
    qtbot.waitUntil(made.isVisible)
    made.setFocus()
    return made


def test_the_focus_goes_to_what_is_chosen(tone: Segmented) -> None:
    segment = QApplication.focusWidget()
    assert isinstance(segment, QRadioButton)
    assert segment.text() == "Warm"


def test_arrows_choose_and_the_focus_follows(qtbot: QtBot, tone: Segmented) -> None:
    with qtbot.waitSignal(tone.picked) as picked:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert picked.args == [2]
    tone.clearFocus()
    tone.setFocus()
    assert QApplication.focusWidget().text() == "Concise"


def test_a_readers_toggle_is_picked(qtbot: QtBot, tone: Segmented) -> None:
    with qtbot.waitSignal(tone.picked) as picked:
        tone.findChildren(QRadioButton)[0].toggle()
    assert picked.args == [0]
