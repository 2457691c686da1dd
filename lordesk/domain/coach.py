"""What to do next to build a relationship, from the lines of `resources/coach.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.mentor_groups import group_of
from lordesk.domain.rulepack_reader import Reader, whole
from lordesk.kinds import MentorRole
from lordesk.rows.coaching import CoachStep, MentorGroup, TrainingStage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.rows.coaching import CoachFacts

MOST_OPEN = 3
"""Suggestions and open tasks that one mentor may have at a time."""


def parse_coach(data: object) -> tuple[CoachStep, ...]:
    """Raises RulePackError with the place of a mistake."""
    return whole(data, "", _steps)


def _steps(reader: Reader) -> tuple[CoachStep, ...]:
    steps = reader.each("steps", _step)
    keys = [step.key for step in steps]
    for at, key in enumerate(keys):
        if key in keys[:at]:
            raise reader.fail(f"steps[{at}].key", "repeated")
    return steps


def _step(reader: Reader) -> CoachStep:
    first, last = reader.number("from_months"), reader.number("to_months")
    if last < first:
        raise reader.fail("to_months", "before-from")
    return CoachStep(
        key=reader.text("key"),
        groups=reader.choices("groups", MentorGroup),
        roles=reader.choices("roles", MentorRole),
        stages=reader.choices("stages", TrainingStage),
        from_months=first,
        to_months=last,
        without_ask=reader.flag("without_ask"),
        text=reader.text("text"),
        line=reader.text("line"),
        section=reader.text("section"),
        repeats=reader.flag("repeats"),
    )


def suggestions(facts: CoachFacts, steps: Iterable[CoachStep]) -> tuple[CoachStep, ...]:
    """What fits this mentor now, the most particular first, each from another line of the guide.

    With the tasks that are open already there are three at most. A step that repeats comes back
    after everything that was never done.
    """
    known = {step.key: step for step in steps}
    taken = {known[key].line for key in facts.open if key in known}
    room = MOST_OPEN - len(facts.open)
    found: list[CoachStep] = []
    order = list(known)
    fitting = [step for step in known.values() if _fits(step, facts)]
    for step in sorted(fitting, key=lambda s: (_rank(s, facts), order.index(s.key))):
        if len(found) >= room:
            break
        if step.line not in taken:
            taken.add(step.line)
            found.append(step)
    return tuple(found)


def _fits(step: CoachStep, facts: CoachFacts) -> bool:
    if step.key in facts.open or (step.key in facts.done and not step.repeats):
        return False
    if step.groups and group_of(facts.role) not in step.groups:
        return False
    if step.roles and facts.role not in step.roles:
        return False
    if step.stages and facts.stage is not None and facts.stage not in step.stages:
        return False
    if facts.months_to_ask is None:
        return step.without_ask
    return step.from_months <= facts.months_to_ask <= step.to_months


def _rank(step: CoachStep, facts: CoachFacts) -> tuple[bool, int]:
    particular = bool(step.roles) * 2 + bool(step.groups) + bool(step.stages)
    return step.key in facts.done, -particular
