"""What a mentor could emphasize, sorted by what that mentor has observed and by the goals.

The order is a suggestion for a list of choices: nothing is picked, and nothing is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.goals import highlights_for
from lordesk.kinds import Highlight, InteractionKind, MentorRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.domain.goals import Goals
    from lordesk.rows.people import InteractionRow

_CLINICAL = (
    Highlight.CLINICAL_REASONING,
    Highlight.OWNERSHIP,
    Highlight.TEAMWORK,
    Highlight.COMMUNICATION,
    Highlight.COMPASSION,
)
_RESEARCH = (
    Highlight.INDEPENDENCE_IN_RESEARCH,
    Highlight.WRITING_PRESENTING,
    Highlight.PERSEVERANCE,
    Highlight.CURIOSITY,
)
_COURSE = (Highlight.CURIOSITY, Highlight.PERSEVERANCE, Highlight.WRITING_PRESENTING)
_WORK = (Highlight.TEAMWORK, Highlight.LEADERSHIP, Highlight.COMMUNICATION)
_SEEN_IN_ROLE = {
    MentorRole.RESEARCH_PI: _RESEARCH,
    MentorRole.RESEARCH_MENTOR: _RESEARCH,
    MentorRole.COURSE_DIRECTOR: _COURSE,
    MentorRole.SCIENCE_PROFESSOR: _COURSE,
    MentorRole.OTHER_PROFESSOR: _COURSE,
    MentorRole.ADVISER: _WORK,
    MentorRole.PREHEALTH_ADVISER: _WORK,
    MentorRole.SUPERVISOR: _WORK,
    MentorRole.OTHER: (),
}
_SEEN_IN_CONTACT = {
    InteractionKind.ROTATION: _CLINICAL,
    InteractionKind.SHIFT: _CLINICAL,
    InteractionKind.PRESENTATION: (Highlight.WRITING_PRESENTING,),
    InteractionKind.FEEDBACK_ASKED: (Highlight.RESPONSE_TO_FEEDBACK,),
    InteractionKind.FEEDBACK_GIVEN: (Highlight.RESPONSE_TO_FEEDBACK,),
    InteractionKind.FEEDBACK_ACTED_ON: (Highlight.RESPONSE_TO_FEEDBACK,),
    InteractionKind.OFFICE_HOURS: (Highlight.CURIOSITY,),
}
_WORDS = {
    Highlight.CLINICAL_REASONING: ("diagnos", "differential", "reasoning", "workup"),
    Highlight.OWNERSHIP: ("ownership", "my patient", "followed up", "admission"),
    Highlight.INDEPENDENCE_IN_RESEARCH: ("research", "analysis", "cohort", "project", "data"),
    Highlight.RESPONSE_TO_FEEDBACK: ("feedback",),
    Highlight.WRITING_PRESENTING: ("present", "poster", "abstract", "paper", "manuscript"),
    Highlight.TEAMWORK: ("team", "night", "code"),
    Highlight.TEACHING: ("taught", "teach", "tutor"),
    Highlight.PERSEVERANCE: ("again", "deadline", "late", "rebuilt"),
    Highlight.CURIOSITY: ("question", "read", "asked about"),
    Highlight.COMPASSION: ("family", "bedside", "hospice", "sat with"),
    Highlight.COMMUNICATION: ("explain", "interpreter", "call"),
    Highlight.LEADERSHIP: ("led", "organiz", "chief"),
}
_ROLE_POINTS, _CONTACT_POINTS, _WORD_POINTS = 3, 2, 2


def highlight_order(
    role: MentorRole,
    contacts: Iterable[InteractionRow],
    texts: Iterable[str],
    goals: Goals,
) -> tuple[Highlight, ...]:
    """All of them: first what the mentor saw and the goals call for, then what the mentor saw,
    then what the goals call for. Nobody can speak well to what they have not seen.

    A kind of contact or a word counts once, however often it occurs.
    """
    contacts = tuple(contacts)
    points = dict.fromkeys(Highlight, 0)
    for highlight in _SEEN_IN_ROLE.get(role, _CLINICAL):
        points[highlight] += _ROLE_POINTS
    for kind in {contact.kind for contact in contacts}:
        for highlight in _SEEN_IN_CONTACT.get(kind, ()):
            points[highlight] += _CONTACT_POINTS
    told = " ".join([*(contact.note for contact in contacts), *texts]).casefold()
    for highlight, words in _WORDS.items():
        if any(word in told for word in words):
            points[highlight] += _WORD_POINTS
    serves = highlights_for(goals)
    order = list(dict.fromkeys((*serves, *Highlight)))
    return tuple(
        sorted(
            order,
            key=lambda h: (not points[h], h not in serves, -points[h], order.index(h)),
        )
    )
