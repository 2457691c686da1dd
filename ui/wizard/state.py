"""What the steps of the wizard have filled in, and how it is written down between two starts."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from lordesk.kinds import Highlight, LetterKind, LetterService, MaterialKind, Tone, Waiver
from lordesk.rows.mail import FileRef

if TYPE_CHECKING:
    from collections.abc import Mapping


class Way(StrEnum):
    """How the message leaves; stored in drafts by value."""

    NOW = "now"
    SCHEDULE = "schedule"
    TEST = "test"
    MAIL_APP = "mail_app"
    IN_PERSON = "in_person"


@dataclass
class WizardState:
    """`soft_own`, `ask_own`: the user set that date, so it is not computed anew.

    `edited` with `subject` and `body`: the user's own text in place of the written one.
    `acknowledged` are the keys of findings that the user has looked at.
    """

    mentor_id: int | None = None
    letter_id: int | None = None
    request_id: int | None = None
    application_id: int | None = None
    slot_id: int | None = None
    purpose: str = ""
    kind: LetterKind = LetterKind.NARRATIVE
    service: LetterService | None = None
    waiver: Waiver = Waiver.UNDECIDED
    waiver_on: date | None = None
    reference: str = ""
    hard_on: date | None = None
    hard_time: time | None = None
    hard_zone: str = ""
    soft_on: date | None = None
    ask_on: date | None = None
    soft_own: bool = False
    ask_own: bool = False
    tone: Tone = Tone.WARM
    greeting: str = ""
    highlights: tuple[Highlight, ...] = ()
    moment: str = ""
    moment_on: date | None = None
    meeting: bool = True
    easy_no: bool = True
    mention: bool = False
    colleagues: str = ""
    cc: bool = False
    edited: bool = False
    subject: str = ""
    body: str = ""
    files: tuple[FileRef, ...] = ()
    files_chosen: bool = False
    acknowledged: frozenset[str] = frozenset()
    way: Way = Way.NOW
    schedule_on: date | None = None
    schedule_at: time | None = None
    asked_on: date | None = None
    reached: int = 0


_KINDS: dict[str, type[StrEnum]] = {
    "kind": LetterKind,
    "service": LetterService,
    "waiver": Waiver,
    "tone": Tone,
    "way": Way,
}
_DAYS = {"waiver_on", "hard_on", "soft_on", "ask_on", "moment_on", "schedule_on", "asked_on"}
_TIMES = {"hard_time", "schedule_at"}


def to_json(state: WizardState) -> dict[str, object]:
    return {field.name: _plain(getattr(state, field.name)) for field in fields(WizardState)}


def from_json(saved: Mapping[str, object]) -> WizardState:
    """A value that does not fit keeps its default: a draft of another version still opens."""
    state = WizardState()
    for field in fields(WizardState):
        if field.name not in saved:
            continue
        try:
            value = _typed(field.name, saved[field.name])
        except (KeyError, TypeError, ValueError):
            continue
        default = getattr(state, field.name)
        if default is None or isinstance(value, type(default)):
            setattr(state, field.name, value)
    return state


def _plain(value: Any) -> object:
    match value:
        case StrEnum():
            return value.value
        case date() | time():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case tuple():
            return [_plain(item) for item in value]
        case FileRef():
            material = value.material.value if value.material else None
            return [value.sha256, value.name, value.size, material]
    return value


def _typed(name: str, value: Any) -> object:
    if value is None:
        return None
    if name in _KINDS:
        return _KINDS[name](value)
    if name in _DAYS:
        return date.fromisoformat(value)
    if name in _TIMES:
        return time.fromisoformat(value)
    if name == "highlights":
        return tuple(Highlight(item) for item in value)
    if name == "files":
        return tuple(_file(*item) for item in value)
    if name == "acknowledged":
        return frozenset(str(item) for item in value)
    return value


def _file(sha256: str, name: str, size: int, material: str | None) -> FileRef:
    return FileRef(str(sha256), str(name), int(size), MaterialKind(material) if material else None)
