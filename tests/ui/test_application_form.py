"""Adding an application: what the rules propose, with its marks; nothing typed is ever lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from lordesk.kinds import ApplicationKind, LetterService, SlotNeed
from tests.ui.test_applications_page import named, press, words
from ui.dialogs.application_dialog import ApplicationDialog
from ui.dialogs.rollover_dialog import RolloverDialog
from ui.dialogs.rule_sources import RuleSourcesDialog
from ui.widgets.field import Field
from ui.wording.seasons import publisher, site

if TYPE_CHECKING:
    from lordesk.core import Core
    from ui.desk import Desk
    from ui.widgets.pickers import ComboBox

ODD = "<img src=x> & é"


@pytest.fixture
def holder(qtbot) -> QWidget:
    """A dialog deletes itself when it closes; this stays."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(desk: Desk, core: Core, holder: QWidget) -> ApplicationDialog:
    made = ApplicationDialog(desk, core.applications, core.rules, parent=holder)
    made.open()
    return made


def pick(combo: ComboBox, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def type_specialty(dialog: ApplicationDialog, text: str) -> None:
    dialog._specialty.setText(text)
    dialog._specialty.textEdited.emit(text)


def titles(dialog: ApplicationDialog) -> list[str]:
    return [slot.title for slot in dialog._slots.slots_shown()]


# --- what is proposed -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "service", "first"),
    [
        ("medical_school_md", LetterService.AMCAS, "Science faculty 1"),
        ("medical_school_do", LetterService.AACOMAS, "Science faculty 1"),
        ("medical_school_tx", LetterService.TMDSAS, "Science faculty 1"),
        ("medical_school_mdphd", LetterService.AMCAS, "Science faculty 1"),
        ("medical_school_committee", LetterService.AMCAS, "Committee letter or packet"),
    ],
)
def test_each_kind_of_school_has_its_service_and_letters(
    dialog: ApplicationDialog, core: Core, qtbot, school: str, service: LetterService, first: str
) -> None:
    pick(dialog._kind, ApplicationKind.MEDICAL_SCHOOL)
    pick(dialog._school, school)
    assert dialog._chosen_service() is service
    assert titles(dialog) == [s.title for s in core.rules.specialties[school].slots]
    assert titles(dialog)[0] == first
    dialog._name.setText("Mine")
    dialog._name.textEdited.emit("Mine")
    press(dialog, "Add application", qtbot)
    row = named(core, "Mine")
    assert (row.service, row.specialty) == (service, core.rules.specialties[school].name)
    assert [slot.title for slot in row.slots] == [
        s.title for s in core.rules.specialties[school].slots
    ]


def test_the_service_leads_to_its_schools_until_the_user_chooses_them(
    dialog: ApplicationDialog,
) -> None:
    pick(dialog._kind, ApplicationKind.MEDICAL_SCHOOL)
    pick(dialog._service, LetterService.TMDSAS)
    assert dialog._school.currentData() == "medical_school_tx"
    pick(dialog._school, "medical_school_committee")
    pick(dialog._service, LetterService.AMCAS)
    assert dialog._school.currentData() == "medical_school_committee"


def test_each_proposed_value_has_its_mark_and_one_of_the_users_own_has_none(
    dialog: ApplicationDialog,
) -> None:
    type_specialty(dialog, "Ophthalmology")
    said = words(dialog)
    assert said.count("Confirmed · uwmedicine.org") == 4
    assert "Projected · " in said
    assert "Mon, Feb 1, 2027" in dialog._events.boxes[0].text()
    dialog._cap.setValue(5)
    line = dialog._slots.lines[0]
    line.title.setText(ODD)
    line.title.textEdited.emit(ODD)
    dialog._hard.field.set_day(date(2026, 9, 2))
    said = words(dialog)
    assert said.count("Confirmed · uwmedicine.org") == 2
    assert "Projected · " not in said


