"""Tables: the applicant, mentors and what happened between them."""

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


class Profile(Table):
    name = TextField(default="")
    email = TextField(default="")
    school = TextField(default="")
    year = TextField(default="")
    signature = TextField(default="")
    zone = TextField(default="")
    phone = TextField(default="")
    service_ids = JsonField(default=dict)


class Mentor(Table):
    name = TextField()
    title = TextField(default="")
    given = TextField(default="")
    family = TextField(default="")
    salutation = TextField(default="")
    pronouns = TextField(default="")
    initials = TextField(default="")
    role = KindField(kinds.MentorRole, default=kinds.MentorRole.OTHER)
    how_known = TextField(default="")
    specialty = TextField(default="")
    institution = TextField(default="")
    department = TextField(default="")
    email = TextField(default="")
    alternate_email = TextField(default="")
    assistant_email = TextField(default="")
    phone = TextField(default="")
    postal_address = TextField(default="")
    channel = KindField(kinds.Channel, default=kinds.Channel.EMAIL)
    zone = TextField(default="")
    work_start = ClockTimeField(null=True)
    work_end = ClockTimeField(null=True)
    holiday_region = TextField(default="")
    known_from = DayField(null=True)
    known_to = DayField(null=True)
    settings_shared = TextField(default="")
    leaving_on = DayField(null=True)
    leave_from = DayField(null=True)
    leave_to = DayField(null=True)
    letters_for_others = IntegerField(default=0)
    follow_up_cap = IntegerField(null=True)
    follow_up_not_before = DayField(null=True)
    stay_in_touch_days = IntegerField(null=True)
    tags = JsonField(default=list)
    notes = TextField(default="")
    photo = TextField(default="")
    archived_at = InstantField(null=True)
    deleted_at = InstantField(null=True)
    sample = BooleanField(default=False)
    created_at = InstantField()


class FitAnswer(Table):
    """`application_id` is set for relevance, which differs by goal; the rest hold for all."""

    mentor_id = IntegerField()
    application_id = IntegerField(null=True)
    question = KindField(kinds.FitQuestion)
    level = IntegerField()
    evidence = TextField(default="")


class Interaction(Table):
    mentor_id = IntegerField()
    kind = KindField(kinds.InteractionKind)
    on_date = DayField()
    note = TextField(default="")
    next_step = TextField(default="")
    message_id = IntegerField(null=True)
    sample = BooleanField(default=False)


class Moment(Table):
    mentor_id = IntegerField()
    text = TextField()
    on_date = DayField(null=True)
    sample = BooleanField(default=False)


class MentorTarget(Table):
    """How a mentor is linked to a program: trained there, knows faculty."""

    mentor_id = IntegerField()
    target_id = IntegerField()
    link = TextField()
