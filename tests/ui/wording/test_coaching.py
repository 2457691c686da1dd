"""What the coach says: every code has its sentence, and counts read as people say them."""

from __future__ import annotations

import pytest

from lordesk.domain.duplicates import FIELDS
from lordesk.domain.goals import Competitiveness, Emphasis, Goals, Setting, missing_mentors
from lordesk.domain.mentor_mix import mentor_mix
from lordesk.kinds import ApplicationKind, MentorRole
from lordesk.rows.coaching import MentorGroup, Readiness
from lordesk.rows.reason import Reason
from ui.wording import coaching
from ui.wording.mentors import LINKS, field_name, link_word


@pytest.mark.parametrize(
    ("code", "have", "enough", "words"),
    [
        ("months-known", None, 6, "Not written down since when you know them."),
        ("months-known", 1, 6, "Known for 1 month of 6 months."),
        ("interactions", 0, 4, "No contact logged yet."),
        ("interactions", 1, 4, "1 contact logged. 4 say more."),
        ("feedback", 0, 1, "No feedback asked for yet."),
        ("feedback-used", 0, 1, "No feedback acted on yet."),
        ("stories", 0, 2, "No shared moment kept yet. Two stories make a letter."),
        ("stories", 1, 2, "One shared moment kept. A second story helps."),
    ],
)
def test_what_is_missing_is_a_sentence(
    qapp: object, code: str, have: int | None, enough: int, words: str
) -> None:
    assert coaching.lacking(Reason(code, {"have": have, "enough": enough})) == words


@pytest.mark.parametrize("code", ["ready", "nearly", "not_yet"])
def test_each_state_before_the_ask_has_its_words(qapp: object, code: str) -> None:
    assert "ask" in coaching.ready(Readiness(code, (), ()))


@pytest.mark.parametrize("group", MentorGroup)
def test_each_kind_that_is_missing_is_named(qapp: object, group: MentorGroup) -> None:
    reason = Reason("group-missing", {"group": group, "have": 0, "least": 1})
    assert coaching.mix_reason(reason).startswith("1 ")
    assert coaching.group(group, 2).endswith(" 2")


def test_a_mix_says_how_many_more_or_that_they_are_enough(qapp: object) -> None:
    nobody = mentor_mix((), ApplicationKind.AWAY_ROTATION)
    assert coaching.mix_title(nobody) == "3 more mentors would be good: 0 of 3."
    assert [coaching.mix_reason(reason) for reason in nobody.reasons][-1] == ""


@pytest.mark.parametrize("kind", ApplicationKind)
@pytest.mark.parametrize("emphasis", [None, *Emphasis])
def test_whoever_the_goals_miss_is_named_with_a_way_to_add_one(
    qapp: object, kind: ApplicationKind, emphasis: Emphasis | None
) -> None:
    goals = Goals(
        emphasis=emphasis, setting=Setting.ACADEMIC, competitiveness=Competitiveness.VERY_HIGH
    )
    for roles in ([], [MentorRole.RESEARCH_MENTOR]):
        for reason in missing_mentors(kind, goals, roles):
            said = coaching.missing(reason)
            assert said.endswith("yet.") or "nobody yet" in said
            assert "{" not in said
            assert coaching.who_helps(reason).endswith(".")
            role = reason.data["role"]
            assert isinstance(role, MentorRole)
            assert coaching.add(role).startswith("Add ")


def test_the_words_of_the_goals(qapp: object) -> None:
    goals = Goals(emphasis=Emphasis.RESEARCH)
    nobody, unled = (
        missing_mentors(ApplicationKind.SCHOLARSHIP, goals, roles)
        for roles in ([], [MentorRole.RESEARCH_MENTOR])
    )
    assert [coaching.missing(r) for r in (*nobody, *unled)] == ["Research-heavy, no PI yet."] * 2


def test_every_field_of_a_merge_and_every_link_has_a_name(qapp: object) -> None:
    assert all(field_name(field) for field in FIELDS)
    assert all(link_word(link) != link for link in LINKS)
    assert link_word("of another version") == "of another version"
