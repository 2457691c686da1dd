"""What an application lacks: all of it in a list in place, each line with its one button."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lordesk.kinds import (
    ApplicationKind,
    LetterService,
    MessageKind,
    Severity,
    SlotNeed,
    Stage,
    WriterPart,
)
from lordesk.kinds import Page as PageKind
from lordesk.rows.coverage import GapAction
from lordesk.rows.finding import Finding
from tests.ui.test_applications_page import named, notice, press, shown, spoken, words
from ui.dialogs.application_dialog import ApplicationDialog
from ui.dialogs.letter_facts_dialog import LetterFactsDialog
from ui.dialogs.rule_sources import RuleSourcesDialog
from ui.dialogs.target_dialog import TargetDialog
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from lordesk.core import Core
    from lordesk.rows.letters import ApplicationRow
    from ui.desk import Desk
    from ui.pages.applications import ApplicationsPage
    from ui.pages.applications_findings import FindingLine

ODD = "<img src=x> A & B"
HARD = date(2026, 12, 1)


def application(core: Core, service: LetterService | None = None, **values: object) -> int:
    return core.applications.add(
        "Mine", ApplicationKind.OTHER, service=service, hard_on=HARD, **values
    )


def letter(core: Core, application_id: int, name: str, *stages: Stage, **facts: object) -> int:
    slot = core.applications.add_slot(application_id, f"Slot of {name}", SlotNeed.ANY)
    letter_id = core.letters.plan(core.mentors.add(name), application_id, slot, **facts)
    for stage in stages:
        core.requests.move(core.letters.get(letter_id).request_id, stage)
    return letter_id


def line(page: ApplicationsPage, title: str, qtbot) -> FindingLine:
    more = page._pane.more_findings
    if not more.isVisible():
        qtbot.mouseClick(more.toggle, Qt.MouseButton.LeftButton)
    return next(each for each in more.lines if each.accessibleName().startswith(title))


def row(core: Core) -> ApplicationRow:
    return named(core, "Mine")


def test_the_rest_opens_and_closes_in_place_and_stays_open(desk: Desk, core: Core, qtbot) -> None:
    core.sample.add(with_profile=True)
    page = shown(desk, core, qtbot)
    more = page._pane.more_findings
    assert more.toggle.text() == "2 more to look at"
    assert not more.isVisible()
    more.toggle.setFocus()
    qtbot.keyClick(more.toggle, Qt.Key.Key_Space)
    assert [each.accessibleName() for each in more.lines] == [
        "The letter from Dr. Halvorsen may come too late.",
        "University of Alder Falls has too few letters.",
    ]
    assert more.lines[1].accessibleDescription() == "1 letter short."
    core.applications.add_slot(page._row.id, "Research letter")
    assert more.isVisible()
    page._list.choose(named(core, "Harlan Scholarship").id)
    assert not more.isVisible()
    qtbot.keyClick(more.toggle, Qt.Key.Key_Space)
    qtbot.keyClick(more.toggle, Qt.Key.Key_Space)
    assert not more.isVisible()


def test_a_letter_through_a_closed_door_is_said_first_and_its_service_changed(
    desk: Desk, core: Core, qtbot
) -> None:
    made = application(core, LetterService.CASPA)
    letter_id = letter(core, made, "Dr. Ann Bell", service=LetterService.INTERFOLIO)
    page = shown(desk, core, qtbot)
    assert notice(page).accessibleName() == "The letter from Dr. Bell would be turned away."
    press(notice(page), "Change service", qtbot)
    dialog = page.findChild(LetterFactsDialog)
    assert dialog._service_field.error() == (
        "CASPA takes no letters through Interfolio. Choose another way."
    )
    dialog._service.setCurrentIndex(dialog._service.findData(LetterService.CASPA))
    dialog._service.activated.emit(dialog._service.currentIndex())
    assert dialog._service_field.error() == ""
    press(dialog, "Save", qtbot)
    assert core.letters.get(letter_id).service is LetterService.CASPA


def test_a_reference_number_that_stands_twice_is_warned_of_at_its_field(
    desk: Desk, core: Core, qtbot
) -> None:
    made = application(core)
    letter(core, made, "Dr. Ann Bell", Stage.ASKED, Stage.AGREED, reference="12 34ab")
    letter(core, made, "Dr. Bo Kim", Stage.ASKED, Stage.AGREED, reference="1234AB")
    page = shown(desk, core, qtbot)
    found = notice(page)
    assert found.accessibleName() == "One reference number stands on two letters."
    press(found, "Edit letter", qtbot)
    dialog = page.findChild(LetterFactsDialog)
    assert dialog._reference_field.error() == (
        "The letter from Dr. Bell has this number already. Each letter has its own."
    )
    dialog._reference.setText("99")
    dialog._reference.textEdited.emit("99")
    assert dialog._reference_field.error() == ""
    press(dialog, "Save", qtbot)
    assert not notice(page).isVisible()


def test_a_phantom_letter_is_taken_away_where_it_is_free(desk: Desk, core: Core, qtbot) -> None:
    made = application(core, cap=4)
    gone = letter(core, made, "Dr. Ann Bell", Stage.ASKED)
    for name in ("A", "B"):
        core.applications.assign(gone, core.applications.add_target(made, name, min_letters=0))
    core.requests.move(core.letters.get(gone).request_id, Stage.WITHDRAWN)
    page = shown(desk, core, qtbot)
    press(line(page, "The letter from Dr. Bell will not come.", qtbot), "Take away", qtbot)
    assert [target.assignments for target in core.applications.targets(made)] == [(), ()]
    core.undo.undo()
    assert all(target.assignments for target in core.applications.targets(made))


def test_more_letters_than_a_cap_are_said_with_the_way_out(desk: Desk, core: Core, qtbot) -> None:
    made = application(core, cap=4)
    target_id = core.applications.add_target(made, ODD, min_letters=0)
    for name in ("Dr. Ann Bell", "Dr. Bo Kim"):
        core.applications.assign(letter(core, made, name, Stage.ASKED, Stage.AGREED), target_id)
    core.applications.update_target(target_id, cap=1)
    page = shown(desk, core, qtbot)
    assert notice(page).accessibleName() == f"{ODD} has more letters than it takes."
    assert notice(page).accessibleDescription() == "2 are assigned, 1 is the limit."
    press(notice(page), "Take away", qtbot)
    assert len(core.applications.targets(made)[0].assignments) == 1


def test_contradictory_needs_of_a_target_are_the_first_thing_said(
    desk: Desk, core: Core, qtbot
) -> None:
    made = application(core, cap=4)
    target_id = core.applications.add_target(made, ODD, min_letters=2)
    core.store.database.execute_sql("UPDATE target SET cap = 1")
    page = shown(desk, core, qtbot)
    assert notice(page).accessibleName() == f"{ODD} asks for more letters than it takes."
    press(notice(page), "Edit", qtbot)
    assert page.findChild(TargetDialog)._target.id == target_id


def test_a_date_of_another_season_is_said_and_opens_the_form(desk: Desk, core: Core, qtbot) -> None:
    core.applications.add(
        "Mine",
        ApplicationKind.RESIDENCY,
        service=LetterService.ERAS,
        season="2027",
        hard_on=date(2029, 9, 23),
    )
    page = shown(desk, core, qtbot)
    assert notice(page).accessibleName() == "A date of Mine is outside the season."
    press(notice(page), "Edit application", qtbot)
    dialog = page.findChild(ApplicationDialog)
    assert "Outside the season, which is" in words(dialog)


def test_a_slot_without_anybody_asks_for_a_mentor(desk: Desk, core: Core, qtbot) -> None:
    made = application(core)
    slot = core.applications.add_slot(made, "Research letter")
    page = shown(desk, core, qtbot)
    with qtbot.waitSignal(page.compose_requested) as asked:
        press(notice(page), "Choose a mentor", qtbot)
    assert (asked.args[0].kind, asked.args[0].slot_id) == (MessageKind.ASK, slot)


def test_a_backup_writer_is_lined_up_for_the_slot_of_the_late_letter(
    desk: Desk, core: Core, qtbot
) -> None:
    made = application(core)
    core.applications.update(made, hard_on=date(2026, 9, 20), letters_by=date(2026, 9, 10))
    letter(core, made, "Dr. Ann Bell", Stage.ASKED, Stage.AGREED)
    page = shown(desk, core, qtbot)
    assert notice(page).accessibleName() == "The letter from Dr. Bell may come too late."
    with qtbot.waitSignal(page.compose_requested) as asked:
        press(notice(page), "Line up a backup writer", qtbot)
    assert asked.args[0].slot_id == row(core).slots[0].id


def test_the_rest_of_a_waiver_is_edited_and_a_twin_letter_opens_its_mentor(
    desk: Desk, core: Core, qtbot
) -> None:
    made = application(core)
    letter(core, made, "Dr. Ann Bell", Stage.ASKED, Stage.AGREED)
    page = shown(desk, core, qtbot)
    hint = line(page, "The waiver is not recorded.", qtbot)
    press(hint, "Edit letter", qtbot)
    dialog = page.findChild(LetterFactsDialog)
    dialog._waiver.setCurrentIndex(1)
    press(dialog, "Save", qtbot)
    titles = [each.accessibleName() for each in page._pane.more_findings.lines]
    assert "The waiver is not recorded." not in titles


def test_somebody_whose_letter_is_too_old_is_asked_for_a_new_one(
    desk: Desk, core: Core, qtbot
) -> None:
    core.sample.add(with_profile=True)
    before = named(core)
    made = core.rollover.start(before, "2028")
    page = shown(desk, core, qtbot)
    page.open_target(made)
    cards = [card.accessibleName() for card in page._pane.slots_row.cards]
    assert cards[0].startswith("IM faculty 1, Dr. Daniel Kwan, Planned, From season 2027, ask anew")
    found = line(page, "The letter from Dr. Kwan", qtbot)
    with qtbot.waitSignal(page.compose_requested) as asked:
        press(found, "Write request", qtbot)
    assert asked.args[0].kind is MessageKind.ASK
    assert asked.args[0].letter_id is not None


@pytest.mark.parametrize("name", ["services.json", "eras-2027.json"])
def test_a_rule_file_that_does_not_parse_is_named_and_the_shipped_one_used(
    desk: Desk, core: Core, qtbot, name: str
) -> None:
    core.paths.rules.mkdir(parents=True, exist_ok=True)
    (core.paths.rules / name).write_text('{\n"services": [', encoding="utf-8")
    core.sample.add(with_profile=True)
    page = shown(desk, core, qtbot)
    (broken,) = page._pane._packs_shown
    qtbot.waitUntil(broken.isVisible)
    assert broken.accessibleName() == f"Your file {name} is left out: line 2 is not JSON."
    assert core.rules.services[LetterService.ERAS].cap == 4
    assert broken.accessibleDescription() == "The rules that came with LoRDesk are used."
    press(broken, "Rules and sources", qtbot)
    assert page.findChild(RuleSourcesDialog) is not None


def test_the_card_of_a_committee_letter_names_everybody(desk: Desk, core: Core, qtbot) -> None:
    core.sample.add(with_profile=True)
    chair = next(row for row in core.letters.rows() if row.mentor_short == "Dr. Halvorsen")
    others = [core.mentors.add(f"Dr. {name}") for name in ("Ann Park", "Joe Reed")]
    parts = [(other, WriterPart.MEMBER) for other in others]
    core.around.writers.set(chair.id, [(chair.mentor_id, WriterPart.CONTACT), *parts])
    page = shown(desk, core, qtbot)
    card = page._pane.slots_row.cards[2]
    named = "Chair letter, Dr. Ruth Halvorsen, Dr. Ann Park, Dr. Joe Reed, Asked"
    assert card.accessibleName().startswith(named)


def test_the_forecast_stands_on_the_card_with_its_reasons(desk: Desk, core: Core, qtbot) -> None:
    core.sample.add(with_profile=True)
    page = shown(desk, core, qtbot)
    card = page._pane.slots_row.cards[1]
    assert card.accessibleName().endswith("Due Sep 9, Likely in time")
    assert "Writers usually take about 49 days." in card.toolTip()
    assert "%" not in card.toolTip()


def test_the_rarer_buttons_lead_where_they_say(desk: Desk, core: Core, qtbot) -> None:
    made = application(core)
    letter_id = letter(core, made, "Dr. Ann Bell", Stage.ASKED, Stage.AGREED)
    page = shown(desk, core, qtbot)

    def finding(action: GapAction, **data: object) -> Finding:
        return Finding("need-over", Severity.HINT, {"action": action, **data})

    page._close_gap(finding(GapAction.OPEN_RULES))
    assert page.findChild(RuleSourcesDialog) is not None
    with qtbot.waitSignal(page.compose_requested) as asked:
        page._close_gap(finding(GapAction.LINE_UP_BACKUP))
    assert (asked.args[0].application_id, asked.args[0].slot_id) == (made, None)
    with qtbot.waitSignal(page.navigate_requested) as went:
        page._close_gap(finding(GapAction.OPEN_LETTER, letter_id=letter_id))
    assert went.args == [PageKind.MENTORS, core.letters.get(letter_id).mentor_id]
    page._close_gap(Finding("need-over", Severity.HINT, {}))
    core.requests.move(core.letters.get(letter_id).request_id, Stage.SUBMITTED)
    with qtbot.waitSignal(page.compose_requested) as again:
        page._close_gap(finding(GapAction.ASK, letter_id=letter_id))
    assert (again.args[0].letter_id, again.args[0].application_id) == (None, made)


def test_tab_reaches_each_line(desk: Desk, core: Core, qtbot) -> None:
    core.sample.add(with_profile=True)
    page = shown(desk, core, qtbot)
    more = page._pane.more_findings
    qtbot.mouseClick(more.toggle, Qt.MouseButton.LeftButton)
    walk = more.toggle.nextInFocusChain()
    reached = []
    while walk is not page._pane.targets.view:
        if isinstance(walk, Button) and walk in [each.button for each in more.lines]:
            reached.append(walk.text())
        walk = walk.nextInFocusChain()
    assert reached == ["Line up a backup writer", "Show"]
    assert spoken(page, 0, 0)
    assert PageKind.APPLICATIONS is page.KIND
