"""What a card of the board, and a row of its list, says of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from lordesk.domain import status
from lordesk.kinds import FactKind, OutboxState, Stage
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date, datetime

    from lordesk.rows.letters import LetterRow


class CardWords(NamedTuple):
    """The date that matters now and how far it is; `late` colors the second line."""

    icon: str
    date: str
    span: str
    late: bool


_ICONS = {
    "ask_by": "send",
    "asked": "hourglass",
    "due": "calendar-days",
    "in": "check",
    "thanked": "heart",
    "declined": "circle-minus",
    "withdrawn": "circle-slash",
}


_DATES = {
    "ask_by": QT_TRANSLATE_NOOP("Requests", "Ask by {day}"),
    "asked": QT_TRANSLATE_NOOP("Requests", "Asked {day}"),
    "due": QT_TRANSLATE_NOOP("Requests", "Due {day}"),
    "in": QT_TRANSLATE_NOOP("Requests", "In {day}"),
    "thanked": QT_TRANSLATE_NOOP("Requests", "Thanked {day}"),
    "declined": QT_TRANSLATE_NOOP("Requests", "Declined {day}"),
    "withdrawn": QT_TRANSLATE_NOOP("Requests", "Withdrawn {day}"),
}


_TROUBLES = {
    FactKind.BOUNCED: QT_TRANSLATE_NOOP("Requests", "Mail bounced"),
    FactKind.DENIED: QT_TRANSLATE_NOOP("Requests", "Denied"),
    FactKind.RESCINDED: QT_TRANSLATE_NOOP("Requests", "Taken back"),
}


def card_words(letter: LetterRow, today: date) -> CardWords | None:
    """None where no date is known yet."""
    trouble = status.trouble(letter)
    if trouble is not None:
        when = dates.in_days(trouble.on, today)
        words = QCoreApplication.translate("Requests", _TROUBLES[trouble.fact])
        return CardWords("circle-alert", words, when[:1].upper() + when[1:], late=False)
    card = status.date_that_matters(letter, today)
    if card is None:
        return None
    day = dates.short_date(card.on, today)
    text = QCoreApplication.translate("Requests", _DATES[card.code]).format(day=day)
    if card.code == "asked":
        span = QCoreApplication.translate("Requests", "No reply, {days}").format(
            days=dates.day_count(-card.days)
        )
    elif card.code in ("ask_by", "due"):
        span = dates.days_left(card.days)
    else:
        when = dates.in_days(card.on, today)
        span = when[:1].upper() + when[1:]
    late = card.code in ("ask_by", "due") and card.days < 0
    return CardWords(_ICONS[card.code], text, span, late)


def slot_words(letter: LetterRow) -> str:
    """ "IM faculty, backup"."""
    slot = letter.slot_title or word(letter.kind)
    return (
        QCoreApplication.translate("Requests", "{slot}, backup").format(slot=slot)
        if letter.backup
        else slot
    )


def mail_words(letter: LetterRow, now: datetime) -> str:
    """What its mail is doing, where it is on its way; `now` is local."""
    state, at = letter.mail_state, letter.mail_at
    if state is OutboxState.QUEUED and at is not None:
        local = at.astimezone(now.tzinfo)
        seconds = max(0, int((local - now).total_seconds()))
        if seconds <= 90:
            return QCoreApplication.translate("Requests", "Sending in %n s", "", seconds)
        when = dates.day_and_time(local.date(), local.time(), now.date())
        return QCoreApplication.translate("Requests", "Scheduled {when}").format(when=when)
    if state is OutboxState.WAITING and at is not None:
        return QCoreApplication.translate("Requests", "Retry {time}").format(
            time=dates.clock(at.astimezone(now.tzinfo).time())
        )
    if state in (OutboxState.SENDING, OutboxState.DATA, OutboxState.QUEUED):
        return QCoreApplication.translate("Requests", "Sending…")
    return ""


def spoken(letter: LetterRow, today: date) -> str:
    """ "Dr. Osei, asked, at risk, no reply for 11 days"."""
    words = card_words(letter, today)
    people = ", ".join(writer.name for writer in letter.writers) or letter.mentor_name
    parts = [people, word(letter.stage)]
    trouble = status.trouble(letter)
    if trouble is not None:
        parts.append(word(trouble.fact))
    if letter.attention is not None:
        parts.append(word(letter.attention))
    parts += [letter.application_name, slot_words(letter)]
    if words is not None:
        parts += [words.date, words.span]
    return ", ".join(part for part in parts if part)


def declined_words(letter: LetterRow, others: list[LetterRow], today: date) -> str:
    """ "Dr. Leila Haddad, July 30. Dr. Osei was asked instead."."""
    if letter.stage_on is None:
        text = letter.mentor_name
    else:
        text = f"{letter.mentor_name}, {dates.month_day(letter.stage_on, today)}"
    instead = [
        other
        for other in others
        if other.id != letter.id
        and other.application_id == letter.application_id
        and other.slot_title == letter.slot_title
        and other.asked_on is not None
        and letter.stage_on is not None
        and other.asked_on >= letter.stage_on
    ]
    if instead:
        # Who held the slot already was not asked instead of anybody.
        first = min(instead, key=lambda other: (not other.backup, other.asked_on))
        asked = QCoreApplication.translate("Requests", "{mentor} was asked instead.").format(
            mentor=first.mentor_short
        )
        return f"{text}. {asked}"
    return f"{text}."


def stage_question(stage: Stage, mentor: str) -> str:
    """The title of the dialog that asks for the day of a move."""
    text = {
        Stage.PLANNED: QCoreApplication.translate("Requests", "Back to planned for {mentor}"),
        Stage.ASKED: QCoreApplication.translate("Requests", "When did you ask {mentor}?"),
        Stage.AGREED: QCoreApplication.translate("Requests", "When did {mentor} agree?"),
        Stage.WRITING: QCoreApplication.translate("Requests", "Since when is {mentor} writing?"),
        Stage.SUBMITTED: QCoreApplication.translate(
            "Requests", "When did the letter from {mentor} arrive?"
        ),
        Stage.THANKED: QCoreApplication.translate("Requests", "When did you thank {mentor}?"),
        Stage.WITHDRAWN: QCoreApplication.translate(
            "Requests", "When did you withdraw the request to {mentor}?"
        ),
    }[stage]
    return text.format(mentor=mentor)
