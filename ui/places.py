"""Which class shows which place, and the services that each is handed.

A module is imported when its place is first opened, so the start waits for none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.kinds import Page as PageKind
from ui.main_window import Doors

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from lordesk.core import Core
    from lordesk.mail.practice import PracticeService
    from ui.desk import Desk
    from ui.dialogs.help_dialog import HelpDialog
    from ui.dialogs.mentor_dialog import MentorDialog
    from ui.pages.letter_verbs import LetterServices
    from ui.pages.mentor_pane.facts import MentorServices
    from ui.pages.mentor_pane.pane import MentorPane
    from ui.pages.page import Compose, Overlay, Page
    from ui.wizard.overlay import RequestOverlay
    from ui.wizard.services import WizardServices


def page_kinds(*, demo: bool) -> frozenset[PageKind]:
    """What the sidebar may lead to; the practice inbox is there in the demo only."""
    no_pages = {PageKind.WELCOME} if demo else {PageKind.WELCOME, PageKind.PRACTICE_INBOX}
    return frozenset(PageKind) - no_pages


class Places:
    """`practice` is there in the demo only."""

    def __init__(self, desk: Desk, core: Core, practice: PracticeService | None = None) -> None:
        self._desk = desk
        self._core = core
        self._practice = practice
        self._request: RequestOverlay | None = None
        self._pages: dict[PageKind, Callable[[], Page]] = {
            PageKind.TODAY: self._today,
            PageKind.MENTORS: self._mentors,
            PageKind.REQUESTS: self._requests,
            PageKind.APPLICATIONS: self._applications,
            PageKind.CALENDAR: self._calendar,
            PageKind.OUTBOX: self._outbox,
            PageKind.NOTICES: self._notices,
            PageKind.SETTINGS: self._settings,
        }
        if practice is not None:
            self._pages[PageKind.PRACTICE_INBOX] = self._practice_inbox

    def doors(self) -> Doors:
        return Doors(
            page=self.page,
            welcome=self.welcome,
            wizard=self.wizard,
            composer=self.composer,
            add_mentor=self.add_mentor,
            log_contact=self.log_contact,
            help=self.help,
        )

    def help(self, topic: str, parent: QWidget) -> HelpDialog:
        from ui.dialogs.help_dialog import HelpDialog

        return HelpDialog(self._desk, self._core.help.topic(topic), parent)

    def page(self, kind: PageKind) -> Page:
        return self._pages[kind]()

    def _today(self) -> Page:
        from ui.pages.today import TodayPage

        core = self._core
        return TodayPage(
            self._desk, core.today, core.requests, core.reminders, core.drafts, core.around
        )

    def _mentors(self) -> Page:
        from ui.pages.mentors import MentorsPage

        return MentorsPage(self._desk, self.mentor_services())

    def mentor_services(self) -> MentorServices:
        from ui.pages.mentor_pane.facts import MentorServices

        core = self._core
        return MentorServices(
            mentors=core.mentors,
            interactions=core.interactions,
            letters=core.letters,
            requests=core.requests,
            reminders=core.reminders,
            applications=core.applications,
            coach=core.coach,
            merge=core.mentor_merge,
            photos=core.photos,
            around=core.around,
        )

    def _requests(self) -> Page:
        from ui.pages.requests import RequestsPage

        return RequestsPage(self._desk, self.letter_services(), self._mentor_pane)

    def letter_services(self) -> LetterServices:
        from ui.pages.letter_verbs import LetterServices
        from ui.pdf import QtPdfRenderer

        core = self._core
        return LetterServices(
            letters=core.letters,
            requests=core.requests,
            mentors=core.mentors,
            applications=core.applications,
            around=core.around,
            renderer=QtPdfRenderer(),
        )

    def _mentor_pane(self) -> MentorPane:
        from ui.pages.mentor_pane.pane import MentorPane

        return MentorPane(self._desk, self.mentor_services())

    def _applications(self) -> Page:
        from ui.dialogs.proof_file import ProofPress
        from ui.pages.applications import ApplicationsPage
        from ui.pages.applications_verbs import ApplicationServices
        from ui.pdf import QtPdfRenderer

        core = self._core
        services = ApplicationServices(
            applications=core.applications,
            coverage=core.coverage,
            letters=core.letters,
            mentors=core.mentors,
            requests=core.requests,
            rules=core.rules,
            rollover=core.rollover,
            press=ProofPress(core.around.reports, QtPdfRenderer()),
        )
        return ApplicationsPage(self._desk, services)

    def _calendar(self) -> Page:
        from ui.pages.calendar import CalendarPage

        core = self._core
        return CalendarPage(
            self._desk,
            core.calendar,
            core.letters,
            core.requests,
            core.reminders,
            core.meetings,
            core.applications,
            core.mentors,
        )

    def _outbox(self) -> Page:
        from ui.pages.outbox import OutboxPage

        return OutboxPage(self._desk, self._core.outbox, self._core.accounts)

    def _notices(self) -> Page:
        from ui.pages.notices import NoticesPage

        return NoticesPage(self._desk, self._core.notices, self._core.reminders)

    def _settings(self) -> Page:
        from ui.pages.settings import SettingsPage, SettingsServices

        core = self._core
        services = SettingsServices(
            profile=core.profile,
            accounts=core.accounts,
            templates=core.templates,
            messages=core.messages,
            mentors=core.mentors,
            letters=core.letters,
            backups=core.backups,
            sample=core.sample,
            about=core.about,
            paths=core.paths,
        )
        return SettingsPage(self._desk, services)

    def _practice_inbox(self) -> Page:
        from ui.pages.practice_inbox import PracticeInboxPage

        assert self._practice is not None
        return PracticeInboxPage(self._desk, self._practice)

    def welcome(self) -> Overlay:
        from ui.pages.welcome import WelcomePage

        core = self._core
        return WelcomePage(self._desk, core.first_run, core.sample)

    def wizard(self, compose: Compose) -> Overlay:
        if self._request is None:
            self._request = self._make_request()
        self._request.begin(compose)
        return self._request

    def _make_request(self) -> RequestOverlay:
        from ui.wizard.overlay import RequestOverlay

        return RequestOverlay(self._desk, self._wizard_services())

    def _wizard_services(self) -> WizardServices:
        from ui.wizard.services import WizardServices

        core = self._core
        return WizardServices(
            mentors=core.mentors,
            interactions=core.interactions,
            applications=core.applications,
            letters=core.letters,
            messages=core.messages,
            materials=core.materials,
            drafts=core.drafts,
            templates=core.templates,
            rules=core.rules,
            accounts=core.accounts,
            outbox=core.outbox,
            handover=core.handover,
            requests=core.requests,
            profile=core.profile,
            undo=core.undo,
        )

    def composer(self, compose: Compose, parent: QWidget) -> QDialog:
        from ui.wizard.message_dialog import MessageDialog

        return MessageDialog(
            self._desk,
            self._wizard_services(),
            compose.kind,
            compose.letter_id,
            compose.mentor_id,
            compose.files,
            parent=parent,
        )

    def add_mentor(self, parent: QWidget) -> MentorDialog:
        from ui.dialogs.mentor_dialog import MentorDialog

        goal = self._core.applications.default_id()
        return MentorDialog(self._desk, self._core.mentors, goal, parent=parent)

    def log_contact(self, mentor_id: int | None, parent: QWidget) -> QDialog:
        from ui.dialogs.log_contact_dialog import LogContactDialog

        core = self._core
        return LogContactDialog(
            self._desk, core.interactions, core.mentors, mentor_id, parent=parent
        )
