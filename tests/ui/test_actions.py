"""Every action once, with keys that no other one has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lordesk.kinds import Page
from ui.actions import PLACE_KEYS, SPECS, ActionId, Actions, key_text, words
from ui.dialogs.shortcuts import ShortcutsDialog, shortcut_groups
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.widgets.look import Look


def test_every_id_has_one_action(qapp: object) -> None:
    actions = Actions()
    assert {spec.id for spec in SPECS} == set(ActionId)
    assert len(list(actions)) == len(ActionId)
    assert actions.get(ActionId.NEW_REQUEST).shortcut().toString() == "Ctrl+N"


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(key for spec in SPECS for key in spec.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_page_has_an_action_but_welcome() -> None:
    pages = {spec.id.value.removeprefix("open-") for spec in SPECS if "open-" in spec.id.value}
    assert pages == {page.value for page in Page} - {"welcome"}


def test_every_icon_of_an_action_is_shipped(look: Look) -> None:
    assert {spec.icon for spec in SPECS if spec.icon} <= set(look.icons.names())


def test_the_shortcut_list_names_every_key(qtbot: QtBot, desk: Desk) -> None:
    dialog = ShortcutsDialog(desk)
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(Label)}
    for spec in (*SPECS, *PLACE_KEYS):
        if spec.keys:
            assert words(spec.text) in shown
            assert any(key_text(spec.keys[0]) in text for text in shown)
    assert sum(map(len, shortcut_groups().values())) > 30
