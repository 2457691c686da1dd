"""Rows of the coach: how a relationship with a mentor grows, and who is still missing."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.kinds import MentorRole
    from lordesk.rows.reason import Reason


class TrainingStage(StrEnum):
    """Where the applicant is; the guide speaks of first and second years of either school."""

    EARLY_COLLEGE = "early_college"
    LATE_COLLEGE = "late_college"
    PRECLINICAL = "preclinical"
    CLERKSHIPS = "clerkships"
    FINAL_YEAR = "final_year"


class MentorGroup(StrEnum):
    """The kinds of mentor of the guide, section 2; those from work or service are OTHER."""

    CLINICAL = "clinical"
    TEACHING = "teaching"
    RESEARCH = "research"
    LONGITUDINAL = "longitudinal"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class CoachStep:
    """A line of `resources/coach.json`.

    Empty `groups`, `roles` or `stages` are all of them. `line` names the advice of the guide that
    the step puts to work, `section` where it stands. The step fits while the ask is `from_months`
    to `to_months` ahead; `without_ask` also while no ask is planned at all.
    """

    key: str
    groups: tuple[MentorGroup, ...]
    roles: tuple[MentorRole, ...]
    stages: tuple[TrainingStage, ...]
    from_months: int
    to_months: int
    without_ask: bool
    text: str
    line: str
    section: str
    repeats: bool = False


@dataclass(frozen=True, kw_only=True)
class CoachFacts:
    """What the coach knows of a mentor. `done` and `open` are keys of steps."""

    role: MentorRole
    stage: TrainingStage | None = None
    months_to_ask: int | None = None
    done: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class MixMentor:
    """A mentor as the mix counts one; archived and leaving ones are left out by who asks."""

    id: int
    role: MentorRole
    months_known: int | None = None


@dataclass(frozen=True)
class MentorMix:
    """`by_group` counts every group, `wanted` is how many mentors are good to have, `more` how many
    are missing to that.
    """

    by_group: Mapping[MentorGroup, int]
    wanted: int
    more: int
    reasons: tuple[Reason, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Readiness:
    """`code`: "ready", "nearly" (one thing is missing) or "not_yet"; `has` is what is there."""

    code: str
    missing: tuple[Reason, ...]
    has: tuple[Reason, ...]
