"""Whether the mentors that one has are the right ones and enough, with an application or without.

Guide, sections 2, 5 and 6: several kinds of mentor, some of them known for half a year or more,
and more of them than letters are needed, since people decline, leave or miss dates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import thresholds
from lordesk.domain.goals import role_to_add
from lordesk.domain.mentor_groups import group_of
from lordesk.kinds import ApplicationKind
from lordesk.rows.coaching import MentorGroup, MentorMix
from lordesk.rows.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lordesk.rows.coaching import MixMentor

# Guide, section 6: letters that are usually needed.
_USUAL = {
    ApplicationKind.MEDICAL_SCHOOL: 3,
    ApplicationKind.RESIDENCY: 4,
    ApplicationKind.AWAY_ROTATION: 1,
    ApplicationKind.SCHOLARSHIP: 2,
    ApplicationKind.OTHER: 3,
}
# Guide, sections 2 and 6: two to three academic and sometimes one clinical letter, and so on.
_MIX: dict[ApplicationKind, dict[MentorGroup, int]] = {
    ApplicationKind.MEDICAL_SCHOOL: {
        MentorGroup.TEACHING: 2,
        MentorGroup.CLINICAL: 1,
        MentorGroup.LONGITUDINAL: 1,
    },
    ApplicationKind.RESIDENCY: {MentorGroup.CLINICAL: 3},
    ApplicationKind.AWAY_ROTATION: {MentorGroup.CLINICAL: 1},
    ApplicationKind.SCHOLARSHIP: {MentorGroup.TEACHING: 1},
    ApplicationKind.OTHER: {MentorGroup.TEACHING: 1},
}


def mentor_mix(mentors: Sequence[MixMentor], kind: ApplicationKind) -> MentorMix:
    """`reasons` tell first who is missing, then how many, then how long they have known one."""
    by_group = dict.fromkeys(MentorGroup, 0)
    for mentor in mentors:
        by_group[group_of(mentor.role)] += 1
    needed = _USUAL[kind]
    wanted = needed + thresholds.SPARE_MENTORS.value
    known = sum(
        mentor.months_known is not None and mentor.months_known >= thresholds.KNOWN_MONTHS.value
        for mentor in mentors
    )
    reasons = [*_missing(by_group, kind)]
    more = max(0, wanted - len(mentors))
    if more:
        data = {"have": len(mentors), "letters": needed, "wanted": wanted, "more": more}
        reasons.append(Reason("too-few", data))
    elif len(mentors) > wanted:
        reasons.append(Reason("enough", {"have": len(mentors), "wanted": wanted}))
    if known < min(needed, len(mentors)):
        unknown = sum(mentor.months_known is None for mentor in mentors)
        months = {"known": known, "months": thresholds.KNOWN_MONTHS.value, "unknown": unknown}
        reasons.append(Reason("known-too-short", months))
    return MentorMix(
        by_group=by_group,
        wanted=wanted,
        more=more,
        reasons=tuple(reasons),
    )


def _missing(by_group: dict[MentorGroup, int], kind: ApplicationKind) -> list[Reason]:
    return [
        Reason(
            "group-missing",
            {
                "group": group,
                "have": by_group[group],
                "least": count,
                "role": role_to_add(group, kind),
            },
        )
        for group, count in _MIX[kind].items()
        if by_group[group] < count
    ]
