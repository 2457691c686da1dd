"""When a mentor is away, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.wording.dates import short_date


def leave_span(first: object, last: object, today: date | None = None) -> str:
    """ "On leave Aug 3 to Aug 20", "On leave from Aug 3", "On leave until Aug 20"."""
    start = short_date(first, today) if isinstance(first, date) else ""
    end = short_date(last, today) if isinstance(last, date) else ""
    if start and end:
        text = QCoreApplication.translate("Mentors", "On leave {first} to {last}")
    elif start:
        text = QCoreApplication.translate("Mentors", "On leave from {first}")
    elif end:
        text = QCoreApplication.translate("Mentors", "On leave until {last}")
    else:
        text = ""
    return text.format(first=start, last=end)
