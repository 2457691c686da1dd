"""Services over a real store on a new home, on the day of the pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from lordesk.clock import FixedClock
from lordesk.events import Bus, Changed
from lordesk.models.store import Store
from lordesk.paths import Paths, paths_in, resources_dir
from lordesk.services.applications import ApplicationService
from lordesk.services.backups import BackupService
from lordesk.services.calendar import CalendarService
from lordesk.services.closings import ClosingService
from lordesk.services.coach import CoachService
from lordesk.services.coverage import CoverageService
from lordesk.services.evidence import EvidenceService
from lordesk.services.forecasts import ForecastService
from lordesk.services.interactions import InteractionService
from lordesk.services.letters import LetterService
from lordesk.services.materials import MaterialService
from lordesk.services.mentor_merge import MentorMergeService
from lordesk.services.mentors import MentorService
from lordesk.services.notices import NoticeService
from lordesk.services.photos import PhotoService
from lordesk.services.profile import ProfileService
from lordesk.services.queue import QueueService
from lordesk.services.reminders import MeetingService, ReminderService
from lordesk.services.requests import RequestService
from lordesk.services.rollover import RolloverService
from lordesk.services.rules import RuleService
from lordesk.services.sample import SampleService
from lordesk.services.side_facts import FactService
from lordesk.services.templates import TemplateService
from lordesk.services.today import TodayService
from lordesk.services.undo import UndoService
from lordesk.services.writers import WriterService
from lordesk.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ZONE = ZoneInfo("America/New_York")
TUESDAY_9 = datetime(2026, 8, 18, 9, 0, tzinfo=ZONE)


@dataclass
class House:
    """The services of one home over its open store; no mail, no keyring."""

    paths: Paths
    clock: FixedClock
    heard: list[Changed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.paths.make()
        self.bus = Bus()
        self.bus.subscribe(self.heard.append)
        self.store = Store(self.paths.database, self.bus, self.clock)
        self.backups = BackupService(self.store, self.clock, self.paths)
        self.store.open(self._backup, self.backups.exist())
        self.settings = SettingsFile(self.paths.settings)
        self._services()

    def _backup(self, version: int) -> None:
        self.backups.make("before-update", schema=version)

    def _services(self) -> None:
        store, clock, settings = self.store, self.clock, self.settings
        self.profile = ProfileService(store)
        self.rules = RuleService(resources_dir(), store, self.paths.rules)
        self.mentors = MentorService(store, clock, settings, self._replan_mentor)
        self.merge = MentorMergeService(store, clock, settings, self.mentors.update)
        self.photos = PhotoService(store, clock, self.paths)
        self.coach = CoachService(store, clock, resources_dir())
        self.applications = ApplicationService(store, clock, settings)
        self.forecasts = ForecastService(clock, self.rules)
        self.coverage = CoverageService(clock, self.rules, self.forecasts)
        self.rollover = RolloverService(store, clock, settings, self.rules)
        self.letters = LetterService(store, clock, settings)
        self.requests = RequestService(store, clock, self.rules.holidays)
        self.materials = MaterialService(store, clock, self.paths)
        self.templates = TemplateService(store, resources_dir())
        self.today = TodayService(clock, settings)
        self.calendar = CalendarService(clock)
        self.reminders = ReminderService(store, clock)
        self.interactions = InteractionService(store, self.reminders.add)
        self.meetings = MeetingService(store, clock)
        self.facts = FactService(store, clock, self.requests.replan)
        self.closings = ClosingService(store, clock, self.requests, self.letters, self.mentors)
        self.writers = WriterService(store, self.requests.replan)
        self.queue = QueueService(store, self.requests.mark_reply_read, self.reminders.add)
        self.evidence = EvidenceService(store, clock, self.paths)
        self.notices = NoticeService(store, clock, settings)
        self.sample = SampleService(store, clock, resources_dir(), self.materials.add)
        self.undo = UndoService(store, lambda _step: False)

    def _replan_mentor(self, mentor_id: int) -> None:
        self.requests.replan_mentor(mentor_id)

    def sql(self, text: str, *values: object) -> list[tuple[object, ...]]:
        found: list[tuple[object, ...]] = self.store.database.execute_sql(text, values).fetchall()
        return found

    def close(self) -> None:
        self.store.close()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TUESDAY_9, ZONE)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path / "home")


@pytest.fixture
def house(paths: Paths, clock: FixedClock) -> Iterator[House]:
    opened = House(paths, clock)
    yield opened
    opened.close()


@pytest.fixture
def filled(house: House) -> House:
    """The workspace of the pictures."""
    house.sample.add(with_profile=True)
    house.heard.clear()
    return house
