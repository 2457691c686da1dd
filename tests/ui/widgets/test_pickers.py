"""The fields that open a list or a calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from ui.widgets.pickers import DateField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.widgets.look import Look


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> DateField:
    field = DateField(look)
    qtbot.addWidget(field)
    field.setAccessibleName("Letter due")
    field.set_day(date(2026, 8, 28))
    field.show()
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    return field


def the_popup() -> QWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_key_opens_the_calendar_and_changes_no_day(
    field: DateField, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(field, key, modifier)
    popup = the_popup()
    assert popup.accessibleName() == "Calendar: Letter due"
    days = popup.findChild(QTableView)
    assert days.accessibleName() == "Calendar: Letter due"
    assert field.day() == date(2026, 8, 28)


def test_arrows_choose_a_day_in_the_calendar_and_return_takes_it(field: DateField) -> None:
    field.open_calendar()
    popup = the_popup()
    days = popup.findChild(QTableView)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Down)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert field.day() == date(2026, 9, 5)


def test_esc_leaves_the_calendar_and_the_day_as_it_was(field: DateField) -> None:
    field.open_calendar()
    popup = the_popup()
    days = popup.findChild(QTableView)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert field.day() == date(2026, 8, 28)


def test_a_day_can_be_typed_in_numbers(qtbot: QtBot, look: Look) -> None:
    field = DateField(look)
    qtbot.addWidget(field)
    field.set_day(date(2026, 8, 28))
    field.show()
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    qtbot.keyClicks(field, "9")
    qtbot.keyClicks(field, "/5/2027")
    assert field.day() == date(2027, 9, 5)
    QCoreApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
    assert field.text() == "Sun, Sep 5, 2027"
