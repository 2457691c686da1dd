"""Tables: reminders, meetings and the notices that were shown."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from lordesk import kinds
from lordesk.models.base import Table
from lordesk.models.fields import ClockTimeField, DayField, InstantField, KindField


class Reminder(Table):
    title = TextField()
    detail = TextField(default="")
    mentor_id = IntegerField(null=True)
    letter_id = IntegerField(null=True)
    on_date = DayField()
    at_time = ClockTimeField(null=True)
    zone = TextField(default="")
    done_on = DayField(null=True)
    created_on = DayField()
    coach = TextField(default="")
    deleted_at = InstantField(null=True)
    sample = BooleanField(default=False)


class Meeting(Table):
    title = TextField()
    mentor_id = IntegerField(null=True)
    on_date = DayField()
    at_time = ClockTimeField(null=True)
    zone = TextField(default="")
    place = TextField(default="")
    deleted_at = InstantField(null=True)
    sample = BooleanField(default=False)


class Notice(Table):
    """`key` makes each notice unique, so that nothing is shown twice."""

    key = TextField(unique=True)
    kind = KindField(kinds.NoticeKind)
    code = TextField()
    subject = TextField(default="")
    letter_id = IntegerField(null=True)
    mentor_id = IntegerField(null=True)
    reminder_id = IntegerField(null=True)
    page = KindField(kinds.Page)
    due_on = DayField(null=True)
    shown_at = InstantField()
    read_at = InstantField(null=True)
    done_at = InstantField(null=True)
    snoozed_until = InstantField(null=True)
