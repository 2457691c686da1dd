"""Who is proposed as one person written down twice, and who is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.duplicates import Pair, Person, folded_name, pairs

NONE: frozenset[tuple[int, int]] = frozenset()


def proposed(one: str, other: str) -> bool:
    return bool(pairs([Person(1, one), Person(2, other)], NONE))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. Elena Marchetti", "Elena Marchetti, MD"),
        ("Elena Marchetti", "elena  marchetti"),
        ("Tomás Ibarra", "Tomas Ibarra"),
        ("Dr. E. Marchetti", "Dr. Elena Marchetti"),
        ("Elena Marchetti", "Elena Marcheti"),
        ("Mary-Jane Oneil", "Maryjane Oneil"),
        ("Marchetti, Elena", "Elena Marchetti"),
        ("ליאת כהן", "ליאת  כהן"),
        ("李 明", "李明"),
    ],
)
def test_one_person_written_twice_is_proposed(one: str, other: str) -> None:
    assert proposed(one, other)
    assert proposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Bell", "Anne Bell"),
        ("Marcus Bell", "Marina Bell"),
        ("Bell", "Marcus Bell"),
        ("Joanna Feld", "Joanna Field"),
        ("Wei Li", "Wen Li"),
        ("M. Bell", "J. Bell"),
        ("!!!", "???"),
    ],
)
def test_two_people_are_not(one: str, other: str) -> None:
    assert not proposed(one, other)


def test_one_address_says_more_than_two_names() -> None:
    people = [
        Person(3, "Elena Marchetti", ("e.m@ward.example", "")),
        Person(1, "Elena Marchetti", ("other@ward.example",)),
        Person(2, "E. Rossi", ("E.M@ward.example",)),
    ]
    assert pairs(people, NONE) == (Pair(2, 3, True), Pair(1, 3, False))


def test_an_empty_address_is_nobodys() -> None:
    assert pairs([Person(1, "A One", ("",)), Person(2, "B Two", ("",))], NONE) == ()


def test_a_pair_that_was_denied_is_not_proposed_again() -> None:
    people = [Person(1, "Elena Marchetti"), Person(2, "Elena Marchetti")]
    assert pairs(people, frozenset({(1, 2)})) == ()


def test_a_very_common_name_proposes_nobody() -> None:
    people = [Person(number, "Wei Li") for number in range(100)]
    assert pairs(people, NONE) == ()


@given(st.text(max_size=40))
def test_any_text_folds_and_equals_itself(name: str) -> None:
    folded = folded_name(name)
    assert folded == folded_name(name)
    assert proposed(name, name) == bool(folded)
