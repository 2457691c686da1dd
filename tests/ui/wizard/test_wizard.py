from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from lordesk.errors import DiskFullError
from lordesk.kinds import OutboxState, Stage
from tests.ui.wizard.conftest import MOMENT
from ui.pages.page import Compose
from ui.wizard import defaults
from ui.wizard.overlay import RequestOverlay
from ui.wizard.state import Way

if TYPE_CHECKING:
    from tests.ui.wizard.conftest import World
    from ui.wizard.wizard import RequestWizard


def plain(text: str) -> str:
    """Clocks have a narrow space before AM in the locale's own writing."""
    return text.replace("\u202f", " ")


def texts(widget: QWidget) -> str:
    found = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(found)


def test_the_first_step_will_not_be_left_without_a_mentor(wizard: RequestWizard) -> None:
    wizard.go_on()
    assert wizard.step == 0
    assert "Choose who will write the letter" in texts(wizard.current)


def test_one_can_go_through_all_steps_by_keyboard(qtbot, wizard: RequestWizard) -> None:
    search = wizard.current.first_field()
    assert search.hasFocus()
    qtbot.keyClicks(search, "adey")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    for step in (1, 2, 3, 4):
        qtbot.keyClick(
            wizard.focusWidget() or wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        assert wizard.step == step
        assert wizard.current.isAncestorOf(wizard.focusWidget()) or step == 4
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.step == 3


def test_escape_saves_and_closes(qtbot, wizard: RequestWizard, world: World) -> None:
    defaults.choose_mentor(wizard.session, world.adeyemi)
    with qtbot.waitSignal(wizard.closed):
        qtbot.keyClick(wizard.current.first_field(), Qt.Key.Key_Escape)
    (draft,) = world.core.drafts.rows()
    assert draft.state["mentor_id"] == world.adeyemi


def test_nothing_is_saved_while_nothing_was_chosen(wizard: RequestWizard, world: World) -> None:
    wizard.save_and_close()
    assert world.core.drafts.rows() == []


def test_the_draft_is_saved_within_a_moment_of_each_change(
    qtbot, wizard: RequestWizard, world: World
) -> None:
    defaults.choose_mentor(wizard.session, world.adeyemi)
    qtbot.waitUntil(lambda: bool(world.core.drafts.rows()), timeout=1000)
    assert plain(wizard.rail.saved_words()) == "Draft saved 9:00 AM"


def test_a_draft_is_taken_up_where_it_was_left(qtbot, wizard: RequestWizard, world: World) -> None:
    defaults.choose_mentor(wizard.session, world.adeyemi)
    wizard.session.state.moment = "A & B <img src=x>"
    wizard.session.touch()
    wizard.go_to(2)
    wizard.save_and_close()
    wizard.start()
    assert "You have a draft for Dr. Adeyemi." in wizard.current._resume.accessibleName()
    wizard.current._resume.clicked.emit()
    assert wizard.step == 2
    assert wizard.session.state.moment == "A & B <img src=x>"
    assert "A & B <img src=x>" in wizard.current.preview.body()


def test_a_draft_whose_mentor_is_gone_begins_with_the_choice_of_one(
    wizard: RequestWizard, world: World
) -> None:
    defaults.choose_mentor(wizard.session, world.bell)
    wizard.go_to(2)
    wizard.save_and_close()
    draft = world.core.drafts.latest()
    broken = world.core.drafts.save(draft.id, 2, {**draft.state, "mentor_id": 999})
    wizard.resume(broken)
    assert wizard.step == 0
    assert wizard.session.mentor is None


def test_a_discarded_draft_is_asked_about_first(wizard: RequestWizard, world: World, boxes) -> None:
    defaults.choose_mentor(wizard.session, world.adeyemi)
    wizard.save_and_close()
    wizard.start()
    boxes.answers += [False, True]
    wizard.current._discard.click()
    assert len(world.core.drafts.rows()) == 1
    wizard.current._discard.click()
    assert world.core.drafts.rows() == []
    assert boxes.asked == ["Discard the draft for Dr. Adeyemi?"] * 2


def test_a_full_disk_is_told_at_the_rail_and_saved_when_there_is_room(
    qtbot, wizard: RequestWizard, world: World, monkeypatch
) -> None:
    def full(*args: object) -> None:
        raise DiskFullError

    defaults.choose_mentor(wizard.session, world.adeyemi)
    with monkeypatch.context() as patched:
        patched.setattr(world.core.drafts, "save", full)
        wizard.session.save()
    assert wizard.rail.saved_words().startswith("The disk is full")
    wizard.session.save()
    assert world.core.drafts.latest().state["mentor_id"] == world.adeyemi


def test_a_wizard_whose_draft_cannot_be_saved_stays_until_it_can(
    qtbot, desk, world: World, monkeypatch
) -> None:
    def full(*args: object) -> None:
        raise DiskFullError

    overlay = RequestOverlay(desk, world.services())
    qtbot.addWidget(overlay)
    overlay.begin(Compose(mentor_id=world.adeyemi))
    wizard = overlay.wizard
    wizard.session.state.moment = "What must not be lost"
    wizard.session.touch()
    left: list[bool] = []
    overlay.closed.connect(partial(left.append, True))
    with monkeypatch.context() as patched:
        patched.setattr(world.core.drafts, "save", full)
        wizard.save_and_close()
        assert not overlay.may_leave()
    assert left == []
    assert wizard.rail.saved_words().startswith("The disk is full")
    assert wizard.session.state.moment == "What must not be lost"
    wizard.save_and_close()
    assert left == [True]
    assert world.core.drafts.latest().state["moment"] == "What must not be lost"


def test_the_rail_tells_what_was_chosen(filled: RequestWizard) -> None:
    subs = [item.sub for item in filled.rail.items]
    assert subs == [
        "Dr. Adeyemi, IM faculty",
        "Due Sep 16 · 29 days",
        "Warm",
        "1 of 3 files attached",
        "Ready to send",
    ]


def test_sending_counts_down_closes_and_can_be_taken_back(
    qtbot, filled: RequestWizard, world: World, voice
) -> None:
    with (
        qtbot.waitSignal(voice.said) as said,
        qtbot.waitSignal(filled.sent) as sent,
        qtbot.waitSignal(filled.closed),
    ):
        filled.footer.next.click()
    assert said.args == ["Sending to Dr. Adeyemi in {seconds} s", True, 30, True]
    assert sent.args[2] == world.core.undo.next_undo().id
    assert world.core.drafts.rows() == []
    (letter,) = world.core.letters.rows()
    assert (letter.stage, letter.mail_state) == (Stage.PLANNED, OutboxState.QUEUED)
    with qtbot.waitSignal(filled.reopen_requested) as reopened:
        world.core.undo.undo()
    assert world.core.letters.rows() == []
    filled.resume(reopened.args[0])
    assert filled.step == 4
    assert filled.session.state.moment == MOMENT


def test_a_request_is_scheduled_for_the_next_working_morning(
    filled: RequestWizard, world: World
) -> None:
    filled.current._ways.row(Way.SCHEDULE).radio.click()
    assert plain(filled.footer.next.text()) == "Schedule for Wed, 8:00 AM"
    assert "Sent only while LoRDesk is running." in filled.current._ways.row(Way.SCHEDULE).detail()
    filled.footer.next.click()
    (entry,) = world.core.outbox.pending()
    assert entry.not_before.isoformat() == "2026-08-19T12:00:00+00:00"


def test_a_time_that_has_passed_is_not_scheduled(filled: RequestWizard, world: World) -> None:
    filled.current._ways.row(Way.SCHEDULE).radio.click()
    filled.session.state.schedule_on = date(2026, 8, 18)
    filled.footer.next.click()
    assert world.core.outbox.pending() == []
    assert "That time has passed." in filled.current._handed.accessibleName()


def test_a_test_goes_to_oneself_and_the_wizard_stays(filled: RequestWizard, world: World) -> None:
    filled.current._ways.row(Way.TEST).radio.click()
    assert filled.footer.next.text() == "Send test"
    filled.footer.next.click()
    (entry,) = world.core.outbox.pending()
    assert entry.message.to_address == "praman@northfield.example"
    assert world.core.letters.rows() == []
    assert filled.step == 4
    assert "A test is on its way" in filled.current._handed.accessibleName()


def test_the_mail_app_gets_the_draft_and_the_user_says_when_it_was_sent(
    qtbot, filled: RequestWizard, world: World, tasks
) -> None:
    filled.current._ways.row(Way.MAIL_APP).radio.click()
    filled.footer.next.click()
    tasks.settle()
    (path,) = world.opened
    assert b"X-Unsent: 1" in path.read_bytes()
    assert "Did you send it?" in filled.current._handed.accessibleName()
    assert filled.footer.next.text() == "I sent it"
    assert world.core.letters.rows()[0].stage is Stage.PLANNED
    with qtbot.waitSignal(filled.closed):
        filled.footer.next.click()
    assert world.core.letters.rows()[0].stage is Stage.ASKED


def test_without_a_mail_app_the_text_is_on_the_clipboard(
    qapp, filled: RequestWizard, world: World, tasks
) -> None:
    world.opens = False
    filled.current._ways.row(Way.MAIL_APP).radio.click()
    filled.footer.next.click()
    tasks.settle()
    assert "No mail app opened" in filled.current._handed.accessibleName()
    assert MOMENT in qapp.clipboard().text()


def test_asked_in_person_counts_as_asked_and_can_be_taken_back(
    qtbot, filled: RequestWizard, world: World
) -> None:
    filled.current._ways.row(Way.IN_PERSON).radio.click()
    assert filled.footer.next.text() == "Mark as asked"
    filled.footer.next.click()
    assert world.core.letters.rows()[0].stage is Stage.ASKED
    with qtbot.waitSignal(filled.reopen_requested):
        world.core.undo.undo()
    assert world.core.letters.rows() == []


def test_without_an_account_mail_can_be_set_up_and_the_mail_app_is_an_equal_way(
    qtbot, filled: RequestWizard, world: World
) -> None:
    from lordesk.jobs import JobContext

    world.core.accounts.remove(JobContext(), world.core.accounts.default().id)
    filled.go_back()
    filled.go_on()
    ways = filled.current._ways
    assert not ways.row(Way.NOW).radio.isEnabled()
    assert filled.session.state.way is Way.MAIL_APP
    assert filled.footer.next.text() == "Open in mail app"
    assert "Set up mail first" in ways.row(Way.NOW).detail()
    with qtbot.waitSignal(filled.settings_requested) as asked:
        ways.mail_button.click()
    assert asked.args == ["mail"]


def test_a_missing_name_of_ones_own_leads_to_the_settings(
    qtbot, filled: RequestWizard, world: World
) -> None:
    world.core.profile.update(name="", signature="")
    filled.go_back()
    filled.go_on()
    rows = [row for row in filled.current.checks() if row.finding.code == "field-empty"]
    named = next(row for row in rows if row.finding.data["field"] == "applicant_name")
    assert named.words.detail == "Your name: the text has a place for it, and it is empty."
    with qtbot.waitSignal(filled.settings_requested) as asked:
        named.button.click()
    assert asked.args == ["you"]


def test_a_letter_that_is_planned_already_is_the_one_that_is_asked_for(
    wizard: RequestWizard, world: World
) -> None:
    letter_id = world.core.letters.plan(world.bell, world.application, world.slot)
    wizard.start(letter_id=letter_id)
    assert wizard.session.state.letter_id == letter_id
    assert wizard.session.state.slot_id == world.slot
    wizard.go_to(4)
    wizard.footer.next.click()
    assert [letter.id for letter in world.core.letters.rows()] == [letter_id]


@pytest.mark.parametrize("step", range(5))
def test_every_control_has_a_name(filled: RequestWizard, step: int) -> None:
    filled.go_to(step)
    side = filled.current.side()
    nameless = [
        widget
        for root in (filled.current, side, filled.rail, filled.footer)
        if root is not None
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(root)
        and not isinstance(widget, QAbstractScrollArea)
        and not widget.accessibleName()
        and not (getattr(widget, "text", None) and widget.text())
        and widget.objectName() != "qt_spinbox_lineedit"
    ]
    assert nameless == []


@pytest.mark.parametrize("name", ["Dr. A & B <img src=x>", "李小龍", "د. سامي"])
def test_any_name_shows_as_typed_in_every_step(
    wizard: RequestWizard, world: World, name: str
) -> None:
    mentor = world.core.mentors.add(name, email="x@northfield.example")
    wizard.start(mentor_id=mentor)
    short = world.core.mentors.get(mentor).short_name
    assert wizard.rail.items[0].sub.startswith(short)
    wizard.go_to(2)
    wizard.current.preview.renew()
    assert wizard.current.preview.body().startswith(f"Dear {short},")


def test_the_clock_may_be_wrong_without_harm(wizard: RequestWizard, world: World, clock) -> None:
    clock.advance(timedelta(days=4000))
    wizard.start(mentor_id=world.adeyemi)
    wizard.go_on()
    wizard.go_on()
    assert wizard.step == 1, "the dates lie in the past, and the step says so"
    assert "in the past" in texts(wizard.current)
