"""Queries over messages and the outbox journal. Which state may follow which is not known here."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from lordesk import kinds
from lordesk.errors import FileMissingError, MissingRowError
from lordesk.kinds import OutboxState, SendWay
from lordesk.models.base import marks
from lordesk.models.files import file_id
from lordesk.models.mail import Message, MessageFile, OutboxEntry, OutboxEvent
from lordesk.rows.mail import FileRef, MessageRow, NewMessage, OutboxRow
from lordesk.rows.mail import OutboxEvent as OutboxEventRow

_ENTRY = """
SELECT e.id, e.way, e.account_id, e.header_id, e.state, e.attempts, e.not_before, e.retry_at,
    e.error_code, e.reply_code, e.reply, e.changed_at, e.resend_of, e.step_id,
    m.id, m.kind, m.request_id, m.mentor_id, m.to_name, m.to_address, m.cc_address,
    m.subject, m.body, m.test, m.created_at
FROM outbox_entry e JOIN message m ON m.id = e.message_id
"""
_EVENT = (
    "INSERT INTO outbox_event (entry_id, from_state, to_state, at, detail) VALUES (?, ?, ?, ?, ?)"
)
_AT_A_TIME = 100
_DUE = "IFNULL(retry_at, IFNULL(not_before, created_at))"


# --- writing ------------------------------------------------------------------------------------


def add_message(new: NewMessage, at: datetime) -> int:
    """Raises FileMissingError where a file is not in the file store."""
    message = Message.create(
        kind=new.kind,
        request_id=new.request_id,
        mentor_id=new.mentor_id,
        plan_item_id=new.plan_item_id,
        to_name=new.to_name,
        to_address=new.to_address,
        cc_address=new.cc_address,
        subject=new.subject,
        body=new.body,
        test=new.test,
        created_at=at,
    )
    for position, file in enumerate(new.files):
        found = file_id(file.sha256)
        if found is None:
            raise FileMissingError(detail=file.name)
        MessageFile.create(
            message_id=message.id,
            file_id=found,
            name=file.name,
            material=file.material,
            position=position,
        )
    return int(message.id)


def add_entry(state: OutboxState, at: datetime, **values: Any) -> int:
    entry = OutboxEntry.create(state=state, changed_at=at, created_at=at, **values)
    OutboxEvent.create(entry_id=entry.id, from_state=None, to_state=state, at=at)
    return int(entry.id)


def move(
    entry_id: int,
    from_state: OutboxState,
    to_state: OutboxState,
    at: datetime,
    detail: str = "",
    attempt: int | None = None,
    **values: Any,
) -> bool:
    """Change the state by one UPDATE that requires the old one; False where it was another.

    `attempt` fences: who lost its claim to another attempt does not move the entry any more.
    By the driver itself, because a message goes through here three times while a server waits.
    """
    before, after, stamp = from_state.value, to_state.value, _text(at)
    fence = () if attempt is None else (attempt,)
    run = OutboxEntry._meta.database.connection().execute
    changed = run(
        _update(tuple(values), fenced=bool(fence)),
        (after, stamp, *map(_plain, values.values()), entry_id, before, *fence),
    ).rowcount
    if changed != 1:
        return False
    run(_EVENT, (entry_id, before, after, stamp, detail))
    return True


@cache
def _update(columns: tuple[str, ...], fenced: bool) -> str:
    given = "".join(f", {name} = ?" for name in columns)
    fence = " AND attempts = ?" if fenced else ""
    return (
        f"UPDATE outbox_entry SET state = ?, changed_at = ?{given}"
        f" WHERE id = ? AND state = ?{fence}"
    )


def _plain(value: Any) -> Any:
    return _text(value) if isinstance(value, datetime) else value


def reschedule(entry_id: int, at: datetime, now: datetime) -> bool:
    """Give a queued entry another time; False where it is not queued any more."""
    queued = (OutboxEntry.id == entry_id) & (OutboxEntry.state == OutboxState.QUEUED)
    values = {"not_before": at, "retry_at": None, "changed_at": now}
    return bool(OutboxEntry.update(**values).where(queued).execute())


def delete_entry(entry_id: int) -> None:
    OutboxEntry.delete().where(OutboxEntry.id == entry_id).execute()


# --- reading ------------------------------------------------------------------------------------


def entry(entry_id: int) -> OutboxRow:
    """Raises MissingRowError, also where the message was taken back by undo."""
    found = _rows("WHERE e.id = ?", (entry_id,))
    if not found:
        raise MissingRowError(table="outbox_entry", row_id=entry_id)
    return found[0]


def entries(states: frozenset[OutboxState], limit: int = -1) -> list[OutboxRow]:
    """Newest first."""
    where = f"WHERE e.state IN ({marks(len(states))}) ORDER BY e.id DESC LIMIT ?"
    return _rows(where, (*(state.value for state in states), limit))


def resend(entry_id: int) -> OutboxRow | None:
    """The newest message that names this one as the one it repeats."""
    where = "WHERE e.resend_of = ? AND e.state <> 'cancelled' ORDER BY e.id DESC LIMIT 1"
    return next(iter(_rows(where, (entry_id,))), None)


def state_of(entry_id: int) -> OutboxState:
    """Raises MissingRowError."""
    state: OutboxState = OutboxEntry.require(entry_id).state
    return state


def events(entry_id: int) -> list[OutboxEventRow]:
    """Oldest first."""
    found = OutboxEvent.select().where(OutboxEvent.entry_id == entry_id).order_by(OutboxEvent.id)
    return [OutboxEventRow(e.entry_id, e.from_state, e.to_state, e.at, e.detail) for e in found]


def of_step(step_id: int) -> list[tuple[int, OutboxState, SendWay]]:
    found = OutboxEntry.select(OutboxEntry.id, OutboxEntry.state, OutboxEntry.way)
    return [(e.id, e.state, e.way) for e in found.where(OutboxEntry.step_id == step_id)]


def in_state(state: OutboxState) -> list[int]:
    found = OutboxEntry.select(OutboxEntry.id).where(OutboxEntry.state == state)
    return [int(e.id) for e in found.order_by(OutboxEntry.id)]


def held_for(
    codes: tuple[str, ...], account_id: int | None = None
) -> list[tuple[int, OutboxState]]:
    """Entries that stopped for one of these reasons and wait for the user."""
    stopped = OutboxEntry.state.in_([OutboxState.HELD, OutboxState.REFUSED])
    where = stopped & OutboxEntry.error_code.in_(codes)
    if account_id is not None:
        where &= OutboxEntry.account_id == account_id
    found = OutboxEntry.select(OutboxEntry.id, OutboxEntry.state).where(where)
    return [(e.id, e.state) for e in found.order_by(OutboxEntry.id)]


def due(now: datetime) -> list[tuple[datetime, OutboxRow]]:
    """Entries with the instant that they were meant for, in the order in which they go out."""
    found = OutboxEntry.sql(
        f"SELECT id, {_DUE} AS due FROM outbox_entry"
        " WHERE state = 'queued' AND way = 'smtp' AND message_id IS NOT NULL AND due <= ?"
        " ORDER BY account_id, due, id LIMIT ?",
        (_text(now), _AT_A_TIME),
    )
    rows = {row.id: row for row in _rows(f"WHERE e.id IN ({marks(len(found))})", _ids(found))}
    return [(datetime.fromisoformat(at), rows[entry]) for entry, at in found]


def ripe(now: datetime) -> list[int]:
    """Waiting entries whose time has come."""
    found = OutboxEntry.sql(
        "SELECT id FROM outbox_entry WHERE state = 'waiting' AND retry_at <= ? ORDER BY id",
        (_text(now),),
    )
    return [row[0] for row in found]


def lapsed(now: datetime) -> list[tuple[int, OutboxState]]:
    """Entries on their way whose sender has not been heard of for the length of its lease."""
    found = OutboxEntry.sql(
        "SELECT id, state FROM outbox_entry"
        " WHERE state IN ('sending', 'data') AND lease_until < ? ORDER BY id",
        (_text(now),),
    )
    return [(entry, OutboxState(state)) for entry, state in found]


def next_due() -> datetime | None:
    """When the next entry goes out by itself; it may lie in the past."""
    ((at,),) = OutboxEntry.sql(
        f"SELECT min({_DUE}) FROM outbox_entry WHERE state IN ('queued', 'waiting')"
        " AND way = 'smtp' AND message_id IS NOT NULL"
    )
    return datetime.fromisoformat(at) if at else None


def counts() -> dict[OutboxState, int]:
    """How many entries are in each state; an unknown one that was sent again counts no more."""
    found = OutboxEntry.sql(
        "SELECT state, count(*) FROM outbox_entry e WHERE message_id IS NOT NULL AND NOT"
        " (state = 'unknown' AND EXISTS (SELECT 1 FROM outbox_entry r"
        "  WHERE r.resend_of = e.id AND r.state <> 'cancelled')) GROUP BY state"
    )
    return {OutboxState(state): count for state, count in found}


def _rows(where: str, parameters: tuple[Any, ...]) -> list[OutboxRow]:
    found = OutboxEntry.sql(_ENTRY + where, parameters)
    files = _files([row[14] for row in found])
    return [_row(row, files.get(row[14], ())) for row in found]


def _ids(found: list[tuple[Any, ...]]) -> tuple[int, ...]:
    return tuple(row[0] for row in found)


def _files(message_ids: list[int]) -> dict[int, tuple[FileRef, ...]]:
    found = MessageFile.sql(
        "SELECT g.message_id, f.sha256, g.name, f.size, g.material FROM message_file g"
        " JOIN file_version f ON f.id = g.file_id"
        f" WHERE g.message_id IN ({marks(len(message_ids))})"
        " ORDER BY g.position, g.id",
        message_ids,
    )
    files: dict[int, tuple[FileRef, ...]] = {}
    for message, sha256, name, size, material in found:
        kind = kinds.MaterialKind(material) if material else None
        files[message] = (*files.get(message, ()), FileRef(sha256, name, size, kind))
    return files


def _row(row: tuple[Any, ...], files: tuple[FileRef, ...]) -> OutboxRow:
    message = MessageRow(
        id=row[14],
        kind=kinds.MessageKind(row[15]),
        request_id=row[16],
        mentor_id=row[17],
        to_name=row[18],
        to_address=row[19],
        cc_address=row[20],
        subject=row[21],
        body=row[22],
        files=files,
        test=bool(row[23]),
        created_at=datetime.fromisoformat(row[24]),
    )
    return OutboxRow(
        id=row[0],
        message=message,
        way=SendWay(row[1]),
        account_id=row[2],
        message_id=row[3],
        state=OutboxState(row[4]),
        attempts=row[5],
        not_before=_instant(row[6]),
        retry_at=_instant(row[7]),
        error_code=row[8],
        reply_code=row[9],
        reply=row[10],
        changed_at=datetime.fromisoformat(row[11]),
        resend_of=row[12],
        step_id=row[13],
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _text(at: datetime) -> str:
    """As `InstantField` stores it, so that it can be compared."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
