"""Handing a finished draft to the user's mail app: a file with its attachments, or a link.

Nothing here tells whether the mail was sent; that, the user is asked.
"""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from lordesk.errors import DiskFullError, FileUnreadableError
from lordesk.mail.compose import check_headers, compose

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.clock import Clock
    from lordesk.jobs import JobContext
    from lordesk.paths import Paths
    from lordesk.rows.mail import AccountRow, MessageRow, NewMessage

KEPT = timedelta(days=30)
LINK_LIMIT = 2000
"""Characters of a link that every mail app and browser takes."""

_NAME_LIMIT = 60


class HandoverService:
    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._paths = paths
        self._clock = clock

    def write(
        self, job: JobContext, message: MessageRow, account: AccountRow | None = None
    ) -> Path:
        """Job: the draft as a file that mail apps open as an unsent message.

        Raises HeaderInjectionError, InvalidInputError, FileMissingError, FileUnreadableError,
        DiskFullError.
        """
        job.check()
        draft = compose(message, account, self._paths.files)
        draft.message["X-Unsent"] = "1"
        content = draft.as_bytes()
        folder = self._paths.handover
        path = folder / f"{_file_name(message)}.eml"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clean(job)
            path.unlink(missing_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
        except OSError as error:
            path.unlink(missing_ok=True)
            if error.errno == errno.ENOSPC:
                raise DiskFullError(detail=str(error)) from error
            raise FileUnreadableError(path=path, detail=str(error)) from error
        return path

    def _clean(self, job: JobContext) -> None:
        """Drafts that were handed over a month ago are in the mail app or were given up."""
        before = self._clock.now() - KEPT
        for path in self._paths.handover.glob("*.eml"):
            job.check()
            if datetime.fromtimestamp(path.stat().st_mtime, before.tzinfo) < before:
                path.unlink(missing_ok=True)


def mailto(message: MessageRow | NewMessage) -> str:
    """A link with the text only (RFC 6068); "" where it would be too long for some mail apps.

    Raises HeaderInjectionError, InvalidInputError.
    """
    check_headers(message, None)
    fields = [("cc", message.cc_address), ("subject", message.subject)]
    fields.append(("body", "\r\n".join(message.body.splitlines())))
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields if value)
    link = f"mailto:{quote(message.to_address.strip(), safe='@')}?{query}"
    return link if len(link) <= LINK_LIMIT else ""


def _file_name(message: MessageRow) -> str:
    """Readable in any mail app's window, safe on any file system, one a message."""
    text = unicodedata.normalize("NFC", message.to_name or message.to_address)
    safe = re.sub(r"[^\w.@-]+", " ", text).strip(" .") or "draft"
    return f"{safe[:_NAME_LIMIT].strip(' .')} {message.id}"
