from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import InvalidInputError, MissingRowError
from lordesk.kinds import ApplicationKind, DeclineReason, LetterService, Stage, Waiver
from tests.core.verbs import application, letter, mentor, slot

if TYPE_CHECKING:
    from tests.core.conftest import House

TODAY = date(2026, 8, 18)


def test_a_planned_letter_takes_its_dates_from_the_application(house: House) -> None:
    park = house.mentors.add("Dr. Ada Park")
    goal = house.applications.add(
        "Medicine",
        ApplicationKind.RESIDENCY,
        service=LetterService.ERAS,
        hard_on=date(2026, 12, 1),
        hard_time=time(17),
        hard_zone="America/New_York",
    )
    row = house.letters.get(house.letters.plan(park, goal))
    assert (row.hard_on, row.hard_time, row.hard_zone) == (
        date(2026, 12, 1),
        time(17),
        "America/New_York",
    )
    assert (row.soft_on, row.planned_ask_on) == (date(2026, 11, 17), date(2026, 9, 22))
    assert (row.service, row.stage, row.stage_on) == (LetterService.ERAS, Stage.PLANNED, TODAY)


def test_a_late_starter_does_not_begin_in_red(house: House) -> None:
    park = house.mentors.add("Dr. Ada Park")
    row = house.letters.get(house.letters.plan(park, soft_on=date(2026, 9, 8)))
    assert row.planned_ask_on == TODAY
    assert row.attention is not None
    assert row.attention.name == "DUE_SOON"


def test_a_letter_without_any_date_can_be_planned(house: House) -> None:
    row = house.letters.get(house.letters.plan(house.mentors.add("Dr. Ada Park")))
    assert (row.hard_on, row.soft_on, row.planned_ask_on) == (None, None, None)


def test_a_second_letter_of_a_slot_is_a_backup(filled: House) -> None:
    made = filled.letters.plan(mentor(filled, "Feld"), application(filled), slot(filled, 0))
    row = filled.applications.get(application(filled)).slots[0]
    assert row.letter is not None
    assert row.letter.mentor_short == "Dr. Kwan"
    assert [backup.id for backup in row.backups] == [made]
    assert filled.letters.get(made).backup


def test_after_a_decline_the_next_letter_takes_the_slot(filled: House) -> None:
    chair = letter(filled, "Dr. Halvorsen")
    filled.requests.decline(chair.request_id, DeclineReason.NO_TIME)
    made = filled.letters.plan(mentor(filled, "Feld"), application(filled), slot(filled, 2))
    row = filled.applications.get(application(filled)).slots[2]
    assert row.letter is not None
    assert row.letter.id == made


def test_a_backup_writer_can_take_the_slot(filled: House) -> None:
    filled.letters.make_writer(slot(filled, 1), letter(filled, "Dr. Osei").id)
    row = filled.applications.get(application(filled)).slots[1]
    assert row.letter is not None
    assert row.letter.mentor_short == "Dr. Osei"
    assert [backup.mentor_short for backup in row.backups] == ["Dr. Marchetti", "Dr. Adeyemi"]


def test_a_letter_is_named_by_the_slot_of_its_own_application(filled: House) -> None:
    assert letter(filled, "Dr. Kwan").slot_title == "IM faculty 1"
    in_im = next(r for r in filled.letters.rows() if r.mentor_short == "Dr. Bell")
    assert in_im.slot_title == "Any specialty"


def test_letters_of_an_application_are_its_own_and_those_that_fill_its_slots(
    filled: House,
) -> None:
    track = next(a for a in filled.applications.rows() if a.name == "Primary Care track")
    shown = {row.mentor_short for row in filled.letters.rows(application_id=track.id)}
    assert shown == {"Dr. Ibarra", "Dr. Kwan", "Dr. Bell"}


def test_a_letter_cannot_be_due_after_its_hard_date(filled: House) -> None:
    osei = letter(filled, "Dr. Osei")
    with pytest.raises(InvalidInputError) as refused:
        filled.letters.update(osei.id, soft_on=date(2026, 9, 24))
    assert refused.value.problem == "due-after-deadline"
    assert letter(filled, "Dr. Osei") == osei


def test_the_day_of_the_waiver_is_kept(filled: House) -> None:
    bell = next(r for r in filled.letters.rows() if r.application_name == "Harlan Scholarship")
    filled.letters.update(bell.id, waiver=Waiver.WAIVED)
    assert filled.letters.get(bell.id).waiver_on == TODAY
    filled.letters.update(bell.id, waiver=Waiver.UNDECIDED)
    assert filled.letters.get(bell.id).waiver_on is None


def test_a_deleted_letter_is_gone_from_every_list_and_undo_brings_it_back(filled: House) -> None:
    osei = letter(filled, "Dr. Osei")
    filled.letters.delete(osei.id)
    with pytest.raises(MissingRowError):
        filled.letters.get(osei.id)
    assert osei.id not in {b.id for b in filled.applications.rows()[1].slots[1].backups}
    filled.undo.undo()
    assert filled.letters.for_request(osei.request_id) == osei
