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
    Observed,
    RelevanceFacts,
    relevance_hint,
    why_you,
    why_you_text,
)
from lordesk.kinds import ApplicationKind, FitQuestion, InteractionKind, MentorRole
from lordesk.rows.coaching import MentorGroup
from lordesk.rows.people import FitAnswer
from lordesk.rows.reason import Reason

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
    (missing,) = missing_mentors(RESIDENCY, goals, [MentorRole.ATTENDING])
    assert missing.code == "no-mentor-of-kind"
    assert missing.data == {
        "group": MentorGroup.RESEARCH,
        "emphasis": Emphasis.RESEARCH,
        "role": MentorRole.RESEARCH_PI,
    }
    both = [MentorRole.ATTENDING, MentorRole.RESEARCH_MENTOR]
    (no_pi,) = missing_mentors(RESIDENCY, goals, both)
    assert (no_pi.code, no_pi.data["role"]) == ("no-pi", MentorRole.RESEARCH_PI)
    assert missing_mentors(RESIDENCY, goals, [*both, MentorRole.RESEARCH_PI]) == ()
    assert missing_mentors(RESIDENCY, Goals(emphasis=Emphasis.CLINICAL), both) == ()


@pytest.mark.parametrize(
    ("kind", "role"), [(RESIDENCY, MentorRole.ATTENDING), (SCHOOL, MentorRole.SCIENCE_PROFESSOR)]
)
def test_the_usual_kind_is_missing_without_any_goal(
    kind: ApplicationKind, role: MentorRole
) -> None:
    (missing,) = missing_mentors(kind, Goals(), [])
    assert (missing.data["emphasis"], missing.data["role"]) == (None, role)


def test_who_applies_to_medical_school_begins_with_a_physician_who_was_shadowed() -> None:
    goals = Goals(emphasis=Emphasis.SERVICE)
    roles = [reason.data["role"] for reason in missing_mentors(SCHOOL, goals, [])]
    assert roles == [
        MentorRole.SCIENCE_PROFESSOR,
        MentorRole.SHADOWED_PHYSICIAN,
        MentorRole.LONGITUDINAL,
    ]


@given(st.sampled_from(ApplicationKind), GOALS)
def test_whoever_is_added_as_told_is_missing_no_more(kind: ApplicationKind, goals: Goals) -> None:
    roles: list[MentorRole] = []
    while missing := missing_mentors(kind, goals, roles):
        role = missing[0].data["role"]
        assert isinstance(role, MentorRole)
        assert role not in roles
        roles.append(role)


def test_a_very_competitive_academic_field_wants_somebody_who_leads_it() -> None:
    goals = Goals(setting=Setting.ACADEMIC, competitiveness=Competitiveness.VERY_HIGH)
    here = [MentorRole.ATTENDING]
    assert [r.code for r in missing_mentors(RESIDENCY, goals, here)] == ["no-leader-of-field"]
    assert missing_mentors(RESIDENCY, goals, [MentorRole.DEPARTMENT_CHAIR]) == ()
    assert missing_mentors(SCHOOL, goals, [MentorRole.SCIENCE_PROFESSOR]) == ()


@given(GOALS)
def test_what_shows_the_aim_is_named_once_and_nothing_is_without_an_aim(goals: Goals) -> None:
    shown = highlights_for(goals)
    assert len(set(shown)) == len(shown)
    assert bool(shown) is (goals.emphasis is not None)


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


FACTS = st.builds(
    RelevanceFacts,
    role=st.sampled_from(MentorRole),
    specialty=st.sampled_from(["", "Surgery"]),
    wanted_specialty=st.sampled_from(["", "surgery", "Urology"]),
    linked=st.booleans(),
    do_physician=st.booleans(),
)
OBSERVED = st.builds(
    Observed,
    contacts=st.frozensets(st.sampled_from(InteractionKind)),
    level=st.none() | st.integers(0, 4),
    months_known=st.none() | st.integers(0, 200),
)


@given(st.sampled_from(ApplicationKind), GOALS, FACTS, OBSERVED)
def test_why_you_is_only_what_is_written_down_each_once(
    kind: ApplicationKind, goals: Goals, facts: RelevanceFacts, observed: Observed
) -> None:
    codes = why_you(kind, goals, facts, observed)
    assert len(set(codes)) == len(codes)
    assert ("saw-feedback" in codes) is (InteractionKind.FEEDBACK_ACTED_ON in observed.contacts)
    assert ("known-long" in codes) is ((observed.months_known or 0) >= 12)
    saw = {"saw-patients", "saw-research", "saw-learning"} & set(codes)
    if observed.level is not None and observed.level < 2:
        assert not saw
    if observed.level is None and not observed.contacts:
        assert not saw
    text = why_you_text(codes, observed)
    assert bool(text) is bool(codes)
    assert "{" not in text
    assert text.count("you ") <= 4
    assert 0 <= relevance_hint(kind, goals, facts).level <= 4


