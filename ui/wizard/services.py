"""The services that the wizard works with, as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from lordesk.mail.accounts import AccountService
    from lordesk.mail.handover import HandoverService
    from lordesk.mail.outbox import OutboxService
    from lordesk.services.applications import ApplicationService
    from lordesk.services.drafts import DraftService
    from lordesk.services.interactions import InteractionService
    from lordesk.services.letters import LetterService
    from lordesk.services.materials import MaterialService
    from lordesk.services.mentors import MentorService
    from lordesk.services.messages import MessageService
    from lordesk.services.profile import ProfileService
    from lordesk.services.requests import RequestService
    from lordesk.services.rules import RuleService
    from lordesk.services.templates import TemplateService
    from lordesk.services.undo import UndoService


@dataclass(frozen=True, kw_only=True)
class WizardServices:
    mentors: MentorService
    interactions: InteractionService
    applications: ApplicationService
    letters: LetterService
    messages: MessageService
    materials: MaterialService
    drafts: DraftService
    templates: TemplateService
    rules: RuleService
    accounts: AccountService
    outbox: OutboxService
    handover: HandoverService
    requests: RequestService
    profile: ProfileService
    undo: UndoService
