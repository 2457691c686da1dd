from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QPoint, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.widgets.field import Field
from ui.widgets.fields import PasswordField, SearchField, TextArea, TextField
from ui.widgets.pickers import ComboBox, DateField, NumberField, TimeField

if TYPE_CHECKING:
    from ui.widgets.look import Look


def wheel() -> QWheelEvent:
    nowhere, turn = QPoint(5, 5), QPoint(0, -120)
    none = Qt.KeyboardModifier.NoModifier
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(nowhere, nowhere, QPoint(), turn, buttons, none, phase, False)


def test_a_field_gives_its_editor_a_name(qtbot: Any, look: Look) -> None:
    editor = TextField(look)
    field = Field(look, "Email & phone", editor, "Where replies go.")
    qtbot.addWidget(field)
    buddy = next(label for label in field.findChildren(QLabel) if label.buddy() is editor)
    assert buddy.text() == "Email && phone"
    assert editor.accessibleName() == "Email & phone"
    assert editor.accessibleDescription() == "Where replies go."


def test_an_error_replaces_the_help_and_marks_the_edge(qtbot: Any, look: Look) -> None:
    editor = TextField(look)
    field = Field(look, "Email", editor, "Where replies go.")
    qtbot.addWidget(field)
    editor.resize(200, 32)
    field.set_error("Add the part after the dot.")
    assert editor.accessibleDescription() == "Add the part after the dot."
    assert field.error() == "Add the part after the dot."
    assert editor.grab().toImage().pixelColor(100, 0) == look.color("danger-solid")
    field.set_error("")
    assert editor.accessibleDescription() == "Where replies go."
    assert editor.grab().toImage().pixelColor(100, 0) == look.color("border-control")


def test_all_fields_are_as_high_as_a_button(qtbot: Any, look: Look) -> None:
    for kind in (TextField, ComboBox, DateField, TimeField, NumberField):
        editor = kind(look)
        qtbot.addWidget(editor)
        assert editor.sizeHint().height() == 32, kind


def test_escape_empties_the_search_and_tells_it_as_an_edit(qtbot: Any, look: Look) -> None:
    search = SearchField(look, "Search mentors", "Ctrl F")
    qtbot.addWidget(search)
    search.setText("cardio")
    with qtbot.waitSignal(search.textEdited):
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert search.accessibleName() == "Search mentors"


def test_down_leaves_the_search_for_its_results(qtbot: Any, look: Look) -> None:
    search = SearchField(look, "Search mentors")
    qtbot.addWidget(search)
    with qtbot.waitSignal(search.left_downwards):
        qtbot.keyClick(search, Qt.Key.Key_Down)


def test_the_eye_shows_and_hides_the_password(qtbot: Any, look: Look) -> None:
    field = PasswordField(look)
    qtbot.addWidget(field)
    eye = next(child for child in field.children() if hasattr(child, "set_name"))
    assert field.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClick(eye, Qt.Key.Key_Space)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide password"
    qtbot.keyClick(eye, Qt.Key.Key_Space)
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_tab_leaves_a_text_area_and_finishes_the_edit(qtbot: Any, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    area, after = TextArea(look), TextField(look)
    column.addWidget(area)
    column.addWidget(after)
    window.show()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    with qtbot.waitSignal(area.editing_finished):
        qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.toPlainText() == ""


def test_the_wheel_changes_no_field_that_only_lies_under_it(qtbot: Any, look: Look) -> None:
    combo, date, time, number = ComboBox(look), DateField(look), TimeField(look), NumberField(look)
    combo.addItems(["10 minutes", "An hour"])
    date.setDate(QDate(2026, 8, 19))
    time.setTime(QTime(8, 0))
    number.setValue(5)
    for field in (combo, date, time, number):
        qtbot.addWidget(field)
        QApplication.sendEvent(field, wheel())
    assert combo.currentIndex() == 0
    assert date.date() == QDate(2026, 8, 19)
    assert time.time() == QTime(8, 0)
    assert number.value() == 5


def test_the_calendars_arrows_have_names(qtbot: Any, look: Look) -> None:
    date = DateField(look)
    qtbot.addWidget(date)
    arrows = [
        date.calendarWidget().findChild(QToolButton, name)
        for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth")
    ]
    assert [arrow.accessibleName() for arrow in arrows] == ["Previous month", "Next month"]
