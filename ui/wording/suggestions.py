"""A suggested assignment: what would change at a target, and why these letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import SlotNeed
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.applications import need_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lordesk.rows.coverage import Suggestion, TargetSuggestion
    from lordesk.rows.letters import LetterRow
    from lordesk.rows.reason import Reason

_CONTEXT = "Suggestions"

REASONS: dict[str, str] = {
    "covers": QT_TRANSLATE_NOOP("Suggestions", "Covers {needs}."),
    "nobody-for": QT_TRANSLATE_NOOP("Suggestions", "Nobody for {needs}."),
    "short": QT_TRANSLATE_NOOP("Suggestions", "%n letter(s) short."),
    "minimum-reached": QT_TRANSLATE_NOOP("Suggestions", "Enough letters."),
    "letters": QT_TRANSLATE_NOOP("Suggestions", "{here} in, {to_come} to come."),
    "locked-kept": QT_TRANSLATE_NOOP("Suggestions", "%n locked letter(s) (stays|stay)."),
    "target-full": QT_TRANSLATE_NOOP("Suggestions", "It takes no more than {cap}."),
}


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate(_CONTEXT, text, "", count)


def reason(given: Reason) -> str:
    data = given.data
    count = data.get("short", data.get("letters"))
    said = _tr(REASONS[given.code], count if isinstance(count, int) else -1)
    needs = data.get("needs")
    every = needs if isinstance(needs, tuple) else ()
    named = [need for need in every if isinstance(need, SlotNeed)]
    to_come = _number(data.get("promised")) + _number(data.get("open"))
    return said.format(
        needs=need_words(named), here=data.get("here"), to_come=to_come, cap=data.get("cap")
    )


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def reasons(change: TargetSuggestion) -> str:
    return " ".join(reason(each) for each in change.reasons)


def changes(change: TargetSuggestion, letters: Mapping[int, LetterRow]) -> str:
    """ "Add Dr. Kwan, Dr. Bell. Take away Dr. Osei."."""
    parts = []
    if change.add:
        text = _tr(QT_TRANSLATE_NOOP("Suggestions", "Add {names}."))
        parts.append(text.format(names=_names(change.add, letters)))
    if change.remove:
        text = _tr(QT_TRANSLATE_NOOP("Suggestions", "Take away {names}."))
        parts.append(text.format(names=_names(change.remove, letters)))
    return " ".join(parts)


def _names(ids: Sequence[int], letters: Mapping[int, LetterRow]) -> str:
    return ", ".join(letters[i].mentor_short if i in letters else "?" for i in ids)


def head(suggestion: Suggestion, schools: bool) -> str:
    """What it comes to in all: "12 of 14 programs would lack nothing, 10 do now."."""
    source = (
        QT_TRANSLATE_NOOP("Suggestions", "{covered} of %n school(s) would lack nothing.")
        if schools
        else QT_TRANSLATE_NOOP("Suggestions", "{covered} of %n program(s) would lack nothing.")
    )
    said = _tr(source, len(suggestion.targets)).format(covered=suggestion.covered)
    now = _tr(QT_TRANSLATE_NOOP("Suggestions", "Now it is {before}.")).format(
        before=suggestion.before
    )
    return f"{said} {now}"


def nothing() -> str:
    return QCoreApplication.translate(
        "Suggestions", "Nothing to change. This is the best that your letters can do."
    )


def left_out(suggestion: Suggestion, letters: Mapping[int, LetterRow]) -> str:
    """Who stays out, where the service limits letters in all."""
    if not suggestion.left_out:
        return ""
    text = QCoreApplication.translate(
        "Suggestions", "Left out, since the service takes no more letters in all: {names}."
    )
    return text.format(names=_names(suggestion.left_out, letters))
