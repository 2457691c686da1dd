"""What the goals suggest as an answer about relevance, and why this mentor; the user decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.fit import TOP_LEVEL
from lordesk.domain.goals import Degree, Emphasis, groups_called_for
from lordesk.domain.mentor_groups import group_of
from lordesk.domain.requirements import same_words
from lordesk.kinds import InteractionKind, MentorRole
from lordesk.rows.coaching import MentorGroup
from lordesk.rows.late import dataclass
from lordesk.rows.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Collection

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


@dataclass(frozen=True, kw_only=True)
class RelevanceFacts:
    """A mentor beside an application. `contacts` are the kinds that the log has."""

    role: MentorRole
    specialty: str = ""
    wanted_specialty: str = ""
    linked: bool = False
    do_physician: bool = False
    contacts: Collection[InteractionKind] = ()


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


WHY_YOU = {
    "same-field": "because you work in {specialty}, the field that I am applying to",
    "saw-patients": "because you have seen me care for patients",
    "saw-research": "because you have seen my research from close by",
    "taught-me": "because you have taught me and know how I learn",
    "saw-me-grow": "because you have known me over a long time",
    "saw-feedback": "because you gave me feedback and saw what I made of it",
    "knows-the-level": "because you know what is expected at the level that I am applying to",
    "do-physician": "because you know osteopathic medicine from your own practice",
}
"""Half sentences for the text of a message, which is in US English whatever the screen's is."""

_SAW = {
    MentorGroup.CLINICAL: "saw-patients",
    MentorGroup.RESEARCH: "saw-research",
    MentorGroup.TEACHING: "taught-me",
    MentorGroup.LONGITUDINAL: "saw-me-grow",
}
_SERVES = {
    Emphasis.CLINICAL: "saw-patients",
    Emphasis.RESEARCH: "saw-research",
    Emphasis.EDUCATION: "taught-me",
    Emphasis.LEADERSHIP: "saw-me-grow",
}


def why_you(kind: ApplicationKind, goals: Goals, facts: RelevanceFacts) -> tuple[str, ...]:
    """Codes of `WHY_YOU` that are true of this mentor, those first that serve the goals."""
    found = []
    seen = _SAW.get(group_of(facts.role))
    if seen is not None:
        found.append(seen)
    if InteractionKind.FEEDBACK_ACTED_ON in facts.contacts:
        found.append("saw-feedback")
    told = {reason.code for reason in relevance_hint(kind, goals, facts).reasons}
    found += [code for code in ("same-field", "do-physician", "knows-the-level") if code in told]
    first = _SERVES.get(goals.emphasis) if goals.emphasis else None
    return tuple(sorted(found, key=lambda code: code != first))


def why_you_text(code: str, facts: RelevanceFacts) -> str:
    return WHY_YOU[code].format(specialty=facts.specialty.strip())
