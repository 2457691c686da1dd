"""Which stage may follow which, and the one pill that says what a request needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lordesk.kinds import Attention, FactKind, MessageKind, OutboxState, Stage
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lordesk.rows.letters import FactRow, LetterRow

OPEN_STAGES = (Stage.ASKED, Stage.AGREED, Stage.WRITING)
"""The ask is out and the letter is not in."""

IN_STAGES = (Stage.SUBMITTED, Stage.THANKED)
PROMISED_STAGES = (Stage.AGREED, Stage.WRITING)
CLOSED_STAGES = (Stage.DECLINED, Stage.WITHDRAWN)

# Every move along the board can be taken back, since a card is easily dropped in the wrong column.
# A writer may agree or submit without having been asked through LoRDesk, so stages may be skipped;
# only Thanked is reached from Submitted alone, and a letter that is in can no longer be declined.
MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.PLANNED: frozenset(
        {
            Stage.ASKED,
            Stage.AGREED,
            Stage.WRITING,
            Stage.SUBMITTED,
            Stage.DECLINED,
            Stage.WITHDRAWN,
        }
    ),
    Stage.ASKED: frozenset(
        {
            Stage.PLANNED,
            Stage.AGREED,
            Stage.WRITING,
            Stage.SUBMITTED,
            Stage.DECLINED,
            Stage.WITHDRAWN,
        }
    ),
    Stage.AGREED: frozenset(
        {
            Stage.PLANNED,
            Stage.ASKED,
            Stage.WRITING,
            Stage.SUBMITTED,
            Stage.DECLINED,
            Stage.WITHDRAWN,
        }
    ),
    Stage.WRITING: frozenset(
        {
            Stage.PLANNED,
            Stage.ASKED,
            Stage.AGREED,
            Stage.SUBMITTED,
            Stage.DECLINED,
            Stage.WITHDRAWN,
        }
    ),
    Stage.SUBMITTED: frozenset(
        {Stage.PLANNED, Stage.ASKED, Stage.AGREED, Stage.WRITING, Stage.THANKED}
    ),
    Stage.THANKED: frozenset({Stage.SUBMITTED}),
    Stage.DECLINED: frozenset({Stage.PLANNED, Stage.ASKED, Stage.AGREED, Stage.WRITING}),
    Stage.WITHDRAWN: frozenset({Stage.PLANNED, Stage.ASKED, Stage.AGREED, Stage.WRITING}),
}

NOT_SENT_STATES = frozenset({OutboxState.REFUSED, OutboxState.UNKNOWN, OutboxState.HELD})
ON_ITS_WAY_STATES = frozenset(
    {OutboxState.QUEUED, OutboxState.WAITING, OutboxState.SENDING, OutboxState.DATA}
)

AT_RISK_UNAGREED_DAYS = 14
AT_RISK_UNSUBMITTED_DAYS = 3
ASK_SOON_DAYS = 7
DUE_SOON_DAYS = 14


TROUBLES = frozenset({FactKind.BOUNCED, FactKind.DENIED, FactKind.RESCINDED})
"""Side facts that ask the user to do something about the letter."""

LOSSES = frozenset({FactKind.DENIED, FactKind.RESCINDED})
"""After these no letter comes: nobody is followed up any more."""

RECORDED = (
    FactKind.ISSUED,
    FactKind.OPENED,
    FactKind.IMPORTED,
    FactKind.BOUNCED,
    FactKind.DENIED,
    FactKind.RESCINDED,
)
"""What the user may record, in the order of the menu."""

# What shows that a trouble is over: a service that goes on, a writer who answers, mail that
# went out again to an address that works, or the user's own word.
_ENDS: dict[FactKind, frozenset[FactKind]] = {
    FactKind.BOUNCED: frozenset(
        {
            FactKind.ISSUED,
            FactKind.OPENED,
            FactKind.IMPORTED,
            FactKind.REPLY,
            FactKind.REPLY_READ,
            FactKind.SETTLED,
        }
    ),
    FactKind.DENIED: frozenset(
        {FactKind.ISSUED, FactKind.OPENED, FactKind.IMPORTED, FactKind.SETTLED}
    ),
    FactKind.RESCINDED: frozenset(
        {FactKind.ISSUED, FactKind.OPENED, FactKind.IMPORTED, FactKind.SETTLED}
    ),
}


def is_being_asked(letter: LetterRow) -> bool:
    """The message is written and goes out by itself; asking again would send a second one."""
    return letter.stage is Stage.PLANNED and letter.mail_state in ON_ITS_WAY_STATES


def owes_thanks(letter: LetterRow) -> bool:
    """Whether a thank-you note is still to be written; one that waits to be sent is written."""
    waits = letter.mail_kind is MessageKind.THANKS and letter.mail_state in ON_ITS_WAY_STATES
    return letter.attention is Attention.THANKS_OWED and not waits


def trouble(letter: LetterFacts | LetterRow) -> FactRow | None:
    """The side fact that needs the user now.

    It is over where a later fact ends it, or where the letter has moved on since that day.
    """
    if letter.stage in CLOSED_STAGES:
        return None
    standing: FactRow | None = None
    for fact in letter.facts:
        if fact.fact in LOSSES or (fact.fact in TROUBLES and standing is None):
            standing = fact
        elif standing is not None and fact.fact in _ENDS[standing.fact]:
            standing = None
    if standing is None or (letter.stage_on is not None and standing.on < letter.stage_on):
        return None
    return standing


def is_lost(letter: LetterFacts | LetterRow) -> bool:
    """The letter was denied or taken back, so a plan has nobody to remind."""
    found = trouble(letter)
    return found is not None and found.fact in LOSSES


def lost(letters: Iterable[LetterRow]) -> dict[int, str]:
    """Letter id to the side fact of each letter that will not arrive."""
    found = ((letter.id, trouble(letter)) for letter in letters)
    return {
        letter_id: fact.fact.value
        for letter_id, fact in found
        if fact is not None and fact.fact in LOSSES
    }


def leads(letters: Iterable[LetterRow]) -> tuple[LetterRow, ...]:
    """One row a letter: that of its contact, to whom its request goes."""
    return tuple(letter for letter in letters if letter.place == 0)


def can_move(from_stage: Stage, to_stage: Stage) -> bool:
    return to_stage in MOVES[from_stage]


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """What the pill depends on. A `LetterRow` has all of these too."""

    stage: Stage
    stage_on: date | None = None
    soft_on: date | None = None
    planned_ask_on: date | None = None
    follow_up_on: date | None = None
    unread_reply: bool = False
    mail_state: OutboxState | None = None
    thanks_said: bool = False
    facts: tuple[FactRow, ...] = ()


def attention(letter: LetterFacts | LetterRow, today: date) -> Attention | None:
    """The first that applies; None for Declined and Withdrawn."""
    if letter.stage in CLOSED_STAGES:
        return None
    if trouble(letter) is not None:
        return Attention.NEEDS_YOU
    if letter.mail_state in NOT_SENT_STATES:
        return Attention.NOT_SENT
    if _overdue(letter, today):
        return Attention.OVERDUE
    if letter.unread_reply:
        return Attention.NEW_REPLY
    if letter.stage is Stage.THANKED:
        return Attention.DONE
    if letter.stage is Stage.SUBMITTED:
        return Attention.ON_TRACK if letter.thanks_said else Attention.THANKS_OWED
    if at_risk(letter, today):
        return Attention.AT_RISK
    if _due_soon(letter, today):
        return Attention.DUE_SOON
    return Attention.ON_TRACK


def with_attention(letter: LetterRow, today: date) -> LetterRow:
    """The same letter with its pill filled in."""
    return replace(letter, attention=attention(letter, today))


def no_reply(letter: LetterFacts | LetterRow, today: date) -> bool:
    """Asked, and the day of the follow-up has gone by without an answer."""
    return (
        letter.stage is Stage.ASKED
        and not letter.unread_reply
        and letter.follow_up_on is not None
        and letter.follow_up_on < today
    )


def at_risk(letter: LetterFacts | LetterRow, today: date) -> bool:
    if letter.stage in (*IN_STAGES, *CLOSED_STAGES):
        return False
    if no_reply(letter, today):
        return True
    if letter.soft_on is None:
        return False
    left = (letter.soft_on - today).days
    agreed = letter.stage in PROMISED_STAGES
    return left <= AT_RISK_UNSUBMITTED_DAYS or (not agreed and left <= AT_RISK_UNAGREED_DAYS)


def _overdue(letter: LetterFacts | LetterRow, today: date) -> bool:
    if letter.stage is Stage.PLANNED:
        return letter.planned_ask_on is not None and letter.planned_ask_on < today
    return letter.stage in OPEN_STAGES and letter.soft_on is not None and letter.soft_on < today


def _due_soon(letter: LetterFacts | LetterRow, today: date) -> bool:
    if letter.stage is Stage.PLANNED:
        on, within = letter.planned_ask_on, ASK_SOON_DAYS
    else:
        on, within = letter.soft_on, DUE_SOON_DAYS
    return on is not None and (on - today).days <= within


@dataclass(frozen=True)
class CardDate:
    """The date on a board card. `days` is positive while it is ahead, negative once it is past.

    Codes: "ask_by", "asked" (no reply since), "due", "in", "thanked", "declined", "withdrawn".
    """

    code: str
    on: date
    days: int


def date_that_matters(letter: LetterRow, today: date) -> CardDate | None:
    """The date that the stage makes the user look at, or None where it is not known."""
    code, on = _card_date(letter, today)
    return None if on is None else CardDate(code, on, (on - today).days)


def _card_date(letter: LetterRow, today: date) -> tuple[str, date | None]:
    stage = letter.stage
    overdue = letter.soft_on is not None and letter.soft_on < today
    if stage is Stage.PLANNED:
        return "ask_by", letter.planned_ask_on
    if stage is Stage.ASKED and no_reply(letter, today) and letter.asked_on and not overdue:
        return "asked", letter.asked_on
    if stage in OPEN_STAGES:
        return "due", letter.soft_on
    if stage in IN_STAGES and letter.submitted_on:
        return "in", letter.submitted_on
    return {
        Stage.SUBMITTED: "in",
        Stage.THANKED: "thanked",
        Stage.DECLINED: "declined",
        Stage.WITHDRAWN: "withdrawn",
    }[stage], letter.stage_on