@pytest.mark.parametrize(
    ("role", "contacts", "level", "code"),
    [
        (MentorRole.ATTENDING, [InteractionKind.ROTATION], None, "saw-patients"),
        (MentorRole.ATTENDING, [InteractionKind.ROTATION], 1, ""),
        (MentorRole.ATTENDING, [InteractionKind.EMAIL], None, ""),
        (MentorRole.ATTENDING, [], 2, "saw-patients"),
        (MentorRole.DEPARTMENT_CHAIR, [InteractionKind.MEETING], 3, ""),
        (MentorRole.DEPARTMENT_CHAIR, [InteractionKind.SHIFT], None, "saw-patients"),
        (MentorRole.SHADOWED_PHYSICIAN, [InteractionKind.SHIFT], 4, ""),
        (MentorRole.RESEARCH_PI, [InteractionKind.MEETING], None, "saw-research"),
        (MentorRole.RESEARCH_PI, [], None, ""),
        (MentorRole.SCIENCE_PROFESSOR, [InteractionKind.OFFICE_HOURS], None, "saw-learning"),
        (MentorRole.ADVISER, [InteractionKind.MEETING], 4, ""),
    ],
)
def test_a_mentor_saw_what_the_log_or_the_answers_say_and_no_more(
    role: MentorRole, contacts: list[InteractionKind], level: int | None, code: str
) -> None:
    observed = Observed(contacts=contacts, level=level)
    codes = why_you(ApplicationKind.OTHER, Goals(), RelevanceFacts(role=role), observed)
    assert [found for found in codes if found.startswith("saw-")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("emphasis", "first"),
    [
        (None, "saw-research"),
        (Emphasis.RESEARCH, "saw-research"),
        (Emphasis.LEADERSHIP, "saw-feedback"),
        (Emphasis.SERVICE, "known-long"),
    ],
)
def test_what_serves_the_goals_is_told_first(emphasis: Emphasis | None, first: str) -> None:
    observed = Observed(contacts=[InteractionKind.FEEDBACK_ACTED_ON], months_known=30)
    facts = RelevanceFacts(role=MentorRole.RESEARCH_PI)
    codes = why_you(RESIDENCY, Goals(emphasis=emphasis), facts, observed)
    assert codes[0] == first
    assert set(codes) == {"saw-research", "saw-feedback", "known-long"} <= set(WHY_YOU)


def test_reasons_are_two_at_most_and_read_as_one_sentence() -> None:
    text = why_you_text(("known-long", "saw-research", "saw-feedback"), Observed(months_known=26))
    assert text == "you have known me for two years, and you have seen my research up close"
    assert why_you_text(("known-long",), Observed(months_known=12)) == (
        "you have known me for a year"
    )
    assert why_you_text(("known-long",), Observed(months_known=170)) == (
        "you have known me for 14 years"
    )
    assert why_you_text((), Observed()) == ""


# --- the reason for a fit -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("levels", "code", "other"),
    [
        ((None, None, None, None, None), "unanswered", None),
        ((1, 1, 2, 2, 4), "big-name-brief-contact", None),
        ((None, None, 4, 4, 2), "core-open", None),
        ((4, 3, 3, 4, 3), "core", None),
        ((4, 3, 3, 4, 0), "core", None),
        ((4, 3, 1, 4, 1), "strong-but", FitQuestion.RELEVANCE),
        ((4, 3, 1, 0, 1), "strong-but", FitQuestion.COMMUNICATION),
        ((4, 3, 1, 1, 1), "strong-but", FitQuestion.RELEVANCE),
        ((1, 0, 4, 2, 1), "weak-but", FitQuestion.RELEVANCE),
        ((None, 0, 2, 3, 1), "weak-but", FitQuestion.COMMUNICATION),
        ((1, 0, 1, 1, 1), "core", None),
        ((2, 2, 2, 2, 2), "core", None),
        ((4, None, None, None, 1), "core", None),
    ],
)
def test_one_reason_stands_for_the_whole_fit(
    levels: tuple[int | None, ...], code: str, other: FitQuestion | None
) -> None:
    answers = [FitAnswer(q, n) for q, n in zip(WEIGHTS, levels, strict=True) if n is not None]
    reason = fit_reason(fit(answers))
    assert reason.code == code
    assert (reason.other.question if reason.other else None) is other


@pytest.mark.parametrize(
    ("depth", "observed", "agree"), [(4, 3, True), (1, 0, True), (1, 2, False), (3, None, True)]
)
def test_what_counts_most_agrees_or_not(depth: int, observed: int | None, agree: bool) -> None:
    answers = [FitAnswer(FitQuestion.DEPTH, depth)]
    if observed is not None:
        answers.append(FitAnswer(FitQuestion.OBSERVED, observed))
    assert fit_reason(fit(answers)).agree is agree


def test_what_only_the_goals_suggest_gives_points_and_is_no_answer() -> None:
    hint = FitAnswer(FitQuestion.RELEVANCE, 2, reasons=(Reason("same-field"),))
    row = fit([hint])
    assert (row.total, row.answered, fit_reason(row).code) == (10, False, "unanswered")
    part = next(part for part in row.parts if part.question is FitQuestion.RELEVANCE)
    assert part.reasons == hint.reasons
    assert fit([hint, FitAnswer(FitQuestion.DEPTH, 4)]).answered


@pytest.mark.parametrize(("depth", "level"), [(4, 1), (0, 4)])
def test_what_the_goals_suggest_speaks_neither_for_nor_against_anybody(
    depth: int, level: int
) -> None:
    hint = FitAnswer(FitQuestion.RELEVANCE, level, reasons=(Reason("knows-the-level"),))
    assert fit_reason(fit([hint, FitAnswer(FitQuestion.DEPTH, depth)])).code == "core"
