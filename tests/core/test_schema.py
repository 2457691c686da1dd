"""Schema steps: one road from an empty or an old file to the tables of today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import DiskFullError, MigrationFailedError
from lordesk.events import Bus
from lordesk.models import database as db
from lordesk.models import undo
from lordesk.models.steps import STEPS
from lordesk.models.store import Store
from lordesk.models.tables import TABLES
from lordesk.services.backups import BackupService
from tests.core.conftest import House
from tests.core.dump import user_rows

if TYPE_CHECKING:
    from lordesk.clock import FixedClock
    from lordesk.paths import Paths

DUMPS = Path(__file__).parent.parent / "data"
MORE = "CREATE TABLE probe (id INTEGER PRIMARY KEY);\nALTER TABLE mentor ADD COLUMN probe TEXT;\n"
BROKEN = MORE + "INSERT INTO nowhere VALUES (1);\n"


def columns(house: House, table: str) -> dict[str, tuple[bool, bool]]:
    """Name to whether it may be empty, and whether it is the key."""
    return {
        str(row[1]): (not row[3] and not row[5], bool(row[5]))
        for row in house.sql(f"PRAGMA table_info({table})")
    }


def test_the_newest_schema_has_a_dump() -> None:
    assert (DUMPS / f"schema_{len(STEPS)}.sql").exists()


def test_every_column_is_that_of_its_table_class(house: House) -> None:
    for table in TABLES:
        declared = {
            field.column_name: (bool(field.null), bool(field.primary_key))
            for field in table._meta.sorted_fields
        }
        assert columns(house, table._meta.table_name) == declared, table.__name__


def test_every_table_has_its_class(house: House) -> None:
    stored = {
        str(name)
        for (name,) in house.sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
            " ESCAPE '\\'"
        )
    }
    own = {"undo_step", "undo_change", "undo_recorder"}
    assert stored - own == {table._meta.table_name for table in TABLES}
    assert set(undo.USER_TABLES) <= stored


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_a_released_file_becomes_the_newest_with_its_rows(
    paths: Paths, clock: FixedClock, number: int
) -> None:
    paths.make()
    connection = db.driver.connect(str(paths.database))
    connection.executescript((DUMPS / f"schema_{number}.sql").read_text(encoding="utf-8"))
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
    }
    connection.close()
    house = House(paths, clock)
    try:
        assert house.store.schema() == len(STEPS)
        for table in TABLES:
            name = table._meta.table_name
            found = list(table.select())
            assert len(found) == counts[name], name
        assert counts["mentor"] > 0
        assert len(house.mentors.rows(archived=True)) == counts["mentor"]
    finally:
        house.close()


def migrate(house: House, steps: tuple[str, ...], made: list[int]) -> None:
    def before(version: int) -> None:
        made.append(version)
        house.backups.make("before-update", schema=version)

    with db.store_errors(house.paths.database):
        db.migrate(house.store.database, house.paths.database, before, steps)


def test_a_verified_backup_comes_before_a_step(filled: House) -> None:
    made: list[int] = []
    migrate(filled, (*STEPS, MORE), made)
    assert made == [len(STEPS)]
    (row,) = filled.backups.rows()
    assert (row.reason, row.schema) == ("before-update", len(STEPS))
    copy = db.driver.connect(row.path)
    try:
        assert copy.execute("SELECT count(*) FROM mentor").fetchone() == (13,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    finally:
        copy.close()


def test_undo_records_the_columns_of_a_later_step(filled: House) -> None:
    migrate(filled, (*STEPS, MORE), [])
    filled.sql("UPDATE mentor SET probe = 'kept' WHERE id = 1")
    with filled.store.step("mentor-changed"):
        filled.store.database.execute_sql("UPDATE mentor SET probe = 'new' WHERE id = 1")
    filled.undo.undo()
    assert filled.sql("SELECT probe FROM mentor WHERE id = 1") == [("kept",)]


def test_a_step_that_fails_leaves_the_file_as_it_was(filled: House) -> None:
    shape = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    before = filled.sql(shape), user_rows(filled)
    with pytest.raises(MigrationFailedError) as failed:
        migrate(filled, (*STEPS, BROKEN), [])
    assert failed.value.step == len(STEPS) + 1
    assert (filled.sql(shape), user_rows(filled)) == before
    assert filled.store.schema() == len(STEPS)


def test_without_its_backup_no_step_is_run(filled: House) -> None:
    def refuse(version: int) -> None:
        raise DiskFullError(detail=str(version))

    with pytest.raises(DiskFullError):
        db.migrate(filled.store.database, filled.paths.database, refuse, (*STEPS, MORE))
    assert filled.store.schema() == len(STEPS)


def test_a_new_file_needs_no_backup(paths: Paths, clock: FixedClock) -> None:
    paths.make()
    store = Store(paths.database, Bus(), clock)
    backups = BackupService(store, clock, paths)

    def never(version: int) -> None:
        raise AssertionError(version)

    store.open(never, backups.exist())
    store.close()
    assert backups.rows() == []
