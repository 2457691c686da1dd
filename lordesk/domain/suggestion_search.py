"""The exact search below `suggestions`: sets of letters as bits of a number.

All sets of at most 12 letters that one target may hold are looked at, 4,096 at the very most and
794 under the usual limit of four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# More than 12 letters, and more than their fit in all, summed over 600 targets.
_DIGIT = 1 << 13
_FIT = 1 << 21
_TOP = _DIGIT**3 * _FIT


@dataclass(frozen=True)
class Letters:
    """One entry a letter; `needs` and `clashes` are bits, `most` limits some of the letters."""

    needs: tuple[int, ...]
    here: tuple[bool, ...]
    promised: tuple[bool, ...]
    fit: tuple[int, ...]
    clashes: tuple[int, ...]
    most: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Place:
    """A target: the bits of what it wants, and of the letters that it has and keeps.

    `packet` is the bit of the need that stands for its whole minimum, or 0.
    """

    wants: int
    least: int
    room: int
    now: int
    locked: int
    packet: int = 0


@dataclass(frozen=True)
class Choice:
    """`value` is larger for a better set; the sum over targets decides where letters are scarce."""

    value: int
    mask: int


_Set = tuple[int, int, int, int]
"""Letters, the needs that they meet, how many they are, and their worth beside that."""


def best_choices(
    letters: Letters, places: Sequence[Place], in_all: int | None = None
) -> list[Choice]:
    """The best set for each target; `in_all` is the most letters that all of them share."""
    keys = {(place.locked, place.room) for place in places}
    sets = {key: _sets(letters, *key) for key in keys}
    best = {place: _best(place, sets[place.locked, place.room]) for place in set(places)}
    free = [best[place] for place in places]
    if in_all is None or _union(free).bit_count() <= in_all:
        return free
    ranked = {place: _ranked(place, sets[place.locked, place.room]) for place in best}
    return _shared(places, ranked, in_all)


def _sets(letters: Letters, locked: int, room: int) -> list[_Set]:
    """Every set that holds the locked letters; smaller ones and earlier letters come first."""
    count = len(letters.needs)
    needs = worth = 0
    for at in range(count):
        if locked >> at & 1:
            needs |= letters.needs[at]
            worth += _worth(letters, at)
    single = [
        (at, 1 << at, letters.needs[at], letters.clashes[at], _worth(letters, at))
        for at in range(count)
        if not locked >> at & 1
    ]
    size = locked.bit_count()
    found: list[_Set] = [(locked, needs, size, worth)]
    edge = [(0, found[0])]
    while edge and size < room:
        size += 1
        grown: list[tuple[int, _Set]] = []
        for start, (mask, needs, _, worth) in edge:
            for index in range(start, len(single)):
                _, bit, more_needs, clashes, more_worth = single[index]
                if clashes & mask or (letters.most and _too_many(letters, mask, bit)):
                    continue
                grown.append(
                    (index + 1, (mask | bit, needs | more_needs, size, worth + more_worth))
                )
        found += [entry for _, entry in grown]
        edge = grown
    return found


def _too_many(letters: Letters, mask: int, bit: int) -> bool:
    return any(bit & some and (mask & some).bit_count() >= most for some, most in letters.most)


def _worth(letters: Letters, at: int) -> int:
    """Digits from the left: in, promised, neither (counts against), fit."""
    stage = _DIGIT * _DIGIT if letters.here[at] else _DIGIT if letters.promised[at] else -1
    return stage * _FIT + letters.fit[at]


def _best(place: Place, sets: list[_Set]) -> Choice:
    """Among equals the first: sets come in order of their size."""
    wants, least, now, packet = place.wants, place.least, place.now, place.packet
    best, best_head, best_worth = 0, -1, 0
    for mask, needs, size, worth in sets:
        enough = least if size > least or needs & packet else size
        head = ((needs & wants).bit_count() * _DIGIT + enough) * _DIGIT + (mask & now).bit_count()
        if head > best_head or (head == best_head and worth > best_worth):
            best, best_head, best_worth = mask, head, worth
    return Choice(best_head * _TOP + best_worth, best)


def _ranked(place: Place, sets: list[_Set]) -> list[Choice]:
    """All sets, the best first, for a search that has to do without some letters."""
    return sorted((_best(place, [entry]) for entry in sets), key=lambda c: -c.value)


def _union(choices: Sequence[Choice]) -> int:
    union = 0
    for choice in choices:
        union |= choice.mask
    return union


def _shared(
    places: Sequence[Place], ranked: dict[Place, list[Choice]], in_all: int
) -> list[Choice]:
    """Branch and bound over the letters to do without: a free choice is the bound of its branch."""
    locked = 0
    times: dict[Place, int] = {}
    for place in places:
        locked |= place.locked
        times[place] = times.get(place, 0) + 1
    best: tuple[int, dict[Place, Choice]] | None = None
    seen: set[int] = set()
    waiting = [0]
    while waiting:
        without = waiting.pop()
        choices = {place: _first(ranked[place], without) for place in times}
        value = sum(choice.value * times[place] for place, choice in choices.items())
        if best is not None and value <= best[0]:
            continue
        union = _union(list(choices.values()))
        if union.bit_count() <= max(in_all, locked.bit_count()):
            best = (value, choices)
            continue
        uses = {
            bit: sum(times[p] for p, c in choices.items() if c.mask & bit)
            for bit in _bits(union & ~locked)
        }
        # The least used letter last, so that it is the first to be done without.
        for bit in sorted(uses, key=lambda bit: (-uses[bit], bit)):
            if without | bit not in seen:
                seen.add(without | bit)
                waiting.append(without | bit)
    assert best is not None  # without all free letters, only the locked ones are left
    return [best[1][place] for place in places]


def _first(ranked: list[Choice], without: int) -> Choice:
    return next(choice for choice in ranked if not choice.mask & without)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield mask & -mask
        mask &= mask - 1
