"""Each step of the user as a sentence, for the undo bar and the undo menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import Stage
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.rows.step import StepRow

_CONTEXT = "Steps"

STEPS: dict[str, str] = {
    "application-added": QT_TRANSLATE_NOOP("Steps", "{name} added."),
    "application-archived": QT_TRANSLATE_NOOP("Steps", "{name} archived."),
    "application-changed": QT_TRANSLATE_NOOP("Steps", "{name} changed."),
    "application-deleted": QT_TRANSLATE_NOOP("Steps", "{name} deleted."),
    "contact-changed": QT_TRANSLATE_NOOP("Steps", "Contact with {name} changed."),
    "contact-logged": QT_TRANSLATE_NOOP("Steps", "Contact with {name} logged."),
    "contact-removed": QT_TRANSLATE_NOOP("Steps", "Contact with {name} removed."),
    "date-added": QT_TRANSLATE_NOOP("Steps", "{name} added to the calendar."),
    "date-moved": QT_TRANSLATE_NOOP("Steps", "Date moved: {name}."),
    "date-removed": QT_TRANSLATE_NOOP("Steps", "{name} removed from the calendar."),
    "fit-changed": QT_TRANSLATE_NOOP("Steps", "Fit of {name} changed."),
    "follow-up-done": QT_TRANSLATE_NOOP("Steps", "Follow-up with {name} done."),
    "letter-assigned": QT_TRANSLATE_NOOP("Steps", "Letter assigned to {name}."),
    "letter-changed": QT_TRANSLATE_NOOP("Steps", "Letter from {name} changed."),
    "letter-deleted": QT_TRANSLATE_NOOP("Steps", "Letter from {name} removed."),
    "letter-planned": QT_TRANSLATE_NOOP("Steps", "Letter from {name} planned."),
    "letter-unassigned": QT_TRANSLATE_NOOP("Steps", "Letter taken off {name}."),
    "meeting-added": QT_TRANSLATE_NOOP("Steps", "{name} added to the calendar."),
    "meeting-changed": QT_TRANSLATE_NOOP("Steps", "{name} changed."),
    "meeting-deleted": QT_TRANSLATE_NOOP("Steps", "{name} removed from the calendar."),
    "material-added": QT_TRANSLATE_NOOP("Steps", "{name} added to your materials."),
    "material-removed": QT_TRANSLATE_NOOP("Steps", "{name} removed from your materials."),
    "mentor-added": QT_TRANSLATE_NOOP("Steps", "{name} added."),
    "mentor-changed": QT_TRANSLATE_NOOP("Steps", "{name} changed."),
    "mentors-archived": QT_TRANSLATE_NOOP("Steps", "{name} archived."),
    "mentors-deleted": QT_TRANSLATE_NOOP("Steps", "{name} deleted."),
    "mentors-unarchived": QT_TRANSLATE_NOOP("Steps", "{name} is back in your list."),
    "message-queued": QT_TRANSLATE_NOOP("Steps", "Message to {name} on its way."),
    "moment-added": QT_TRANSLATE_NOOP("Steps", "Moment with {name} kept."),
    "moment-removed": QT_TRANSLATE_NOOP("Steps", "Moment with {name} removed."),
    "profile-changed": QT_TRANSLATE_NOOP("Steps", "Your details changed."),
    "reminder-added": QT_TRANSLATE_NOOP("Steps", "Reminder added: {name}."),
    "reminder-changed": QT_TRANSLATE_NOOP("Steps", "Reminder changed: {name}."),
    "reminder-deleted": QT_TRANSLATE_NOOP("Steps", "Reminder removed: {name}."),
    "reminder-done": QT_TRANSLATE_NOOP("Steps", "Done: {name}."),
    "reply-read": QT_TRANSLATE_NOOP("Steps", "Reply from {name} read."),
    "reply-recorded": QT_TRANSLATE_NOOP("Steps", "Reply from {name} recorded."),
    "request-changed": QT_TRANSLATE_NOOP("Steps", "Request to {name} changed."),
    "request-handed-over": QT_TRANSLATE_NOOP("Steps", "Message to {name} is in your mail app."),
    "request-moved": QT_TRANSLATE_NOOP("Steps", "{name} moved to {stage}."),
    "request-queued": QT_TRANSLATE_NOOP("Steps", "Message to {name} is on its way."),
    "sample-added": QT_TRANSLATE_NOOP("Steps", "Sample data added."),
    "sample-removed": QT_TRANSLATE_NOOP("Steps", "Sample data removed."),
    "slot-added": QT_TRANSLATE_NOOP("Steps", "{name} added to what the application needs."),
    "slot-changed": QT_TRANSLATE_NOOP("Steps", "{name} changed."),
    "slot-emptied": QT_TRANSLATE_NOOP("Steps", "{name} is open again."),
    "slot-filled": QT_TRANSLATE_NOOP("Steps", "{name} has a writer."),
    "slot-removed": QT_TRANSLATE_NOOP("Steps", "{name} removed from what the application needs."),
    "target-added": QT_TRANSLATE_NOOP("Steps", "{name} added."),
    "target-applied": QT_TRANSLATE_NOOP("Steps", "Applied to {name}."),
    "target-changed": QT_TRANSLATE_NOOP("Steps", "{name} changed."),
    "template-changed": QT_TRANSLATE_NOOP("Steps", "Message text changed."),
    "template-restored": QT_TRANSLATE_NOOP("Steps", "Message text restored."),
    "target-removed": QT_TRANSLATE_NOOP("Steps", "{name} removed."),
    "workspace-set-up": QT_TRANSLATE_NOOP("Steps", "Your answers were added."),
}
"""A step over several records carries `count`; `_MANY` words those."""

_MANY: dict[str, str] = {
    "mentors-archived": QT_TRANSLATE_NOOP("Steps", "%n mentor(s) archived."),
    "mentors-deleted": QT_TRANSLATE_NOOP("Steps", "%n mentor(s) deleted."),
    "mentors-unarchived": QT_TRANSLATE_NOOP("Steps", "%n mentor(s) back in your list."),
}


def step_done(step: StepRow) -> str:
    """ "Dr. Bell archived." An unknown code says only that something changed."""
    count = int(step.data.get("count", "1"))
    if count > 1 and step.code in _MANY:
        return QCoreApplication.translate(_CONTEXT, _MANY[step.code], "", count)
    source = STEPS.get(step.code, QT_TRANSLATE_NOOP("Steps", "Changed."))
    data = {"name": "", **step.data}
    if "stage" in data:
        data["stage"] = word(Stage(data["stage"]))
    return QCoreApplication.translate(_CONTEXT, source).format(**data)


def step_undone(step: StepRow) -> str:
    """ "Undone: Dr. Bell archived." """
    text = QCoreApplication.translate("Steps", "Undone: {step}")
    return text.format(step=step_done(step))


def step_redone(step: StepRow) -> str:
    text = QCoreApplication.translate("Steps", "Done again: {step}")
    return text.format(step=step_done(step))
