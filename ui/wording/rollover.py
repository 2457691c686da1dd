"""What goes along into the next season, and why a letter of the last one is not enough."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates

if TYPE_CHECKING:
    from lordesk.rows.reason import Reason
    from lordesk.rows.rollover import RolledLetter, Rollover

_CONTEXT = "Rollover"

FATES: dict[str, str] = {
    "ask_again": QT_TRANSLATE_NOOP("Rollover", "Planned again. Ask anew."),
    "import": QT_TRANSLATE_NOOP("Rollover", "Planned again. The service can import the old one."),
    "stored": QT_TRANSLATE_NOOP("Rollover", "Planned again. The old one is still stored."),
    "leave": QT_TRANSLATE_NOOP("Rollover", "Left behind."),
}
REASONS: dict[str, str] = {
    "mentor-gone": QT_TRANSLATE_NOOP("Rollover", "{name} is archived or has left."),
    "declined": QT_TRANSLATE_NOOP("Rollover", "{name} declined."),
    "never-came": QT_TRANSLATE_NOOP("Rollover", "It never came in."),
    "date-shows": QT_TRANSLATE_NOOP("Rollover", "Readers see that it is from {on}."),
    "of-another-season": QT_TRANSLATE_NOOP(
        "Rollover", "It is from {on} and speaks of the last season."
    ),
    "not-kept": QT_TRANSLATE_NOOP("Rollover", "The service keeps no letters of a season."),
    "too-old": QT_TRANSLATE_NOOP(
        "Rollover", "It is from {on}. Letters since {newest} count as recent."
    ),
}


def fate(rolled: RolledLetter) -> str:
    return QCoreApplication.translate(_CONTEXT, FATES[rolled.code])


def reasons(rolled: RolledLetter) -> str:
    return " ".join(_reason(reason) for reason in rolled.reasons)


def _reason(reason: Reason) -> str:
    """A letter that is in without its day says "last season" in its place."""
    unknown = QCoreApplication.translate("Rollover", "last season")
    data = {"on": unknown, "newest": "", "name": ""}
    for name, value in reason.data.items():
        if isinstance(value, date):
            data[name] = dates.short_date(value, date.min)
        elif value is not None:
            data[name] = str(value)
    return QCoreApplication.translate(_CONTEXT, REASONS[reason.code]).format(**data)


def counts(plan: Rollover, schools: bool) -> str:
    """ "14 programs, 4 letters and 5 mentors go along, all letters planned anew."."""
    places = (
        QT_TRANSLATE_NOOP("Rollover", "%n school(s)")
        if schools
        else QT_TRANSLATE_NOOP("Rollover", "%n program(s)")
    )
    going = sum(rolled.code != "leave" for rolled in plan.letters)
    said = QCoreApplication.translate(
        "Rollover", "{targets} and {letters} go along. Each letter begins as planned again."
    )
    return said.format(
        targets=QCoreApplication.translate(_CONTEXT, places, "", len(plan.target_ids)),
        letters=QCoreApplication.translate(
            _CONTEXT, QT_TRANSLATE_NOOP("Rollover", "%n letter(s)"), "", going
        ),
    )


def again(season: str) -> str:
    """It was done before; nothing keeps the user from a second one."""
    text = QCoreApplication.translate(
        "Rollover", "You have started {season} already. This makes a second one."
    )
    return text.format(season=season)
