"""What the menu of a letter opens: the end of a request, facts, history, writers, evidence."""

from __future__ import annotations

import re
import zlib
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from lordesk.jobs import JobContext
from lordesk.kinds import (
    Attention,
    DeclineReason,
    FactKind,
    LetterKind,
    MessageKind,
    Signal,
    Stage,
    Waiver,
    WriterPart,
)
from lordesk.rows.evidence import Document, DocumentPart
from tests.ui.showing import shown as visible
from tests.ui.test_requests_page import lane, letter_of, pane_of
from ui.dialogs.closing_dialog import DeclineDialog, WithdrawDialog
from ui.dialogs.committee_dialog import CommitteeDialog
from ui.dialogs.evidence_dialog import EvidenceDialog
from ui.dialogs.fact_dialog import FactDialog
from ui.dialogs.letter_dialog import LetterDialog
from ui.pages.letter_menu import LetterMenu
from ui.pages.mentor_pane.pane import PaneTab
from ui.pages.requests import RequestsPage
from ui.pdf import QtPdfRenderer, as_html
from ui.places import Places
from ui.widgets.buttons import Button
from ui.widgets.text import Label
from ui.wording.history import history
from ui.wording.proof import proof_document

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from tests.ui.doubles import AnsweredBoxes
    from ui.desk import Desk
    from ui.tasks import ImmediateRunner

LONG = "Ω 長い שלום " * 800


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> RequestsPage:
    core.sample.add(with_profile=True)
    services = Places(desk, core).letter_services()
    made = RequestsPage(desk, services, partial(pane_of, desk, core))
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    return made


def button(dialog: object, words: str) -> Button:
    return next(
        b
        for b in dialog.findChildren(Button)  # type: ignore[attr-defined]
        if words in (b.text(), b.accessibleName())
    )


def choose(page: RequestsPage, short: str, words: str, core: Core) -> None:
    """Take an entry of the menu of a letter's card, in a menu below it too."""
    page._show_menu(letter_of(core, short), page.mapToGlobal(page.rect().center()))
    menu = page.findChildren(LetterMenu)[-1]
    menu.triggered.emit(entry(menu, words))
    menu.close()


def entry(menu: LetterMenu, words: str) -> QAction:
    found = list(menu.actions())
    for action in menu.actions():
        if action.menu() is not None:
            found += action.menu().actions()  # type: ignore[union-attr]
    return next(action for action in found if action.text() == words)


def said(dialog: object) -> list[str]:
    return [label.text() for label in visible(dialog, Label)]  # type: ignore[arg-type]


# --- the end of a request -------------------------------------------------------------------------


def test_a_no_offers_the_bench_and_drafts_the_thanks(
    qtbot: QtBot, page: RequestsPage, core: Core
) -> None:
    core.requests.move(letter_of(core, "Dr. Whitlock").request_id, Stage.ASKED)
    whitlock = letter_of(core, "Dr. Whitlock")
    (slot,) = core.around.closings.slots_of(whitlock.id)
    backup = core.letters.plan(core.mentors.add("Dr. New Backup"), whitlock.application_id, slot.id)
    page.ask_for_move(whitlock, Stage.DECLINED)
    dialog = page.findChild(DeclineDialog)
    dialog._reasons.button(1).setChecked(True)
    dialog._why.setPlainText(LONG)
    with qtbot.waitSignal(page.compose_requested) as asked:
        dialog.primary.click()
    declined = core.letters.get(whitlock.id)
    assert declined.decline_reason is DeclineReason.NOT_STRONG
    assert declined.facts[-1].note == LONG.strip()
    assert asked.args[0].kind is MessageKind.DECLINE_REPLY
    assert asked.args[0].letter_id == whitlock.id
    assert whitlock.application_id is not None
    slots = core.applications.get(whitlock.application_id).slots
    assert next(s.letter.id for s in slots if s.id == slot.id and s.letter) == backup
    core.undo.undo()
    assert core.letters.get(whitlock.id).stage is Stage.ASKED


@pytest.mark.parametrize("name", ["Dr. José Núñez", "דר נועה כהן", "山田 太郎", "<b>&amp;</b>"])
def test_the_person_suggested_becomes_a_mentor_with_a_new_letter(
    page: RequestsPage, core: Core, name: str
) -> None:
    halvorsen = letter_of(core, "Dr. Halvorsen")
    page.ask_for_move(halvorsen, Stage.DECLINED)
    dialog = page.findChild(DeclineDialog)
    assert dialog._add.isHidden()
    dialog._suggested.setText(name)
    assert not dialog._add.isHidden()
    _, combo = dialog._next[0]
    combo.setCurrentIndex(combo.count() - 1)
    assert combo.currentText() == f"{name}, with a new letter"
    dialog._thank.setChecked(False)
    dialog.primary.click()
    (added,) = [m for m in core.mentors.rows() if m.how_known == "Suggested by Dr. Halvorsen"]
    assert added.full_name == name
    (new,) = core.letters.rows(mentor_id=added.id)
    assert (new.stage, new.slot_title) == (Stage.PLANNED, halvorsen.slot_title)
    assert new.id != halvorsen.id


