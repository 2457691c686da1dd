"""Tables: the applicant, mentors and what happened between them."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import BooleanField, IntegerField, TextField

from lordesk import kinds
from lordesk.errors import MissingRowError
from lordesk.models.base import Table
from lordesk.models.fields import (
    ClockTimeField,
    DayField,
    InstantField,
    JsonField,
    KindField,
)
from lordesk.models.unchanged import version_of
from lordesk.rows.people import (
    FitAnswer,
    InteractionRow,
    MentorListRow,
    MentorRow,
    MomentRow,
    ProfileRow,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence


class Profile(Table):
    name = TextField(default="")
    email = TextField(default="")
    school = TextField(default="")
    year = TextField(default="")
    signature = TextField(default="")
    zone = TextField(default="")
    phone = TextField(default="")
    service_ids = JsonField(default=dict)


class Mentor(Table):
    name = TextField()
    title = TextField(default="")
    given = TextField(default="")
    family = TextField(default="")
    salutation = TextField(default="")
    pronouns = TextField(default="")
    initials = TextField(default="")
    role = KindField(kinds.MentorRole, default=kinds.MentorRole.OTHER)
    how_known = TextField(default="")
    specialty = TextField(default="")
    institution = TextField(default="")
    department = TextField(default="")
    email = TextField(default="")
    alternate_email = TextField(default="")
    assistant_email = TextField(default="")
    phone = TextField(default="")
    postal_address = TextField(default="")
    channel = KindField(kinds.Channel, default=kinds.Channel.EMAIL)
    zone = TextField(default="")
    work_start = ClockTimeField(null=True)
    work_end = ClockTimeField(null=True)
    holiday_region = TextField(default="")
    known_from = DayField(null=True)
    known_to = DayField(null=True)
    settings_shared = TextField(default="")
    leaving_on = DayField(null=True)
    leave_from = DayField(null=True)
    leave_to = DayField(null=True)
    letters_for_others = IntegerField(default=0)
    follow_up_cap = IntegerField(null=True)
    follow_up_not_before = DayField(null=True)
    stay_in_touch_days = IntegerField(null=True)
    tags = JsonField(default=list)
    notes = TextField(default="")
    photo = TextField(default="")
    archived_at = InstantField(null=True)
    deleted_at = InstantField(null=True)
    sample = BooleanField(default=False)
    created_at = InstantField()


class FitAnswerRecord(Table):
    """`application_id` is set for relevance, which differs by goal; the rest hold for all."""

    mentor_id = IntegerField()
    application_id = IntegerField(null=True)
    question = KindField(kinds.FitQuestion)
    level = IntegerField()
    evidence = TextField(default="")

    class Meta:
        table_name = "fit_answer"


class Interaction(Table):
    mentor_id = IntegerField()
    kind = KindField(kinds.InteractionKind)
    on_date = DayField()
    note = TextField(default="")
    next_step = TextField(default="")
    message_id = IntegerField(null=True)
    sample = BooleanField(default=False)


class Moment(Table):
    mentor_id = IntegerField()
    text = TextField()
    on_date = DayField(null=True)
    sample = BooleanField(default=False)


class MentorTarget(Table):
    """How a mentor is linked to a program: trained there, knows faculty."""

    mentor_id = IntegerField()
    target_id = IntegerField()
    link = TextField()


def profile_row() -> ProfileRow:
    found = Profile.require(1)
    return ProfileRow(
        name=found.name,
        email=found.email,
        school=found.school,
        year=found.year,
        signature=found.signature,
        zone=found.zone,
        phone=found.phone,
        service_ids=tuple(found.service_ids.items()),
    )


_PLAIN = tuple(name for name in MentorRow.__annotations__ if name not in ("archived", "tags"))


def mentor_row(mentor_id: int) -> MentorRow:
    """Raises MissingRowError."""
    rows = Mentor.sql(
        f"SELECT {', '.join(_PLAIN)}, tags, archived_at IS NOT NULL FROM mentor WHERE id = ?",
        (mentor_id,),
    )
    if not rows:
        raise MissingRowError(table="mentor", row_id=mentor_id)
    *plain, tags, archived = rows[0]
    values: dict[str, Any] = {
        name: getattr(Mentor, name).python_value(value)
        for name, value in zip(_PLAIN, plain, strict=True)
    }
    return MentorRow(**values, tags=tuple(json.loads(tags)), archived=bool(archived))


def last_contacts() -> dict[int, date]:
    """Mentor id to the day of the latest interaction."""
    rows = Interaction.sql("SELECT mentor_id, max(on_date) FROM interaction GROUP BY mentor_id")
    return {mentor: date.fromisoformat(day) for mentor, day in rows}


def quiet_mentors(today: date, quiet_days: int, limit: int) -> tuple[MentorListRow, ...]:
    """Mentors in touch, without a letter, whose latest interaction lies too long back.

    How long is too long is the mentor's own interval, else `quiet_days`. The longest silence
    comes first. Read anew only where something was written, since it looks at every mentor.
    """
    version = version_of(Interaction._meta.database)
    if version is None:
        return _quiet(today, quiet_days, limit)
    return _quiet_once(today, quiet_days, limit, version)


@lru_cache(maxsize=1)
def _quiet_once(
    today: date, quiet_days: int, limit: int, _version: Hashable
) -> tuple[MentorListRow, ...]:
    return _quiet(today, quiet_days, limit)


def _quiet(today: date, quiet_days: int, limit: int) -> tuple[MentorListRow, ...]:
    rows = Interaction.sql(
        "SELECT i.mentor_id, max(i.on_date) AS latest, m.title, m.name, m.salutation, m.initials,"
        " m.role, m.how_known, m.specialty, m.tags, m.email FROM interaction i"
        " JOIN mentor m ON m.id = i.mentor_id"
        " WHERE m.deleted_at IS NULL AND m.archived_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM letter_writer w JOIN letter l ON l.id = w.letter_id"
        "  WHERE w.mentor_id = m.id AND l.deleted_at IS NULL)"
        " GROUP BY i.mentor_id"
        " HAVING julianday(?) - julianday(latest) > IFNULL(m.stay_in_touch_days, ?)"
        " ORDER BY latest LIMIT ?",
        (today.isoformat(), quiet_days, limit),
    )
    return tuple(_quiet_row(row) for row in rows)


def _quiet_row(row: tuple[Any, ...]) -> MentorListRow:
    mentor_id, latest, title, name, salutation, initials, role, known, specialty, tags, email = row
    full_name = f"{title} {name}".strip()
    return MentorListRow(
        id=mentor_id,
        full_name=full_name,
        short_name=salutation or full_name,
        initials=initials,
        role=kinds.MentorRole(role),
        how_known=known,
        specialty=specialty,
        tags=tuple(json.loads(tags)),
        email=email,
        stage=None,
        attention=None,
        last_contact_on=date.fromisoformat(latest),
        quiet=True,
        fit=None,
        archived=False,
    )


def fit_answers(
    application_id: int | None, mentor_id: int | None = None
) -> dict[int, list[FitAnswer]]:
    """Mentor id to answers; an answer for this application wins over the general one."""
    where, parameters = "", [application_id or 0]
    if mentor_id is not None:
        where = " AND mentor_id = ?"
        parameters.append(mentor_id)
    rows = FitAnswerRecord.sql(
        "SELECT mentor_id, question, level, evidence FROM fit_answer"
        f" WHERE (application_id IS NULL OR application_id = ?){where}"
        " ORDER BY mentor_id, application_id IS NULL DESC",
        parameters,
    )
    latest: dict[int, dict[str, FitAnswer]] = {}
    for mentor, question, level, evidence in rows:
        answer = FitAnswer(kinds.FitQuestion(question), level, evidence)
        latest.setdefault(mentor, {})[question] = answer
    return {mentor: list(answers.values()) for mentor, answers in latest.items()}


class FitTotal(NamedTuple):
    """The points of all answers, and whether relevance is among these."""

    points: int
    relevance: bool


def fit_totals(
    application_id: int | None, points: Mapping[kinds.FitQuestion, Sequence[int]]
) -> dict[int, FitTotal]:
    """Mentor id to the sum of the points, of those with an answer; `points` go by level.

    The sum is made in the database, since a list of thousands needs no reasons.
    """
    cases = " ".join(
        f"WHEN '{question.value}' THEN CASE f.level "
        + " ".join(f"WHEN {level} THEN {number}" for level, number in enumerate(numbers))
        + " END"
        for question, numbers in points.items()
    )
    rows = FitAnswerRecord.sql(
        f"SELECT f.mentor_id, sum(CASE f.question {cases} END),"
        f" max(f.question = '{kinds.FitQuestion.RELEVANCE.value}') FROM fit_answer f"
        " WHERE f.application_id = ?1 OR (f.application_id IS NULL AND NOT EXISTS ("
        "  SELECT 1 FROM fit_answer g WHERE g.mentor_id = f.mentor_id"
        "  AND g.question = f.question AND IFNULL(g.application_id, 0) = ?1"
        "  AND g.application_id IS NOT NULL)) GROUP BY f.mentor_id",
        (application_id or 0,),
    )
    return {mentor: FitTotal(total, bool(relevance)) for mentor, total, relevance in rows}


def set_answer(
    mentor_id: int,
    application_id: int | None,
    question: kinds.FitQuestion,
    level: int | None,
    evidence: str,
) -> None:
    """Write one answer, over the one that was there; None takes it back."""
    same = FitAnswerRecord.application_id == application_id
    if application_id is None:
        same = FitAnswerRecord.application_id.is_null()
    found = FitAnswerRecord.get_or_none(
        FitAnswerRecord.mentor_id == mentor_id, FitAnswerRecord.question == question, same
    )
    if level is None:
        if found is not None:
            FitAnswerRecord.delete().where(FitAnswerRecord.id == found.id).execute()
    elif found is None:
        FitAnswerRecord.create(
            mentor_id=mentor_id,
            application_id=application_id,
            question=question,
            level=level,
            evidence=evidence,
        )
    else:
        FitAnswerRecord.change(found.id, level=level, evidence=evidence)


def mentors_at(address: str) -> list[int]:
    """Who has an address, as their own or an alternate one, whatever its case."""
    rows = Mentor.sql(
        "SELECT id FROM mentor WHERE deleted_at IS NULL"
        " AND (email = ?1 COLLATE NOCASE OR alternate_email = ?1 COLLATE NOCASE) ORDER BY id",
        (address,),
    )
    return [mentor for (mentor,) in rows]


def mentor_heads(archived: bool) -> list[tuple[Any, ...]]:
    """What the list needs of each mentor, in the order of the query, unsorted."""
    return Mentor.sql(
        "SELECT id, name, title, salutation, initials, role, how_known, specialty, tags, email,"
        " archived_at IS NOT NULL, stay_in_touch_days, photo FROM mentor WHERE deleted_at IS NULL"
        + ("" if archived else " AND archived_at IS NULL")
    )


def interaction_rows(mentor_id: int) -> list[InteractionRow]:
    """Newest first."""
    found = Interaction.sql(
        "SELECT id, kind, on_date, note, next_step, message_id FROM interaction"
        " WHERE mentor_id = ? ORDER BY on_date DESC, id DESC",
        (mentor_id,),
    )
    return [
        InteractionRow(
            id=number,
            mentor_id=mentor_id,
            kind=kinds.InteractionKind(kind),
            on=date.fromisoformat(day),
            note=note,
            next_step=following,
            message_id=message,
        )
        for number, kind, day, note, following, message in found
    ]


def moment_rows(mentor_id: int) -> list[MomentRow]:
    """Newest first."""
    found = Moment.sql(
        "SELECT id, text, on_date FROM moment WHERE mentor_id = ? ORDER BY on_date DESC, id DESC",
        (mentor_id,),
    )
    return [
        MomentRow(
            id=number, mentor_id=mentor_id, text=text, on=date.fromisoformat(day) if day else None
        )
        for number, text, day in found
    ]


def has_sent_requests(mentor_id: int) -> bool:
    """A request that left Planned, or a mail that left the outbox."""
    rows = Mentor.sql(
        "SELECT 1 FROM letter_writer w JOIN request r ON r.letter_id = w.letter_id"
        " WHERE w.mentor_id = ? AND r.stage <> 'planned' LIMIT 1",
        (mentor_id,),
    )
    return bool(rows)
