"""What an application needs, what it has, and what each of its targets still lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lordesk.domain.status import CLOSED_STAGES, IN_STAGES, PROMISED_STAGES
from lordesk.kinds import ApplicationKind, LetterKind, LetterService, Severity, SlotNeed, Stage
from lordesk.rows.finding import Finding
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lordesk.domain.rulepacks import ServiceRule, SpecialtyRule
    from lordesk.rows.letters import ApplicationRow, LetterRow, SlotRow, TargetRow

PRESSING_DAYS = 14
# Needs that a target asks for by name, so that nobody else's letter can stand in.
_NAMED = (SlotNeed.CHAIR, SlotNeed.STANDARDIZED, SlotNeed.COMMITTEE)
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


def target_summary(
    target: TargetRow,
    letters: Mapping[int, LetterRow],
    met: Mapping[int, frozenset[SlotNeed]],
) -> TargetSummary:
    """`letters` holds those of the application by id; declined and withdrawn ones do not count."""
    live = [
        letters[assignment.letter_id]
        for assignment in target.assignments
        if assignment.letter_id in letters
        and letters[assignment.letter_id].stage not in CLOSED_STAGES
    ]
    here = sum(letter.stage in IN_STAGES for letter in live)
    counted = {need for letter in live for need in met.get(letter.id, ())}
    missing = tuple(need for need in target.needs if need in _NAMED and need not in counted)
    short = max(target.min_letters - len(live), len(missing), 0)
    code = "short" if short else "complete" if here == len(live) else "open"
    return TargetSummary(code, here, len(live) - here, short, missing)


def coverage(
    application: ApplicationRow,
    targets: Sequence[TargetRow],
    rule: SpecialtyRule | None = None,
) -> tuple[Finding, ...]:
    """Gaps of an application, the most important first: the page shows the first one."""
    letters = {
        letter.id: letter
        for slot in application.slots
        for letter in (slot.letter, *slot.backups)
        if letter
    }
    return (
        *_empty_slots(application),
        *_unconfirmed(application, targets),
        *_short_targets(application, targets, letters),
        *_unassigned(letters, targets),
        *_repeated_authors(application, rule),
        *_surplus(application, letters),
    )


def _empty_slots(application: ApplicationRow) -> list[Finding]:
    found = []
    for slot in application.slots:
        if slot.letter is None or slot.letter.stage in CLOSED_STAGES:
            backup = next((b for b in slot.backups if b.stage not in CLOSED_STAGES), None)
            data = {
                "slot": slot.title,
                "slot_id": slot.id,
                "backup": backup.mentor_short if backup else "",
                "letter_id": backup.id if backup else None,
            }
            found.append(Finding("slot-empty", Severity.ACKNOWLEDGE, data))
    return found


def _unconfirmed(application: ApplicationRow, targets: Sequence[TargetRow]) -> list[Finding]:
    """A named letter that targets require and that nobody has agreed to write yet."""
    found = []
    for slot in application.slots:
        asking = sum(slot.need in target.needs for target in targets)
        letter = slot.letter
        if slot.need not in _NAMED or not asking or letter is None:
            continue
        if letter.stage in (*PROMISED_STAGES, *IN_STAGES, *CLOSED_STAGES):
            continue
        data = {
            "slot": slot.title,
            "need": slot.need,
            "name": letter.mentor_short,
            "letter_id": letter.id,
            "reply": letter.unread_reply,
            "asking": asking,
            "targets": len(targets),
            "schools": application.kind is ApplicationKind.MEDICAL_SCHOOL,
        }
        found.append(Finding("required-not-confirmed", Severity.ACKNOWLEDGE, data))
    return found


def _short_targets(
    application: ApplicationRow,
    targets: Sequence[TargetRow],
    letters: Mapping[int, LetterRow],
) -> list[Finding]:
    met = needs_met(application.slots)
    short = [
        (target, summary.short)
        for target in targets
        if (summary := target_summary(target, letters, met)).short
    ]
    if not short:
        return []
    first, count = short[0]
    data = {"target": first.name, "target_id": first.id, "short": count, "targets": len(short)}
    return [Finding("target-short", Severity.ACKNOWLEDGE, data)]


def _unassigned(letters: Mapping[int, LetterRow], targets: Sequence[TargetRow]) -> list[Finding]:
    """A letter that is in and goes nowhere: services assign letters by hand."""
    assigned = {assignment.letter_id for target in targets for assignment in target.assignments}
    return [
        Finding(
            "in-not-assigned",
            Severity.ACKNOWLEDGE,
            {"name": letter.mentor_short, "letter_id": letter.id},
        )
        for letter in letters.values()
        if targets and letter.stage in IN_STAGES and letter.id not in assigned
    ]


def _repeated_authors(application: ApplicationRow, rule: SpecialtyRule | None) -> list[Finding]:
    """In some specialties the author of a standardized letter may not write another one."""
    if rule is None or not rule.author_may_not_repeat:
        return []
    live = [s.letter for s in application.slots if s.letter and s.letter.stage not in CLOSED_STAGES]
    standardized = {x.mentor_id for x in live if x.kind is LetterKind.STANDARDIZED}
    return [
        Finding(
            "author-twice",
            Severity.ACKNOWLEDGE,
            {"name": letter.mentor_short, "letter_id": letter.id},
        )
        for letter in live
        if letter.kind is LetterKind.NARRATIVE and letter.mentor_id in standardized
    ]


def _surplus(application: ApplicationRow, letters: Mapping[int, LetterRow]) -> list[Finding]:
    live = sum(letter.stage in (*PROMISED_STAGES, *IN_STAGES) for letter in letters.values())
    if application.cap is None or live <= application.cap:
        return []
    data = {"letters": live, "cap": application.cap}
    return [Finding("more-than-cap", Severity.HINT, data)]


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold().replace("&", "and"))
