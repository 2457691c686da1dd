"""An application read once for all checks of its coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.requirements import counts_as
from lordesk.domain.status import CLOSED_STAGES
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.kinds import SlotNeed
    from lordesk.rows.coverage import CoverageFacts
    from lordesk.rows.letters import LetterRow, SlotRow


@dataclass(frozen=True)
class View:
    """`letters` has one row a letter, `writers` the mentors of each, `standing` those to count on.

    `met` is what each letter counts as, `filled` the slots with the standing letter in each.
    """

    facts: CoverageFacts
    letters: Mapping[int, LetterRow]
    writers: Mapping[int, frozenset[int]]
    standing: Mapping[int, LetterRow]
    met: Mapping[int, frozenset[SlotNeed]]
    filled: tuple[tuple[SlotRow, LetterRow], ...]
    assigned: frozenset[int]


def view_of(facts: CoverageFacts) -> View:
    slots = facts.application.slots
    letters: dict[int, LetterRow] = {}
    writers: dict[int, set[int]] = {}
    in_slots = (letter for slot in slots for letter in (slot.letter, *slot.backups) if letter)
    for letter in (*facts.letters, *in_slots):
        letters.setdefault(letter.id, letter)
        writers.setdefault(letter.id, set()).add(letter.mentor_id)
    standing = {
        letter.id: letter
        for letter in letters.values()
        if letter.stage not in CLOSED_STAGES and letter.id not in facts.lost
    }
    return View(
        facts=facts,
        letters=letters,
        writers={letter_id: frozenset(mentors) for letter_id, mentors in writers.items()},
        standing=standing,
        met=counts_as(slots, letters.values()),
        filled=tuple((s, s.letter) for s in slots if s.letter and s.letter.id in standing),
        assigned=frozenset(a.letter_id for target in facts.targets for a in target.assignments),
    )
