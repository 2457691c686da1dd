"""Stages, attention and kinds of dates as pills: icon, word and color tokens of the design."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import Attention, DateKind, Stage
from ui.wording.kinds import word


class PillWords(NamedTuple):
    """What `Pill.set(*pill)` and the delegates take; the colors are names of tokens."""

    icon: str
    word: str
    fg: str
    bg: str | None = None
    border: str | None = None


_OUTLINE = ("text-secondary", None, "border-strong")
_NEUTRAL = ("text-secondary", "neutral-soft", None)
_ACCENT = ("accent-text", "accent-soft", None)
_SUCCESS = ("success-text", "success-soft", None)
_WARNING = ("warning-text", "warning-soft", None)
_DANGER = ("danger-text", "danger-soft", None)

_STAGES: dict[Stage, tuple[str, tuple[str, str | None, str | None]]] = {
    Stage.PLANNED: ("circle-dashed", _OUTLINE),
    Stage.ASKED: ("send", _NEUTRAL),
    Stage.AGREED: ("handshake", _ACCENT),
    Stage.WRITING: ("pen-line", _ACCENT),
    Stage.SUBMITTED: ("check", _SUCCESS),
    Stage.THANKED: ("heart", _SUCCESS),
    Stage.DECLINED: ("circle-minus", _NEUTRAL),
    Stage.WITHDRAWN: ("circle-slash", _NEUTRAL),
}

_ATTENTION: dict[Attention, tuple[str, tuple[str, str | None, str | None]]] = {
    Attention.NEEDS_YOU: ("circle-alert", _DANGER),
    Attention.NOT_SENT: ("circle-alert", _DANGER),
    Attention.OVERDUE: ("circle-alert", _DANGER),
    Attention.NEW_REPLY: ("mail", _ACCENT),
    Attention.AT_RISK: ("triangle-alert", _WARNING),
    Attention.THANKS_OWED: ("heart-handshake", _ACCENT),
    Attention.DUE_SOON: ("clock", _WARNING),
    Attention.ON_TRACK: ("circle-check", _SUCCESS),
    Attention.DONE: ("check", _SUCCESS),
}

_DATES: dict[DateKind, tuple[str, tuple[str, str | None, str | None]]] = {
    DateKind.ASK_BY: ("send", ("accent-text", "accent-soft", "accent-border")),
    DateKind.REMINDER: ("bell", _NEUTRAL),
    DateKind.LETTER_DUE: ("file-text", ("on-accent", "accent", None)),
    DateKind.APPLICATION_DATE: ("flag", ("on-ink", "ink", None)),
    DateKind.MEETING: ("users", ("text-secondary", "surface", "border-strong")),
    DateKind.DONE: ("check", ("text-tertiary", None, None)),
}


def stage_pill(stage: Stage | None) -> PillWords:
    """Without a request a mentor is "In touch"."""
    if stage is None:
        words = QCoreApplication.translate("Stages", "In touch")
        return PillWords("message-square", words, *_OUTLINE)
    icon, colors = _STAGES[stage]
    return PillWords(icon, word(stage), *colors)


def attention_pill(attention: Attention) -> PillWords:
    icon, colors = _ATTENTION[attention]
    return PillWords(icon, word(attention), *colors)


def date_pill(kind: DateKind, attention: Attention | None = None, done: bool = False) -> PillWords:
    """A date of the calendar: what is overdue or at risk is said before its kind."""
    if not done and attention in (Attention.OVERDUE, Attention.AT_RISK):
        edge = "danger-border" if attention is Attention.OVERDUE else "warning-border"
        return attention_pill(attention)._replace(border=edge)
    icon, colors = _DATES[DateKind.DONE if done else kind]
    return PillWords(icon, word(kind), *colors)
