"""The next step with a mentor: what to do, by when, and the words and icon of its button."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from lordesk.domain.named_files import files_to_send
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates

if TYPE_CHECKING:
    from datetime import date

    from lordesk.domain.next_step import NextStep

_CONTEXT = "NextStep"
_NAMED_DAYS = 6
"""Up to here the name of the weekday says enough."""


class StepWords(NamedTuple):
    """`when` stands above the title; `icon` and `button` are those of its one button."""

    when: str
    title: str
    icon: str
    button: str


_WORDS: dict[str, tuple[str, str, str]] = {
    "trouble": (
        QT_TRANSLATE_NOOP("NextStep", "The letter from {mentor} needs you"),
        "circle-alert",
        QT_TRANSLATE_NOOP("NextStep", "Look at it"),
    ),
    "not_sent": (
        QT_TRANSLATE_NOOP("NextStep", "Your mail to {mentor} was not sent"),
        "mail-warning",
        QT_TRANSLATE_NOOP("NextStep", "Look at it"),
    ),
    "ask": (
        QT_TRANSLATE_NOOP("NextStep", "Ask {mentor} for the letter"),
        "send",
        QT_TRANSLATE_NOOP("NextStep", "Write request"),
    ),
    "late": (
        QT_TRANSLATE_NOOP("NextStep", "The letter is not in yet"),
        "mail",
        QT_TRANSLATE_NOOP("NextStep", "Write note"),
    ),
    "reply": (
        QT_TRANSLATE_NOOP("NextStep", "{mentor} has replied"),
        "mail-open",
        QT_TRANSLATE_NOOP("NextStep", "Read reply"),
    ),
    "follow_up": (
        QT_TRANSLATE_NOOP("NextStep", "Follow up with {mentor}"),
        "mail",
        QT_TRANSLATE_NOOP("NextStep", "Write follow-up"),
    ),
    "check_in": (
        QT_TRANSLATE_NOOP("NextStep", "Check in on the letter"),
        "mail",
        QT_TRANSLATE_NOOP("NextStep", "Write note"),
    ),
    "reminder": ("{title}", "mail", QT_TRANSLATE_NOOP("NextStep", "Write email")),
    "thank": (
        QT_TRANSLATE_NOOP("NextStep", "Thank {mentor} for the letter"),
        "heart",
        QT_TRANSLATE_NOOP("NextStep", "Write thank-you"),
    ),
    "plan": (
        QT_TRANSLATE_NOOP("NextStep", "Plan a letter with {mentor}"),
        "file-plus",
        QT_TRANSLATE_NOOP("NextStep", "Plan a letter"),
    ),
    "get_in_touch": (
        QT_TRANSLATE_NOOP("NextStep", "Tell {mentor} how you are doing"),
        "mail",
        QT_TRANSLATE_NOOP("NextStep", "Write update"),
    ),
    "answer_fit": (
        QT_TRANSLATE_NOOP("NextStep", "Say how well {mentor} knows you"),
        "list-checks",
        QT_TRANSLATE_NOOP("NextStep", "Answer"),
    ),
}


_FILES = ("paperclip", QT_TRANSLATE_NOOP("NextStep", "Send files"))
"""In place of an email without any, where the reminder speaks of them."""


def step_words(step: NextStep, mentor: str, today: date) -> StepWords:
    title, icon, button = _WORDS[step.code]
    words = step.reminder.title if step.reminder is not None else _tr(title).format(mentor=mentor)
    if step.reminder is not None and files_to_send(step.reminder.title):
        icon, button = _FILES
    return StepWords(_when(step.on, today), words, icon, _tr(button))


def _when(on: date | None, today: date) -> str:
    if on is None:
        return QCoreApplication.translate("NextStep", "Next step")
    days = (on - today).days
    if days < 0:
        text = QT_TRANSLATE_NOOP("NextStep", "Next step · {late}")
        return _tr(text).format(late=dates.days_late(-days))
    if days <= 1:
        text = QT_TRANSLATE_NOOP("NextStep", "Next step · {day}")
        return _tr(text).format(day=dates.in_days(on, today))
    text = QT_TRANSLATE_NOOP("NextStep", "Next step · by {day}")
    return _tr(text).format(
        day=dates.weekday(on) if days <= _NAMED_DAYS else dates.row_date(on, today)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
