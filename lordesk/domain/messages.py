"""The values of a message's fields, taken from rows and from what the user chose for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import english
from lordesk.domain.fields import FIELDS
from lordesk.domain.goals import Goals, read_goals
from lordesk.domain.relevance import Observed, RelevanceFacts, why_you, why_you_text
from lordesk.errors import TemplateProblemError
from lordesk.kinds import ApplicationKind, Highlight, LetterKind, MessageKind, Stage, Waiver
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from datetime import date

    from lordesk.domain.rulepacks import ServiceRule
    from lordesk.rows.letters import ApplicationRow, LetterRow
    from lordesk.rows.mail import FileRef
    from lordesk.rows.people import MentorRow, ProfileRow

MOST_HIGHLIGHTS = 3


@dataclass(frozen=True, kw_only=True)
class MessageChoices:
    """What the user chose for this message. An empty text means: take it from the rows."""

    greeting: str = ""
    opening: str = ""
    worked_together: str = ""
    goal: str = ""
    highlights: tuple[Highlight, ...] = ()
    moment: str = ""
    colleagues: str = ""
    submit: str = ""
    news: str = ""
    meeting: bool = True
    easy_no: bool = True
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MessageFacts:
    """The rows that a message speaks of."""

    profile: ProfileRow
    mentor: MentorRow
    today: date
    letter: LetterRow | None = None
    application: ApplicationRow | None = None
    service: ServiceRule | None = None
    relevance: RelevanceFacts | None = None
    observed: Observed = Observed()
    choices: MessageChoices = MessageChoices()


def split_template(text: str) -> tuple[str, str]:
    """Subject and body of a template file. Raises TemplateProblemError ("no-subject")."""
    first, _, body = text.partition("\n")
    label, colon, subject = first.partition(":")
    if not colon or label.strip().casefold() != "subject" or not subject.strip():
        raise TemplateProblemError(problem="no-subject", line=1)
    return subject.strip(), body.lstrip("\n")


def field_values(kind: MessageKind, facts: MessageFacts) -> dict[str, str]:
    """Every field of the kind has a value; it is empty where nothing is known."""
    values = _people(facts) | _aim(facts) | _due(facts) | _chosen(facts)
    return {name: values[name] for name in FIELDS[kind]}


def greeting(mentor: MentorRow) -> str:
    return f"Dear {mentor.short_name},"


def _people(facts: MessageFacts) -> dict[str, str]:
    profile, mentor, choices = facts.profile, facts.mentor, facts.choices
    role = " at ".join(part for part in (profile.year, profile.school) if part)
    together = choices.worked_together or mentor.settings_shared
    return {
        "greeting": choices.greeting or greeting(mentor),
        "mentor_name": mentor.full_name,
        "salutation": mentor.short_name,
        "applicant_name": profile.name,
        "applicant_given": profile.given_name,
        "applicant_role": role,
        "signature": profile.signature or _signature(profile),
        "worked_together": english.with_determiner(english.without_period(together)),
        "known_since": english.month(mentor.known_from) if mentor.known_from else "",
    }


def _signature(profile: ProfileRow) -> str:
    place = ", ".join(part for part in (profile.year, profile.school) if part)
    return "\n".join(line for line in (profile.name, place, profile.phone) if line)


def _aim(facts: MessageFacts) -> dict[str, str]:
    application, letter, choices = facts.application, facts.letter, facts.choices
    if application:
        purpose = english.purpose(application.kind, application.specialty, application.name)
        emphasis = application.goals.get("emphasis", "")
    else:
        purpose = english.purpose(ApplicationKind.OTHER, "", letter.slot_title if letter else "")
        emphasis = ""
    return {
        "purpose": purpose,
        "applying": english.applying(application.kind if application else None, purpose),
        "goal": english.without_period(choices.goal) or english.goal(emphasis),
        "why_you": _why_you(facts),
        "letter_kind": english.letter_kind(letter.kind if letter else LetterKind.NARRATIVE),
        "waived": "yes" if letter and letter.waiver is Waiver.WAIVED else "",
        "suggested_person": letter.suggested_person if letter else "",
        "withdrawn": "yes" if letter and letter.stage is Stage.WITHDRAWN else "",
    }


def _why_you(facts: MessageFacts) -> str:
    """Only what is written down; for how long one is known is not told twice."""
    if facts.relevance is None:
        return ""
    application = facts.application
    kind = application.kind if application else ApplicationKind.OTHER
    goals = read_goals(application.goals) if application else Goals()
    codes = why_you(kind, goals, facts.relevance, facts.observed)
    if not (facts.choices.worked_together or facts.mentor.settings_shared):
        codes = tuple(code for code in codes if code != "known-long")
    return why_you_text(codes, facts.observed)


def _due(facts: MessageFacts) -> dict[str, str]:
    letter, service = facts.letter, facts.service
    due = letter.soft_on if letter else None
    asked = letter.asked_on if letter else None
    zone = (letter.hard_zone if letter else "") or facts.profile.zone
    return {
        "due": english.long_date(due, facts.today) if due else "",
        "due_passed": "yes" if due and due < facts.today else "",
        "due_zone": english.zone_name(zone) if due else "",
        "asked_on": english.long_date(asked, facts.today) if asked else "",
        "submit": facts.choices.submit or (service.submit if service else ""),
        "sender": service.sender if service and not facts.choices.submit else "",
        "reference": letter.reference if letter else "",
    }


def _chosen(facts: MessageFacts) -> dict[str, str]:
    choices = facts.choices
    return {
        "opening": choices.opening,
        "highlights": english.highlights(choices.highlights[:MOST_HIGHLIGHTS]),
        "moment": english.without_period(choices.moment),
        "colleagues": english.without_period(choices.colleagues),
        "news": english.without_period(choices.news),
        "attached": english.attached([(file.material, file.name) for file in choices.files]),
        "meeting": "yes" if choices.meeting else "",
        "easy_no": "yes" if choices.easy_no else "",
    }
