"""Goals are read with care, name who is missing, and suggest what is relevant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.fit import WEIGHTS, fit
from lordesk.domain.fit_reasons import fit_reason
from lordesk.domain.goals import (
    Competitiveness,
    Degree,
    Emphasis,
    Goals,
    Setting,
    groups_called_for,
    highlights_for,
    missing_mentors,
    read_goals,
    stored_goals,
)
from lordesk.domain.relevance import (
    WHY_YOU,
    RelevanceFacts,
    relevance_hint,
    why_you,
    why_you_text,
)
from lordesk.kinds import ApplicationKind, FitQuestion, Highlight, InteractionKind, MentorRole
from lordesk.rows.coaching import MentorGroup
from lordesk.rows.people import FitAnswer

RESIDENCY, SCHOOL = ApplicationKind.RESIDENCY, ApplicationKind.MEDICAL_SCHOOL
GOALS = st.builds(
    Goals,
    degree=st.none() | st.sampled_from(Degree),
    emphasis=st.none() | st.sampled_from(Emphasis),
    setting=st.none() | st.sampled_from(Setting),
    competitiveness=st.none() | st.sampled_from(Competitiveness),
    values=st.sampled_from(["", "Primary care in rural towns"]),
)


@given(GOALS)
def test_goals_are_read_as_they_were_stored(goals: Goals) -> None:
    assert read_goals(stored_goals(goals)) == goals


def test_a_value_that_is_not_known_counts_as_not_decided() -> None:
    found = read_goals({"degree": "dds", "emphasis": "research", "values": " Care ", "x": "y"})
    assert found == Goals(emphasis=Emphasis.RESEARCH, values="Care")


@pytest.mark.parametrize(
    ("kind", "goals", "groups"),
    [
        (RESIDENCY, Goals(), [MentorGroup.CLINICAL]),
        (SCHOOL, Goals(), [MentorGroup.TEACHING]),
        (
            SCHOOL,
            Goals(emphasis=Emphasis.RESEARCH),
            [MentorGroup.TEACHING, MentorGroup.RESEARCH],
        ),
        (
            SCHOOL,
            Goals(emphasis=Emphasis.SERVICE),
            [MentorGroup.TEACHING, MentorGroup.CLINICAL, MentorGroup.LONGITUDINAL],
        ),
        (RESIDENCY, Goals(emphasis=Emphasis.CLINICAL), [MentorGroup.CLINICAL]),
        (ApplicationKind.SCHOLARSHIP, Goals(), []),
    ],
)
def test_goals_call_for_kinds_of_mentor(
    kind: ApplicationKind, goals: Goals, groups: list[MentorGroup]
) -> None:
    assert list(groups_called_for(kind, goals)) == groups


def test_a_research_heavy_applicant_without_pi_hears_so() -> None:
    goals = Goals(emphasis=Emphasis.RESEARCH)
    (missing,) = missing_mentors(RESIDENCY, goals, [MentorGroup.CLINICAL])
    assert missing.code == "no-mentor-of-kind"
    assert missing.data == {"group": MentorGroup.RESEARCH, "emphasis": Emphasis.RESEARCH}
    both = [MentorGroup.CLINICAL, MentorGroup.RESEARCH]
    (no_pi,) = missing_mentors(RESIDENCY, goals, both, [MentorRole.RESEARCH_MENTOR])
    assert no_pi.code == "no-pi"
    assert missing_mentors(RESIDENCY, goals, both, [MentorRole.RESEARCH_PI]) == ()


def test_the_usual_kind_is_missing_without_any_goal() -> None:
    (missing,) = missing_mentors(RESIDENCY, Goals(), [])
    assert missing.data["emphasis"] is None


def test_a_very_competitive_academic_field_wants_somebody_who_leads_it() -> None:
    goals = Goals(setting=Setting.ACADEMIC, competitiveness=Competitiveness.VERY_HIGH)
    here = [MentorGroup.CLINICAL]
    assert [r.code for r in missing_mentors(RESIDENCY, goals, here)] == ["no-leader-of-field"]
    assert missing_mentors(RESIDENCY, goals, here, [MentorRole.DEPARTMENT_CHAIR]) == ()
    assert missing_mentors(SCHOOL, goals, [MentorGroup.TEACHING]) == ()


@given(GOALS)
def test_highlights_are_ordered_and_none_is_lost(goals: Goals) -> None:
    order = highlights_for(goals)
    assert sorted(order) == sorted(Highlight)
    if goals.emphasis is Emphasis.LEADERSHIP:
        assert order[0] is Highlight.LEADERSHIP


@pytest.mark.parametrize(
    ("goals", "facts", "level", "codes"),
    [
        (Goals(), RelevanceFacts(role=MentorRole.OTHER), 0, []),
        (
            Goals(),
            RelevanceFacts(
                role=MentorRole.SUB_I_ATTENDING,
                specialty="Internal Medicine",
                wanted_specialty="internal medicine",
            ),
            4,
            ["same-field", "kind-called-for", "knows-the-level"],
        ),
        (
            Goals(emphasis=Emphasis.RESEARCH),
            RelevanceFacts(role=MentorRole.RESEARCH_PI, linked=True),
            2,
            ["kind-called-for", "linked-to-targets"],
        ),
        (
            Goals(degree=Degree.BOTH),
            RelevanceFacts(role=MentorRole.SHADOWED_PHYSICIAN, do_physician=True),
            2,
            ["kind-called-for", "do-physician"],
        ),
        (
            Goals(degree=Degree.MD),
            RelevanceFacts(role=MentorRole.OTHER, do_physician=True),
            0,
            [],
        ),
        (
            Goals(degree=Degree.DO),
            RelevanceFacts(
                role=MentorRole.PROGRAM_DIRECTOR,
                specialty="Surgery",
                wanted_specialty="surgery",
                linked=True,
                do_physician=True,
            ),
            4,
            [
                "same-field",
                "kind-called-for",
                "knows-the-level",
                "linked-to-targets",
                "do-physician",
            ],
        ),
    ],
)
def test_the_goals_suggest_a_level_of_relevance_and_say_why(
    goals: Goals, facts: RelevanceFacts, level: int, codes: list[str]
) -> None:
    hint = relevance_hint(RESIDENCY, goals, facts)
    assert (hint.level, [reason.code for reason in hint.reasons]) == (level, codes)


@given(
    st.sampled_from(ApplicationKind),
    GOALS,
    st.builds(
        RelevanceFacts,
        role=st.sampled_from(MentorRole),
        specialty=st.sampled_from(["", "Surgery"]),
        wanted_specialty=st.sampled_from(["", "surgery", "Urology"]),
        linked=st.booleans(),
        do_physician=st.booleans(),
        contacts=st.frozensets(st.sampled_from(InteractionKind)),
    ),
)
def test_why_you_is_only_what_is_true_each_once(
    kind: ApplicationKind, goals: Goals, facts: RelevanceFacts
) -> None:
    codes = why_you(kind, goals, facts)
    assert len(set(codes)) == len(codes)
    assert ("saw-feedback" in codes) is (InteractionKind.FEEDBACK_ACTED_ON in facts.contacts)
    assert all("{" not in why_you_text(code, facts) for code in codes)
    assert 0 <= relevance_hint(kind, goals, facts).level <= 4


def test_what_serves_the_goals_is_told_first() -> None:
    facts = RelevanceFacts(
        role=MentorRole.RESEARCH_PI, contacts=(InteractionKind.FEEDBACK_ACTED_ON,)
    )
    codes = why_you(RESIDENCY, Goals(emphasis=Emphasis.RESEARCH), facts)
    assert codes == ("saw-research", "saw-feedback")
    assert why_you_text("same-field", RelevanceFacts(role=MentorRole.OTHER, specialty=" Urology"))
    assert set(codes) <= set(WHY_YOU)


# --- the reason for a fit -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        ((None, None, None, None, None), "unanswered"),
        ((1, 1, 2, 2, 4), "big-name-brief-contact"),
        ((None, None, 4, 4, 2), "core-open"),
        ((4, 3, 3, 4, 3), "strong-throughout"),
        ((4, 3, 3, 4, 1), "strong-but"),
        ((1, 0, 4, 2, 1), "weak-but"),
        ((1, 0, 1, 1, 1), "weak-throughout"),
        ((2, 2, 2, 2, 2), "middling"),
        ((4, None, 2, 2, 1), "middling"),
    ],
)
def test_one_reason_stands_for_the_whole_fit(levels: tuple[int | None, ...], code: str) -> None:
    answers = [FitAnswer(q, n) for q, n in zip(WEIGHTS, levels, strict=True) if n is not None]
    reason = fit_reason(fit(answers))
    assert reason.code == code
    assert (reason.strongest is None) is (code == "unanswered")


def test_among_equals_the_question_that_weighs_more_is_named() -> None:
    reason = fit_reason(fit([FitAnswer(question, 3) for question in WEIGHTS]))
    assert reason.strongest is not None
    assert reason.weakest is not None
    assert reason.strongest.question is reason.weakest.question is FitQuestion.DEPTH
