"""Queries over letters: each letter with its writer, its request and what it fills, in one go."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from lordesk import kinds
from lordesk.errors import MissingRowError
from lordesk.models.base import marks
from lordesk.models.letters import Assignment, Letter, PlanItem, RequestFact, RequestMove
from lordesk.models.unchanged import version_of
from lordesk.rows.letters import (
    AssignmentRow,
    FactRow,
    LetterRow,
    MoveRow,
    PlanItemRow,
    WriterRow,
)

Mark = Callable[[LetterRow, date], kinds.Attention | None]
"""What a letter asks of the user on a day: `domain.status.attention`, handed in."""

_SELECT = """
SELECT l.id, r.id, m.id, m.title, m.name, m.salutation, m.initials,
    l.application_id, a.name, l.purpose,
    (SELECT s.title FROM slot_fill f JOIN slot s ON s.id = f.slot_id
        WHERE f.letter_id = l.id
        ORDER BY s.application_id IS NOT l.application_id, f.backup_rank, s.position LIMIT 1),
    (SELECT min(f.backup_rank) FROM slot_fill f WHERE f.letter_id = l.id),
    l.kind, l.service, l.waiver, l.waiver_on, l.reference,
    l.hard_on, l.hard_time, l.hard_zone, l.soft_on, l.planned_ask_on,
    r.stage, r.stage_on, r.asked_on, r.submitted_on,
    (SELECT min(p.on_date) FROM plan_item p WHERE p.request_id = r.id AND p.done_on IS NULL),
    (SELECT max(p.done_on) FROM plan_item p WHERE p.request_id = r.id),
    (SELECT f.fact = 'reply' FROM request_fact f
        WHERE f.request_id = r.id AND f.fact IN ('reply', 'reply_read')
        ORDER BY f.id DESC LIMIT 1),
    (SELECT e.state || '|' || IFNULL(IFNULL(e.retry_at, e.not_before), '') || '|' || g.kind
        FROM message g JOIN outbox_entry e ON e.message_id = g.id
        WHERE g.request_id = r.id AND g.test = 0 AND e.state <> 'cancelled'
        ORDER BY e.id DESC LIMIT 1),
    r.signal, r.decline_reason, r.suggested_person, l.sample,
    r.stage = 'submitted' AND EXISTS (SELECT 1 FROM interaction i
        WHERE i.mentor_id = m.id AND i.kind = 'thanks' AND i.message_id IS NULL
        AND i.on_date >= r.submitted_on),
    l.with_narrative
FROM letter l
JOIN request r ON r.letter_id = l.id
JOIN letter_writer w ON w.letter_id = l.id
JOIN mentor m ON m.id = w.mentor_id
LEFT JOIN application a ON a.id = l.application_id
WHERE l.deleted_at IS NULL AND m.deleted_at IS NULL
    AND a.deleted_at IS NULL AND a.archived_at IS NULL
