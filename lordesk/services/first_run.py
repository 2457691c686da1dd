"""The first three questions: what is applied to, by when, and who has seen the best work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.domain import proposals, requirements
from lordesk.errors import InvalidInputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lordesk.clock import Clock
    from lordesk.domain.proposals import Proposal
    from lordesk.domain.rulepacks import SeasonEvent, SpecialtyRule
    from lordesk.kinds import ApplicationKind, LetterService
    from lordesk.models.store import Store
    from lordesk.rows.first_run import FirstApplication, FirstMentor
    from lordesk.services.rules import RuleService


class FirstRunService:
    """`add_application` and `add_mentor` are the verbs of those services."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        rules: RuleService,
        add_application: Callable[..., int],
        add_mentor: Callable[..., int],
    ) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._add_application = add_application
        self._add_mentor = add_mentor

    def choices(self, kinds: Sequence[ApplicationKind]) -> list[SpecialtyRule]:
        """What can be chosen for these kinds, in the order of the shipped rules."""
        return [rule for rule in self._rules.specialties.values() if rule.kind in kinds]

    def proposal(self, kind: ApplicationKind, specialty: str) -> Proposal:
        """The usual letters and the season that is under way."""
        return self._propose(kind, specialty, *self._season(kind, specialty))

    def set_up(
        self, application: FirstApplication | None, mentors: Sequence[FirstMentor] = ()
    ) -> int | None:
        """Add what was answered in one step and return the application's id.

        Raises InvalidInputError for a day that has passed or lies after the application date; then
        nothing was added.
        """
        people = [mentor for mentor in mentors if mentor.name.strip()]
        if application is None and not people:
            return None
        with self._store.step("workspace-set-up"):
            for mentor in people:
                self._add_mentor(mentor.name, how_known=mentor.how_known)
            return None if application is None else self._add(application)

    def _add(self, new: FirstApplication) -> int:
        if new.letters_by is not None and new.letters_by < self._clock.today():
            raise InvalidInputError(field_name="letters_by", problem="day-passed")
        service, season = self._season(new.kind, new.specialty)
        proposal = self._propose(new.kind, new.specialty, service, season)
        rule = requirements.specialty_rule(new.kind, service, "", self._rules.specialties)
        return self._add_application(
            new.specialty.strip() or (rule.name if rule else ""),
            new.kind,
            service=service,
            season=season,
            specialty=new.specialty.strip(),
            slots=proposal.slots,
            dates=proposal.events,
            cap=proposal.cap,
            letters_by=new.letters_by,
            **_hard_date(proposal.hard),
        )

    def _season(self, kind: ApplicationKind, specialty: str) -> tuple[LetterService | None, str]:
        service = proposals.usual_service(kind, specialty, self._rules.specialties)
        found = proposals.current_season(service, self._rules.seasons, self._clock.today())
        return service, found.season if found else ""

    def _propose(
        self, kind: ApplicationKind, specialty: str, service: LetterService | None, season: str
    ) -> Proposal:
        return proposals.propose(
            kind,
            service,
            season,
            specialty,
            services=self._rules.services,
            specialties=self._rules.specialties,
            seasons=self._rules.seasons,
            today=self._clock.today(),
        )


def _hard_date(event: SeasonEvent | None) -> dict[str, Any]:
    if event is None:
        return {}
    return {
        "hard_on": event.on,
        "hard_time": event.at,
        "hard_zone": event.zone,
        "hard_status": event.status,
        "hard_source": event.origin.source,
    }
