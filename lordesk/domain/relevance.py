"""What the goals suggest as an answer about relevance, and why this mentor; the user decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.english import number
from lordesk.domain.fit import TOP_LEVEL
from lordesk.domain.goals import Degree, Emphasis, groups_called_for
from lordesk.domain.mentor_groups import group_of
from lordesk.domain.requirements import same_words
from lordesk.kinds import InteractionKind, MentorRole
from lordesk.rows.coaching import MentorGroup
from lordesk.rows.late import dataclass
from lordesk.rows.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lordesk.domain.goals import Goals
    from lordesk.kinds import ApplicationKind

_KNOWS_THE_LEVEL = frozenset(
    {
        MentorRole.CLERKSHIP_DIRECTOR,
        MentorRole.PROGRAM_DIRECTOR,
        MentorRole.DEPARTMENT_CHAIR,
        MentorRole.SUB_I_ATTENDING,
        MentorRole.COURSE_DIRECTOR,
        MentorRole.PREHEALTH_ADVISER,
    }
)


_LEADS = frozenset({MentorRole.PROGRAM_DIRECTOR, MentorRole.DEPARTMENT_CHAIR})
"""Clinical by group, yet what they watched may have been a talk."""
_WATCHES_NOBODY = frozenset({MentorRole.SHADOWED_PHYSICIAN})
"""Who was shadowed was watched, and not the applicant."""


@dataclass(frozen=True, kw_only=True)
class RelevanceFacts:
    """A mentor beside an application."""

    role: MentorRole
    specialty: str = ""
    wanted_specialty: str = ""
    linked: bool = False
    do_physician: bool = False


@dataclass(frozen=True)
class RelevanceHint:
    """`level` as the answers go, 0 to 4; `reasons` in the order in which they raised it."""

    level: int
    reasons: tuple[Reason, ...]


def relevance_hint(kind: ApplicationKind, goals: Goals, facts: RelevanceFacts) -> RelevanceHint:
    """From "far from what I apply for" upwards: two levels for the field, one for all else."""
    found = [(points, reason) for points, reason in _points(kind, goals, facts) if reason]
    return RelevanceHint(
        min(sum(points for points, _ in found), TOP_LEVEL), tuple(reason for _, reason in found)
    )


def _points(
    kind: ApplicationKind, goals: Goals, facts: RelevanceFacts
) -> list[tuple[int, Reason | None]]:
    group = group_of(facts.role)
    field = same_words(facts.specialty, facts.wanted_specialty)
    called_for = group in groups_called_for(kind, goals)
    degree = facts.do_physician and goals.degree in (Degree.DO, Degree.BOTH)
    level = {"role": facts.role}
    return [
        (2, Reason("same-field", {"specialty": facts.specialty.strip()}) if field else None),
        (
            1,
            Reason("kind-called-for", {"group": group, "emphasis": goals.emphasis})
            if called_for
            else None,
        ),
        (1, Reason("knows-the-level", level) if facts.role in _KNOWS_THE_LEVEL else None),
        (1, Reason("linked-to-targets") if facts.linked else None),
        (1, Reason("do-physician", {"degree": goals.degree}) if degree else None),
    ]


@dataclass(frozen=True, kw_only=True)
class Observed:
    """What is written down of the time with a mentor: `contacts` are the kinds that the log has,
    `level` is the answer to what the mentor has seen of the work.
    """

    contacts: Collection[InteractionKind] = ()
    level: int | None = None
    months_known: int | None = None


WHY_YOU = {
    "saw-patients": "you have seen me take care of patients",
    "saw-research": "you have seen my research up close",
    "saw-learning": "you have taught me and seen how I learn",
    "saw-feedback": "you gave me feedback and saw what I made of it",
    "same-field": "you work in the field that I want to enter",
    "do-physician": "you know osteopathic medicine from your own practice",
    "knows-the-level": "you know what is expected at the level that I am applying to",
    "known-long": "you have known me for {time}",
}
"""Sentences for the text of a message, which is in US English whatever the screen's is.

In the order in which they are told where the goals call for none of them.
"""
MOST_REASONS = 2

_SAW = {
    MentorGroup.CLINICAL: "saw-patients",
    MentorGroup.RESEARCH: "saw-research",
    MentorGroup.TEACHING: "saw-learning",
}
_AT_WORK = {
    MentorGroup.CLINICAL: {InteractionKind.ROTATION, InteractionKind.SHIFT},
    MentorGroup.RESEARCH: {
        InteractionKind.MEETING,
        InteractionKind.PRESENTATION,
        InteractionKind.FEEDBACK_GIVEN,
        InteractionKind.FEEDBACK_ACTED_ON,
    },
    MentorGroup.TEACHING: {
        InteractionKind.OFFICE_HOURS,
        InteractionKind.PRESENTATION,
        InteractionKind.FEEDBACK_GIVEN,
        InteractionKind.FEEDBACK_ACTED_ON,
    },
}
"""Contacts in which a mentor of the kind sees the work itself."""
_SERVES = {
    Emphasis.CLINICAL: "saw-patients",
    Emphasis.RESEARCH: "saw-research",
    Emphasis.SERVICE: "known-long",
    Emphasis.EDUCATION: "saw-learning",
    Emphasis.LEADERSHIP: "saw-feedback",
}
_WATCHED_LEVEL = 2
"""From "Has watched me now and then" upwards."""
_MONTHS_A_YEAR = 12


def why_you(
    kind: ApplicationKind, goals: Goals, facts: RelevanceFacts, observed: Observed
) -> tuple[str, ...]:
    """Codes of `WHY_YOU` that are written down of this mentor, first the one that serves the goals.

    A role alone tells of nothing that was seen: an attending may never have watched one work.
    """
    true = {reason.code for reason in relevance_hint(kind, goals, facts).reasons}
    if _has_watched(facts.role, observed):
        true.add(_SAW[group_of(facts.role)])
    if InteractionKind.FEEDBACK_ACTED_ON in observed.contacts:
        true.add("saw-feedback")
    if (observed.months_known or 0) >= _MONTHS_A_YEAR:
        true.add("known-long")
    first = _SERVES.get(goals.emphasis) if goals.emphasis else None
    return tuple(sorted((code for code in WHY_YOU if code in true), key=lambda c: c != first))


def why_you_text(codes: Sequence[str], observed: Observed) -> str:
    """Two reasons at most, as the end of "I am asking you because …"; "" where there is none."""
    years = (observed.months_known or 0) // _MONTHS_A_YEAR
    time = "a year" if years == 1 else f"{number(years)} years"
    return ", and ".join(WHY_YOU[code].format(time=time) for code in codes[:MOST_REASONS])


def _has_watched(role: MentorRole, observed: Observed) -> bool:
    """The user's own answer goes before what the log would suggest."""
    group = group_of(role)
    if group not in _SAW or role in _WATCHES_NOBODY:
        return False
    if observed.level is not None and observed.level < _WATCHED_LEVEL:
        return False
    if not _AT_WORK[group].isdisjoint(observed.contacts):
        return True
    return observed.level is not None and role not in _LEADS
