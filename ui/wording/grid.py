"""The heads of the table of letters and targets."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.rows.letters import LetterRow


def _loose() -> str:
    return QCoreApplication.translate("Grid", "In, and not assigned anywhere yet")


def letter_name(letter: LetterRow, loose: bool) -> str:
    """`loose` letters are in and go nowhere."""
    return f"{letter.mentor_short}, {_loose()}" if loose else letter.mentor_short


def letter_head(letter: LetterRow, loose: bool) -> str:
    """The tooltip of a column, as markup: "Dr. Elena Marchetti, Writing"."""
    text = QCoreApplication.translate("Grid", "{mentor}, {stage}").format(
        mentor=letter.mentor_name, stage=word(letter.stage)
    )
    lines = [html.escape(text), *([html.escape(_loose())] if loose else [])]
    return f"<qt>{'<br>'.join(lines)}</qt>"
