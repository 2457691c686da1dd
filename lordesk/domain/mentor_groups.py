"""The kinds of mentor of the guide, section 2, by the role that a mentor has."""

from __future__ import annotations

from lordesk.kinds import MentorRole
from lordesk.rows.coaching import MentorGroup

GROUPS: dict[MentorRole, MentorGroup] = {
    MentorRole.ATTENDING: MentorGroup.CLINICAL,
    MentorRole.SUB_I_ATTENDING: MentorGroup.CLINICAL,
    MentorRole.CLERKSHIP_DIRECTOR: MentorGroup.CLINICAL,
    MentorRole.PROGRAM_DIRECTOR: MentorGroup.CLINICAL,
    MentorRole.DEPARTMENT_CHAIR: MentorGroup.CLINICAL,
    MentorRole.RESIDENT: MentorGroup.CLINICAL,
    MentorRole.SHADOWED_PHYSICIAN: MentorGroup.CLINICAL,
    MentorRole.RESEARCH_PI: MentorGroup.RESEARCH,
    MentorRole.RESEARCH_MENTOR: MentorGroup.RESEARCH,
    MentorRole.COURSE_DIRECTOR: MentorGroup.TEACHING,
    MentorRole.SCIENCE_PROFESSOR: MentorGroup.TEACHING,
    MentorRole.OTHER_PROFESSOR: MentorGroup.TEACHING,
    MentorRole.LONGITUDINAL: MentorGroup.LONGITUDINAL,
    MentorRole.ADVISER: MentorGroup.LONGITUDINAL,
    MentorRole.PREHEALTH_ADVISER: MentorGroup.LONGITUDINAL,
    MentorRole.SUPERVISOR: MentorGroup.OTHER,
    MentorRole.OTHER: MentorGroup.OTHER,
}

ROTATION_ROLES = frozenset(
    {
        MentorRole.ATTENDING,
        MentorRole.SUB_I_ATTENDING,
        MentorRole.CLERKSHIP_DIRECTOR,
        MentorRole.RESIDENT,
    }
)
"""Known for the weeks of a rotation, and asked right after it."""


def group_of(role: MentorRole) -> MentorGroup:
    return GROUPS[role]
