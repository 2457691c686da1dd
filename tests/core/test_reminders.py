from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import InvalidInputError, MissingRowError

if TYPE_CHECKING:
    from tests.core.conftest import House

DAY = date(2026, 9, 1)


def test_a_reminder_keeps_its_wall_time_and_its_mentor(house: House) -> None:
    park = house.mentors.add("Dr. Ada Park")
    made = house.reminders.add("Call", DAY, time(14, 30), "About the CV", park)
    row = house.reminders.get(made)
    assert (row.title, row.on, row.at, row.detail) == ("Call", DAY, time(14, 30), "About the CV")
    assert (row.mentor_short, row.created_on) == ("Dr. Park", date(2026, 8, 18))
    assert [r.id for r in house.reminders.of_mentor(park)] == [made]


def test_a_done_reminder_is_not_open_any_more(house: House) -> None:
    park = house.mentors.add("Dr. Ada Park")
    made = house.reminders.add("Call", DAY, mentor_id=park)
    house.reminders.done(made)
    assert house.reminders.of_mentor(park) == []
    assert house.reminders.get(made).done_on == date(2026, 8, 18)


def test_a_moved_reminder_is_on_its_new_day(house: House) -> None:
    made = house.reminders.add("Call", DAY)
    house.reminders.move(made, date(2026, 9, 4))
    assert house.reminders.get(made).on == date(2026, 9, 4)


@pytest.mark.parametrize("title", ["", " ", "\r\n", "\x00"])
def test_a_date_without_a_title_is_refused(house: House, title: str) -> None:
    with pytest.raises(InvalidInputError):
        house.reminders.add(title, DAY)
    with pytest.raises(InvalidInputError):
        house.meetings.add(title, DAY)
    assert house.undo.next_undo() is None


def test_a_deleted_reminder_or_meeting_is_gone(house: House) -> None:
    reminder, meeting = house.reminders.add("Call", DAY), house.meetings.add("Coffee", DAY)
    house.reminders.delete(reminder)
    house.meetings.delete(meeting)
    with pytest.raises(MissingRowError):
        house.reminders.get(reminder)
    with pytest.raises(MissingRowError):
        house.meetings.get(meeting)


def test_what_the_user_types_is_kept_as_typed(house: House) -> None:
    made = house.reminders.add("<img src=x> A & B", DAY)
    assert house.reminders.get(made).title == "<img src=x> A & B"


def test_the_reminders_of_a_deleted_mentor_are_hidden(house: House) -> None:
    park = house.mentors.add("Dr. Ada Park")
    house.reminders.add("Call", DAY, mentor_id=park)
    house.mentors.delete(park)
    assert house.calendar.rows(DAY, DAY) == []