def test_a_name_taken_back_is_no_choice_any_more(page: RequestsPage, core: Core) -> None:
    page.ask_for_move(letter_of(core, "Dr. Halvorsen"), Stage.DECLINED)
    dialog = page.findChild(DeclineDialog)
    _, combo = dialog._next[0]
    before = combo.count()
    for name in ("Dr. A", "Dr. B", ""):
        dialog._suggested.setText(name)
    assert combo.count() == before


def test_a_withdrawn_ask_drafts_a_note(qtbot: QtBot, page: RequestsPage, core: Core) -> None:
    osei = letter_of(core, "Dr. Osei")
    page.ask_for_move(osei, Stage.WITHDRAWN)
    dialog = page.findChild(WithdrawDialog)
    dialog._why.setPlainText("Enough letters")
    with qtbot.waitSignal(page.compose_requested) as asked:
        dialog.primary.click()
    assert asked.args[0].kind is MessageKind.UPDATE
    facts = core.messages.facts(core.messages.plan_of(core.letters.get(osei.id)))
    from lordesk.domain.messages import MessageChoices
    from lordesk.kinds import Tone

    draft = core.messages.write(MessageKind.UPDATE, Tone.WARM, facts, MessageChoices())
    assert "I no longer need the letter for internal medicine" in draft.body
    assert draft.empty == ()


def test_a_plan_that_is_withdrawn_needs_no_note(page: RequestsPage, core: Core) -> None:
    page.ask_for_move(letter_of(core, "Dr. Whitlock"), Stage.WITHDRAWN)
    dialog = page.findChild(WithdrawDialog)
    heard: list[object] = []
    page.compose_requested.connect(heard.append)
    dialog._day.set_day(date(2026, 8, 19))
    dialog.primary.click()
    assert "still ahead" in dialog._day_field.error()
    dialog._day.set_day(date(2026, 8, 18))
    dialog.primary.click()
    assert letter_of(core, "Dr. Whitlock").stage is Stage.WITHDRAWN
    assert heard == []


# --- facts, signal, history -----------------------------------------------------------------------


def test_a_fact_is_recorded_from_the_menu_and_shown_on_the_card(
    page: RequestsPage, core: Core
) -> None:
    choose(page, "Dr. Osei", "Denied at the service", core)
    dialog = page.findChild(FactDialog)
    assert "its follow-ups stop" in " ".join(said(dialog))
    dialog._note.setPlainText("By email")
    dialog.primary.click()
    osei = letter_of(core, "Dr. Osei")
    assert osei.attention is Attention.NEEDS_YOU
    assert core.requests.follow_ups(osei.request_id) == []
    index = lane(page, Stage.ASKED).view.letters.index_of((osei.id, osei.mentor_id))
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Denied at the service" in spoken
    choose(page, "Dr. Osei", "It is put right", core)
    assert letter_of(core, "Dr. Osei").attention is not Attention.NEEDS_YOU


def test_how_they_sounded_is_set_and_taken_back_and_a_no_asks_for_the_rest(
    page: RequestsPage, core: Core
) -> None:
    choose(page, "Dr. Osei", "Hesitant", core)
    assert letter_of(core, "Dr. Osei").signal is Signal.HESITANT
    choose(page, "Dr. Osei", "Hesitant", core)
    assert letter_of(core, "Dr. Osei").signal is None
    choose(page, "Dr. Osei", "No", core)
    assert letter_of(core, "Dr. Osei").signal is Signal.NO
    assert page.findChild(DeclineDialog) is not None


def test_the_history_tells_moves_and_facts_newest_first(page: RequestsPage, core: Core) -> None:
    osei = letter_of(core, "Dr. Osei")
    core.around.facts.record(osei.request_id, FactKind.ISSUED, date(2026, 8, 9), "ID 7")
    choose(page, "Dr. Osei", "Details and history…", core)
    dialog = page.findChild(LetterDialog)
    words = said(dialog)
    told = ["Issued at the service", "ID 7", "Planned → Asked", "The message was sent.", "Planned"]
    assert [word for word in words if word in told] == told
    button(dialog, "Remove “Issued at the service” of Sun, Aug 9").click()
    assert letter_of(core, "Dr. Osei").facts == ()
    lines = history(core.requests.history(osei.request_id), ())
    assert [line.on for line in lines] == sorted((line.on for line in lines), reverse=True)


