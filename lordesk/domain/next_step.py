"""The one thing to do next about a mentor, made of their letters and reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.status import is_being_asked, owes_thanks
from lordesk.kinds import Attention, Stage
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from lordesk.rows.dates import ReminderRow
    from lordesk.rows.letters import LetterRow


@dataclass(frozen=True)
class NextStep:
    """`on` is the day it is due by, where it has one.

    Codes: "trouble", "not_sent", "ask", "late", "reply", "follow_up", "check_in", "reminder",
    "thank", "plan", "get_in_touch", "answer_fit".
    """

    code: str
    on: date | None = None
    letter: LetterRow | None = None
    reminder: ReminderRow | None = None


def next_step(
    letters: Iterable[LetterRow],
    reminders: Sequence[ReminderRow],
    *,
    quiet: bool = False,
    fit_answered: bool = True,
) -> NextStep | None:
    """What presses comes first; then the user's own next reminder; then the relationship.

    `letters` carry their attention, `reminders` are the open ones, the next one first. None where
    everything is on its way.
    """
    found = sorted(
        (letter for letter in letters if letter.attention is not None),
        key=lambda letter: (letter.attention, letter.id),
    )
    pressing = [step for letter in found if (step := _pressing(letter)) is not None]
    if pressing:
        return pressing[0]
    if reminders:
        return NextStep("reminder", reminders[0].on, reminder=reminders[0])
    owed = [letter for letter in found if owes_thanks(letter)]
    if owed:
        return NextStep("thank", letter=owed[0])
    planned = [
        letter for letter in found if letter.stage is Stage.PLANNED and not is_being_asked(letter)
    ]
    if planned:
        return NextStep("ask", planned[0].planned_ask_on, planned[0])
    if found:
        return None
    if quiet:
        return NextStep("get_in_touch")
    return NextStep("plan") if fit_answered else NextStep("answer_fit")


def _pressing(letter: LetterRow) -> NextStep | None:
    stopped = {Attention.NEEDS_YOU: "trouble", Attention.NOT_SENT: "not_sent"}
    if letter.attention in stopped:
        return NextStep(stopped[letter.attention], letter=letter)
    if is_being_asked(letter):
        return None
    if letter.attention is Attention.OVERDUE:
        if letter.stage is Stage.PLANNED:
            return NextStep("ask", letter.planned_ask_on, letter)
        return NextStep("late", letter.soft_on, letter)
    if letter.attention is Attention.NEW_REPLY:
        return NextStep("reply", letter=letter)
    if letter.attention is Attention.AT_RISK:
        if letter.stage is Stage.PLANNED:
            return NextStep("ask", letter.planned_ask_on, letter)
        if letter.stage is Stage.ASKED:
            return NextStep("follow_up", letter.follow_up_on, letter)
        return NextStep("check_in", letter.soft_on, letter)
    if letter.stage is Stage.PLANNED and letter.attention is Attention.DUE_SOON:
        return NextStep("ask", letter.planned_ask_on, letter)
    return None
