"""Tables: files, messages, accounts and the outbox journal."""

from __future__ import annotations

from peewee import BlobField, BooleanField, IntegerField, TextField

from lordesk import kinds
from lordesk.models.base import Table
from lordesk.models.fields import InstantField, JsonField, KindField


class FileVersion(Table):
    """A file of the file store; its content lies in `files/<sha256>` and never changes."""

    sha256 = TextField(unique=True)
    size = IntegerField()
    added_at = InstantField()


class Material(Table):
    kind = KindField(kinds.MaterialKind)
    file_id = IntegerField()
    name = TextField()
    added_at = InstantField()
    replaced_at = InstantField(null=True)
    deleted_at = InstantField(null=True)
    sample = BooleanField(default=False)


class Evidence(Table):
    """A confirmation that a letter arrived; never the letter itself."""

    letter_id = IntegerField()
    target_id = IntegerField(null=True)
    file_id = IntegerField()
    name = TextField()
    note = TextField(default="")
    added_at = InstantField()


class Template(Table):
    """A message text that the user changed; the shipped ones are files."""

    kind = KindField(kinds.MessageKind)
    tone = KindField(kinds.Tone)
    subject = TextField()
    body = TextField()


class Message(Table):
    kind = KindField(kinds.MessageKind)
    request_id = IntegerField(null=True)
    mentor_id = IntegerField(null=True)
    plan_item_id = IntegerField(null=True)
    to_name = TextField(default="")
    to_address = TextField()
    cc_address = TextField(default="")
    subject = TextField()
    body = TextField()
    test = BooleanField(default=False)
    created_at = InstantField()


class MessageFile(Table):
    message_id = IntegerField()
    file_id = IntegerField()
    name = TextField()
    material = KindField(kinds.MaterialKind, null=True)
    position = IntegerField(default=0)


class Account(Table):
    """`pin` is the certificate (SHA-256) accepted for a server on this machine, `size_limit` its
    SIZE in bytes; empty and 0 where there is none.
    """

    address = TextField()
    display_name = TextField(default="")
    provider = TextField(default="")
    host = TextField()
    port = IntegerField()
    security = KindField(kinds.Security)
    username = TextField()
    key = TextField(unique=True)
    tested_at = InstantField(null=True)
    practice = BooleanField(default=False)
    removed_at = InstantField(null=True)
    pin = TextField(default="")
    size_limit = IntegerField(default=0)


class OutboxEntry(Table):
    """The journal of one message on its way. `header_id` is its Message-ID, fixed when queued."""

    message_id = IntegerField(null=True)
    way = KindField(kinds.SendWay)
    account_id = IntegerField(null=True)
    header_id = TextField(unique=True)
    state = KindField(kinds.OutboxState)
    attempts = IntegerField(default=0)
    not_before = InstantField(null=True)
    lease_until = InstantField(null=True)
    retry_at = InstantField(null=True)
    error_code = TextField(default="")
    reply_code = IntegerField(default=0)
    reply = TextField(default="")
    changed_at = InstantField()
    created_at = InstantField()
    resend_of = IntegerField(null=True)
    step_id = IntegerField(null=True)


class OutboxEvent(Table):
    entry_id = IntegerField()
    from_state = KindField(kinds.OutboxState, null=True)
    to_state = KindField(kinds.OutboxState)
    at = InstantField()
    detail = TextField(default="")


class WizardDraft(Table):
    step = IntegerField()
    state = JsonField()
    saved_at = InstantField()


class HostContact(Table):
    host = TextField()
    port = IntegerField()
    purpose = TextField()
    last_at = InstantField()
    times = IntegerField(default=1)


class PracticeMail(Table):
    header_id = TextField()
    sender = TextField()
    recipients = JsonField()
    arrived_at = InstantField()
    content = BlobField()
