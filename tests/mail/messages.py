"""Rows for the tests of mail."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from lordesk.kinds import MessageKind, Security
from lordesk.rows.mail import AccountRow, FileRef, MessageRow

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 8, 18, 16, 0, tzinfo=UTC)

MESSAGE = MessageRow(
    id=1,
    kind=MessageKind.ASK,
    request_id=None,
    mentor_id=None,
    to_name="Dr. Elena Moreno",
    to_address="moreno@example.edu",
    subject="Request for a strong letter of recommendation for Priya Raman",
    body="Dear Dr. Moreno,\n\nWould you feel able to write a strong letter?\n\nPriya",
    created_at=NOON,
)
ACCOUNT = AccountRow(
    id=1,
    address="applicant@example.edu",
    display_name="Priya Raman",
    host="localhost",
    port=587,
    security=Security.STARTTLS,
    username="applicant@example.edu",
    key="key",
)


def message(**changes: Any) -> MessageRow:
    return replace(MESSAGE, **changes)


def account(**changes: Any) -> AccountRow:
    return replace(ACCOUNT, **changes)


def stored_file(folder: Path, name: str, content: bytes) -> FileRef:
    """A file in the file store."""
    sha256 = hashlib.sha256(content).hexdigest()
    (folder / sha256).write_bytes(content)
    return FileRef(sha256, name, len(content))
