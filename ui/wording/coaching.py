"""What the coach says: whether an ask is due, what is missing, and who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.rows.coaching import MentorGroup
from ui.source_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from lordesk.rows.coaching import MentorMix, Readiness
    from lordesk.rows.reason import Reason

_READY = {
    "ready": QT_TRANSLATE_NOOP("Coaching", "Ready to ask"),
    "nearly": QT_TRANSLATE_NOOP("Coaching", "Nearly ready to ask"),
    "not_yet": QT_TRANSLATE_NOOP("Coaching", "Not ready to ask yet"),
}
_GROUPS = {
    MentorGroup.CLINICAL: QT_TRANSLATE_NOOP("Coaching", "Clinical"),
    MentorGroup.TEACHING: QT_TRANSLATE_NOOP("Coaching", "Teaching"),
    MentorGroup.RESEARCH: QT_TRANSLATE_NOOP("Coaching", "Research"),
    MentorGroup.LONGITUDINAL: QT_TRANSLATE_NOOP("Coaching", "Long-term"),
    MentorGroup.OTHER: QT_TRANSLATE_NOOP("Coaching", "Work and service"),
}
_MISSING_GROUPS = {
    MentorGroup.CLINICAL: QT_TRANSLATE_NOOP(
        "Coaching", "%n clinical mentor(s) missing: an attending or a physician you work with."
    ),
    MentorGroup.TEACHING: QT_TRANSLATE_NOOP(
        "Coaching", "%n teacher(s) missing: a professor who knows your work."
    ),
    MentorGroup.RESEARCH: QT_TRANSLATE_NOOP(
        "Coaching", "%n research mentor(s) missing: a PI or who guides your project."
    ),
    MentorGroup.LONGITUDINAL: QT_TRANSLATE_NOOP(
        "Coaching", "%n long-term mentor(s) missing: somebody who sees you grow, as an adviser."
    ),
    MentorGroup.OTHER: QT_TRANSLATE_NOOP(
        "Coaching", "%n mentor(s) from work or service missing: a supervisor, for example."
    ),
}


def ready(found: Readiness) -> str:
    return QCoreApplication.translate("Coaching", _READY[found.code])


def lacking(reason: Reason) -> str:
    """What is missing before an ask: "No feedback asked for yet."."""
    have, enough = reason.data.get("have"), _number(reason.data.get("enough"))
    if reason.code == "months-known":
        if have is None:
            return QCoreApplication.translate(
                "Coaching", "Not written down since when you know them."
            )
        text = QCoreApplication.translate("Coaching", "Known for {known} of {enough}.")
        return text.format(known=_months(_number(have)), enough=_months(enough))
    if reason.code == "interactions" and not have:
        return QCoreApplication.translate("Coaching", "No contact logged yet.")
    if reason.code == "interactions":
        text = QCoreApplication.translate(
            "Coaching", "%n contact(s) logged. {enough} say more.", "", _number(have)
        )
        return text.format(enough=enough)
    if reason.code == "feedback":
        return QCoreApplication.translate("Coaching", "No feedback asked for yet.")
    if reason.code == "feedback-used":
        return QCoreApplication.translate("Coaching", "No feedback acted on yet.")
    if not have:
        return QCoreApplication.translate(
            "Coaching", "No shared moment kept yet. Two stories make a letter."
        )
    return QCoreApplication.translate("Coaching", "One shared moment kept. A second story helps.")


def group(which: MentorGroup, count: int) -> str:
    """ "Research 2"."""
    name = QCoreApplication.translate("Coaching", _GROUPS[which])
    return f"{name} {count}"


def mix_title(mix: MentorMix) -> str:
    if not mix.more:
        return QCoreApplication.translate("Coaching", "Your mentors are enough to choose from.")
    have = sum(mix.by_group.values())
    text = QCoreApplication.translate(
        "Coaching", "%n more mentor(s) would be good: {have} of {wanted}.", "", mix.more
    )
    return text.format(have=have, wanted=mix.wanted)


def mix_reason(reason: Reason) -> str:
    """Who is missing, or has not known one for long; "" for what the title says already."""
    data = reason.data
    if reason.code == "group-missing":
        count = _number(data["least"]) - _number(data["have"])
        source = _MISSING_GROUPS[MentorGroup(str(data["group"]))]
        return QCoreApplication.translate("Coaching", source, "", count)
    if reason.code == "known-too-short":
        text = QCoreApplication.translate("Coaching", "{known} of them known for {months} or more.")
        return text.format(known=data["known"], months=_months(_number(data["months"])))
    return ""


def _months(count: int) -> str:
    return QCoreApplication.translate("Coaching", "%n month(s)", "", count)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
