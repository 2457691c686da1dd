"""Words of Settings that belong to values: services' numbers, backups, libraries."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import LetterService
from ui.source_text import QT_TRANSLATE_NOOP

_CONTEXT = "Settings"

OWN_NUMBERS: dict[LetterService, str] = {
    LetterService.ERAS: QT_TRANSLATE_NOOP("Settings", "AAMC ID"),
    LetterService.AMCAS: QT_TRANSLATE_NOOP("Settings", "AAMC ID"),
    LetterService.AACOMAS: QT_TRANSLATE_NOOP("Settings", "CAS ID"),
    LetterService.TMDSAS: QT_TRANSLATE_NOOP("Settings", "TMDSAS ID"),
    LetterService.RESIDENCYCAS: QT_TRANSLATE_NOOP("Settings", "CAS ID"),
    LetterService.SF_MATCH: QT_TRANSLATE_NOOP("Settings", "SF Match ID"),
    LetterService.CASPA: QT_TRANSLATE_NOOP("Settings", "CAS ID"),
    LetterService.VSLO: QT_TRANSLATE_NOOP("Settings", "AAMC ID"),
}
"""The applicant's own number at a service. Where a service has none it is left out."""

_REASONS: dict[str, str] = {
    "by-hand": QT_TRANSLATE_NOOP("Settings", "Made by you"),
    "before-update": QT_TRANSLATE_NOOP("Settings", "Before an update of LoRDesk"),
}

_PURPOSES: dict[str, str] = {"smtp": QT_TRANSLATE_NOOP("Settings", "Sending mail")}


def own_number(service: LetterService) -> str:
    return QCoreApplication.translate(_CONTEXT, OWN_NUMBERS[service])


def backup_reason(code: str) -> str:
    source = _REASONS.get(code, QT_TRANSLATE_NOOP("Settings", "Made by LoRDesk"))
    return QCoreApplication.translate(_CONTEXT, source)


def host_purpose(code: str) -> str:
    source = _PURPOSES.get(code, QT_TRANSLATE_NOOP("Settings", "Other"))
    return QCoreApplication.translate(_CONTEXT, source)


def never() -> list[str]:
    """What LoRDesk never does."""
    return [
        QCoreApplication.translate(_CONTEXT, text)
        for text in (
            QT_TRANSLATE_NOOP("Settings", "Send mail without your yes."),
            QT_TRANSLATE_NOOP("Settings", "Move a request to another stage on a guess."),
            QT_TRANSLATE_NOOP("Settings", "Ask for, show or keep the letter itself."),
            QT_TRANSLATE_NOOP("Settings", "Write a password into a file, a log or an export."),
            QT_TRANSLATE_NOOP(
                "Settings", "Use a server of ours, or tell anybody how you use LoRDesk."
            ),
        )
    ]
