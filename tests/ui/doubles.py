"""What stands at the borders of the screen in tests: message boxes and what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


@dataclass
class AnsweredBoxes:
    """Knows the answers before the questions: fill the lists; what was asked is kept."""

    answers: list[bool] = field(default_factory=list)
    files: list[list[Path]] = field(default_factory=list)
    saved_as: list[Path | None] = field(default_factory=list)
    folders: list[Path | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def ask(
        self,
        parent: QWidget | None,
        question: str,
        yes: str,
        no: str,
        *,
        danger: bool = False,
        detail: str = "",
    ) -> bool:
        self.asked.append(question)
        return self.answers.pop(0)

    def open_files(
        self, parent: QWidget | None, title: str, kinds: str = "", many: bool = False
    ) -> list[Path]:
        self.asked.append(title)
        return self.files.pop(0)

    def save_file(
        self, parent: QWidget | None, title: str, suggested: str, kinds: str = ""
    ) -> Path | None:
        self.asked.append(title)
        return self.saved_as.pop(0)

    def pick_folder(self, parent: QWidget | None, title: str) -> Path | None:
        self.asked.append(title)
        return self.folders.pop(0)
