"""The files of a draft: there and unchanged, small enough, nobody else's, and no letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lordesk.domain import draft_names
from lordesk.domain.draft_text import DraftText
from lordesk.kinds import MaterialKind, MessageKind, Severity, Waiver
from lordesk.rows.finding import Finding
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lordesk.domain.preflight import DraftFacts, PreflightContext
    from lordesk.rows.mail import FileRef

DEFAULT_SIZE_LIMIT = 25_000_000
"""Bytes as encoded, where a server announces no SIZE: what the strictest large provider takes."""
_HEADERS_SIZE = 2_000
_PART_SIZE = 400
_BASE64_LINE = 57
_ENCODED_LINE = 76

_LETTER = re.compile(
    r"(?:^|[\W_])(?:lo[re]|letters?[\W_]*(?:of[\W_]*)?(?:rec|recommendation|evaluation|reference)\w*"
    r"|recommendation[\W_]*letters?|reference[\W_]*letters?)(?:[\W_]|$)",
    re.IGNORECASE,
)
_NO_LETTER = re.compile(r"form|request|instruction|guideline|template|cover|waiver", re.IGNORECASE)


@dataclass(frozen=True)
class DraftFile:
    """`problem` is "" or why the file cannot go: "missing", "unreadable" or "changed"."""

    file: FileRef
    added_on: date | None = None
    problem: str = ""


def encoded_size(body: str, files: Iterable[DraftFile]) -> int:
    """Bytes of the message on the wire, never too small: base64 takes 4 for 3 and lines of 76."""
    total = _HEADERS_SIZE + 3 * len(body.encode())
    for item in files:
        size = item.file.size
        total += _PART_SIZE + 4 * -(-size // 3) + 2 * -(-size // _BASE64_LINE)
    return total


def raw_limit(encoded: int) -> int:
    """Bytes that a single file may have under a limit of encoded bytes."""
    return (encoded - _HEADERS_SIZE - _PART_SIZE) // (_ENCODED_LINE + 2) * _BASE64_LINE


def has_request_form(files: Iterable[DraftFile]) -> bool:
    return any(item.file.material is MaterialKind.REQUEST_FORM for item in files)


def findings(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    for item in draft.files:
        data = {"file": item.file.name}
        if item.problem:
            yield Finding(f"file-{item.problem}", Severity.BLOCKS, data)
        other = draft_names.other_owner(item.file.name, context.other_mentors)
        own = draft_names.other_owner(item.file.name, [context.mentor])
        if other and not own and other.family.casefold() not in context.applicant_name.casefold():
            name = {"other": other.short_name}
            yield Finding("other-persons-file", Severity.ACKNOWLEDGE, data | name)
        if looks_like_letter(item.file):
            waived = context.letter is not None and context.letter.waiver is Waiver.WAIVED
            severity = Severity.BLOCKS if waived else Severity.ACKNOWLEDGE
            yield Finding("looks-like-letter", severity, data)
    size = encoded_size(draft.body, draft.files)
    if size > context.size_limit:
        limit = {"size": size, "limit": context.size_limit}
        yield Finding("files-too-large", Severity.BLOCKS, limit)
    body = DraftText("body", draft.body)
    match = body.attached()
    if match and not draft.files:
        place = body.place(match)
        yield Finding("attached-without-file", Severity.ACKNOWLEDGE, {"text": match[0]}, place)
    if draft.kind is MessageKind.ASK:
        yield from _materials(draft.files)


def looks_like_letter(file: FileRef) -> bool:
    """By its name: LoRDesk never holds a letter itself, and never opens a file to see."""
    if file.material in (MaterialKind.REQUEST_FORM, MaterialKind.CV, MaterialKind.PHOTO):
        return False
    return bool(_LETTER.search(file.name)) and not _NO_LETTER.search(file.name)


def _materials(files: tuple[DraftFile, ...]) -> Iterator[Finding]:
    for kind, word in ((MaterialKind.CV, "cv"), (MaterialKind.STATEMENT, "statement")):
        item = next((item for item in files if item.file.material is kind), None)
        if item:
            data = {"file": item.file.name, "size": item.file.size, "on": item.added_on}
            yield Finding(f"{word}-attached", Severity.PASS, data)
        else:
            yield Finding(f"{word}-not-attached", Severity.HINT)
