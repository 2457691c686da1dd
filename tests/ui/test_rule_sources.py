"""The rules of an application with their sources, the user's values, and what is asked."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget

from lordesk.kinds import ApplicationKind, DateStatus, LetterService
from lordesk.paths import resources_dir
from lordesk.rows.letters import ApplicationRow
from lordesk.services.rules import RuleService
from tests.domain.shipped import load
from tests.ui.showing import shown
from ui.dialogs.rule_item import RuleItem
from ui.dialogs.rule_sources import RuleSourcesDialog
from ui.widgets.buttons import Button
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def application(**changes: object) -> ApplicationRow:
    base: dict[str, object] = {
        "id": 1,
        "name": "Urology & more",
        "kind": ApplicationKind.RESIDENCY,
        "service": LetterService.ERAS,
        "season": "2027",
        "specialty": "Urology",
        "goals": {},
        "hard_status": DateStatus.PROJECTED,
    }
    return ApplicationRow(**(base | changes))  # type: ignore[arg-type]


def opened(window: QWidget, desk: Desk, rules: RuleService, **changes: object) -> RuleSourcesDialog:
    dialog = RuleSourcesDialog(desk, rules, application(**changes), parent=window)
    dialog.open()
    return dialog


def after_update(core: Core, cap: int) -> RuleService:
    """The rules after a new pack has brought another cap."""
    data: Any = load("rules/services.json")
    data["services"][0]["cap"]["value"] = cap
    core.paths.rules.mkdir()
    (core.paths.rules / "services.json").write_text(json.dumps(data), encoding="utf-8")
    return RuleService(resources_dir(), core.store, core.paths.rules)


def text(widget: QWidget) -> str:
    return "\n".join(label.text() for label in shown(widget, QLabel))


def test_each_rule_shows_its_value_its_grade_and_how_sure_it_is(
    window: QWidget, desk: Desk, core: Core
) -> None:
    dialog = opened(window, desk, core.rules)
    cap = text(dialog._items["services", "eras.cap"])
    assert "Most letters for one program\n4\n" in cap
    assert "ERAS 2027 · official page · checked on" in cap
    assert dialog._items["services", "eras.cap"]._pill.accessibleName() == "Confirmed"
    assert dialog._items["eras-2027", "review.on"]._pill.accessibleName() == "Projected"
    assert dialog._items["specialties", "urology.chair"]._pill.accessibleName() == "Uncertain"


def test_the_page_of_a_rule_can_be_read_and_opened(
    window: QWidget, desk: Desk, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    item = opened(window, desk, core.rules)._items["services", "eras.lock"]
    assert "https://" not in text(item)
    item._source.click()
    assert "topic=eras-policies" in text(item)
    assert "not confirmed for ERAS 2027" in text(item)
    press(item, "Open page")
    assert asked == [core.rules.rule("services", "eras.lock").origin.source]
    item._source.click()
    assert "https://" not in text(item)


def test_a_cap_is_edited_in_place_and_reset(window: QWidget, desk: Desk, core: Core) -> None:
    dialog = opened(window, desk, core.rules)
    item = dialog._items["services", "eras.cap"]
    item._edit.click()
    assert item._field.editor.accessibleDescription() == "Shipped value: 4"
    item._editor.setValue(3)
    press(item, "Save")
    assert core.rules.services[LetterService.ERAS].cap == 3
    assert item._pill.accessibleName() == "Your value"
    assert "Shipped value: 4" in text(item)
    item._edit.click()
    press(item, "Reset")
    assert core.rules.services[LetterService.ERAS].cap == 4
    assert item._pill.accessibleName() == "Confirmed"
    core.undo.undo()
    assert core.rules.services[LetterService.ERAS].cap == 3


def test_a_day_is_edited_and_cancel_changes_nothing(
    window: QWidget, desk: Desk, core: Core
) -> None:
    dialog = opened(window, desk, core.rules)
    item = dialog._items["eras-2027", "review.on"]
    item._edit.click()
    item._editor.set_day(date(2026, 9, 30))
    press(item, "Cancel")
    assert core.undo.next_undo() is None
    item._edit.click()
    assert item._editor.day() == date(2026, 9, 23)
    item._editor.set_day(date(2026, 9, 30))
    press(item, "Save")
    assert core.rules.rule("eras-2027", "review.on").value == date(2026, 9, 30)
    assert "Wed, Sep 30, 2026" in text(item)


def test_a_value_that_the_rules_refuse_is_said_at_the_field(
    window: QWidget, desk: Desk, core: Core
) -> None:
    dialog = opened(window, desk, core.rules)
    item = dialog._items["specialties", "urology.minimum"]
    item._edit.click()
    item._editor.setValue(9)
    press(item, "Save")
    assert "Change the other number first" in item._field.error()
    assert core.undo.next_undo() is None


def test_sentences_cannot_be_edited(window: QWidget, desk: Desk, core: Core) -> None:
    dialog = opened(window, desk, core.rules)
    editable = {path for (_, path), item in dialog._items.items() if item._edit.isVisibleTo(item)}
    assert "eras.cap" in editable
    assert "review.on" in editable
    assert not any("notes" in path or "lock" in path for path in editable)


@pytest.mark.parametrize(("button", "cap"), [("keep", 3), ("take", 5)])
def test_a_changed_shipped_value_is_asked_about_at_the_top(
    window: QWidget, desk: Desk, core: Core, button: str, cap: int
) -> None:
    core.rules.edit("services", "eras.cap", 3)
    rules = after_update(core, 5)
    dialog = opened(window, desk, rules)
    [question] = dialog._questions
    assert "Yours is 3. It was 4, and is 5 now." in text(question)
    getattr(question, button).click()
    assert rules.services[LetterService.ERAS].cap == cap
    assert rules.conflicts() == ()
    assert not dialog._questions
    item = dialog._items["services", "eras.cap"]
    assert item._pill.accessibleName() == ("Your value" if cap == 3 else "Confirmed")


def test_a_rule_that_is_gone_can_only_be_removed(window: QWidget, desk: Desk, core: Core) -> None:
    core.rules.edit("eras-2027", "nrmp.on", date(2026, 9, 16))
    data: Any = load("seasons/eras-2027.json")
    data["events"] = [event for event in data["events"] if event["key"] != "nrmp"]
    core.paths.rules.mkdir()
    (core.paths.rules / "eras-2027.json").write_text(json.dumps(data), encoding="utf-8")
    dialog = opened(window, desk, RuleService(resources_dir(), core.store, core.paths.rules))
    [question] = dialog._questions
    assert not question.keep.isVisibleTo(question)
    assert question.take.text() == "Remove mine"
    question.take.click()
    assert not dialog._questions


def test_a_file_that_does_not_parse_is_named(window: QWidget, desk: Desk, core: Core) -> None:
    core.paths.rules.mkdir()
    (core.paths.rules / "specialties.json").write_text("{\n x", encoding="utf-8")
    dialog = opened(window, desk, core.rules)
    [notice] = shown(dialog, Notice)
    assert notice.accessibleName() == "Your file specialties.json is left out: line 2 is not JSON."


def test_an_application_without_rules_says_so(
    window: QWidget, desk: Desk, core: Core, tmp_path: Any
) -> None:
    bare = RuleService(tmp_path / "nothing", core.store, core.paths.rules)
    assert "No shipped rules are known" in text(opened(window, desk, bare))


def test_every_address_fits_the_width(window: QWidget, desk: Desk, core: Core) -> None:
    dialog = opened(window, desk, core.rules)
    for item in dialog.findChildren(RuleItem):
        item._source.click()
    [pane] = shown(dialog, ScrollPane)
    content = pane.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= pane.viewport().width()


def press(item: RuleItem, word: str) -> None:
    [button] = shown(item, Button, lambda b: b.text() == word)
    button.click()
