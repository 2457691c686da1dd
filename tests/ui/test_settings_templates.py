"""Settings, Message style: own texts with a preview; the built-in ones cannot be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lordesk.kinds import MessageKind, Tone
from ui.pages.settings_templates import TemplatesSection
from ui.widgets.chips import Chip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk, Voice


@pytest.fixture
def style(qtbot: QtBot, desk: Desk, core: Core) -> TemplatesSection:
    core.profile.update(name="Priya Raman", signature="Priya Raman\nMS4")
    core.mentors.add("Dr. Elena Marchetti")
    core.mentors.add("Dr. A & B <img src=x>")
    made = TemplatesSection(desk, core.templates, core.messages, core.mentors, core.letters)
    qtbot.addWidget(made)
    desk.bridge.changed.connect(made.reload)
    made.show()
    made.reload()
    return made


def choose(style: TemplatesSection, kind: MessageKind) -> None:
    at = style._kinds.findData(kind)
    style._kinds.setCurrentIndex(at)
    style._kinds.activated.emit(at)


def chip(style: TemplatesSection, name: str) -> Chip:
    return next(c for c in style.findChildren(Chip) if c.text() == name and not c.isHidden())


def test_only_a_request_has_several_tones(style: TemplatesSection) -> None:
    assert style._tone_row.isVisible()
    choose(style, MessageKind.THANKS)
    assert not style._tone_row.isVisible()
    assert style._subject.text() == "Thank you for your letter"


def test_a_text_is_saved_previewed_and_restored(
    qtbot: QtBot, style: TemplatesSection, core: Core, voice: Voice
) -> None:
    choose(style, MessageKind.THANKS)
    shipped = style._text.toPlainText()
    style._text.setPlainText("Dear {{ salutation }}, thank you.\n{{ signature }}")
    qtbot.waitUntil(lambda: not core.templates.get(MessageKind.THANKS).builtin)
    preview = "Dear Dr. A & B <img src=x>, thank you.\nPriya Raman\nMS4"
    qtbot.waitUntil(lambda: style._preview._text.text() == preview)
    with qtbot.waitSignal(voice.said):
        style._restore.click()
    assert style._text.toPlainText() == shipped
    assert core.templates.get(MessageKind.THANKS).builtin
    assert not style._restore.isEnabled()


def test_a_mistake_is_said_at_its_line_and_the_last_good_text_stays(
    qtbot: QtBot, style: TemplatesSection, core: Core
) -> None:
    before = core.templates.get(MessageKind.ASK, Tone.WARM)
    style._text.setPlainText("{{ greeting }}\n\n{{ nobody }}")
    style.save()
    assert style._text_field.error() == "Line 3: There is no field called “nobody”."
    (mark,) = style._text.extraSelections()
    assert mark.cursor.blockNumber() == 2
    assert core.templates.get(MessageKind.ASK, Tone.WARM) == before
    style._text.setPlainText("{{ greeting }}")
    qtbot.waitUntil(lambda: style._text_field.error() == "")


def test_an_empty_subject_is_not_saved(style: TemplatesSection, core: Core) -> None:
    style._subject.clear()
    style.save()
    assert style._subject_field.error()
    assert core.templates.get(MessageKind.ASK, Tone.WARM).builtin


def test_a_field_is_inserted_where_the_cursor_was(qtbot: QtBot, style: TemplatesSection) -> None:
    style._subject.setText("For ")
    style._subject.setFocus()
    style._subject.setCursorPosition(4)
    chip(style, "purpose").click()
    assert style._subject.text() == "For {{ purpose }}"
    style._text.setFocus()
    style._text.setPlainText("")
    style._text.insertPlainText("Dear ")
    chip(style, "salutation").click()
    assert style._text.toPlainText() == "Dear {{ salutation }}"


def test_the_preview_is_for_any_mentor(style: TemplatesSection) -> None:
    at = style._preview._who.findText("Dr. Elena Marchetti")
    style._preview._who.setCurrentIndex(at)
    style._preview._who.activated.emit(at)
    assert style._preview._text.text().startswith("Dear Dr. Marchetti,")


def test_another_tone_has_its_own_text(style: TemplatesSection, core: Core) -> None:
    style._tones._group.button(2).click()
    assert style._text.toPlainText() == core.templates.get(MessageKind.ASK, Tone.BRIEF).body


def test_what_was_typed_is_saved_before_another_kind_opens(
    style: TemplatesSection, core: Core
) -> None:
    style._subject.setText("My own subject")
    choose(style, MessageKind.UPDATE)
    assert core.templates.get(MessageKind.ASK, Tone.WARM).subject == "My own subject"
