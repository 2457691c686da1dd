"""The file store: each file lies in `files/<sha256>`, whole or not at all, and never changes."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lordesk.domain import draft_files, names
from lordesk.domain.draft_files import DraftFile
from lordesk.errors import (
    DiskFullError,
    FileMissingError,
    FileTooLargeError,
    FileUnreadableError,
    HomeNotWritableError,
    LordeskError,
)
from lordesk.rows.mail import FileRef

if TYPE_CHECKING:
    from typing import BinaryIO

    from lordesk.jobs import JobContext
    from lordesk.kinds import MaterialKind

_CHUNK = 1 << 20
_NO_SPACE = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class FileStore:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take_in(
        self, context: JobContext, path: Path, kind: MaterialKind | None, limit: int
    ) -> FileRef:
        """`limit` is in bytes as encoded for mail. Raises FileMissingError, FileUnreadableError,
        FileTooLargeError, DiskFullError, HomeNotWritableError; then nothing was added.
        """
        name = names.clean_text(path.name) or "file"
        try:
            size = path.stat().st_size
            if not path.is_file():
                raise FileUnreadableError(path=path, detail="no regular file")
            probe = DraftFile(FileRef("", name, size, kind))
            if draft_files.encoded_size("", (probe,)) > limit:
                raise FileTooLargeError(path=path, size=size, limit=draft_files.raw_limit(limit))
            with path.open("rb") as source:
                return self._copy(context, source, size, FileRef("", name, size, kind))
        except FileNotFoundError as error:
            raise FileMissingError(path=path, detail=str(error)) from error
        except OSError as error:
            raise FileUnreadableError(path=path, detail=str(error)) from error

    def _copy(self, context: JobContext, source: BinaryIO, size: int, file: FileRef) -> FileRef:
        """Hash while copying to a file beside the target, then rename: whole or not at all."""
        digest, done = hashlib.sha256(), 0
        try:
            descriptor, beside_name = tempfile.mkstemp(prefix=".new-", dir=self._folder)
        except OSError as error:
            raise self._refused(error) from error
        beside = Path(beside_name)
        try:
            with os.fdopen(descriptor, "wb") as target:
                while chunk := source.read(_CHUNK):
                    context.check()
                    digest.update(chunk)
                    done += len(chunk)
                    self._write(target, chunk)
                    context.report(done, size)
                self._flush(target)
            sha256 = digest.hexdigest()
            beside.replace(self._folder / sha256)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        return FileRef(sha256, file.name, done, file.material)

    def _write(self, target: BinaryIO, chunk: bytes) -> None:
        try:
            target.write(chunk)
        except OSError as error:
            raise self._refused(error) from error

    def _flush(self, target: BinaryIO) -> None:
        try:
            target.flush()
            os.fsync(target.fileno())
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> LordeskError:
        """Our own side failed, not the user's file."""
        if error.errno in _NO_SPACE:
            return DiskFullError(detail=str(error))
        return HomeNotWritableError(path=self._folder, reason=error.strerror or "")
