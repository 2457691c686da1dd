"""The coach: what is missing before an ask, what would help next, and whether the mix is right."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lordesk.domain import coach, deadlines
from lordesk.domain import readiness as readiness_rules
from lordesk.domain.goals import missing_mentors, read_goals
from lordesk.domain.mentor_mix import mentor_mix
from lordesk.domain.readiness import ReadinessFacts, months_known
from lordesk.domain.status import CLOSED_STAGES, IN_STAGES
from lordesk.domain.training import training_stage
from lordesk.errors import MissingRowError
from lordesk.kinds import ApplicationKind, Stage
from lordesk.models import (
    application_queries,
    coach_queries,
    letter_queries,
    people,
)
from lordesk.rows.coaching import CoachFacts, MixMentor, TrainingStage
from lordesk.services.relevance import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from lordesk.clock import Clock
    from lordesk.domain.relevance import RelevanceHint
    from lordesk.models.store import Store
    from lordesk.rows.coaching import CoachStep, MentorMix, Readiness
    from lordesk.rows.letters import ApplicationRow, LetterRow
    from lordesk.rows.people import InteractionRow, MentorRow, MomentRow
    from lordesk.rows.reason import Reason

TASK_DAYS = 6
"""A step becomes a task of this week."""

_MEDICAL_STUDENT = frozenset(
    {TrainingStage.PRECLINICAL, TrainingStage.CLERKSHIPS, TrainingStage.FINAL_YEAR}
)


class _Known(NamedTuple):
    """What has been read of a mentor, and the applications that there are."""

    mentor: MentorRow
    letters: Sequence[LetterRow]
    interactions: Sequence[InteractionRow]
    moments: Sequence[MomentRow]
    applications: Sequence[ApplicationRow]


class Advice(NamedTuple):
    """`readiness` is None once the mentor has been asked."""

    readiness: Readiness | None
    suggestions: tuple[CoachStep, ...]


class CoachService:
    """`resources` holds coach.json."""

    def __init__(self, store: Store, clock: Clock, resources: Path) -> None:
        self._store = store
        self._clock = clock
        self._file = resources / "coach.json"

    @cached_property
    def steps(self) -> tuple[CoachStep, ...]:
        return coach.parse_coach(json.loads(self._file.read_text(encoding="utf-8")))

    # --- reading --------------------------------------------------------------------------------

    def suggestions(self, mentor_id: int) -> tuple[CoachStep, ...]:
        """What would help next with a mentor; nothing while a letter of theirs is under way."""
        return self._advice(self._known(mentor_id)).suggestions

    def readiness(self, mentor_id: int) -> Readiness | None:
        """None once a letter of this mentor has been asked for: then it is no question any more."""
        return self._advice(self._known(mentor_id)).readiness

    def advice(
        self,
        mentor: MentorRow,
        letters: Sequence[LetterRow],
        interactions: Sequence[InteractionRow],
        moments: Sequence[MomentRow],
        applications: Sequence[ApplicationRow],
    ) -> Advice:
        """Both of it, from what has been read already: the pane asks at every step of the list.

        Nothing for who is archived.
        """
        known = _Known(mentor, letters, interactions, moments, applications)
        return Advice(None, ()) if mentor.archived else self._advice(known)

    def _advice(self, known: _Known) -> Advice:
        ready = None
        if all(letter.stage is Stage.PLANNED for letter in known.letters):
            ready = self._ready(known)
        if any(_under_way(letter) for letter in known.letters):
            return Advice(ready, ())
        tasks = coach_queries.tasks(known.mentor.id)
        facts = CoachFacts(
            role=known.mentor.role,
            stage=training_stage(coach_queries.year()),
            months_to_ask=self._months_to_ask(known),
            done=tasks.done,
            open=tasks.open,
        )
        wanted = (step for step in self.steps if step.key not in tasks.ended)
        return Advice(ready, coach.suggestions(facts, wanted))

    def _ready(self, known: _Known) -> Readiness:
        mentor = known.mentor
        first = readiness_rules.first_contact(known.interactions)
        today = self._clock.today()
        facts = ReadinessFacts(
            role=mentor.role,
            months_known=months_known(mentor.known_from, mentor.known_to, first, today),
            interactions=tuple(known.interactions),
            stories=len(known.moments),
        )
        return readiness_rules.readiness(facts)

    def _known(self, mentor_id: int) -> _Known:
        return _Known(
            people.mentor_row(mentor_id),
            letter_queries.letter_rows(mentor_id=mentor_id),
            people.interaction_rows(mentor_id),
            people.moment_rows(mentor_id),
            application_queries.application_rows(()),
        )

    def relevance(self, mentor_id: int, application_id: int | None) -> RelevanceHint | None:
        """What the goals of an application suggest about this mentor; None where silent."""
        mentor = people.mentor_row(mentor_id)
        suggestions = Suggestions(application_id)
        return suggestions.hint(mentor.id, mentor.role, mentor.specialty, mentor.name)

    def missing(self, application_id: int) -> tuple[Reason, ...]:
        """The kinds of mentor that the goals of an application call for and nobody is."""
        aim = application_queries.aim(application_id)
        if aim is None:
            return ()
        present = coach_queries.present_roles(self._clock.today())
        return missing_mentors(aim.kind, read_goals(aim.goals), present)

    def mix(self) -> MentorMix:
        """The mentors that there are, as a first application would need them."""
        today = self._clock.today()
        mentors = [
            MixMentor(
                id=found.id,
                role=found.role,
                months_known=months_known(
                    found.known_from, found.known_to, found.first_contact_on, today
                ),
            )
            for found in coach_queries.mix_facts(today)
        ]
        stage = training_stage(coach_queries.year())
        student = stage in _MEDICAL_STUDENT
        kind = ApplicationKind.RESIDENCY if student else ApplicationKind.MEDICAL_SCHOOL
        return mentor_mix(mentors, kind)

    # --- writing --------------------------------------------------------------------------------

    def make_task(self, mentor_id: int, key: str) -> int:
        """Turn a step into a task of this week. A step that is a task already stays that one.

        Raises MissingRowError for a step that is none.
        """
        known = coach_queries.task_of(mentor_id, key)
        if known is not None:
            return known
        mentor, today = people.mentor_row(mentor_id), self._clock.today()
        text, on = self._step(key).text, today + timedelta(days=TASK_DAYS)
        with self._store.step("coach-task-added", name=mentor.short_name):
            return coach_queries.add_task(mentor, key, text, on, today)

    def end(self, mentor_id: int, key: str) -> None:
        """ "Not for me": the step is not suggested for this mentor again."""
        mentor, today = people.mentor_row(mentor_id), self._clock.today()
        text = self._step(key).text
        with self._store.step("coach-step-ended", name=mentor.short_name):
            coach_queries.add_task(mentor, key, text, today, today, ended=self._clock.now())

    # --- inside ---------------------------------------------------------------------------------

    def _step(self, key: str) -> CoachStep:
        for step in self.steps:
            if step.key == key:
                return step
        raise MissingRowError(table="coach")

    def _months_to_ask(self, known: _Known) -> int | None:
        """To the planned ask of this mentor, else to that of the next application."""
        today = self._clock.today()
        planned = [
            letter.planned_ask_on
            for letter in known.letters
            if letter.stage is Stage.PLANNED and letter.planned_ask_on is not None
        ]
        on = min(planned, default=None) or _next_ask(known.applications, today)
        return None if on is None else readiness_rules.months_between(today, on)


def _next_ask(applications: Iterable[ApplicationRow], today: date) -> date | None:
    found = (row.letters_by or row.hard_on for row in applications)
    soonest = min((on for on in found if on is not None and on > today), default=None)
    return None if soonest is None else deadlines.planned_ask(soonest, today)


def _under_way(letter: LetterRow) -> bool:
    return letter.stage not in (Stage.PLANNED, *IN_STAGES, *CLOSED_STAGES)
