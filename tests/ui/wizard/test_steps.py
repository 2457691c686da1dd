from __future__ import annotations

import os
import time as wall
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt

from lordesk.kinds import Highlight, LetterService, MaterialKind, Severity, Tone, Waiver
from tests.ui.wizard.conftest import MOMENT
from tests.ui.wizard.test_wizard import texts
from ui.widgets.notice import Notice
from ui.widgets.pill import Pill
from ui.wizard import defaults
from ui.wizard.fixes import MATERIALS, MENTOR, MESSAGE, TIMING
from ui.wizard.preview_text import PreviewText
from ui.wizard.read_dialog import ReadDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.wizard.conftest import World
    from ui.wizard.check_row import CheckRow
    from ui.wizard.wizard import RequestWizard


def set_date(optional, on: date) -> None:
    optional.field.set_day(on)


# --- step 1 -------------------------------------------------------------------------------------


def test_mentors_come_by_fit_with_the_reason(wizard: RequestWizard) -> None:
    picker = wizard.current._picker
    rows = picker._model.rows
    assert [row.short_name for row in rows] == ["Dr. Adeyemi", "Dr. Bell"]
    assert "fit 35 of 100" in picker._spoken(rows[0])


def test_a_search_ends_with_its_request(qtbot, wizard: RequestWizard) -> None:
    picker = wizard.current._picker
    qtbot.keyClicks(picker.search, "bell")
    assert picker._model.rowCount() == 1
    wizard.start()
    assert picker.search.text() == ""
    assert picker._model.rowCount() > 1


def test_a_mentor_is_added_in_place(qtbot, wizard: RequestWizard, world: World) -> None:
    picker = wizard.current._picker
    picker.open_new()
    qtbot.keyClicks(picker._name.editor, "Dr. Grace Osei")
    qtbot.keyClicks(picker._email.editor, "not an address")
    picker._save.click()
    assert "is not an email address" in picker._email.error()
    picker._email.editor.setText("g.osei@northfield.example")
    picker._save.click()
    assert wizard.session.mentor.full_name == "Dr. Grace Osei"


def test_a_mentor_without_a_name_is_refused_in_place(wizard: RequestWizard, world: World) -> None:
    picker = wizard.current._picker
    picker.open_new()
    picker._save.click()
    assert picker._name.error()
    assert len(world.core.mentors.rows()) == 2


def test_a_malformed_address_is_told_in_place_and_the_good_one_stays(
    qtbot, wizard: RequestWizard, world: World
) -> None:
    defaults.choose_mentor(wizard.session, world.adeyemi)
    step = wizard.current
    step._email.setText("s.adeyemi@@x")
    step._email.editingFinished.emit()
    assert "is not an email address" in step._email_field.error()
    assert world.core.mentors.get(world.adeyemi).email == "s.adeyemi@northfield.example"


def test_without_an_address_the_review_stops_and_leads_to_the_field(
    qtbot, filled: RequestWizard, world: World
) -> None:
    world.core.mentors.update(world.adeyemi, email="")
    filled.go_back()
    filled.go_on()
    row = filled.current.checks()[0]
    assert row.words.title == "No email address for Dr. Adeyemi"
    filled.footer.next.click()
    assert world.core.outbox.rows() == []
    row.button.click()
    assert filled.step == MENTOR
    assert filled.current._email.hasFocus()
    qtbot.keyClicks(filled.current._email, "s.adeyemi@northfield.example")
    filled.go_to(4)
    assert "recipient-missing" not in {r.finding.code for r in filled.current.checks()}


def test_the_service_explains_itself(wizard: RequestWizard) -> None:
    assert "Letter Request Form" in wizard.current._how.words()
    assert "AAMC" in wizard.current._how.words()
    assert "The reference number is the Letter ID." in wizard.current._how.words()


def test_a_service_without_a_name_of_its_own_is_no_proper_name(wizard: RequestWizard) -> None:
    how = wizard.current._how
    how.show_service(
        LetterService.PORTAL, wizard.session.services.rules.services[LetterService.PORTAL]
    )
    assert how._heading.text() == "How the school’s own portal works"
    assert "reference number" not in how.words()


