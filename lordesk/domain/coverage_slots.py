"""Gaps in the letters that an application needs: who is missing, and who cannot stand there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lordesk.domain.requirements import NAMED
from lordesk.domain.status import IN_STAGES, PROMISED_STAGES
from lordesk.kinds import ApplicationKind, LetterKind, Severity, SlotNeed
from lordesk.rows.coverage import GapAction
from lordesk.rows.finding import Finding
from lordesk.rows.forecast import ForecastCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.domain.coverage_view import View
    from lordesk.rows.letters import LetterRow, SlotRow

_TOGETHER = (LetterKind.COMMITTEE, LetterKind.PACKET)
# Letters from the department of the specialty, whatever their form (ACOG/CREOG counts a chair
# letter as one of the specialty).
OF_THE_SPECIALTY = frozenset({SlotNeed.IN_SPECIALTY, SlotNeed.CHAIR, SlotNeed.STANDARDIZED})


def findings(view: View) -> Iterator[Finding]:
    yield from _empty(view)
    yield from _unconfirmed(view)
    yield from _at_risk(view)
    yield from _minima(view)
    yield from _maxima(view)
    yield from _standardized_authors(view)
    yield from _contributors(view)
    yield from _barred(view)
    yield from _repeated(view)
    yield from _surplus(view)


def _backup(view: View, slot: SlotRow) -> LetterRow | None:
    return next((letter for letter in slot.backups if letter.id in view.standing), None)


def _replace(view: View, slot: SlotRow | None) -> dict[str, object]:
    """Who could stand in a slot instead, as the action with its ids."""
    if slot is None:
        return {"action": GapAction.OPEN_LETTER}
    backup = _backup(view, slot)
    return {
        "action": GapAction.PICK_BACKUP if backup else GapAction.PICK_WRITER,
        "slot_id": slot.id,
        "backup": backup.mentor_short if backup else "",
        "backup_id": backup.id if backup else None,
    }


def _packet_in_hand(view: View) -> bool:
    return view.facts.rules.packet_suffices and any(
        letter.kind in _TOGETHER for letter in view.standing.values()
    )


def _empty(view: View) -> Iterator[Finding]:
    """A committee letter that stands for the others makes their slots a matter of choice."""
    filled = {slot.id for slot, _ in view.filled}
    severity = Severity.HINT if _packet_in_hand(view) else Severity.ACKNOWLEDGE
    for slot in view.facts.application.slots:
        if slot.id not in filled:
            data = {"slot": slot.title, **_replace(view, slot)}
            ids = {"letter_id": data["backup_id"]}
            yield Finding("slot-empty", severity, data | ids)


def _unconfirmed(view: View) -> Iterator[Finding]:
    """A named letter that targets require and that nobody has agreed to write yet."""
    application, targets = view.facts.application, view.facts.targets
    for slot, letter in view.filled:
        asking = sum(slot.need in target.needs for target in targets)
        if slot.need not in NAMED or not asking:
            continue
        if letter.stage in (*PROMISED_STAGES, *IN_STAGES):
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
            "action": GapAction.READ_REPLY if letter.unread_reply else GapAction.ASK,
        }
        yield Finding("required-not-confirmed", Severity.ACKNOWLEDGE, data)


def _at_risk(view: View) -> Iterator[Finding]:
    """A letter that will probably not come in time, where nobody stands by."""
    for slot, letter in view.filled:
        forecast = view.facts.forecasts.get(letter.id)
        if forecast is None or forecast.code is not ForecastCode.LINE_UP_BACKUP:
            continue
        if _backup(view, slot) is None:
            data = {
                "name": letter.mentor_short,
                "slot": slot.title,
                "by": forecast.by,
                "action": GapAction.LINE_UP_BACKUP,
                "slot_id": slot.id,
                "letter_id": letter.id,
            }
            yield Finding("backup-needed", Severity.ACKNOWLEDGE, data)


def _planned(view: View, need: SlotNeed) -> int:
    """Slots and loose letters that count for a need; who is to fill a slot is told elsewhere."""
    wanted = OF_THE_SPECIALTY if need is SlotNeed.IN_SPECIALTY else {need}
    in_slots = {letter.id for _, letter in view.filled}
    held = sum(not wanted.isdisjoint(view.met.get(letter.id, ())) for _, letter in view.filled)
    open_slots = sum(
        slot.need in wanted
        for slot in view.facts.application.slots
        if slot.id not in {filled.id for filled, _ in view.filled}
    )
    backups = {b.id for slot in view.facts.application.slots for b in slot.backups}
    loose = sum(
        not wanted.isdisjoint(view.met.get(letter_id, ()))
        for letter_id in view.standing
        if letter_id not in in_slots and letter_id not in backups
    )
    return held + open_slots + loose


def _minima(view: View) -> Iterator[Finding]:
    if not view.facts.application.slots or _packet_in_hand(view):
        return
    for need, least in view.facts.rules.least.items():
        have = _planned(view, need)
        if have < least:
            data = {
                "need": need,
                "have": have,
                "least": least,
                "action": GapAction.EDIT_APPLICATION,
                "application_id": view.facts.application.id,
            }
            yield Finding("need-short", Severity.ACKNOWLEDGE, data)


def _maxima(view: View) -> Iterator[Finding]:
    for need, most in view.facts.rules.most.items():
        found = [i for i in view.standing if need in view.met.get(i, ())]
        if len(found) > most:
            data = {
                "need": need,
                "have": len(found),
                "most": most,
                "action": GapAction.OPEN_RULES,
                "letter_id": found[-1],
            }
            yield Finding("need-over", Severity.ACKNOWLEDGE, data)


def _slot_of(view: View, letter_id: int) -> SlotRow | None:
    return next((slot for slot, letter in view.filled if letter.id == letter_id), None)


def _standardized_authors(view: View) -> Iterator[Finding]:
    """In some specialties the author of a standardized letter may not write another one."""
    if not view.facts.rules.author_may_not_repeat:
        return
    live = [letter for _, letter in view.filled]
    standardized = {x.mentor_id for x in live if x.kind is LetterKind.STANDARDIZED}
    for letter in live:
        if letter.kind is LetterKind.NARRATIVE and letter.mentor_id in standardized:
            slot = _slot_of(view, letter.id)
            data = {"name": letter.mentor_short, **_replace(view, slot)}
            yield Finding("author-twice", Severity.ACKNOWLEDGE, data | {"letter_id": letter.id})


def _contributors(view: View) -> Iterator[Finding]:
    """AACOMAS: who contributes to a packet may not be an evaluator of their own too."""
    if not view.facts.rules.contributors_excluded:
        return
    inside = {
        mentor: letter.id
        for letter in view.standing.values()
        if letter.kind in _TOGETHER
        for mentor in view.writers[letter.id]
    }
    for letter in view.standing.values():
        if letter.kind not in _TOGETHER and letter.mentor_id in inside:
            slot = _slot_of(view, letter.id)
            data = {"name": letter.mentor_short, **_replace(view, slot)}
            packet = {"packet_id": inside[letter.mentor_id], "letter_id": letter.id}
            yield Finding("contributor-twice", Severity.ACKNOWLEDGE, data | packet)


def _barred(view: View) -> Iterator[Finding]:
    """Residents and fellows, for example, are no writers for a residency."""
    for slot, letter in view.filled:
        if view.facts.roles.get(letter.mentor_id) in view.facts.rules.barred_roles:
            data = {"name": letter.mentor_short, **_replace(view, slot)}
            yield Finding("writer-barred", Severity.ACKNOWLEDGE, data | {"letter_id": letter.id})


def _repeated(view: View) -> Iterator[Finding]:
    """One letter in two slots is one letter; two of one kind by one writer say the same twice."""
    times = Counter(letter.id for _, letter in view.filled)
    told: set[int] = set()
    first: dict[tuple[int, LetterKind], int] = {}
    for slot, letter in view.filled:
        key = (letter.mentor_id, letter.kind)
        before = first.setdefault(key, letter.id)
        if times[letter.id] > 1 and letter.id not in told:
            told.add(letter.id)
            data = {"name": letter.mentor_short, "slots": times[letter.id], "slot_id": slot.id}
            data |= {"letter_id": letter.id, "action": GapAction.PICK_WRITER}
            yield Finding("letter-fills-two", Severity.ACKNOWLEDGE, data)
        if before != letter.id:
            data = {"name": letter.mentor_short, **_replace(view, slot)}
            ids = {"letter_id": letter.id, "other_id": before}
            yield Finding("writer-twice", Severity.ACKNOWLEDGE, data | ids)


def _surplus(view: View) -> Iterator[Finding]:
    """More than the service takes in all; where it counts by program, more than one of them."""
    application, whole = view.facts.application, view.facts.rules.application_cap
    live = [x for x in view.standing.values() if x.stage in (*PROMISED_STAGES, *IN_STAGES)]
    cap = application.cap if whole is None else whole
    if cap is None or len(live) <= cap:
        return
    data = {
        "letters": len(live),
        "cap": cap,
        "each": whole is None,
        "action": GapAction.OPEN_RULES,
        "application_id": application.id,
    }
    severity = Severity.HINT if whole is None else Severity.ACKNOWLEDGE
    yield Finding("more-than-cap", severity, data)