def test_a_form_may_have_a_narrative_in_the_same_file(page: RequestsPage, core: Core) -> None:
    choose(page, "Dr. Osei", "Details and history…", core)
    dialog = page.findChild(LetterDialog)
    assert dialog._narrative.isHidden()
    dialog._kind.setCurrentIndex(dialog._kind.findData(LetterKind.STANDARDIZED))
    dialog._kind.activated.emit(dialog._kind.currentIndex())
    assert not dialog._narrative.isHidden()
    dialog._narrative.click()
    osei = letter_of(core, "Dr. Osei")
    assert (osei.kind, osei.with_narrative) == (LetterKind.STANDARDIZED, True)
    dialog._kind.setCurrentIndex(dialog._kind.findData(LetterKind.NARRATIVE))
    dialog._kind.activated.emit(dialog._kind.currentIndex())
    assert not letter_of(core, "Dr. Osei").with_narrative


# --- who takes part -------------------------------------------------------------------------------


def test_several_people_are_chosen_and_one_is_the_contact(page: RequestsPage, core: Core) -> None:
    osei = letter_of(core, "Dr. Osei")
    cohen = core.mentors.add("Dr. נועה כהן")
    choose(page, "Dr. Osei", "Who takes part…", core)
    dialog = page.findChild(CommitteeDialog)
    for name in ("Dr. נועה כהן", "Dr. Leila Haddad"):
        dialog._add.setCurrentIndex(dialog._add.findText(name))
        dialog._add.activated.emit(dialog._add.currentIndex())
    button(dialog, "Make Dr. נועה כהן the contact").click()
    button(dialog, "Remove Dr. Leila Haddad").click()
    dialog._people[1]._part.setCurrentIndex(0)
    dialog.primary.click()
    (row,) = [r for r in core.letters.rows() if r.id == osei.id]
    assert row.mentor_id == cohen
    assert [(w.mentor_id, w.part) for w in row.writers] == [
        (cohen, WriterPart.CONTACT),
        (osei.mentor_id, WriterPart.CHAIR),
    ]
    cards = [r for r in lane(page, Stage.ASKED).view.letters.rows if r.id == osei.id]
    assert len(cards) == 1, "one letter is one card"
    core.undo.undo()
    assert letter_of(core, "Dr. Osei").writers == ()


# --- evidence -------------------------------------------------------------------------------------


def evidence(page: RequestsPage, core: Core, short: str = "Dr. Kwan") -> EvidenceDialog:
    choose(page, short, "Evidence…", core)
    found: EvidenceDialog = page.findChild(EvidenceDialog)
    return found