"""

_FEW = 200
"""Up to so many letters, what hangs below them is asked for by their ids."""


def letter_rows(
    letter_ids: tuple[int, ...] | None = None,
    mentor_id: int | None = None,
    request_id: int | None = None,
) -> list[LetterRow]:
    """Letters of the open applications, oldest first, without their attention."""
    where: list[str] = []
    parameters: list[int] = []
    if letter_ids is not None:
        where.append(f"l.id IN ({marks(len(letter_ids))})")
        parameters.extend(letter_ids)
    if mentor_id is not None:
        where.append("m.id = ?")
        parameters.append(mentor_id)
    if request_id is not None:
        where.append("r.id = ?")
        parameters.append(request_id)
    text = " AND ".join(("", *where)) + " ORDER BY l.id, w.position, w.id"
    found = Letter.sql(_SELECT + text, parameters)
    few = len(found) <= _FEW
    writers = _writers(tuple({row[0] for row in found}) if few else None)
    facts = _facts(tuple({row[1] for row in found}) if few else None)
    return [_letter_row(row, writers.get(row[0], ()), facts.get(row[1], ())) for row in found]


def _writers(letter_ids: tuple[int, ...] | None) -> dict[int, tuple[WriterRow, ...]]:
    """Letter id to the people who take part, the contact first, where they are several."""
    where = "" if letter_ids is None else f" AND letter_id IN ({marks(len(letter_ids))})"
    rows = Letter.sql(
        "SELECT w.letter_id, m.id, m.title, m.name, m.salutation, w.part FROM letter_writer w"
        " JOIN mentor m ON m.id = w.mentor_id WHERE m.deleted_at IS NULL AND w.letter_id IN"
        f" (SELECT letter_id FROM letter_writer WHERE 1{where}"
        " GROUP BY letter_id HAVING count(*) > 1) ORDER BY w.letter_id, w.position, w.id",
        letter_ids or (),
    )
    found: dict[int, list[WriterRow]] = {}
    for letter_id, mentor_id, title, name, salutation, part in rows:
        here = found.setdefault(letter_id, [])
        usual = kinds.WriterPart.MEMBER if here else kinds.WriterPart.CONTACT
        full_name = f"{title} {name}".strip()
        shown = kinds.WriterPart(part) if part else usual
        here.append(WriterRow(mentor_id, full_name, salutation or full_name, shown))
    return {letter: tuple(here) for letter, here in found.items() if len(here) > 1}


def writers_of(letter_id: int) -> tuple[WriterRow, ...]:
    """The contact first, also where there is nobody else. Raises MissingRowError."""
    several = _writers((letter_id,)).get(letter_id)
    if several is not None:
        return several
    rows = letter_rows(letter_ids=(letter_id,))
    if not rows:
        raise MissingRowError(table="letter", row_id=letter_id)
    alone = rows[0]
    contact = kinds.WriterPart.CONTACT
    return (WriterRow(alone.mentor_id, alone.mentor_name, alone.mentor_short, contact),)


def _facts(request_ids: tuple[int, ...] | None) -> dict[int, tuple[FactRow, ...]]:
    """Request id to its side facts, in the order of recording."""
    where = "" if request_ids is None else f" WHERE request_id IN ({marks(len(request_ids))})"
    rows = RequestFact.sql(
        f"SELECT request_id, id, fact, on_date, note FROM request_fact{where} ORDER BY id",
        request_ids or (),
    )
    found: dict[int, list[FactRow]] = {}
    for request_id, fact_id, fact, on, note in rows:
        row = FactRow(fact_id, kinds.FactKind(fact), date.fromisoformat(on), note)
        found.setdefault(request_id, []).append(row)
    return {request: tuple(here) for request, here in found.items()}


def marked_rows(day: date, attention: Mark) -> tuple[LetterRow, ...]:
    """All letters with their attention on a day; read anew only where something was written.

    A page switch and a month change read no letter, however many there are.
    """
    version = version_of(Letter._meta.database)
    if version is None:
        return _marked(day, attention)
    return _marked_once(day, attention, version)


def _marked(day: date, attention: Mark) -> tuple[LetterRow, ...]:
    return tuple(
        letter if (mark := attention(letter, day)) is None else replace(letter, attention=mark)
        for letter in letter_rows()
    )


@lru_cache(maxsize=2)  # the calendar's day and the working day differ until 04:00
def _marked_once(day: date, attention: Mark, _version: Hashable) -> tuple[LetterRow, ...]:
    return _marked(day, attention)


def _letter_row(
    row: tuple[Any, ...], writers: tuple[WriterRow, ...], facts: tuple[FactRow, ...]
) -> LetterRow:
    title, name, salutation = row[3:6]
    full_name = f"{title} {name}".strip()
    places = [writer.mentor_id for writer in writers]
    return LetterRow(
        id=row[0],
        request_id=row[1],
        mentor_id=row[2],
        mentor_name=full_name,
        mentor_short=salutation or full_name,
        mentor_initials=row[6],
        application_id=row[7],
        application_name=row[8] or "",
        slot_title=row[10] or row[9],
        backup=bool(row[11]),
        place=places.index(row[2]) if places else 0,
        writers=writers,
        facts=facts,
        **_terms(row),
        **_course(row),
    )


def _terms(row: tuple[Any, ...]) -> dict[str, Any]:
    """What the letter is and by when."""
    return {
        "kind": kinds.LetterKind(row[12]),
        "service": kinds.LetterService(row[13]) if row[13] else None,
        "waiver": kinds.Waiver(row[14]),
        "waiver_on": _day(row[15]),
        "reference": row[16],
        "hard_on": _day(row[17]),
        "hard_time": time.fromisoformat(row[18]) if row[18] else None,
        "hard_zone": row[19],
        "soft_on": _day(row[20]),
        "planned_ask_on": _day(row[21]),
        "with_narrative": bool(row[35]),
        "sample": bool(row[33]),
    }


def _course(row: tuple[Any, ...]) -> dict[str, Any]:
    """How its request goes."""
    mail_state, mail_at, mail_kind = _mail(row[29])
    return {
        "stage": kinds.Stage(row[22]),
        "stage_on": _day(row[23]),
        "asked_on": _day(row[24]),
        "submitted_on": _day(row[25]),
        "follow_up_on": _day(row[26]),
        "last_follow_up_on": _day(row[27]),
        "unread_reply": bool(row[28]),
        "mail_state": mail_state,
        "mail_at": mail_at,
        "mail_kind": mail_kind,
        "thanks_said": bool(row[34]),
        "signal": kinds.Signal(row[30]) if row[30] else None,
        "decline_reason": kinds.DeclineReason(row[31]) if row[31] else None,
        "suggested_person": row[32],
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _mail(
    text: str | None,
) -> tuple[kinds.OutboxState | None, datetime | None, kinds.MessageKind | None]:
    if not text:
        return None, None, None
    state, at, kind = text.split("|")
    when = datetime.fromisoformat(at) if at else None
    return kinds.OutboxState(state), when, kinds.MessageKind(kind)


def unread_replies() -> list[tuple[int, str, date]]:
    """Request id, text and day of replies that nothing has answered yet, newest first."""
    rows = Letter.sql(
        "SELECT f.request_id, f.note, f.on_date FROM request_fact f WHERE f.fact = 'reply'"
        " AND NOT EXISTS (SELECT 1 FROM request_fact g WHERE g.request_id = f.request_id"
        "  AND g.id > f.id AND g.fact IN ('reply', 'reply_read'))"
        " ORDER BY f.on_date DESC, f.id DESC"
    )
    return [(request, note, date.fromisoformat(day)) for request, note, day in rows]


def replied(request_id: int, since: date | None) -> bool:
    """Whether the writer has answered since the day of the ask."""
    found = RequestFact.select().where(
        (RequestFact.request_id == request_id) & (RequestFact.fact == "reply")
    )
    if since is not None:
        found = found.where(RequestFact.on_date >= since)
    answered: bool = found.exists()
    return answered


def slot_fills(application_id: int | None = None) -> list[tuple[int, int, int]]:
    """Slot, letter and backup rank, in rank order."""
    where = "" if application_id is None else " WHERE s.application_id = ?"
    found = Letter.sql(
        "SELECT f.slot_id, f.letter_id, f.backup_rank FROM slot_fill f"
        f" JOIN slot s ON s.id = f.slot_id{where} ORDER BY f.backup_rank, f.id",
        () if application_id is None else (application_id,),
    )
    return [(slot, letter, rank) for slot, letter, rank in found]


def assignments(application_id: int) -> list[AssignmentRow]:
    found = Assignment.sql(
        "SELECT g.letter_id, g.target_id, g.locked_at, EXISTS (SELECT 1 FROM evidence e"
        "  WHERE e.letter_id = g.letter_id AND IFNULL(e.target_id, g.target_id) = g.target_id)"
        " FROM assignment g JOIN target t ON t.id = g.target_id WHERE t.application_id = ?",
        (application_id,),
    )
    return [
        AssignmentRow(letter, target, datetime.fromisoformat(at) if at else None, bool(proved))
        for letter, target, at, proved in found
    ]


def moves(request_id: int) -> list[MoveRow]:
    """Oldest first."""
    found = (
        RequestMove.select().where(RequestMove.request_id == request_id).order_by(RequestMove.id)
    )
    return [MoveRow(m.request_id, m.from_stage, m.to_stage, m.on_date, m.cause) for m in found]


def plan_items(request_id: int) -> list[PlanItemRow]:
    found = (
        PlanItem.select()
        .where(PlanItem.request_id == request_id)
        .order_by(PlanItem.on_date, PlanItem.id)
    )
    return [
        PlanItemRow(
            id=p.id, request_id=p.request_id, kind=p.kind, on=p.on_date, done=p.done_on is not None
        )
        for p in found
    ]


def sent_follow_ups(request_id: int) -> list[tuple[kinds.FollowUpKind, date]]:
    """What has gone out, on the day that it did."""
    found = PlanItem.select().where(
        (PlanItem.request_id == request_id) & PlanItem.done_on.is_null(False)
    )
    return [(item.kind, item.done_on) for item in found]


def set_letter(letter_id: int, **values: Any) -> None:
    """Raises MissingRowError."""
    Letter.change(letter_id, **values)
