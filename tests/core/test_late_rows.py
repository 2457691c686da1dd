"""Rows whose class is finished by the first of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, asdict, field, replace
from functools import cached_property

import pytest

from lordesk.rows.late import dataclass


@dataclass(frozen=True, kw_only=True)
class Person:
    name: str
    year: int = 2026

    @property
    def greeting(self) -> str:
        return f"Dear {self.name}"


def test_a_late_row_is_a_frozen_dataclass() -> None:
    row = Person(name="Ada")
    assert row == Person(name="Ada", year=2026)
    assert hash(row) == hash(Person(name="Ada"))
    assert repr(row) == "Person(name='Ada', year=2026)"
    assert row.greeting == "Dear Ada"
    assert asdict(replace(row, year=2027)) == {"name": "Ada", "year": 2027}
    with pytest.raises(FrozenInstanceError):
        row.name = "Bea"  # type: ignore[misc]


def test_a_late_row_has_no_dictionary_and_keeps_its_defaults() -> None:
    @dataclass(frozen=True)
    class Kept:
        words: dict[str, str] = field(default_factory=dict)
        place: int = 3

    assert Kept() == Kept({}, 3)
    assert Kept().words is not Kept().words
    assert not hasattr(Kept(), "__dict__")


def test_a_late_row_keeps_what_it_has_worked_out() -> None:
    @dataclass(frozen=True)
    class Words:
        text: str

        @cached_property
        def parts(self) -> list[str]:
            return self.text.split()

    words = Words("one two")
    assert words.parts is words.parts
    assert words == Words("one two")


def test_a_wrong_first_row_is_refused_like_every_other() -> None:
    @dataclass(frozen=True)
    class Pair:
        left: int
        right: int

    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        Pair(1)  # type: ignore[call-arg]
    assert Pair(1, 2).right == 2


def test_threads_may_race_for_the_first_row() -> None:
    @dataclass(frozen=True)
    class Number:
        value: int

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(Number, range(200)))
    assert [row.value for row in made] == list(range(200))
