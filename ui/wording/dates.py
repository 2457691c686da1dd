"""Days, times and spans as words, in the order and clock of the user's locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

if TYPE_CHECKING:
    from datetime import date, datetime, time, tzinfo

_FAR_DAYS = 60
"""From here on a span in days says less than the date itself."""

_NEAR_DAYS = 183
"""Half a year: within it a day and a month mean one date."""


def needs_year(day: date, today: date | None) -> bool:
    """The one rule about years: a date goes without where it lies in the calendar year of today
    and at most half a year away; any other names its year, past or to come.

    None for `today` says that the year stands beside the date already, as in a month's heading.
    """
    if today is None:
        return False
    return day.year != today.year or abs((day - today).days) > _NEAR_DAYS


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _format(day: date, parts: str) -> str:
    """`parts` names what to show; which comes first is up to the locale."""
    locale = QLocale()
    order = locale.dateFormat(QLocale.FormatType.ShortFormat)
    day_first = order.find("d") < order.find("M")
    return locale.toString(_qdate(day), _PATTERNS[parts][1 if day_first else 0])


_PATTERNS = {
    "row": ("ddd, MMM d", "ddd, d MMM"),
    "row-year": ("ddd, MMM d, yyyy", "ddd, d MMM yyyy"),
    "short": ("MMM d", "d MMM"),
    "short-year": ("MMM d, yyyy", "d MMM yyyy"),
    "long": ("dddd, MMMM d", "dddd, d MMMM"),
    "long-year": ("dddd, MMMM d, yyyy", "dddd, d MMMM yyyy"),
    "month": ("MMMM yyyy", "MMMM yyyy"),
    "middle": ("MMMM d", "d MMMM"),
    "middle-year": ("MMMM d, yyyy", "d MMMM yyyy"),
}


def row_date(day: date, today: date | None = None) -> str:
    """ "Wed, Sep 16", "Wed, Sep 15, 2027"."""
    return _format(day, "row-year" if needs_year(day, today) else "row")


def full_date(day: date) -> str:
    """ "Wed, Sep 16, 2026"."""
    return _format(day, "row-year")


def short_date(day: date, today: date | None = None) -> str:
    """ "Sep 16", "Sep 15, 2027"."""
    return _format(day, "short-year" if needs_year(day, today) else "short")


def long_date(day: date, with_year: bool = False) -> str:
    """ "Wednesday, September 16"."""
    return _format(day, "long-year" if with_year else "long")


def month_day(day: date, today: date | None = None) -> str:
    """ "September 16", "September 15, 2027"."""
    return _format(day, "middle-year" if needs_year(day, today) else "middle")


def month_year(day: date) -> str:
    """ "September 2026"."""
    return _format(day, "month")


def month_short(day: date) -> str:
    """ "Sep"."""
    return QLocale().toString(_qdate(day), "MMM")


def weekday(day: date) -> str:
    """ "Wednesday"."""
    return QLocale().toString(_qdate(day), "dddd")


def weekday_short(day: date) -> str:
    """ "Wed"."""
    return QLocale().toString(_qdate(day), "ddd")


def clock(at: time) -> str:
    """ "8:12 AM", or "08:12" where clocks have 24 hours."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def day_and_time(day: date, at: time | None, today: date | None = None) -> str:
    """ "Wed, Sep 16, 8:00 AM"; the day alone where there is no time."""
    if at is None:
        return row_date(day, today)
    text = QCoreApplication.translate("Dates", "{day}, {time}")
    return text.format(day=row_date(day, today), time=clock(at))


def moment(instant: datetime, now: datetime) -> str:
    """When something happened, as a list shows it: "8:12 AM", "Yesterday", "Fri, Aug 14".

    `now` carries the zone in which both are shown.
    """
    zone: tzinfo | None = now.tzinfo
    local = instant.astimezone(zone)
    days = (now.date() - local.date()).days
    if days == 0:
        return clock(local.time())
    if days == 1:
        return QCoreApplication.translate("Dates", "Yesterday")
    return row_date(local.date(), now.date())


def in_days(day: date, today: date) -> str:
    """ "today", "tomorrow", "in 10 days", "5 days ago"; from 60 days on the date: "on Oct 30"."""
    days = (day - today).days
    if days == 0:
        return QCoreApplication.translate("Dates", "today")
    if days == 1:
        return QCoreApplication.translate("Dates", "tomorrow")
    if days == -1:
        return QCoreApplication.translate("Dates", "yesterday")
    if abs(days) >= _FAR_DAYS:
        return QCoreApplication.translate("Dates", "on {date}").format(date=short_date(day, today))
    if days > 0:
        return QCoreApplication.translate("Dates", "in %n day(s)", "", days)
    return QCoreApplication.translate("Dates", "%n day(s) ago", "", -days)


def days_late(days: int) -> str:
    """ "4 days late"."""
    return QCoreApplication.translate("Dates", "%n day(s) late", "", days)


def days_left(days: int) -> str:
    """ "10 days left", "Today", "Tomorrow", "4 days late"."""
    if days == 0:
        return QCoreApplication.translate("Dates", "Today")
    if days == 1:
        return QCoreApplication.translate("Dates", "Tomorrow")
    if days < 0:
        return days_late(-days)
    return QCoreApplication.translate("Dates", "%n day(s) left", "", days)


def day_count(days: int) -> str:
    """ "10 days"."""
    return QCoreApplication.translate("Dates", "%n day(s)", "", days)


def file_size(size: int) -> str:
    """ "24 MB": decimal units, as mail servers and file managers count."""
    return QLocale().formattedDataSize(
        size,
        0 if size < 1_000_000 or size >= 10_000_000 else 1,
        QLocale.DataSizeFormat.DataSizeSIFormat,
    )
