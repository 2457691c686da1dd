"""What the applicant aims at, as typed values over the stored goals of an application."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from lordesk.domain.mentor_groups import group_of
from lordesk.kinds import ApplicationKind, Highlight, MentorRole
from lordesk.rows.coaching import MentorGroup
from lordesk.rows.late import dataclass
from lordesk.rows.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

E = TypeVar("E", bound=StrEnum)


class Degree(StrEnum):
    MD = "md"
    DO = "do"
    BOTH = "both"


class Emphasis(StrEnum):
    CLINICAL = "clinical"
    RESEARCH = "research"
    SERVICE = "service"
    EDUCATION = "education"
    LEADERSHIP = "leadership"


class Setting(StrEnum):
    ACADEMIC = "academic"
    COMMUNITY = "community"
    MIXED = "mixed"
    RURAL = "rural"


class Competitiveness(StrEnum):
    USUAL = "usual"
    HIGH = "high"
    VERY_HIGH = "very_high"


@dataclass(frozen=True, kw_only=True)
class Goals:
    """None where the applicant has not decided. `values` is what the targets value, as typed."""

    degree: Degree | None = None
    emphasis: Emphasis | None = None
    setting: Setting | None = None
    competitiveness: Competitiveness | None = None
    values: str = ""


def read_goals(stored: Mapping[str, str]) -> Goals:
    """A value that this version does not know counts as not decided."""
    return Goals(
        degree=_known(Degree, stored.get("degree", "")),
        emphasis=_known(Emphasis, stored.get("emphasis", "")),
        setting=_known(Setting, stored.get("setting", "")),
        competitiveness=_known(Competitiveness, stored.get("competitiveness", "")),
        values=stored.get("values", "").strip(),
    )


def stored_goals(goals: Goals) -> dict[str, str]:
    """Only what has been decided."""
    found = {
        "degree": goals.degree or "",
        "emphasis": goals.emphasis or "",
        "setting": goals.setting or "",
        "competitiveness": goals.competitiveness or "",
        "values": goals.values.strip(),
    }
    return {key: str(value) for key, value in found.items() if value}


def _known(kind: type[E], value: str) -> E | None:
    return kind(value) if value in set(kind) else None


# Guide, sections 1 and 2: which mentors can speak to what.
_CALLED_FOR: dict[Emphasis, tuple[MentorGroup, ...]] = {
    Emphasis.CLINICAL: (MentorGroup.CLINICAL,),
    Emphasis.RESEARCH: (MentorGroup.RESEARCH,),
    Emphasis.SERVICE: (MentorGroup.CLINICAL, MentorGroup.LONGITUDINAL),
    Emphasis.EDUCATION: (MentorGroup.TEACHING,),
    Emphasis.LEADERSHIP: (MentorGroup.LONGITUDINAL,),
}
_ALWAYS: dict[ApplicationKind, tuple[MentorGroup, ...]] = {
    ApplicationKind.RESIDENCY: (MentorGroup.CLINICAL,),
    ApplicationKind.MEDICAL_SCHOOL: (MentorGroup.TEACHING,),
    ApplicationKind.AWAY_ROTATION: (MentorGroup.CLINICAL,),
    ApplicationKind.SCHOLARSHIP: (),
    ApplicationKind.OTHER: (),
}


def groups_called_for(kind: ApplicationKind, goals: Goals) -> tuple[MentorGroup, ...]:
    """The kinds of mentor that an application with these goals needs, the usual ones first."""
    wanted = (*_ALWAYS[kind], *(_CALLED_FOR[goals.emphasis] if goals.emphasis else ()))
    return tuple(dict.fromkeys(wanted))


_FIRST_TO_ADD = {
    MentorGroup.CLINICAL: MentorRole.ATTENDING,
    MentorGroup.TEACHING: MentorRole.SCIENCE_PROFESSOR,
    MentorGroup.RESEARCH: MentorRole.RESEARCH_PI,
    MentorGroup.LONGITUDINAL: MentorRole.LONGITUDINAL,
}


def role_to_add(group: MentorGroup, kind: ApplicationKind) -> MentorRole:
    """With what a mentor of a kind is begun; the form lets one change it."""
    if group is MentorGroup.CLINICAL and kind is ApplicationKind.MEDICAL_SCHOOL:
        return MentorRole.SHADOWED_PHYSICIAN
    return _FIRST_TO_ADD[group]


def missing_mentors(
    kind: ApplicationKind, goals: Goals, roles: Collection[MentorRole]
) -> tuple[Reason, ...]:
    """ "Research-heavy, no PI yet": what the goals call for and nobody is.

    `roles` are those of the mentors that there are. Each reason has in its data the `role` that
    one would add, and what calls for it.
    """
    groups = {group_of(role) for role in roles}
    called_for = _CALLED_FOR[goals.emphasis] if goals.emphasis else ()
    found = [
        Reason(
            "no-mentor-of-kind",
            {
                "group": group,
                "emphasis": goals.emphasis if group in called_for else None,
                "role": role_to_add(group, kind),
            },
        )
        for group in groups_called_for(kind, goals)
        if group not in groups
    ]
    heavy = goals.emphasis is Emphasis.RESEARCH and MentorGroup.RESEARCH in groups
    if heavy and MentorRole.RESEARCH_PI not in roles:
        found.append(Reason("no-pi", {"role": MentorRole.RESEARCH_PI}))
    if goals.setting is Setting.ACADEMIC and goals.competitiveness is Competitiveness.VERY_HIGH:
        heads = {MentorRole.PROGRAM_DIRECTOR, MentorRole.DEPARTMENT_CHAIR}
        if kind is ApplicationKind.RESIDENCY and heads.isdisjoint(roles):
            found.append(Reason("no-leader-of-field", {"role": MentorRole.PROGRAM_DIRECTOR}))
    return tuple(found)


_SHOWS: dict[Emphasis, tuple[Highlight, ...]] = {
    Emphasis.CLINICAL: (
        Highlight.CLINICAL_REASONING,
        Highlight.OWNERSHIP,
        Highlight.TEAMWORK,
        Highlight.COMPASSION,
    ),
    Emphasis.RESEARCH: (
        Highlight.INDEPENDENCE_IN_RESEARCH,
        Highlight.WRITING_PRESENTING,
        Highlight.CURIOSITY,
    ),
    Emphasis.SERVICE: (Highlight.COMPASSION, Highlight.COMMUNICATION, Highlight.TEAMWORK),
    Emphasis.EDUCATION: (Highlight.TEACHING, Highlight.WRITING_PRESENTING),
    Emphasis.LEADERSHIP: (Highlight.LEADERSHIP, Highlight.TEAMWORK, Highlight.OWNERSHIP),
}


def highlights_for(goals: Goals) -> tuple[Highlight, ...]:
    """Those that show what the applicant aims at, the most telling first."""
    return _SHOWS[goals.emphasis] if goals.emphasis else ()
