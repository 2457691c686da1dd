from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.kinds import ApplicationKind, NoticeKind, Stage
from tests.core.conftest import ZONE, House

if TYPE_CHECKING:
    from lordesk.clock import FixedClock
    from lordesk.paths import Paths

TODAY = date(2026, 8, 18)


def at(house: House, day: int, hour: int, minute: int = 0) -> list[str]:
    """What is shown at a wall time in August."""
    house.clock.jump_to(datetime(2026, 8, day, hour, minute, tzinfo=ZONE))
    return [row.subject for row in house.notices.take_due(house.clock.now())]


def test_what_is_due_is_shown_once(house: House) -> None:
    house.reminders.add("Call", TODAY)
    assert at(house, 18, 9) == ["Call"]
    assert at(house, 18, 9) == []
    assert at(house, 18, 15) == []
    assert [row.subject for row in house.notices.rows()] == ["Call"]


def test_what_was_shown_stays_shown_across_a_restart(paths: Paths, clock: FixedClock) -> None:
    house = House(paths, clock)
    house.reminders.add("Call", TODAY)
    assert at(house, 18, 9) == ["Call"]
    house.close()
    house = House(paths, clock)
    assert at(house, 18, 10) == []
    assert house.notices.unread() == 1
    house.close()


def test_a_clock_that_goes_back_shows_nothing_twice(house: House) -> None:
    house.reminders.add("Call", TODAY)
    assert at(house, 18, 9) == ["Call"]
    assert at(house, 17, 9) == []
    assert at(house, 18, 9) == []


@pytest.mark.parametrize(
    ("hour", "minute", "shown"), [(7, 59, 0), (8, 0, 1), (20, 59, 1), (21, 0, 0)]
)
def test_quiet_hours_are_quiet(house: House, hour: int, minute: int, shown: int) -> None:
    house.reminders.add("Call", TODAY)
    assert len(at(house, 18, hour, minute)) == shown


def test_what_was_quiet_comes_in_the_morning(house: House) -> None:
    house.reminders.add("Call", TODAY)
    assert at(house, 18, 22) == []
    assert at(house, 19, 8) == ["Call"]


def test_a_reminder_with_a_time_waits_for_it(house: House) -> None:
    house.reminders.add("Call", TODAY, time(14, 30))
    assert at(house, 18, 14, 29) == []
    assert at(house, 18, 14, 30) == ["Call"]


def test_a_meeting_is_announced_half_an_hour_before(house: House) -> None:
    house.meetings.add("Chair", TODAY, time(15, 30))
    assert at(house, 18, 14, 59) == []
    assert at(house, 18, 15) == ["Chair"]


def test_over_the_days_limit_comes_one_summary(house: House) -> None:
    for number in range(6):
        house.reminders.add(f"Task {number}", TODAY)
    shown = house.notices.take_due(house.clock.now())
    assert [row.kind for row in shown].count(NoticeKind.SUMMARY) == 1
    assert len(shown) <= house.settings.values.notices_a_day + 1
    house.reminders.add("One more", TODAY)
    assert at(house, 18, 12) == []


def test_the_next_day_has_its_own_limit(house: House) -> None:
    for number in range(6):
        house.reminders.add(f"Task {number}", TODAY)
    at(house, 18, 9)
    house.reminders.add("Tomorrow", TODAY + timedelta(days=1))
    assert "Tomorrow" in at(house, 19, 9) or house.notices.rows()[0].kind is NoticeKind.SUMMARY


def test_a_snoozed_notice_comes_back_at_its_time(house: House) -> None:
    house.reminders.add("Call", TODAY)
    (notice,) = house.notices.take_due(house.clock.now())
    house.notices.snooze(notice.id, house.clock.now() + timedelta(hours=1))
    assert at(house, 18, 9, 59) == []
    assert at(house, 18, 10) == ["Call"]
    assert at(house, 18, 10) == []


