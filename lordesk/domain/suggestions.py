"""Which letters to assign where, found by exact search and explained.

The letters of a target are chosen apart from those of the others, except where a service counts
letters in all. For a target the best set, in this order: covers the most of its needs, comes
nearest to its minimum, keeps what the user has assigned, has the most letters that are in, then
the most promised ones, the fewest that are neither, and the best fit of the mentors. What a
service has locked is never touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.assignments import may_not_meet
from lordesk.domain.coverage_slots import OF_THE_SPECIALTY
from lordesk.domain.requirements import lacks, takes_a_place
from lordesk.domain.status import IN_STAGES, PROMISED_STAGES
from lordesk.domain.suggestion_search import Choice, Letters, Place, best_choices
from lordesk.kinds import SlotNeed
from lordesk.rows.coverage import Suggestion, TargetSuggestion
from lordesk.rows.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lordesk.domain.coverage_view import View
    from lordesk.rows.letters import LetterRow, TargetRow

MOST_LETTERS = 12
"""More than these are not looked at: those assigned and in come first, then those that fit best."""

_BIT: dict[SlotNeed, int] = {
    need: 1 << at for at, need in enumerate(SlotNeed) if need is not SlotNeed.ANY
}


def suggestion(view: View, fit: Mapping[int, int] | None = None) -> Suggestion:
    """`fit` is that of each mentor, 0 to 100, for this application."""
    fit = fit or {}
    rows = _candidates(view, fit)
    letters = _letters(view, rows, fit)
    places = [_place(view, target, rows) for target in view.facts.targets]
    choices = best_choices(letters, places, view.facts.rules.application_cap)
    found = tuple(
        _explained(view, target, rows, place, choice)
        for target, place, choice in zip(view.facts.targets, places, choices, strict=True)
    )
    used = 0
    for choice in choices:
        used |= choice.mask
    cap = view.facts.rules.application_cap
    full = cap is not None and used.bit_count() >= cap
    return Suggestion(
        targets=found,
        covered=sum(not target.short for target in found),
        before=sum(
            not _short(view, target, _standing_ids(view, target)) for target in view.facts.targets
        ),
        left_out=tuple(row.id for at, row in enumerate(rows) if full and not used >> at & 1),
    )


def _candidates(view: View, fit: Mapping[int, int]) -> list[LetterRow]:
    """In the order of their letters, so that equal choices always end alike."""
    usable = [
        letter
        for letter in view.standing.values()
        if letter.service not in view.facts.rules.refused_channels or letter.id in view.assigned
    ]

    def worth(letter: LetterRow) -> tuple[bool, bool, bool, int, int]:
        return (
            letter.id in view.assigned,
            letter.stage in IN_STAGES,
            letter.stage in PROMISED_STAGES,
            fit.get(letter.mentor_id, 0),
            -letter.id,
        )

    best = sorted(usable, key=worth, reverse=True)[:MOST_LETTERS]
    return sorted(best, key=lambda letter: letter.id)


def _letters(view: View, rows: Sequence[LetterRow], fit: Mapping[int, int]) -> Letters:
    return Letters(
        needs=tuple(_needs(view.met[row.id]) for row in rows),
        here=tuple(row.stage in IN_STAGES for row in rows),
        promised=tuple(row.stage in PROMISED_STAGES for row in rows),
        fit=tuple(max(0, min(100, fit.get(row.mentor_id, 0))) for row in rows),
        clashes=tuple(
            sum(1 << at for at, other in enumerate(rows) if may_not_meet(view, row, other))
            for row in rows
        ),
        most=tuple(
            (sum(1 << at for at, row in enumerate(rows) if need in view.met[row.id]), most)
            for need, most in view.facts.rules.most.items()
        ),
    )


def _needs(met: frozenset[SlotNeed]) -> int:
    found = sum(_BIT.get(need, 0) for need in met)
    return found if met.isdisjoint(OF_THE_SPECIALTY) else found | _BIT[SlotNeed.IN_SPECIALTY]


def _place(view: View, target: TargetRow, rows: Sequence[LetterRow]) -> Place:
    at = {row.id: 1 << index for index, row in enumerate(rows)}
    taken = [a for a in target.assignments if takes_a_place(a, view.standing)]
    ghosts = sum(a.letter_id not in at for a in taken)
    now = sum(at.get(a.letter_id, 0) for a in taken)
    locked = sum(at.get(a.letter_id, 0) for a in taken if a.locked_at is not None)
    wanted = max(len(view.facts.application.slots), target.min_letters, now.bit_count())
    room = wanted if target.cap is None else min(wanted, target.cap - ghosts)
    return Place(
        wants=sum(_BIT.get(need, 0) for need in target.needs),
        least=target.min_letters,
        room=max(room, locked.bit_count()),
        now=now,
        locked=locked,
        packet=_BIT[SlotNeed.COMMITTEE] if view.facts.rules.packet_suffices else 0,
    )


def _standing_ids(view: View, target: TargetRow) -> list[int]:
    return [a.letter_id for a in target.assignments if a.letter_id in view.standing]


def _short(view: View, target: TargetRow, letter_ids: Sequence[int]) -> int:
    chosen = [view.standing[letter_id] for letter_id in letter_ids]
    return lacks(target, chosen, view.met, view.facts.rules.packet_suffices)[0]


def _explained(
    view: View,
    target: TargetRow,
    rows: Sequence[LetterRow],
    place: Place,
    choice: Choice,
) -> TargetSuggestion:
    chosen = [row for at, row in enumerate(rows) if choice.mask >> at & 1]
    now = {a.letter_id for a in target.assignments}
    locked = {a.letter_id for a in target.assignments if a.locked_at is not None}
    kept = {row.id for row in chosen}
    short = _short(view, target, [row.id for row in chosen])
    return TargetSuggestion(
        target_id=target.id,
        add=tuple(row.id for row in chosen if row.id not in now),
        remove=tuple(a.letter_id for a in target.assignments if a.letter_id not in kept | locked),
        short=short,
        reasons=tuple(_reasons(view, target, rows, place, chosen, short)),
    )


def _reasons(
    view: View,
    target: TargetRow,
    rows: Sequence[LetterRow],
    place: Place,
    chosen: Sequence[LetterRow],
    short: int,
) -> list[Reason]:
    met = 0
    for row in chosen:
        met |= _needs(view.met[row.id])
    covered = tuple(need for need in target.needs if _BIT.get(need, 0) & met)
    missing = tuple(need for need in target.needs if _BIT.get(need, 0) & ~met)
    found = [Reason("covers", {"needs": covered})] if covered else []
    if missing:
        found.append(Reason("nobody-for", {"needs": missing}))
    found.append(Reason("short" if short else "minimum-reached", {"short": short}))
    here = sum(row.stage in IN_STAGES for row in chosen)
    promised = sum(row.stage in PROMISED_STAGES for row in chosen)
    counts = {"here": here, "promised": promised, "open": len(chosen) - here - promised}
    found.append(Reason("letters", counts))
    if place.locked:
        found.append(Reason("locked-kept", {"letters": place.locked.bit_count()}))
    if target.cap is not None and len(chosen) >= target.cap and len(rows) > len(chosen):
        found.append(Reason("target-full", {"cap": target.cap}))
    return found
