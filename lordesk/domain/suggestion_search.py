"""The exact search below `suggestions`: sets of letters as bits of a number.

All sets of at most 12 letters that one target may hold are looked at, 4,096 at the very most and
794 under the usual limit of four.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, combinations
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    return _shared(places, sets, best, in_all)


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


def _values(place: Place, sets: list[_Set]) -> list[int]:
    wants, least, now, packet = place.wants, place.least, place.now, place.packet
    return [
        (
            (
                (needs & wants).bit_count() * _DIGIT
                + (least if size > least or needs & packet else size)
            )
            * _DIGIT
            + (mask & now).bit_count()
        )
        * _TOP
        + worth
        for mask, needs, size, worth in sets
    ]


def _best(place: Place, sets: list[_Set]) -> Choice:
    """Among equals the first: sets come in order of their size."""
    values = _values(place, sets)
    best = max(values)
    return Choice(best, sets[values.index(best)][0])


def _union(choices: Sequence[Choice]) -> int:
    union = 0
    for choice in choices:
        union |= choice.mask
    return union


def _shared(
    places: Sequence[Place],
    sets: Mapping[tuple[int, int], list[_Set]],
    best: Mapping[Place, Choice],
    in_all: int,
) -> list[Choice]:
    """Every choice of so many letters, the most wanted first.

    One is given up as soon as the free choices of the targets that are left cannot save it.
    """
    times = Counter(places)
    cases = [(p, (p.locked, p.room), _values(p, sets[p.locked, p.room])) for p in times]
    bounds = [times[place] * best[place].value for place, _, _ in cases]
    after = list(accumulate(reversed(bounds), initial=0))[-2::-1]
    most, chosen = -1, 0
    for allowed in _offers(times, best, _all_letters(sets), in_all):
        inside = {key: _inside(found, allowed) for key, found in sets.items()}
        total = 0
        for (place, key, values), rest in zip(cases, after, strict=True):
            total += times[place] * max([values[at] for at in inside[key]])
            if total + rest <= most:
                break
        else:
            most, chosen = total, allowed
    ends = {}
    for place, key, _ in cases:
        ends[place] = _best(place, [sets[key][at] for at in _inside(sets[key], chosen)])
    return [ends[place] for place in places]


def _inside(sets: list[_Set], allowed: int) -> list[int]:
    """Which sets can be made of the allowed letters."""
    without = ~allowed
    return [at for at, entry in enumerate(sets) if not entry[0] & without]


def _all_letters(sets: Mapping[tuple[int, int], list[_Set]]) -> int:
    every = 0
    for found in sets.values():
        for entry in found:
            every |= entry[0]
    return every


def _offers(
    times: Counter[Place], best: Mapping[Place, Choice], every: int, in_all: int
) -> Iterator[int]:
    """Sets of letters that all targets may share; the locked ones are in each."""
    locked, wanted = 0, Counter[int]()
    for place, count in times.items():
        locked |= place.locked
        for bit in _bits(best[place].mask):
            wanted[bit] += count
    free = sorted(_bits(every & ~locked), key=lambda bit: (-wanted[bit], bit))
    room = min(max(in_all - locked.bit_count(), 0), len(free))
    for some in combinations(free, room):
        yield locked | sum(some)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield mask & -mask
        mask &= mask - 1
