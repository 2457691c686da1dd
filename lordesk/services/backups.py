"""Backups: verified copies of the database with a manifest, written whole or not at all."""

from __future__ import annotations

import json
import os
from datetime import datetime
from typing import TYPE_CHECKING

from lordesk.errors import BackupFailedError, StoreError
from lordesk.models import files
from lordesk.rows.mail import BackupRow

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.clock import Clock
    from lordesk.jobs import JobContext
    from lordesk.models.store import Store
    from lordesk.paths import Paths


class BackupService:
    def __init__(self, store: Store, clock: Clock, paths: Paths) -> None:
        self._store = store
        self._clock = clock
        self._folder = paths.backups

    def exist(self) -> bool:
        return any(self._folder.glob("*.db"))

    def rows(self) -> list[BackupRow]:
        """Newest first; a copy whose manifest cannot be read is left out."""
        found = []
        for manifest in self._folder.glob("*.json"):
            try:
                data = json.loads(manifest.read_text(encoding="utf-8"))
                found.append(
                    BackupRow(
                        path=str(manifest.with_suffix(".db")),
                        made_at=datetime.fromisoformat(data["made_at"]),
                        size=data["size"],
                        reason=data["reason"],
                        schema=data["schema"],
                    )
                )
            except (OSError, ValueError, KeyError):
                continue
        return sorted(found, key=lambda row: row.made_at, reverse=True)

    def make_job(self, job: JobContext, reason: str) -> Path:
        """A backup in the background."""
        job.check()
        return self.make(reason)

    def make(self, reason: str, schema: int | None = None) -> Path:
        """Copy, check and only then name the backup. Raises BackupFailedError."""
        now = self._clock.now()
        target = self._folder / f"{now:%Y%m%dT%H%M%S%f}-{reason}.db"
        beside = target.with_suffix(".part")
        try:
            self._store.copy_to(beside)
            beside.chmod(0o600)
            manifest = {
                "made_at": now.isoformat(),
                "reason": reason,
                "size": beside.stat().st_size,
                "schema": self._store.schema() if schema is None else schema,
                "files": [] if schema is not None else files.all_hashes(),
            }
            _write(target.with_suffix(".json"), json.dumps(manifest, indent=2))
            beside.replace(target)
        except (OSError, StoreError) as error:
            for left in (beside, target.with_suffix(".json")):
                left.unlink(missing_ok=True)
            raise BackupFailedError(path=target, detail=str(error)) from error
        return target


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
