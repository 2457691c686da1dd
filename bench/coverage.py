"""What the rules about coverage cost: 12 letters for 60 targets.

Bars: every gap of the application found anew in 16 ms, an assignment suggested in 200 ms. The
suggestion is measured where each target is another case, and where the service limits letters in
all: once with targets alike, and with letters and targets drawn at random, of which the slowest
draw counts. The reference is a plain loop of Python over 200,000 numbers in
the same run, so that figures of different machines can be held against each other. Time of the
processor counts, the middle of all rounds.
"""

from __future__ import annotations

import statistics
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lordesk.domain.coverage import findings
from lordesk.domain.coverage_view import view_of
from lordesk.domain.suggestions import suggestion
from lordesk.kinds import (
    ApplicationKind,
    DateStatus,
    LetterKind,
    LetterService,
    SlotNeed,
    Stage,
    Waiver,
)
from lordesk.rows.coverage import CoverageFacts, LetterRules
from lordesk.rows.letters import ApplicationRow, AssignmentRow, LetterRow, SlotRow, TargetRow

if TYPE_CHECKING:
    from collections.abc import Callable

LETTERS, TARGETS = 12, 60
ROUNDS = 15
DRAWS, DRAW_ROUNDS = 40, 3
COVERAGE_BAR_MS = 16.0
SUGGESTION_BAR_MS = 200.0

TODAY = date(2026, 8, 18)
LOCKED_AT = datetime(2026, 9, 2, tzinfo=UTC)
STAGES = (Stage.SUBMITTED, Stage.WRITING, Stage.ASKED, Stage.THANKED, Stage.AGREED)
KINDS = (LetterKind.NARRATIVE, LetterKind.NARRATIVE, LetterKind.CHAIR, LetterKind.STANDARDIZED)
NEEDS = (
    SlotNeed.CHAIR,
    SlotNeed.STANDARDIZED,
    SlotNeed.IN_SPECIALTY,
    SlotNeed.RESEARCH,
    SlotNeed.CLINICAL,
)


def letter(number: int) -> LetterRow:
    return LetterRow(
        id=number,
        request_id=number,
        mentor_id=number,
        mentor_name=f"Dr. Ada Park {number}",
        mentor_short=f"Dr. Park {number}",
        mentor_initials="AP",
        application_id=1,
        application_name="Internal Medicine",
        slot_title="IM faculty",
        backup=False,
        kind=KINDS[number % len(KINDS)],
        service=LetterService.ERAS,
        waiver=Waiver.WAIVED,
        stage=STAGES[number % len(STAGES)],
        soft_on=date(2026, 9, 1),
        reference=f"{number:07}",
    )