# --- step 2 -------------------------------------------------------------------------------------


@pytest.fixture
def timing(wizard: RequestWizard, world: World):
    defaults.choose_mentor(wizard.session, world.adeyemi)
    wizard.go_to(TIMING)
    return wizard.current


def test_the_dates_come_from_the_application(timing) -> None:
    assert timing._soft.day() == date(2026, 9, 16)
    assert timing._ask.day() == date(2026, 8, 18)
    shown = texts(timing)
    assert "Confirmed, from AAMC" in shown
    assert "14 days before the application date" in shown


def test_a_moved_application_date_moves_what_the_user_has_not_set(timing) -> None:
    set_date(timing._hard, date(2026, 11, 30))
    assert timing._soft.day() == date(2026, 11, 16)
    assert timing._ask.day() == date(2026, 9, 21)
    set_date(timing._soft, date(2026, 11, 2))
    set_date(timing._hard, date(2026, 12, 7))
    assert timing._soft.day() == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("field", "on", "words"),
    [
        ("_soft", date(2026, 8, 1), "The day the letter is due is in the past"),
        ("_soft", date(2026, 10, 7), "The letter would be due after the application date"),
        ("_ask", date(2026, 9, 28), "The letter would be due before you ask"),
    ],
)
def test_an_impossible_date_is_told_at_its_field_and_stops_there(
    wizard: RequestWizard, timing, field: str, on: date, words: str
) -> None:
    set_date(getattr(timing, field), on)
    assert words in texts(timing)
    wizard.go_on()
    assert wizard.step == TIMING
    assert getattr(timing, field).day() == on, "what was entered stays"


def test_short_notice_and_leave_are_said(
    qtbot, wizard: RequestWizard, world: World, timing
) -> None:
    world.core.mentors.update(
        world.adeyemi, leave_from=date(2026, 8, 20), leave_to=date(2026, 8, 31)
    )
    set_date(timing._soft, date(2026, 8, 27))
    qtbot.waitUntil(lambda: len(notices(timing)) >= 2)
    names = [n.accessibleName() for n in notices(timing)]
    assert "Short notice" in names
    assert "On leave Aug 20 to Aug 31" in names
    wizard.go_on()
    assert wizard.step == MESSAGE


def notices(step):
    return [n for n in step.findChildren(Notice) if n.isVisibleTo(step)]


def test_the_line_shows_ask_follow_ups_and_dates_in_order(timing) -> None:
    marks = timing._timeline.marks
    assert [mark.icon for mark in marks] == ["send", "bell", "bell", "bell", "file-text", "flag"]
    assert "Letter due on Sep 16" in timing._timeline.accessibleDescription()


def test_a_request_without_any_date_can_go_on(wizard: RequestWizard, timing) -> None:
    for optional in (timing._hard, timing._soft, timing._ask):
        optional._clear.click()
    assert wizard.session.state.soft_on is None
    wizard.go_on()
    assert wizard.step == MESSAGE


# --- step 3 -------------------------------------------------------------------------------------


@pytest.fixture
def message(wizard: RequestWizard, world: World):
    defaults.choose_mentor(wizard.session, world.adeyemi)
    wizard.go_to(MESSAGE)
    return wizard.current


def test_what_is_typed_shows_in_the_preview_as_typed(qtbot, message) -> None:
    message._moment.setFocus()
    qtbot.keyClicks(message._moment, "we met in A & B <img src=x>")
    qtbot.waitUntil(lambda: "A & B <img src=x>" in message.preview.body())


def test_three_highlights_at_most_sorted_by_what_the_mentor_saw(message) -> None:
    assert message.highlights.order[0] is Highlight.INDEPENDENCE_IN_RESEARCH
    for highlight in message.highlights.order[:3]:
        message.highlights.chips[highlight].click()
    assert not message.highlights.chips[message.highlights.order[3]].isEnabled()
    message.preview.renew()
    assert "my independence in research" in message.preview.body()
    message.highlights.chips[message.highlights.order[0]].click()
    assert message.highlights.chips[message.highlights.order[3]].isEnabled()


