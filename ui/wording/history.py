"""What happened to a letter, line by line: its moves with their causes, and the side facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import FactKind, MoveCause
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.kinds import word
from ui.wording.stages import stage_pill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lordesk.rows.letters import FactRow, LetterRow, MoveRow

_CAUSES: dict[MoveCause, str] = {
    MoveCause.USER: QT_TRANSLATE_NOOP("History", "You moved it."),
    MoveCause.SENT: QT_TRANSLATE_NOOP("History", "The message was sent."),
    MoveCause.CONFIRMED_SENT: QT_TRANSLATE_NOOP("History", "You said that the message was sent."),
    MoveCause.IN_PERSON: QT_TRANSLATE_NOOP("History", "You said that it was done in person."),
}
_ICONS: dict[FactKind, str] = {
    FactKind.REPLY: "mail",
    FactKind.REPLY_READ: "mail-open",
    FactKind.ISSUED: "file-text",
    FactKind.OPENED: "eye",
    FactKind.BOUNCED: "mail-warning",
    FactKind.DENIED: "circle-alert",
    FactKind.RESCINDED: "circle-alert",
    FactKind.IMPORTED: "inbox",
    FactKind.SETTLED: "check",
    FactKind.REASON: "message-square",
}


class HistoryLine(NamedTuple):
    """`fact_id` is there where the user recorded it and may take it back."""

    on: date
    icon: str
    title: str
    detail: str
    fact_id: int | None


def history(moves: Sequence[MoveRow], facts: Sequence[FactRow]) -> list[HistoryLine]:
    """Newest first; of one day, the facts before the moves. That a reply was read is no news."""
    told = [fact for fact in facts if fact.fact is not FactKind.REPLY_READ]
    lines = [_move(move) for move in moves] + [_fact(fact) for fact in told]
    return [line for _, line in sorted(enumerate(lines), key=_place, reverse=True)]


def _place(numbered: tuple[int, HistoryLine]) -> tuple[date, int]:
    number, line = numbered
    return line.on, number


def _move(move: MoveRow) -> HistoryLine:
    after = word(move.to_stage)
    if move.from_stage is None:
        title = after
    else:
        text = QCoreApplication.translate("History", "{before} → {after}")
        title = text.format(before=word(move.from_stage), after=after)
    cause = QCoreApplication.translate("History", _CAUSES[move.cause])
    if move.from_stage is None:
        cause = QCoreApplication.translate("History", "You planned the letter.")
    return HistoryLine(move.on, stage_pill(move.to_stage).icon, title, cause, None)


def _fact(fact: FactRow) -> HistoryLine:
    return HistoryLine(fact.on, _ICONS[fact.fact], word(fact.fact), fact.note, fact.id)


def effect(fact: FactKind) -> str:
    """What recording it changes."""
    if fact is FactKind.BOUNCED:
        return QCoreApplication.translate(
            "History", "The letter needs you until mail gets through or you put it right."
        )
    if fact in (FactKind.DENIED, FactKind.RESCINDED):
        return QCoreApplication.translate(
            "History", "The letter needs you, and its follow-ups stop."
        )
    return QCoreApplication.translate("History", "Kept in the history of the letter.")


def with_others(letter: LetterRow, named: int = 2) -> str:
    """ "Dr. Park, Dr. Osei +2"; the name alone where nobody else takes part."""
    shown = [writer.short for writer in letter.writers[:named]]
    if not shown:
        return letter.mentor_name
    text = ", ".join(shown)
    more = len(letter.writers) - len(shown)
    if more:
        text = QCoreApplication.translate("History", "{names} +{count}").format(
            names=text, count=more
        )
    return text
