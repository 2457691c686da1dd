"""The exact search below `suggestions`: sets of letters as bits of a number.

The sets of at most 12 letters that one target may hold, 4,096 at the very most and 794 under the
usual limit of four, are made once and put in the order of their worth. A target then takes the
first one that reaches the most of what the target itself counts: needs, minimum, what stays.

Where all targets share a few letters, each choice of so many gets a promise that it cannot
surpass, and they are tried in that order until no promise is above what was found.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, combinations
from math import inf
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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

_Limit = tuple[Place, int, int]
"""A target, how many are like it, and the best value that it could have of all letters."""


def best_choices(
    letters: Letters, places: Sequence[Place], in_all: int | None = None
) -> list[Choice]:
    """The best set for each target; `in_all` is the most letters that all of them share."""
    rooms: dict[int, int] = {}
    for place in places:
        rooms[place.locked] = max(rooms.get(place.locked, 0), place.room)
    sets = {locked: _sets(letters, locked, room) for locked, room in rooms.items()}
    every = (1 << len(letters.needs)) - 1
    crowd = _Crowd(letters, Counter(places), sets)
    best = crowd.choices(every)
    if in_all is not None and _union(best.values()).bit_count() > in_all:
        best = crowd.choices(crowd.shared(every, in_all, best))
    return [best[place] for place in places]


def _union(choices: Iterable[Choice]) -> int:
    union = 0
    for choice in choices:
        union |= choice.mask
    return union


def _sets(letters: Letters, locked: int, room: int) -> list[_Set]:
    """Every set that holds the locked letters, those of the most worth first.

    Among equals smaller ones and earlier letters come first.
    """
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
    return sorted(found, key=_worth_of, reverse=True)


def _worth_of(entry: _Set) -> int:
    return entry[3]


def _too_many(letters: Letters, mask: int, bit: int) -> bool:
    return any(bit & some and (mask & some).bit_count() >= most for some, most in letters.most)


def _worth(letters: Letters, at: int) -> int:
    """Digits from the left: in, promised, neither (counts against), fit."""
    stage = _DIGIT * _DIGIT if letters.here[at] else _DIGIT if letters.promised[at] else -1
    return stage * _FIT + letters.fit[at]


@dataclass(frozen=True)
class _Offer:
    """Letters that all targets may share, and what such letters could be worth at the most.

    `tops` has the greatest worth of none, one, two … of them.
    """

    mask: int
    needs: int
    tops: tuple[int, ...]


class _Crowd:
    """All targets together, equal ones counted; the sets are those of each locked set."""

    def __init__(
        self, letters: Letters, times: Counter[Place], sets: Mapping[int, list[_Set]]
    ) -> None:
        self._letters = letters
        self._times = times
        self._sets = sets
        self._ranks = {
            locked: {entry[0]: rank for rank, entry in enumerate(found)}
            for locked, found in sets.items()
        }

    def choices(self, allowed: int) -> dict[Place, Choice]:
        """The best set of each target that the allowed letters make."""
        offer, inside = self._offer(allowed), self._inside(allowed)
        return {
            place: _best(place, _highest(place, offer), inside[place.locked])
            for place in self._times
        }

    def shared(self, every: int, in_all: int, best: Mapping[Place, Choice]) -> int:
        """The letters that serve all targets best; those locked anywhere are among them.

        `best` is what each target would have were there no limit.
        """
        locked = 0
        for place in self._times:
            locked |= place.locked
        free = list(_bits(every & ~locked))
        room = min(max(in_all - locked.bit_count(), 0), len(free))
        offers = [self._offer(locked | sum(some)) for some in combinations(free, room)]
        limits = [(place, count, best[place].value) for place, count in self._times.items()]
        promises = [
            sum([count * _promise(place, offer, limit) for place, count, limit in limits])
            for offer in offers
        ]
        order = sorted(range(len(offers)), key=lambda at: (-promises[at], offers[at].mask))
        self._disappointed_first(limits, offers[order[0]])
        most, chosen = -inf, locked
        for at in order:
            if promises[at] <= most:
                break
            total = self._total(limits, offers[at], promises[at], most)
            if total > most:
                most, chosen = total, offers[at].mask
        return chosen

    def _disappointed_first(self, limits: list[_Limit], offer: _Offer) -> None:
        """Where promises fall short the most, a poor offer is given up the soonest."""
        made = self.choices(offer.mask)
        limits.sort(
            key=lambda entry: (
                entry[1] * (made[entry[0]].value - _promise(entry[0], offer, entry[2]))
            )
        )

    def _total(self, limits: Sequence[_Limit], offer: _Offer, promise: int, most: float) -> int:
        """What the targets make of it; given up when the promise has sunk to what is known."""
        inside = self._inside(offer.mask)
        left = promise
        for place, count, limit in limits:
            highest = min(_highest(place, offer), _front_of(limit))
            made = _best(place, highest, inside[place.locked]).value
            left -= count * (_promise(place, offer, limit) - made)
            if left <= most:
                break
        return left

    def _inside(self, allowed: int) -> dict[int, list[_Set]]:
        """The sets that can be made of the allowed letters, those of the most worth first."""
        found = {}
        for locked, ranks in self._ranks.items():
            made = [
                ranks[mask]
                for some in _subsets(allowed & ~locked)
                if (mask := some | locked) in ranks
            ]
            sets = self._sets[locked]
            found[locked] = [sets[rank] for rank in sorted(made)]
        return found

    def _offer(self, mask: int) -> _Offer:
        needs, worth = 0, []
        for at in range(len(self._letters.needs)):
            if mask >> at & 1:
                needs |= self._letters.needs[at]
                worth.append(max(_worth(self._letters, at), 0))
        return _Offer(mask, needs, tuple(accumulate(sorted(worth, reverse=True), initial=0)))


def _front_of(value: int) -> int:
    """Worth is far less than half a front, above or below nothing."""
    return (value + _TOP // 2) // _TOP


def _highest(place: Place, offer: _Offer) -> int:
    """No set of these letters has a higher front."""
    size, least = place.room, place.least
    if size >= len(offer.tops):
        size = len(offer.tops) - 1
    stays = (offer.mask & place.now).bit_count()
    near = least if size > least or offer.needs & place.packet else size
    met = (offer.needs & place.wants).bit_count()
    return (met * _DIGIT + near) * _DIGIT + (stays if stays < size else size)


def _promise(place: Place, offer: _Offer, limit: int) -> int:
    """No set of these letters is worth more; `limit` is the best of all letters."""
    most = offer.tops[-1] if place.room >= len(offer.tops) else offer.tops[place.room]
    found = _highest(place, offer) * _TOP + most
    return found if found < limit else limit


def _best(place: Place, highest: int, sets: Sequence[_Set]) -> Choice:
    """The first set with the highest front: they come in the order of their worth.

    A front is what a target counts itself. Digits from the left: needs met, nearness to the
    minimum, kept.
    """
    room, now, wants = place.room, place.now, place.wants
    least, packet = place.least, place.packet
    most, chosen = -1, sets[0]
    for entry in sets:
        mask, needs, size, _ = entry
        if size > room:
            continue
        near = least if size > least or needs & packet else size
        front = ((needs & wants).bit_count() * _DIGIT + near) * _DIGIT + (mask & now).bit_count()
        if front > most:
            most, chosen = front, entry
            if front == highest:
                break
    return Choice(most * _TOP + chosen[3], chosen[0])


def _subsets(mask: int) -> Iterator[int]:
    some = mask
    while some:
        yield some
        some = (some - 1) & mask
    yield 0


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield mask & -mask
        mask &= mask - 1
