"""What to do with a data file that cannot be opened: a good copy, or a new start beside it."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lordesk.errors import DiskFullError, HomeNotWritableError
from lordesk.events import Bus
from lordesk.models import database as db
from lordesk.models.store import Store
from lordesk.services.backups import BackupService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.clock import Clock
    from lordesk.paths import Paths
    from lordesk.rows.mail import BackupRow

_BESIDE = ("-wal", "-shm", "-journal", "")
"""SQLite's own files go first: left behind, they would be taken for those of the new file."""


class RecoveryService:
    """Nothing is deleted: a damaged file stays in its folder under a name with the day."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._path = paths.database
        self._clock = clock
        self._store = Store(paths.database, Bus(), clock)
        self._backups = BackupService(self._store, clock, paths)

    def newest_good(self) -> BackupRow | None:
        """The newest backup that passes the whole check of its file."""
        return next((row for row in self._backups.rows() if db.is_whole(Path(row.path))), None)

    def restore(self, backup: BackupRow) -> None:
        """Put a copy of the backup in place. Mail that waits in it is held: it may have left since.

        Raises DiskFullError or HomeNotWritableError, and then the damaged file is where it was.
        """
        part = self._path.with_suffix(".part")
        with self._disk_errors():
            shutil.copyfile(backup.path, part)
            part.chmod(0o600)
            with db.store_errors(part, writing=True):
                db.hold_mail(part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            self._set_aside()
            part.replace(self._path)

    def start_new(self) -> None:
        """An empty home beside the damaged file. Raises the kinds of `errors.StoreError`."""
        with self._disk_errors():
            self._set_aside()
        try:
            self._store.open(lambda version: None, backups_exist=False)
        finally:
            self._store.close()

    def _set_aside(self) -> None:
        stem = f"{self._path.stem}-damaged-{self._clock.now():%Y%m%dT%H%M%S%f}"
        for end in _BESIDE:
            found = self._path.with_name(self._path.name + end)
            if found.exists():
                found.rename(self._path.with_name(f"{stem}{self._path.suffix}{end}"))

    @contextmanager
    def _disk_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise DiskFullError(detail=str(error)) from error
            raise HomeNotWritableError(
                path=self._path.parent, reason=error.strerror or ""
            ) from error
