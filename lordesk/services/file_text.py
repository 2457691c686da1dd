"""What can be read of the first page of a file, without any program for its kind.

It is only asked whether a file looks like a letter; a file that tells nothing gives no text. How
much is read and unpacked is bounded, since the file is the user's and may be anything.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_READ = 1 << 20
_UNPACKED = 1 << 18
_STREAMS = 12
_TEXT = 20_000
_PLAIN = frozenset({".txt", ".md", ".eml", ".html", ".htm", ".rtf", ".tex"})
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_SHOWN = re.compile(rb"\(((?:\\.|[^\\()])*)\)")
_TAG = re.compile(r"<[^>]*>")


def text_of(path: Path) -> str:
    """Raises OSError."""
    kind = path.suffix.lower()
    if kind in (".docx", ".odt"):
        return _of_archive(path, "word/document.xml" if kind == ".docx" else "content.xml")
    with path.open("rb") as stream:
        content = stream.read(_READ)
    if content.startswith(b"%PDF"):
        return _of_pdf(content)
    if kind in _PLAIN:
        return _TAG.sub(" ", content.decode("utf-8", "replace"))[:_TEXT]
    return ""


def _of_archive(path: Path, member: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
            content = stream.read(_UNPACKED)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, zlib.error):
        return ""
    return _TAG.sub(" ", content.decode("utf-8", "replace"))[:_TEXT]


def _of_pdf(content: bytes) -> str:
    """The words that a page shows by plain codes; fonts with codes of their own tell nothing."""
    words: list[str] = []
    for match, _ in zip(_STREAM.finditer(content), range(_STREAMS), strict=False):
        page = _unpacked(match[1])
        if b"BT" not in page:
            continue
        words.extend(
            re.sub(rb"\\(.)", rb"\1", shown[1]).decode("latin-1") for shown in _SHOWN.finditer(page)
        )
    return "".join(words)[:_TEXT]


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, _UNPACKED)
    except zlib.error:
        return stream[:_UNPACKED]
