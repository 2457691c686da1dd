"""The interaction log, its reminders and the shared moments."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import InvalidInputError, MissingRowError
from lordesk.kinds import InteractionKind
from tests.core.opened import opened
from tests.core.test_mentors import Home, undo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = date(2026, 8, 13)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with opened(tmp_path) as (store, clock, paths):
        yield Home(store, clock, paths)


@pytest.fixture
def mentor(home: Home) -> int:
    return home.mentors.add("Dr. Elena Marchetti")


def test_the_newest_contact_stands_first(home: Home, mentor: int) -> None:
    home.interactions.log(mentor, InteractionKind.SHIFT, date(2026, 7, 1), "First night")
    home.interactions.log(mentor, InteractionKind.EMAIL, DAY, "Asked for a CV")
    assert [row.note for row in home.interactions.rows(mentor)] == ["Asked for a CV", "First night"]
    assert home.mentors.rows()[0].last_contact_on == DAY


def test_what_to_do_next_becomes_a_reminder_in_the_same_step(home: Home, mentor: int) -> None:
    on = date(2026, 8, 20)
    home.interactions.log(mentor, InteractionKind.EMAIL, DAY, "", "Send the CV", on)
    reminder = home.reminders.of_mentor(mentor)[0]
    assert (reminder.title, reminder.on) == ("Send the CV", on)
    undo(home)
    assert home.reminders.of_mentor(mentor) == []
    assert home.interactions.rows(mentor) == []


def test_a_reminder_needs_words(home: Home, mentor: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        home.interactions.log(mentor, InteractionKind.EMAIL, DAY, "Note", " ", DAY)
    assert refused.value.field_name == "next_step"
    assert home.interactions.rows(mentor) == []


def test_a_contact_with_nobody_is_refused(home: Home) -> None:
    with pytest.raises(MissingRowError):
        home.interactions.log(99, InteractionKind.EMAIL, DAY)


def test_a_contact_can_be_changed_and_removed(home: Home, mentor: int) -> None:
    logged = home.interactions.log(mentor, InteractionKind.EMAIL, DAY, "Draft", "Later")
    home.interactions.change(logged, InteractionKind.MEETING, DAY, "Talk", "Read it")
    row = home.interactions.rows(mentor)[0]
    assert (row.kind, row.note, row.next_step) == (InteractionKind.MEETING, "Talk", "Read it")
    home.interactions.remove(logged)
    assert home.interactions.rows(mentor) == []
    undo(home)
    assert [row.id for row in home.interactions.rows(mentor)] == [logged]


def test_a_moment_keeps_its_lines_and_markup_as_typed(home: Home, mentor: int) -> None:
    text = "<img src=x> & the third\nset of cultures"
    home.interactions.add_moment(mentor, text, DAY)
    assert [(m.text, m.on) for m in home.interactions.moments(mentor)] == [(text, DAY)]


def test_an_empty_moment_is_refused(home: Home, mentor: int) -> None:
    with pytest.raises(InvalidInputError):
        home.interactions.add_moment(mentor, "  \n ")
    assert home.interactions.moments(mentor) == []
