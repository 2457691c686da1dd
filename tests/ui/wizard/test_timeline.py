"""The days of a request on one line, where they lie close to each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ui.wizard.timeline import Mark, Timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.widgets.look import Look

ASK, DUE = date(2026, 8, 18), date(2026, 9, 16)


def line(qtbot: QtBot, look: Look, last: date, width: int) -> Timeline:
    made = Timeline(look)
    qtbot.addWidget(made)
    names = ((ASK, "Ask"), (DUE, "Letter due"), (last, "Application"))
    made.set_marks([Mark(on, words, "send", "text", "surface") for on, words in names])
    made.resize(width, 92)
    return made


def names_of(made: Timeline) -> dict[int, tuple[float, float]]:
    words = {number: mark.words for number, mark in enumerate(made.marks)}
    return made._spread(made._places(), words, "label")


@pytest.mark.parametrize("last", [DUE, date(2026, 9, 17), date(2026, 9, 23), date(2026, 12, 1)])
def test_every_name_is_whole_and_covers_no_other(qtbot: QtBot, look: Look, last: date) -> None:
    made = line(qtbot, look, last, 400)
    found = names_of(made)
    for number, (left, wide) in found.items():
        assert wide >= look.theme.metrics("label", True).horizontalAdvance(made.marks[number].words)
        assert left >= 0
        assert left + wide <= 400
    ends = [left + wide for left, wide in found.values()]
    starts = [left for left, _ in found.values()]
    for end, start in zip(sorted(ends)[:-1], sorted(starts)[1:], strict=True):
        assert end < start


def test_where_not_all_fit_each_is_cut_to_its_own_room(qtbot: QtBot, look: Look) -> None:
    made = line(qtbot, look, DUE, 150)
    places = made._places()
    rooms = {
        number: (x - room / 2, room)
        for number, x in enumerate(places)
        for room in [made._room(number, places)]
    }
    assert names_of(made) == rooms
