"""Dates that a draft names: the one that the letter is due, and weekdays that do not fit."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lordesk.domain.english import MONTHS, WEEKDAYS
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.domain.draft_text import DraftText
    from lordesk.rows.finding import Place

_MONTH = "|".join(f"{name}|{name[:3]}\\.?" if len(name) > 3 else name for name in MONTHS)
_MONTH += r"|Sept\.?"
_ORDINAL = "(?:st|nd|rd|th)?"
_WEEKDAY = "|".join(f"{name}|{name[:3]}\\.?" for name in WEEKDAYS)
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),? (?:the )?)?"
    rf"(?:\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}}){_ORDINAL}\b(?:,? (?P<year>\d{{4}}))?"
    rf"|\b(?P<day2>\d{{1,2}}){_ORDINAL}(?: of)? (?P<month2>{_MONTH})(?:,? (?P<year2>\d{{4}})\b|\b)"
    r"|\b(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})\b"
    r"|\b(?P<month4>\d{1,2})/(?P<day4>\d{1,2})(?:/(?P<year4>\d{4}|\d{2}))?\b)",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:due|deadlines?|no later than)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|before|until)\W+(?:the end of |end of day |midnight )?(?:on )?$", re.I)
_ABOUT_LETTER = re.compile(
    r"\b(?:letter|recommendation|upload\w*|submit\w*|submission|need(?:s|ed)?|portal|evaluation)\b",
    re.IGNORECASE,
)
_ABOUT_ME = re.compile(
    r"\b(?:I will|I'll|I can|I plan|I am going|I leave|I asked|I wrote|meet|call|let me know"
    r"|answer|reply|hear)\b",
    re.IGNORECASE,
)
_NEAR = 90
_REACH = 120  # letters before a date in which "due" or "by" still speaks of it


@dataclass(frozen=True)
class Mention:
    """A date in a text. `deadline` is true where it says when the letter is due."""

    on: date
    place: Place
    deadline: bool
    weekday_fits: bool


def mentions(text: DraftText, today: date, expected: date | None) -> Iterator[Mention]:
    """A deadline without year is the one nearest to the letter's own day, another date to today."""
    for sentence in text.sentences():
        for match in _DATE.finditer(text.own, sentence.start(), sentence.end()):
            start = max(sentence.start(), match.start() - _REACH)
            deadline = _is_deadline(text.own[start : match.start()], sentence[0])
            near = (expected or today + timedelta(days=_NEAR)) if deadline else today
            on = _day(match, near)
            if on is not None:
                yield Mention(on, text.place(match), deadline, _weekday_fits(match, on))


def _is_deadline(before: str, sentence: str) -> bool:
    if _DUE.search(before):
        return True
    if not _BY.search(before) or _ABOUT_ME.search(before):
        return False
    return bool(_ABOUT_LETTER.search(sentence))


def _weekday_fits(match: re.Match[str], on: date) -> bool:
    weekday = match["weekday"]
    return not weekday or WEEKDAYS[on.weekday()].casefold().startswith(weekday[:3].casefold())


def _day(match: re.Match[str], near: date) -> date | None:
    month = match["month"] or match["month2"]
    number = _month_number(month) if month else int(match["month3"] or match["month4"])
    day = int(match["day"] or match["day2"] or match["day3"] or match["day4"])
    year = match["year"] or match["year2"] or match["year3"] or match["year4"]
    if year:
        return _valid(int(year) + (2000 if len(year) == 2 else 0), number, day)
    found = [_valid(near.year + step, number, day) for step in (-1, 0, 1)]
    return min((on for on in found if on), key=lambda on: abs(on - near), default=None)


def _month_number(word: str) -> int:
    start = word[:3].casefold()
    return next(n for n, name in enumerate(MONTHS, 1) if name[:3].casefold() == start)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
