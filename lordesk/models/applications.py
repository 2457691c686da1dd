"""Tables: applications, their dates, their slots and their targets."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from lordesk import kinds
from lordesk.models.base import Table
from lordesk.models.fields import (
    ClockTimeField,
    DayField,
    InstantField,
    JsonField,
    KindField,
)


class Application(Table):
    name = TextField()
    detail = TextField(default="")
    kind = KindField(kinds.ApplicationKind)
    service = KindField(kinds.LetterService, null=True)
    season = TextField(default="")
    specialty = TextField(default="")
    goals = JsonField(default=dict)
    hard_on = DayField(null=True)
    hard_time = ClockTimeField(null=True)
    hard_zone = TextField(default="")
    hard_status = KindField(kinds.DateStatus, default=kinds.DateStatus.OWN)
    hard_source = TextField(default="")
    letters_by = DayField(null=True)
    cap = IntegerField(null=True)
    previous_id = IntegerField(null=True)
    archived_at = InstantField(null=True)
    deleted_at = InstantField(null=True)
    sample = BooleanField(default=False)
    created_at = InstantField()


class ApplicationDate(Table):
    application_id = IntegerField()
    code = TextField(default="")
    title = TextField()
    on_date = DayField()
    at_time = ClockTimeField(null=True)
    zone = TextField(default="")
    status = KindField(kinds.DateStatus, default=kinds.DateStatus.OWN)
    source = TextField(default="")
    sample = BooleanField(default=False)


class Slot(Table):
    application_id = IntegerField()
    title = TextField()
    need = KindField(kinds.SlotNeed, default=kinds.SlotNeed.ANY)
    rule = TextField(default="")
    position = IntegerField(default=0)


class Target(Table):
    application_id = IntegerField()
    name = TextField()
    place = TextField(default="")
    min_letters = IntegerField(default=3)
    needs = JsonField(default=list)
    cap = IntegerField(null=True)
    applied_on = DayField(null=True)
    deadline_on = DayField(null=True)
    notes = TextField(default="")
    position = IntegerField(default=0)
    sample = BooleanField(default=False)


class RuleEdit(Table):
    """A user's change laid over a shipped rule; `shipped_value` is what it replaced."""

    pack = TextField()
    path = TextField()
    value = JsonField()
    shipped_value = JsonField()
