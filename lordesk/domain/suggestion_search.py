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
    sets: dict[tuple[int, int], list[_Set]] = {}
    ranked: dict[Place, list[tuple[int, int]]] = {}
    for place in places:
        if place not in ranked:
            key = (place.locked, place.room)
            if key not in sets:
                sets[key] = list(_sets(letters, place.locked, place.room))
            ranked[place] = _ranked(place, sets[key], whole=in_all is not None)
    free = [Choice(*ranked[place][0]) for place in places]
    if in_all is None or _union(free).bit_count() <= in_all:
        return free
    return _shared(places, ranked, in_all)


def _sets(letters: Letters, locked: int, room: int) -> Iterator[_Set]:
    """Every set that holds the locked letters, in the order of the letters."""
    count = len(letters.needs)
    free = [at for at in range(count) if not locked >> at & 1]
    mask, needs, worth = 0, 0, 0
    for at in range(count):
        if locked >> at & 1:
            mask, needs = mask | 1 << at, needs | letters.needs[at]
            worth += _worth(letters, at)

    def grow(start: int, mask: int, needs: int, worth: int) -> Iterator[_Set]:
        size = mask.bit_count()
        yield mask, needs, size, worth
        if size >= room:
            return
        for index in range(start, len(free)):
            at = free[index]
            more = mask | 1 << at
            if letters.clashes[at] & mask or any(
                1 << at & some and (more & some).bit_count() > most for some, most in letters.most
            ):
                continue
            yield from grow(index + 1, more, needs | letters.needs[at], worth + _worth(letters, at))

    yield from grow(0, mask, needs, worth)


def _worth(letters: Letters, at: int) -> int:
    """Digits from the left: in, promised, neither (counts against), fit."""
    stage = _DIGIT * _DIGIT if letters.here[at] else _DIGIT if letters.promised[at] else -1
    return stage * _FIT + letters.fit[at]


def _ranked(place: Place, sets: list[_Set], *, whole: bool) -> list[tuple[int, int]]:
    """Value and letters, the best first; among equals the first set of the fewest letters.

    Only the best where not the `whole` order is asked for.
    """
    wants, least, now, packet = place.wants, place.least, place.now, place.packet
    top = _DIGIT**3 * _FIT
    valued = [
        (
            (
                (
                    (needs & wants).bit_count() * _DIGIT
                    + (least if needs & packet else min(size, least))
                )
                * _DIGIT
                + (mask & now).bit_count()
            )
            * top
            + worth,
            -size,
            mask,
        )
        for mask, needs, size, worth in sets
    ]
    if whole:
        valued.sort(key=lambda entry: entry[:2], reverse=True)
        return [(value, mask) for value, _, mask in valued]
    value, _, mask = max(valued, key=lambda entry: entry[:2])
    return [(value, mask)]


def _union(choices: Sequence[Choice]) -> int:
    union = 0
    for choice in choices:
        union |= choice.mask
    return union


def _shared(
    places: Sequence[Place], ranked: dict[Place, list[tuple[int, int]]], in_all: int
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


def _first(ranked: list[tuple[int, int]], without: int) -> Choice:
    return next(Choice(value, mask) for value, mask in ranked if not mask & without)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield mask & -mask
        mask &= mask - 1
