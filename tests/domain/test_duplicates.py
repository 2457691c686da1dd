"""Two entries of one person are found by address, then by name, and made into one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.duplicates import FIELDS, MOST_IN_BLOCK, differing, duplicates, folded, merged
from lordesk.kinds import MentorRole
from lordesk.rows.people import MentorRow
from tests.domain import people


def mentor(number: int, name: str, **changes: object) -> MentorRow:
    base: dict[str, object] = {"id": number, "name": name, "given": "", "family": "", "email": ""}
    return people.mentor(**(base | changes))


def found(*rows: MentorRow) -> list[tuple[int, int, str]]:
    return [(pair.keep_id, pair.other_id, pair.code) for pair in duplicates(rows)]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Elena Marchetti", "Elena Marchetti", True),
        ("Elena Marchetti", "elena marchetti, MD", True),
        ("Elena Marchetti", "E. Marchetti", True),
        ("Elena Marchetti", "Elena M. Marchetti", True),
        ("José Núñez", "Jose Nunez", True),
        ("Anne-Marie Roy", "Anne Marie Roy", True),
        ("Elena Marchetti", "Helena Marchetti", True),
        ("Elena Marchetti", "Paolo Marchetti", False),
        ("Elena Marchetti", "P. Marchetti", False),
        ("Ann Bell", "Ann Kwan", False),
        ("王小明", "王小明", True),
        ("Madonna", "Madonna", True),
        ("Li", "Wei Li", False),
    ],
)
def test_names_are_alike_where_people_would_say_so(one: str, other: str, alike: bool) -> None:
    assert bool(found(mentor(1, one), mentor(2, other))) is alike


def test_an_address_says_more_than_a_name() -> None:
    one = mentor(1, "Elena Marchetti", email="E@x.example")
    other = mentor(2, "Lena M.", alternate_email=" e@X.example ")
    same = mentor(3, "Elena Marchetti")
    assert found(same, other, one) == [(1, 2, "same-address"), (1, 3, "similar-name")]


def test_an_assistant_works_for_several_people() -> None:
    rows = [mentor(n, name, assistant_email="a@x.example") for n, name in ((1, "A B"), (2, "C D"))]
    assert found(*rows) == []


def test_who_is_archived_is_left_alone() -> None:
    assert found(mentor(1, "Ann Bell"), mentor(2, "Ann Bell", archived=True)) == []


def test_a_very_common_family_name_does_not_take_for_ever() -> None:
    rows = [mentor(n, "Li Wang") for n in range(MOST_IN_BLOCK + 5)]
    assert len(found(*rows)) == MOST_IN_BLOCK * (MOST_IN_BLOCK - 1) // 2


def test_a_folded_name_has_no_accents_dots_or_degrees() -> None:
    assert folded("Dr. José A. Núñez, MD, PhD").split() == ["jose", "a", "nunez"]
    assert found(mentor(1, ""), mentor(2, "")) == []


KEEP = mentor(
    1,
    "Elena Marchetti",
    email="e@x.example",
    tags=("im", "wards"),
    notes="Likes brief mails.",
    specialty="Internal Medicine",
)
OTHER = mentor(
    2,
    "E. Marchetti",
    email="marchetti@y.example",
    tags=("wards", "old"),
    notes="Met at grand rounds.",
    specialty="Cardiology",
    phone="555-0100",
    letters_for_others=3,
    known_from=date(2025, 5, 1),
    role=MentorRole.ATTENDING,
)


def test_only_fields_where_both_say_something_are_asked_about() -> None:
    names = [difference.field for difference in differing(KEEP, OTHER)]
    assert names == ["name", "role", "specialty", "email"]
    assert {difference.choice for difference in differing(KEEP, OTHER)} == {"keep"}
    assert differing(KEEP, KEEP) == ()


def test_a_merge_takes_what_was_chosen_and_fills_what_was_empty() -> None:
    values = merged(KEEP, OTHER, {"specialty": "other", "name": "keep"})
    assert values["specialty"] == "Cardiology"
    assert (values["phone"], values["letters_for_others"]) == ("555-0100", 3)
    assert values["known_from"] == date(2025, 5, 1)
    assert values["tags"] == ("im", "wards", "old")
    assert values["notes"] == "Likes brief mails.\n\nMet at grand rounds."
    assert values["alternate_email"] == "marchetti@y.example"
    assert "name" not in values


def test_the_address_that_was_not_chosen_is_kept_as_the_second_one() -> None:
    values = merged(KEEP, OTHER, {"email": "other"})
    assert (values["email"], values["alternate_email"]) == ("marchetti@y.example", "e@x.example")


@pytest.mark.parametrize("choices", [{"id": "other"}, {"name": "both"}])
def test_a_choice_that_there_is_not_is_refused(choices: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="no such choice"):
        merged(KEEP, OTHER, choices)


def test_the_fields_of_a_merge_are_all_fields_of_a_mentor() -> None:
    own = {"id", "initials", "tags", "notes", "archived", "sample"}
    assert set(FIELDS) | own == set(MentorRow.__annotations__)


ROWS = st.builds(
    mentor,
    st.integers(1, 9),
    st.sampled_from(["Ann Bell", "A. Bell", "Omar Osei"]),
    email=st.sampled_from(["", "a@x.example", "b@x.example"]),
    alternate_email=st.sampled_from(["", "c@x.example"]),
    notes=st.sampled_from(["", "One", "Two"]),
    tags=st.lists(st.sampled_from(["x", "y"]), unique=True).map(tuple),
    phone=st.sampled_from(["", "1"]),
)


@given(ROWS, ROWS, st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["keep", "other"])))
def test_a_merge_loses_nothing_that_only_one_of_them_says(
    keep: MentorRow, other: MentorRow, choices: dict[str, str]
) -> None:
    values = merged(keep, other, choices)
    after = {field: values.get(field, getattr(keep, field)) for field in (*FIELDS, "tags")}
    for field in FIELDS:
        if getattr(keep, field) and not getattr(other, field) and field not in choices:
            assert after[field] == getattr(keep, field)
        if getattr(other, field) and not getattr(keep, field):
            assert after[field]
    assert set(after["tags"]) == {*keep.tags, *other.tags}
    assert merged(keep, keep).keys() <= {"alternate_email", "notes"}
