"""Reference numbers, and kinds of letters that no single letter can be."""

from __future__ import annotations

import pytest

from lordesk.domain.references import plain_reference, same_reference
from lordesk.domain.requirements import apart
from lordesk.kinds import SlotNeed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1234567", "1234567", True),
        ("12 34 567", "1234567", True),
        ("ab12", " AB 12\n", True),
        ("1234567", "1234568", False),
        ("", "", False),
        ("  ", "", False),
        ("1", "", False),
    ],
)
def test_spaces_and_case_are_no_part_of_a_number(one: str, other: str, same: bool) -> None:
    assert same_reference(one, other) is same
    assert same_reference(other, one) is same


def test_a_number_is_kept_in_any_script() -> None:
    assert plain_reference(" ١٢ ٣ ") == "١٢٣"


@pytest.mark.parametrize(
    ("needs", "letters"),
    [
        ((), 0),
        ((SlotNeed.ANY, SlotNeed.RESEARCH), 0),
        ((SlotNeed.CHAIR,), 1),
        ((SlotNeed.CHAIR, SlotNeed.CHAIR), 1),
        ((SlotNeed.CHAIR, SlotNeed.STANDARDIZED, SlotNeed.COMMITTEE), 3),
        ((SlotNeed.SCIENCE_FACULTY, SlotNeed.NON_SCIENCE, SlotNeed.CLINICAL), 2),
    ],
)
def test_kinds_that_no_single_letter_can_be_need_letters_apart(
    needs: tuple[SlotNeed, ...], letters: int
) -> None:
    assert apart(needs) == letters
