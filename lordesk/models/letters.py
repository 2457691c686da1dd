"""Tables: letters, who writes them, what they fill, and how the request goes."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from lordesk import kinds
from lordesk.models.base import Table
from lordesk.models.fields import ClockTimeField, DayField, InstantField, KindField


class Letter(Table):
    """`soft_on` is the day told to the writer, "letter due" everywhere on screen.

    `with_narrative`: a standardized form and a narrative in one file, which is one letter.
    `carried_from_id`: the letter of an earlier season that this one was asked anew for.
    """

    application_id = IntegerField(null=True)
    purpose = TextField(default="")
    kind = KindField(kinds.LetterKind, default=kinds.LetterKind.NARRATIVE)
    service = KindField(kinds.LetterService, null=True)
    waiver = KindField(kinds.Waiver, default=kinds.Waiver.UNDECIDED)
    waiver_on = DayField(null=True)
    reference = TextField(default="")
    hard_on = DayField(null=True)
    hard_time = ClockTimeField(null=True)
    hard_zone = TextField(default="")
    soft_on = DayField(null=True)
    planned_ask_on = DayField(null=True)
    with_narrative = BooleanField(default=False)
    carried_from_id = IntegerField(null=True)
    deleted_at = InstantField(null=True)
    sample = BooleanField(default=False)
    created_at = InstantField()


class LetterWriter(Table):
    letter_id = IntegerField()
    mentor_id = IntegerField()
    part = TextField(default="")
    position = IntegerField(default=0)


class SlotFill(Table):
    """`backup_rank` 0 is the writer of the slot; 1 and more are backup writers in order."""

    slot_id = IntegerField()
    letter_id = IntegerField()
    backup_rank = IntegerField(default=0)


class Assignment(Table):
    letter_id = IntegerField()
    target_id = IntegerField()
    locked_at = InstantField(null=True)


class Request(Table):
    letter_id = IntegerField(unique=True)
    stage = KindField(kinds.Stage, default=kinds.Stage.PLANNED)
    stage_on = DayField(null=True)
    asked_on = DayField(null=True)
    submitted_on = DayField(null=True)
    signal = KindField(kinds.Signal, null=True)
    decline_reason = KindField(kinds.DeclineReason, null=True)
    suggested_person = TextField(default="")
    plan_sends_itself = BooleanField(default=False)


class RequestMove(Table):
    request_id = IntegerField()
    from_stage = KindField(kinds.Stage, null=True)
    to_stage = KindField(kinds.Stage)
    on_date = DayField()
    cause = KindField(kinds.MoveCause)


class RequestFact(Table):
    """Side facts: "reply" (unread until "reply_read"), issued, opened, bounced, denied …"""

    request_id = IntegerField()
    fact = TextField()
    on_date = DayField()
    note = TextField(default="")


class PlanItem(Table):
    request_id = IntegerField()
    kind = KindField(kinds.FollowUpKind)
    on_date = DayField()
    done_on = DayField(null=True)
