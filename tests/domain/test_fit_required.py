"""A letter that programs ask for by name is needed whatever the fit."""

from __future__ import annotations

from types import SimpleNamespace as Facts

import pytest

from lordesk.domain.fit import required_by
from lordesk.kinds import SlotNeed, Stage

CHAIR, OTHER = 1, 2
TARGETS = [
    Facts(needs=(SlotNeed.CHAIR,)),
    Facts(needs=(SlotNeed.CHAIR, SlotNeed.STANDARDIZED)),
    Facts(needs=()),
]


def slot(mentor_id: int, need: SlotNeed, stage: Stage = Stage.PLANNED) -> Facts:
    return Facts(need=need, letter=Facts(mentor_id=mentor_id, stage=stage))


@pytest.mark.parametrize(
    ("slots", "count"),
    [
        ([slot(CHAIR, SlotNeed.CHAIR)], 2),
        ([slot(CHAIR, SlotNeed.CHAIR), slot(CHAIR, SlotNeed.STANDARDIZED)], 2),
        ([slot(OTHER, SlotNeed.CHAIR)], 0),
        ([slot(CHAIR, SlotNeed.CHAIR, Stage.DECLINED)], 0),
        ([Facts(need=SlotNeed.CHAIR, letter=None)], 0),
        ([], 0),
    ],
)
def test_a_mentor_is_required_by_the_targets_that_name_the_letter(
    slots: list[Facts], count: int
) -> None:
    assert required_by(CHAIR, slots, TARGETS) == count