def test_letters_cap_and_dates_are_saved_as_they_were_changed(
    dialog: ApplicationDialog, core: Core, qtbot
) -> None:
    type_specialty(dialog, "Internal medicine")
    dialog._cap.setValue(0)
    first, second = dialog._slots.lines[:2]
    first.title.setText(ODD)
    first.title.textEdited.emit(ODD)
    second.removed.emit(second)
    dialog._slots.add.click()
    dialog._slots.lines[-1].title.setText("Research")
    dialog._slots.add.click()
    left_out = dialog._events.boxes[0]
    left_out.click()
    press(dialog, "Add application", qtbot)
    row = named(core, "Internal medicine")
    assert [slot.title for slot in row.slots] == [ODD, "Chair letter", "Any specialty", "Research"]
    assert [slot.need for slot in row.slots][1] is SlotNeed.CHAIR
    assert row.cap is None
    found = [each.title for each in core.applications.dates(row.id)]
    assert found
    assert left_out.text().split(" · ")[1] not in found


def test_the_sources_are_a_button_away_and_an_edited_rule_is_proposed_at_once(
    dialog: ApplicationDialog, core: Core, qtbot
) -> None:
    type_specialty(dialog, "Internal medicine")
    press(dialog, "Where these come from", qtbot)
    sources = dialog.findChild(RuleSourcesDialog)
    assert sources.windowTitle() == "Rules and sources for Internal medicine"
    core.rules.edit("services", "eras.cap", 6)
    sources.accept()
    assert dialog._cap.value() == 6
    assert "Your value" in words(dialog)


# --- nothing is lost ------------------------------------------------------------------------------


def test_nothing_is_lost_when_the_form_is_changed_back_and_forth(
    dialog: ApplicationDialog,
) -> None:
    type_specialty(dialog, "Internal medicine")
    dialog._season.setEditText("2028")
    dialog._season_line.textEdited.emit("2028")
    line = dialog._slots.lines[1]
    line.title.setText(ODD)
    line.title.textEdited.emit(ODD)
    dialog._detail.setText("categorical")
    dialog._goals["emphasis"].setCurrentIndex(2)
    dialog._goals["competitiveness"].setCurrentIndex(3)
    dialog._values.setPlainText("Teaching\nקהילה")
    before = (titles(dialog), dialog._goal_values())
    pick(dialog._kind, ApplicationKind.MEDICAL_SCHOOL)
    assert ODD not in titles(dialog)
    assert dialog._specialty_field.isHidden()
    pick(dialog._kind, ApplicationKind.SCHOLARSHIP)
    pick(dialog._kind, ApplicationKind.RESIDENCY)
    assert dialog._specialty.text() == "Internal medicine"
    assert (titles(dialog), dialog._goal_values()) == before
    assert dialog._season.currentText() == "2028"
    assert dialog._detail.text() == "categorical"
    type_specialty(dialog, "Neurology")
    assert ODD not in titles(dialog)
    type_specialty(dialog, "Internal medicine")
    assert ODD in titles(dialog)


def test_goals_are_stored_and_shown_again(
    dialog: ApplicationDialog, desk: Desk, core: Core, holder: QWidget, qtbot
) -> None:
    type_specialty(dialog, "Internal medicine")
    for combo in dialog._goals.values():
        combo.setCurrentIndex(2)
    dialog._values.setPlainText(ODD)
    press(dialog, "Add application", qtbot)
    row = named(core, "Internal medicine")
    assert dict(row.goals) == {
        "emphasis": "research", "setting": "community", "degree": "do",
        "competitiveness": "high", "values": ODD,
    }  # fmt: skip
    again = ApplicationDialog(desk, core.applications, core.rules, row, holder)
    assert again._goal_values() == dict(row.goals)


def test_a_limit_as_proposed_goes_with_the_service_and_an_own_one_stays(
    desk: Desk, core: Core, holder: QWidget
) -> None:
    for name, cap, after in (("Usual", 4, 3), ("Own", 2, 2)):
        core.applications.add(
            name, ApplicationKind.RESIDENCY, service=LetterService.ERAS, season="2027", cap=cap
        )
        again = ApplicationDialog(desk, core.applications, core.rules, named(core, name), holder)
        pick(again._service, LetterService.SF_MATCH)
        assert again._cap.value() == after


# --- a preliminary year ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("preliminary_medicine", "Preliminary medicine"),
        ("preliminary_surgery", "Preliminary surgery"),
        ("transitional_year", "Transitional year"),
    ],
)
def test_a_preliminary_year_is_a_second_application_in_the_same_step(
    dialog: ApplicationDialog, core: Core, qtbot, key: str, name: str
) -> None:
    type_specialty(dialog, "Ophthalmology")
    assert "This specialty needs one, with letters of its own." in words(dialog)
    pick(dialog._preliminary, key)
    assert f"{name} is added as a second application with 3 letters of its own." in words(dialog)
    press(dialog, "Add application", qtbot)
    main, second = named(core, "Ophthalmology"), named(core, name)
    assert (main.service, second.service) == (LetterService.SF_MATCH, LetterService.ERAS)
    assert (main.needed, second.needed) == (3, 3)
    assert second.hard_on is not None
    core.undo.undo()
    assert core.applications.rows() == []


