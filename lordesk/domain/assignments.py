"""Which letter may go to which target, and what happens when a target is applied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.requirements import takes_a_place, target_summary
from lordesk.domain.status import IN_STAGES
from lordesk.kinds import LetterKind, Severity
from lordesk.rows.coverage import Fits
from lordesk.rows.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.domain.coverage_view import View
    from lordesk.rows.letters import LetterRow, TargetRow

_TOGETHER = (LetterKind.COMMITTEE, LetterKind.PACKET)


def refusal(view: View, letter_id: int, target: TargetRow) -> Finding | None:
    """Why a letter may not be assigned to a target; None where it may, or is there already.

    A target that was applied to still takes a letter while it has a place; it is locked at once.
    """
    if any(a.letter_id == letter_id for a in target.assignments):
        return None
    letter = view.letters.get(letter_id)
    if letter is None or letter_id not in view.standing:
        name = letter.mentor_short if letter else ""
        return _refused("letter-gone", {"name": name, "letter_id": letter_id})
    if letter.service in view.facts.rules.refused_channels:
        data = {"channel": letter.service, "service": view.facts.application.service}
        return _refused("channel-closed", {"name": letter.mentor_short, **data})
    taken = sum(takes_a_place(a, view.standing) for a in target.assignments)
    if target.cap is not None and taken >= target.cap:
        return _refused("target-full", {"target": target.name, "cap": target.cap})
    cap = view.facts.rules.application_cap
    if cap is not None and letter_id not in view.assigned:
        used = sum(letter_id in view.standing for letter_id in view.assigned)
        if used >= cap:
            return _refused("application-full", {"letters": used, "cap": cap})
    return _beside(view, letter, target)


def _beside(view: View, letter: LetterRow, target: TargetRow) -> Finding | None:
    """Letters that may not stand beside each other at one target."""
    here = [view.standing[a.letter_id] for a in target.assignments if a.letter_id in view.standing]
    other = next((x for x in here if may_not_meet(view, letter, x)), None)
    if other is not None:
        data = {"name": letter.mentor_short, "target": target.name, "other_id": other.id}
        return _refused("author-here", data)
    for need, most in view.facts.rules.most.items():
        if need in view.met[letter.id]:
            have = sum(need in view.met[x.id] for x in here)
            if have >= most:
                return _refused("enough-of-need", {"need": need, "most": most})
    return None


def may_not_meet(view: View, one: LetterRow, other: LetterRow) -> bool:
    """The author of a standardized letter with a narrative; a packet with one of its writers."""
    rules, kinds = view.facts.rules, {one.kind, other.kind}
    twice = kinds == {LetterKind.STANDARDIZED, LetterKind.NARRATIVE}
    if rules.author_may_not_repeat and twice and one.mentor_id == other.mentor_id:
        return True
    if not rules.contributors_excluded or (one.kind in _TOGETHER) == (other.kind in _TOGETHER):
        return False
    return not view.writers[one.id].isdisjoint(view.writers[other.id])


def unassign_refusal(letter_id: int, target: TargetRow) -> Finding | None:
    """A service keeps what was assigned when the target was applied to."""
    for assignment in target.assignments:
        if assignment.letter_id == letter_id and assignment.locked_at is not None:
            return _refused("locked-here", {"target": target.name, "on": target.applied_on})
    return None


def everywhere_it_fits(view: View, letter_id: int) -> Fits:
    """Targets that the letter is not at yet."""
    fits, refused = [], []
    for target in view.facts.targets:
        if any(a.letter_id == letter_id for a in target.assignments):
            continue
        finding = refusal(view, letter_id, target)
        if finding is None:
            fits.append(target.id)
        else:
            refused.append((target.id, finding))
    return Fits(tuple(fits), tuple(refused))


def before_applying(view: View, target: TargetRow) -> tuple[Finding, ...]:
    """What to see before a target is applied to: from then on the service keeps its letters."""
    return tuple(_before_applying(view, target))


def _before_applying(view: View, target: TargetRow) -> Iterator[Finding]:
    suffices = view.facts.rules.packet_suffices
    summary = target_summary(target, view.standing, view.met, suffices)
    data = {"target": target.name, "target_id": target.id}
    if summary.short:
        short = {"short": summary.short, "missing": summary.missing}
        yield Finding("applying-short", Severity.ACKNOWLEDGE, data | short)
    gone = [a.letter_id for a in target.assignments if a.letter_id not in view.standing]
    known = [view.letters[letter_id] for letter_id in gone if letter_id in view.letters]
    for letter in known:
        name = {"name": letter.mentor_short, "letter_id": letter.id}
        yield Finding("applying-with-phantom", Severity.ACKNOWLEDGE, data | name)
    for letter in view.standing.values():
        assigned = any(a.letter_id == letter.id for a in target.assignments)
        waiting = letter.stage in IN_STAGES and not assigned
        if waiting and refusal(view, letter.id, target) is None:
            name = {"name": letter.mentor_short, "letter_id": letter.id}
            yield Finding("applying-without", Severity.ACKNOWLEDGE, data | name)
    letters = {"letters": len(target.assignments), "to_come": summary.to_come}
    yield Finding("applying-locks", Severity.HINT, data | letters)


def _refused(code: str, data: dict[str, object]) -> Finding:
    return Finding(code, Severity.BLOCKS, data)
