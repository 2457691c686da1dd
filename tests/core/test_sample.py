from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.clock import FixedClock
from lordesk.jobs import JobContext
from lordesk.kinds import ApplicationKind, InteractionKind, MaterialKind, Stage
from lordesk.services.sample import weeks_between
from tests.core.conftest import ZONE, House
from tests.core.dump import user_rows

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.paths import Paths

TOLD = date(2026, 8, 18)


def mentor_id(house: House, name: str) -> int:
    return next(row.id for row in house.mentors.rows(archived=True) if name in row.full_name)


@pytest.mark.parametrize("days", [0, 1, 6, 7, 97, -1, -7, -400])
def test_the_dates_move_by_whole_weeks_and_never_ahead_of_today(days: int) -> None:
    today = TOLD + timedelta(days=days)
    shift = weeks_between(TOLD, today)
    assert shift % timedelta(weeks=1) == timedelta()
    assert timedelta() <= today - (TOLD + shift) < timedelta(weeks=1)


def test_every_mentor_of_the_pictures_has_the_fit_of_the_pictures(filled: House) -> None:
    rows = filled.mentors.rows(filled.applications.default_id())
    assert [(row.full_name, row.fit) for row in rows] == [
        ("Dr. Elena Marchetti", 94),
        ("Dr. Marcus Bell", 88),
        ("Dr. Daniel Kwan", 86),
        ("Dr. Tomás Ibarra", 78),
        ("Dr. Samuel Adeyemi", 76),
        ("Dr. Amara Osei", 71),
        ("Dr. Hannah Whitlock", 69),
        ("Dr. Leila Haddad", 65),
        ("Dr. Ruth Halvorsen", 54),
        ("Dr. Joanna Feld", 53),
        ("Dr. Peter Nakamura", 45),
    ]
    assert len(filled.mentors.rows(archived=True)) == 13


def test_the_board_stands_as_in_the_pictures(filled: House) -> None:
    board: dict[Stage, list[str]] = {}
    for letter in filled.letters.rows():
        assert letter.attention is not None or letter.stage is Stage.DECLINED
        word = letter.attention.name if letter.attention is not None else ""
        board.setdefault(letter.stage, []).append(f"{letter.mentor_short} {word}".strip())
    assert {stage: sorted(cards) for stage, cards in board.items()} == {
        Stage.PLANNED: ["Dr. Adeyemi DUE_SOON", "Dr. Whitlock OVERDUE"],
        Stage.ASKED: ["Dr. Halvorsen NEW_REPLY", "Dr. Osei AT_RISK"],
        Stage.AGREED: ["Dr. Ibarra NEW_REPLY"],
        Stage.WRITING: ["Dr. Bell DUE_SOON", "Dr. Marchetti ON_TRACK"],
        Stage.SUBMITTED: ["Dr. Kwan THANKS_OWED"],
        Stage.THANKED: ["Dr. Bell DONE"],
        Stage.DECLINED: ["Dr. Haddad"],
    }


def test_the_matrix_stands_as_in_the_pictures(filled: House) -> None:
    medicine = next(a for a in filled.applications.rows() if a.name == "Internal Medicine")
    short = {letter.id: letter.mentor_initials for letter in filled.letters.rows()}
    targets = filled.applications.targets(medicine.id)
    shown = [
        (t.name, "".join(sorted(short[a.letter_id] for a in t.assignments))) for t in targets[:7]
    ]
    assert shown == [
        ("Northfield University Hospital", "DKEMMBRH"),
        ("Lakeshore University Hospital", "DKEMMBRH"),
        ("Cascadia Health Sciences", "DKEMMBRH"),
        ("St. Brendan Medical Center", "AODKEMMB"),
        ("Harbor County Medical Center", "DKEMMB"),
        ("University of Alder Falls", "DKMBRH"),
        ("Ridgeway Medical Center", "DKEMMBRH"),
    ]
    assert len(targets) == 14
    assert sum("chair" in target.needs for target in targets) == 11


def test_samples_come_in_one_step_and_go_with_its_undo(house: House) -> None:
    before = user_rows(house)
    house.sample.add()
    assert house.sample.present()
    step = house.undo.next_undo()
    assert step is not None
    assert step.code == "sample-added"
    house.undo.undo()
    assert user_rows(house) == before
    assert house.undo.next_undo() is None


