"""Whether each letter will arrive in time, from what is known about its writer and its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import forecast as rules
from lordesk.domain import status
from lordesk.domain.rule_values import lag_days
from lordesk.models import coverage_queries
from lordesk.rows.forecast import ForecastCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.clock import Clock
    from lordesk.kinds import LetterService as Service
    from lordesk.rows.forecast import Forecast
    from lordesk.rows.letters import LetterRow
    from lordesk.services.rules import RuleService


class ForecastService:
    def __init__(self, clock: Clock, rules: RuleService) -> None:
        self._clock = clock
        self._rules = rules

    def of_letters(
        self, letters: Iterable[LetterRow], service: Service | None = None
    ) -> dict[int, Forecast]:
        """Letter id to its forecast; `service` is that of the application, which has to have it.

        A letter with several writers takes as long as the last of them.
        """
        letters, today = tuple(letters), self._clock.today()
        histories = coverage_queries.histories()
        away, lost = coverage_queries.availabilities(), status.lost(letters)
        order = list(ForecastCode)
        found: dict[int, Forecast] = {}
        for letter in letters:
            facts = self._facts(letter, service, histories, away, lost)
            made = rules.forecast(facts, today)
            before = found.get(letter.id)
            if before is None or order.index(made.code) > order.index(before.code):
                found[letter.id] = made
        return found

    def _facts(
        self,
        letter: LetterRow,
        service: Service | None,
        histories: coverage_queries.Histories,
        away: dict[int, coverage_queries.Availability],
        lost: dict[int, str],
    ) -> rules.ForecastFacts:
        absence = away.get(letter.mentor_id)
        pairs = histories.get(letter.mentor_id, ())
        taken = (rules.days_taken(asked, submitted) for asked, submitted in pairs)
        return rules.ForecastFacts(
            stage=letter.stage,
            ask_on=letter.asked_on or letter.planned_ask_on,
            soft_on=letter.soft_on,
            hard_on=letter.hard_on,
            history=tuple(days for days in taken if days is not None),
            lag_days=self._lag(letter.service, service),
            leave_from=absence.leave_from if absence else None,
            leave_to=absence.leave_to if absence else None,
            leaving_on=absence.leaving_on if absence else None,
            lost=lost.get(letter.id, ""),
        )

    def _lag(self, own: Service | None, service: Service | None) -> int:
        """The way of the letter: through its own service to that of the application."""
        known, last = self._rules.services, service or own
        rule = known.get(last) if last else None
        return 0 if rule is None else lag_days(rule, known.get(own) if own else None)
