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


def lane_columns(today: date) -> list[Column[LetterRow]]:
    return [
        Column(
            QCoreApplication.translate("RequestColumns", "Letter"),
            text=lambda letter: requests.spoken(letter, today),
        )
    ]


def list_columns(today: date) -> list[Column[LetterRow]]:
    """Mentor, Application, Slot, Stage, Attention, Date, Days left."""

    def due(letter: LetterRow) -> str:
        return "" if letter.soft_on is None else dates.row_date(letter.soft_on, today)

    def left(letter: LetterRow) -> str:
        words = requests.card_words(letter, today)
        return "" if words is None else words.span

    def attention(letter: LetterRow) -> str:
        return "" if letter.attention is None else word(letter.attention)

    heads = _heads()
    return [
        Column(heads[0], text=lambda letter: letter.mentor_name),
        Column(heads[1], text=lambda letter: letter.application_name),
        Column(heads[2], text=requests.slot_words),
        Column(
            heads[3],
            text=lambda letter: word(letter.stage),
            sort_key=lambda letter: _STAGES.index(letter.stage),
        ),
        Column(heads[4], text=attention, sort_key=lambda letter: letter.attention),
        Column(heads[5], text=due, sort_key=lambda letter: letter.soft_on),
        Column(heads[6], text=left, sort_key=lambda letter: letter.soft_on, right=True),
    ]


def _heads() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("RequestColumns", "Mentor"),
        QCoreApplication.translate("RequestColumns", "Application"),
        QCoreApplication.translate("RequestColumns", "Slot"),
        QCoreApplication.translate("RequestColumns", "Stage"),
        QCoreApplication.translate("RequestColumns", "Attention"),
        QCoreApplication.translate("RequestColumns", "Letter due"),
        QCoreApplication.translate("RequestColumns", "Days"),
    )
