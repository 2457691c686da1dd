"""What a mentor has seen comes first among the highlights, and a proposal is put together."""

from __future__ import annotations

from datetime import date

import pytest

from lordesk.domain.goals import Emphasis, Goals, highlights_for
from lordesk.domain.highlights import highlight_order
from lordesk.domain.proposals import (
    USUAL_MINIMUM,
    current_season,
    least_letters,
    letters_by,
    propose,
    seasons_of,
    usual_service,
)
from lordesk.domain.rulepacks import parse_season, parse_services, parse_specialties
from lordesk.kinds import ApplicationKind, Highlight, InteractionKind, LetterService, MentorRole
from lordesk.rows.people import InteractionRow
from tests.domain.shipped import RESOURCES, load

SERVICES = parse_services(load("rules/services.json"))
SPECIALTIES = parse_specialties(load("rules/specialties.json"))
SEASONS = [
    parse_season(load(f"seasons/{path.name}"))
    for path in sorted((RESOURCES / "seasons").glob("eras-*.json"))
]
RESIDENCY = ApplicationKind.RESIDENCY


def contact(kind: InteractionKind, note: str = "") -> InteractionRow:
    return InteractionRow(id=1, mentor_id=1, kind=kind, on=date(2026, 5, 1), note=note)


@pytest.mark.parametrize(
    ("role", "contacts", "texts", "emphasis", "first"),
    [
        (MentorRole.ATTENDING, [], [], None, Highlight.CLINICAL_REASONING),
        (MentorRole.ATTENDING, [], [], Emphasis.RESEARCH, Highlight.CLINICAL_REASONING),
        (
            MentorRole.ATTENDING,
            [],
            ["The abstract"],
            Emphasis.RESEARCH,
            Highlight.WRITING_PRESENTING,
        ),
        (MentorRole.ATTENDING, [], [], Emphasis.SERVICE, Highlight.COMPASSION),
        (MentorRole.RESEARCH_PI, [], [], None, Highlight.INDEPENDENCE_IN_RESEARCH),
        (MentorRole.RESEARCH_PI, [], [], Emphasis.CLINICAL, Highlight.INDEPENDENCE_IN_RESEARCH),
        (MentorRole.COURSE_DIRECTOR, [], [], Emphasis.EDUCATION, Highlight.WRITING_PRESENTING),
        (MentorRole.OTHER, [], [], Emphasis.LEADERSHIP, Highlight.LEADERSHIP),
        (MentorRole.OTHER, [], [], Emphasis.RESEARCH, Highlight.INDEPENDENCE_IN_RESEARCH),
        (MentorRole.OTHER, [], [], None, Highlight.CLINICAL_REASONING),
        (
            MentorRole.OTHER,
            [contact(InteractionKind.FEEDBACK_GIVEN, "Good feedback")] * 3,
            [],
            None,
            Highlight.RESPONSE_TO_FEEDBACK,
        ),
        (MentorRole.OTHER, [], ["Taught the new students"], None, Highlight.TEACHING),
        (
            MentorRole.SUPERVISOR,
            [contact(InteractionKind.MEETING, "Led the drive")],
            [],
            Emphasis.LEADERSHIP,
            Highlight.LEADERSHIP,
        ),
    ],
)
def test_what_the_mentor_saw_comes_first_and_of_that_what_the_goals_call_for(
    role: MentorRole,
    contacts: list[InteractionRow],
    texts: list[str],
    emphasis: Emphasis | None,
    first: Highlight,
) -> None:
    order = highlight_order(role, contacts, texts, Goals(emphasis=emphasis))
    assert order[0] is first
    assert sorted(order) == sorted(Highlight)


@pytest.mark.parametrize("emphasis", Emphasis)
def test_what_nobody_saw_comes_in_the_order_of_the_goals(emphasis: Emphasis) -> None:
    goals = Goals(emphasis=emphasis)
    wanted = highlights_for(goals)
    assert highlight_order(MentorRole.OTHER, [], [], goals)[: len(wanted)] == wanted


# --- proposals ------------------------------------------------------------------------------------


def test_a_specialty_knows_its_service_and_an_unknown_purpose_none() -> None:
    assert usual_service(RESIDENCY, "Ophthalmology", SPECIALTIES) is LetterService.SF_MATCH
    assert usual_service(RESIDENCY, "", {}) is None


def test_the_current_season_is_the_first_whose_letters_are_still_to_come() -> None:
    first = seasons_of(LetterService.ERAS, SEASONS)[0]
    assert first.letters_needed is not None
    assert current_season(LetterService.ERAS, SEASONS, first.letters_needed.on) is first
    assert current_season(LetterService.ERAS, SEASONS, date(2099, 1, 1)) is None
    assert seasons_of(LetterService.VSLO, SEASONS) == ()


def test_a_proposal_has_slots_cap_and_the_dates_that_are_ahead() -> None:
    found = propose(
        RESIDENCY,
        LetterService.ERAS,
        "2027",
        "Internal medicine",
        services=SERVICES,
        specialties=SPECIALTIES,
        seasons=SEASONS,
        today=date(2026, 10, 1),
    )
    assert found.hard is not None
    assert found.cap == 4
    assert found.slots
    assert all(event.on >= date(2026, 10, 1) for event in found.events)
    none = propose(
        RESIDENCY,
        None,
        "1999",
        "",
        services={},
        specialties={},
        seasons=(),
        today=date(2026, 10, 1),
    )
    assert (none.rule, none.slots, none.hard, none.events, none.cap) == (None, (), None, (), None)


def test_a_late_starter_is_told_no_day_that_has_passed() -> None:
    hard = date(2026, 9, 23)
    assert letters_by(hard, 14, date(2026, 7, 1)) == date(2026, 9, 9)
    assert letters_by(hard, 14, date(2026, 9, 20)) == date(2026, 9, 20)
    assert letters_by(hard, 14, date(2026, 12, 1)) == hard


def test_no_target_wants_more_than_it_takes() -> None:
    assert least_letters(RESIDENCY, None, "", {}, None) == USUAL_MINIMUM
    assert least_letters(RESIDENCY, None, "", {}, 2) == 2
    neurosurgery = least_letters(RESIDENCY, LetterService.ERAS, "Neurosurgery", SPECIALTIES, 4)
    assert neurosurgery == SPECIALTIES["neurosurgery"].minimum
