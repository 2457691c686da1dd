"""The base of all tables. The store binds them to its file when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import AutoField, Model

from lordesk.errors import MissingRowError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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
    def copy_of(cls, row_id: int, **changed: Any) -> int:
        """Insert the row once more with some columns changed; returns the id of the copy.

        A column that a later schema adds goes along by itself. Raises MissingRowError.
        """
        row = cls.require(row_id)
        kept = {f.name: getattr(row, f.name) for f in cls._meta.sorted_fields if f.name != "id"}
        return int(cls.create(**(kept | changed)).id)

    @classmethod
    def insert_plain(cls, values: Mapping[str, Any]) -> int:
        """Insert one of many rows; returns its id. A query is not built anew for each.

        Columns that are not named take their defaults.
        """
        columns, stored = [], []
        for column in cls._meta.sorted_fields:
            if column.name in values:
                value = values[column.name]
            elif column.default is not None:
                value = column.default() if callable(column.default) else column.default
            else:
                continue
            columns.append(column.column_name)
            stored.append(column.db_value(value))
        names = ", ".join(columns)
        text = f"INSERT INTO {cls._meta.table_name} ({names}) VALUES ({marks(len(columns))})"
        return int(cls._meta.database.execute_sql(text, tuple(stored)).lastrowid)

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
