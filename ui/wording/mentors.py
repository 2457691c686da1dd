"""Facts of a mentor in words: leave, links to programs, and what each field is called."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.dates import short_date

_CONTEXT = "Mentors"


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


LINKS = ("trained", "faculty", "students")
"""How a mentor may know a program."""

_LINKS = {
    "trained": QT_TRANSLATE_NOOP("Mentors", "Trained there"),
    "faculty": QT_TRANSLATE_NOOP("Mentors", "Knows faculty there"),
    "students": QT_TRANSLATE_NOOP("Mentors", "Has sent students there"),
}

_FIELDS = {
    "name": QT_TRANSLATE_NOOP("Mentors", "Name"),
    "title": QT_TRANSLATE_NOOP("Mentors", "Title"),
    "given": QT_TRANSLATE_NOOP("Mentors", "Given name"),
    "family": QT_TRANSLATE_NOOP("Mentors", "Family name"),
    "salutation": QT_TRANSLATE_NOOP("Mentors", "Letters begin with “Dear”"),
    "pronouns": QT_TRANSLATE_NOOP("Mentors", "Pronouns"),
    "role": QT_TRANSLATE_NOOP("Mentors", "Role"),
    "how_known": QT_TRANSLATE_NOOP("Mentors", "How you know each other"),
    "specialty": QT_TRANSLATE_NOOP("Mentors", "Specialty or subject"),
    "institution": QT_TRANSLATE_NOOP("Mentors", "Institution"),
    "department": QT_TRANSLATE_NOOP("Mentors", "Department"),
    "email": QT_TRANSLATE_NOOP("Mentors", "Email"),
    "alternate_email": QT_TRANSLATE_NOOP("Mentors", "Another email"),
    "assistant_email": QT_TRANSLATE_NOOP("Mentors", "Assistant’s email"),
    "phone": QT_TRANSLATE_NOOP("Mentors", "Phone"),
    "postal_address": QT_TRANSLATE_NOOP("Mentors", "Postal address"),
    "channel": QT_TRANSLATE_NOOP("Mentors", "Best way to reach"),
    "zone": QT_TRANSLATE_NOOP("Mentors", "Time zone"),
    "work_start": QT_TRANSLATE_NOOP("Mentors", "Working hours from"),
    "work_end": QT_TRANSLATE_NOOP("Mentors", "Working hours to"),
    "holiday_region": QT_TRANSLATE_NOOP("Mentors", "Holiday region"),
    "known_from": QT_TRANSLATE_NOOP("Mentors", "Known from"),
    "known_to": QT_TRANSLATE_NOOP("Mentors", "Known to"),
    "settings_shared": QT_TRANSLATE_NOOP("Mentors", "Settings shared"),
    "leaving_on": QT_TRANSLATE_NOOP("Mentors", "Leaves the institution on"),
    "leave_from": QT_TRANSLATE_NOOP("Mentors", "On leave from"),
    "leave_to": QT_TRANSLATE_NOOP("Mentors", "On leave until"),
    "letters_for_others": QT_TRANSLATE_NOOP("Mentors", "Letters written for others"),
    "follow_up_cap": QT_TRANSLATE_NOOP("Mentors", "Follow-ups at most"),
    "follow_up_not_before": QT_TRANSLATE_NOOP("Mentors", "No follow-up before"),
    "stay_in_touch_days": QT_TRANSLATE_NOOP("Mentors", "Days until going quiet"),
    "photo": QT_TRANSLATE_NOOP("Mentors", "Photo"),
}


def link_word(link: str) -> str:
    """A link that this version does not know is shown as it is kept."""
    return QCoreApplication.translate(_CONTEXT, _LINKS[link]) if link in _LINKS else link


def field_name(field: str) -> str:
    """A field of a mentor as the form names it."""
    return QCoreApplication.translate(_CONTEXT, _FIELDS[field])
