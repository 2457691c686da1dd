"""What a typed name probably consists of. A guess fills empty fields; it never changes the name.

A name has no general grammar, so a family name is guessed only where two parts stand in a script
that writes the given name first. Everywhere else the salutation is the title and the whole name.
"""

from __future__ import annotations

import re
import unicodedata

from lordesk.rows.late import dataclass

_TITLES = {
    "dr": "Dr.",
    "doctor": "Dr.",
    "prof": "Prof.",
    "professor": "Professor",
    "dean": "Dean",
    "mr": "Mr.",
    "mrs": "Mrs.",
    "ms": "Ms.",
    "mx": "Mx.",
    "rev": "Rev.",
    "dra": "Dra.",
}
_POST_NOMINALS = {
    "md", "do", "phd", "mbbs", "mph", "mba", "ms", "msc", "ma", "mscr", "mhs", "med", "edd",
    "dds", "dmd", "pharmd", "psyd", "dnp", "rn", "np", "pa", "pac", "facp", "facs", "faap",
    "facep", "facog", "fhm", "jr", "sr", "ii", "iii", "iv",
}  # fmt: skip
_GIVEN_NAME_FIRST = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")
_LINE_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


@dataclass(frozen=True)
class NameGuess:
    """`name` is as typed less the title in front; parts that cannot be known are empty."""

    title: str
    name: str
    given: str
    family: str
    salutation: str
    initials: str


def guess_name(typed: str) -> NameGuess:
    title, name = _split_title(clean_text(typed))
    parts = _core_parts(name)
    given, family = _given_and_family(parts)
    return NameGuess(
        title=title,
        name=name,
        given=given,
        family=family,
        salutation=salutation(title, name, family),
        initials=initials(name),
    )


def salutation(title: str, name: str, family: str) -> str:
    """What follows "Dear": "Dr. Marchetti" where both are known, else title and whole name."""
    if title and family:
        return f"{title} {family}"
    whole = name.split(",")[0].strip() if _post_nominal_tail(name) else name
    return f"{title} {whole}".strip()


def initials(name: str) -> str:
    """One or two letters of any script, or "" where the name has no letter."""
    parts = [part for part in _core_parts(name) if _first_letter(part)]
    if not parts:
        return ""
    ends = parts[:1] if len(parts) == 1 else [parts[0], parts[-1]]
    return "".join(_first_letter(part) for part in ends)


def clean_text(text: str, *, one_line: bool = True) -> str:
    """NFC without NUL, lone surrogates and other control characters; joins lines on request.

    What the user sees stays as typed: nothing is recased, and inner spaces stay.
    """
    text = _LINE_BREAKS.sub(" " if one_line else "\n", text)
    text = "".join(char for char in text if char in "\n\t" or _is_text(char))
    if one_line:
        text = text.replace("\t", " ")
    return unicodedata.normalize("NFC", text).strip()


def _is_text(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs")


def _bare(word: str) -> str:
    return word.replace(".", "").replace("-", "").strip(",").casefold()


def _split_title(text: str) -> tuple[str, str]:
    """Titles in front, however many; a name that is nothing but a title stays a name."""
    words = text.split()
    count = 0
    while count < len(words) - 1 and _bare(words[count]) in _TITLES:
        count += 1
    if not count:
        return "", text
    rest = text
    for word in words[:count]:
        rest = rest.removeprefix(word).lstrip()
    return " ".join(_TITLES[_bare(word)] for word in words[:count]), rest


def _post_nominal_tail(name: str) -> bool:
    """Is everything behind the first comma a degree or a generation ("Bell, MD, PhD")?"""
    head, _, tail = name.partition(",")
    return bool(head.strip() and tail.strip()) and all(
        _bare(word) in _POST_NOMINALS for word in tail.replace(",", " ").split()
    )


def has_degree(name: str, degree: str) -> bool:
    """Is the degree written behind the name: "Jane Bell, DO, MPH", "Jane A. Bell DO"?

    "Anh Do" has none: a family name without a comma is no degree.
    """
    if degree not in name.replace(".", "").casefold():
        return False
    if _post_nominal_tail(name):
        behind = name.partition(",")[2].replace(",", " ").split()
    else:
        behind = [word for word in name.split()[2:] if word.isupper()]
    return any(_bare(word) == degree for word in behind)


def _core_parts(name: str) -> list[str]:
    """The parts in the order given … family, without degrees and single middle letters."""
    head, comma, tail = name.partition(",")
    if comma and not _post_nominal_tail(name) and "," not in tail and len(head.split()) == 1:
        name = f"{tail} {head}"
    elif comma:
        name = head if _post_nominal_tail(name) else name.replace(",", " ")
    parts = name.split()
    while len(parts) > 2 and _bare(parts[-1]) in _POST_NOMINALS:
        parts.pop()
    middle = [part for part in parts[1:-1] if len(_bare(part)) > 1 or not _bare(part).isalpha()]
    return [*parts[:1], *middle, *parts[-1:]] if len(parts) > 1 else parts


def _given_and_family(parts: list[str]) -> tuple[str, str]:
    if len(parts) != 2 or not all(_given_name_comes_first(part) for part in parts):
        return "", ""
    return parts[0], parts[1]


def _given_name_comes_first(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    return bool(letters) and all(
        unicodedata.name(char, "").startswith(_GIVEN_NAME_FIRST) for char in letters
    )


def _first_letter(part: str) -> str:
    """The first letter with the marks that belong to it."""
    for start, char in enumerate(part):
        if char.isalnum():
            end = start + 1
            while end < len(part) and unicodedata.category(part[end]).startswith("M"):
                end += 1
            first = char.title()
            return (first if len(first) == 1 else char) + part[start + 1 : end]
    return ""
