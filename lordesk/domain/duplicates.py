"""Who might be in the list twice: by an address, then by a name that is written nearly the same.

Names are compared only within blocks that share a word or two beginnings, so thousands take no
noticeable time. A proposal is a question, never an act.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from lordesk.domain.names import guess_name
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

_ALIKE = 0.88
"""From this similarity on, two names are one with a slip of the pen; "Anna" and "Anne" are not."""
_LARGEST_BLOCK = 60
"""So many people who share a word share a common one: that alone says nothing."""


@dataclass(frozen=True)
class Person:
    """`addresses` are those that are the person's own: an assistant serves several people."""

    id: int
    name: str
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """`first` is the older record; `by_address` is the surer of the two reasons."""

    first: int
    second: int
    by_address: bool


def pairs(people: Iterable[Person], not_same: frozenset[tuple[int, int]]) -> tuple[Pair, ...]:
    """Likely duplicates, those with one address first. `not_same` are pairs of ids, the lower
    first, of which the user has said that they are two people.
    """
    known = sorted(people, key=lambda person: person.id)
    found: dict[tuple[int, int], bool] = {}
    for same in _blocks((person.id, person.addresses) for person in known).values():
        found.update(dict.fromkeys(combinations(same, 2), True))
    names = {person.id: folded_name(person.name) for person in known}
    keys = ((person.id, _block_keys(names[person.id])) for person in known)
    for block in _blocks(keys).values():
        if len(block) > _LARGEST_BLOCK:
            continue
        for pair in combinations(block, 2):
            if pair not in found and _same_name(names[pair[0]], names[pair[1]]):
                found[pair] = False
    kept = [(pair, by) for pair, by in found.items() if pair not in not_same]
    kept.sort(key=lambda item: (not item[1], item[0]))
    return tuple(Pair(first, second, by) for (first, second), by in kept)


def folded_name(name: str) -> tuple[str, ...]:
    """The words of a name without titles, degrees, case, accents, points and order of writing."""
    text = name
    if not name.isascii() or not name.replace(" ", "").isalpha():
        bare = guess_name(name).name.split(",")
        turned = len(bare) == 2 and " " not in bare[0].strip()
        text = " ".join(reversed(bare)) if turned else bare[0]
    plain = text.casefold()
    if plain.isascii() and plain.replace(" ", "").isalpha():
        return tuple(plain.split())
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


def _blocks(keyed: Iterable[tuple[int, Iterable[Hashable]]]) -> Mapping[Hashable, Sequence[int]]:
    blocks: dict[Hashable, list[int]] = {}
    for number, keys in keyed:
        for key in {key.casefold() if isinstance(key, str) else key for key in keys if key}:
            blocks.setdefault(key, []).append(number)
    return {key: sorted(block) for key, block in blocks.items() if len(block) > 1}


def _block_keys(words: tuple[str, ...]) -> list[Hashable]:
    """The family name with the first letter, and the beginnings of both ends."""
    if not words:
        return []
    first, last = words[0], words[-1]
    return [("family", last, first[:1]), ("ends", first, last[:2]), ("whole", "".join(words))]


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other or "".join(one) == "".join(other):
        return True
    if len(one) < 2 or len(other) < 2:
        return False
    if one[-1] == other[-1] and _may_be(one[0], other[0]):
        return True
    if not _alike(one[-1], other[-1]):
        return False
    return one[0] == other[0] or (one[-1] == other[-1] and _alike(one[0], other[0]))


def _may_be(one: str, other: str) -> bool:
    """An initial stands for any name that begins with it."""
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other).ratio() >= _ALIKE
