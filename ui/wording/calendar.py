"""What the calendar says of a date: short on its pill, in full beside it and to a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import Attention, DateKind, Stage
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lordesk.rows.dates import DateRow


_SHORT = {
    "ask": QT_TRANSLATE_NOOP("Calendar", "Ask {name}"),
    "asked": QT_TRANSLATE_NOOP("Calendar", "Asked {name}"),
    "letter": QT_TRANSLATE_NOOP("Calendar", "{name} due"),
    "letter_in": QT_TRANSLATE_NOOP("Calendar", "{name}’s letter"),
    "thanked": QT_TRANSLATE_NOOP("Calendar", "Thanked {name}"),
    "follow_up": QT_TRANSLATE_NOOP("Calendar", "Follow up {name}"),
    "check_in": QT_TRANSLATE_NOOP("Calendar", "Check {name}"),
    "hard": QT_TRANSLATE_NOOP("Calendar", "{application} closes"),
}
_FULL = {
    "ask": QT_TRANSLATE_NOOP("Calendar", "Ask {name}"),
    "asked": QT_TRANSLATE_NOOP("Calendar", "Asked {name}"),
    "letter": QT_TRANSLATE_NOOP("Calendar", "{name}’s letter"),
    "letter_in": QT_TRANSLATE_NOOP("Calendar", "{name}’s letter is in"),
    "thanked": QT_TRANSLATE_NOOP("Calendar", "Thanked {name}"),
    "follow_up": QT_TRANSLATE_NOOP("Calendar", "Follow up with {name}"),
    "check_in": QT_TRANSLATE_NOOP("Calendar", "Check in with {name}"),
    "hard": QT_TRANSLATE_NOOP("Calendar", "{application} closes"),
}


def bare_name(short_name: str) -> str:
    """ "Dr. Marchetti" without its title, where space is short: "Marchetti"."""
    first, _, rest = short_name.partition(" ")
    return rest if rest and first.endswith(".") else short_name


def pill_words(row: DateRow) -> str:
    """A few words that fit into a cell."""
    name = bare_name(row.mentor_short)
    if row.code in ("reminder", "application"):
        return row.title
    if row.code == "meeting":
        if row.at is None:
            return row.title
        return QCoreApplication.translate("Calendar", "{time} {title}").format(
            time=_brief_clock(row), title=row.title
        )
    return _named(_SHORT, row, name)


def _brief_clock(row: DateRow) -> str:
    assert row.at is not None
    return dates.clock(row.at).split()[0]


def title(row: DateRow) -> str:
    """In full, for the side list: "Dr. Bell’s letter"."""
    if row.code in ("reminder", "application", "meeting"):
        return row.title
    return _named(_FULL, row, row.mentor_short)


def _named(texts: Mapping[str, str], row: DateRow, name: str) -> str:
    text = QCoreApplication.translate("Calendar", texts[row.code])
    return text.format(name=name, application=row.application_name)


def detail(row: DateRow) -> str:
    """ "Letter due · Harlan Scholarship", "Application date · 5:00 PM"."""
    facts = [word(row.kind)]
    if row.at is not None:
        facts.append(dates.clock(row.at))
    if row.code == "letter" and row.stage is Stage.PLANNED:
        facts.append(QCoreApplication.translate("Calendar", "not asked yet"))
    elif row.application_name and row.code not in ("hard",):
        facts.append(row.application_name)
    elif row.mentor_short and row.code in ("reminder", "meeting"):
        facts.append(row.mentor_short)
    return " · ".join(facts)


def day_facts(day: date, today: date, count: int) -> str:
    """ "In 10 days · 3 dates"."""
    when = dates.in_days(day, today)
    how_many = QCoreApplication.translate("Calendar", "%n date(s)", "", count)
    return f"{when[:1].upper()}{when[1:]} · {how_many}"


def spoken_day(day: date, rows: Sequence[DateRow]) -> str:
    """ "Tuesday, May 26, 2 letters due: Lopez, Chen"."""
    parts = [dates.long_date(day)]
    due = [row for row in rows if row.kind is DateKind.LETTER_DUE]
    if due:
        names = ", ".join(bare_name(row.mentor_short) for row in due)
        count = len(due)
        how_many = QCoreApplication.translate("Calendar", "%n letter(s) due", "", count)
        parts.append(f"{how_many}: {names}")
    parts += [_spoken(row) for row in rows if row.kind is not DateKind.LETTER_DUE]
    return ", ".join(parts)


def _spoken(row: DateRow) -> str:
    words = title(row)
    if row.attention in (Attention.OVERDUE, Attention.AT_RISK):
        return f"{words}, {word(row.attention).lower()}"
    return words


def legend() -> list[tuple[DateKind, Attention | None, str]]:
    """Each face of a pill with its word, in the order of the legend."""
    plain = (
        DateKind.ASK_BY,
        DateKind.REMINDER,
        DateKind.LETTER_DUE,
        DateKind.APPLICATION_DATE,
        DateKind.MEETING,
    )
    faces: list[tuple[DateKind, Attention | None, str]] = [(k, None, word(k)) for k in plain]
    faces += [
        (DateKind.LETTER_DUE, attention, word(attention))
        for attention in (Attention.AT_RISK, Attention.OVERDUE)
    ]
    faces.append((DateKind.DONE, None, word(DateKind.DONE)))
    return faces
