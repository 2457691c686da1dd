"""Every code of forecasts, suggestions and the next season has a sentence that is whole."""

from __future__ import annotations

import inspect
import re
from datetime import date

import pytest

from lordesk.domain import forecast as forecast_rules
from lordesk.domain import rollover as rollover_rules
from lordesk.domain import suggestions as suggestion_rules
from lordesk.kinds import LetterKind, SlotNeed
from lordesk.rows.forecast import Forecast, ForecastCode
from lordesk.rows.reason import Reason
from lordesk.rows.rollover import RolledLetter
from ui.wording import forecasts, rollover, suggestions

_DATA = {
    "days": 3, "letters": 2, "name": "Dr. A & B", "on": date(2026, 9, 2), "short": 1,
    "expected": date(2026, 9, 5), "last": date(2026, 9, 9), "usable_by": date(2026, 9, 9),
    "newest": date(2026, 5, 1), "why": "declined", "from": None, "to": None, "here": 2,
    "promised": 1, "open": 1, "cap": 4, "needs": (SlotNeed.CHAIR,),
}  # fmt: skip
NEVER_A_NUMBER_OF_CHANCES = re.compile(r"%|percent|chance|probability")


def codes(module: object) -> set[str]:
    return set(re.findall(r'Reason\(\s*"([a-z-]+)"', inspect.getsource(module)))  # type: ignore[arg-type]


def test_no_reason_is_without_words_and_no_words_are_left_over() -> None:
    chosen = {"short", "minimum-reached"}
    assert codes(forecast_rules) == set(forecasts.REASONS)
    assert codes(suggestion_rules) | chosen == set(suggestions.REASONS)
    assert codes(rollover_rules) | {"mentor-gone", "declined"} == set(rollover.REASONS)


@pytest.mark.parametrize("code", sorted(forecasts.REASONS))
def test_a_forecast_is_in_words(qapp, code: str) -> None:
    found = Forecast(ForecastCode.NUDGE_NOW, date(2026, 9, 2), (Reason(code, _DATA),))
    (said,) = forecasts.reasons(found)
    assert said.endswith(".")
    assert "{" not in said
    assert not NEVER_A_NUMBER_OF_CHANCES.search(said)


def test_a_forecast_is_short_on_a_card_and_whole_beside_it(qapp) -> None:
    by = date(2026, 9, 2)
    said = {
        code: (forecasts.short(Forecast(code, by, ()))[0], forecasts.whole(Forecast(code, by, ())))
        for code in ForecastCode
    }
    assert said == {
        ForecastCode.IN: ("", ""),
        ForecastCode.SAFE: ("Likely in time", "Likely in time"),
        ForecastCode.NUDGE_NOW: ("Nudge now", "Nudge now"),
        ForecastCode.LINE_UP_BACKUP: ("Backup by Sep 2", "Line up a backup writer by Sep 2"),
        ForecastCode.UNKNOWN: ("", ""),
    }
    unknown = Forecast(ForecastCode.LINE_UP_BACKUP, None, ())
    assert forecasts.short(unknown)[0] == "Line up a backup"
    assert forecasts.whole(unknown) == "Line up a backup writer"


@pytest.mark.parametrize("code", sorted(suggestions.REASONS))
def test_a_suggestion_says_why(qapp, code: str) -> None:
    said = suggestions.reason(Reason(code, _DATA))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("code", sorted(rollover.REASONS))
@pytest.mark.parametrize("fate", sorted(rollover.FATES))
def test_what_becomes_of_a_letter_is_said(qapp, code: str, fate: str) -> None:
    rolled = RolledLetter(1, 2, LetterKind.NARRATIVE, fate, True, (Reason(code, _DATA),))
    assert rollover.fate(rolled).endswith(".")
    assert rollover.reasons(rolled).endswith(".")
    assert "{" not in rollover.reasons(rolled)
