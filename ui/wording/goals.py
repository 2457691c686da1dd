"""What the applicant aims at, as the form of an application asks for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.source_text import QT_TRANSLATE_NOOP

_CONTEXT = "Goals"

GOALS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "emphasis": (
        QT_TRANSLATE_NOOP("Goals", "Emphasis"),
        (
            ("clinical", QT_TRANSLATE_NOOP("Goals", "Clinical care")),
            ("research", QT_TRANSLATE_NOOP("Goals", "Research")),
            ("service", QT_TRANSLATE_NOOP("Goals", "Service")),
            ("education", QT_TRANSLATE_NOOP("Goals", "Education")),
            ("leadership", QT_TRANSLATE_NOOP("Goals", "Leadership")),
        ),
    ),
    "setting": (
        QT_TRANSLATE_NOOP("Goals", "Setting"),
        (
            ("academic", QT_TRANSLATE_NOOP("Goals", "Academic")),
            ("community", QT_TRANSLATE_NOOP("Goals", "Community")),
            ("mixed", QT_TRANSLATE_NOOP("Goals", "Both of them")),
            ("rural", QT_TRANSLATE_NOOP("Goals", "Rural")),
        ),
    ),
    "degree": (
        QT_TRANSLATE_NOOP("Goals", "Degree"),
        (
            ("md", QT_TRANSLATE_NOOP("Goals", "MD")),
            ("do", QT_TRANSLATE_NOOP("Goals", "DO")),
            ("both", QT_TRANSLATE_NOOP("Goals", "MD and DO")),
        ),
    ),
    "competitiveness": (
        QT_TRANSLATE_NOOP("Goals", "How competitive"),
        (
            ("usual", QT_TRANSLATE_NOOP("Goals", "As usual")),
            ("high", QT_TRANSLATE_NOOP("Goals", "Competitive")),
            ("very_high", QT_TRANSLATE_NOOP("Goals", "Very competitive")),
        ),
    ),
}
"""Name and values of each goal that is chosen from a list; the keys are those of `goals`."""


def name(key: str) -> str:
    return QCoreApplication.translate(_CONTEXT, GOALS[key][0])


def choices(key: str) -> list[tuple[str, str]]:
    """Values with their words; the empty value comes first."""
    open_ = ("", QCoreApplication.translate("Goals", "Not decided"))
    known = GOALS[key][1]
    return [open_, *((value, QCoreApplication.translate(_CONTEXT, text)) for value, text in known)]
