from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import (
    CapReachedError,
    InvalidInputError,
    LockedAssignmentError,
    MissingRowError,
)
from lordesk.kinds import ApplicationKind, DateStatus, DeclineReason, SlotNeed
from tests.core.verbs import application, letter, target

if TYPE_CHECKING:
    from tests.core.conftest import House

DAY = date(2026, 12, 1)


def test_letters_are_due_two_weeks_before_the_hard_date(house: House) -> None:
    made = house.applications.add("Medicine", ApplicationKind.RESIDENCY, hard_on=DAY)
    assert house.applications.get(made).letters_by == date(2026, 11, 17)


def test_an_application_needs_a_name(house: House) -> None:
    for name in ("", "  \n "):
        with pytest.raises(InvalidInputError):
            house.applications.add(name, ApplicationKind.OTHER)
    assert house.undo.next_undo() is None


def test_letters_cannot_be_due_after_the_hard_date(house: House) -> None:
    made = house.applications.add("Medicine", ApplicationKind.RESIDENCY, hard_on=DAY)
    with pytest.raises(InvalidInputError) as refused:
        house.applications.update(made, letters_by=date(2026, 12, 2))
    assert refused.value.field_name == "letters_by"
    assert house.applications.get(made).letters_by == date(2026, 11, 17)


def test_a_fifth_letter_is_refused(filled: House) -> None:
    full = target(filled, 0)
    with pytest.raises(CapReachedError) as refused:
        filled.applications.assign(letter(filled, "Dr. Adeyemi").id, full)
    assert (refused.value.target, refused.value.cap) == ("Northfield University Hospital", 4)
    assert len(filled.applications.targets(application(filled))[0].assignments) == 4


def test_assigning_twice_assigns_once(filled: House) -> None:
    place = target(filled, 4)
    for _ in range(2):
        filled.applications.assign(letter(filled, "Dr. Osei").id, place)
    assert len(filled.applications.targets(application(filled))[4].assignments) == 4


def test_applying_locks_what_is_assigned_and_not_what_comes_later(filled: House) -> None:
    place, kwan = target(filled, 4), letter(filled, "Dr. Kwan").id
    filled.applications.mark_applied(place, DAY)
    with pytest.raises(LockedAssignmentError):
        filled.applications.unassign(kwan, place)
    osei = letter(filled, "Dr. Osei").id
    filled.applications.assign(osei, place)
    filled.applications.unassign(osei, place)
    row = filled.applications.targets(application(filled))[4]
    assert (row.applied_on, len(row.assignments)) == (DAY, 3)
    assert all(a.locked_at is not None for a in row.assignments)


def test_the_default_application_has_the_nearest_hard_date_ahead(house: House) -> None:
    assert house.applications.default_id() is None
    house.applications.add("Past", ApplicationKind.OTHER, hard_on=date(2026, 8, 1))
    house.applications.add("Some day", ApplicationKind.OTHER)
    near = house.applications.add("Near", ApplicationKind.OTHER, hard_on=date(2026, 9, 1))
    house.applications.add("Far", ApplicationKind.OTHER, hard_on=DAY)
    assert house.applications.default_id() == near


def test_a_date_that_the_user_moves_is_the_users_own(filled: House) -> None:
    medicine = application(filled)
    shipped = filled.applications.dates(medicine)[0]
    assert shipped.status is DateStatus.PROJECTED
    filled.applications.move_date(shipped.id, date(2026, 9, 3))
    moved = filled.applications.dates(medicine)[0]
    assert (moved.on, moved.status, moved.source) == (date(2026, 9, 3), DateStatus.OWN, "")


def test_a_declined_letter_leaves_its_slot_open(filled: House) -> None:
    chair = filled.applications.get(application(filled)).slots[2]
    assert chair.letter is not None
    filled.requests.decline(chair.letter.request_id, DeclineReason.NO_TIME)
    assert filled.applications.get(application(filled)).slots[2].letter is None


def test_a_removed_slot_leaves_its_letters(filled: House) -> None:
    before = [row.id for row in filled.letters.rows()]
    filled.applications.remove_slot(filled.applications.get(application(filled)).slots[0].id)
    assert [row.id for row in filled.letters.rows()] == before


def test_a_deleted_application_hides_its_letters_and_undo_shows_them(filled: House) -> None:
    before = filled.letters.rows()
    medicine = application(filled)
    filled.applications.delete(medicine)
    assert all(row.application_id != medicine for row in filled.letters.rows())
    with pytest.raises(MissingRowError):
        filled.applications.get(medicine)
    filled.undo.undo()
    assert filled.letters.rows() == before


def test_a_new_target_takes_the_cap_of_its_application(filled: House) -> None:
    made = filled.applications.add_target(
        application(filled), "  New\nprogram ", needs=[SlotNeed.CHAIR]
    )
    row = next(t for t in filled.applications.targets(application(filled)) if t.id == made)
    assert (row.name, row.cap, row.needs) == ("New program", 4, (SlotNeed.CHAIR,))


@pytest.mark.parametrize("verb", ["add_date", "add_slot", "add_target"])
def test_a_nameless_date_slot_or_target_is_refused(filled: House, verb: str) -> None:
    rest = (DAY,) if verb == "add_date" else ()
    with pytest.raises(InvalidInputError):
        getattr(filled.applications, verb)(application(filled), " ", *rest)
