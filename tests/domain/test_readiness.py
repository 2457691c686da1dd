"""What is missing before the ask is said, with the number that would be enough."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.mentor_mix import mentor_mix
from lordesk.domain.readiness import (
    ReadinessFacts,
    first_contact,
    months_between,
    months_known,
    readiness,
)
from lordesk.kinds import ApplicationKind, InteractionKind, MentorRole
from lordesk.rows.coaching import MentorGroup, MixMentor
from lordesk.rows.people import InteractionRow

TODAY = date(2026, 8, 18)
K = InteractionKind
FULL = (K.MEETING, K.OFFICE_HOURS, K.FEEDBACK_ASKED, K.FEEDBACK_ACTED_ON)


def log(*kinds: InteractionKind) -> tuple[InteractionRow, ...]:
    return tuple(
        InteractionRow(id=n, mentor_id=1, kind=kind, on=date(2026, n, 1), note="")
        for n, kind in enumerate(kinds, 1)
    )


@pytest.mark.parametrize(
    ("role", "months", "kinds", "stories", "code", "missing"),
    [
        (MentorRole.RESEARCH_PI, 6, FULL, 2, "ready", []),
        (MentorRole.RESEARCH_PI, 5, FULL, 2, "nearly", ["months-known"]),
        (MentorRole.RESEARCH_PI, None, FULL, 2, "nearly", ["months-known"]),
        # four weeks of a rotation are all there is
        (MentorRole.SUB_I_ATTENDING, 1, FULL, 2, "ready", []),
        (MentorRole.SUB_I_ATTENDING, 0, FULL, 2, "nearly", ["months-known"]),
        (MentorRole.ADVISER, 12, FULL[:3], 2, "not_yet", ["interactions", "feedback-used"]),
        (MentorRole.ADVISER, 12, FULL, 1, "nearly", ["stories"]),
        (MentorRole.ADVISER, 12, (*FULL[:2], *FULL[:2]), 2, "not_yet", None),
        (MentorRole.ADVISER, 12, (K.THANKS,) * 9, 0, "not_yet", None),
    ],
)
def test_readiness_says_what_is_missing(
    role: MentorRole,
    months: int | None,
    kinds: tuple[InteractionKind, ...],
    stories: int,
    code: str,
    missing: list[str] | None,
) -> None:
    found = readiness(
        ReadinessFacts(role=role, months_known=months, interactions=log(*kinds), stories=stories)
    )
    assert found.code == code
    if missing is not None:
        assert [reason.code for reason in found.missing] == missing
    assert len(found.missing) + len(found.has) == 5
    assert all(reason.data["enough"] and reason.data["source"] for reason in found.missing)


@given(
    st.sampled_from(MentorRole),
    st.none() | st.integers(0, 40),
    st.lists(st.sampled_from(InteractionKind), max_size=12),
    st.integers(0, 5),
    st.sampled_from(InteractionKind),
)
def test_more_contact_never_makes_a_mentor_less_ready(
    role: MentorRole,
    months: int | None,
    kinds: list[InteractionKind],
    stories: int,
    more: InteractionKind,
) -> None:
    def missing(*here: InteractionKind) -> int:
        facts = ReadinessFacts(
            role=role, months_known=months, interactions=log(*here), stories=stories
        )
        return len(readiness(facts).missing)

    kinds = kinds[:11]
    assert missing(*kinds, more) <= missing(*kinds)


@pytest.mark.parametrize(
    ("known_from", "known_to", "first", "months"),
    [
        (date(2026, 2, 18), None, None, 6),
        (date(2026, 2, 19), None, None, 5),
        (date(2025, 8, 18), date(2025, 9, 18), None, 1),
        (None, None, date(2026, 6, 1), 2),
        (date(2026, 6, 1), None, date(2025, 6, 1), 14),
        (date(2026, 9, 1), None, None, 0),
        (date(2026, 1, 1), date(2027, 1, 1), None, 7),
        (None, None, None, None),
    ],
)
def test_months_known_run_from_the_first_day_to_the_last(
    known_from: date | None, known_to: date | None, first: date | None, months: int | None
) -> None:
    assert months_known(known_from, known_to, first, TODAY) == months


def test_the_first_contact_is_the_earliest_entry() -> None:
    assert first_contact(log(*FULL)) == date(2026, 1, 1)
    assert first_contact(()) is None
    assert months_between(TODAY, TODAY) == 0


def mentors(*roles: MentorRole, months: int | None = 8) -> list[MixMentor]:
    return [MixMentor(id=n, role=role, months_known=months) for n, role in enumerate(roles, 1)]


def test_a_first_year_premed_with_nobody_hears_who_is_missing() -> None:
    mix = mentor_mix([], ApplicationKind.MEDICAL_SCHOOL)
    assert [reason.code for reason in mix.reasons] == ["group-missing"] * 3 + ["too-few"]
    assert (mix.wanted, mix.more) == (5, 5)


def test_a_mix_that_is_right_says_so() -> None:
    roles = (MentorRole.SCIENCE_PROFESSOR,) * 3
    group = mentors(*roles, MentorRole.SHADOWED_PHYSICIAN, MentorRole.ADVISER)
    mix = mentor_mix(group, ApplicationKind.MEDICAL_SCHOOL)
    assert mix.reasons == ()
    assert mix.more == 0
    assert mix.by_group[MentorGroup.TEACHING] == 3
    more = mentor_mix([*group, *mentors(MentorRole.OTHER)], ApplicationKind.MEDICAL_SCHOOL)
    assert [reason.code for reason in more.reasons] == ["enough"]


def test_each_kind_that_is_missing_names_the_role_to_begin_with() -> None:
    (missing, *_) = mentor_mix([], ApplicationKind.RESIDENCY).reasons
    assert missing.data["role"] is MentorRole.ATTENDING


def test_mentors_known_too_briefly_are_told() -> None:
    mix = mentor_mix(
        [*mentors(*(MentorRole.ATTENDING,) * 3, months=2), MixMentor(id=9, role=MentorRole.OTHER)],
        ApplicationKind.SCHOLARSHIP,
    )
    reason = mix.reasons[-1]
    assert (reason.code, reason.data["known"], reason.data["unknown"]) == ("known-too-short", 0, 1)


@pytest.mark.parametrize("kind", ApplicationKind)
def test_more_mentors_are_wanted_than_letters_are_needed(kind: ApplicationKind) -> None:
    mix = mentor_mix([], kind)
    letters = next(r.data["letters"] for r in mix.reasons if r.code == "too-few")
    assert isinstance(letters, int)
    assert mix.wanted > letters
