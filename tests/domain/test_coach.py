"""The coach puts every line of the guide to work, three steps at a time at most."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.coach import MOST_OPEN, parse_coach, suggestions
from lordesk.domain.mentor_groups import GROUPS, group_of
from lordesk.domain.training import training_stage
from lordesk.errors import RulePackError
from lordesk.kinds import MentorRole
from lordesk.rows.coaching import CoachFacts, MentorGroup, TrainingStage
from tests.domain.shipped import load

STEPS = parse_coach(load("coach.json"))
BY_KEY = {step.key: step for step in STEPS}

# The advice of the guide on building a relationship, line by line, with what each is called in
# the data.
GUIDE = {
    "ask-questions": "Months ahead: ask questions",
    "volunteer-to-present": "Months ahead: volunteer to present",
    "ask-for-feedback": "Months ahead: ask for feedback",
    "act-on-feedback": "Months ahead: act on it",
    "share-aspirations": "Months ahead: share your aspirations",
    "be-consistent": "Months ahead: be consistent",
    "come-early": "Rotations: come early",
    "offer-help": "Rotations: offer help",
    "read-on-patients": "Rotations: read on your patients",
    "mid-rotation-feedback": "Rotations: ask for mid-rotation feedback",
    "own-a-part": "Research: own a part",
    "meet-regularly": "Research: meet regularly",
    "deliver-on-time": "Research: deliver on time",
    "office-hours": "Office hours: outside class",
    "interests-and-career": "Office hours: about interests and career",
    "now-and-then": "Office hours: now and then and not only before a deadline",
    "start-early": "Start in the first or second year",
    "known-6-to-12-months": "Several mentors who have known you 6 to 12 months or more",
    "more-than-needed": "Cultivate more mentors than the letters you need",
}


def test_every_line_of_the_guide_on_relationships_has_a_step() -> None:
    assert set(GUIDE) == {step.line for step in STEPS if step.section == "5"}


def test_there_are_about_forty_steps_with_keys_of_their_own() -> None:
    assert 38 <= len(STEPS) <= 45
    assert len(BY_KEY) == len(STEPS)
    assert all(step.text.endswith(".") and len(step.text) <= 100 for step in STEPS)


@pytest.mark.parametrize("role", MentorRole)
@pytest.mark.parametrize("stage", [None, *TrainingStage])
def test_every_mentor_has_something_to_do_without_an_application(
    role: MentorRole, stage: TrainingStage | None
) -> None:
    found = suggestions(CoachFacts(role=role, stage=stage), STEPS)
    assert len(found) == MOST_OPEN


def test_a_first_year_premed_is_told_to_start_now() -> None:
    facts = CoachFacts(role=MentorRole.PREHEALTH_ADVISER, stage=TrainingStage.EARLY_COLLEGE)
    assert "start-early" in {step.line for step in suggestions(facts, STEPS)}


def test_an_attending_of_a_rotation_gets_the_steps_of_a_rotation() -> None:
    facts = CoachFacts(role=MentorRole.ATTENDING, stage=TrainingStage.CLERKSHIPS, months_to_ask=1)
    lines = [step.line for step in suggestions(facts, STEPS)]
    assert lines == ["come-early", "offer-help", "read-on-patients"]


def test_a_pi_gets_the_steps_of_research() -> None:
    facts = CoachFacts(role=MentorRole.RESEARCH_PI, months_to_ask=12)
    found = suggestions(facts, STEPS)
    assert {MentorGroup.RESEARCH} <= {group for step in found for group in step.groups}


def test_what_is_open_takes_a_place_and_its_line() -> None:
    facts = CoachFacts(
        role=MentorRole.ATTENDING,
        stage=TrainingStage.CLERKSHIPS,
        months_to_ask=1,
        open=frozenset({"rotation-first-day", "gone-since"}),
    )
    (only,) = suggestions(facts, STEPS)
    assert only.line == "offer-help"
    full = CoachFacts(role=MentorRole.ATTENDING, open=frozenset({"a", "b", "c", "d"}))
    assert suggestions(full, STEPS) == ()


def test_what_is_done_is_not_suggested_again_unless_it_repeats() -> None:
    facts = CoachFacts(role=MentorRole.RESEARCH_PI, done=frozenset(BY_KEY))
    assert all(step.repeats for step in suggestions(facts, STEPS))
    once = CoachFacts(role=MentorRole.RESEARCH_PI, done=frozenset({"research-own-part"}))
    assert "research-own-part" not in {step.key for step in suggestions(once, STEPS)}


def test_a_month_before_the_ask_nobody_is_told_to_plan_half_a_year() -> None:
    facts = CoachFacts(role=MentorRole.ADVISER, months_to_ask=1)
    assert "grow-six-months" not in {step.key for step in suggestions(facts, STEPS)}


@given(
    st.builds(
        CoachFacts,
        role=st.sampled_from(MentorRole),
        stage=st.none() | st.sampled_from(TrainingStage),
        months_to_ask=st.none() | st.integers(0, 80),
        done=st.frozensets(st.sampled_from(sorted(BY_KEY))),
        open=st.frozensets(st.sampled_from(sorted(BY_KEY)), max_size=5),
    )
)
def test_a_mentor_never_has_more_than_three_open_and_each_says_something_else(
    facts: CoachFacts,
) -> None:
    found = suggestions(facts, STEPS)
    assert len(found) + len(facts.open) <= max(MOST_OPEN, len(facts.open))
    lines = [step.line for step in found] + [BY_KEY[key].line for key in facts.open]
    assert len({step.line for step in found}) == len(found)
    assert len(lines) - len(set(lines)) <= len(facts.open)
    assert facts.open.isdisjoint(step.key for step in found)


@pytest.mark.parametrize(
    ("change", "place", "problem"),
    [
        ({"text": " "}, "steps[0].text", "empty"),
        ({"groups": ["wizard"]}, "steps[0].groups", "not-understood"),
        ({"roles": "attending"}, "steps[0].roles", "not-list"),
        ({"stages": ["kindergarten"]}, "steps[0].stages", "not-understood"),
        ({"from_months": 70}, "steps[0].to_months", "before-from"),
        ({"from_months": -1}, "steps[0].from_months", "negative"),
        ({"txet": "x"}, "steps[0].txet", "unknown-key"),
        ({"key": "ask-how-they-chose"}, "steps[1].key", "repeated"),
    ],
)
def test_a_mistake_in_the_data_names_its_place(
    change: dict[str, Any], place: str, problem: str
) -> None:
    data = deepcopy(load("coach.json"))
    data["steps"][0].update(change)
    with pytest.raises(RulePackError) as caught:
        parse_coach(data)
    assert (caught.value.place, caught.value.problem) == (place, problem)


def test_every_role_belongs_to_a_kind_of_mentor() -> None:
    assert set(GROUPS) == set(MentorRole)
    assert group_of(MentorRole.RESEARCH_PI) is MentorGroup.RESEARCH


@pytest.mark.parametrize(
    ("year", "stage"),
    [
        ("MS4", TrainingStage.FINAL_YEAR),
        ("M3", TrainingStage.CLERKSHIPS),
        ("OMS-2", TrainingStage.PRECLINICAL),
        ("First-year medical student", TrainingStage.PRECLINICAL),
        ("4th year medical student", TrainingStage.FINAL_YEAR),
        ("Sophomore", TrainingStage.EARLY_COLLEGE),
        ("first year", TrainingStage.EARLY_COLLEGE),
        ("Junior, Biology", TrainingStage.LATE_COLLEGE),
        ("Gap year", TrainingStage.LATE_COLLEGE),
        ("postbac", TrainingStage.LATE_COLLEGE),
        ("", None),
        ("Professor", None),
        ("programs3", None),
    ],
)
def test_the_year_tells_the_stage_of_training(year: str, stage: TrainingStage | None) -> None:
    assert training_stage(year) is stage
