"""Whether a file that is to prove something looks like the letter itself.

LoRDesk never holds a letter: such a file is questioned, and refused where the applicant has waived
the right to view. A picture or PDF of a status page is what evidence should be.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

FINE, QUESTIONED, REFUSED = "fine", "looks-like-letter", "refused"

_WRITTEN = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages", ".tex"})
_NAME = re.compile(
    r"(?:^|[\W_])(?:lors?|letters?[\W_]*(?:of[\W_]*)?(?:rec|recommendation|recommend|evaluation"
    r"|reference|support)|recommendation|reference[\W_]*letter|sloe|eslor|slor|sel"
    r"|rec[\W_]*letter)(?:[\W_\d]|$)"
)
_ABOUT = re.compile(
    r"confirm|receipt|received|status|screen[\W_]*shot|request|form|portal|checklist|instruction"
    r"|guideline|template|waiver|notification|submitted|e-?mail|delivered|upload"
)
_OPENING = re.compile(
    r"to whom it may concern|dear (?:program director|admissions? committee|selection committee"
    r"|members of the|colleagues?\b|committee members)|letter of (?:recommendation|evaluation"
    r"|support|reference) (?:for|on behalf of)"
)
_PRAISE = re.compile(
    r"(?:pleased|happy|delighted|honou?red|my (?:great )?pleasure|privilege|write|writing)"
    r"[^.]{0,60}\b(?:recommend|recommendation|support of|on behalf of)"
    r"|i (?:strongly|highly|enthusiastically|wholeheartedly|warmly)[^.]{0,30}recommend"
    r"|recommend (?:him|her|them|\w+ ?\w*) (?:without reservation|highly|strongly)"
    r"|without (?:any )?reservations?\b|i have known (?:him|her|them|\w+)[^.]{0,40} for"
    r"|(?:top|upper) (?:\d+ ?%|\w+ percent|tenth) of (?:the )?(?:students|medical students)"
)
_CONFIRMS = re.compile(
    r"has been (?:received|uploaded|submitted|assigned)|letter (?:received|uploaded|submitted)"
    r"|(?:status|state): ?\w+|successfully (?:received|uploaded|submitted)|date received"
    r"|this (?:e-?mail|message) confirms"
)
_MUCH_TEXT = 1_200


@dataclass(frozen=True, kw_only=True)
class EvidenceFile:
    """`text` is what could be read of its first page, empty for a picture."""

    name: str
    text: str = ""


@dataclass(frozen=True)
class Verdict:
    """`code` is FINE, QUESTIONED or REFUSED; `signs` say what speaks for a letter: "name",
    "mentor-in-name", "written-document", "opening", "praise".
    """

    code: str
    signs: tuple[str, ...] = ()


def verdict(file: EvidenceFile, families: Iterable[str] = (), *, waived: bool = False) -> Verdict:
    """`families` are the family names of the letter's writers."""
    name, text = _folded(file.name), _folded(file.text)
    signs = [*_in_name(name, families), *_in_text(text)]
    if not _tells(signs):
        return Verdict(FINE)
    return Verdict(REFUSED if waived else QUESTIONED, tuple(signs))


def _tells(signs: list[str]) -> bool:
    """A mentor's name alone is on many a confirmation, and so is a written document."""
    return any(sign in ("name", "opening", "praise") for sign in signs) or len(signs) > 1


def _in_name(name: str, families: Iterable[str]) -> list[str]:
    stem, dot, extension = name.rpartition(".")
    stem = stem if dot else name
    if _ABOUT.search(stem):
        return []
    signs = ["name"] if _NAME.search(stem) else []
    words = set(re.split(r"[\W_\d]+", stem))
    if any(_folded(family) in words for family in families if family.strip()):
        signs.append("mentor-in-name")
    if dot and f".{extension}" in _WRITTEN:
        signs.append("written-document")
    return signs


def _in_text(text: str) -> list[str]:
    """A short page that confirms something may quote praise; a letter confirms nothing."""
    if _CONFIRMS.search(text) and len(text) < _MUCH_TEXT:
        return []
    signs = ["opening"] if _OPENING.search(text) else []
    return [*signs, "praise"] if _PRAISE.search(text) else signs


def _folded(text: str) -> str:
    """Case, accents and line breaks do not matter."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())
