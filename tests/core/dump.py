"""What the user's tables hold, in a form that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.models.undo import USER_TABLES

if TYPE_CHECKING:
    from tests.core.conftest import House

Rows = dict[str, list[tuple[object, ...]]]


def user_rows(house: House) -> Rows:
    """Every row of every table under undo, by id."""
    return {table: house.sql(f"SELECT * FROM {table} ORDER BY id") for table in USER_TABLES}