def test_a_preliminary_year_itself_offers_none_and_schools_neither(
    dialog: ApplicationDialog, core: Core, qtbot
) -> None:
    type_specialty(dialog, "Ophthalmology")
    pick(dialog._preliminary, "transitional_year")
    type_specialty(dialog, "Transitional year")
    assert dialog._preliminary_field.isHidden()
    press(dialog, "Add application", qtbot)
    assert len(core.applications.rows()) == 1


# --- odd dates ------------------------------------------------------------------------------------


def test_a_date_outside_the_season_is_said_at_its_field_and_may_be_saved(
    dialog: ApplicationDialog, core: Core, qtbot
) -> None:
    type_specialty(dialog, "Internal medicine")
    dialog._hard.field.set_day(date(2029, 9, 23))
    assert "Outside the season, which is" in words(dialog)
    press(dialog, "Add application", qtbot)
    assert named(core, "Internal medicine").hard_on == date(2029, 9, 23)


def test_a_site_is_read_from_an_address() -> None:
    assert site("https://students-residents.aamc.org:443/book/export") == "aamc.org"
    assert site("http://help.unicas.com:8888/x") == "unicas.com"
    assert site("https://www.aamc.org./services") == "aamc.org"
    assert site("the guide") == ""


def test_a_publisher_is_named_where_it_is_known() -> None:
    assert publisher("https://students-residents.aamc.org:443/book/export") == "AAMC"
    assert publisher("https://www.ankipalace.com/x") == "ankipalace.com"
    assert publisher("AAMC, ERAS 2027 season calendar") == "AAMC, ERAS 2027 season calendar"


def test_everything_in_the_form_has_a_name(dialog: ApplicationDialog) -> None:
    pick(dialog._kind, ApplicationKind.RESIDENCY)
    type_specialty(dialog, "Internal medicine")
    assert all(field.editor.accessibleName() for field in dialog.findChildren(Field))
    assert all(line.title.accessibleName() for line in dialog._slots.lines)
    assert all(box.text() for box in dialog._events.boxes)


# --- the next season ------------------------------------------------------------------------------


def test_the_next_season_says_what_becomes_of_each_letter_before_it_starts(
    desk: Desk, core: Core, holder: QWidget, qtbot
) -> None:
    core.sample.add(with_profile=True)
    made = RolloverDialog(desk, core.rollover, named(core), holder)
    made.open()
    said = words(made)
    assert "14 programs and 6 letters go along." in said
    assert "Planned again. The service can import the old one." in said
    assert "Readers see that it is from Aug 11, 2026." in said
    with qtbot.waitSignal(made.saved) as saved:
        press(made, "Start season", qtbot)
    assert core.applications.get(saved.args[0]).season == "2028"
    assert core.undo.next_undo().code == "season-started"


def test_a_season_that_was_started_before_is_said(
    desk: Desk, core: Core, holder: QWidget, qtbot
) -> None:
    core.sample.add(with_profile=True)
    row = named(core)
    core.rollover.start(row, "2028")
    made = RolloverDialog(desk, core.rollover, row, holder)
    made.open()
    assert made._field.error() == "You have started 2028 already. This makes a second one."
    made._season.setEditText("2029")
    made._line.editingFinished.emit()
    assert made._field.error() == ""
    made.reject()


def test_no_season_is_refused_at_its_field(desk: Desk, core: Core, holder: QWidget, qtbot) -> None:
    core.applications.add("Mine", ApplicationKind.SCHOLARSHIP)
    made = RolloverDialog(desk, core.rollover, named(core, "Mine"), holder)
    made.open()
    press(made, "Start season", qtbot)
    assert made._field.error() == "Enter the season after this one."
    assert len(core.applications.rows()) == 1
    made._season.setEditText("2031")
    press(made, "Start season", qtbot)
    assert [row.season for row in core.applications.rows()] == ["", "2031"]
