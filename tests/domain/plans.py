"""An application with slots, targets and letters, for the tests of coverage and assignment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from lordesk.domain.coverage_view import View, view_of
from lordesk.kinds import SlotNeed, Stage
from lordesk.rows.coverage import CoverageFacts, LetterRules
from lordesk.rows.letters import AssignmentRow, LetterRow, SlotRow, TargetRow
from tests.domain import people

if TYPE_CHECKING:
    from lordesk.rows.finding import Finding

TODAY = date(2026, 8, 18)
LOCKED_AT = datetime(2026, 9, 2, tzinfo=UTC)
NAMES = ("Dr. Kwan", "Dr. Marchetti", "Dr. Halvorsen", "Dr. Bell", "Dr. Osei", "Dr. Haddad")


def letter(number: int, stage: Stage = Stage.WRITING, **changes: object) -> LetterRow:
    """A letter of the mentor of the same number, unless told otherwise."""
    base: dict[str, object] = {
        "id": number,
        "request_id": number,
        "mentor_id": number,
        "mentor_short": NAMES[(number - 1) % len(NAMES)],
        "stage": stage,
    }
    return people.letter(**(base | changes))


def slot(number: int, need: SlotNeed, writer: LetterRow | None, *backups: LetterRow) -> SlotRow:
    return SlotRow(
        id=number,
        application_id=1,
        title=f"Slot {number}",
        need=need,
        position=number,
        letter=writer,
        backups=backups,
    )


def target(number: int, *letters: LetterRow, locked: bool = False, **changes: object) -> TargetRow:
    at = LOCKED_AT if locked else None
    base: dict[str, object] = {
        "id": number,
        "application_id": 1,
        "name": f"Program {number}",
        "min_letters": 1,
        "cap": 4,
        "assignments": tuple(AssignmentRow(item.id, number, at) for item in letters),
    }
    return TargetRow(**(base | changes))  # type: ignore[arg-type]


def facts(
    slots: tuple[SlotRow, ...] = (),
    targets: tuple[TargetRow, ...] = (),
    letters: tuple[LetterRow, ...] = (),
    rules: LetterRules | None = None,
    **changes: object,
) -> CoverageFacts:
    application = {
        name: changes.pop(name)
        for name in ("kind", "service", "season", "hard_on", "cap")
        if name in changes
    }
    return CoverageFacts(
        application=people.application(slots=slots, **({"cap": 4} | application)),
        targets=targets,
        letters=letters,
        rules=rules or LetterRules(),
        today=TODAY,
        **changes,  # type: ignore[arg-type]
    )


def view(*values: object, **changes: object) -> View:
    return view_of(facts(*values, **changes))  # type: ignore[arg-type]


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in found]
