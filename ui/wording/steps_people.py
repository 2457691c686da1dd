"""The steps about people, and those over several of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.source_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

PEOPLE: dict[str, tuple[str, str]] = {
    "coach-step-ended": (
        QT_TRANSLATE_NOOP("Steps", "Not suggested for {name} again."),
        QT_TRANSLATE_NOOP("Steps", "ending a suggestion for {name}"),
    ),
    "coach-task-added": (
        QT_TRANSLATE_NOOP("Steps", "Task with {name} added for this week."),
        QT_TRANSLATE_NOOP("Steps", "adding a task with {name}"),
    ),
    "contact-changed": (
        QT_TRANSLATE_NOOP("Steps", "Contact with {name} changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to a contact with {name}"),
    ),
    "contact-logged": (
        QT_TRANSLATE_NOOP("Steps", "Contact with {name} logged."),
        QT_TRANSLATE_NOOP("Steps", "logging a contact with {name}"),
    ),
    "contact-removed": (
        QT_TRANSLATE_NOOP("Steps", "Contact with {name} removed."),
        QT_TRANSLATE_NOOP("Steps", "removing a contact with {name}"),
    ),
    "fit-changed": (
        QT_TRANSLATE_NOOP("Steps", "Fit of {name} changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to the fit of {name}"),
    ),
    "mentor-added": (
        QT_TRANSLATE_NOOP("Steps", "{name} added."),
        QT_TRANSLATE_NOOP("Steps", "adding {name}"),
    ),
    "mentor-changed": (
        QT_TRANSLATE_NOOP("Steps", "{name} changed."),
        QT_TRANSLATE_NOOP("Steps", "the change to {name}"),
    ),
    "mentors-archived": (
        QT_TRANSLATE_NOOP("Steps", "{name} archived."),
        QT_TRANSLATE_NOOP("Steps", "archiving {name}"),
    ),
    "mentors-deleted": (
        QT_TRANSLATE_NOOP("Steps", "{name} deleted."),
        QT_TRANSLATE_NOOP("Steps", "deleting {name}"),
    ),
    "mentors-merged": (
        QT_TRANSLATE_NOOP("Steps", "Two records of {name} are one now."),
        QT_TRANSLATE_NOOP("Steps", "merging two records of {name}"),
    ),
    "mentors-removed": (
        QT_TRANSLATE_NOOP("Steps", "{name} deleted."),
        QT_TRANSLATE_NOOP("Steps", "deleting {name}"),
    ),
    "mentors-tagged": (
        QT_TRANSLATE_NOOP("Steps", "{name} tagged “{tag}”."),
        QT_TRANSLATE_NOOP("Steps", "tagging {name} “{tag}”"),
    ),
    "mentors-untagged": (
        QT_TRANSLATE_NOOP("Steps", "Tag “{tag}” taken off {name}."),
        QT_TRANSLATE_NOOP("Steps", "taking the tag “{tag}” off {name}"),
    ),
    "mentors-unarchived": (
        QT_TRANSLATE_NOOP("Steps", "{name} is back in your list."),
        QT_TRANSLATE_NOOP("Steps", "taking {name} back into your list"),
    ),
    "moment-added": (
        QT_TRANSLATE_NOOP("Steps", "Moment with {name} kept."),
        QT_TRANSLATE_NOOP("Steps", "keeping a moment with {name}"),
    ),
    "moment-removed": (
        QT_TRANSLATE_NOOP("Steps", "Moment with {name} removed."),
        QT_TRANSLATE_NOOP("Steps", "removing a moment with {name}"),
    ),
}

MANY: dict[str, tuple[str, str]] = {
    "mentors-archived": (
        QT_TRANSLATE_NOOP("Steps", "%n mentor(s) archived."),
        QT_TRANSLATE_NOOP("Steps", "archiving %n mentor(s)"),
    ),
    "mentors-deleted": (
        QT_TRANSLATE_NOOP("Steps", "%n mentor(s) deleted."),
        QT_TRANSLATE_NOOP("Steps", "deleting %n mentor(s)"),
    ),
    "mentors-tagged": (
        QT_TRANSLATE_NOOP("Steps", "%n mentor(s) tagged “{tag}”."),
        QT_TRANSLATE_NOOP("Steps", "tagging %n mentor(s) “{tag}”"),
    ),
    "mentors-untagged": (
        QT_TRANSLATE_NOOP("Steps", "Tag “{tag}” taken off %n mentor(s)."),
        QT_TRANSLATE_NOOP("Steps", "taking the tag “{tag}” off %n mentor(s)"),
    ),
    "mentors-unarchived": (
        QT_TRANSLATE_NOOP("Steps", "%n mentor(s) back in your list."),
        QT_TRANSLATE_NOOP("Steps", "taking %n mentor(s) back into your list"),
    ),
}


def removed(data: Mapping[str, str], form: int) -> str:
    """ "2 deleted, 1 archived: Dr. Kwan has sent requests." The archive is no choice, so it is said
    why.
    """
    deleted, archived = int(data["deleted"]), int(data["archived"])
    if form == 1:
        return QCoreApplication.translate("Steps", "removing %n mentor(s)", "", deleted + archived)
    if not archived:
        return QCoreApplication.translate("Steps", "%n mentor(s) deleted.", "", deleted)
    who = data["asked"]
    if not deleted:
        text = QCoreApplication.translate(
            "Steps", "%n archived, since {who} (has|have) sent requests.", "", archived
        )
        return text.format(who=who)
    counts = QCoreApplication.translate("Steps", "{deleted} deleted, {archived} archived: {why}")
    why = QCoreApplication.translate("Steps", "{who} (has|have) sent requests.", "", archived)
    return counts.format(deleted=deleted, archived=archived, why=why.format(who=who))
