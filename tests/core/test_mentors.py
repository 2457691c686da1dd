"""Mentors in a real store: the list, their fit, the trash and what bad input does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.domain import fit as fit_rules
from lordesk.errors import HasSentRequestsError, InvalidInputError
from lordesk.kinds import ApplicationKind, FitQuestion, InteractionKind, MentorRole, Stage
from lordesk.rows.people import FitAnswer
from lordesk.services.applications import ApplicationService
from lordesk.services.interactions import InteractionService
from lordesk.services.letters import LetterService
from lordesk.services.mentors import MentorService
from lordesk.services.reminders import ReminderService
from lordesk.services.requests import RequestService
from lordesk.settings import SettingsFile
from tests.core.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 8, 18)


class Home:
    """The services that these tests use, over one store."""

    def __init__(self, store: object, clock: object, paths: object) -> None:
        self.store = store
        settings = SettingsFile(paths.settings)
        self.mentors = MentorService(store, clock, settings)
        self.reminders = ReminderService(store, clock)
        self.interactions = InteractionService(store, self.reminders.add)
        self.applications = ApplicationService(store, clock, settings)
        self.letters = LetterService(store, clock, settings)
        self.requests = RequestService(store, clock, _no_holidays)


def _no_holidays(year: int) -> list[date]:
    return []


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with opened(tmp_path) as (store, clock, paths):
        yield Home(store, clock, paths)


def undo(home: Home) -> None:
    home.store.replay(home.store.next_undo(), backwards=True)


def test_a_name_is_enough_and_tells_the_greeting(home: Home) -> None:
    found = home.mentors.get(home.mentors.add("Dr. Elena Marchetti"))
    assert (found.full_name, found.short_name) == ("Dr. Elena Marchetti", "Dr. Marchetti")
    assert found.initials == "EM"


def test_without_a_name_nobody_is_added(home: Home) -> None:
    with pytest.raises(InvalidInputError) as refused:
        home.mentors.add(" \t ")
    assert refused.value.problem == "name-missing"
    assert home.mentors.rows() == []


@pytest.mark.parametrize(
    "name", ["Sukarno", "د. ليلى حداد", "<img src=x>", "A & B", "Dr. Ng", "Mary-Jane O'Neil III"]
)
def test_any_name_is_kept_as_typed(home: Home, name: str) -> None:
    found = home.mentors.get(home.mentors.add(name))
    assert found.full_name == name
    assert found.short_name


def test_a_malformed_address_keeps_the_person(home: Home) -> None:
    mentor = home.mentors.add("Dr. Bell", email="not an address")
    assert home.mentors.get(mentor).email == "not an address"


def test_a_long_paste_is_kept_whole(home: Home) -> None:
    text = "word\n" * 2000
    mentor = home.mentors.add("Dr. Bell")
    home.mentors.update(mentor, notes=text)
    assert home.mentors.get(mentor).notes == text.strip()


def test_an_address_is_found_whatever_its_case(home: Home) -> None:
    mentor = home.mentors.add("Dr. Bell", email="Bell@Ward.example")
    assert home.mentors.with_address(" bell@ward.EXAMPLE ") == mentor
    assert home.mentors.with_address("") is None
    assert home.mentors.with_address("other@ward.example") is None


def test_adding_with_answers_is_one_step(home: Home) -> None:
    answers = [FitAnswer(FitQuestion.DEPTH, 4), FitAnswer(FitQuestion.RELEVANCE, 2)]
    goal = home.applications.add("Internal Medicine", ApplicationKind.RESIDENCY)
    mentor = home.mentors.add("Dr. Bell", answers=answers, application_id=goal)
    assert home.mentors.fit(mentor, goal).total == 45
    undo(home)
    assert home.mentors.rows() == []


def test_relevance_differs_by_goal_and_the_rest_does_not(home: Home) -> None:
    first = home.applications.add("Internal Medicine", ApplicationKind.RESIDENCY)
    second = home.applications.add("Psychiatry", ApplicationKind.RESIDENCY)
    answers = [FitAnswer(FitQuestion.DEPTH, 4), FitAnswer(FitQuestion.RELEVANCE, 4)]
    mentor = home.mentors.add("Dr. Bell", answers=answers, application_id=first)
    assert home.mentors.fit(mentor, first).total == 55
    assert home.mentors.fit(mentor, second).total == 35


def test_the_goals_stand_for_relevance_until_the_user_says_it(home: Home) -> None:
    goal = home.applications.add(
        "Surgery", ApplicationKind.RESIDENCY, specialty="Surgery", goals={"emphasis": "research"}
    )
    mentor = home.mentors.add(
        "Dr. Bell",
        role=MentorRole.RESEARCH_PI,
        specialty="Surgery",
        answers=[FitAnswer(FitQuestion.DEPTH, 4)],
    )

    def total() -> int:
        shown = home.mentors.fit(mentor, goal).total
        assert home.mentors.rows(goal)[0].fit == shown
        return shown

    assert total() == 35 + 15
    part = next(p for p in home.mentors.fit(mentor, goal).parts if p.reasons)
    assert [reason.code for reason in part.reasons] == ["same-field", "kind-called-for"]
    home.applications.update(goal, goals={"emphasis": "clinical"})
    assert total() == 35 + 10
    home.mentors.set_answers(mentor, [FitAnswer(FitQuestion.RELEVANCE, 0)], goal)
    assert total() == 35
    home.applications.update(goal, goals={"emphasis": "research"})
    assert total() == 35
    assert home.mentors.fit(mentor, None).total == 35


def test_what_the_goals_suggest_is_no_answer(home: Home) -> None:
    goal = home.applications.add("Surgery", ApplicationKind.RESIDENCY, specialty="Surgery")
    mentor = home.mentors.add("Dr. Bell, DO", specialty="Surgery")
    assert not home.mentors.fit(mentor, goal).answered
    assert home.mentors.rows(goal)[0].fit is None
    home.applications.update(goal, goals={"degree": "do"})
    (part,) = (p for p in home.mentors.fit(mentor, goal).parts if p.reasons)
    assert [reason.code for reason in part.reasons] == ["same-field", "do-physician"]


@pytest.mark.parametrize("level", range(5))
def test_the_list_and_the_reasons_agree_on_the_total(home: Home, level: int) -> None:
    goal = home.applications.add("Internal Medicine", ApplicationKind.RESIDENCY)
    answers = [FitAnswer(question, level) for question in FitQuestion]
    mentor = home.mentors.add("Dr. Bell", answers=answers, application_id=goal)
    home.mentors.set_fit(mentor, FitQuestion.RELEVANCE, 1)
    shown = home.mentors.rows(goal)[0].fit
    assert shown == fit_rules.fit(home.mentors.fit_answers(mentor, goal)).total
    assert home.mentors.rows(None)[0].fit == home.mentors.fit(mentor, None).total


def test_an_answer_can_be_taken_back(home: Home) -> None:
    mentor = home.mentors.add("Dr. Bell", answers=[FitAnswer(FitQuestion.DEPTH, 3)])
    home.mentors.set_answers(mentor, [], None, [FitQuestion.DEPTH])
    assert not home.mentors.fit(mentor, None).answered
    assert home.mentors.rows()[0].fit is None


def test_the_best_fit_stands_first_and_the_unanswered_last(home: Home) -> None:
    for name, level in (("Dr. Low", 0), ("Dr. High", 4), ("Dr. Unknown", None)):
        answers = [] if level is None else [FitAnswer(FitQuestion.DEPTH, level)]
        home.mentors.add(name, answers=answers)
    shown = [row.full_name for row in home.mentors.rows()]
    assert shown == ["Dr. High", "Dr. Low", "Dr. Unknown"]


def test_a_long_silence_is_quiet_unless_a_letter_is_under_way(home: Home) -> None:
    quiet = home.mentors.add("Dr. Feld")
    writing = home.mentors.add("Dr. Bell")
    for mentor in (quiet, writing):
        home.interactions.log(mentor, InteractionKind.EMAIL, TODAY - timedelta(days=61))
    home.letters.plan(writing, soft_on=TODAY + timedelta(days=60))
    found = {row.id: row.quiet for row in home.mentors.rows()}
    assert found == {quiet: True, writing: False}


def test_a_mentor_of_their_own_interval_is_quiet_later(home: Home) -> None:
    mentor = home.mentors.add("Dr. Feld", stay_in_touch_days=90)
    home.interactions.log(mentor, InteractionKind.EMAIL, TODAY - timedelta(days=61))
    assert not home.mentors.rows()[0].quiet
    home.mentors.update(mentor, stay_in_touch_days=None)
    assert home.mentors.rows()[0].quiet


def test_an_unread_reply_shows_whichever_letter_presses_more(home: Home) -> None:
    mentor = home.mentors.add("Dr. Ibarra")
    late = home.letters.plan(mentor, soft_on=TODAY + timedelta(days=60))
    home.letters.update(late, planned_ask_on=TODAY - timedelta(days=3))
    asked = home.letters.get(home.letters.plan(mentor, soft_on=TODAY + timedelta(days=60)))
    home.requests.move(asked.request_id, Stage.ASKED)
    home.requests.record_reply(asked.request_id, "Happy to help")
    row = home.mentors.rows()[0]
    assert row.unread_reply
    assert row.stage is Stage.PLANNED


def test_the_archive_is_listed_only_on_request(home: Home) -> None:
    mentor = home.mentors.add("Dr. Old")
    home.mentors.archive([mentor])
    assert home.mentors.rows() == []
    assert [row.archived for row in home.mentors.rows(archived=True)] == [True]


def test_who_was_asked_is_not_deleted(home: Home) -> None:
    mentor = home.mentors.add("Dr. Osei")
    letter = home.letters.get(home.letters.plan(mentor))
    home.requests.move(letter.request_id, Stage.ASKED)
    with pytest.raises(HasSentRequestsError):
        home.mentors.delete(mentor)
    assert len(home.mentors.rows()) == 1


def test_a_deleted_mentor_comes_back_with_undo(home: Home) -> None:
    mentor = home.mentors.add("Dr. Feld", role=MentorRole.RESIDENT)
    home.mentors.delete(mentor)
    assert home.mentors.rows(archived=True) == []
    undo(home)
    assert home.mentors.get(mentor).role is MentorRole.RESIDENT


def test_several_are_removed_in_one_step_and_who_was_asked_is_archived(home: Home) -> None:
    asked, free, other = (home.mentors.add(f"Dr. {name} Bell") for name in "ABC")
    letter = home.letters.get(home.letters.plan(asked))
    home.requests.move(letter.request_id, Stage.ASKED)
    done = home.mentors.remove([asked, free, other])
    assert (done.deleted, done.archived, done.asked) == (2, 1, ("Dr. Bell",))
    assert [row.id for row in home.mentors.rows(archived=True)] == [asked]
    undo(home)
    assert {row.id for row in home.mentors.rows()} == {asked, free, other}
    assert home.mentors.remove([]).deleted == 0


def test_a_tag_is_given_to_several_and_taken_off(home: Home) -> None:
    one, two = home.mentors.add("Dr. A", tags=["ward"]), home.mentors.add("Dr. B")
    home.mentors.tag([one, two], " ward ")
    assert [home.mentors.get(m).tags for m in (one, two)] == [("ward",), ("ward",)]
    home.mentors.tag([one, two], "ward", on=False)
    assert [home.mentors.get(m).tags for m in (one, two)] == [(), ()]
    with pytest.raises(InvalidInputError):
        home.mentors.tag([one], "  ")
