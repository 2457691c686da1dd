"""What an application needs and what each of its targets has; gaps are in `coverage`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lordesk.domain.status import CLOSED_STAGES, IN_STAGES, PROMISED_STAGES
from lordesk.kinds import ApplicationKind, LetterKind, LetterService, SlotNeed, Stage
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from lordesk.domain.rulepacks import ServiceRule, SpecialtyRule
    from lordesk.rows.letters import (
        ApplicationRow,
        AssignmentRow,
        LetterRow,
        SlotRow,
        TargetRow,
    )

PRESSING_DAYS = 14
# Needs that a target asks for by name, so that nobody else's letter can stand in.
NAMED = (SlotNeed.CHAIR, SlotNeed.STANDARDIZED, SlotNeed.COMMITTEE)
# Needs that no single letter can meet two of.
_APART = frozenset({*NAMED, SlotNeed.SCIENCE_FACULTY, SlotNeed.NON_SCIENCE})
_OF_KIND = {
    LetterKind.CHAIR: SlotNeed.CHAIR,
    LetterKind.STANDARDIZED: SlotNeed.STANDARDIZED,
    LetterKind.COMMITTEE: SlotNeed.COMMITTEE,
    LetterKind.PACKET: SlotNeed.COMMITTEE,
}
_SCHOOL_OF_SERVICE = {
    LetterService.AACOMAS: "medical_school_do",
    LetterService.TMDSAS: "medical_school_tx",
}
_PLAIN_KEYS = {
    ApplicationKind.RESIDENCY: "residency",
    ApplicationKind.MEDICAL_SCHOOL: "medical_school_md",
    ApplicationKind.AWAY_ROTATION: "away_rotation",
    ApplicationKind.SCHOLARSHIP: "scholarship",
    ApplicationKind.OTHER: "other",
}


def ring_states(application: ApplicationRow) -> tuple[str, ...]:
    """One for each needed letter: in, then promised, then open."""
    counts = {"in": 0, "promised": 0, "open": 0}
    for slot in application.slots:
        stage = slot.letter.stage if slot.letter else None
        counts[
            "in" if stage in IN_STAGES else "promised" if stage in PROMISED_STAGES else "open"
        ] += 1
    return tuple(state for state, count in counts.items() for _ in range(count))


def is_pressing(application: ApplicationRow, today: date) -> bool:
    """Due within two weeks with a letter that nobody has been asked for."""
    due = application.letters_by
    unasked = any(s.letter is None or s.letter.stage is Stage.PLANNED for s in application.slots)
    return due is not None and (due - today).days <= PRESSING_DAYS and unasked


def specialty_rule(
    kind: ApplicationKind,
    service: LetterService | None,
    specialty: str,
    rules: Mapping[str, SpecialtyRule],
) -> SpecialtyRule | None:
    """The rule of the specialty as typed, else the usual one of the kind and service."""
    wanted = _folded(specialty)
    for rule in rules.values():
        if rule.kind is kind and wanted and wanted in (_folded(rule.name), _folded(rule.key)):
            return rule
    if service is LetterService.CASPA:
        return rules.get("physician_assistant")
    if kind is ApplicationKind.MEDICAL_SCHOOL and service in _SCHOOL_OF_SERVICE:
        return rules.get(_SCHOOL_OF_SERVICE[service])
    return rules.get(_PLAIN_KEYS[kind])


def apart(needs: Iterable[SlotNeed]) -> int:
    """How many letters the needs of a target take at the very least."""
    return len(_APART.intersection(needs))


def cap_of(service: LetterService | None, rules: Mapping[LetterService, ServiceRule]) -> int | None:
    """The most letters that one target accepts, its optional ones included; None is no limit."""
    rule = rules.get(service) if service else None
    return None if rule is None or rule.cap is None else rule.cap + rule.optional_extra


@dataclass(frozen=True)
class TargetSummary:
    """`code`: "short" (by `short` letters or without a named need), "complete", or "open".

    `here` are letters in, `to_come` those that are assigned and not in yet.
    """

    code: str
    here: int
    to_come: int
    short: int
    missing: tuple[SlotNeed, ...]


def needs_met(slots: Sequence[SlotRow]) -> dict[int, frozenset[SlotNeed]]:
    """Letter id to what it counts as: the needs of the slots that it fills, and its kind."""
    met: dict[int, set[SlotNeed]] = {}
    for slot in slots:
        for letter in (slot.letter, *slot.backups):
            if letter:
                needs = met.setdefault(letter.id, set())
                needs.add(slot.need)
                needs |= {_OF_KIND[letter.kind]} if letter.kind in _OF_KIND else set()
    return {letter_id: frozenset(needs) for letter_id, needs in met.items()}


def counts_as(
    slots: Sequence[SlotRow], letters: Iterable[LetterRow]
) -> dict[int, frozenset[SlotNeed]]:
    """As `needs_met`, with letters that fill no slot."""
    met = needs_met(slots)
    for letter in letters:
        if letter.id not in met:
            need = _OF_KIND.get(letter.kind)
            met[letter.id] = frozenset({need} if need else ())
    return met


def takes_a_place(assignment: AssignmentRow, standing: Mapping[int, LetterRow]) -> bool:
    """A letter that will not come frees its place, unless the service has locked it there."""
    return assignment.letter_id in standing or assignment.locked_at is not None


def target_summary(
    target: TargetRow,
    letters: Mapping[int, LetterRow],
    met: Mapping[int, frozenset[SlotNeed]],
    packet_suffices: bool = False,
) -> TargetSummary:
    """`letters` holds those of the application by id; declined and withdrawn ones do not count.

    `packet_suffices`: a committee letter or packet stands for the number that is wanted otherwise.
    """
    live = [
        letters[assignment.letter_id]
        for assignment in target.assignments
        if assignment.letter_id in letters
        and letters[assignment.letter_id].stage not in CLOSED_STAGES
    ]
    here = sum(letter.stage in IN_STAGES for letter in live)
    short, missing = lacks(target, live, met, packet_suffices)
    code = "short" if short else "complete" if here == len(live) else "open"
    return TargetSummary(code, here, len(live) - here, short, missing)


def lacks(
    target: TargetRow,
    live: Sequence[LetterRow],
    met: Mapping[int, frozenset[SlotNeed]],
    packet_suffices: bool = False,
) -> tuple[int, tuple[SlotNeed, ...]]:
    """By how many letters a target would be short with these, and which named needs are open."""
    counted = {need for letter in live for need in met.get(letter.id, ())}
    missing = tuple(need for need in target.needs if need in NAMED and need not in counted)
    enough = packet_suffices and SlotNeed.COMMITTEE in counted
    least = min(target.min_letters, 1) if enough else target.min_letters
    return max(least - len(live), len(missing), 0), missing


def same_words(one: str, other: str) -> bool:
    """Whether two names of a field are the same but for case, spaces and signs."""
    return bool(_folded(one)) and _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold().replace("&", "and"))
