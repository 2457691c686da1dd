"""What the Outbox says of a message on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk import errors
from lordesk.kinds import OutboxState
from ui.wording import dates
from ui.wording.errors import sentence
from ui.wording.stages import PillWords

if TYPE_CHECKING:
    from datetime import datetime

    from lordesk.rows.mail import OutboxRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outbox", text)


def state_pill(row: OutboxRow) -> PillWords:
    """Icon, word and colors of a state."""
    neutral = ("text-secondary", "neutral-soft", None)
    danger = ("danger-text", "danger-soft", None)
    warning = ("warning-text", "warning-soft", None)
    success = ("success-text", "success-soft", None)
    icon, word, colors = {
        OutboxState.DRAFT: ("feather", _tr("Draft"), neutral),
        OutboxState.QUEUED: ("clock", _tr("Scheduled"), neutral),
        OutboxState.SENDING: ("send", _tr("Sending"), neutral),
        OutboxState.DATA: ("send", _tr("Sending"), neutral),
        OutboxState.WAITING: ("refresh-cw", _tr("Trying again"), neutral),
        OutboxState.REFUSED: ("circle-alert", _tr("Not sent"), danger),
        OutboxState.UNKNOWN: ("circle-question-mark", _tr("Maybe sent"), warning),
        OutboxState.HELD: ("pause", _tr("On hold"), warning),
        OutboxState.HANDED_OVER: ("external-link", _tr("In your mail app"), warning),
        OutboxState.SENT: ("check", _tr("Sent"), success),
        OutboxState.CONFIRMED: ("check", _tr("Sent, you said"), success),
        OutboxState.CANCELLED: ("circle-slash", _tr("Cancelled"), neutral),
    }[row.state]
    return PillWords(icon, word, *colors)


def recipient(row: OutboxRow) -> str:
    message = row.message
    name = message.to_name or message.to_address
    return _tr("{name} (a test to yourself)").format(name=name) if message.test else name


def explanation(row: OutboxRow, now: datetime) -> str:
    """What happened and what to do, in a sentence; `now` is local."""
    if row.state is OutboxState.QUEUED and row.not_before is not None:
        local = row.not_before.astimezone(now.tzinfo)
        if local <= now:
            return _tr("Leaves with the next connection.")
        when = dates.day_and_time(local.date(), local.time())
        return _tr("Leaves {when}, while LoRDesk is running.").format(when=when)
    if row.state is OutboxState.WAITING and row.retry_at is not None:
        at = row.retry_at.astimezone(now.tzinfo)
        return _tr("{why} The next try is at {time}.").format(
            why=_why(row), time=dates.clock(at.time())
        )
    if row.state is OutboxState.HELD:
        if row.error_code == "stopped":
            return _tr("Sending is stopped. Nothing was sent.")
        if row.error_code == "late":
            return _tr("Its time went by while LoRDesk was closed. Send it now, or cancel it?")
        return _why(row)
    if row.state is OutboxState.UNKNOWN:
        return _tr(
            "The line went dead at the last moment, so it may have arrived. Look in the Sent"
            " folder of your mail before you send it again."
        )
    if row.state is OutboxState.HANDED_OVER:
        return _tr("The draft is in your mail app. Did you send it?")
    if row.state is OutboxState.REFUSED:
        return _why(row)
    return ""


def _why(row: OutboxRow) -> str:
    kind = _kinds().get(row.error_code)
    if kind is None:
        return _tr("Not sent. Nothing was lost.")
    error = kind()
    if isinstance(error, errors.MailError):
        error.reply_code, error.reply = row.reply_code, row.reply
    return sentence(error)


def _kinds() -> dict[str, type[errors.LordeskError]]:
    """Every kind of failure by its code."""
    found: dict[str, type[errors.LordeskError]] = {}
    waiting: list[type[errors.LordeskError]] = [errors.LordeskError]
    while waiting:
        kind = waiting.pop()
        found[kind.code] = kind
        waiting.extend(kind.__subclasses__())
    return found


def technical(row: OutboxRow) -> str:
    """What goes under Details."""
    parts = [row.error_code, f"{row.reply_code or ''} {row.reply}".strip(), row.message_id]
    return "\n".join(part for part in parts if part)


def when(row: OutboxRow, now: datetime) -> str:
    return dates.moment(row.changed_at, now)
