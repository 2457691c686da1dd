"""The only place that opens the database: which driver, which pragmas, which schema."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import peewee

from lordesk.errors import (
    DiskFullError,
    HomeNotWritableError,
    MigrationFailedError,
    NewerStoreError,
    NotOurFileError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
)
from lordesk.models import undo
from lordesk.models.steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

driver: Any = peewee.sqlite3  # type: ignore[attr-defined]
"""The one SQLite library of the process; a second one on the same file would drop its locks."""

APPLICATION_ID = 0x4C6F5244
GUI_BUSY_MS = 250
JOB_BUSY_MS = 5000
CACHE_KIB = 512
"""Of a connection. The system keeps the file in memory too, so more would only hold it twice."""

_WAL_SAFE = (3, 51, 3)
_WAL_BACKPORTS = ((3, 44, 6), (3, 50, 7))


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """SQLite before 3.51.3 can corrupt a WAL file that two connections write.

    Source: SQLite release notes of 3.51.3, with backports in 3.44.6 and 3.50.7.
    """
    return version >= _WAL_SAFE or any(
        version[:2] == fixed[:2] and version >= fixed for fixed in _WAL_BACKPORTS
    )


def make_database(path: Path) -> peewee.SqliteDatabase:
    """A database that is not open yet. Foreign keys hold and a commit is on the disk."""
    journal = "wal" if wal_is_safe(driver.sqlite_version_info) else "delete"
    return peewee.SqliteDatabase(
        str(path),
        autoconnect=False,
        lock_type="IMMEDIATE",
        pragmas=(
            ("busy_timeout", GUI_BUSY_MS),
            ("journal_mode", journal),
            ("foreign_keys", 1),
            ("synchronous", "FULL"),
            ("cache_size", -CACHE_KIB),
        ),
    )


def make_private(path: Path) -> None:
    """The file is this user's alone, and so are the WAL files, which SQLite makes like it.

    Raises HomeNotWritableError.
    """
    try:
        if not path.exists():
            path.touch(mode=0o600)
        elif os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise HomeNotWritableError(path=path, reason=error.strerror or "") from error


def check_file(path: Path) -> None:
    """Look at the file before a connection may write to it.

    Raises NotOurFileError, NewerStoreError, StoreDamagedError.
    """
    if not path.exists() or path.stat().st_size == 0:
        return
    connection = driver.connect(f"file:{_uri_path(path)}?mode=ro", uri=True, timeout=0.25)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except driver.DatabaseError as error:
        raise _translate(error, path) or NotOurFileError(path=path, detail=str(error)) from error
    finally:
        connection.close()
    if owner != APPLICATION_ID and tables:
        raise NotOurFileError(path=path, detail=f"application id {owner:#x}")
    if version > len(STEPS):
        raise NewerStoreError(path=path, found=version, known=len(STEPS))


def is_whole(path: Path) -> bool:
    """Whether the file is one of ours, with something in it, and passes SQLite's whole check."""
    try:
        if path.stat().st_size == 0:
            return False
        check_file(path)
        connection = driver.connect(f"file:{_uri_path(path)}?mode=ro", uri=True, timeout=0.25)
        try:
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            verdict: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
        finally:
            connection.close()
    except (OSError, StoreError, driver.Error):
        return False
    return version > 0 and verdict == "ok"


def hold_mail(path: Path) -> None:
    """In a copy of an earlier day nothing may go out by itself: it may have gone out since."""
    connection = driver.connect(str(path))
    try:
        for after, before in (("held", ("queued", "waiting")), ("unknown", ("sending", "data"))):
            connection.execute(
                "UPDATE outbox_entry SET state = ?, lease_until = NULL WHERE state IN (?, ?)",
                (after, *before),
            )
        connection.commit()
    finally:
        connection.close()


def migrate(
    database: peewee.SqliteDatabase,
    path: Path,
    before_step: Callable[[int], None],
    steps: tuple[str, ...] = STEPS,
) -> None:
    """Run the missing schema steps, each atomic with its number.

    `before_step` makes a verified backup of an existing file; if it raises, nothing was changed.
    Raises MigrationFailedError with the file as it was before the failing step.
    """
    version = database.execute_sql("PRAGMA user_version").fetchone()[0]
    if version == len(steps):
        return
    if version:
        undo.forget_all(database)
        before_step(version)
    for number in range(version, len(steps)):
        _run_step(database, path, number + 1, steps[number])


def _run_step(database: peewee.SqliteDatabase, path: Path, number: int, sql: str) -> None:
    connection = database.connection()
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        undo.drop_triggers(connection)
        for statement in _statements(sql):
            connection.execute(statement)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise MigrationFailedError(step=number, detail=f"foreign key of {broken[0]}")
        undo.create_triggers(connection)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except driver.Error as error:
        connection.rollback()
        known = _translate_write(error, path)
        if isinstance(known, DiskFullError | StoreBusyError):
            raise known from error
        raise MigrationFailedError(step=number, detail=str(error)) from error
    except MigrationFailedError:
        connection.rollback()
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _statements(sql: str) -> Iterator[str]:
    """Split a step into statements; a trigger's body stays whole."""
    buffer = ""
    for line in sql.splitlines(keepends=True):
        buffer += line
        if driver.complete_statement(buffer):
            yield buffer
            buffer = ""


@contextmanager
def store_errors(path: Path, writing: bool = False) -> Iterator[None]:
    """The border: what SQLite says becomes a kind of LordeskError, or stays a bug."""
    try:
        yield
    except (peewee.PeeweeException, driver.Error) as error:
        known = _translate_write(error, path) if writing else _translate(error, path)
        if known is None:
            raise
        raise known from error


def _translate_write(error: BaseException, path: Path) -> StoreError | None:
    """A quota or a file size limit is an I/O error to SQLite: where that meets a write, the disk
    took no more, and what was there before is whole.
    """
    known = _translate(error, path)
    if isinstance(known, StoreDamagedError) and "disk i/o" in known.detail.lower():
        return DiskFullError(detail=known.detail)
    return known


def _translate(error: BaseException | None, path: Path) -> StoreError | None:
    """The first error of the chain that a user can meet: behind a failed COMMIT stands a ROLLBACK
    that fails because SQLite has rolled back already, and only the first tells why.
    """
    while error is not None:
        if isinstance(error, driver.Error) and (known := _translate_one(error, path)) is not None:
            return known
        error = error.__cause__ or error.__context__
    return None


def _translate_one(error: BaseException, path: Path) -> StoreError | None:
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return StoreBusyError(detail=str(error))
    if "full" in text:
        return DiskFullError(detail=str(error))
    if "readonly" in text or "unable to open" in text:
        return HomeNotWritableError(path=path, reason=str(error))
    if "not a database" in text:
        return NotOurFileError(path=path, detail=str(error))
    if "malformed" in text or "disk i/o" in text:
        return StoreDamagedError(path=path, detail=str(error))
    return None


def copy_database(database: peewee.SqliteDatabase, target: Path) -> None:
    """Copy the open database into a new file by SQLite's online backup, and check the copy.

    Raises StoreDamagedError where the copy does not pass its integrity check.
    """
    copy = driver.connect(str(target))
    try:
        database.connection().backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        copy.close()
    if verdict != "ok":
        raise StoreDamagedError(path=target, detail=verdict)


def _uri_path(path: Path) -> str:
    return path.as_uri().removeprefix("file://")
