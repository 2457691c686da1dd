"""Queries over applications with their slots, dates and targets."""

from __future__ import annotations

import json
from datetime import date, time
from typing import TYPE_CHECKING, Any, NamedTuple

from lordesk import kinds
from lordesk.models import letter_queries
from lordesk.models.applications import Application, ApplicationDate, Slot, Target
from lordesk.rows.letters import ApplicationDateRow, ApplicationRow, SlotRow, TargetRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lordesk.rows.letters import LetterRow


def application_rows(letters: Sequence[LetterRow]) -> list[ApplicationRow]:
    """The open applications with their slots filled, in the order of adding them.

    `letters` are all letters with their attention.
    """
    slots = _slots(letters)
    targets = dict(
        Target.sql("SELECT application_id, count(*) FROM target GROUP BY application_id")
    )
    found = (
        Application.select()
        .where(Application.deleted_at.is_null(), Application.archived_at.is_null())
        .order_by(Application.id)
    )
    return [_application_row(a, slots.get(a.id, ()), targets.get(a.id, 0)) for a in found]


class Aim(NamedTuple):
    """What an application is for."""

    kind: kinds.ApplicationKind
    specialty: str
    goals: dict[str, str]


def aim(application_id: int) -> Aim | None:
    """None where the application is gone."""
    found = Application.sql(
        "SELECT kind, specialty, goals FROM application WHERE id = ? AND deleted_at IS NULL",
        (application_id,),
    )
    return next((Aim(kinds.ApplicationKind(k), s, json.loads(g)) for k, s, g in found), None)


def _application_row(found: Any, slots: tuple[SlotRow, ...], targets: int) -> ApplicationRow:
    return ApplicationRow(
        id=found.id,
        name=found.name,
        detail=found.detail,
        kind=found.kind,
        service=found.service,
        season=found.season,
        specialty=found.specialty,
        goals=found.goals,
        hard_on=found.hard_on,
        hard_time=found.hard_time,
        hard_zone=found.hard_zone,
        hard_status=found.hard_status,
        hard_source=found.hard_source,
        letters_by=found.letters_by,
        cap=found.cap,
        slots=slots,
        targets=targets,
        sample=found.sample,
    )


def _slots(letters: Sequence[LetterRow]) -> dict[int, tuple[SlotRow, ...]]:
    """Application id to slots; a declined or withdrawn letter leaves its slot open."""
    closed = (kinds.Stage.DECLINED, kinds.Stage.WITHDRAWN)
    standing = {
        letter.id: letter for letter in letters if letter.place == 0 and letter.stage not in closed
    }
    fills: dict[int, list[tuple[LetterRow, int]]] = {}
    for slot_id, letter, rank in letter_queries.slot_fills():
        if letter in standing:
            fills.setdefault(slot_id, []).append((standing[letter], rank))
    rows: dict[int, tuple[SlotRow, ...]] = {}
    found = Slot.sql(
        "SELECT id, application_id, title, need, position FROM slot"
        " ORDER BY application_id, position, id"
    )
    for slot_id, application_id, title, need, position in found:
        here = fills.get(slot_id, [])
        row = SlotRow(
            id=slot_id,
            application_id=application_id,
            title=title,
            need=kinds.SlotNeed(need),
            position=position,
            letter=next((letter for letter, rank in here if rank == 0), None),
            backups=tuple(letter for letter, rank in here if rank > 0),
        )
        rows[application_id] = (*rows.get(application_id, ()), row)
    return rows


def target_rows(application_id: int) -> list[TargetRow]:
    """In the user's order, each with the letters assigned to it."""
    assigned: dict[int, list[Any]] = {}
    for assignment in letter_queries.assignments(application_id):
        assigned.setdefault(assignment.target_id, []).append(assignment)
    found = Target.sql(
        "SELECT id, name, place, min_letters, needs, cap, applied_on, deadline_on, notes"
        " FROM target WHERE application_id = ? ORDER BY position, id",
        (application_id,),
    )
    return [
        TargetRow(
            id=id_,
            application_id=application_id,
            name=name,
            place=place,
            min_letters=min_letters,
            needs=tuple(kinds.SlotNeed(need) for need in json.loads(needs)),
            cap=cap,
            applied_on=_day(applied),
            deadline_on=_day(deadline),
            notes=notes,
            assignments=tuple(assigned.get(id_, ())),
        )
        for id_, name, place, min_letters, needs, cap, applied, deadline, notes in found
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def hard_dates(first: date, last: date) -> list[tuple[int, str, date, time | None, str]]:
    """Id, name, day, time and zone of the open applications whose hard date lies in a span."""
    found = Application.sql(
        "SELECT id, name, hard_on, hard_time, hard_zone FROM application"
        " WHERE deleted_at IS NULL AND archived_at IS NULL AND hard_on BETWEEN ? AND ?"
        " ORDER BY id",
        (first.isoformat(), last.isoformat()),
    )
    return [
        (id_, name, date.fromisoformat(on), time.fromisoformat(at) if at else None, zone)
        for id_, name, on, at, zone in found
    ]


def standing_assignments(target_id: int) -> int:
    """How many letters take a place at a target; one that was declined or removed takes none."""
    found = Target.sql(
        "SELECT count(*) FROM assignment g JOIN letter l ON l.id = g.letter_id"
        " JOIN request r ON r.letter_id = l.id"
        " WHERE g.target_id = ? AND l.deleted_at IS NULL"
        " AND r.stage NOT IN ('declined', 'withdrawn')",
        (target_id,),
    )
    return int(found[0][0])


def date_rows(
    application_id: int | None = None,
    first: date | None = None,
    last: date | None = None,
    limit: int = -1,
) -> list[tuple[ApplicationDateRow, str]]:
    """Dates of the open applications in order, each with its application's name.

    A negative limit is none.
    """
    where = ["a.deleted_at IS NULL", "a.archived_at IS NULL"]
    parameters: list[int | str] = []
    if application_id is not None:
        where.append("d.application_id = ?")
        parameters.append(application_id)
    if first is not None:
        where.append("d.on_date >= ?")
        parameters.append(first.isoformat())
    if last is not None:
        where.append("d.on_date <= ?")
        parameters.append(last.isoformat())
    found = ApplicationDate.sql(
        "SELECT d.id, d.application_id, d.title, d.on_date, d.at_time, d.zone, d.status, d.source,"
        " a.name FROM application_date d JOIN application a ON a.id = d.application_id"
        f" WHERE {' AND '.join(where)} ORDER BY d.on_date, d.id LIMIT ?",
        (*parameters, limit),
    )
    return [(_date_row(row), row[8]) for row in found]


def _date_row(row: tuple[Any, ...]) -> ApplicationDateRow:
    return ApplicationDateRow(
        id=row[0],
        application_id=row[1],
        title=row[2],
        on=date.fromisoformat(row[3]),
        time=time.fromisoformat(row[4]) if row[4] else None,
        zone=row[5],
        status=kinds.DateStatus(row[6]),
        source=row[7],
    )
