"""A notice as a title and a second line, for the notice list and the desktop's notifications."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import NoticeKind
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.dates import NoticeRow

_CONTEXT = "Notices"

TITLES: dict[str, str] = {
    "ask": QT_TRANSLATE_NOOP("Notices", "Ask {subject} for a letter"),
    "follow_up": QT_TRANSLATE_NOOP("Notices", "Follow up with {subject}"),
    "check_in": QT_TRANSLATE_NOOP("Notices", "Check in on the letter from {subject}"),
    "late": QT_TRANSLATE_NOOP("Notices", "The letter from {subject} is late"),
    "trouble": QT_TRANSLATE_NOOP("Notices", "The letter from {subject} needs you"),
    "send_problem": QT_TRANSLATE_NOOP("Notices", "The message to {subject} was not sent"),
    "letter_due": QT_TRANSLATE_NOOP("Notices", "The letter from {subject} is due today"),
    "reminder": QT_TRANSLATE_NOOP("Notices", "{subject}"),
    "meeting": QT_TRANSLATE_NOOP("Notices", "Today: {subject}"),
    "summary": QT_TRANSLATE_NOOP("Notices", "%n more (thing needs|things need) you today"),
}

ICONS: dict[str, str] = {
    "ask": "send",
    "follow_up": "reply",
    "check_in": "pen-line",
    "late": "circle-alert",
    "trouble": "circle-alert",
    "send_problem": "mail-warning",
    "letter_due": "file-text",
    "reminder": "bell",
    "meeting": "users",
    "summary": "list-todo",
}


class NoticeWords(NamedTuple):
    icon: str
    title: str
    line: str
    overdue: bool


def notice_words(notice: NoticeRow, today: date) -> NoticeWords:
    source = TITLES.get(notice.code, TITLES["reminder"])
    count = int(notice.subject) if notice.code == "summary" and notice.subject.isdigit() else -1
    title = QCoreApplication.translate(_CONTEXT, source, "", count)
    overdue = notice.kind is NoticeKind.OVERDUE
    return NoticeWords(
        icon=ICONS.get(notice.code, "bell"),
        title=title.format(subject=notice.subject),
        line=_line(notice, today),
        overdue=overdue,
    )


def _line(notice: NoticeRow, today: date) -> str:
    if notice.code == "summary":
        return QCoreApplication.translate("Notices", "They are all on Today.")
    if notice.code == "send_problem":
        return QCoreApplication.translate("Notices", "Nothing was lost. Open the Outbox.")
    if notice.due_on is None:
        return ""
    late = (today - notice.due_on).days
    if late > 0:
        return dates.days_late(late)
    day = dates.row_date(notice.due_on, today)
    if late == 0:
        return QCoreApplication.translate("Notices", "Due today, {day}").format(day=day)
    text = QCoreApplication.translate("Notices", "Due {day}, {span}")
    return text.format(day=day, span=dates.in_days(notice.due_on, today))