def test_a_moment_is_taken_from_the_notes(message) -> None:
    (action,) = message._from_notes.menu().actions()
    action.trigger()
    assert message._moment.toPlainText() == MOMENT
    assert "From your notes, March 2025." in texts(message)


def test_the_tint_is_never_part_of_the_text(message) -> None:
    message._moment.setPlainText(MOMENT)
    message._take_texts()
    message.preview.renew()
    assert "background-color" in message.preview._text.toHtml()
    draft = message.session.message()
    assert message.preview.body() == draft.body
    assert "<" not in draft.body


def test_an_edited_text_stays_until_the_user_asks_for_a_new_one(qtbot, message) -> None:
    message.preview._edit.click()
    message.preview._text.selectAll()
    qtbot.keyClicks(message.preview._text, "Dear Dr. Adeyemi, my own words.")
    message._tone._group.button(list(Tone).index(Tone.FORMAL)).click()
    assert message.session.message().body == "Dear Dr. Adeyemi, my own words."
    question = message.preview._question
    assert "stays as it is" in question.accessibleName()
    question.clicked.emit()
    assert "willing to write a strong letter" in message.session.message().body


def test_ten_thousand_characters_stay_usable_and_whole(qtbot, message) -> None:
    text = "when we met " * 834
    started = wall.monotonic()
    message._moment.setPlainText(text)
    message._take_texts()
    message.preview.renew()
    assert wall.monotonic() - started < 1.0
    assert text.strip() in message.preview.body()


def test_ten_thousand_pasted_characters_are_kept_and_hinted_at(qtbot, message) -> None:
    paste = QMimeData()
    paste.setText("when we met " * 834)
    message.preview._edit.click()
    message.preview._text.insertFromMimeData(paste)
    assert message.session.message().body.count("when we met") == 834
    message.session.save()
    codes = {f.code: f.severity for f in message.session.findings()}
    assert codes["text-long"] is Severity.HINT


def test_a_pasted_line_break_never_reaches_the_subject(qtbot, message) -> None:
    message.preview._edit.click()
    message.preview._subject.selectAll()
    message.preview._subject.insert("Hello\r\nBcc: all@x.example")
    message.preview._subject.textEdited.emit(message.preview._subject.text())
    subject = message.session.message().subject
    assert "\n" not in subject
    assert "\r" not in subject


def test_a_strong_letter_is_always_asked_for(wizard: RequestWizard, message) -> None:
    for tone in Tone:
        wizard.session.state.tone = tone
        wizard.session.touch()
        assert "strong" in wizard.session.message().body


# --- step 4 -------------------------------------------------------------------------------------


@pytest.fixture
def materials(wizard: RequestWizard, world: World):
    defaults.choose_mentor(wizard.session, world.adeyemi)
    wizard.go_to(MATERIALS)
    return wizard.current


def test_what_is_missing_comes_first_and_what_is_at_hand_is_attached(materials) -> None:
    assert materials._order[:2] == [MaterialKind.STATEMENT, MaterialKind.REQUEST_FORM]
    assert materials._lines[MaterialKind.CV].box.isChecked()
    assert materials._lines[MaterialKind.CV].detail() == "CV_Raman.pdf · updated August 18 · 1 kB"


def test_a_file_is_added_replaced_and_taken_off(
    materials, world: World, boxes, tasks, wizard: RequestWizard
) -> None:
    line = materials._lines[MaterialKind.STATEMENT]
    for name in ("statement.pdf", "statement 2.pdf"):
        boxes.files.append([world.write(name, 2000 + len(name))])
        line.add.click()
        tasks.settle()
        assert name in line.detail()
        assert name in [file.name for file in wizard.session.state.files]
    line.box.click()
    assert MaterialKind.STATEMENT not in [f.material for f in wizard.session.state.files]
    line.remove.click()
    assert line.add.text() == "Add"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda world: world.folder / "gone.pdf", "is no longer there"),
        (lambda world: world.folder, "cannot be read"),
        (lambda world: world.write("scan.pdf", 30_000_000), "too large (30 MB, limit 18 MB)"),
    ],
)
def test_a_file_that_cannot_go_is_told_in_its_row_and_nothing_is_lost(
    materials, world: World, boxes, tasks, wizard: RequestWizard, make, words: str
) -> None:
    before = wizard.session.state.files
    boxes.files.append([make(world)])
    line = materials._lines[MaterialKind.TRANSCRIPT]
    line.add.click()
    tasks.settle()
    assert words in line.problem()
    assert wizard.session.state.files == before
    assert line.add.isEnabled()


