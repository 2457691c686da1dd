"""The five fit questions, five phrases for each, and the reasons that follow from the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import FitQuestion
from ui.source_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from lordesk.domain.relevance import RelevanceHint
    from lordesk.rows.letters import ApplicationRow
    from lordesk.rows.people import FitPart, FitRow

_CONTEXT = "Fit"
_GOOD = 60

QUESTIONS: dict[FitQuestion, str] = {
    FitQuestion.DEPTH: QT_TRANSLATE_NOOP("Fit", "How well does this person know you?"),
    FitQuestion.OBSERVED: QT_TRANSLATE_NOOP("Fit", "What has this person seen of your work?"),
    FitQuestion.RELEVANCE: QT_TRANSLATE_NOOP("Fit", "How close is this person to your goal?"),
    FitQuestion.COMMUNICATION: QT_TRANSLATE_NOOP("Fit", "How does this person communicate?"),
    FitQuestion.REPUTATION: QT_TRANSLATE_NOOP(
        "Fit", "How well known and connected is this person?"
    ),
}

HELP: dict[FitQuestion, str] = {
    FitQuestion.COMMUNICATION: QT_TRANSLATE_NOOP(
        "Fit",
        "Four signs: answers soon, is supportive yet honest, explains clearly, knows what "
        "applications ask for today.",
    ),
}

PHRASES: dict[FitQuestion, tuple[str, str, str, str, str]] = {
    FitQuestion.DEPTH: (
        QT_TRANSLATE_NOOP("Fit", "We have met once or twice"),
        QT_TRANSLATE_NOOP("Fit", "Knows my name and what I do"),
        QT_TRANSLATE_NOOP("Fit", "Has worked with me for a few weeks"),
        QT_TRANSLATE_NOOP("Fit", "Has seen me handle something hard"),
        QT_TRANSLATE_NOOP("Fit", "Has seen me grow and helped me do it"),
    ),
    FitQuestion.OBSERVED: (
        QT_TRANSLATE_NOOP("Fit", "Has not seen me work"),
        QT_TRANSLATE_NOOP("Fit", "Has heard about my work from others"),
        QT_TRANSLATE_NOOP("Fit", "Has watched me now and then"),
        QT_TRANSLATE_NOOP("Fit", "Has watched me on most days"),
        QT_TRANSLATE_NOOP("Fit", "Can tell several stories about my work"),
    ),
    FitQuestion.RELEVANCE: (
        QT_TRANSLATE_NOOP("Fit", "Far from what I apply for"),
        QT_TRANSLATE_NOOP("Fit", "Another field with some overlap"),
        QT_TRANSLATE_NOOP("Fit", "A field next to mine"),
        QT_TRANSLATE_NOOP("Fit", "Works in my field"),
        QT_TRANSLATE_NOOP("Fit", "Works in my field, at the level I apply for"),
    ),
    FitQuestion.COMMUNICATION: (
        QT_TRANSLATE_NOOP("Fit", "None of the four signs yet"),
        QT_TRANSLATE_NOOP("Fit", "One of the four signs"),
        QT_TRANSLATE_NOOP("Fit", "Two of the four signs"),
        QT_TRANSLATE_NOOP("Fit", "Three of the four signs"),
        QT_TRANSLATE_NOOP("Fit", "All four signs"),
    ),
    FitQuestion.REPUTATION: (
        QT_TRANSLATE_NOOP("Fit", "Not known beyond the team"),
        QT_TRANSLATE_NOOP("Fit", "Known in the department"),
        QT_TRANSLATE_NOOP("Fit", "Respected in the department"),
        QT_TRANSLATE_NOOP("Fit", "Leads a course, clerkship or program"),
        QT_TRANSLATE_NOOP("Fit", "Leads, and knows people at my programs"),
    ),
}

_DEPTH_REASONS = (
    QT_TRANSLATE_NOOP("Fit", "Has met you only once or twice"),
    QT_TRANSLATE_NOOP("Fit", "Knows who you are"),
    QT_TRANSLATE_NOOP("Fit", "Worked with you for a few weeks"),
    QT_TRANSLATE_NOOP("Fit", "Saw you handle something hard"),
    QT_TRANSLATE_NOOP("Fit", "Saw you grow and helped you do it"),
)
_OBSERVED_REASONS = (
    QT_TRANSLATE_NOOP("Fit", "has not seen you work yet"),
    QT_TRANSLATE_NOOP("Fit", "knows your work from others"),
    QT_TRANSLATE_NOOP("Fit", "watched you now and then"),
    QT_TRANSLATE_NOOP("Fit", "watched you on most days"),
    QT_TRANSLATE_NOOP("Fit", "can describe your work in detail"),
)
_ENOUGH = 2

_WHY = {
    "same-field": QT_TRANSLATE_NOOP("Fit", "same specialty"),
    "kind-called-for": QT_TRANSLATE_NOOP("Fit", "a kind of mentor that it calls for"),
    "knows-the-level": QT_TRANSLATE_NOOP("Fit", "knows the level you apply for"),
    "linked-to-targets": QT_TRANSLATE_NOOP("Fit", "knows one of your programs"),
    "do-physician": QT_TRANSLATE_NOOP("Fit", "is a DO"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def question(which: FitQuestion) -> str:
    return _tr(QUESTIONS[which])


def help_text(which: FitQuestion) -> str:
    return _tr(HELP[which]) if which in HELP else ""


def phrases(which: FitQuestion) -> list[str]:
    """From least to most, as the applicant says them."""
    return [_tr(phrase) for phrase in PHRASES[which]]


def short_name(which: FitQuestion) -> str:
    """What stands beside the bar."""
    return {
        FitQuestion.DEPTH: QCoreApplication.translate("Fit", "Depth of relationship"),
        FitQuestion.OBSERVED: QCoreApplication.translate("Fit", "Observed you directly"),
        FitQuestion.RELEVANCE: QCoreApplication.translate("Fit", "Relevance to your goal"),
        FitQuestion.COMMUNICATION: QCoreApplication.translate("Fit", "Communication"),
        FitQuestion.REPUTATION: QCoreApplication.translate("Fit", "Reputation, connections"),
    }[which]


def band(fit: FitRow) -> str:
    if not fit.answered:
        return QCoreApplication.translate("Fit", "No answers yet")
    return {
        80: QCoreApplication.translate("Fit", "Strong fit"),
        60: QCoreApplication.translate("Fit", "Good fit"),
        40: QCoreApplication.translate("Fit", "Some fit"),
        0: QCoreApplication.translate("Fit", "Early days"),
    }[fit.band]


def goal(application: ApplicationRow) -> str:
    """ "Fit for Internal Medicine 2027": the goal that the number is about."""
    return _tr(QT_TRANSLATE_NOOP("Fit", "Fit for {name}")).format(name=application.name)


def required(fit: FitRow, count: int, schools: bool) -> str:
    """ "Required by 11 programs", said beside a low number, since that is no reason to worry."""
    if not count or fit.band >= _GOOD:
        return ""
    if schools:
        return QCoreApplication.translate("Fit", "Required by %n school(s)", "", count)
    return QCoreApplication.translate("Fit", "Required by %n program(s)", "", count)


def evidence(part: FitPart) -> str:
    """What explains the points: the user's own words, else the phrase that was chosen."""
    if part.level is None:
        return QCoreApplication.translate("Fit", "Not answered yet")
    return part.evidence or _tr(PHRASES[part.question][part.level])


