"""The people of the design's pictures, as rows for the tests of the rules."""

from __future__ import annotations

from datetime import date

from lordesk.domain.messages import MessageChoices, MessageFacts
from lordesk.domain.relevance import Observed, RelevanceFacts
from lordesk.domain.rulepacks import ServiceRule, parse_services
from lordesk.kinds import (
    ApplicationKind,
    Channel,
    DateStatus,
    Highlight,
    InteractionKind,
    LetterKind,
    LetterService,
    MaterialKind,
    MentorRole,
    Stage,
    Waiver,
)
from lordesk.rows.letters import ApplicationRow, LetterRow
from lordesk.rows.mail import FileRef
from lordesk.rows.people import MentorRow, ProfileRow
from tests.domain.shipped import load

TODAY = date(2026, 8, 18)
DUE = date(2026, 9, 16)


def mentor(**changes: object) -> MentorRow:
    base: dict[str, object] = {
        "id": 1,
        "name": "Samuel Adeyemi",
        "title": "Dr.",
        "given": "Samuel",
        "family": "Adeyemi",
        "salutation": "Dr. Adeyemi",
        "role": MentorRole.RESEARCH_MENTOR,
        "email": "s.adeyemi@northfield.example",
        "channel": Channel.EMAIL,
    }
    return MentorRow(**(base | changes))  # type: ignore[arg-type]


def profile(**changes: object) -> ProfileRow:
    base: dict[str, object] = {
        "name": "Priya Raman",
        "email": "praman@northfield.example",
        "school": "Northfield University School of Medicine",
        "year": "MS4",
        "zone": "America/New_York",
    }
    return ProfileRow(**(base | changes))  # type: ignore[arg-type]


def letter(**changes: object) -> LetterRow:
    base: dict[str, object] = {
        "id": 1,
        "request_id": 1,
        "mentor_id": 1,
        "mentor_name": "Dr. Samuel Adeyemi",
        "mentor_short": "Dr. Adeyemi",
        "mentor_initials": "SA",
        "application_id": 1,
        "application_name": "Internal Medicine",
        "slot_title": "IM faculty",
        "backup": False,
        "kind": LetterKind.NARRATIVE,
        "service": LetterService.ERAS,
        "waiver": Waiver.WAIVED,
        "waiver_on": date(2026, 8, 3),
        "hard_on": date(2026, 9, 30),
        "soft_on": DUE,
        "stage": Stage.PLANNED,
    }
    return LetterRow(**(base | changes))  # type: ignore[arg-type]


def application(**changes: object) -> ApplicationRow:
    base: dict[str, object] = {
        "id": 1,
        "name": "Internal Medicine, categorical",
        "kind": ApplicationKind.RESIDENCY,
        "service": LetterService.ERAS,
        "specialty": "Internal Medicine",
        "goals": {},
        "hard_on": date(2026, 9, 30),
        "hard_status": DateStatus.PROJECTED,
    }
    return ApplicationRow(**(base | changes))  # type: ignore[arg-type]


def service(kind: LetterService = LetterService.ERAS) -> ServiceRule:
    return parse_services(load("rules/services.json"))[kind]


CV = FileRef("a" * 64, "CV_Raman.pdf", 184_000, MaterialKind.CV)
FORM = FileRef("b" * 64, "Letter_Request_Form.pdf", 90_000, MaterialKind.REQUEST_FORM)


def full_facts() -> MessageFacts:
    return MessageFacts(
        profile=profile(),
        mentor=mentor(settings_shared="two years on the atrial fibrillation cohort"),
        today=TODAY,
        letter=letter(reference="1234567", asked_on=date(2026, 8, 7), suggested_person="Dr. Bell"),
        application=application(goals={"emphasis": "research"}),
        service=service(),
        relevance=RelevanceFacts(role=MentorRole.RESEARCH_MENTOR),
        observed=Observed(contacts=(InteractionKind.MEETING,), months_known=26),
        choices=MessageChoices(
            opening="I hope the new fellows are settling in well.",
            highlights=(Highlight.INDEPENDENCE_IN_RESEARCH, Highlight.RESPONSE_TO_FEEDBACK),
            moment="when we rebuilt the analysis two days before the abstract deadline.",
            colleagues="Dr. Kwan",
            news="I matched in internal medicine at Lakeshore University Hospital.",
            files=(CV, FORM),
        ),
    )


def bare_facts() -> MessageFacts:
    """Nothing but a name on either side and the letter's day."""
    return MessageFacts(
        profile=ProfileRow(name="Priya"),
        mentor=mentor(title="", given="", family="", salutation="", name="Adeyemi"),
        today=TODAY,
        letter=letter(
            service=None,
            slot_title="Summer research program",
            waiver=Waiver.UNDECIDED,
            hard_on=None,
            soft_on=None,
            application_id=None,
        ),
        choices=MessageChoices(news="all is well", meeting=False, easy_no=False),
    )
