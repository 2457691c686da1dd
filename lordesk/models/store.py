"""The open store: how the core reads and writes it, with undo and the news of what changed."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import datetime
from threading import local
from typing import TYPE_CHECKING

from lordesk.errors import HomeNotWritableError, StoreDamagedError
from lordesk.events import Bus, Changed
from lordesk.models import database as db
from lordesk.models import undo
from lordesk.models.tables import TABLES
from lordesk.rows.step import StepRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import peewee

    from lordesk.clock import Clock


class Writing:
    """One transaction under way. `step_id` is None for a background write."""

    def __init__(self, step_id: int | None, initiator: str) -> None:
        self.step_id = step_id
        self.initiator = initiator
        self.touched: dict[str, set[int]] = {}

    def touch(self, table: str, *ids: int) -> None:
        """Name a row that changed in a table without undo triggers, or in a background write."""
        self.touched.setdefault(table, set()).update(ids)


class Store:
    """One open database file. A process has one store open at a time.

    A thread that uses it has a connection of its own: the opener's thread by `open`, a job by
    `connection`.
    """

    def __init__(self, path: Path, bus: Bus, clock: Clock) -> None:
        self.path = path
        self.bus = bus
        self.clock = clock
        self.database: peewee.SqliteDatabase = db.make_database(path)
        self._running = local()

    # --- opening and closing --------------------------------------------------------------------

    def open(self, before_step: Callable[[int], None], backups_exist: bool) -> None:
        """Open the file, bring it to the newest schema and clear the undo log.

        Raises the kinds of `errors.StoreError`. A file that is gone or empty although backups
        exist is damage, never a reason to start anew in silence.
        """
        if self._is_empty() and backups_exist:
            raise StoreDamagedError(path=self.path, detail="the file is empty or gone")
        with db.store_errors(self.path):
            db.check_file(self.path)
            db.make_private(self.path)
            self.database.connect()
            db.migrate(self.database, self.path, before_step)
            self.database.bind(TABLES, bind_refs=False, bind_backrefs=False)
            with self.database.atomic():
                undo.recover(self.database)

    def _is_empty(self) -> bool:
        try:
            return not self.path.exists() or self.path.stat().st_size == 0
        except OSError as error:
            raise HomeNotWritableError(path=self.path, reason=error.strerror or "") from error

    def close(self) -> None:
        if not self.database.is_closed():
            self.database.close()

    @contextmanager
    def connection(self) -> Iterator[None]:
        """A job's own connection, which may wait longer for a lock than the screen.

        A thread that has one already goes on with that one.
        """
        if not self.database.is_closed():
            yield
            return
        with db.store_errors(self.path), self.database.connection_context():
            self.database.execute_sql(f"PRAGMA busy_timeout = {db.JOB_BUSY_MS}")
            yield

    def schema(self) -> int:
        """The schema step that the file has reached."""
        version: int = self.database.execute_sql("PRAGMA user_version").fetchone()[0]
        return version

    def copy_to(self, target: Path) -> None:
        with db.store_errors(self.path):
            db.copy_database(self.database, target)

    # --- writing --------------------------------------------------------------------------------

    @contextmanager
    def step(self, code: str, initiator: str = "", **data: str) -> Iterator[Writing]:
        """One transaction that the user can undo; inside another writing it joins that one."""
        with self._writing(code, data, initiator) as writing:
            yield writing

    @contextmanager
    def background(self, initiator: str = "") -> Iterator[Writing]:
        """One transaction that is no step of the user's: what the world did, not what they did."""
        with self._writing(None, {}, initiator) as writing:
            yield writing

    @contextmanager
    def _writing(self, code: str | None, data: dict[str, str], initiator: str) -> Iterator[Writing]:
        outer: Writing | None = getattr(self._running, "writing", None)
        if outer is not None:
            yield outer
            return
        with db.store_errors(self.path, writing=True), self.database.atomic():
            step_id = None
            if code is not None:
                step_id = undo.begin(self.database, code, data, self._stamp())
            writing = Writing(step_id, initiator)
            self._running.writing = writing
            try:
                yield writing
            finally:
                self._running.writing = None
            if step_id is not None:
                for table, ids in undo.end(self.database, step_id).items():
                    writing.touch(table, *ids)
        self._publish(writing)

    def _publish(self, writing: Writing) -> None:
        if writing.touched:
            ids = frozenset().union(*writing.touched.values())
            self.bus.publish(Changed(frozenset(writing.touched), ids, writing.initiator))

    def _stamp(self) -> str:
        return self.clock.now().isoformat()

    # --- undo and redo --------------------------------------------------------------------------

    def next_undo(self, before: int | None = None) -> StepRow | None:
        """The newest step that is done, or the newest of those older than step `before`."""
        return _step_row(undo.next_step(self.database, "done", before))

    def next_redo(self) -> StepRow | None:
        return _step_row(undo.next_step(self.database, "undone"))

    def replay(self, step: StepRow, backwards: bool, close: bool = False) -> None:
        """Undo or redo a step in one transaction; `close` keeps it from ever being redone.

        Raises StepConflictError, naming nothing but the tables; the rest stays as it was.
        """
        with self.background() as writing:
            undo.replay(self.database, step.id, backwards)
            for table, ids in undo.changed_rows(self.database, step.id).items():
                writing.touch(table, *ids)
            if close:
                undo.close(self.database, step.id)

    def close_step(self, step_id: int) -> None:
        """A step that cannot be replayed and was passed over is on neither list any more."""
        with self.background():
            undo.close(self.database, step_id)


def _step_row(row: tuple[int, str, str, str] | None) -> StepRow | None:
    if row is None:
        return None
    step_id, code, data, at = row
    return StepRow(step_id, code, json.loads(data), datetime.fromisoformat(at))
