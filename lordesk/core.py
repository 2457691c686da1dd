"""The core: opens the store and the settings, makes the services, and closes them again.

A service is made, and its module imported, when it is first asked for, the database layer with the
store: the window shows before any of them is loaded.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lordesk.errors import HomeNotWritableError
from lordesk.events import Bus
from lordesk.paths import resources_dir
from lordesk.settings import SettingsFile

if TYPE_CHECKING:
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.keychain import Keychain
    from lordesk.mail.accounts import AccountService
    from lordesk.mail.handover import HandoverService
    from lordesk.mail.outbox import OutboxService
    from lordesk.mail.practice import PracticeService
    from lordesk.models.store import Store
    from lordesk.paths import Paths
    from lordesk.services.about import AboutService
    from lordesk.services.applications import ApplicationService
    from lordesk.services.around_letters import AroundLetters
    from lordesk.services.backups import BackupService
    from lordesk.services.calendar import CalendarService
    from lordesk.services.coach import CoachService
    from lordesk.services.coverage import CoverageService
    from lordesk.services.drafts import DraftService
    from lordesk.services.first_run import FirstRunService
    from lordesk.services.forecasts import ForecastService
    from lordesk.services.help import HelpService
    from lordesk.services.interactions import InteractionService
    from lordesk.services.letters import LetterService
    from lordesk.services.materials import MaterialService
    from lordesk.services.mentor_merge import MentorMergeService
    from lordesk.services.mentors import MentorService
    from lordesk.services.messages import MessageService
    from lordesk.services.notices import NoticeService
    from lordesk.services.photos import PhotoService
    from lordesk.services.profile import ProfileService
    from lordesk.services.reminders import MeetingService, ReminderService
    from lordesk.services.requests import RequestService
    from lordesk.services.rollover import RolloverService
    from lordesk.services.rules import RuleService
    from lordesk.services.sample import SampleService
    from lordesk.services.templates import TemplateService
    from lordesk.services.today import TodayService
    from lordesk.services.undo import UndoService


class Core:
    """Everything that the screen can ask for. `Core.open` makes it, `close` ends it.

    Made by itself it has the settings and the bus only; the services wait for `open_store`.
    """

    store: Store
    backups: BackupService

    def __init__(self, paths: Paths, clock: Clock, keychain: Keychain | None = None) -> None:
        from lordesk.keychain import Keychain

        self.paths = paths
        self.clock = clock
        self.bus = Bus()
        self.keychain = keychain or Keychain()
        self.settings = SettingsFile(paths.settings)
        self._resources = resources_dir()

    @classmethod
    def open(cls, paths: Paths, clock: Clock, keychain: Keychain | None = None) -> Core:
        """Open a home. Raises the kinds of `errors.StoreError`; then nothing is left open."""
        try:
            paths.make()
        except OSError as error:
            path = error.filename or paths.data
            raise HomeNotWritableError(path=path, reason=error.strerror or "") from error
        core = cls(paths, clock, keychain)
        core.open_store()
        return core

    def open_store(self) -> None:
        """Raises the kinds of `errors.StoreError`; then nothing is left open."""
        from lordesk.models.light_peewee import load_peewee

        load_peewee()
        from lordesk.models.store import Store
        from lordesk.services.backups import BackupService

        store = Store(self.paths.database, self.bus, self.clock)
        backups = BackupService(store, self.clock, self.paths)

        def before_step(version: int) -> None:
            backups.make("before-update", schema=version)

        try:
            store.open(before_step, backups.exist())
        except BaseException:
            store.close()
            raise
        self.store, self.backups = store, backups

    def close(self) -> None:
        if "practice" in vars(self):
            self.practice.stop()
        if "store" in vars(self):
            self.store.close()

    # --- the applicant and the mentors ----------------------------------------------------------

    @cached_property
    def profile(self) -> ProfileService:
        from lordesk.services.profile import ProfileService

        return ProfileService(self.store)

    @cached_property
    def first_run(self) -> FirstRunService:
        from lordesk.services.first_run import FirstRunService

        add_application, add_mentor = self.applications.add, self.mentors.add
        return FirstRunService(self.store, self.clock, self.rules, add_application, add_mentor)

    @cached_property
    def mentors(self) -> MentorService:
        from lordesk.services.mentors import MentorService

        return MentorService(self.store, self.clock, self.settings, self._replan_mentor)

    def _replan_mentor(self, mentor_id: int) -> None:
        self.requests.replan_mentor(mentor_id)

    @cached_property
    def mentor_merge(self) -> MentorMergeService:
        from lordesk.services.mentor_merge import MentorMergeService

        return MentorMergeService(self.store, self.clock, self.settings, self.mentors.update)

    @cached_property
    def photos(self) -> PhotoService:
        from lordesk.services.photos import PhotoService

        return PhotoService(self.store, self.clock, self.paths)

    @cached_property
    def coach(self) -> CoachService:
        from lordesk.services.coach import CoachService

        return CoachService(self.store, self.clock, self._resources)

    @cached_property
    def interactions(self) -> InteractionService:
        from lordesk.services.interactions import InteractionService

        return InteractionService(self.store, self.reminders.add)

    # --- applications, letters, requests --------------------------------------------------------

    @cached_property
    def rules(self) -> RuleService:
        from lordesk.services.rules import RuleService

        return RuleService(self._resources, self.store, self.paths.rules)

    @cached_property
    def applications(self) -> ApplicationService:
        from lordesk.services.applications import ApplicationService

        return ApplicationService(self.store, self.clock, self.settings)

    @cached_property
    def forecasts(self) -> ForecastService:
        from lordesk.services.forecasts import ForecastService

        return ForecastService(self.clock, self.rules)

    @cached_property
    def coverage(self) -> CoverageService:
        from lordesk.services.coverage import CoverageService

        return CoverageService(self.clock, self.rules, self.forecasts)

    @cached_property
    def rollover(self) -> RolloverService:
        from lordesk.services.rollover import RolloverService

        return RolloverService(self.store, self.clock, self.settings, self.rules)

    @cached_property
    def letters(self) -> LetterService:
        from lordesk.services.letters import LetterService

        return LetterService(self.store, self.clock, self.settings)

    @cached_property
    def around(self) -> AroundLetters:
        from lordesk.services.around_letters import AroundLetters

        return AroundLetters(self)

    @cached_property
    def requests(self) -> RequestService:
        from lordesk.services.requests import RequestService

        return RequestService(self.store, self.clock, self._holidays)

    def _holidays(self, year: int) -> dict[date, str]:
        return self.rules.holidays(year)

    # --- time -----------------------------------------------------------------------------------

    @cached_property
    def today(self) -> TodayService:
        from lordesk.services.today import TodayService

        return TodayService(self.clock, self.settings)

    @cached_property
    def calendar(self) -> CalendarService:
        from lordesk.services.calendar import CalendarService

        return CalendarService(self.clock)

    @cached_property
    def reminders(self) -> ReminderService:
        from lordesk.services.reminders import ReminderService

        return ReminderService(self.store, self.clock)

    @cached_property
    def meetings(self) -> MeetingService:
        from lordesk.services.reminders import MeetingService

        return MeetingService(self.store, self.clock)

    @cached_property
    def notices(self) -> NoticeService:
        from lordesk.services.notices import NoticeService

        return NoticeService(self.store, self.clock, self.settings)

    # --- messages and mail ----------------------------------------------------------------------

    @cached_property
    def materials(self) -> MaterialService:
        from lordesk.services.materials import MaterialService

        return MaterialService(self.store, self.clock, self.paths)

    @cached_property
    def templates(self) -> TemplateService:
        from lordesk.services.templates import TemplateService

        return TemplateService(self.store, self._resources)

    @cached_property
    def drafts(self) -> DraftService:
        from lordesk.services.drafts import DraftService

        drafts = DraftService(self.store, self.clock)
        drafts.forget_sent()
        return drafts

    @cached_property
    def messages(self) -> MessageService:
        from lordesk.services.messages import MessageService, Verbs

        verbs = Verbs(
            letters=self.letters,
            requests=self.requests,
            templates=self.templates,
            materials=self.materials,
            rules=self.rules,
            outbox=self.outbox,
        )
        return MessageService(self.store, self.clock, verbs)

    @cached_property
    def accounts(self) -> AccountService:
        from lordesk.mail.accounts import AccountService

        return AccountService(
            self.store,
            self.keychain,
            self.clock,
            self._resources,
            on_working=self._retry_mail,
        )

    def _retry_mail(self, account_id: int) -> int:
        return self.outbox.retry_account(account_id)

    @cached_property
    def outbox(self) -> OutboxService:
        """Before anything is asked of it, what a crash left under way is put in order."""
        from lordesk.mail.outbox import OutboxService

        outbox = OutboxService(
            self.store,
            self.clock,
            self.settings,
            self.accounts,
            self.paths.files,
            on_confirmed=self.requests.message_confirmed,
        )
        outbox.recover()
        return outbox

    @cached_property
    def handover(self) -> HandoverService:
        from lordesk.mail.handover import HandoverService

        return HandoverService(self.paths, self.clock)

    @cached_property
    def practice(self) -> PracticeService:
        from lordesk.mail.practice import PracticeService

        return PracticeService(self.store, self.clock, self.accounts)

    # --- keeping --------------------------------------------------------------------------------

    @cached_property
    def sample(self) -> SampleService:
        from lordesk.services.sample import SampleService

        return SampleService(self.store, self.clock, self._resources, self.materials.add)

    @cached_property
    def about(self) -> AboutService:
        from lordesk.services.about import AboutService

        return AboutService(self.store, self._resources)

    @cached_property
    def help(self) -> HelpService:
        from lordesk.services.help import HelpService

        return HelpService(self._resources)

    @cached_property
    def undo(self) -> UndoService:
        from lordesk.services.undo import UndoService

        return UndoService(self.store, self._cancel_mail)

    def _cancel_mail(self, step_id: int) -> bool:
        return self.outbox.cancel_for_undo(step_id)