def test_a_dismissed_notice_stays_dismissed(house: House) -> None:
    house.reminders.add("Call", TODAY)
    (notice,) = house.notices.take_due(house.clock.now())
    house.notices.done(notice.id)
    assert house.notices.rows() == []
    assert at(house, 18, 12) == []


def test_reading_one_or_all_counts_them_down(house: House) -> None:
    for title in ("One", "Two"):
        house.reminders.add(title, TODAY)
    first, _ = house.notices.take_due(house.clock.now())
    assert house.notices.unread() == 2
    house.notices.mark_read(first.id)
    assert house.notices.unread() == 1
    house.notices.mark_read()
    assert house.notices.unread() == 0


def test_paused_reminders_wait_and_come_after(house: House) -> None:
    house.reminders.add("Call", TODAY)
    house.notices.pause(house.clock.now() + timedelta(hours=2))
    assert at(house, 18, 10) == []
    assert at(house, 18, 11, 1) == ["Call"]


def test_tomorrow_nine_is_nine_where_the_applicant_is(house: House) -> None:
    house.clock.jump_to(datetime(2026, 10, 31, 12, tzinfo=ZONE))  # clocks go back that night
    nine = house.notices.tomorrow_nine().astimezone(ZONE)
    assert (nine.date(), nine.time()) == (date(2026, 11, 1), time(9))


def test_notices_are_no_steps(house: House) -> None:
    house.reminders.add("Call", TODAY)
    before = house.undo.next_undo()
    (notice,) = house.notices.take_due(house.clock.now())
    house.notices.done(notice.id)
    assert house.undo.next_undo() == before


def test_the_pictures_day_has_two_overdue_notices_first(filled: House) -> None:
    shown = filled.notices.take_due(filled.clock.now())
    assert [row.subject for row in shown] == ["Dr. Whitlock", "Dr. Osei"]
    assert {row.kind for row in shown} == {NoticeKind.OVERDUE}


def subjects(house: House) -> list[str]:
    return [row.subject for row in house.notices.rows()]


def planned(house: House, name: str = "Dr. Ada Park") -> int:
    """A letter whose ask-by is today."""
    return house.letters.plan(house.mentors.add(name), planned_ask_on=TODAY)


@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.AGREED, Stage.SUBMITTED, Stage.WITHDRAWN])
def test_a_notice_to_ask_goes_with_the_ask_and_comes_back_unread_with_its_undo(
    house: House, stage: Stage
) -> None:
    letter = house.letters.get(planned(house))
    assert at(house, 18, 9) == ["Dr. Park"]
    house.requests.move(letter.request_id, stage)
    assert (subjects(house), house.notices.unread()) == ([], 0)
    house.undo.undo()
    assert (subjects(house), house.notices.unread()) == (["Dr. Park"], 1)


def test_a_notice_goes_with_its_letter_its_mentor_and_its_application(house: House) -> None:
    application = house.applications.add("ERAS", ApplicationKind.RESIDENCY)
    mentor = house.mentors.add("Dr. Ada Park")
    letter = house.letters.plan(mentor, application, planned_ask_on=TODAY)
    assert at(house, 18, 9) == ["Dr. Park"]
    for take_away in (
        lambda: house.letters.delete(letter),
        lambda: house.mentors.delete(mentor),
        lambda: house.applications.delete(application),
        lambda: house.requests.move_planned_ask(
            house.letters.get(letter).request_id, TODAY + timedelta(days=3)
        ),
    ):
        take_away()
        assert subjects(house) == []
        house.undo.undo()
        assert subjects(house) == ["Dr. Park"]


