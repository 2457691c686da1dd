"""Rows about the applicant, the mentors and what happened between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from datetime import date, time

    from lordesk.kinds import (
        Attention,
        Channel,
        FitQuestion,
        InteractionKind,
        MentorRole,
        Stage,
    )
    from lordesk.rows.reason import Reason


@dataclass(frozen=True, kw_only=True)
class ProfileRow:
    """The applicant ("You")."""

    name: str = ""
    email: str = ""
    school: str = ""
    year: str = ""
    signature: str = ""
    zone: str = ""
    phone: str = ""
    service_ids: tuple[tuple[str, str], ...] = ()

    @property
    def given_name(self) -> str:
        return self.name.split()[0] if self.name.split() else ""


@dataclass(frozen=True, kw_only=True)
class MentorRow:
    """A mentor with every field. `name` is as the user writes it, without the title."""

    id: int
    name: str
    title: str = ""
    given: str = ""
    family: str = ""
    salutation: str = ""
    pronouns: str = ""
    initials: str = ""
    role: MentorRole
    how_known: str = ""
    specialty: str = ""
    institution: str = ""
    department: str = ""
    email: str = ""
    alternate_email: str = ""
    assistant_email: str = ""
    phone: str = ""
    postal_address: str = ""
    channel: Channel
    zone: str = ""
    work_start: time | None = None
    work_end: time | None = None
    holiday_region: str = ""
    known_from: date | None = None
    known_to: date | None = None
    settings_shared: str = ""
    leaving_on: date | None = None
    leave_from: date | None = None
    leave_to: date | None = None
    letters_for_others: int = 0
    follow_up_cap: int | None = None
    follow_up_not_before: date | None = None
    stay_in_touch_days: int | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""
    photo: str = ""
    archived: bool = False
    sample: bool = False

    @property
    def full_name(self) -> str:
        """As lists show it: "Dr. Elena Marchetti"."""
        return f"{self.title} {self.name}".strip()

    @property
    def short_name(self) -> str:
        """As sentences and greetings name the mentor: "Dr. Marchetti"."""
        return self.salutation or self.full_name


class MentorLink(NamedTuple):
    """How a mentor knows a program: "trained", "faculty" or "students"."""

    target_id: int
    link: str


class LinkChoice(NamedTuple):
    """A program that a mentor may be linked to."""

    target_id: int
    name: str
    application_name: str


class Removal(NamedTuple):
    """What became of mentors who were to be deleted; `asked` names those who had to stay."""

    deleted: int
    archived: int
    asked: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MentorListRow:
    """A mentor as the list shows it."""

    id: int
    full_name: str
    short_name: str
    initials: str
    role: MentorRole
    how_known: str
    specialty: str
    tags: tuple[str, ...]
    email: str
    stage: Stage | None
    attention: Attention | None
    last_contact_on: date | None
    quiet: bool
    fit: int | None
    archived: bool
    unread_reply: bool = False
    photo: str = ""


@dataclass(frozen=True)
class FitAnswer:
    """`level` 0 to 4: the evenly spaced phrases of a question; evidence never adds points.

    `reasons` are those of an answer that the goals suggest, while the user has given none.
    """

    question: FitQuestion
    level: int
    evidence: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class FitPart:
    question: FitQuestion
    level: int | None
    points: int
    max_points: int
    evidence: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class FitRow:
    """0 to 100 with its reasons. `band` is 80, 60, 40 or 0: the lowest total of that band.

    `answered` is false where the user has answered no question: then there is no number to show.
    """

    total: int
    band: int
    parts: tuple[FitPart, ...]
    answered: bool
    big_name_brief_contact: bool


@dataclass(frozen=True, kw_only=True)
class InteractionRow:
    id: int
    mentor_id: int
    kind: InteractionKind
    on: date
    note: str
    next_step: str = ""
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class MomentRow:
    """A shared moment, kept apart from the log, ready for a request."""

    id: int
    mentor_id: int
    text: str
    on: date | None