def target(number: int, cap: int) -> TargetRow:
    """Each another: other letters, other needs, some of them locked."""
    here = {number % LETTERS, number * 5 % LETTERS, number * 7 // 3 % LETTERS}
    return TargetRow(
        id=number,
        application_id=1,
        name=f"Program {number}",
        min_letters=3,
        needs=(NEEDS[number % 5], NEEDS[number * 3 // 2 % 5]),
        cap=cap,
        assignments=tuple(
            AssignmentRow(at, number, LOCKED_AT if not at % 3 and number % 2 else None)
            for at in sorted(here)
        ),
    )


def facts(cap: int, in_all: int | None) -> CoverageFacts:
    letters = tuple(letter(number) for number in range(LETTERS))
    slots = tuple(
        SlotRow(
            id=number,
            application_id=1,
            title=f"Slot {number}",
            need=NEEDS[number],
            position=number,
            letter=letters[number],
            backups=(letters[number + 5],),
        )
        for number in range(min(cap, 5))
    )
    targets = tuple(target(number, cap) for number in range(TARGETS))
    if in_all is not None:
        targets = tuple(_unlocked(row) for row in targets)
    application = ApplicationRow(
        id=1,
        name="Internal Medicine",
        kind=ApplicationKind.RESIDENCY,
        service=LetterService.ERAS,
        goals={},
        hard_status=DateStatus.PROJECTED,
        cap=cap,
        slots=slots,
        targets=len(targets),
    )
    rules = LetterRules(
        application_cap=in_all,
        author_may_not_repeat=True,
        contributors_excluded=True,
        least={SlotNeed.IN_SPECIALTY: 2},
        most={SlotNeed.STANDARDIZED: 3},
        newest_of=date(2025, 5, 1),
        season=(date(2026, 6, 3), date(2027, 5, 31)),
    )
    return CoverageFacts(
        application=application, targets=targets, letters=letters, rules=rules, today=TODAY
    )


def _unlocked(row: TargetRow) -> TargetRow:
    return TargetRow(
        id=row.id,
        application_id=1,
        name=row.name,
        min_letters=row.min_letters,
        needs=row.needs,
        cap=row.cap,
    )


def drawn(seed: int) -> CoverageFacts:
    """Letters and targets at random, under a limit in all that is always felt."""
    draw = Random(seed)
    cap, in_all = draw.choice((4, 5, 6, 8, 10)), draw.choice((4, 5, 6, 7, 8))
    plain = facts(cap, in_all)
    letters = tuple(
        replace(row, kind=draw.choice(KINDS), stage=draw.choice(STAGES)) for row in plain.letters
    )
    targets = tuple(
        replace(
            row,
            min_letters=draw.randrange(1, cap + 1),
            needs=tuple(draw.sample(NEEDS, draw.randrange(len(NEEDS)))),
            cap=draw.randrange(1, cap + 1) if seed % 2 else cap,
            assignments=tuple(
                AssignmentRow(at, row.id, None)
                for at in draw.sample(range(LETTERS), draw.choice((0, 1, 2)))
            ),
        )
        for row in plain.targets
    )
    # Which slot a letter stands in says what it meets: each has one to three.
    slots = tuple(
        replace(slot, letter=draw.choice(letters), backups=tuple(draw.sample(letters, 3)))
        for slot in plain.application.slots
    )
    application = replace(plain.application, slots=slots)
    return replace(plain, application=application, targets=targets, letters=letters)


def slowest_draw(fit: dict[int, int]) -> tuple[float, int]:
    """The time of the slowest draw, and its seed."""
    draws = ((seed, view_of(drawn(seed))) for seed in range(DRAWS))
    return max(
        (middle_ms(partial(suggestion, view, fit), DRAW_ROUNDS), seed) for seed, view in draws
    )


def reference() -> None:
    total = 0
    for number in range(200_000):
        total += number & 7


def middle_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    work()
    for _ in range(rounds):
        began = process_time()
        work()
        times.append((process_time() - began) * 1000)
    return statistics.median(times)


def say(name: str, found: float, base: float, bar: float) -> None:
    met = "met" if found <= bar else "missed"
    print(f"{name}: {found:.1f} ms, {found / base:.2f} of the reference; bar {bar:g}, {met}")


def main() -> int:
    plain = facts(4, None)
    wide, shared = facts(10, None), facts(6, 6)
    fit = {number: 40 + number * 7 % 60 for number in range(LETTERS)}
    cases: list[tuple[str, Callable[[], object], float]] = [
        ("coverage", lambda: findings(plain), COVERAGE_BAR_MS),
        ("suggestion, 4 a program", lambda: suggestion(view_of(plain), fit), SUGGESTION_BAR_MS),
        ("suggestion, 10 a program", lambda: suggestion(view_of(wide), fit), SUGGESTION_BAR_MS),
        ("suggestion, 6 in all", lambda: suggestion(view_of(shared), fit), SUGGESTION_BAR_MS),
    ]
    base = middle_ms(reference)
    print(f"{LETTERS} letters, {TARGETS} targets; reference {base:.1f} ms")
    missed = 0
    for name, work, bar in cases:
        found = middle_ms(work)
        missed += found > bar
        say(name, found, base, bar)
    found, seed = slowest_draw(fit)
    missed += found > SUGGESTION_BAR_MS
    name = f"suggestion, slowest of {DRAWS} draws (number {seed})"
    say(name, found, base, SUGGESTION_BAR_MS)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
