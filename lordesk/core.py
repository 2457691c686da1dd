"""The core: opens the store and the settings, makes the services, and closes them again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lordesk.errors import HomeNotWritableError
from lordesk.events import Bus
from lordesk.keychain import Keychain
from lordesk.mail.accounts import AccountService
from lordesk.mail.handover import HandoverService
from lordesk.mail.outbox import OutboxService
from lordesk.mail.practice import PracticeService
from lordesk.models.store import Store
from lordesk.paths import resources_dir
from lordesk.services.about import AboutService
from lordesk.services.applications import ApplicationService
from lordesk.services.backups import BackupService
from lordesk.services.calendar import CalendarService
from lordesk.services.drafts import DraftService
from lordesk.services.first_run import FirstRunService
from lordesk.services.interactions import InteractionService
from lordesk.services.letters import LetterService
from lordesk.services.materials import MaterialService
from lordesk.services.mentors import MentorService
from lordesk.services.messages import MessageService, Verbs
from lordesk.services.notices import NoticeService
from lordesk.services.profile import ProfileService
from lordesk.services.reminders import MeetingService, ReminderService
from lordesk.services.requests import RequestService
from lordesk.services.rules import RuleService
from lordesk.services.sample import SampleService
from lordesk.services.templates import TemplateService
from lordesk.services.today import TodayService
from lordesk.services.undo import UndoService
from lordesk.settings import SettingsFile

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.paths import Paths


@dataclass(frozen=True)
class Core:
    """Everything that the screen can ask for. `Core.open` makes it, `close` ends it."""

    paths: Paths
    clock: Clock
    bus: Bus
    store: Store
    settings: SettingsFile
    keychain: Keychain
    rules: RuleService
    profile: ProfileService
    mentors: MentorService
    interactions: InteractionService
    applications: ApplicationService
    first_run: FirstRunService
    letters: LetterService
    requests: RequestService
    today: TodayService
    calendar: CalendarService
    reminders: ReminderService
    meetings: MeetingService
    notices: NoticeService
    materials: MaterialService
    templates: TemplateService
    drafts: DraftService
    messages: MessageService
    accounts: AccountService
    outbox: OutboxService
    handover: HandoverService
    practice: PracticeService
    backups: BackupService
    sample: SampleService
    about: AboutService
    undo: UndoService

    @classmethod
    def open(cls, paths: Paths, clock: Clock, keychain: Keychain | None = None) -> Core:
        """Open a home. Raises the kinds of `errors.StoreError`; then nothing is left open."""
        try:
            paths.make()
        except OSError as error:
            path = error.filename or paths.data
            raise HomeNotWritableError(path=path, reason=error.strerror or "") from error
        bus = Bus()
        store = Store(paths.database, bus, clock)
        backups = BackupService(store, clock, paths)

        def before_step(version: int) -> None:
            backups.make("before-update", schema=version)

        try:
            store.open(before_step, backups.exist())
            return _assemble(paths, clock, bus, store, backups, keychain or Keychain())
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        self.practice.stop()
        self.store.close()


def _assemble(
    paths: Paths, clock: Clock, bus: Bus, store: Store, backups: BackupService, keychain: Keychain
) -> Core:
    resources = resources_dir()
    settings = SettingsFile(paths.settings)
    rules = RuleService(resources)
    profile = ProfileService(store)
    mentors = MentorService(store, clock, settings)
    reminders = ReminderService(store, clock)
    interactions = InteractionService(store, reminders.add)
    applications = ApplicationService(store, clock, settings)
    letters = LetterService(store, clock, settings)
    requests = RequestService(store, clock, rules.holidays)
    materials = MaterialService(store, clock, paths)
    templates = TemplateService(store, resources)
    accounts = AccountService(store, keychain, clock, resources)
    outbox = OutboxService(
        store, clock, settings, accounts, paths.files, on_confirmed=requests.message_confirmed
    )
    outbox.recover()
    drafts = DraftService(store, clock)
    drafts.forget_sent()
    verbs = Verbs(
        letters=letters,
        requests=requests,
        templates=templates,
        materials=materials,
        rules=rules,
        outbox=outbox,
    )
    return Core(
        paths=paths,
        clock=clock,
        bus=bus,
        store=store,
        settings=settings,
        keychain=keychain,
        rules=rules,
        profile=profile,
        mentors=mentors,
        interactions=interactions,
        applications=applications,
        first_run=FirstRunService(store, clock, rules, applications.add, mentors.add),
        letters=letters,
        requests=requests,
        today=TodayService(clock, settings),
        calendar=CalendarService(clock),
        reminders=reminders,
        meetings=MeetingService(store, clock),
        notices=NoticeService(store, clock, settings),
        materials=materials,
        templates=templates,
        drafts=drafts,
        messages=MessageService(store, clock, verbs),
        accounts=accounts,
        outbox=outbox,
        handover=HandoverService(paths, clock),
        practice=PracticeService(store, clock, accounts),
        backups=backups,
        sample=SampleService(store, clock, resources, materials.add),
        about=AboutService(store, resources),
        undo=UndoService(store, outbox.cancel_for_undo),
    )
