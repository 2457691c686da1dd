"""The base of all tables. The store binds them to its file when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import AutoField, Model

from lordesk.errors import MissingRowError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self


class Table(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False

    @classmethod
    def require(cls, row_id: int) -> Self:
        """The row with this id. Raises MissingRowError."""
        row: Self | None = cls.get_or_none(cls.id == row_id)
        if row is None:
            raise MissingRowError(table=cls._meta.table_name, row_id=row_id)
        return row

    @classmethod
    def change(cls, row_id: int, **values: Any) -> None:
        """Set some columns of one row. Raises MissingRowError."""
        if values and cls.update(**values).where(cls.id == row_id).execute() == 0:
            raise MissingRowError(table=cls._meta.table_name, row_id=row_id)

    @classmethod
    def sql(cls, text: str, parameters: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Run a query over several tables, in the database that this one is bound to."""
        found: list[tuple[Any, ...]] = cls._meta.database.execute_sql(
            text, tuple(parameters)
        ).fetchall()
        return found


def marks(count: int) -> str:
    """As many placeholders as an IN list has members."""
    return ", ".join("?" * count)
