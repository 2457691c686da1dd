"""A letter in a line: its name, and the date that matters now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.domain.status import date_that_matters
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.letters import LetterRow

_DATES = {
    "ask_by": QT_TRANSLATE_NOOP("LetterLine", "Ask by {date}"),
    "asked": QT_TRANSLATE_NOOP("LetterLine", "Asked {date}, no reply yet"),
    "due": QT_TRANSLATE_NOOP("LetterLine", "Due {date}"),
    "in": QT_TRANSLATE_NOOP("LetterLine", "In since {date}"),
    "thanked": QT_TRANSLATE_NOOP("LetterLine", "Thanked {date}"),
    "declined": QT_TRANSLATE_NOOP("LetterLine", "Declined {date}"),
    "withdrawn": QT_TRANSLATE_NOOP("LetterLine", "Withdrawn {date}"),
}


def letter_name(letter: LetterRow) -> str:
    """ "Internal Medicine · IM faculty"; without a goal the kind of letter."""
    slot = letter.slot_title
    if slot and letter.backup:
        slot = QCoreApplication.translate("LetterLine", "{slot} (backup)").format(slot=slot)
    parts = [part for part in (letter.application_name, slot) if part]
    return " · ".join(parts) or word(letter.kind)


def letter_line(letter: LetterRow, today: date) -> str:
    """ "Due Wed, Sep 9 · 22 days left"."""
    found = date_that_matters(letter, today)
    if found is None:
        return QCoreApplication.translate("LetterLine", "No date yet")
    text = QCoreApplication.translate("LetterLine", _DATES[found.code])
    text = text.format(date=dates.row_date(found.on, today))
    if found.code in ("due", "ask_by"):
        return f"{text} · {dates.days_left(found.days)}"
    return text
