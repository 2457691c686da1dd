from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from lordesk.kinds import Attention, DateKind, InteractionKind, Stage
from tests.core.conftest import ZONE

if TYPE_CHECKING:
    from tests.core.conftest import House


def test_today_shows_what_the_pictures_show(filled: House) -> None:
    today = filled.today.today()
    assert [(t.code, t.letter and t.letter.mentor_short, t.days_late) for t in today.overdue] == [
        ("ask", "Dr. Whitlock", 4),
        ("follow_up", "Dr. Osei", 1),
    ]
    assert [reply.letter.mentor_short for reply in today.replies] == [
        "Dr. Halvorsen",
        "Dr. Ibarra",
    ]
    assert [(t.code, t.due_on.day) for t in today.this_week] == [
        ("reminder", 20),
        ("ask", 21),
        ("check_in", 21),
    ]
    assert len(today.later) == 4
    assert [letter.mentor_short for letter in today.thanks_owed] == ["Dr. Kwan"]
    assert [row.full_name for row in today.going_quiet] == [
        "Dr. Joanna Feld",
        "Dr. Peter Nakamura",
    ]
    assert today.badge == 4


def test_the_key_dates_are_those_of_the_pictures(filled: House) -> None:
    shown = [(d.on, d.kind, d.letters, d.days_left) for d in filled.today.today().key_dates[:5]]
    due, named = DateKind.LETTER_DUE, DateKind.APPLICATION_DATE
    assert shown == [
        (date(2026, 8, 28), due, 2, 10),
        (date(2026, 9, 2), named, 0, 15),
        (date(2026, 9, 9), due, 1, 22),
        (date(2026, 9, 16), due, 4, 29),
        (date(2026, 9, 23), named, 0, 36),
    ]
    assert filled.today.today().key_dates[0].attention is Attention.DUE_SOON


def test_this_week_ends_before_the_same_weekday(house: House) -> None:
    day = house.clock.today()
    for ahead in (0, 6, 7, 30, 31):
        house.reminders.add(f"In {ahead} days", day + timedelta(days=ahead))
    today = house.today.today()
    assert [t.due_on for t in today.this_week] == [day, day + timedelta(days=6)]
    assert [t.due_on for t in today.later] == [day + timedelta(days=7), day + timedelta(days=30)]


def test_until_four_in_the_morning_it_is_still_yesterday(house: House) -> None:
    house.reminders.add("Call", date(2026, 8, 18))
    house.clock.jump_to(datetime(2026, 8, 19, 3, 59, tzinfo=ZONE))
    assert [t.days_late for t in house.today.today().this_week] == [0]
    house.clock.jump_to(datetime(2026, 8, 19, 4, 0, tzinfo=ZONE))
    assert [t.days_late for t in house.today.today().overdue] == [1]


def test_a_mentor_with_a_letter_is_not_going_quiet(house: House) -> None:
    quiet, busy = house.mentors.add("Dr. Ada Park"), house.mentors.add("Dr. Li Chen")
    for mentor in (quiet, busy):
        house.interactions.log(mentor, InteractionKind.MEETING, date(2026, 3, 1))
    house.letters.plan(busy)
    assert [row.id for row in house.today.today().going_quiet] == [quiet]


def test_a_done_reminder_and_a_declined_letter_ask_for_nothing(filled: House) -> None:
    for task in filled.today.today().overdue + filled.today.today().this_week:
        if task.reminder is not None:
            filled.reminders.done(task.reminder.id)
        elif task.letter is not None:
            filled.requests.move(task.letter.request_id, Stage.WITHDRAWN)
    today = filled.today.today()
    assert today.overdue == ()
    assert today.this_week == ()


def test_an_empty_workspace_has_an_empty_day(house: House) -> None:
    today = house.today.today()
    assert (today.overdue, today.this_week, today.later, today.badge) == ((), (), (), 0)
    assert today.next_task is None
