"""The columns of the Requests list, and the one column of a board lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import Stage
from ui.itemmodels.row_table_model import Column
from ui.wording import dates, requests
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.letters import LetterRow

_STAGES = list(Stage)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RequestColumns", text)


def lane_columns(today: date) -> list[Column[LetterRow]]:
    return [Column(_tr("Letter"), text=lambda letter: requests.spoken(letter, today))]


def list_columns(today: date) -> list[Column[LetterRow]]:
    """Mentor, Application, Slot, Stage, Attention, Date, Days left."""

    def due(letter: LetterRow) -> str:
        return "" if letter.soft_on is None else dates.row_date(letter.soft_on, today)

    def left(letter: LetterRow) -> str:
        words = requests.card_words(letter, today)
        return "" if words is None else words.span

    def attention(letter: LetterRow) -> str:
        return "" if letter.attention is None else word(letter.attention)

    return [
        Column(_tr("Mentor"), text=lambda letter: letter.mentor_name),
        Column(_tr("Application"), text=lambda letter: letter.application_name),
        Column(_tr("Slot"), text=requests.slot_words),
        Column(
            _tr("Stage"),
            text=lambda letter: word(letter.stage),
            sort_key=lambda letter: _STAGES.index(letter.stage),
        ),
        Column(_tr("Attention"), text=attention, sort_key=lambda letter: letter.attention),
        Column(_tr("Letter due"), text=due, sort_key=lambda letter: letter.soft_on),
        Column(_tr("Days"), text=left, sort_key=lambda letter: letter.soft_on, right=True),
    ]
