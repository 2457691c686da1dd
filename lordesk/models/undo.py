"""Undo by triggers: every insert, update and delete of a user's table is recorded under a step.

A change keeps the columns before and after as JSON. Undo and redo replay the changes of one step
in one transaction. A change whose row no longer looks as the step left it is a conflict: the step
is refused by name and nothing moves.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from lordesk.errors import StepConflictError

if TYPE_CHECKING:
    import peewee

log = logging.getLogger(__name__)

USER_TABLES = (
    "profile",
    "mentor",
    "fit_answer",
    "interaction",
    "moment",
    "application",
    "application_date",
    "target",
    "mentor_target",
    "slot",
    "letter",
    "letter_writer",
    "slot_fill",
    "assignment",
    "request",
    "request_move",
    "request_fact",
    "plan_item",
    "reminder",
    "meeting",
    "file_version",
    "material",
    "evidence",
    "template",
    "message",
    "message_file",
    "rule_edit",
)
"""The tables under undo. The outbox journal, notices, hosts and drafts are not the user's edits."""

_STEP = "(SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL)"


def drop_triggers(connection: Any) -> None:
    """Before a schema step: its own statements are no user's edits."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'undo\\_%' ESCAPE '\\'"
    ).fetchall()
    for (name,) in rows:
        connection.execute(f"DROP TRIGGER {name}")


def create_triggers(connection: Any) -> None:
    """After a schema step: made from the columns that the tables have now."""
    for table in USER_TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        if not columns:
            continue
        new, old = (_json(columns, prefix) for prefix in ("NEW", "OLD"))
        changed = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
        for event, row, before, after, when in (
            ("insert", "NEW", "NULL", new, ""),
            ("update", "OLD", old, new, f" AND ({changed})"),
            ("delete", "OLD", old, "NULL", ""),
        ):
            connection.execute(
                f"CREATE TRIGGER undo_{table}_{event} AFTER {event} ON {table}"
                f" WHEN EXISTS {_STEP}{when} BEGIN"
                " INSERT INTO undo_change (step_id, table_name, row_id, before, after)"
                f" VALUES ({_STEP}, '{table}', {row}.id, {before}, {after}); END"
            )


def _json(columns: list[str], prefix: str) -> str:
    return "json_object(" + ", ".join(f"'{c}', {prefix}.{c}" for c in columns) + ")"


def begin(database: peewee.SqliteDatabase, code: str, data: dict[str, str], at: str) -> int:
    """Open a step inside a running transaction; what is written from here on belongs to it."""
    step = database.execute_sql(
        "INSERT INTO undo_step (code, data, at) VALUES (?, ?, ?)",
        (code, json.dumps(data, ensure_ascii=False), at),
    ).lastrowid
    database.execute_sql("UPDATE undo_recorder SET step_id = ?", (step,))
    return int(step)


def end(database: peewee.SqliteDatabase, step: int) -> dict[str, set[int]]:
    """Close a step; return what it changed. A step that changed nothing leaves no trace.

    A finished step ends what could be redone.
    """
    database.execute_sql("UPDATE undo_recorder SET step_id = NULL")
    touched = changed_rows(database, step)
    if touched:
        database.execute_sql("DELETE FROM undo_step WHERE state = 'undone'")
        database.execute_sql("UPDATE undo_step SET state = 'done' WHERE id = ?", (step,))
    else:
        database.execute_sql("DELETE FROM undo_step WHERE id = ?", (step,))
    return touched


def changed_rows(database: peewee.SqliteDatabase, step: int) -> dict[str, set[int]]:
    touched: dict[str, set[int]] = {}
    for table, row_id in database.execute_sql(
        "SELECT DISTINCT table_name, row_id FROM undo_change WHERE step_id = ?", (step,)
    ):
        touched.setdefault(table, set()).add(row_id)
    return touched


def next_step(
    database: peewee.SqliteDatabase, state: str, before: int | None = None
) -> tuple[int, str, str, str] | None:
    """The step that undo ("done") or redo ("undone") would replay: id, code, data, at.

    `before` looks only at the steps older than that one.
    """
    order = "DESC" if state == "done" else "ASC"
    row = database.execute_sql(
        "SELECT id, code, data, at FROM undo_step WHERE state = ? AND (? IS NULL OR id < ?)"
        f" ORDER BY id {order} LIMIT 1",
        (state, before, before),
    ).fetchone()
    return None if row is None else (row[0], row[1], row[2], row[3])


def replay(database: peewee.SqliteDatabase, step: int, backwards: bool) -> None:
    """Undo (backwards) or redo a step inside a running transaction.

    Raises StepConflictError where a row changed since; the transaction must then be rolled back.
    """
    database.execute_sql("PRAGMA defer_foreign_keys = ON")
    order = "DESC" if backwards else "ASC"
    changes = database.execute_sql(
        "SELECT table_name, row_id, before, after FROM undo_change"
        f" WHERE step_id = ? ORDER BY id {order}",
        (step,),
    ).fetchall()
    for table, row_id, before, after in changes:
        source, target = (after, before) if backwards else (before, after)
        if backwards and target is None:
            _refuse_if_referred(database, table, row_id)
        _apply(
            database,
            table,
            row_id,
            None if source is None else json.loads(source),
            None if target is None else json.loads(target),
        )
    state = "undone" if backwards else "done"
    database.execute_sql("UPDATE undo_step SET state = ? WHERE id = ?", (state, step))


def _apply(
    database: peewee.SqliteDatabase,
    table: str,
    row_id: int,
    source: dict[str, Any] | None,
    target: dict[str, Any] | None,
) -> None:
    """Turn a row that looks like `source` into `target`; None stands for no row."""
    if source is None and target is not None:
        columns = ", ".join(target)
        marks = ", ".join("?" for _ in target)
        if _exists(database, table, row_id):
            raise StepConflictError(tables=(table,))
        database.execute_sql(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(target.values())
        )
        return
    assert source is not None
    columns_now = source if target is None else {c: v for c, v in source.items() if target[c] != v}
    same = " AND ".join(f"{c} IS ?" for c in columns_now)
    where, values = f"id = ? AND {same}", (row_id, *columns_now.values())
    if target is None:
        cursor = database.execute_sql(f"DELETE FROM {table} WHERE {where}", values)
    else:
        sets = ", ".join(f"{c} = ?" for c in columns_now)
        cursor = database.execute_sql(
            f"UPDATE {table} SET {sets} WHERE {where}",
            (*(target[c] for c in columns_now), *values),
        )
    if cursor.rowcount != 1:
        raise StepConflictError(tables=(table,))


def _refuse_if_referred(database: peewee.SqliteDatabase, table: str, row_id: int) -> None:
    """A row on which later rows hang is not taken away: they would go with it, unnamed."""
    referring = database.execute_sql(
        'SELECT m.name, f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f'
        " WHERE m.type = 'table' AND f.\"table\" = ?",
        (table,),
    ).fetchall()
    for child, column in referring:
        if (
            child in USER_TABLES
            and database.execute_sql(
                f"SELECT 1 FROM {child} WHERE {column} = ? LIMIT 1", (row_id,)
            ).fetchone()
        ):
            raise StepConflictError(tables=(child,))


def _exists(database: peewee.SqliteDatabase, table: str, row_id: int) -> bool:
    row = database.execute_sql(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone()
    return row is not None


def close(database: peewee.SqliteDatabase, step: int) -> None:
    """Take a step off both lists: it can be neither undone nor redone any more."""
    database.execute_sql("UPDATE undo_step SET state = 'closed' WHERE id = ?", (step,))


def recover(database: peewee.SqliteDatabase) -> int:
    """At start: undo steps that were left open by a killed job, then empty the log.

    Returns how many open steps were undone.
    """
    open_steps = database.execute_sql(
        "SELECT id FROM undo_step WHERE state = 'open' ORDER BY id DESC"
    ).fetchall()
    database.execute_sql("UPDATE undo_recorder SET step_id = NULL")
    for (step,) in open_steps:
        try:
            with database.atomic():
                replay(database, step, backwards=True)
        except StepConflictError as error:
            # Later writes went over it: the rest of the data must open all the same.
            log.warning("a step left open could not be undone: %s", error.tables)
    forget_all(database)
    return len(open_steps)


def forget_all(database: peewee.SqliteDatabase) -> None:
    database.execute_sql("DELETE FROM undo_change")
    database.execute_sql("DELETE FROM undo_step")
