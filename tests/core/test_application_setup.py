"""An application with what it usually needs in one step; which target takes which letter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.domain import proposals
from lordesk.errors import CapReachedError, InvalidInputError, LockedAssignmentError
from lordesk.kinds import ApplicationKind, DateStatus, LetterService, SlotNeed, Stage

if TYPE_CHECKING:
    from tests.core.conftest import House

SEPTEMBER_2 = date(2026, 9, 2)


def proposal(house: House, specialty: str = "Internal medicine") -> proposals.Proposal:
    return proposals.propose(
        ApplicationKind.RESIDENCY,
        LetterService.ERAS,
        "2027",
        specialty,
        services=house.rules.services,
        specialties=house.rules.specialties,
        seasons=house.rules.seasons,
        today=house.clock.today(),
    )


def add(house: House, **values: object) -> int:
    found = proposal(house)
    assert found.hard is not None
    return house.applications.add(
        "Internal Medicine",
        ApplicationKind.RESIDENCY,
        service=LetterService.ERAS,
        season="2027",
        hard_on=found.hard.on,
        hard_status=found.hard.status,
        hard_source=found.hard.origin.source,
        cap=found.cap,
        slots=found.slots,
        dates=found.events,
        **values,
    )


def letter(house: House, application_id: int, name: str, slot: int | None = None) -> int:
    mentor_id = house.mentors.add(name)
    return house.letters.plan(mentor_id, application_id, slot)


def test_an_application_comes_with_its_slots_dates_and_cap_in_one_step(house: House) -> None:
    application_id = add(house)
    row = house.applications.get(application_id)
    assert [slot.title for slot in row.slots] == [
        "IM faculty 1", "IM faculty 2", "Chair letter", "Any specialty",
    ]  # fmt: skip
    assert (row.cap, row.hard_on, row.letters_by) == (4, date(2026, 9, 23), date(2026, 9, 9))
    assert row.hard_status is DateStatus.PROJECTED
    dates = house.applications.dates(application_id)
    assert [d.title for d in dates][:3] == [
        "Applications can be submitted", "NRMP registration opens", "Match Week begins",
    ]  # fmt: skip
    assert all(d.source for d in dates)
    house.undo.undo()
    assert house.applications.rows() == []
    assert house.sql("SELECT count(*) FROM slot") == [(0,)]
    assert house.sql("SELECT count(*) FROM application_date") == [(0,)]


def test_dates_of_the_season_that_have_passed_are_left_out(house: House) -> None:
    assert all(event.on >= house.clock.today() for event in proposal(house).events)


def test_the_current_season_is_the_first_whose_letters_are_to_come(house: House) -> None:
    seasons = house.rules.seasons
    found = proposals.current_season(LetterService.ERAS, seasons, date(2026, 9, 24))
    assert found is not None
    assert found.season == "2028"
    assert proposals.current_season(LetterService.INTERFOLIO, seasons, SEPTEMBER_2) is None


def test_a_late_starter_is_not_told_of_a_day_that_has_passed() -> None:
    hard = date(2026, 9, 23)
    assert proposals.letters_by(hard, 14, date(2026, 8, 18)) == date(2026, 9, 9)
    assert proposals.letters_by(hard, 14, date(2026, 9, 20)) == date(2026, 9, 20)
    assert proposals.letters_by(hard, 14, date(2026, 10, 20)) == hard


def test_letters_due_after_the_application_date_are_refused(house: House) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add(house, letters_by=date(2026, 9, 24))
    assert refused.value.problem == "due-after-deadline"
    assert house.applications.rows() == []


def test_a_target_cannot_need_more_letters_than_it_takes(house: House) -> None:
    application_id = add(house)
    with pytest.raises(InvalidInputError) as refused:
        house.applications.add_target(application_id, "Lakeshore", min_letters=5)
    assert (refused.value.field_name, refused.value.problem) == ("min_letters", "more-than-cap")
    target_id = house.applications.add_target(application_id, "Lakeshore", min_letters=4)
    with pytest.raises(InvalidInputError):
        house.applications.update_target(target_id, cap=3)
    with pytest.raises(InvalidInputError):
        house.applications.update_target(target_id, name=" \n ")


def test_a_fifth_letter_is_refused_and_a_declined_one_takes_no_place(house: House) -> None:
    application_id = add(house)
    target_id = house.applications.add_target(application_id, "A & B")
    letters = [letter(house, application_id, f"Dr. Ann {name}") for name in "VWXYZ"]
    for letter_id in letters[:4]:
        house.applications.assign(letter_id, target_id)
    with pytest.raises(CapReachedError) as refused:
        house.applications.assign(letters[4], target_id)
    assert (refused.value.cap, refused.value.target) == (4, "A & B")
    request_id = house.letters.get(letters[0]).request_id
    house.requests.move(request_id, Stage.ASKED)
    house.requests.move(request_id, Stage.WITHDRAWN)
    house.applications.assign(letters[4], target_id)
    (target,) = house.applications.targets(application_id)
    assert letters[4] in {assignment.letter_id for assignment in target.assignments}


def test_a_letter_goes_to_every_target_with_room_in_one_step(house: House) -> None:
    application_id = add(house)
    full = house.applications.add_target(application_id, "Full", min_letters=1, cap=1)
    free = [house.applications.add_target(application_id, f"Program {n}") for n in range(3)]
    first, second = (letter(house, application_id, f"Dr. Ann {name}") for name in "VW")
    house.applications.assign(first, full)
    assert house.applications.assign_to(application_id, second, [full, *free]) == 3
    assert house.applications.assign_to(application_id, second, free) == 0
    house.undo.undo()
    assert house.sql("SELECT count(*) FROM assignment") == [(1,)]


def test_applying_locks_and_taking_it_back_frees(house: House) -> None:
    application_id = add(house)
    target_id = house.applications.add_target(application_id, "Lakeshore")
    letter_id = letter(house, application_id, "Dr. Ann Bell")
    house.applications.assign(letter_id, target_id)
    house.applications.mark_applied(target_id, SEPTEMBER_2)
    with pytest.raises(LockedAssignmentError):
        house.applications.unassign(letter_id, target_id)
    house.applications.mark_not_applied(target_id)
    house.applications.unassign(letter_id, target_id)
    (target,) = house.applications.targets(application_id)
    assert (target.applied_on, target.assignments) == (None, ())


def test_a_slot_can_be_renamed_and_never_to_nothing(house: House) -> None:
    application_id = add(house)
    slot = house.applications.get(application_id).slots[0]
    house.applications.update_slot(slot.id, "  <img src=x>  ", SlotNeed.RESEARCH)
    changed = house.applications.get(application_id).slots[0]
    assert (changed.title, changed.need) == ("<img src=x>", SlotNeed.RESEARCH)
    with pytest.raises(InvalidInputError):
        house.applications.update_slot(slot.id, " ", SlotNeed.ANY)


def form(**changes: object) -> dict[str, object]:
    values: dict[str, object] = {
        "name": "Lakeshore", "place": "", "min_letters": 3, "needs": [SlotNeed.CHAIR], "cap": 4,
        "deadline_on": None,
    }  # fmt: skip
    return values | changes


def test_the_form_of_a_target_is_saved_in_one_step_with_its_lock(house: House) -> None:
    application_id = add(house)
    target_id = house.applications.save_target(application_id, None, **form(cap=None))
    letter_id = letter(house, application_id, "Dr. Ann Bell")
    house.applications.assign(letter_id, target_id)
    house.applications.save_target(
        application_id, target_id, SEPTEMBER_2, **form(name="Lakeshore Clinic")
    )
    (target,) = house.applications.targets(application_id)
    assert (target.name, target.cap, target.applied_on) == ("Lakeshore Clinic", 4, SEPTEMBER_2)
    assert target.assignments[0].locked_at is not None
    step = house.undo.next_undo()
    assert step is not None
    assert step.code == "target-applied"
    house.undo.undo()
    (target,) = house.applications.targets(application_id)
    assert (target.name, target.cap, target.applied_on) == ("Lakeshore", None, None)
    assert target.assignments[0].locked_at is None


def test_a_form_without_an_applied_day_takes_the_lock_back(house: House) -> None:
    application_id = add(house)
    target_id = house.applications.save_target(application_id, None, SEPTEMBER_2, **form())
    house.applications.save_target(application_id, target_id, None, **form())
    (target,) = house.applications.targets(application_id)
    assert target.applied_on is None


def test_a_refused_form_changes_nothing(house: House) -> None:
    application_id = add(house)
    for wrong in (form(name=" "), form(min_letters=5)):
        with pytest.raises(InvalidInputError):
            house.applications.save_target(application_id, None, SEPTEMBER_2, **wrong)
    assert house.applications.targets(application_id) == []