def test_adding_twice_adds_once(filled: House) -> None:
    rows = user_rows(filled)
    filled.sample.add()
    assert user_rows(filled) == rows


def test_removing_leaves_an_empty_workspace_and_can_be_undone(house: House) -> None:
    empty = user_rows(house)
    house.sample.add()
    full = user_rows(house)
    house.sample.remove()
    assert not house.sample.present()
    assert user_rows(house) == empty
    house.undo.undo()
    assert user_rows(house) == full


def test_the_users_own_profile_is_left_alone(house: House) -> None:
    house.profile.update(name="Sam Ortiz")
    house.sample.add()
    assert house.profile.get().name == "Sam Ortiz"


def test_the_demo_fills_in_the_applicant(filled: House) -> None:
    profile = filled.profile.get()
    assert (profile.name, profile.email, profile.zone) == (
        "Priya Raman",
        "praman@northfield.example",
        "America/New_York",
    )


def test_the_users_own_files_are_not_replaced(house: House, tmp_path: Path) -> None:
    own = tmp_path / "mine.pdf"
    own.write_bytes(b"%PDF-1.4 mine")
    house.materials.add(JobContext(), own, MaterialKind.CV)
    house.sample.add()
    names = {row.kind: row.file.name for row in house.materials.rows()}
    assert names[MaterialKind.CV] == "mine.pdf"
    assert names[MaterialKind.REQUEST_FORM] == "Letter_Request_Form.pdf"
    house.sample.remove()
    assert [row.file.name for row in house.materials.rows()] == ["mine.pdf"]


def test_what_the_user_added_beside_the_samples_stays(house: House) -> None:
    own_mentor = house.mentors.add("Dr. Ada Park")
    own_application = house.applications.add("My application", ApplicationKind.RESIDENCY)
    own_letter = house.letters.plan(own_mentor, own_application)
    before = user_rows(house)
    house.sample.add()
    slot = next(row for row in house.applications.rows() if row.slots).slots[0].id
    house.letters.fill(slot, own_letter)
    house.sample.remove()
    assert user_rows(house) == before


def test_a_sample_mentor_with_a_note_of_the_users_becomes_the_users(filled: House) -> None:
    bell = mentor_id(filled, "Bell")
    filled.interactions.log(bell, InteractionKind.MEETING, TOLD, "Coffee after clinic")
    filled.sample.remove()
    assert [row.full_name for row in filled.mentors.rows(archived=True)] == ["Dr. Marcus Bell"]
    assert [row.note for row in filled.interactions.rows(bell)] == ["Coffee after clinic"]
    assert not filled.sample.present()


def test_a_letter_of_the_users_keeps_its_sample_mentor_and_application(filled: House) -> None:
    application = filled.applications.rows()[0]
    letter = filled.letters.plan(mentor_id(filled, "Feld"), application.id)
    filled.sample.remove()
    assert [row.id for row in filled.letters.rows()] == [letter]
    assert [row.name for row in filled.applications.rows()] == [application.name]


def test_edited_and_moved_samples_are_removed_too(filled: House) -> None:
    filled.mentors.update(mentor_id(filled, "Feld"), notes="Edited by me")
    waiting = next(r for r in filled.letters.rows() if r.mentor_short == "Dr. Whitlock")
    filled.requests.move(waiting.request_id, Stage.ASKED)
    filled.sample.remove()
    assert filled.mentors.rows(archived=True) == []
    assert filled.letters.rows() == []


def test_on_another_day_the_weekdays_are_those_of_the_pictures(paths: Paths) -> None:
    clock = FixedClock(datetime(2027, 1, 7, 12, tzinfo=ZONE), ZONE)
    house = House(paths, clock)
    try:
        house.sample.add()
        due = [r.soft_on for r in house.letters.rows() if r.mentor_short == "Dr. Marchetti"]
        assert due == [date(2027, 1, 27)]
        reminder = house.today.today().this_week[0].reminder
        assert reminder is not None
        assert reminder.detail == "Requested on Dec 31"
        assert all(reply.on <= clock.today() for reply in house.today.today().replies)
    finally:
        house.close()
