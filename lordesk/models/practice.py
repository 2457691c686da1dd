"""Queries over what arrived at the practice server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.models.mail import PracticeMail

if TYPE_CHECKING:
    from datetime import datetime


def add(
    header_id: str, sender: str, recipients: tuple[str, ...], at: datetime, content: bytes
) -> int:
    arrived = PracticeMail.create(
        header_id=header_id,
        sender=sender,
        recipients=list(recipients),
        arrived_at=at,
        content=content,
    )
    return int(arrived.id)


def arrived(limit: int) -> list[tuple[int, datetime, str, tuple[str, ...], bytes]]:
    """Id, instant, sender, recipients and content, newest first."""
    found = PracticeMail.select().order_by(PracticeMail.id.desc()).limit(limit)
    return [(m.id, m.arrived_at, m.sender, tuple(m.recipients), bytes(m.content)) for m in found]
