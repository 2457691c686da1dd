"""What the Outbox says of a message on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk import errors
from lordesk.kinds import OutboxState
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates
from ui.wording.errors import sentence
from ui.wording.kinds import word
from ui.wording.stages import PillWords

if TYPE_CHECKING:
    from datetime import datetime

    from lordesk.rows.mail import OutboxRow


_NEUTRAL = ("text-secondary", "neutral-soft", None)
_DANGER = ("danger-text", "danger-soft", None)
_WARNING = ("warning-text", "warning-soft", None)
_SUCCESS = ("success-text", "success-soft", None)

_PILLS = {
    OutboxState.DRAFT: ("feather", QT_TRANSLATE_NOOP("Outbox", "Draft"), _NEUTRAL),
    OutboxState.QUEUED: ("clock", QT_TRANSLATE_NOOP("Outbox", "Scheduled"), _NEUTRAL),
    OutboxState.SENDING: ("send", QT_TRANSLATE_NOOP("Outbox", "Sending"), _NEUTRAL),
    OutboxState.DATA: ("send", QT_TRANSLATE_NOOP("Outbox", "Sending"), _NEUTRAL),
    OutboxState.WAITING: ("refresh-cw", QT_TRANSLATE_NOOP("Outbox", "Trying again"), _NEUTRAL),
    OutboxState.REFUSED: ("circle-alert", QT_TRANSLATE_NOOP("Outbox", "Not sent"), _DANGER),
    OutboxState.UNKNOWN: (
        "circle-question-mark",
        QT_TRANSLATE_NOOP("Outbox", "Maybe sent"),
        _WARNING,
    ),
    OutboxState.HELD: ("pause", QT_TRANSLATE_NOOP("Outbox", "On hold"), _WARNING),
    OutboxState.HANDED_OVER: (
        "external-link",
        QT_TRANSLATE_NOOP("Outbox", "In your mail app"),
        _WARNING,
    ),
    OutboxState.SENT: ("check", QT_TRANSLATE_NOOP("Outbox", "Sent"), _SUCCESS),
    OutboxState.CONFIRMED: ("check", QT_TRANSLATE_NOOP("Outbox", "Sent, as you said"), _SUCCESS),
    OutboxState.CANCELLED: ("circle-slash", QT_TRANSLATE_NOOP("Outbox", "Canceled"), _NEUTRAL),
}


def state_pill(row: OutboxRow) -> PillWords:
    """Icon, word and colors of a state."""
    icon, source, colors = _PILLS[row.state]
    return PillWords(icon, QCoreApplication.translate("Outbox", source), *colors)


def recipient(row: OutboxRow) -> str:
    message = row.message
    name = message.to_name or message.to_address
    return (
        QCoreApplication.translate("Outbox", "{name} (a test to yourself)").format(name=name)
        if message.test
        else name
    )


def goes_out(rows: list[OutboxRow], undo: bool) -> str:
    """For the undo bar, which puts in the `{seconds}` that are left, each second anew."""
    if len(rows) == 1:
        text = QCoreApplication.translate("Outbox", "{kind} to {name} goes out in {seconds} s.")
        text = text.replace("{kind}", word(rows[0].message.kind))
        text = text.replace("{name}", recipient(rows[0]))
    else:
        text = QCoreApplication.translate(
            "Outbox", "%n messages go out in {seconds} s.", "", len(rows)
        )
    if undo:
        return text
    canceled = QCoreApplication.translate("Outbox", "Until then you can cancel in the Outbox.")
    return f"{text} {canceled}"


def explanation(row: OutboxRow, now: datetime) -> str:
    """What happened and what to do, in a sentence; `now` is local."""
    if row.state is OutboxState.QUEUED and row.not_before is not None:
        local = row.not_before.astimezone(now.tzinfo)
        if local <= now:
            return QCoreApplication.translate("Outbox", "Leaves with the next connection.")
        when = dates.day_and_time(local.date(), local.time(), now.date())
        return QCoreApplication.translate(
            "Outbox", "Leaves {when}, while LoRDesk is running."
        ).format(when=when)
    if row.state is OutboxState.WAITING and row.retry_at is not None:
        at = row.retry_at.astimezone(now.tzinfo)
        return QCoreApplication.translate("Outbox", "{why} The next try is at {time}.").format(
            why=_why(row), time=dates.clock(at.time())
        )
    if row.state is OutboxState.HELD:
        if row.error_code == "stopped":
            return QCoreApplication.translate("Outbox", "Sending is stopped. Nothing was sent.")
        if row.error_code == "late":
            return QCoreApplication.translate(
                "Outbox", "Its time went by while LoRDesk was closed. Send it now, or cancel it?"
            )
        return _why(row)
    if row.state is OutboxState.UNKNOWN:
        return QCoreApplication.translate(
            "Outbox",
            "The connection broke at the very end, so it may have arrived. Look in the Sent"
            " folder of your mail before you send it again.",
        )
    if row.state is OutboxState.HANDED_OVER:
        return QCoreApplication.translate(
            "Outbox", "The draft is in your mail app. Did you send it?"
        )
    if row.state is OutboxState.REFUSED:
        return _why(row)
    return ""


def _why(row: OutboxRow) -> str:
    kind = _kinds().get(row.error_code)
    if kind is None:
        return QCoreApplication.translate("Outbox", "Not sent. Nothing was lost.")
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
