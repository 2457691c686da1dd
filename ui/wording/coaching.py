"""What the coach says: whether an ask is due, what is missing, and who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import MentorRole
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


_AIMS = {
    "clinical": QT_TRANSLATE_NOOP("Coaching", "Close to patients"),
    "research": QT_TRANSLATE_NOOP("Coaching", "Research-heavy"),
    "service": QT_TRANSLATE_NOOP("Coaching", "Service-minded"),
    "education": QT_TRANSLATE_NOOP("Coaching", "Drawn to teaching"),
    "leadership": QT_TRANSLATE_NOOP("Coaching", "Drawn to leadership"),
}
_NOBODY = {
    MentorGroup.CLINICAL: (
        QT_TRANSLATE_NOOP("Coaching", "No physician yet."),
        QT_TRANSLATE_NOOP("Coaching", "{aim}, no physician yet."),
        QT_TRANSLATE_NOOP("Coaching", "A physician can tell how you are with patients."),
    ),
    MentorGroup.TEACHING: (
        QT_TRANSLATE_NOOP("Coaching", "No professor yet."),
        QT_TRANSLATE_NOOP("Coaching", "{aim}, no teacher yet."),
        QT_TRANSLATE_NOOP("Coaching", "A professor who knows your work can tell how you learn."),
    ),
    MentorGroup.RESEARCH: (
        QT_TRANSLATE_NOOP("Coaching", "No PI yet."),
        QT_TRANSLATE_NOOP("Coaching", "{aim}, no PI yet."),
        QT_TRANSLATE_NOOP("Coaching", "The head of your project can tell how you think."),
    ),
    MentorGroup.LONGITUDINAL: (
        QT_TRANSLATE_NOOP("Coaching", "No long-term mentor yet."),
        QT_TRANSLATE_NOOP("Coaching", "{aim}, no long-term mentor yet."),
        QT_TRANSLATE_NOOP("Coaching", "Somebody who has known you for long can tell how you grew."),
    ),
}
"""What is said without a goal that calls for it, with one, and what such a mentor could tell."""
_ADD = {
    MentorRole.ATTENDING: QT_TRANSLATE_NOOP("Coaching", "Add an attending"),
    MentorRole.SHADOWED_PHYSICIAN: QT_TRANSLATE_NOOP("Coaching", "Add a physician"),
    MentorRole.SCIENCE_PROFESSOR: QT_TRANSLATE_NOOP("Coaching", "Add a professor"),
    MentorRole.RESEARCH_PI: QT_TRANSLATE_NOOP("Coaching", "Add a PI"),
    MentorRole.LONGITUDINAL: QT_TRANSLATE_NOOP("Coaching", "Add a long-term mentor"),
    MentorRole.PROGRAM_DIRECTOR: QT_TRANSLATE_NOOP("Coaching", "Add a program director"),
}


def missing(reason: Reason) -> str:
    """Who is missing as the goals stand: "Research-heavy, no PI yet."."""
    if reason.code == "no-pi":
        group, emphasis = MentorGroup.RESEARCH, "research"
    elif reason.code == "no-leader-of-field":
        return QCoreApplication.translate(
            "Coaching", "Very competitive, nobody yet who leads in the field."
        )
    else:
        group, emphasis = MentorGroup(str(reason.data["group"])), str(reason.data["emphasis"] or "")
    plain, aimed, _ = _NOBODY[group]
    if not emphasis:
        return QCoreApplication.translate("Coaching", plain)
    aim = QCoreApplication.translate("Coaching", _AIMS[emphasis])
    return QCoreApplication.translate("Coaching", aimed).format(aim=aim)


def who_helps(reason: Reason) -> str:
    """What somebody of the kind that is missing could tell."""
    if reason.code == "no-leader-of-field":
        return QCoreApplication.translate(
            "Coaching", "A director or chair who knows you well knows what programs look for."
        )
    group = MentorGroup(str(reason.data.get("group", MentorGroup.RESEARCH)))
    return QCoreApplication.translate("Coaching", _NOBODY[group][2])


def add(role: MentorRole) -> str:
    """The button that begins with such a mentor."""
    return QCoreApplication.translate("Coaching", _ADD[role])


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
