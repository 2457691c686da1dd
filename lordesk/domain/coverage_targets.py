"""What programs and schools lack, and which letters would hold their review."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lordesk.domain import thresholds
from lordesk.domain.requirements import apart, takes_a_place, target_summary
from lordesk.domain.status import IN_STAGES, OPEN_STAGES
from lordesk.kinds import Severity
from lordesk.rows.coverage import GapAction
from lordesk.rows.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.domain.coverage_view import View
    from lordesk.rows.letters import AssignmentRow, LetterRow, TargetRow


def findings(view: View) -> Iterator[Finding]:
    yield from _contradictions(view)
    yield from _short(view)
    yield from _unassigned(view)
    yield from _phantoms(view)
    yield from _surplus(view)
    yield from _out_of_season(view)


def _contradictions(view: View) -> Iterator[Finding]:
    """A target that wants more letters than it takes can never be complete."""
    for target in view.facts.targets:
        wanted = max(target.min_letters, apart(target.needs))
        if target.cap is not None and wanted > target.cap:
            data = {
                "target": target.name,
                "wanted": wanted,
                "cap": target.cap,
                "action": GapAction.EDIT_TARGET,
                "target_id": target.id,
            }
            yield Finding("target-contradiction", Severity.BLOCKS, data)


def _short(view: View) -> Iterator[Finding]:
    suffices = view.facts.rules.packet_suffices
    short = [
        (target, summary.short)
        for target in view.facts.targets
        if (summary := target_summary(target, view.standing, view.met, suffices)).short
    ]
    if short:
        first, count = short[0]
        data = {
            "target": first.name,
            "short": count,
            "targets": len(short),
            "action": GapAction.SHOW_TARGET,
            "target_id": first.id,
        }
        yield Finding("target-short", Severity.ACKNOWLEDGE, data)


def _unassigned(view: View) -> Iterator[Finding]:
    """A letter that is in and goes nowhere: services assign letters by hand."""
    if not view.facts.targets:
        return
    for letter in view.standing.values():
        if letter.stage in IN_STAGES and letter.id not in view.assigned:
            data = {"name": letter.mentor_short, "letter_id": letter.id}
            action = {"action": GapAction.ASSIGN}
            yield Finding("in-not-assigned", Severity.ACKNOWLEDGE, data | action)


def _places(view: View) -> dict[int, list[tuple[TargetRow, AssignmentRow]]]:
    found: dict[int, list[tuple[TargetRow, AssignmentRow]]] = {}
    for target in view.facts.targets:
        for assignment in target.assignments:
            found.setdefault(assignment.letter_id, []).append((target, assignment))
    return found


def _phantoms(view: View) -> Iterator[Finding]:
    """Services may hold a review until every assigned letter is there, one that never comes too."""
    late = {x.id for x in view.standing.values() if _long_past(view, x)}
    for letter_id, places in _places(view).items():
        letter = view.letters.get(letter_id)
        if letter is None:
            continue
        if letter_id not in view.standing:
            why = view.facts.lost.get(letter_id) or letter.stage.value
            yield _phantom("phantom-letter", letter, places, {"why": why})
        elif letter_id in late:
            held = [(target, a) for target, a in places if _enough_without(view, target, late)]
            if held:
                yield _phantom("phantom-promise", letter, held, {"on": letter.soft_on})


def _long_past(view: View, letter: LetterRow) -> bool:
    limit = view.facts.today - timedelta(days=thresholds.LONG_PAST_DUE_DAYS.value)
    return letter.stage in OPEN_STAGES and letter.soft_on is not None and letter.soft_on < limit


def _enough_without(view: View, target: TargetRow, late: set[int]) -> bool:
    rest = {i: letter for i, letter in view.standing.items() if i not in late}
    return not target_summary(target, rest, view.met, view.facts.rules.packet_suffices).short


def _phantom(
    code: str,
    letter: LetterRow,
    places: list[tuple[TargetRow, AssignmentRow]],
    more: dict[str, object],
) -> Finding:
    """Where everything is locked, only somebody else's letter helps."""
    free = [(target, a) for target, a in places if a.locked_at is None]
    target = (free or places)[0][0]
    data: dict[str, object] = {
        "name": letter.mentor_short,
        "letter_id": letter.id,
        "target": target.name,
        "target_id": target.id,
        "target_ids": tuple(t.id for t, _ in free),
        "targets": len(places),
        "locked": len(places) - len(free),
        "action": GapAction.UNASSIGN if free else GapAction.LINE_UP_BACKUP,
    }
    return Finding(code, Severity.ACKNOWLEDGE, data | more)


def _surplus(view: View) -> Iterator[Finding]:
    """More letters at a target than it takes, for example after its limit was changed."""
    for target in view.facts.targets:
        taken = [a for a in target.assignments if takes_a_place(a, view.standing)]
        if target.cap is None or len(taken) <= target.cap:
            continue
        free = [a.letter_id for a in taken if a.locked_at is None]
        data = {
            "target": target.name,
            "letters": len(taken),
            "cap": target.cap,
            "target_id": target.id,
            "letter_id": free[-1] if free else None,
            "action": GapAction.UNASSIGN if free else GapAction.EDIT_TARGET,
        }
        yield Finding("target-over-cap", Severity.ACKNOWLEDGE, data)


def _out_of_season(view: View) -> Iterator[Finding]:
    if view.facts.rules.season is None:
        return
    first, last = view.facts.rules.season
    application = view.facts.application
    span = {"first": first, "last": last}
    if application.hard_on and not first <= application.hard_on <= last:
        data = {"title": application.name, "on": application.hard_on, **span}
        ids = {"action": GapAction.EDIT_APPLICATION, "application_id": application.id}
        yield Finding("date-out-of-season", Severity.ACKNOWLEDGE, data | ids)
    for target in view.facts.targets:
        if target.deadline_on and not first <= target.deadline_on <= last:
            data = {"title": target.name, "on": target.deadline_on, **span}
            ids = {"action": GapAction.EDIT_TARGET, "target_id": target.id}
            yield Finding("date-out-of-season", Severity.ACKNOWLEDGE, data | ids)
