"""What is odd about how a letter gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.kinds import LetterService


def refused(where: LetterService, channel: LetterService) -> str:
    text = QCoreApplication.translate(
        "LetterFacts", "{service} takes no letters through {channel}. Choose another way."
    )
    return text.format(service=word(where), channel=word(channel))


def repeated(name: str) -> str:
    """One number is for one letter: a second writer who uses it is turned away."""
    text = QCoreApplication.translate(
        "LetterFacts", "The letter from {name} has this number already. Each letter has its own."
    )
    return text.format(name=name)
