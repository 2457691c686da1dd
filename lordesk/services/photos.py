"""Photos of mentors, kept in the file store by their content."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lordesk.errors import DiskFullError, HomeNotWritableError
from lordesk.models import files

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.paths import Paths


class PhotoService:
    """What is kept is the small square that is shown, never the file with its place and camera."""

    def __init__(self, store: Store, clock: Clock, paths: Paths) -> None:
        self._store = store
        self._clock = clock
        self._files = paths.files

    def path(self, sha256: str) -> Path:
        return self._files / sha256

    def keep(self, picture: bytes) -> str:
        """Keep a picture; returns the hash that a mentor's `photo` names, "" for no picture.

        Raises DiskFullError, HomeNotWritableError.
        """
        if not picture:
            return ""
        sha256 = hashlib.sha256(picture).hexdigest()
        self._write(sha256, picture)
        with self._store.background():
            files.record(sha256, len(picture), self._clock.now())
        return sha256

    def _write(self, sha256: str, content: bytes) -> None:
        """Written beside the target and renamed: whole or not at all."""
        beside: Path | None = None
        try:
            descriptor, name = tempfile.mkstemp(prefix=".new-", dir=self._files)
            beside = Path(name)
            with os.fdopen(descriptor, "wb") as target:
                target.write(content)
                target.flush()
                os.fsync(target.fileno())
            beside.replace(self._files / sha256)
        except OSError as error:
            if beside is not None:
                with suppress(OSError):
                    beside.unlink(missing_ok=True)
            if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
                raise DiskFullError(detail=str(error)) from error
            raise HomeNotWritableError(path=self._files, reason=error.strerror or "") from error
