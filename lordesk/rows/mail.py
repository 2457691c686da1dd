"""Rows about mail: accounts, messages, the outbox, materials, templates, drafts."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from lordesk.kinds import (
        MaterialKind,
        MessageKind,
        OutboxState,
        Security,
        SendWay,
        Tone,
    )


@dataclass(frozen=True, kw_only=True)
class AccountRow:
    """An account to send from. `key` names its entry in the keyring; the password is there.

    `pin` is the certificate (SHA-256) accepted for a server on this machine; `size_limit` is what
    the server takes, in bytes as encoded, 0 where it did not say.
    """

    id: int
    address: str
    display_name: str = ""
    provider: str = ""
    host: str
    port: int
    security: Security
    username: str
    key: str
    tested_at: datetime | None = None
    practice: bool = False
    pin: str = ""
    size_limit: int = 0


@dataclass(frozen=True, kw_only=True)
class NewAccount:
    """What the user fills in for an account, mostly proposed by its provider."""

    address: str
    display_name: str = ""
    provider: str = ""
    host: str
    port: int
    security: Security
    username: str


@dataclass(frozen=True, kw_only=True)
class Provider:
    """What is known of a mail provider; `host` is empty where nothing is.

    `password_kind` is "account", "app" or "bridge"; where `takes_password` is false, a password is
    never accepted and the mail app is the way to send. `steps` say how to get the password.
    """

    code: str
    name: str
    host: str
    port: int
    security: Security
    username: str
    password_kind: str
    takes_password: bool
    steps: tuple[str, ...]
    guide_url: str = ""


@dataclass(frozen=True)
class FileRef:
    """A file of a message or a material: its content by hash, its name as the reader sees it."""

    sha256: str
    name: str
    size: int
    material: MaterialKind | None = None


@dataclass(frozen=True, kw_only=True)
class NewMessage:
    """An email that the user has approved and that is not in the outbox yet."""

    kind: MessageKind
    to_address: str
    subject: str
    body: str
    to_name: str = ""
    cc_address: str = ""
    request_id: int | None = None
    mentor_id: int | None = None
    plan_item_id: int | None = None
    files: tuple[FileRef, ...] = ()
    test: bool = False


@dataclass(frozen=True, kw_only=True)
class MessageRow:
    """One email as the user approved it."""

    id: int
    kind: MessageKind
    request_id: int | None
    mentor_id: int | None
    to_name: str
    to_address: str
    cc_address: str = ""
    subject: str
    body: str
    files: tuple[FileRef, ...] = ()
    created_at: datetime
    test: bool = False


@dataclass(frozen=True, kw_only=True)
class OutboxRow:
    """A message on its way. Times are UTC instants."""

    id: int
    message: MessageRow
    way: SendWay
    account_id: int | None
    message_id: str
    state: OutboxState
    attempts: int
    not_before: datetime | None
    retry_at: datetime | None
    error_code: str
    reply_code: int
    reply: str
    changed_at: datetime
    resend_of: int | None = None
    step_id: int | None = None


@dataclass(frozen=True)
class OutboxEvent:
    entry_id: int
    from_state: OutboxState | None
    to_state: OutboxState
    at: datetime
    detail: str


@dataclass(frozen=True, kw_only=True)
class MaterialRow:
    """The newest version of a file that the user gives to writers."""

    id: int
    kind: MaterialKind
    file: FileRef
    added_at: datetime


@dataclass(frozen=True, kw_only=True)
class TemplateRow:
    """`builtin` is true where the shipped text is in use; a changed one can be restored."""

    kind: MessageKind
    tone: Tone
    subject: str
    body: str
    builtin: bool


@dataclass(frozen=True)
class DraftRow:
    """The saved state of the request wizard; `state` is what its steps filled in."""

    id: int
    step: int
    state: Mapping[str, object]
    saved_at: datetime


@dataclass(frozen=True)
class CheckLine:
    """One line of the connection test. `code` names the step, `error` is set where it failed."""

    code: str
    ok: bool
    data: Mapping[str, object] = field(default_factory=dict)
    error: Exception | None = None


@dataclass(frozen=True)
class HostRow:
    """A host that LoRDesk has contacted, for the privacy panel."""

    host: str
    port: int
    purpose: str
    last_at: datetime
    times: int


@dataclass(frozen=True, kw_only=True)
class PracticeMail:
    """A message that arrived at the practice server."""

    id: int
    arrived_at: datetime
    sender: str
    recipients: tuple[str, ...]
    subject: str
    body: str
    attachments: tuple[tuple[str, int], ...]
    message_id: str


@dataclass(frozen=True)
class BackupRow:
    path: str
    made_at: datetime
    size: int
    reason: str
    schema: int