def reason(fit: FitRow) -> str:
    """One sentence: what speaks for this person, or what is missing."""
    if not fit.answered:
        return QCoreApplication.translate(
            "Fit", "Five short answers show how well this person fits."
        )
    if fit.big_name_brief_contact:
        return QCoreApplication.translate(
            "Fit", "Big name, brief contact: somebody who knows you better can say more."
        )
    levels = {part.question: part.level for part in fit.parts}
    depth, observed = levels[FitQuestion.DEPTH], levels[FitQuestion.OBSERVED]
    if depth is None and observed is None:
        return QCoreApplication.translate(
            "Fit", "What counts most is open: how well this person knows you."
        )
    if depth is None or observed is None:
        told = _tr(_DEPTH_REASONS[depth]) if depth is not None else ""
        if observed is not None:
            told = _tr(_OBSERVED_REASONS[observed])
            told = told[:1].upper() + told[1:]
        return QCoreApplication.translate("Fit", "{fact}.").format(fact=told)
    agree = (depth >= _ENOUGH) == (observed >= _ENOUGH)
    sentence = (
        QT_TRANSLATE_NOOP("Fit", "{depth} and {observed}.")
        if agree
        else QT_TRANSLATE_NOOP("Fit", "{depth}, but {observed}.")
    )
    return _tr(sentence).format(
        depth=_tr(_DEPTH_REASONS[depth]), observed=_tr(_OBSERVED_REASONS[observed])
    )


def suggestion(hint: RelevanceHint) -> str:
    """ "Suggested: “Works in my field”, because of the specialty and the role."."""
    reasons = [_tr(_WHY[reason.code]) for reason in hint.reasons if reason.code in _WHY]
    text = QCoreApplication.translate("Fit", "Your goals suggest “{phrase}”: {reasons}.")
    phrase = _tr(PHRASES[FitQuestion.RELEVANCE][hint.level])
    return text.format(phrase=phrase, reasons=", ".join(reasons))


def spoken(part: FitPart) -> str:
    """A bar as a screen reader says it."""
    text = QCoreApplication.translate("Fit", "{name}: {points} of {most} points. {evidence}")
    return text.format(
        name=short_name(part.question),
        points=part.points,
        most=part.max_points,
        evidence=evidence(part),
    )
