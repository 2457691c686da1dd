"""Forecasts from what the store knows of writers, their absences and the way of a letter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.kinds import ApplicationKind, LetterService, Stage
from lordesk.rows.forecast import Forecast, ForecastCode

if TYPE_CHECKING:
    from tests.core.conftest import House

HARD = date(2026, 11, 20)


def asked(house: House, name: str = "Dr. Ann Bell", **facts: object) -> tuple[int, int]:
    """Mentor and letter, asked today."""
    mentor_id = house.mentors.add(name)
    letter_id = house.letters.plan(mentor_id, hard_on=HARD, **facts)
    house.requests.move(house.letters.get(letter_id).request_id, Stage.ASKED)
    return mentor_id, letter_id


def forecast(house: House, letter_id: int, service: LetterService | None = None) -> Forecast:
    return house.forecasts.of_letters(house.letters.rows(), service)[letter_id]


def codes(found: Forecast) -> list[str]:
    return [reason.code for reason in found.reasons]


def test_a_writer_without_history_takes_the_usual_time(house: House) -> None:
    _, letter_id = asked(house)
    found = forecast(house, letter_id)
    assert found.code is ForecastCode.SAFE
    assert "usual-time" in codes(found)


def test_earlier_letters_of_a_writer_count_those_of_archived_applications_too(
    house: House,
) -> None:
    mentor_id, letter_id = asked(house)
    old = house.applications.add("Old", ApplicationKind.OTHER)
    before = house.letters.plan(mentor_id, old)
    house.sql(
        "UPDATE request SET stage = 'submitted', asked_on = '2025-01-01',"
        " submitted_on = '2025-05-01' WHERE letter_id = ?",
        before,
    )
    house.applications.archive(old)
    found = forecast(house, letter_id)
    assert found.code is ForecastCode.LINE_UP_BACKUP
    own = next(reason for reason in found.reasons if reason.code == "own-history")
    assert (own.data["days"], own.data["letters"]) == (120, 1)


def test_leave_and_departure_are_counted_in(house: House) -> None:
    mentor_id, letter_id = asked(house)
    house.mentors.update(mentor_id, leaving_on=date(2026, 9, 1))
    assert codes(forecast(house, letter_id))[0] == "leaves-before"
    house.mentors.update(mentor_id, leaving_on=None, leave_from=date(2026, 9, 1))
    assert codes(forecast(house, letter_id))[0] == "away"


def test_the_way_through_a_store_of_letters_takes_longer(house: House) -> None:
    _, direct = asked(house, service=LetterService.ERAS)
    _, stored = asked(house, "Dr. Bo Kim", service=LetterService.INTERFOLIO)
    lags = []
    for letter_id in (direct, stored):
        found = forecast(house, letter_id, LetterService.ERAS)
        reasons = {reason.code: reason for reason in found.reasons}
        lags.append(int(str(reasons["lag"].data["days"])) if "lag" in reasons else 0)
    assert lags[1] > lags[0]


@pytest.mark.parametrize("fact", ["denied", "rescinded"])
def test_a_letter_that_was_turned_away_will_not_come_until_that_is_settled(
    house: House, fact: str
) -> None:
    _, letter_id = asked(house)
    request_id = house.letters.get(letter_id).request_id
    insert = "INSERT INTO request_fact (request_id, fact, on_date, note) VALUES (?, ?, ?, '')"
    house.sql(insert, request_id, fact, "2026-08-18")
    assert codes(forecast(house, letter_id)) == ["will-not-come"]
    house.sql(insert, request_id, "settled", "2026-08-18")
    assert "will-not-come" not in codes(forecast(house, letter_id))


def test_a_letter_with_no_date_at_all_has_no_forecast(house: House) -> None:
    mentor_id = house.mentors.add("Dr. Ann Bell")
    letter_id = house.letters.plan(mentor_id)
    assert forecast(house, letter_id).code is ForecastCode.UNKNOWN
