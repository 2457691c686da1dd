"""Rows about time: calendar entries, reminders, what Today shows, notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from lordesk.kinds import Attention, DateKind, NoticeKind, Page, Stage
    from lordesk.rows.letters import ApplicationRow, LetterRow
    from lordesk.rows.people import MentorListRow


@dataclass(frozen=True, kw_only=True)
class DateRow:
    """One entry of the calendar.

    `source` is the table it comes from, `source_id` its row; `title` is the user's or the data's
    own text, and is empty where the entry is worded from its kind and names. `attention` colors
    an entry that is overdue or at risk.
    """

    kind: DateKind
    on: date
    at: time | None = None
    zone: str = ""
    title: str = ""
    code: str = ""
    source: str
    source_id: int
    mentor_id: int | None = None
    mentor_short: str = ""
    letter_id: int | None = None
    application_id: int | None = None
    application_name: str = ""
    stage: Stage | None = None
    attention: Attention | None = None
    done: bool = False


@dataclass(frozen=True, kw_only=True)
class ReminderRow:
    """What LoRDesk will show the applicant on a day."""

    id: int
    title: str
    detail: str = ""
    mentor_id: int | None = None
    mentor_short: str = ""
    letter_id: int | None = None
    on: date
    at: time | None = None
    done_on: date | None = None
    created_on: date
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class MeetingRow:
    id: int
    title: str
    mentor_id: int | None
    mentor_short: str
    on: date
    at: time | None
    zone: str
    place: str


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """One line of Today. `code` says what to do and `days_late` is positive when it is late.

    Codes: "ask", "follow_up", "check_in", "late", "reminder", "send_problem",
    "trouble". `key` is stable
    across reloads: the code and the row's id.
    """

    key: str
    code: str
    due_on: date
    days_late: int
    letter: LetterRow | None = None
    reminder: ReminderRow | None = None


@dataclass(frozen=True)
class KeyDate:
    """A cell of the key-dates strip; `kind` is an application date or letters due."""

    on: date
    kind: DateKind
    title: str
    mentor_short: str
    letters: int
    days_left: int
    attention: Attention | None


@dataclass(frozen=True)
class ReplyRow:
    """A reply that the applicant has not read or acted on yet."""

    letter: LetterRow
    text: str
    on: date


@dataclass(frozen=True, kw_only=True)
class TodayRow:
    """Everything that Today shows, for one working day."""

    day: date
    key_dates: tuple[KeyDate, ...]
    overdue: tuple[TaskRow, ...]
    replies: tuple[ReplyRow, ...]
    this_week: tuple[TaskRow, ...]
    later: tuple[TaskRow, ...]
    applications: tuple[ApplicationRow, ...]
    thanks_owed: tuple[LetterRow, ...]
    going_quiet: tuple[MentorListRow, ...]
    next_task: TaskRow | None

    @property
    def badge(self) -> int:
        return len(self.overdue) + len(self.replies)


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """An entry of the in-app notice list, which is the truth about what was shown."""

    id: int
    key: str
    kind: NoticeKind
    code: str
    subject: str
    letter_id: int | None
    mentor_id: int | None
    reminder_id: int | None
    page: Page
    due_on: date | None
    shown_at: datetime
    read: bool
    snoozed_until: datetime | None
