"""Names as people have them: given and family may be empty, and input may be odd."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.names import (
    NameGuess,
    clean_text,
    guess_name,
    has_degree,
    initials,
    salutation,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "Dr. Elena Marchetti",
            NameGuess("Dr.", "Elena Marchetti", "Elena", "Marchetti", "Dr. Marchetti", "EM"),
        ),
        (
            "prof Marcus Bell",
            NameGuess("Prof.", "Marcus Bell", "Marcus", "Bell", "Prof. Bell", "MB"),
        ),
        (
            "Prof. Dr. Anna Weiß",
            NameGuess("Prof. Dr.", "Anna Weiß", "Anna", "Weiß", "Prof. Dr. Weiß", "AW"),
        ),
        (
            "Elena Marchetti",
            NameGuess("", "Elena Marchetti", "Elena", "Marchetti", "Elena Marchetti", "EM"),
        ),
        (
            "Dr. Ruth A. Halvorsen",
            NameGuess("Dr.", "Ruth A. Halvorsen", "Ruth", "Halvorsen", "Dr. Halvorsen", "RH"),
        ),
        (
            "Dr. Marcus Bell, MD, PhD",
            NameGuess("Dr.", "Marcus Bell, MD, PhD", "Marcus", "Bell", "Dr. Bell", "MB"),
        ),
        (
            "Dr. Halvorsen, Ruth",
            NameGuess("Dr.", "Halvorsen, Ruth", "Ruth", "Halvorsen", "Dr. Halvorsen", "RH"),
        ),
        ("Madonna", NameGuess("", "Madonna", "", "", "Madonna", "M")),
        ("Dr. Sukarno", NameGuess("Dr.", "Sukarno", "", "", "Dr. Sukarno", "S")),
        (
            "Dr. Ludwig van der Berg",
            NameGuess("Dr.", "Ludwig van der Berg", "", "", "Dr. Ludwig van der Berg", "LB"),
        ),
        (
            "Dr. María García López",
            NameGuess("Dr.", "María García López", "", "", "Dr. María García López", "ML"),
        ),
        ("Dr. محمد علي", NameGuess("Dr.", "محمد علي", "", "", "Dr. محمد علي", "مع")),
        ("דוד לוי", NameGuess("", "דוד לוי", "", "", "דוד לוי", "דל")),
        ("王小明", NameGuess("", "王小明", "", "", "王小明", "王")),
        ("Dr. 王 小明", NameGuess("Dr.", "王 小明", "", "", "Dr. 王 小明", "王小")),
        (
            "Ольга Иванова",
            NameGuess("", "Ольга Иванова", "Ольга", "Иванова", "Ольга Иванова", "ОИ"),
        ),
        ("नेहा शर्मा", NameGuess("", "नेहा शर्मा", "", "", "नेहा शर्मा", "नेश")),
        ("Dr.", NameGuess("", "Dr.", "", "", "Dr.", "D")),
        ("", NameGuess("", "", "", "", "", "")),
        ("  \n ", NameGuess("", "", "", "", "", "")),
        ("<img src=x>", NameGuess("", "<img src=x>", "<img", "src=x>", "<img src=x>", "IS")),
        ("A & B", NameGuess("", "A & B", "", "", "A & B", "AB")),
        (
            "Jean-Luc O’Neill",
            NameGuess("", "Jean-Luc O’Neill", "Jean-Luc", "O’Neill", "Jean-Luc O’Neill", "JO"),
        ),
    ],
)
def test_a_name_is_guessed_and_kept_as_typed(typed: str, expected: NameGuess) -> None:
    assert guess_name(typed) == expected


@given(st.text(max_size=60))
def test_no_name_is_mangled(typed: str) -> None:
    guess = guess_name(typed)
    assert clean_text(typed).endswith(guess.name)
    assert bool(guess.name) == bool(clean_text(typed))
    assert guess.salutation or not guess.name


@given(st.text(max_size=60))
def test_clean_text_is_stable_and_storable(typed: str) -> None:
    text = clean_text(typed)
    text.encode()
    assert clean_text(text) == text
    assert "\x00" not in text
    assert len(text.splitlines()) <= 1
    assert unicodedata.is_normalized("NFC", text)


def test_lines_stay_where_a_field_has_several() -> None:
    assert clean_text("one\r\ntwo\rthree\x00", one_line=False) == "one\ntwo\nthree"
    assert clean_text("Dr. Bell\r\nBcc: x@example.org") == "Dr. Bell Bcc: x@example.org"


def test_a_lone_surrogate_is_dropped() -> None:
    assert clean_text("A\ud800B") == "AB"


def test_an_accent_typed_apart_is_joined() -> None:
    assert clean_text("Toma\u0301s") == "Tomás"


def test_the_salutation_leaves_degrees_out() -> None:
    assert salutation("Dr.", "Sukarno, MD", "") == "Dr. Sukarno"


def test_initials_of_no_letters_are_empty() -> None:
    assert initials("--- …") == ""


def test_degrees_without_a_comma_are_no_family_name() -> None:
    found = guess_name("Dr. Ann Bell MD PhD")
    assert (found.given, found.family, found.initials) == ("Ann", "Bell", "AB")


@pytest.mark.parametrize(
    ("name", "is_do"),
    [
        ("Jane Bell, DO", True),
        ("Jane Bell, D.O., MPH", True),
        ("Jane A. Bell DO", True),
        ("Jane Bell, MD", False),
        ("Anh Do", False),
        ("Do, Anh", False),
        ("Anh Thi Do", False),
        ("", False),
    ],
)
def test_a_degree_is_read_and_a_family_name_is_none(name: str, is_do: bool) -> None:
    assert has_degree(name, "do") is is_do
