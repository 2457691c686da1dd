"""The next season of an application: its targets, slots and people once more, letters planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import deadlines, proposals, rollover, status
from lordesk.errors import InvalidInputError
from lordesk.kinds import DateStatus, MoveCause, Stage
from lordesk.models import application_queries, coverage_queries, letter_queries
from lordesk.models.applications import Application, ApplicationDate, Slot, Target
from lordesk.models.letters import (
    Assignment,
    Letter,
    LetterWriter,
    Request,
    RequestMove,
    SlotFill,
)

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.domain.proposals import Proposal
    from lordesk.domain.rule_values import SeasonCalendar
    from lordesk.models.store import Store
    from lordesk.rows.letters import ApplicationRow, LetterRow
    from lordesk.rows.rollover import Rollover
    from lordesk.services.rules import RuleService
    from lordesk.settings import SettingsFile


class RolloverService:
    def __init__(
        self, store: Store, clock: Clock, settings: SettingsFile, rules: RuleService
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._rules = rules

    # --- before -----------------------------------------------------------------------------------

    def seasons(self, application: ApplicationRow) -> tuple[str, ...]:
        """Known seasons after this one, the next first; else the number after it, if it is one."""
        known = proposals.seasons_of(application.service, self._rules.seasons)
        later = tuple(each.season for each in known if each.season > application.season)
        if later or not application.season.isdecimal():
            return later
        return (str(int(application.season) + 1),)

    def has_season(self, application: ApplicationRow, season: str) -> bool:
        """Whether this one was rolled over into that season before."""
        mine = (Application.previous_id == application.id) & (Application.season == season)
        return bool(Application.select().where(mine, Application.deleted_at.is_null()).exists())

    def plan(self, application: ApplicationRow, season: str) -> Rollover:
        """What would go along, and what becomes of each letter."""
        service = self._rules.services.get(application.service) if application.service else None
        calendar = self._calendar(application, season)
        days = [event.on for event in calendar.events] if calendar else []
        newest = service.newest_of(min(days)) if service and days else None
        return rollover.rollover(
            application,
            application_queries.target_rows(application.id),
            self._letters(application),
            rollover.NextSeason(
                season=season,
                carry_over=service.carry_over.value if service and service.carry_over else "",
                newest_of=newest,
            ),
            coverage_queries.gone_mentors(self._clock.today()),
        )

    def letters(self, application: ApplicationRow) -> dict[int, LetterRow]:
        return {letter.id: letter for letter in self._letters(application)}

    def _letters(self, application: ApplicationRow) -> list[LetterRow]:
        """One row a letter, its first writer's; those of other applications stay where they are."""
        found: dict[int, LetterRow] = {}
        for letter in letter_queries.marked_rows(self._clock.today(), status.attention):
            if letter.application_id == application.id:
                found.setdefault(letter.id, letter)
        return list(found.values())

    def _calendar(self, application: ApplicationRow, season: str) -> SeasonCalendar | None:
        known = proposals.seasons_of(application.service, self._rules.seasons)
        return next((each for each in known if each.season == season), None)

    # --- doing it ---------------------------------------------------------------------------------

    def start(self, application: ApplicationRow, season: str) -> int:
        """Make the application of the next season in one step; returns its id.

        Raises InvalidInputError for the season that it is in already, or none.
        """
        season = season.strip()
        if not season or season == application.season:
            raise InvalidInputError(field_name="season", problem="season-missing")
        plan = self.plan(application, season)
        with self._store.step("season-started", name=application.name):
            made = self._application(application, season)
            slots = self._slots(plan, made)
            targets = self._targets(plan, made)
            for rolled in plan.letters:
                if rolled.code != "leave":
                    letter_id = self._letter(rolled.letter_id, made)
                    _fill(rolled.letter_id, letter_id, slots)
                    _assign(rolled.letter_id, letter_id, targets)
        return int(made.id)

    def _application(self, before: ApplicationRow, season: str) -> Application:
        """Dates are those of the new season; without a calendar of it there are none yet."""
        today = self._clock.today()
        proposal = proposals.propose(
            before.kind,
            before.service,
            season,
            before.specialty,
            services=self._rules.services,
            specialties=self._rules.specialties,
            seasons=self._rules.seasons,
            today=today,
        )
        hard = proposal.hard
        soft_days = self._settings.values.soft_days
        made = Application.create(
            name=before.name,
            detail=before.detail,
            kind=before.kind,
            service=before.service,
            season=season,
            specialty=before.specialty,
            goals=dict(before.goals),
            hard_on=hard.on if hard else None,
            hard_time=hard.at if hard else None,
            hard_zone=hard.zone if hard else "",
            hard_status=hard.status if hard else DateStatus.OWN,
            hard_source=hard.origin.source if hard else "",
            letters_by=proposals.letters_by(hard.on, soft_days, today) if hard else None,
            cap=before.cap,
            previous_id=before.id,
            sample=before.sample,
            created_at=self._clock.now(),
        )
        _dates(made, proposal)
        return made

    def _slots(self, plan: Rollover, made: Application) -> dict[int, int]:
        """Old id to new id."""
        return {old: Slot.copy_of(old, application_id=made.id) for old in plan.slot_ids}

    def _targets(self, plan: Rollover, made: Application) -> dict[int, int]:
        """Its own dates were those of the old season, so they are left out."""
        anew = {"application_id": made.id, "applied_on": None, "deadline_on": None}
        return {old: Target.copy_of(old, **anew) for old in plan.target_ids}

    def _letter(self, letter_id: int, made: Application) -> int:
        """Planned anew: waiver, reference number and dates belong to the old one."""
        old, today = Letter.require(letter_id), self._clock.today()
        soft = made.letters_by
        new = Letter.create(
            application_id=made.id,
            purpose=old.purpose,
            kind=old.kind,
            service=old.service,
            hard_on=made.hard_on,
            hard_time=made.hard_time,
            hard_zone=made.hard_zone,
            soft_on=soft,
            planned_ask_on=deadlines.planned_ask(soft, today) if soft else None,
            with_narrative=old.with_narrative,
            carried_from_id=old.id,
            sample=old.sample,
            created_at=self._clock.now(),
        )
        writers = LetterWriter.select().where(LetterWriter.letter_id == letter_id)
        for writer in writers.order_by(LetterWriter.position, LetterWriter.id):
            LetterWriter.copy_of(writer.id, letter_id=new.id)
        request = Request.create(letter_id=new.id, stage=Stage.PLANNED, stage_on=today)
        RequestMove.create(
            request_id=request.id, to_stage=Stage.PLANNED, on_date=today, cause=MoveCause.USER
        )
        return int(new.id)


def _dates(made: Application, proposal: Proposal) -> None:
    for event in proposal.events:
        ApplicationDate.create(
            application_id=made.id,
            code=event.key,
            title=event.title,
            on_date=event.on,
            at_time=event.at,
            zone=event.zone,
            status=event.status,
            source=event.origin.source,
            sample=made.sample,
        )


def _fill(old_id: int, letter_id: int, slots: dict[int, int]) -> None:
    for fill in list(SlotFill.select().where(SlotFill.letter_id == old_id)):
        if fill.slot_id in slots:
            SlotFill.create(
                slot_id=slots[fill.slot_id], letter_id=letter_id, backup_rank=fill.backup_rank
            )


def _assign(old_id: int, letter_id: int, targets: dict[int, int]) -> None:
    """Nothing is locked in a season that has not been applied in."""
    for assignment in list(Assignment.select().where(Assignment.letter_id == old_id)):
        if assignment.target_id in targets:
            Assignment.create(letter_id=letter_id, target_id=targets[assignment.target_id])
