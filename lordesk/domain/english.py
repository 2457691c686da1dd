"""Phrases for the text of a message. Letters are asked for in US English, whatever the screen's
language is; what is shown on screen is worded elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lordesk.kinds import ApplicationKind, Highlight, LetterKind, MaterialKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DETERMINERS = {"my", "our", "your", "the", "a", "an", "this", "that", "his", "her", "their"}
# A first word that a user writes with a capital only because it begins the field.
_COMMON_NOUNS = {
    "sub-internship", "sub-i", "internship", "rotation", "clerkship", "elective", "clinic",
    "continuity", "course", "class", "seminar", "lab", "laboratory", "research", "project",
    "shadowing", "office", "volunteering", "work", "weekly", "inpatient", "ward",
}  # fmt: skip
_YEAR_NEEDED_AFTER_DAYS = 300
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip

_ZONES = {
    "America/New_York": "Eastern Time",
    "America/Detroit": "Eastern Time",
    "America/Chicago": "Central Time",
    "America/Denver": "Mountain Time",
    "America/Phoenix": "Arizona Time",
    "America/Los_Angeles": "Pacific Time",
    "America/Anchorage": "Alaska Time",
    "Pacific/Honolulu": "Hawaii Time",
    "Etc/GMT+12": "anywhere on Earth",
    "UTC": "UTC",
    "Etc/UTC": "UTC",
}
_HIGHLIGHTS = {
    Highlight.CLINICAL_REASONING: "my clinical reasoning",
    Highlight.OWNERSHIP: "how I take ownership of my patients",
    Highlight.INDEPENDENCE_IN_RESEARCH: "my independence in research",
    Highlight.RESPONSE_TO_FEEDBACK: "how I respond to feedback",
    Highlight.WRITING_PRESENTING: "my writing and presenting",
    Highlight.TEAMWORK: "how I work in a team",
    Highlight.TEACHING: "how I teach others",
    Highlight.PERSEVERANCE: "my perseverance",
    Highlight.CURIOSITY: "my curiosity",
    Highlight.COMPASSION: "my compassion with patients",
    Highlight.COMMUNICATION: "how I communicate",
    Highlight.LEADERSHIP: "my leadership",
}
_MATERIALS = {
    MaterialKind.CV: "my CV",
    MaterialKind.STATEMENT: "my personal statement",
    MaterialKind.TRANSCRIPT: "my transcript",
    MaterialKind.PHOTO: "a photo of me",
    MaterialKind.PROGRAM_LIST: "my program list",
    MaterialKind.SHARED_WORK: "a summary of our shared work",
    MaterialKind.REQUEST_FORM: "the Letter Request Form",
}
_LETTERS = {
    LetterKind.STANDARDIZED: "standardized letter of evaluation",
    LetterKind.CHAIR: "department letter of recommendation",
    LetterKind.COMMITTEE: "committee letter of recommendation",
    LetterKind.CHARACTER: "letter of recommendation about my character",
}
_GOALS = {
    "research": "a career in which research and patients belong together",
    "service": "a career of service to patients who have little access to care",
    "clinical": "a career close to patients",
    "education": "a career that joins teaching and patient care",
    "leadership": "a career in which I can help to lead how care is given",
}


def joined(phrases: Sequence[str]) -> str:
    """With "and", and a comma before it from three phrases on."""
    if len(phrases) < 3:
        return " and ".join(phrases)
    return f"{', '.join(phrases[:-1])}, and {phrases[-1]}"


def number(count: int) -> str:
    """In words up to twelve."""
    return _NUMBERS[count - 1] if 1 <= count <= len(_NUMBERS) else str(count)


def highlights(chosen: Sequence[Highlight]) -> str:
    return joined([_HIGHLIGHTS[highlight] for highlight in chosen])


def long_date(on: date, today: date) -> str:
    """ "Wednesday, September 16", with the year where the reader could mistake it."""
    text = f"{WEEKDAYS[on.weekday()]}, {MONTHS[on.month - 1]} {on.day}"
    return f"{text}, {on.year}" if abs((on - today).days) > _YEAR_NEEDED_AFTER_DAYS else text


def month(on: date) -> str:
    return f"{MONTHS[on.month - 1]} {on.year}"


def zone_name(zone: str) -> str:
    if not zone:
        return ""
    return _ZONES.get(zone) or f"{zone.rsplit('/', 1)[-1].replace('_', ' ')} time"


def letter_kind(kind: LetterKind) -> str:
    return _LETTERS.get(kind, "letter of recommendation")


def goal(emphasis: str) -> str:
    return _GOALS.get(emphasis, "")


def purpose(kind: ApplicationKind, specialty: str, name: str) -> str:
    field = _inside_sentence(specialty)
    match kind:
        case ApplicationKind.RESIDENCY:
            if field:
                return field if field.endswith("residency") else f"{field} residency"
            return "residency"
        case ApplicationKind.MEDICAL_SCHOOL:
            return "medical school"
        case ApplicationKind.AWAY_ROTATION:
            return f"an away rotation in {field}" if field else "an away rotation"
        case _:
            if not name:
                return "my application"
            starts_like_a_name = name.split()[0].casefold() in _DETERMINERS
            return name if starts_like_a_name else f"the {name}"


def applying(kind: ApplicationKind | None, purpose_text: str) -> str:
    to = kind in (ApplicationKind.RESIDENCY, ApplicationKind.MEDICAL_SCHOOL)
    return f"applying {'to' if to else 'for'} {purpose_text}"


def with_determiner(phrase: str) -> str:
    """ "sub-internship in May" → "our sub-internship in May"; "your course" stays."""
    words = phrase.split()
    if not words or re.sub(r"\W", "", words[0]).casefold() in _DETERMINERS:
        return phrase
    first = words[0].lower() if words[0].lower().strip(",") in _COMMON_NOUNS else words[0]
    return " ".join(["our", first, *words[1:]])


def attached(materials: Sequence[tuple[MaterialKind | None, str]]) -> str:
    """From kinds and file names: "My CV and the Letter Request Form are attached"."""
    if not materials:
        return ""
    names = [_MATERIALS.get(kind, name) if kind else name for kind, name in materials]
    text = joined(names)
    verb = "is" if len(names) == 1 else "are"
    first = text[:1].upper() if materials[0][0] in _MATERIALS else text[:1]
    return f"{first}{text[1:]} {verb} attached"


def without_period(text: str) -> str:
    return text.strip().rstrip(".").rstrip()


def _inside_sentence(text: str) -> str:
    """Lower-cases words that only begin with a capital; "OB-GYN" and "PM&R" stay."""
    return " ".join(
        word.lower() if word[:1].isupper() and word[1:].islower() else word for word in text.split()
    )
