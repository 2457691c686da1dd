"""The coach over a real store: suggestions become tasks, end, and fit the mentor and the year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import MissingRowError
from lordesk.kinds import ApplicationKind, InteractionKind, MentorRole, Stage
from lordesk.rows.people import MentorLink

if TYPE_CHECKING:
    from tests.core.conftest import House

TODAY = date(2026, 8, 18)


def keys(house: House, mentor: int) -> list[str]:
    return [step.key for step in house.coach.suggestions(mentor)]


def test_a_premed_without_an_application_is_coached(house: House) -> None:
    house.profile.update(year="First year")
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.SCIENCE_PROFESSOR)
    assert len(keys(house, mentor)) == 3
    house.profile.update(year="")
    assert len(keys(house, mentor)) == 3


def test_a_suggestion_becomes_a_task_of_this_week_and_is_open_once(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.RESEARCH_PI)
    first = keys(house, mentor)[0]
    task = house.coach.make_task(mentor, first)
    assert house.coach.make_task(mentor, first) == task
    (shown,) = house.today.today().this_week
    assert shown.reminder is not None
    assert shown.reminder.mentor_id == mentor
    assert first not in keys(house, mentor)


def test_three_are_open_at_most(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.RESEARCH_PI)
    for key in keys(house, mentor):
        house.coach.make_task(mentor, key)
    assert keys(house, mentor) == []
    task = house.reminders.of_mentor(mentor)[0]
    house.reminders.done(task.id)
    assert len(keys(house, mentor)) == 1


def test_what_is_not_wanted_does_not_come_back(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.RESEARCH_PI)
    first = keys(house, mentor)[0]
    house.coach.end(mentor, first)
    assert first not in keys(house, mentor)
    assert house.reminders.of_mentor(mentor) == []
    house.undo.undo()
    assert first in keys(house, mentor)


def test_a_task_that_is_removed_ends_its_suggestion(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.RESEARCH_PI)
    first = keys(house, mentor)[0]
    house.reminders.delete(house.coach.make_task(mentor, first))
    assert first not in keys(house, mentor)


def test_an_unknown_step_is_refused(house: House) -> None:
    with pytest.raises(MissingRowError):
        house.coach.make_task(house.mentors.add("Dr. Ada Park"), "nothing")


def test_the_coach_is_silent_while_a_letter_is_under_way(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.RESEARCH_PI)
    letter = house.letters.get(house.letters.plan(mentor, soft_on=TODAY + timedelta(days=200)))
    assert keys(house, mentor)
    house.requests.move(letter.request_id, Stage.ASKED)
    assert keys(house, mentor) == []
    assert house.coach.readiness(mentor) is None


def test_the_ask_of_the_next_application_counts_where_none_is_planned(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.PROGRAM_DIRECTOR)
    house.profile.update(year="MS3")
    house.applications.add("Far", ApplicationKind.RESIDENCY, hard_on=date(2031, 9, 30))
    assert "spare-second-field" not in keys(house, mentor)
    house.applications.add("Next", ApplicationKind.RESIDENCY, hard_on=date(2027, 9, 30))
    assert keys(house, mentor)[0] == "spare-second-field"


def test_what_is_missing_before_the_ask_is_told(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.RESEARCH_PI)
    found = house.coach.readiness(mentor)
    assert found is not None
    assert found.code == "not_yet"
    house.mentors.update(mentor, known_from=date(2025, 1, 1))
    for kind in (
        InteractionKind.FEEDBACK_ASKED,
        InteractionKind.FEEDBACK_ACTED_ON,
        InteractionKind.MEETING,
        InteractionKind.MEETING,
    ):
        house.interactions.log(mentor, kind, TODAY)
    house.interactions.add_moment(mentor, "One")
    house.interactions.add_moment(mentor, "Two")
    ready = house.coach.readiness(mentor)
    assert ready is not None
    assert (ready.code, ready.missing) == ("ready", ())


def test_the_mix_counts_who_is_there_and_names_who_is_missing(house: House) -> None:
    known = house.mentors.add(
        "Dr. Ada Park", role=MentorRole.SCIENCE_PROFESSOR, known_from=date(2025, 1, 1)
    )
    house.mentors.add("Dr. Gone", role=MentorRole.SCIENCE_PROFESSOR, leaving_on=TODAY)
    house.mentors.archive([house.mentors.add("Dr. Old")])
    mix = house.coach.mix()
    assert (sum(mix.by_group.values()), mix.wanted, mix.more) == (1, 5, 4)
    assert mix.reasons[0].code == "group-missing"
    house.mentors.update(known, known_from=TODAY)
    assert house.coach.mix().reasons[-1].data["known"] == 0
    house.profile.update(year="MS4")
    assert house.coach.mix().wanted == 6


def test_goals_name_who_is_missing_among_those_who_are_there(house: House) -> None:
    goal = house.applications.add(
        "IM", ApplicationKind.RESIDENCY, goals={"emphasis": "research"}, hard_on=date(2027, 9, 30)
    )
    house.mentors.add("Dr. Moss", role=MentorRole.ATTENDING)
    house.mentors.archive([house.mentors.add("Dr. Old", role=MentorRole.RESEARCH_PI)])
    house.mentors.add("Dr. Gone", role=MentorRole.RESEARCH_PI, leaving_on=TODAY)
    (missing,) = house.coach.missing(goal)
    assert missing.data["role"] is MentorRole.RESEARCH_PI
    house.applications.update(goal, goals={})
    assert house.coach.missing(goal) == ()
    assert house.coach.missing(goal + 1) == ()


def test_goals_say_what_they_suggest_about_relevance_and_nothing_where_they_are_silent(
    house: House,
) -> None:
    mentor = house.mentors.add("Dr. Ada Park", specialty="internal medicine")
    goal = house.applications.add(
        "IM", ApplicationKind.RESIDENCY, specialty="Internal Medicine", hard_on=date(2027, 9, 30)
    )
    hint = house.coach.relevance(mentor, goal)
    assert hint is not None
    assert (hint.level, [reason.code for reason in hint.reasons]) == (2, ["same-field"])
    target = house.applications.add_target(goal, "Northfield")
    house.mentors.update(mentor, links=[MentorLink(target, "faculty")])
    linked = house.coach.relevance(mentor, goal)
    assert linked is not None
    assert linked.level == 3
    other = house.mentors.add("Dr. Ben Moss", role=MentorRole.OTHER)
    assert house.coach.relevance(other, goal) is None
    assert house.coach.relevance(mentor, None) is None


def test_who_is_archived_is_not_coached(house: House) -> None:
    mentor = house.mentors.add("Dr. Ada Park", role=MentorRole.RESEARCH_PI)
    house.mentors.archive([mentor])
    row = house.mentors.get(mentor)
    assert house.coach.advice(row, [], [], [], []) == (None, ())