def test_a_confirmation_is_attached_opened_and_removed(
    page: RequestsPage,
    core: Core,
    tmp_path: Path,
    boxes: AnsweredBoxes,
    tasks: ImmediateRunner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "status.png"
    path.write_bytes(b"picture")
    dialog = evidence(page, core)
    monkeypatch.setattr(boxes, "open_files", lambda *_args, **_more: [path])
    opened: list[str] = []
    dialog._opener = lambda copy: bool(opened.append(copy.name) or True)  # type: ignore[func-returns-value]
    dialog._note.setPlainText(LONG)
    button(dialog, "Attach a file…").click()
    tasks.settle()
    kwan = letter_of(core, "Dr. Kwan")
    assert [row.note for row in core.around.evidence.rows(kwan.id)] == [LONG.strip()]
    button(dialog, "Open status.png").click()
    assert opened == ["status.png"]
    button(dialog, "Remove status.png").click()
    assert core.around.evidence.rows(kwan.id) == []


@pytest.mark.parametrize("waiver", [Waiver.KEPT, Waiver.WAIVED])
def test_what_looks_like_the_letter_is_questioned_or_refused(
    page: RequestsPage, core: Core, tmp_path: Path, tasks: ImmediateRunner, waiver: Waiver
) -> None:
    kwan = letter_of(core, "Dr. Kwan")
    core.letters.update(kwan.id, waiver=waiver)
    path = tmp_path / "LOR_Kwan.pdf"
    path.write_bytes(b"%PDF")
    dialog = evidence(page, core)
    dialog.attach(path)
    tasks.settle()
    assert any("looks like the letter itself" in words for words in said(dialog))
    assert core.around.evidence.rows(kwan.id) == []
    take = button(dialog, "It is a confirmation")
    assert take.isHidden() is (waiver is Waiver.WAIVED)
    if waiver is Waiver.KEPT:
        take.click()
        tasks.settle()
        assert len(core.around.evidence.rows(kwan.id)) == 1
    else:
        button(dialog, "Keep out").click()
        assert dialog._question.isHidden()


def test_a_file_dropped_on_a_card_is_evidence_for_its_letter(
    page: RequestsPage, core: Core, tmp_path: Path, tasks: ImmediateRunner
) -> None:
    path = tmp_path / "receipt.png"
    path.write_bytes(b"picture")
    kwan = letter_of(core, "Dr. Kwan")
    view = lane(page, Stage.SUBMITTED).view
    at = view.visualRect(view.letters.index(0, 0)).center()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button_, no_keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(QDropEvent(QPointF(at), action, data, button_, no_keys))
    tasks.settle()
    assert [row.file.name for row in core.around.evidence.rows(kwan.id)] == ["receipt.png"]


# --- the proof report -----------------------------------------------------------------------------


def read_back(pdf: bytes) -> str:
    """The text of a PDF by Qt: glyph codes of each font, put back by its own table."""
    objects = {int(n): body for n, body in re.findall(rb"(\d+) 0 obj\n(.*?)endobj", pdf, re.DOTALL)}
    streams = {number: _unpacked(body) for number, body in objects.items() if b"stream" in body}
    tables = {}
    for number, body in objects.items():
        found = re.search(rb"/ToUnicode (\d+) 0 R", body)
        if found:
            tables[number] = _table(streams[int(found[1])])
    fonts: dict[bytes, dict[str, str]] = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", body):
            fonts[name] = tables.get(int(number), {})
    text: list[str] = []
    for content in streams.values():
        table: dict[str, str] = {}
        for name, shown in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>", content):
            if name:
                table = fonts.get(name, {})
            codes = re.findall("....", shown.decode().lower())
            text.extend(table.get(code, "") for code in codes)
    return "".join(text)


def _unpacked(body: bytes) -> bytes:
    raw = body.split(b"stream\n", 1)[1].rsplit(b"\nendstream", 1)[0]
    try:
        return zlib.decompress(raw)
    except zlib.error:
        return raw


def _table(cmap: bytes) -> dict[str, str]:
    table: dict[str, str] = {}
    for first, last, rest in re.findall(
        r"<(\w{4})> <(\w{4})> (\[[^\]]*\]|<\w+>)", cmap.decode("latin-1").lower()
    ):
        values = re.findall(r"<(\w+)>", rest)
        for step in range(int(last, 16) - int(first, 16) + 1):
            value = values[step] if rest.startswith("[") else f"{int(values[0], 16) + step:04x}"
            table[f"{int(first, 16) + step:04x}"] = bytes.fromhex(value).decode("utf-16-be")
    return table


def test_the_proof_report_tells_what_is_known_and_nothing_of_the_letter(
    page: RequestsPage,
    core: Core,
    tmp_path: Path,
    boxes: AnsweredBoxes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kwan = letter_of(core, "Dr. Kwan")
    core.letters.update(kwan.id, reference="ERAS4471")
    picture = tmp_path / "status.png"
    picture.write_bytes(b"picture")
    core.around.evidence.add(JobContext(), picture, kwan.id)
    dialog = evidence(page, core)
    target = tmp_path / "proof.pdf"
    monkeypatch.setattr(boxes, "save_file", lambda *_args, **_more: target)
    button(dialog, "Proof report…").click()
    content = target.read_bytes()
    assert content.startswith(b"%PDF")
    read = "".join(read_back(content).split())
    (row,) = core.around.evidence.rows(kwan.id)
    wanted = ("Internal Medicine", "Dr. Daniel Kwan", "ERAS4471", "status.png", row.file.sha256)
    for words in (*wanted, "Tuesday, August 18, 2026", "Planned → Asked", "It holds no letter."):
        assert "".join(words.split()) in read, words


def test_text_in_a_report_stands_as_typed(qapp: object) -> None:
    part = DocumentPart("<img src=x>", (("A & B", "<b>c</b>\nd"),))
    html = as_html(Document("<i>T</i>", "S", (part,), "F"))
    assert "&lt;img src=x&gt;" in html
    assert "A &amp; B" in html
    assert "&lt;b&gt;c&lt;/b&gt;<br>d" in html
    assert QtPdfRenderer(letter=False).pdf(Document("T", "", (), "")).startswith(b"%PDF")


def test_an_application_without_letters_says_so(core: Core, qapp: object) -> None:
    from lordesk.kinds import ApplicationKind

    goal = core.applications.add("Empty", ApplicationKind.OTHER)
    document = proof_document(core.around.reports.proof(goal))
    assert document.parts[0].heading == "No letter is planned for this application."


def test_the_letters_tab_of_a_mentor_opens_the_same_details(
    qtbot: QtBot, core: Core, desk: Desk, page: RequestsPage
) -> None:
    pane = pane_of(desk, core)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_mentor(letter_of(core, "Dr. Osei").mentor_id)
    pane.show_tab(PaneTab.LETTERS)
    button(pane, "Details").click()
    assert "Planned → Asked" in said(pane.findChild(LetterDialog))
