"""What happened with a mentor: its icon, its way, and the line that a list shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import InteractionKind
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.rows.people import InteractionRow

_CONTEXT = "Interactions"

ICONS: dict[InteractionKind, str] = {
    InteractionKind.ROTATION: "stethoscope",
    InteractionKind.SHIFT: "clock",
    InteractionKind.MEETING: "users",
    InteractionKind.OFFICE_HOURS: "book-open",
    InteractionKind.FEEDBACK_ASKED: "message-circle",
    InteractionKind.FEEDBACK_GIVEN: "message-square",
    InteractionKind.FEEDBACK_ACTED_ON: "circle-check",
    InteractionKind.PRESENTATION: "mic",
    InteractionKind.EMAIL: "mail",
    InteractionKind.MILESTONE: "handshake",
    InteractionKind.UPDATE: "send",
    InteractionKind.THANKS: "heart",
}

_BY_MAIL = (InteractionKind.EMAIL, InteractionKind.UPDATE, InteractionKind.THANKS)
_MEETINGS = (
    InteractionKind.ROTATION,
    InteractionKind.SHIFT,
    InteractionKind.MEETING,
    InteractionKind.OFFICE_HOURS,
    InteractionKind.PRESENTATION,
)
_FEEDBACK = (
    InteractionKind.FEEDBACK_ASKED,
    InteractionKind.FEEDBACK_GIVEN,
    InteractionKind.FEEDBACK_ACTED_ON,
)

GROUPS = ("all", "email", "meeting", "note")
"""The filter of the timeline: mail, being together, and everything else."""

# The kinds that are logged most come first.
ORDER: tuple[InteractionKind, ...] = (
    InteractionKind.MEETING,
    InteractionKind.EMAIL,
    InteractionKind.FEEDBACK_GIVEN,
    InteractionKind.SHIFT,
    InteractionKind.OFFICE_HOURS,
    InteractionKind.PRESENTATION,
    InteractionKind.FEEDBACK_ASKED,
    InteractionKind.FEEDBACK_ACTED_ON,
    InteractionKind.ROTATION,
    InteractionKind.MILESTONE,
    InteractionKind.UPDATE,
    InteractionKind.THANKS,
)


def group(kind: InteractionKind) -> str:
    if kind in _BY_MAIL:
        return "email"
    return "meeting" if kind in _MEETINGS else "note"


def group_word(name: str) -> str:
    text = {
        "all": QT_TRANSLATE_NOOP("Interactions", "All"),
        "email": QT_TRANSLATE_NOOP("Interactions", "Email"),
        "meeting": QT_TRANSLATE_NOOP("Interactions", "Meetings"),
        "note": QT_TRANSLATE_NOOP("Interactions", "Notes"),
    }[name]
    return QCoreApplication.translate(_CONTEXT, text)


def icon(kind: InteractionKind) -> str:
    return ICONS[kind]


def way(kind: InteractionKind) -> str:
    """How it happened, as it stands behind a date: "Aug 13 · email"."""
    if kind in _BY_MAIL:
        text = QT_TRANSLATE_NOOP("Interactions", "email")
    elif kind in _MEETINGS or kind in _FEEDBACK:
        text = QT_TRANSLATE_NOOP("Interactions", "in person")
    else:
        return word(kind).lower()
    return QCoreApplication.translate(_CONTEXT, text)


def headline(row: InteractionRow) -> str:
    """The first line of what was noted, else the word for its kind."""
    first = row.note.strip().split("\n", 1)[0].strip()
    return first or word(row.kind)
