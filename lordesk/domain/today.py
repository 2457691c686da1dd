"""What Today shows: one queue of everything that is due, made of letters and reminders.

"This week" is today and the six days after it; what lies further ahead is folded under
Later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import status
from lordesk.kinds import Attention, DateKind, Stage
from lordesk.rows.dates import KeyDate, TaskRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lordesk.rows.dates import ReminderRow
    from lordesk.rows.letters import ApplicationDateRow, ApplicationRow, LetterRow

WEEK_DAYS = 7
LATER_DAYS = 30
KEY_DATES = 6

_PUT_OFF = frozenset({"trouble", "send_problem", "late"})
"""These have no day of their own that could be moved."""


def tasks(
    letters: Iterable[LetterRow], reminders: Iterable[ReminderRow], today: date
) -> list[TaskRow]:
    """Every task, the most late first.

    A reminder about a letter stands for its line where that was put off.
    """
    reminders = list(reminders)
    put_off = letters_put_off(reminders)
    found = [
        task
        for letter in letters
        if (task := _letter_task(letter, today)) is not None
        and not (letter.id in put_off and task.code in _PUT_OFF)
    ]
    found += [
        _task("reminder", reminder.id, reminder.on, today, reminder=reminder)
        for reminder in reminders
    ]
    return sorted(found, key=lambda task: (task.due_on, task.key))


def letters_put_off(reminders: Iterable[ReminderRow]) -> frozenset[int]:
    return frozenset(row.letter_id for row in reminders if row.letter_id is not None)


def split(
    found: Iterable[TaskRow], today: date
) -> tuple[tuple[TaskRow, ...], tuple[TaskRow, ...], tuple[TaskRow, ...]]:
    """Overdue, this week, later."""
    overdue, week, later = [], [], []
    for task in found:
        ahead = (task.due_on - today).days
        if task.days_late > 0 or task.code in ("send_problem", "trouble"):
            overdue.append(task)
        elif ahead < WEEK_DAYS:
            week.append(task)
        elif ahead <= LATER_DAYS:
            later.append(task)
    return tuple(overdue), tuple(week), tuple(later)


def _letter_task(letter: LetterRow, today: date) -> TaskRow | None:
    """The one thing to do about a letter; thank-you notes have a section of their own."""
    trouble = status.trouble(letter)
    if trouble is not None:
        return _task("trouble", letter.id, min(trouble.on, today), today, letter=letter)
    if letter.stage in (*status.IN_STAGES, *status.CLOSED_STAGES):
        if letter.mail_state in status.NOT_SENT_STATES and letter.stage is Stage.SUBMITTED:
            return _task("send_problem", letter.id, today, today, letter=letter)
        return None
    if letter.mail_state in status.NOT_SENT_STATES:
        return _task("send_problem", letter.id, today, today, letter=letter)
    if letter.stage is Stage.PLANNED:
        if letter.planned_ask_on is None or status.is_being_asked(letter):
            return None
        return _task("ask", letter.id, letter.planned_ask_on, today, letter=letter)
    if letter.soft_on is not None and letter.soft_on < today:
        return _task("late", letter.id, letter.soft_on, today, letter=letter)
    if letter.follow_up_on is None:
        return None
    code = "follow_up" if letter.stage is Stage.ASKED else "check_in"
    return _task(code, letter.id, letter.follow_up_on, today, letter=letter)


def _task(
    code: str,
    row_id: int,
    due_on: date,
    today: date,
    letter: LetterRow | None = None,
    reminder: ReminderRow | None = None,
) -> TaskRow:
    return TaskRow(
        key=f"{code}:{row_id}",
        code=code,
        due_on=due_on,
        days_late=(today - due_on).days,
        letter=letter,
        reminder=reminder,
    )


def key_dates(
    dates: Iterable[ApplicationDateRow],
    applications: Iterable[ApplicationRow],
    letters: Iterable[LetterRow],
    today: date,
) -> tuple[KeyDate, ...]:
    """The next dates that matter: application dates, and days on which letters are due.

    The hard date of an application has no cell of its own on a day that another cell tells of it.
    """
    ahead = [row for row in dates if row.on >= today]
    found = [_key_date(row.on, DateKind.APPLICATION_DATE, row.title, today) for row in ahead]
    told = {(row.application_id, row.on) for row in ahead}
    due: dict[date, list[LetterRow]] = {}
    for letter in letters:
        stands = letter.stage not in (*status.IN_STAGES, *status.CLOSED_STAGES)
        if stands and letter.soft_on is not None and letter.soft_on >= today:
            due.setdefault(letter.soft_on, []).append(letter)
            if letter.application_id is not None:
                told.add((letter.application_id, letter.soft_on))
    found += [_letters_due(on, here, today) for on, here in due.items()]
    found += [
        _key_date(row.hard_on, DateKind.APPLICATION_DATE, row.name, today)
        for row in applications
        if row.hard_on is not None and row.hard_on >= today and (row.id, row.hard_on) not in told
    ]
    found.sort(key=lambda date_: (date_.on, date_.kind is not DateKind.LETTER_DUE))
    return tuple(found[:KEY_DATES])


def _letters_due(on: date, letters: list[LetterRow], today: date) -> KeyDate:
    named = {letter.application_name for letter in letters}
    alone = len(letters) == 1
    return KeyDate(
        on=on,
        kind=DateKind.LETTER_DUE,
        title=named.pop() if len(named) == 1 and not alone else "",
        mentor_short=letters[0].mentor_short if alone else "",
        letters=len(letters),
        days_left=(on - today).days,
        attention=_soonest(on, today),
    )


def _key_date(on: date, kind: DateKind, title: str, today: date) -> KeyDate:
    return KeyDate(on, kind, title, "", 0, (on - today).days, None)


def _soonest(on: date, today: date) -> Attention | None:
    return Attention.DUE_SOON if (on - today).days <= status.DUE_SOON_DAYS else None
