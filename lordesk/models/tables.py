"""All tables, so that the store can bind them to its file."""

from __future__ import annotations

from lordesk.models.applications import (
    Application,
    ApplicationDate,
    RuleEdit,
    Slot,
    Target,
)
from lordesk.models.dates import Meeting, Notice, Reminder
from lordesk.models.letters import (
    Assignment,
    Letter,
    LetterWriter,
    PlanItem,
    Request,
    RequestFact,
    RequestMove,
    SlotFill,
)
from lordesk.models.mail import (
    Account,
    Evidence,
    FileVersion,
    HostContact,
    Material,
    Message,
    MessageFile,
    OutboxEntry,
    OutboxEvent,
    PracticeMail,
    Template,
    WizardDraft,
)
from lordesk.models.people import (
    FitAnswerRecord,
    Interaction,
    Mentor,
    MentorTarget,
    Moment,
    Profile,
)

TABLES = (
    Profile,
    Mentor,
    FitAnswerRecord,
    Interaction,
    Moment,
    MentorTarget,
    Application,
    ApplicationDate,
    Slot,
    Target,
    RuleEdit,
    Letter,
    LetterWriter,
    SlotFill,
    Assignment,
    Request,
    RequestMove,
    RequestFact,
    PlanItem,
    Reminder,
    Meeting,
    Notice,
    FileVersion,
    Material,
    Evidence,
    Template,
    Message,
    MessageFile,
    Account,
    OutboxEntry,
    OutboxEvent,
    WizardDraft,
    HostContact,
    PracticeMail,
)
