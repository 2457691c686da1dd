"""The five fit questions, five phrases for each, and the reasons that follow from the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.domain.fit_reasons import fit_reason
from lordesk.kinds import FitQuestion
from ui.source_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.domain.relevance import RelevanceHint
    from lordesk.rows.letters import ApplicationRow
    from lordesk.rows.people import FitPart, FitRow
    from lordesk.rows.reason import Reason

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

_REASONS: dict[FitQuestion, tuple[str, str, str, str, str]] = {
    FitQuestion.DEPTH: (
        QT_TRANSLATE_NOOP("Fit", "has met you only once or twice"),
        QT_TRANSLATE_NOOP("Fit", "knows little more than your name"),
        QT_TRANSLATE_NOOP("Fit", "worked with you for a few weeks"),
        QT_TRANSLATE_NOOP("Fit", "saw you handle something hard"),
        QT_TRANSLATE_NOOP("Fit", "saw you grow and helped you do it"),
    ),
    FitQuestion.OBSERVED: (
        QT_TRANSLATE_NOOP("Fit", "has not seen you work yet"),
        QT_TRANSLATE_NOOP("Fit", "knows your work only from others"),
        QT_TRANSLATE_NOOP("Fit", "watched you now and then"),
        QT_TRANSLATE_NOOP("Fit", "watched you on most days"),
        QT_TRANSLATE_NOOP("Fit", "can describe your work in detail"),
    ),
}
"""What counts most, from least to most."""

_OTHER_REASONS: dict[FitQuestion, tuple[str, str]] = {
    FitQuestion.RELEVANCE: (
        QT_TRANSLATE_NOOP("Fit", "is far from what you apply for"),
        QT_TRANSLATE_NOOP("Fit", "works in your field"),
    ),
    FitQuestion.COMMUNICATION: (
        QT_TRANSLATE_NOOP("Fit", "is hard to reach or to learn from"),
        QT_TRANSLATE_NOOP("Fit", "communicates well"),
    ),
}
"""The questions that may stand against it: where they are low, and where they are high."""

_WHOLE = {
    "unanswered": QT_TRANSLATE_NOOP("Fit", "Five short answers show how well this person fits."),
    "big-name-brief-contact": QT_TRANSLATE_NOOP(
        "Fit", "Big name, brief contact: somebody who knows you better can say more."
    ),
    "core-open": QT_TRANSLATE_NOOP(
        "Fit", "What counts most is open: how well this person knows you."
    ),
}

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
    """What explains the points: the user's own words, else the phrase that was chosen, else what
    the goals say of it.
    """
    if part.reasons:
        text = QCoreApplication.translate("Fit", "From your goals: {reasons}")
        return text.format(reasons=_whys(part.reasons))
    if part.level is None:
        return QCoreApplication.translate("Fit", "Not answered yet")
    return part.evidence or _tr(PHRASES[part.question][part.level])


def explained(part: FitPart) -> str:
    """The phrase behind a bar, with what the goals say of it."""
    if part.level is None:
        return ""
    phrase = _tr(PHRASES[part.question][part.level])
    return f"{phrase}\n{evidence(part)}" if part.reasons else phrase


def reason(fit: FitRow) -> str:
    """One sentence: what speaks for this person, or what is missing."""
    found = fit_reason(fit)
    if found.code in _WHOLE:
        return _tr(_WHOLE[found.code])
    core = [part for part in (found.depth, found.observed) if part is not None]
    told = [_tr(_REASONS[part.question][part.level or 0]) for part in core]
    first = told[0] if len(told) == 1 else _joined(*told, agree=found.agree)
    other = found.other
    if other is None:
        sentence = first
    elif found.code == "weak-but":
        strong = _tr(_OTHER_REASONS[other.question][1])
        sentence = _joined(strong, told[0], agree=False)
    else:
        weak = _tr(_OTHER_REASONS[other.question][0])
        sentence = _joined(first, weak, agree=False)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _joined(first: str, second: str, *, agree: bool) -> str:
    if agree:
        text = QCoreApplication.translate("Fit", "{first} and {second}")
    else:
        text = QCoreApplication.translate("Fit", "{first}, but {second}")
    return text.format(first=first, second=second)


def from_goals(hint: RelevanceHint) -> str:
    """What is counted while the user has not chosen: "From your goals: Works in my field"."""
    text = QCoreApplication.translate("Fit", "From your goals: {phrase}")
    return text.format(phrase=_tr(PHRASES[FitQuestion.RELEVANCE][hint.level]))


def suggestion(hint: RelevanceHint) -> str:
    """ "Your goals suggest “Works in my field”: same specialty, knows the level you apply for."."""
    text = QCoreApplication.translate("Fit", "Your goals suggest “{phrase}”: {reasons}.")
    phrase = _tr(PHRASES[FitQuestion.RELEVANCE][hint.level])
    return text.format(phrase=phrase, reasons=_whys(hint.reasons))


def _whys(reasons: Iterable[Reason]) -> str:
    return ", ".join(_tr(_WHY[reason.code]) for reason in reasons)


def spoken(part: FitPart) -> str:
    """A bar as a screen reader says it."""
    text = QCoreApplication.translate("Fit", "{name}: {points} of {most} points. {evidence}")
    return text.format(
        name=short_name(part.question),
        points=part.points,
        most=part.max_points,
        evidence=evidence(part),
    )
