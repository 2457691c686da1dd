"""The first three questions become an application and mentors, in one step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.core import Core
from lordesk.errors import InvalidInputError
from lordesk.keychain import Keychain
from lordesk.kinds import ApplicationKind, DateStatus, LetterService
from lordesk.paths import paths_in
from lordesk.rows.first_run import FirstApplication, FirstMentor
from tests.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lordesk.clock import FixedClock


@pytest.fixture
def core(tmp_path: Path, clock: FixedClock) -> Iterator[Core]:
    keyring = MemoryKeyring()
    opened = Core.open(paths_in(tmp_path / "first"), clock, keychain=Keychain(lambda: keyring))
    yield opened
    opened.close()


RESIDENCY = ApplicationKind.RESIDENCY
MEDICINE = FirstApplication(RESIDENCY, "Internal medicine", date(2026, 9, 16))
PEOPLE = (FirstMentor("Dr. Elena Marchetti", "Sub-I attending"), FirstMentor("  "))


def test_an_answer_brings_slots_dates_cap_and_people_in_one_step(core: Core) -> None:
    application_id = core.first_run.set_up(MEDICINE, PEOPLE)
    assert application_id is not None
    row = core.applications.get(application_id)
    assert (row.name, row.service, row.season) == ("Internal medicine", LetterService.ERAS, "2027")
    assert (row.hard_on, row.letters_by) == (date(2026, 9, 23), date(2026, 9, 16))
    assert (row.cap, row.needed, row.hard_status) == (4, 4, DateStatus.PROJECTED)
    assert [mentor.full_name for mentor in core.mentors.rows()] == ["Dr. Elena Marchetti"]
    core.undo.undo()
    assert not core.applications.rows()
    assert not core.mentors.rows()


def test_a_day_that_has_passed_adds_nothing(core: Core) -> None:
    late = FirstApplication(RESIDENCY, "Internal medicine", date(2026, 8, 17))
    with pytest.raises(InvalidInputError) as caught:
        core.first_run.set_up(late, PEOPLE)
    assert caught.value.problem == "day-passed"
    assert not core.mentors.rows()


def test_own_words_are_the_name_of_an_application_without_a_season(core: Core) -> None:
    award = FirstApplication(ApplicationKind.OTHER, "Harlan Fellowship", date(2026, 10, 1))
    application_id = core.first_run.set_up(award)
    assert application_id is not None
    row = core.applications.get(application_id)
    assert (row.name, row.hard_on, row.letters_by) == ("Harlan Fellowship", None, award.letters_by)


def test_without_a_specialty_the_application_has_the_name_of_its_kind(core: Core) -> None:
    application_id = core.first_run.set_up(FirstApplication(RESIDENCY))
    assert application_id is not None
    assert core.applications.get(application_id).name == "Residency"


def test_no_answers_add_nothing(core: Core) -> None:
    assert core.first_run.set_up(None, [FirstMentor("")]) is None
    assert core.undo.next_undo() is None
