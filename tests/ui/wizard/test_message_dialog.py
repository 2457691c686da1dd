from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import MissingRowError
from lordesk.kinds import InteractionKind, MaterialKind, MessageKind, MoveCause, Stage
from ui.dialogs.about_you_dialog import AboutYouDialog
from ui.wizard.message_dialog import MessageDialog
from ui.wizard.state import Way

if TYPE_CHECKING:
    from tests.ui.wizard.conftest import World
    from ui.desk import Desk


@pytest.fixture
def letter(world: World) -> int:
    return world.core.letters.plan(world.adeyemi, world.application, world.slot)


@pytest.fixture
def opened(qtbot, desk: Desk, world: World):
    def open_(kind=None, letter_id=None, mentor_id=None, files=()) -> MessageDialog:
        dialog = MessageDialog(
            desk, world.services(), kind, letter_id, mentor_id, files, opener=world.open
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_


def move(world: World, letter_id: int, *stages: Stage) -> int:
    request = world.core.letters.get(letter_id).request_id
    for stage in stages:
        world.core.requests.move(request, stage)
    return request


def test_a_follow_up_is_sent_and_ticks_off_the_planned_one(
    qtbot, opened, world: World, letter: int, voice
) -> None:
    request = move(world, letter, Stage.ASKED)
    dialog = opened(letter_id=letter)
    assert dialog.windowTitle() == "Follow up with Dr. Adeyemi"
    with qtbot.waitSignal(voice.said) as said:
        dialog.primary.click()
    assert said.args[0] == "Sending to Dr. Adeyemi in {seconds} s"
    (entry,) = world.core.outbox.pending()
    assert entry.message.kind is MessageKind.FOLLOW_UP
    world.core.requests.message_confirmed(entry, MoveCause.SENT)
    assert [item.done for item in world.core.requests.follow_ups(request)] == [True]


def test_a_thank_you_moves_the_request_once_it_has_left(opened, world: World, letter: int) -> None:
    move(world, letter, Stage.ASKED, Stage.AGREED, Stage.SUBMITTED)
    dialog = opened(letter_id=letter)
    assert dialog.session.kind is MessageKind.THANKS
    dialog.primary.click()
    (entry,) = world.core.outbox.pending()
    world.core.requests.message_confirmed(entry, MoveCause.SENT)
    assert world.core.letters.get(letter).stage is Stage.THANKED


def test_thanked_in_person_counts(opened, world: World, letter: int) -> None:
    move(world, letter, Stage.ASKED, Stage.AGREED, Stage.SUBMITTED)
    dialog = opened(letter_id=letter)
    dialog._ways.row(Way.IN_PERSON).radio.click()
    assert dialog.primary.text() == "Mark as done"
    dialog.primary.click()
    assert world.core.letters.get(letter).stage is Stage.THANKED
    assert world.core.outbox.rows() == []


def test_an_update_needs_its_news(qtbot, opened, world: World) -> None:
    dialog = opened(MessageKind.UPDATE, mentor_id=world.bell)
    dialog.primary.click()
    assert world.core.outbox.rows() == []
    assert "put right" in dialog._error.text()
    assert not dialog._rows[0].visibleRegion().isEmpty()
    qtbot.keyClicks(dialog._news, "I passed Step 2")
    assert "I passed Step 2" in dialog.session.message().body
    dialog.primary.click()
    (entry,) = world.core.outbox.pending()
    assert entry.message.to_address == "m.bell@northfield.example"
    assert entry.message.request_id is None


def test_news_told_in_person_are_logged(opened, world: World) -> None:
    dialog = opened(MessageKind.UPDATE, mentor_id=world.bell)
    dialog._ways.row(Way.IN_PERSON).radio.click()
    dialog.primary.click()
    (contact,) = world.core.interactions.rows(world.bell)
    assert (contact.kind, contact.on) == (InteractionKind.UPDATE, date(2026, 8, 18))


def test_undo_takes_a_follow_up_back(opened, world: World, letter: int) -> None:
    move(world, letter, Stage.ASKED)
    dialog = opened(letter_id=letter)
    dialog.primary.click()
    world.core.undo.undo()
    assert world.core.outbox.pending() == []
    assert world.core.letters.get(letter).stage is Stage.ASKED


def test_a_message_to_nobody_is_refused(desk: Desk, world: World) -> None:
    with pytest.raises(MissingRowError):
        MessageDialog(desk, world.services(), MessageKind.UPDATE)


def test_who_writes_is_asked_for_in_place_and_the_text_stays(
    qtbot, opened, world: World, letter: int
) -> None:
    move(world, letter, Stage.ASKED)
    world.core.profile.update(name="", year="", school="")
    dialog = opened(MessageKind.UPDATE, letter_id=letter)
    qtbot.keyClicks(dialog._news, "I passed Step 2")
    (row,) = [r for r in dialog._rows if r.button is not None][:1]
    row.button.click()
    asked = dialog.findChild(AboutYouDialog)
    qtbot.keyClicks(asked._name, "Priya Raman")
    asked.primary.click()
    assert dialog.isVisible()
    body = dialog.session.message().body
    assert "I passed Step 2" in body
    assert body.rstrip().endswith("Priya Raman")
    assert [r for r in dialog._rows if r.button is not None] == []


def test_a_message_without_a_name_below_it_is_not_signed_with_nothing(
    opened, world: World, letter: int
) -> None:
    move(world, letter, Stage.ASKED)
    world.core.profile.update(name="", year="", school="")
    dialog = opened(letter_id=letter)
    next(r for r in dialog._rows if r.button is not None).button.click()
    asked = dialog.findChild(AboutYouDialog)
    asked.primary.click()
    assert asked.isVisible()
    assert asked._name_field.error() == "Enter your name."


def test_a_note_goes_out_with_the_newest_file_of_each_kind(opened, world: World) -> None:
    kinds = (MaterialKind.CV, MaterialKind.TRANSCRIPT)
    dialog = opened(mentor_id=world.bell, files=kinds)
    draft = dialog.session.message()
    assert [file.name for file in draft.files] == ["CV_Raman.pdf"]
