"""Materials: the files that the user gives to writers, kept by content so that none ever changes.

A file lies in the file store as `files/<sha256>` and is never written again. A newer version
replaces the older one of its kind in the list; messages that used the older one keep it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from lordesk.domain import draft_files
from lordesk.domain.draft_files import DraftFile
from lordesk.errors import MissingRowError
from lordesk.kinds import MaterialKind
from lordesk.models import files as file_queries
from lordesk.models.mail import Material
from lordesk.rows.mail import MaterialRow
from lordesk.services.file_store import FileStore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.clock import Clock
    from lordesk.jobs import JobContext
    from lordesk.models.store import Store
    from lordesk.paths import Paths
    from lordesk.rows.mail import FileRef

_SEVERAL = frozenset({MaterialKind.SHARED_WORK, MaterialKind.OTHER})
"""Kinds of which several are current at once."""


class MaterialService:
    def __init__(self, store: Store, clock: Clock, paths: Paths) -> None:
        self._store = store
        self._clock = clock
        self._files = paths.files
        self._store_of_files = FileStore(paths.files)
        self._proved: dict[str, tuple[int, int]] = {}

    # --- reading --------------------------------------------------------------------------------

    def rows(self) -> list[MaterialRow]:
        """The current materials, newest first."""
        return file_queries.material_rows()

    def path(self, file: FileRef) -> Path:
        return self._files / file.sha256

    def verify(self, file: FileRef) -> str:
        """ "" or why a file cannot go out: "missing", "unreadable" or "changed".

        The content is hashed once for each time stamp that it has, not at each look.
        """
        path = self.path(file)
        try:
            stat = path.stat()
            stamp = (stat.st_size, stat.st_mtime_ns)
            if self._proved.get(file.sha256) == stamp:
                return ""
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError:
            return "missing"
        except OSError:
            return "unreadable"
        if stat.st_size != file.size or digest != file.sha256:
            return "changed"
        self._proved[file.sha256] = stamp
        return ""

    def as_draft_files(self, files: Iterable[FileRef]) -> tuple[DraftFile, ...]:
        """Files as preflight looks at them, each with its day and what is wrong with it."""
        zone = self._clock.local_now().tzinfo
        added = {row.file.sha256: row.added_at.astimezone(zone).date() for row in self.rows()}
        return tuple(DraftFile(f, added.get(f.sha256), self.verify(f)) for f in files)

    # --- writing --------------------------------------------------------------------------------

    def add(
        self,
        context: JobContext,
        path: Path,
        kind: MaterialKind,
        limit: int = draft_files.DEFAULT_SIZE_LIMIT,
    ) -> MaterialRow:
        """A job: copy a file into the store and list it, in place of the older one of its kind.

        `limit` is in bytes as encoded for mail; a file that alone would pass it is refused before
        it is copied. Raises FileMissingError, FileUnreadableError, FileTooLargeError,
        DiskFullError, HomeNotWritableError; then nothing was added.
        """
        file = self._store_of_files.take_in(context, Path(path), kind, limit)
        now = self._clock.now()
        with self._store.step("material-added", name=file.name):
            file_id = file_queries.record(file.sha256, file.size, now)
            older = [] if kind in _SEVERAL else file_queries.used_materials(kind)
            for material_id in older:
                Material.change(material_id, replaced_at=now)
            created = Material.create(kind=kind, file_id=file_id, name=file.name, added_at=now)
        return MaterialRow(id=int(created.id), kind=kind, file=file, added_at=now)

    def remove(self, material_id: int) -> None:
        """Take it off the list; messages that used it keep it."""
        found = Material.require(material_id)
        with self._store.step("material-removed", name=found.name):
            Material.change(material_id, deleted_at=self._clock.now())

    def get(self, material_id: int) -> MaterialRow:
        for row in self.rows():
            if row.id == material_id:
                return row
        raise MissingRowError(table="material", row_id=material_id)
