"""All that the rules about coverage are given of an application, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import status
from lordesk.domain.letter_rules import rules_of
from lordesk.models import application_queries, coach_queries, coverage_queries, letter_queries
from lordesk.rows.coverage import CoverageFacts

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.rows.letters import ApplicationRow
    from lordesk.services.forecasts import ForecastService
    from lordesk.services.rules import RuleService


class CoverageService:
    def __init__(self, clock: Clock, rules: RuleService, forecasts: ForecastService) -> None:
        self._clock = clock
        self._rules = rules
        self._forecasts = forecasts

    def facts(self, application: ApplicationRow) -> CoverageFacts:
        """Letters that fill a slot of this application count, whichever one they were asked for."""
        today = self._clock.today()
        filled = {letter for _, letter, _ in letter_queries.slot_fills(application.id)}
        letters = tuple(
            letter
            for letter in letter_queries.marked_rows(today, status.attention)
            if letter.application_id == application.id or letter.id in filled
        )
        rules = self._rules
        return CoverageFacts(
            application=application,
            targets=tuple(application_queries.target_rows(application.id)),
            letters=letters,
            rules=rules_of(application, rules.services, rules.specialties, rules.seasons),
            today=today,
            lost=status.lost(letters),
            roles=coverage_queries.roles(),
            present_roles=coach_queries.present_roles(today),
            forecasts=self._forecasts.of_letters(letters, application.service),
            written=coverage_queries.carried_letters(),
        )
