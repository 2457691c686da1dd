"""Whether the database is still the one that was read last, so that a reading may be used again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable

    import peewee


def version_of(database: peewee.SqliteDatabase) -> Hashable | None:
    """The same value as long as no connection of any process has written; None within a
    transaction, since what it reads may still be rolled back.
    """
    connection: Any = database.connection()
    if connection.in_transaction:
        return None
    others = connection.execute("PRAGMA data_version").fetchone()[0]
    return connection, connection.total_changes, others
