"""Whom a draft speaks to: its greeting, and names left over from another request.

A leftover is a mistake, a mention is none: "Dear Dr. Bell" and "thank you, Dr. Bell" speak to
Dr. Bell; "Dr. Bell suggested that I ask you" speaks about Dr. Bell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lordesk.domain.draft_text import DraftText
    from lordesk.rows.people import MentorRow

_GREETING = re.compile(
    r"^[ \t]*(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening))\b[ \t,]*(.*?)"
    r"[ \t]*[,:;.!–—-]*[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE = r"(?:Dr|Prof|Professor|Doctor|Mr|Mrs|Ms|Mx|Dean|Dra|Rev)\.?"
_TITLES_IN = re.compile(rf"\b{_TITLE}(?=\s|$)", re.IGNORECASE)
_SPEAKING_TO = r"(?:thanks|thank you|again|please|hello|hi|hey|forward|yours|with you|to you|help)"
_PURPOSE = (
    r"(?:appl(?:y|ying|ication|ied)|admission|letters?|recommendation|residency|program|position"
    r"|candidacy|submit\w*|upload\w*|portal|interest(?:ed)?)"
)
_EXPERIENCE = re.compile(
    r"\b(?:rotat\w*|work\w*|train\w*|volunteer\w*|shadow\w*|intern(?:ship|ed|ing)?|stud(?:y|ied|ying)|interview\w*"
    r"|poster|research|met|you|taught|clerkship|elective|sub-?i)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Greeting:
    """What the greeting calls its reader, and where."""

    called: str
    match: re.Match[str]


def greetings(text: DraftText) -> Iterator[Greeting]:
    for match in _GREETING.finditer(text.own):
        if len(match[1].split()) <= 6:
            yield Greeting(match[1], match)


def names_of(mentor: MentorRow) -> tuple[str, ...]:
    """The forms by which a reader knows whom is meant, longest first."""
    forms = {mentor.name, mentor.family, _without_title(mentor.salutation)}
    return tuple(sorted((form for form in forms if len(form) > 1), key=len, reverse=True))


def names_someone(called: str, mentor: MentorRow) -> bool:
    return any(_has_word(called, form) for form in names_of(mentor))


def fits(called: str, mentor: MentorRow) -> bool:
    """Does the greeting call the mentor as the user wants the mentor to be called?"""
    wanted = (mentor.short_name, mentor.full_name)
    if any(called.casefold() == form.casefold() for form in wanted):
        return True
    if not names_someone(called, mentor):
        return False
    title = _TITLES_IN.search(called)
    return title is not None and set(_titles(called)) == set(_titles(mentor.title or called))


def spoken_to(text: DraftText, mentor: MentorRow) -> re.Match[str] | None:
    """Where the text speaks to this mentor outside a greeting."""
    for form in names_of(mentor):
        if form.casefold() not in text.folded:  # spares a pattern for each of 5,000 mentors
            continue
        name = rf"(?:{_TITLE} )?{re.escape(form)}"
        pattern = re.compile(
            rf"(?:^[ \t]*({name}),[ \t]*(?:$|(?:I|would|could|you|your|thank|please|it)\b)"
            rf"|\b{_SPEAKING_TO}, ({name})(?=[.!?]|,(?! (?:and|or)\b)|\s*$))",
            re.IGNORECASE | re.MULTILINE,
        )
        match = pattern.search(text.own)
        if match:
            return match
    return None


def school_left_over(text: DraftText, school: str) -> re.Match[str] | None:
    """Where the request names a school as its aim: "applying to …", "a letter for …"."""
    if school.casefold() not in text.folded:
        return None
    name = re.escape(school)
    if text.field == "subject":
        return text.find(school)
    pattern = re.compile(
        rf"\b{_PURPOSE}\b((?:\s+[\w'’&-]+){{0,6}}?)\s+(?:to|for|at|of|in)\s+(?:the\s+)?({name})(?!\w)",
        re.IGNORECASE,
    )
    return next(
        (match for match in pattern.finditer(text.own) if not _EXPERIENCE.search(match[1])), None
    )


def other_owner(file_name: str, mentors: Iterable[MentorRow]) -> MentorRow | None:
    """The mentor whose family name a file's name carries."""
    words = {word.casefold() for word in re.split(r"[\W_]+", file_name) if len(word) > 2}
    return next(
        (mentor for mentor in mentors if mentor.family and mentor.family.casefold() in words), None
    )


def _without_title(salutation: str) -> str:
    return _TITLES_IN.sub("", salutation).strip()


def _titles(text: str) -> list[str]:
    same = {"professor": "prof", "doctor": "dr"}
    found = [word.rstrip(".").casefold() for word in _TITLES_IN.findall(text)]
    return [same.get(word, word) for word in found]


def _has_word(text: str, word: str) -> bool:
    if word.casefold() not in text.casefold():
        return False
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))
