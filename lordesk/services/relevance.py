"""What is known of mentors beside an application: for fit, for the coach and for "why you"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import relevance as rules
from lordesk.domain.goals import read_goals
from lordesk.domain.names import has_degree
from lordesk.domain.readiness import first_contact, months_known
from lordesk.domain.relevance import Observed, RelevanceFacts
from lordesk.kinds import FitQuestion
from lordesk.models import application_queries, mentor_links, people
from lordesk.rows.people import FitAnswer

if TYPE_CHECKING:
    from datetime import date

    from lordesk.domain.relevance import RelevanceHint
    from lordesk.kinds import MentorRole
    from lordesk.rows.people import MentorRow


class Suggestions:
    """What the goals of one application suggest about mentors, as the data is now.

    A list asks for thousands, of whom few differ: each case is worked out once.
    """

    def __init__(self, application_id: int | None) -> None:
        aim = application_queries.aim(application_id) if application_id is not None else None
        self._aim = aim
        self._goals = read_goals(aim.goals) if aim else None
        self._linked = mentor_links.linked(application_id) if application_id is not None else set()
        self._known: dict[tuple[MentorRole, str, bool, bool], RelevanceHint | None] = {}

    def hint(
        self, mentor_id: int, role: MentorRole, specialty: str, name: str
    ) -> RelevanceHint | None:
        """None where there is nothing to say."""
        if self._aim is None or self._goals is None:
            return None
        case = (role, specialty, mentor_id in self._linked, has_degree(name, "do"))
        if case not in self._known:
            hint = rules.relevance_hint(self._aim.kind, self._goals, self._facts(*case))
            self._known[case] = hint if hint.reasons else None
        return self._known[case]

    def answer(self, mentor: MentorRow) -> FitAnswer | None:
        """What stands for the answer about relevance while the user has given none."""
        hint = self.hint(mentor.id, mentor.role, mentor.specialty, mentor.name)
        if hint is None:
            return None
        return FitAnswer(FitQuestion.RELEVANCE, hint.level, reasons=hint.reasons)

    def facts(self, mentor: MentorRow) -> RelevanceFacts:
        linked, osteopath = mentor.id in self._linked, has_degree(mentor.name, "do")
        return self._facts(mentor.role, mentor.specialty, linked, osteopath)

    def _facts(
        self, role: MentorRole, specialty: str, linked: bool, osteopath: bool
    ) -> RelevanceFacts:
        return RelevanceFacts(
            role=role,
            specialty=specialty,
            wanted_specialty=self._aim.specialty if self._aim else "",
            linked=linked,
            do_physician=osteopath,
        )


def observed(mentor: MentorRow, today: date) -> Observed:
    """What is written down of the time with a mentor."""
    contacts = people.interaction_rows(mentor.id)
    answers = people.fit_answers(None, mentor.id).get(mentor.id, [])
    level = next((a.level for a in answers if a.question is FitQuestion.OBSERVED), None)
    first = first_contact(contacts)
    return Observed(
        contacts=frozenset(row.kind for row in contacts),
        level=level,
        months_known=months_known(mentor.known_from, mentor.known_to, first, today),
    )
