"""Which icon and colors a stage, an attention and a kind of date have (DESIGN §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.kinds import Attention, DateKind, Stage
from ui.widgets.draw import PillFace

if TYPE_CHECKING:
    from ui.widgets.look import Look

_ATTENTION = {
    Attention.NOT_SENT: "notSent",
    Attention.OVERDUE: "overdue",
    Attention.NEW_REPLY: "newReply",
    Attention.AT_RISK: "atRisk",
    Attention.THANKS_OWED: "thanksOwed",
    Attention.DUE_SOON: "dueSoon",
    Attention.ON_TRACK: "onTrack",
    Attention.DONE: "done",
}
_DATES = {
    DateKind.ASK_BY: "askBy",
    DateKind.REMINDER: "reminder",
    DateKind.LETTER_DUE: "letterDue",
    DateKind.APPLICATION_DATE: "applicationDate",
    DateKind.MEETING: "meeting",
    DateKind.DONE: "done",
}


def stage_face(look: Look, stage: Stage | None, word: str) -> PillFace:
    """A mentor without a request is "In touch"."""
    key = "inTouch" if stage is None else stage.value
    return _face(look.theme.tokens.values["stage"][key], word)


def attention_face(look: Look, attention: Attention, word: str) -> PillFace:
    key = _ATTENTION[attention]
    for style in look.theme.tokens.values["attention"]:
        if style["id"] == key:
            return _face(style, word)
    raise KeyError(key)


def date_face(look: Look, kind: DateKind, attention: Attention | None, word: str) -> PillFace:
    """Overdue and at risk win over the kind; every other attention leaves it as it is."""
    key = {Attention.OVERDUE: "overdue", Attention.AT_RISK: "atRisk"}.get(
        attention if attention is not None else Attention.DONE, _DATES[kind]
    )
    return _face(look.theme.tokens.values["calendarKind"][key], word)


def _face(style: dict[str, Any], word: str) -> PillFace:
    return PillFace(style["icon"], word, style["fg"], style["bg"], style["border"])
