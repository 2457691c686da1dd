"""The fields that open a list or a calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFocusEvent

from ui.widgets.pickers import DateField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.widgets.look import Look


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
