from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from lordesk.kinds import ApplicationKind, Attention, DateKind, Stage

if TYPE_CHECKING:
    from tests.core.conftest import House


def shown(house: House, first: date, last: date) -> list[tuple[int, str, str]]:
    return [
        (row.on.day, row.kind.value, row.mentor_short or row.title or row.application_name)
        for row in house.calendar.rows(first, last)
    ]


def test_august_looks_as_in_the_pictures(filled: House) -> None:
    assert shown(filled, date(2026, 7, 26), date(2026, 9, 5)) == [
        (30, "done", "Dr. Marchetti"),
        (3, "done", "Dr. Marchetti"),
        (5, "done", "Dr. Bell"),
        (6, "done", "Dr. Bell"),
        (7, "done", "Dr. Osei"),
        (10, "done", "Dr. Halvorsen"),
        (11, "done", "Dr. Kwan"),
        (14, "ask_by", "Dr. Whitlock"),
        (17, "reminder", "Dr. Osei"),
        (20, "reminder", "Dr. Marchetti"),
        (21, "ask_by", "Dr. Adeyemi"),
        (21, "reminder", "Dr. Bell"),
        (24, "meeting", "Dr. Halvorsen"),
        (25, "reminder", "Dr. Ibarra"),
        (28, "application_date", "Harlan Scholarship"),
        (28, "letter_due", "Dr. Bell"),
        (28, "letter_due", "Dr. Whitlock"),
        (2, "application_date", "ERAS submissions"),
        (4, "reminder", "Dr. Marchetti"),
    ]


def test_each_entry_describes_its_own_date(filled: House) -> None:
    colored = {
        (row.on.day, row.mentor_short): row.attention
        for row in filled.calendar.rows(date(2026, 8, 12), date(2026, 8, 31))
        if row.attention is not None
    }
    assert colored == {
        (14, "Dr. Whitlock"): Attention.OVERDUE,
        (17, "Dr. Osei"): Attention.OVERDUE,
        (28, "Dr. Bell"): Attention.DUE_SOON,
        (28, "Dr. Whitlock"): Attention.AT_RISK,
    }


def test_a_hard_date_that_a_named_date_tells_of_is_shown_once(house: House) -> None:
    day = date(2026, 9, 23)
    medicine = house.applications.add("Medicine", ApplicationKind.RESIDENCY, hard_on=day)
    house.applications.add_date(medicine, "Program review", day)
    house.applications.add("Pediatrics", ApplicationKind.RESIDENCY, hard_on=day)
    assert {(r.title, r.application_name) for r in house.calendar.rows(day, day)} == {
        ("Program review", "Medicine"),
        ("", "Pediatrics"),
    }


def test_a_day_is_in_the_order_of_its_kinds(house: House) -> None:
    day = date(2026, 9, 1)
    mentor = house.mentors.add("Dr. Ada Park")
    house.reminders.add("Later today", day, time(9))
    house.reminders.add("Some time today", day)
    house.meetings.add("Coffee", day, time(8))
    house.letters.plan(mentor, planned_ask_on=day, soft_on=date(2026, 11, 1))
    house.letters.plan(mentor, planned_ask_on=date(2026, 8, 20), soft_on=day)
    house.applications.add("Medicine", ApplicationKind.RESIDENCY, hard_on=day)
    rows = house.calendar.rows(day, day)
    kinds = DateKind
    assert [row.kind for row in rows] == [
        kinds.APPLICATION_DATE,
        kinds.LETTER_DUE,
        kinds.ASK_BY,
        kinds.MEETING,
        kinds.REMINDER,
        kinds.REMINDER,
    ]
    assert [row.title for row in rows[-2:]] == ["Some time today", "Later today"]


def test_a_span_holds_its_first_and_last_day_and_no_other(house: House) -> None:
    day = date(2026, 9, 1)
    for ahead in (-1, 0, 1, 2):
        house.reminders.add(f"{ahead}", day + timedelta(days=ahead))
    found = house.calendar.rows(day, day + timedelta(days=1))
    assert [row.title for row in found] == ["0", "1"]


def test_what_is_in_the_trash_or_archived_is_not_on_the_calendar(filled: House) -> None:
    for application in filled.applications.rows():
        filled.applications.archive(application.id)
    for row in filled.calendar.rows(date(2026, 1, 1), date(2026, 12, 31)):
        assert row.source in {"reminder", "meeting"}
        if row.source == "reminder":
            filled.reminders.delete(row.source_id)
        else:
            filled.meetings.delete(row.source_id)
    assert filled.calendar.rows(date(2026, 1, 1), date(2026, 12, 31)) == []


def test_the_next_dates_begin_with_the_overdue_ones(filled: House) -> None:
    rows = filled.calendar.upcoming(30, 5)
    assert [row.mentor_short for row in rows] == [
        "Dr. Whitlock",
        "Dr. Osei",
        "Dr. Marchetti",
        "Dr. Adeyemi",
        "Dr. Bell",
    ]


def test_a_declined_letter_leaves_the_calendar(filled: House) -> None:
    for letter in filled.letters.rows():
        if letter.mentor_short == "Dr. Whitlock":
            filled.requests.move(letter.request_id, Stage.DECLINED)
    days = filled.calendar.rows(date(2026, 8, 1), date(2026, 9, 30))
    assert "Dr. Whitlock" not in {row.mentor_short for row in days}