def test_a_reminder_that_is_done_moved_or_deleted_takes_its_notice_along(house: House) -> None:
    reminder = house.reminders.add("Call", TODAY)
    assert at(house, 18, 9) == ["Call"]
    for take_away in (
        lambda: house.reminders.done(reminder),
        lambda: house.reminders.move(reminder, TODAY + timedelta(days=1)),
        lambda: house.reminders.delete(reminder),
    ):
        take_away()
        assert (subjects(house), house.notices.unread()) == ([], 0)
        house.undo.undo()
        assert house.notices.unread() == 1


def test_a_notice_that_was_read_comes_back_read(house: House) -> None:
    reminder = house.reminders.add("Call", TODAY)
    (notice,) = house.notices.take_due(house.clock.now())
    house.notices.mark_read(notice.id)
    house.reminders.done(reminder)
    house.undo.undo()
    assert [row.read for row in house.notices.rows()] == [True]


def test_a_follow_up_notice_goes_when_the_letter_comes_in(filled: House) -> None:
    filled.notices.take_due(filled.clock.now())
    osei = next(r for r in filled.letters.rows() if r.mentor_short == "Dr. Osei")
    assert "Dr. Osei" in subjects(filled)
    filled.requests.move(osei.request_id, Stage.SUBMITTED)
    assert "Dr. Osei" not in subjects(filled)


def test_a_snoozed_notice_whose_reason_is_gone_does_not_come_back(house: House) -> None:
    reminder = house.reminders.add("Call", TODAY)
    (notice,) = house.notices.take_due(house.clock.now())
    house.notices.snooze(notice.id, house.clock.now() + timedelta(hours=1))
    house.reminders.done(reminder)
    assert at(house, 18, 11) == []


def test_what_is_told_of_a_day_ends_with_it(house: House) -> None:
    house.meetings.add("Chair", TODAY, time(9, 15))
    for number in range(5):
        house.reminders.add(f"Task {number}", TODAY)
    at(house, 18, 9)
    assert {row.kind for row in house.notices.rows()} >= {NoticeKind.SUMMARY}
    house.clock.jump_to(datetime(2026, 8, 19, 7, tzinfo=ZONE))
    assert all(row.code == "reminder" for row in house.notices.rows())


def test_the_day_after_a_due_day_only_the_delay_is_told(house: House) -> None:
    letter = house.letters.plan(house.mentors.add("Dr. Ada Park"), soft_on=TODAY)
    house.requests.move(house.letters.get(letter).request_id, Stage.WRITING)
    at(house, 18, 9)
    assert [row.code for row in house.notices.rows()] == ["letter_due"]
    at(house, 19, 9)
    assert [row.code for row in house.notices.rows()] == ["late"]


@pytest.mark.parametrize("days", [2, 90])
def test_a_late_letter_that_is_put_off_is_told_again_on_its_new_day(
    filled: House, days: int
) -> None:
    """Before and after it was shown: what was put off is not due, however far ahead it lies."""
    filled.settings.change(notices_a_day=20)
    his = [row for row in filled.letters.rows() if row.mentor_short == "Dr. Bell"]
    bell = next(row for row in his if row.stage is Stage.WRITING)
    filled.clock.jump_to(datetime(2026, 8, 30, 9, tzinfo=ZONE))
    late = [n for n in filled.notices.take_due(filled.clock.now()) if n.letter_id == bell.id]
    assert late
    to = date(2026, 8, 30) + timedelta(days=days)
    filled.queue.put_off(filled.letters.get(bell.id), "Check in with Dr. Bell", to)
    assert not [n for n in filled.notices.rows() if n.letter_id == bell.id]
    filled.clock.jump_to(datetime(2026, 8, 31, 9, tzinfo=ZONE))
    assert not [n for n in filled.notices.take_due(filled.clock.now()) if n.letter_id == bell.id]
    today = filled.today.today()
    assert not [task for task in today.overdue if task.letter and task.letter.id == bell.id]

    filled.clock.jump_to(datetime.combine(to, time(9), ZONE))
    told = [n.subject for n in filled.notices.take_due(filled.clock.now())]
    assert "Check in with Dr. Bell" in told
