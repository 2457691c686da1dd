"""Which of the applicant's files a reminder speaks of: "Send Dr. Marchetti your updated CV"."""

from __future__ import annotations

import re

from lordesk.kinds import MaterialKind

_SENDING = re.compile(r"\b(?:send|e-?mail|forward)\b", re.IGNORECASE)
_NAMES = {
    MaterialKind.CV: r"cv|curriculum vitae|r[eé]sum[eé]",
    MaterialKind.STATEMENT: r"(?:personal )?statement",
    MaterialKind.TRANSCRIPT: r"transcripts?",
    MaterialKind.PROGRAM_LIST: r"(?:program|school) list|list of (?:programs|schools)",
    MaterialKind.REQUEST_FORM: r"request form",
}
_FILES = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _NAMES.items()}


def files_to_send(title: str) -> tuple[MaterialKind, ...]:
    """Nothing where it is not about sending, as in "Update my CV"."""
    if not _SENDING.search(title):
        return ()
    return tuple(kind for kind, words in _FILES.items() if words.search(title))
