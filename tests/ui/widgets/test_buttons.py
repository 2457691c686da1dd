from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import Mode
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.checks import CheckBox, RadioButton, Switch
from ui.widgets.chips import Chip, MenuChip
from ui.widgets.nav import NavItem
from ui.widgets.segmented import Segmented
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from ui.widgets.look import Look


def color_at(widget: QWidget, x: int, y: int) -> QColor:
    return widget.grab().toImage().pixelColor(QPoint(x, y))


@pytest.mark.parametrize(
    ("kind", "fill"), [("primary", "accent"), ("secondary", "surface"), ("soft", "accent-soft")]
)
def test_a_button_has_the_fill_of_its_kind_in_both_schemes(
    qtbot: Any, look: Look, kind: str, fill: str
) -> None:
    button = Button(look, "Send", kind)
    qtbot.addWidget(button)
    button.resize(120, 32)
    assert color_at(button, 8, 16) == look.color(fill)
    look.themes.set_mode(Mode.DARK)
    assert color_at(button, 8, 16) == look.color(fill)


@pytest.mark.parametrize(("size", "height"), [("small", 28), ("normal", 32), ("large", 36)])
def test_a_button_has_the_height_of_its_size_and_grows_with_text(
    qtbot: Any, look: Look, size: str, height: int
) -> None:
    button = Button(look, "Send", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height
    look.themes.set_text_scale(1.3)
    assert button.sizeHint().height() == round(height * 1.3)


def test_a_button_is_as_wide_as_icon_words_and_hint_need(qtbot: Any, look: Look) -> None:
    plain, rich = Button(look, "New"), Button(look, "New", icon="plus", hint="Ctrl N")
    qtbot.addWidget(plain)
    qtbot.addWidget(rich)
    assert rich.sizeHint().width() > plain.sizeHint().width() + 40


def test_an_ampersand_is_shown_and_makes_no_shortcut(qtbot: Any, look: Look) -> None:
    button = Button(look, "A & B")
    qtbot.addWidget(button)
    assert button.text() == "A & B"
    assert QPushButton.text(button) == "A && B"
    assert button.shortcut().isEmpty()


def test_an_icon_button_says_its_name(qtbot: Any, look: Look) -> None:
    button = IconButton(look, "trash-2", "Delete the note")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Delete the note"


def test_a_link_answers_to_the_space_key(qtbot: Any, look: Look) -> None:
    link = LinkButton(look, "All applications")
    qtbot.addWidget(link)
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, Qt.Key.Key_Space)


def test_a_chip_is_toggled_by_space_and_tinted(qtbot: Any, look: Look) -> None:
    chip = Chip(look, "Teamwork", unselected_icon="plus")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert color_at(chip, 8, 14) == look.color("accent-soft")


def test_an_active_filter_is_cleared_by_its_x_and_by_delete(qtbot: Any, look: Look) -> None:
    chip = MenuChip(look, "Role")
    qtbot.addWidget(chip)
    chip.set_active(True, "Role: clinic")
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.cleared):
        qtbot.mouseClick(
            chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, chip.height() // 2)
        )
    with qtbot.waitSignal(chip.cleared):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert chip.text() == "Role: clinic"


def test_arrow_keys_move_the_choice_of_segments(qtbot: Any, look: Look) -> None:
    segments = Segmented(look, ("Month", "Week", "Agenda"), "View")
    qtbot.addWidget(segments)
    segments.show()
    segments.activateWindow()
    first = segments.layout().itemAt(0).widget()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(segments.picked) as caught:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert caught.args == [1]
    assert segments.index() == 1


def test_setting_a_segment_is_no_pick_of_the_user(qtbot: Any, look: Look) -> None:
    segments = Segmented(look, ("Warm", "Formal"), "Tone")
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.picked):
        segments.set_index(1)
    assert segments.index() == 1


def test_tabs_move_with_arrow_keys(qtbot: Any, look: Look) -> None:
    tabs = Tabs(look, ("Overview", "A & B"), "Mentor")
    qtbot.addWidget(tabs)
    assert tabs.accessibleName() == "Mentor"
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1


def test_the_switch_says_on_or_off_and_moves_by_space(qtbot: Any, look: Look) -> None:
    switch = Switch(look, "Start at login")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    track = switch.ring_rect()
    assert color_at(switch, track.right() - 4, track.center().y()) == look.color("border-control")
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert color_at(switch, track.left() + 5, track.center().y()) == look.color("accent")
    assert switch.accessibleName() == "Start at login"


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_click_on_the_words_checks(
    qtbot: Any, look: Look, kind: type[CheckBox | RadioButton]
) -> None:
    box = kind(look, "Offer a meeting")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    spot = QPoint(box.width() - 4, box.height() // 2)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=spot)
    assert box.isChecked()
    assert box.text() == "Offer a meeting"


def test_a_navigation_item_keeps_its_name_in_the_rail(qtbot: Any, look: Look) -> None:
    item = NavItem(look, "sun", "Today")
    qtbot.addWidget(item)
    item.set_badge(4, "4 need you")
    item.set_rail(True)
    assert item.accessibleName() == item.toolTip() == "Today"
    assert item.accessibleDescription() == "4 need you"
    assert item.sizeHint().width() == 40


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_each_usual_key_presses_a_button(qtbot: Any, look: Look, key: Qt.Key) -> None:
    button = Button(look, "Add a mentor")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignals([button.clicked]):
        qtbot.keyClick(button, key)
