"""Each step of the user in two forms: what was done, and the doing that is undone or done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.errors import MailAlreadyLeftError
from lordesk.kinds import FactKind, MessageKind, Stage
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.kinds import word
from ui.wording.steps_letters import LETTERS
from ui.wording.steps_people import MANY, PEOPLE, removed

if TYPE_CHECKING:
    from lordesk.errors import LordeskError
    from lordesk.rows.step import StepRow

_CONTEXT = "Steps"

STEPS: dict[str, tuple[str, str]] = {
    **PEOPLE,
    **LETTERS,
    "application-added": (
        QT_TRANSLATE_NOOP("Steps", "{name} added."),
        QT_TRANSLATE_NOOP("Steps", "adding {name}"),
    ),
    "applications-added": (
        QT_TRANSLATE_NOOP("Steps", "{name} and its preliminary year added."),
        QT_TRANSLATE_NOOP("Steps", "adding {name} and its preliminary year"),
    ),
    "application-archived": (
        QT_TRANSLATE_NOOP("Steps", "{name} archived."),
        QT_TRANSLATE_NOOP("Steps", "archiving {name}"),
    ),
    "application-changed": (
        QT_TRANSLATE_NOOP("Steps", "{name} changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to {name}"),
    ),
    "application-deleted": (
        QT_TRANSLATE_NOOP("Steps", "{name} deleted."),
        QT_TRANSLATE_NOOP("Steps", "deleting {name}"),
    ),
    "ask-by-moved": (
        QT_TRANSLATE_NOOP("Steps", "The day to ask {name} was moved."),
        QT_TRANSLATE_NOOP("Steps", "moving the day to ask {name}"),
    ),
    "assignment-suggested": (
        QT_TRANSLATE_NOOP("Steps", "Letters of {name} assigned as suggested."),
        QT_TRANSLATE_NOOP("Steps", "assigning letters of {name} as suggested"),
    ),
    "date-added": (
        QT_TRANSLATE_NOOP("Steps", "“{name}” added to the calendar."),
        QT_TRANSLATE_NOOP("Steps", "adding “{name}” to the calendar"),
    ),
    "date-moved": (
        QT_TRANSLATE_NOOP("Steps", "“{name}” moved to another day."),
        QT_TRANSLATE_NOOP("Steps", "moving “{name}” to another day"),
    ),
    "date-removed": (
        QT_TRANSLATE_NOOP("Steps", "“{name}” removed from the calendar."),
        QT_TRANSLATE_NOOP("Steps", "removing “{name}” from the calendar"),
    ),
    "due-moved": (
        QT_TRANSLATE_NOOP("Steps", "The day the letter from {name} is due was moved."),
        QT_TRANSLATE_NOOP("Steps", "moving the day the letter from {name} is due"),
    ),
    "follow-up-done": (
        QT_TRANSLATE_NOOP("Steps", "Follow-up with {name} done."),
        QT_TRANSLATE_NOOP("Steps", "marking the follow-up with {name} as done"),
    ),
    "follow-up-moved": (
        QT_TRANSLATE_NOOP("Steps", "Follow-up with {name} moved to another day."),
        QT_TRANSLATE_NOOP("Steps", "moving the follow-up with {name} to another day"),
    ),
    "letter-assigned": (
        QT_TRANSLATE_NOOP("Steps", "Letter assigned to {name}."),
        QT_TRANSLATE_NOOP("Steps", "assigning a letter to {name}"),
    ),
    "letters-unassigned": (
        QT_TRANSLATE_NOOP("Steps", "Letter taken off everywhere for {name}."),
        QT_TRANSLATE_NOOP("Steps", "taking a letter off everywhere for {name}"),
    ),
    "letters-assigned": (
        QT_TRANSLATE_NOOP("Steps", "Letters assigned for {name}."),
        QT_TRANSLATE_NOOP("Steps", "assigning letters for {name}"),
    ),
    "letter-changed": (
        QT_TRANSLATE_NOOP("Steps", "Letter from {name} changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to the letter from {name}"),
    ),
    "letter-deleted": (
        QT_TRANSLATE_NOOP("Steps", "Letter from {name} removed."),
        QT_TRANSLATE_NOOP("Steps", "removing the letter from {name}"),
    ),
    "letter-planned": (
        QT_TRANSLATE_NOOP("Steps", "Letter from {name} planned."),
        QT_TRANSLATE_NOOP("Steps", "planning a letter from {name}"),
    ),
    "letter-unassigned": (
        QT_TRANSLATE_NOOP("Steps", "Letter taken off {name}."),
        QT_TRANSLATE_NOOP("Steps", "taking a letter off {name}"),
    ),
    "meeting-added": (
        QT_TRANSLATE_NOOP("Steps", "“{name}” added to the calendar."),
        QT_TRANSLATE_NOOP("Steps", "adding “{name}” to the calendar"),
    ),
    "meeting-changed": (
        QT_TRANSLATE_NOOP("Steps", "“{name}” changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to “{name}”"),
    ),
    "meeting-deleted": (
        QT_TRANSLATE_NOOP("Steps", "“{name}” removed from the calendar."),
        QT_TRANSLATE_NOOP("Steps", "removing “{name}” from the calendar"),
    ),
    "material-added": (
        QT_TRANSLATE_NOOP("Steps", "{name} added to your materials."),
        QT_TRANSLATE_NOOP("Steps", "adding {name} to your materials"),
    ),
    "material-removed": (
        QT_TRANSLATE_NOOP("Steps", "{name} removed from your materials."),
        QT_TRANSLATE_NOOP("Steps", "removing {name} from your materials"),
    ),
    "message-queued": (
        QT_TRANSLATE_NOOP("Steps", "Message to {name} is in the outbox."),
        QT_TRANSLATE_NOOP("Steps", "message to {name}"),
    ),
    "profile-changed": (
        QT_TRANSLATE_NOOP("Steps", "Your details changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to your details"),
    ),
    "reminder-added": (
        QT_TRANSLATE_NOOP("Steps", "Reminder added: {name}."),
        QT_TRANSLATE_NOOP("Steps", "adding the reminder “{name}”"),
    ),
    "reminder-changed": (
        QT_TRANSLATE_NOOP("Steps", "Reminder changed: {name}."),
        QT_TRANSLATE_NOOP("Steps", "the change to the reminder “{name}”"),
    ),
    "reminder-deleted": (
        QT_TRANSLATE_NOOP("Steps", "Reminder removed: {name}."),
        QT_TRANSLATE_NOOP("Steps", "removing the reminder “{name}”"),
    ),
    "reminder-done": (
        QT_TRANSLATE_NOOP("Steps", "Done: {name}."),
        QT_TRANSLATE_NOOP("Steps", "marking “{name}” as done"),
    ),
    "reply-read": (
        QT_TRANSLATE_NOOP("Steps", "Reply from {name} marked as read."),
        QT_TRANSLATE_NOOP("Steps", "marking the reply from {name} as read"),
    ),
    "reply-recorded": (
        QT_TRANSLATE_NOOP("Steps", "Reply from {name} recorded."),
        QT_TRANSLATE_NOOP("Steps", "recording a reply from {name}"),
    ),
    "request-changed": (
        QT_TRANSLATE_NOOP("Steps", "Request to {name} changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to the request to {name}"),
    ),
    "request-handed-over": (
        QT_TRANSLATE_NOOP("Steps", "Message to {name} is in your mail app."),
        QT_TRANSLATE_NOOP("Steps", "message to {name} in your mail app"),
    ),
    "request-moved": (
        QT_TRANSLATE_NOOP("Steps", "{name} moved to {stage}."),
        QT_TRANSLATE_NOOP("Steps", "moving {name} to {stage}"),
    ),
    "request-queued": (
        QT_TRANSLATE_NOOP("Steps", "Message to {name} is in the outbox."),
        QT_TRANSLATE_NOOP("Steps", "message to {name}"),
    ),
    "rule-changed": (
        QT_TRANSLATE_NOOP("Steps", "A rule of {name} has your value."),
        QT_TRANSLATE_NOOP("Steps", "changing a rule of {name}"),
    ),
    "rule-kept": (
        QT_TRANSLATE_NOOP("Steps", "Your value for {name} stays."),
        QT_TRANSLATE_NOOP("Steps", "keeping your value for {name}"),
    ),
    "rule-reset": (
        QT_TRANSLATE_NOOP("Steps", "A rule of {name} has its shipped value again."),
        QT_TRANSLATE_NOOP("Steps", "taking the shipped value for {name}"),
    ),
    "sample-added": (
        QT_TRANSLATE_NOOP("Steps", "Sample data added."),
        QT_TRANSLATE_NOOP("Steps", "adding the sample data"),
    ),
    "sample-removed": (
        QT_TRANSLATE_NOOP("Steps", "Sample data removed."),
        QT_TRANSLATE_NOOP("Steps", "removing the sample data"),
    ),
    "season-started": (
        QT_TRANSLATE_NOOP("Steps", "Next season of {name} started."),
        QT_TRANSLATE_NOOP("Steps", "starting the next season of {name}"),
    ),
    "slot-added": (
        QT_TRANSLATE_NOOP("Steps", "{name} added to what the application needs."),
        QT_TRANSLATE_NOOP("Steps", "adding {name} to what the application needs"),
    ),
    "slot-changed": (
        QT_TRANSLATE_NOOP("Steps", "{name} changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to {name}"),
    ),
    "slot-emptied": (
        QT_TRANSLATE_NOOP("Steps", "{name} is open again."),
        QT_TRANSLATE_NOOP("Steps", "taking the letter out of {name}"),
    ),
    "slot-filled": (
        QT_TRANSLATE_NOOP("Steps", "Writer chosen for {name}."),
        QT_TRANSLATE_NOOP("Steps", "choosing a writer for {name}"),
    ),
    "slot-removed": (
        QT_TRANSLATE_NOOP("Steps", "{name} removed from what the application needs."),
        QT_TRANSLATE_NOOP("Steps", "removing {name} from what the application needs"),
    ),
    "target-added": (
        QT_TRANSLATE_NOOP("Steps", "{name} added."),
        QT_TRANSLATE_NOOP("Steps", "adding {name}"),
    ),
    "target-applied": (
        QT_TRANSLATE_NOOP("Steps", "Applied to {name}."),
        QT_TRANSLATE_NOOP("Steps", "marking {name} as applied to"),
    ),
    "target-changed": (
        QT_TRANSLATE_NOOP("Steps", "{name} changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to {name}"),
    ),
    "target-removed": (
        QT_TRANSLATE_NOOP("Steps", "{name} removed."),
        QT_TRANSLATE_NOOP("Steps", "removing {name}"),
    ),
    "template-changed": (
        QT_TRANSLATE_NOOP("Steps", "Message text changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to a message text"),
    ),
    "template-restored": (
        QT_TRANSLATE_NOOP("Steps", "Message text restored."),
        QT_TRANSLATE_NOOP("Steps", "restoring a message text"),
    ),
    "workspace-set-up": (
        QT_TRANSLATE_NOOP("Steps", "Your answers were added."),
        QT_TRANSLATE_NOOP("Steps", "adding your answers"),
    ),
}
"""A step over several records carries `count`; `MANY` words those. One that sends a message
carries its `kind`; `_OF_KIND` words the kinds that have a name of their own.
"""

_FOLLOW_UP_QUEUED = (
    QT_TRANSLATE_NOOP("Steps", "Follow-up to {name} is in the outbox."),
    QT_TRANSLATE_NOOP("Steps", "follow-up to {name}"),
)
_FOLLOW_UP_HANDED_OVER = (
    QT_TRANSLATE_NOOP("Steps", "Follow-up to {name} is in your mail app."),
    QT_TRANSLATE_NOOP("Steps", "follow-up to {name} in your mail app"),
)
_OF_KIND: dict[tuple[str, str], tuple[str, str]] = {
    ("request-queued", MessageKind.ASK): (
        QT_TRANSLATE_NOOP("Steps", "Request to {name} is in the outbox."),
        QT_TRANSLATE_NOOP("Steps", "request to {name}"),
    ),
    ("request-queued", MessageKind.FOLLOW_UP): _FOLLOW_UP_QUEUED,
    ("request-queued", MessageKind.DUE_FOLLOW_UP): _FOLLOW_UP_QUEUED,
    ("request-queued", MessageKind.THANKS): (
        QT_TRANSLATE_NOOP("Steps", "Thank-you note to {name} is in the outbox."),
        QT_TRANSLATE_NOOP("Steps", "thank-you note to {name}"),
    ),
    ("request-handed-over", MessageKind.ASK): (
        QT_TRANSLATE_NOOP("Steps", "Request to {name} is in your mail app."),
        QT_TRANSLATE_NOOP("Steps", "request to {name} in your mail app"),
    ),
    ("request-handed-over", MessageKind.FOLLOW_UP): _FOLLOW_UP_HANDED_OVER,
    ("request-handed-over", MessageKind.DUE_FOLLOW_UP): _FOLLOW_UP_HANDED_OVER,
    ("request-handed-over", MessageKind.THANKS): (
        QT_TRANSLATE_NOOP("Steps", "Thank-you note to {name} is in your mail app."),
        QT_TRANSLATE_NOOP("Steps", "thank-you note to {name} in your mail app"),
    ),
}
_UNKNOWN = (QT_TRANSLATE_NOOP("Steps", "Changed."), QT_TRANSLATE_NOOP("Steps", "the last change"))


def step_done(step: StepRow) -> str:
    """ "Dr. Bell archived." An unknown code says only that something changed."""
    return _worded(step, 0)


def step_deed(step: StepRow) -> str:
    """ "archiving Dr. Bell", "request to Dr. Bell": to stand inside another sentence."""
    return _worded(step, 1)


def _worded(step: StepRow, form: int) -> str:
    data = {"name": "", "tag": "", **step.data}
    if step.code == "mentors-removed" and "asked" in data:
        return removed(data, form)
    count = int(data.get("count", "1"))
    if count > 1 and step.code in MANY:
        text = QCoreApplication.translate(_CONTEXT, MANY[step.code][form], "", count)
        return text.format(**data)
    forms = _OF_KIND.get((step.code, data.get("kind", ""))) or STEPS.get(step.code, _UNKNOWN)
    if "fact" in data:
        data["fact"] = word(FactKind(data["fact"]))
    if "stage" in data:
        data["stage"] = word(Stage(data["stage"]))
    return QCoreApplication.translate(_CONTEXT, forms[form]).format(**data)


def step_undone(step: StepRow) -> str:
    """ "Undone: archiving Dr. Bell." """
    text = QCoreApplication.translate("Steps", "Undone: {step}.")
    return text.format(step=step_deed(step))


def step_redone(step: StepRow) -> str:
    """ "Done again: archiving Dr. Bell." """
    text = QCoreApplication.translate("Steps", "Done again: {step}.")
    return text.format(step=step_deed(step))


def step_refused(step: StepRow, error: LordeskError) -> str:
    """Why a step that stands first in line is not undone."""
    if isinstance(error, MailAlreadyLeftError):
        text = QCoreApplication.translate("Steps", "Mail to {name} has left and cannot be undone.")
        return text.format(name=step.data.get("name", ""))
    text = QCoreApplication.translate(
        "Steps", "Not undone: {step}. Something in it has changed since."
    )
    return text.format(step=step_deed(step))
