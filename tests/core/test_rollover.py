"""The next season of an application: everything once more, every letter planned anew."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import InvalidInputError
from lordesk.kinds import ApplicationKind, DateStatus, DeclineReason, LetterService, Stage
from tests.core.verbs import application, letter, mentor

if TYPE_CHECKING:
    from lordesk.rows.letters import ApplicationRow
    from tests.core.conftest import House


def started(house: House, season: str = "2028") -> tuple[ApplicationRow, ApplicationRow]:
    before = house.applications.get(application(house))
    made = house.rollover.start(before, season)
    return before, house.applications.get(made)


def test_targets_slots_and_people_go_along_and_letters_begin_anew(filled: House) -> None:
    before, after = started(filled)
    assert (after.season, after.name, after.service) == ("2028", before.name, before.service)
    assert [slot.title for slot in after.slots] == [slot.title for slot in before.slots]
    old, new = filled.applications.targets(before.id), filled.applications.targets(after.id)
    assert [target.name for target in new] == [target.name for target in old]
    assert all(target.applied_on is None for target in new)
    writers = [slot.letter.mentor_short for slot in after.slots if slot.letter]
    assert writers == ["Dr. Kwan", "Dr. Marchetti", "Dr. Halvorsen", "Dr. Bell"]
    assert all(slot.letter.stage is Stage.PLANNED for slot in after.slots if slot.letter)
    assert [b.mentor_short for b in after.slots[1].backups] == ["Dr. Osei", "Dr. Adeyemi"]
    assert len(new[0].assignments) == len(old[0].assignments)
    assert filled.sql("SELECT previous_id FROM application WHERE id = ?", after.id) == [
        (before.id,)
    ]


def test_dates_are_those_of_the_new_season(filled: House) -> None:
    before, after = started(filled)
    assert before.hard_on is not None
    assert after.hard_on is not None
    assert after.hard_on.year == before.hard_on.year + 1
    assert after.hard_status is DateStatus.PROJECTED
    carried = next(slot.letter for slot in after.slots if slot.letter)
    assert (carried.hard_on, carried.soft_on) == (after.hard_on, after.letters_by)
    assert filled.applications.dates(after.id)


def test_one_undo_takes_the_whole_season_away(filled: House) -> None:
    tables = ("application", "slot", "target", "letter", "letter_writer", "assignment", "request")
    before = [filled.sql(f"SELECT count(*) FROM {table}") for table in tables]
    started(filled)
    filled.undo.undo()
    assert [filled.sql(f"SELECT count(*) FROM {table}") for table in tables] == before


def test_who_declined_or_is_archived_is_left_behind(filled: House) -> None:
    filled.requests.decline(letter(filled, "Dr. Halvorsen").request_id, DeclineReason.NO_TIME)
    filled.mentors.archive([mentor(filled, "Bell")])
    before = filled.applications.get(application(filled))
    plan = filled.rollover.plan(before, "2028")
    codes = {each.letter_id: each.code for each in plan.letters}
    assert codes[letter(filled, "Dr. Halvorsen").id] == "leave"
    _, after = started(filled)
    names = [slot.letter.mentor_short for slot in after.slots if slot.letter]
    assert names == ["Dr. Kwan", "Dr. Marchetti"]


def test_a_letter_that_was_carried_over_is_told_as_old_until_it_is_asked_for(
    filled: House,
) -> None:
    _, after = started(filled)
    carried = next(slot.letter for slot in after.slots if slot.letter)
    facts = filled.coverage.facts(after)
    assert facts.written[carried.id].season == "2027"
    filled.requests.move(carried.request_id, Stage.ASKED)
    assert carried.id not in filled.coverage.facts(after).written


def test_seasons_offered_are_those_after_this_one(house: House) -> None:
    made = house.applications.add(
        "IM", ApplicationKind.RESIDENCY, service=LetterService.ERAS, season="2027"
    )
    assert house.rollover.seasons(house.applications.get(made)) == ("2028",)
    own = house.applications.add("Award", ApplicationKind.SCHOLARSHIP, season="2030")
    assert house.rollover.seasons(house.applications.get(own)) == ("2031",)
    plain = house.applications.add("Award", ApplicationKind.SCHOLARSHIP)
    assert house.rollover.seasons(house.applications.get(plain)) == ()


@pytest.mark.parametrize("season", ["", "  ", "2027"])
def test_the_same_season_or_none_is_refused(filled: House, season: str) -> None:
    before = filled.applications.get(application(filled))
    with pytest.raises(InvalidInputError) as refused:
        filled.rollover.start(before, season)
    assert refused.value.field_name == "season"
    assert len(filled.applications.rows()) == 3


def test_a_season_without_a_calendar_has_no_dates_yet(filled: House) -> None:
    _, after = started(filled, "2035")
    assert (after.hard_on, after.letters_by) == (None, None)
    assert filled.applications.dates(after.id) == []
    assert date(2026, 8, 18) == filled.clock.today()


@pytest.mark.parametrize(
    ("table", "anew"),
    [("slot", {"id", "application_id"}), ("target", {"id", "application_id", "deadline_on"})],
)
def test_every_column_of_slots_and_targets_goes_along(
    filled: House, table: str, anew: set[str]
) -> None:
    """Those of a later schema too: what does not go along is named here."""
    before = application(filled)
    filled.sql("UPDATE target SET notes = 'Ask Jo' WHERE application_id = ?", before)
    columns = [row[1] for row in filled.sql(f"PRAGMA table_info({table})")]
    _, after = started(filled)
    names = ", ".join(column for column in columns if column not in anew)
    wanted, got = (
        filled.sql(f"SELECT {names} FROM {table} WHERE application_id = ? ORDER BY id", owner)
        for owner in (before, after.id)
    )
    assert wanted
    assert got == wanted


def test_dates_of_a_target_belong_to_its_season(filled: House) -> None:
    before = application(filled)
    target = filled.applications.targets(before)[0]
    filled.sql("UPDATE target SET deadline_on = '2026-09-20' WHERE id = ?", target.id)
    _, after = started(filled)
    assert filled.applications.targets(after.id)[0].deadline_on is None