def test_a_file_that_looks_like_the_letter_is_questioned_and_on_a_waived_letter_refused(
    materials, world: World, tasks, wizard: RequestWizard
) -> None:
    letter = world.write("Letter of Recommendation Raman.pdf")
    materials._add(MaterialKind.SHARED_WORK, letter)
    assert "looks like a letter" in materials._ask.accessibleName()
    assert len(wizard.session.state.files) == 1
    materials._ask.clicked.emit()
    tasks.settle()
    assert len(wizard.session.state.files) == 2
    defaults.set_waiver(wizard.session, Waiver.WAIVED)
    materials._add(MaterialKind.TRANSCRIPT, letter)
    assert "not added" in materials._lines[MaterialKind.TRANSCRIPT].problem()


def test_a_request_form_is_never_taken_for_a_letter(
    materials, world: World, tasks, wizard: RequestWizard
) -> None:
    defaults.set_waiver(wizard.session, Waiver.WAIVED)
    materials._add(MaterialKind.REQUEST_FORM, world.write("Letter_Request_Form.pdf"))
    tasks.settle()
    assert "Letter_Request_Form.pdf" in [file.name for file in wizard.session.state.files]


def test_files_that_are_too_large_together_stop(
    materials, world: World, tasks, wizard: RequestWizard
) -> None:
    for number, kind in enumerate((MaterialKind.STATEMENT, MaterialKind.TRANSCRIPT)):
        path = world.write(f"{number}.pdf", 10_000_000)
        os.truncate(path, 10_000_000 + number)
        materials._add(kind, path)
        tasks.settle()
    assert "would be too large" in materials._too_large.accessibleName()
    wizard.go_on()
    assert wizard.step == MATERIALS


# --- step 5 -------------------------------------------------------------------------------------


def test_open_checks_come_first_and_say_what_to_do(filled: RequestWizard) -> None:
    rows = filled.current.checks()
    assert rows[0].words.title == "Personal statement not attached"
    assert rows[0].button.text() == "Attach"
    assert all(row.finding.severity is Severity.PASS for row in rows[1:])
    assert "You can send with the open one." in texts(filled.current)
    rows[0].button.click()
    assert filled.step == MATERIALS


def marks(row: CheckRow) -> list[str]:
    return [pill.face.word for pill in row.findChildren(Pill)]


def test_the_rail_and_the_heading_tell_one_number_and_hints_are_not_in_it(
    filled: RequestWizard,
) -> None:
    filled.session.state.soft_on = date(2026, 8, 28)
    filled.session.touch()
    draft = filled.session.message()
    body = draft.body.replace("Dear Dr. Adeyemi", "Dear Dr. Bell")
    filled.session.edit_text(draft.subject, body)
    rows = filled.current.checks()
    marked = [word for row in rows for word in marks(row)]
    number = marked.count("Stops sending") + marked.count("Look at this")
    assert number > 1
    assert "Worth a look" in marked
    assert f"{number} things to look at before this goes out." in texts(filled.current)
    assert filled.rail.items[4].sub == f"{number} things to look at"
    next(row.box for row in rows if row.box is not None).click()
    assert filled.rail.items[4].sub.startswith(f"{number - 1} thing")
    assert f"{number - 1} thing" in texts(filled.current)


def test_a_long_subject_is_read_whole_where_it_is_checked(qtbot, filled: RequestWizard) -> None:
    subject = filled.current._subject
    one_line = subject.height()
    words = "Request for a strong letter of recommendation for " + "internal medicine, " * 8
    filled.session.edit_text(words, filled.session.message().body)
    qtbot.waitUntil(lambda: subject.height() > one_line)
    assert subject.height() == subject.heightForWidth(subject.width())
    assert subject.text() == filled.session.message().subject


