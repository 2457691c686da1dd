"""Requests: the stage of each letter, its moves, and its follow-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import names, plans, status
from lordesk.errors import MissingRowError, MoveNotAllowedError
from lordesk.kinds import (
    DeclineReason,
    InteractionKind,
    MessageKind,
    MoveCause,
    Signal,
    Stage,
)
from lordesk.models import letter_queries, people
from lordesk.models.letters import PlanItem, Request, RequestFact, RequestMove
from lordesk.models.people import Interaction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.rows.letters import LetterRow, MoveRow, PlanItemRow
    from lordesk.rows.mail import OutboxRow

_PAST_ASKED = (Stage.ASKED, Stage.AGREED, Stage.WRITING, Stage.SUBMITTED)


class RequestService:
    """`holidays` gives the federal holidays of a year and the next."""

    def __init__(
        self, store: Store, clock: Clock, holidays: Callable[[int], Collection[date]]
    ) -> None:
        self._store = store
        self._clock = clock
        self._holidays = holidays

    # --- reading --------------------------------------------------------------------------------

    def history(self, request_id: int) -> list[MoveRow]:
        """Oldest first."""
        return letter_queries.moves(request_id)

    def follow_ups(self, request_id: int) -> list[PlanItemRow]:
        return letter_queries.plan_items(request_id)

    # --- the user's moves -----------------------------------------------------------------------

    def move(
        self,
        request_id: int,
        to_stage: Stage,
        on: date | None = None,
        cause: MoveCause = MoveCause.USER,
    ) -> None:
        """Move a request to a stage, on a day (default today), and replan its follow-ups.

        Raises MoveNotAllowedError.
        """
        letter = self._letter(request_id)
        if letter.stage is to_stage:
            return
        if not status.can_move(letter.stage, to_stage):
            raise MoveNotAllowedError(from_stage=letter.stage.value, to_stage=to_stage.value)
        day = on or self._clock.today()
        with self._store.step("request-moved", name=letter.mentor_short, stage=to_stage.value):
            self._record_move(letter, to_stage, day, cause)

    def decline(
        self, request_id: int, reason: DeclineReason, suggested: str = "", on: date | None = None
    ) -> None:
        """The mentor said no. The person they suggested is kept beside the reason."""
        letter = self._letter(request_id)
        if not status.can_move(letter.stage, Stage.DECLINED):
            raise MoveNotAllowedError(from_stage=letter.stage.value, to_stage=Stage.DECLINED.value)
        with self._store.step(
            "request-moved", name=letter.mentor_short, stage=Stage.DECLINED.value
        ):
            self._record_move(letter, Stage.DECLINED, on or self._clock.today(), MoveCause.USER)
            Request.change(
                request_id, decline_reason=reason, suggested_person=names.clean_text(suggested)
            )

    def set_signal(self, request_id: int, signal: Signal | None) -> None:
        letter = self._letter(request_id)
        with self._store.step("request-changed", name=letter.mentor_short):
            Request.change(request_id, signal=signal)

    def record_reply(self, request_id: int, text: str, on: date | None = None) -> None:
        """The user tells of a reply; it stays unread until it is answered or read."""
        letter = self._letter(request_id)
        day = on or self._clock.today()
        note = names.clean_text(text, one_line=False)
        with self._store.step("reply-recorded", name=letter.mentor_short):
            RequestFact.create(request_id=request_id, fact="reply", on_date=day, note=note)
            Interaction.create(
                mentor_id=letter.mentor_id, kind=InteractionKind.EMAIL, on_date=day, note=note
            )
            if letter.stage is Stage.ASKED:
                self._replan(letter)

    def mark_reply_read(self, request_id: int) -> None:
        letter = self._letter(request_id)
        with self._store.step("reply-read", name=letter.mentor_short):
            RequestFact.create(
                request_id=request_id, fact="reply_read", on_date=self._clock.today()
            )

    def finish_follow_up(self, item_id: int) -> None:
        """The user has followed up in another way."""
        item = PlanItem.require(item_id)
        letter = self._letter(item.request_id)
        with self._store.step("follow-up-done", name=letter.mentor_short):
            PlanItem.change(item_id, done_on=self._clock.today())

    def move_follow_up(self, item_id: int, to: date) -> None:
        item = PlanItem.require(item_id)
        letter = self._letter(item.request_id)
        with self._store.step("follow-up-moved", name=letter.mentor_short):
            PlanItem.change(item_id, on_date=to)

    def move_planned_ask(self, request_id: int, to: date) -> None:
        letter = self._letter(request_id)
        with self._store.step("ask-by-moved", name=letter.mentor_short):
            letter_queries.set_letter(letter.id, planned_ask_on=to)

    def move_due(self, request_id: int, to: date) -> None:
        """Move the day that the writer was told, and replan the follow-ups, in one step."""
        letter = self._letter(request_id)
        with self._store.step("due-moved", name=letter.mentor_short):
            letter_queries.set_letter(letter.id, soft_on=to)
            self._replan(self._letter(request_id))

    def replan_mentor(self, mentor_id: int) -> None:
        """The mentor's leave or follow-up wishes changed; joins the step under way."""
        for letter in status.leads(letter_queries.letter_rows(mentor_id=mentor_id)):
            self._replan(letter)

    def replan(self, request_id: int) -> None:
        """What the plan depends on changed; joins the step under way."""
        self._replan(self._letter(request_id))

    # --- what the mail did ----------------------------------------------------------------------

    def message_confirmed(self, entry: OutboxRow, cause: MoveCause) -> None:
        """A message left for sure: move the stage, log it, tick off its follow-up.

        Runs inside the transaction that marks the entry as sent or confirmed. A test moves
        nothing, and neither does a message whose request has moved on meanwhile.
        """
        message = entry.message
        if message.test or message.mentor_id is None:
            return
        today = self._clock.today()
        kind = (
            InteractionKind.THANKS
            if message.kind is MessageKind.THANKS
            else (InteractionKind.EMAIL)
        )
        Interaction.create(
            mentor_id=message.mentor_id,
            kind=kind,
            on_date=today,
            note=message.subject,
            message_id=message.id,
        )
        if message.request_id is None:
            return
        found = letter_queries.letter_rows(request_id=message.request_id)
        if not found:  # in the trash meanwhile: the message has left all the same
            return
        letter = found[0]
        to_stage = {MessageKind.ASK: Stage.ASKED, MessageKind.THANKS: Stage.THANKED}.get(
            message.kind
        )
        expected = {Stage.ASKED: Stage.PLANNED, Stage.THANKED: Stage.SUBMITTED}
        if to_stage is not None and letter.stage is expected[to_stage]:
            self._record_move(letter, to_stage, today, cause)
        if message.kind in (MessageKind.FOLLOW_UP, MessageKind.DUE_FOLLOW_UP):
            self._tick_off(letter, today)
        RequestFact.create(request_id=message.request_id, fact="reply_read", on_date=today)

    def _tick_off(self, letter: LetterRow, today: date) -> None:
        for item in letter_queries.plan_items(letter.request_id):
            if not item.done:
                PlanItem.change(item.id, done_on=today)
                break

    # --- inside ---------------------------------------------------------------------------------

    def _letter(self, request_id: int) -> LetterRow:
        found = letter_queries.letter_rows(request_id=request_id)
        if not found:
            raise MissingRowError(table="request", row_id=request_id)
        return found[0]

    def _record_move(self, letter: LetterRow, to_stage: Stage, day: date, cause: MoveCause) -> None:
        values: dict[str, object] = {"stage": to_stage, "stage_on": day}
        if to_stage is Stage.ASKED or (to_stage in _PAST_ASKED and letter.asked_on is None):
            values["asked_on"] = day
        if to_stage is Stage.PLANNED:
            values["asked_on"] = None
        if to_stage is Stage.SUBMITTED and letter.stage is not Stage.THANKED:
            values["submitted_on"] = day
        elif to_stage not in (Stage.SUBMITTED, Stage.THANKED):
            values["submitted_on"] = None
        if letter.stage is Stage.DECLINED:
            values |= {"decline_reason": None, "suggested_person": ""}
        Request.change(letter.request_id, **values)
        RequestMove.create(
            request_id=letter.request_id,
            from_stage=letter.stage,
            to_stage=to_stage,
            on_date=day,
            cause=cause,
        )
        self._replan(self._letter(letter.request_id))

    def _replan(self, letter: LetterRow) -> None:
        """Replace the follow-ups that are still ahead by those that the stage calls for now."""
        items = letter_queries.plan_items(letter.request_id)
        mentor = people.mentor_row(letter.mentor_id)
        today = self._clock.today()
        facts = plans.PlanFacts(
            asked_on=letter.asked_on,
            soft_on=letter.soft_on,
            cap=mentor.follow_up_cap,
            not_before=max(mentor.follow_up_not_before or today, today),
            sent=[
                plans.FollowUp(kind, on)
                for kind, on in letter_queries.sent_follow_ups(letter.request_id)
            ],
            leave_from=mentor.leave_from,
            leave_to=mentor.leave_to,
            leaving_on=mentor.leaving_on,
        )
        wanted = plans.follow_ups(letter.stage, facts, self._holidays(today.year))
        if letter.stage is Stage.ASKED and letter_queries.replied(
            letter.request_id, facts.asked_on
        ):
            wanted = ()  # whoever has answered is not asked again by a plan
        if status.is_lost(letter):
            wanted = ()
        keep = {(item.kind, item.on) for item in items if not item.done}
        if keep == {(w.kind, w.on) for w in wanted}:
            return
        PlanItem.delete().where(
            (PlanItem.request_id == letter.request_id) & PlanItem.done_on.is_null()
        ).execute()
        for step in wanted:
            PlanItem.create(request_id=letter.request_id, kind=step.kind, on_date=step.on)