def test_checks_quote_whole_sentences_and_begin_with_a_capital(filled: RequestWizard) -> None:
    filled.session.state.service = LetterService.PORTAL
    filled.session.touch()
    details = {row.finding.code: row.words.detail for row in filled.current.checks()}
    assert details["submit-clear"].startswith("The school’s own portal")
    assert details["easy-to-say-no"].startswith("“If ")
    assert details["easy-to-say-no"].endswith(".”")


def test_what_has_to_be_acknowledged_waits_for_the_users_word(
    qtbot, filled: RequestWizard, world: World
) -> None:
    filled.session.state.soft_on = date(2026, 8, 28)
    filled.session.touch()
    row = next(r for r in filled.current.checks() if r.finding.code == "short-notice")
    assert row.missing() == ""
    filled.footer.next.click()
    assert world.core.outbox.rows() == []
    assert row.missing() == "Not sent yet: tick “I looked at this” first."
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    row.box.click()
    filled.footer.next.click()
    assert len(world.core.outbox.pending()) == 1


def test_a_block_leads_to_its_place_in_the_text(filled: RequestWizard, world: World) -> None:
    draft = filled.session.message()
    body = draft.body.replace("Dear Dr. Adeyemi", "Dear Dr. Bell")
    filled.session.edit_text(draft.subject, body)
    row = filled.current.checks()[0]
    assert row.finding.code == "other-greeting"
    filled.footer.next.click()
    assert world.core.outbox.rows() == []
    assert row.missing() == "Not sent yet: this has to be put right first."
    assert row.button.hasFocus()
    row.button.click()
    assert filled.step == MESSAGE
    assert "Dear Dr. Bell" in filled.current.preview._text.textCursor().selectedText()


def lose(path: Path) -> None:
    path.unlink()


def lock(path: Path) -> None:
    """Nobody can read a folder as a file, whoever the tests run as."""
    path.unlink()
    path.mkdir()


def grow(path: Path) -> None:
    os.truncate(path, 30_000_000)


@pytest.mark.parametrize(
    ("spoil", "title"),
    [
        (lose, "CV_Raman.pdf is gone"),
        (lock, "CV_Raman.pdf cannot be read"),
        (grow, "CV_Raman.pdf has changed"),
    ],
)
def test_a_file_that_is_not_what_was_attached_stops_and_nothing_is_lost(
    filled: RequestWizard, world: World, spoil: Callable[[Path], None], title: str
) -> None:
    files = filled.session.state.files
    stored = world.core.materials.path(files[0])
    stored.chmod(0o600)
    spoil(stored)
    filled.footer.next.click()
    assert world.core.outbox.rows() == []
    row = filled.current.checks()[0]
    assert row.words.title == title
    assert row.missing() == "Not sent yet: this has to be put right first."
    assert filled.session.state.files == files
    assert MOMENT in filled.session.message().body


def test_what_comes_after_is_told_with_its_days(filled: RequestWizard) -> None:
    assert filled.current._plan.rows() == [
        ("Follow up if there is no reply", "Aug 28"),
        ("Two weeks before it is due", "Sep 4"),
        ("One week before it is due", "Sep 11"),
        ("Letter due", "Sep 16"),
    ]
    assert "Each follow-up waits for your approval." in texts(filled.current.side())


def test_no_follow_up_is_promised_where_none_comes(filled: RequestWizard, world: World) -> None:
    world.core.mentors.update(world.adeyemi, follow_up_cap=0)
    filled.session.forget_rows()
    filled.session.touch()
    assert filled.current._plan.rows() == [("Letter due", "Sep 16")]
    assert "follow-up" not in texts(filled.current.side())


def test_the_message_can_be_read_once_more(qtbot, filled: RequestWizard) -> None:
    filled.current._read.click()
    dialog = filled.current.findChild(ReadDialog)
    assert MOMENT in dialog.findChild(PreviewText).body()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
