from __future__ import annotations

import inspect
import signal
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lordesk.clock import FixedClock
from lordesk.errors import LordeskError, MailAlreadyLeftError, StepConflictError
from lordesk.kinds import InteractionKind, MessageKind, Stage, Tone
from lordesk.models import undo
from lordesk.models.letters import Request
from lordesk.models.people import Mentor
from lordesk.paths import paths_in
from lordesk.services.undo import UndoService
from tests.core.conftest import TUESDAY_9, ZONE, House
from tests.core.dump import user_rows
from tests.core.verbs import VERBS, letter, mentor

if TYPE_CHECKING:
    from lordesk.paths import Paths

STEPS = ("_store.step(", "self._mark(")
DAY = date(2026, 9, 1)


@pytest.fixture
def filled(filled: House) -> House:
    """The workspace of the pictures with a template of the user's own."""
    with filled.store.background():
        filled.templates.save(MessageKind.ASK, Tone.BRIEF, "Hello", "Dear colleague")
    filled.heard.clear()
    return filled


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_undone_and_redone_is_as_if_it_never_was_and_was(filled: House, name: str) -> None:
    before = user_rows(filled)
    VERBS[name](filled)
    after = user_rows(filled)
    assert after != before
    filled.undo.undo()
    assert user_rows(filled) == before
    filled.undo.redo()
    assert user_rows(filled) == after
    filled.undo.undo()
    assert user_rows(filled) == before


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_is_one_step_and_says_what_changed(filled: House, name: str) -> None:
    steps = filled.sql("SELECT count(*) FROM undo_step WHERE state = 'done'")[0][0]
    VERBS[name](filled)
    assert filled.sql("SELECT count(*) FROM undo_step WHERE state = 'done'")[0][0] == steps + 1
    changed = {str(t) for (t,) in filled.sql("SELECT DISTINCT table_name FROM undo_change")}
    assert len(filled.heard) == 1
    assert filled.heard[0].tables <= changed
    assert filled.heard[0].ids


def test_every_verb_of_the_services_is_among_them(house: House) -> None:
    verbs = {
        f"{service}.{name}"
        for service, instance in vars(house).items()
        if type(instance).__module__.startswith("lordesk.services.")
        for name, method in vars(type(instance)).items()
        if inspect.isfunction(method) and not name.startswith("_")
        if any(written in inspect.getsource(method) for written in STEPS)
    }
    only_after_another = {"evidence.remove", "rules.keep", "rules.reset"}
    assert verbs - VERBS.keys() == {*only_after_another, "sample.add"}


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(st.lists(st.sampled_from([*VERBS, "undo", "redo"]), min_size=4, max_size=14))
def test_any_sequence_of_steps_can_be_taken_back_to_the_start(names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        house = House(paths_in(Path(folder)), FixedClock(TUESDAY_9, ZONE))
        try:
            house.sample.add()
            start = user_rows(house)
            states = [start]
            for name in names:
                _do(house, name)
                states.append(user_rows(house))
            while (step := house.undo.next_undo()) is not None and step.code != "sample-added":
                house.undo.undo()
                assert user_rows(house) in states
            assert user_rows(house) == start
        finally:
            house.close()


def _do(house: House, name: str) -> None:
    """A verb that what came before has made impossible is refused; it must leave no trace."""
    before = user_rows(house)
    try:
        if name == "undo":
            step = house.undo.next_undo()
            if step is not None and step.code != "sample-added":
                house.undo.undo()
        elif name == "redo":
            house.undo.redo()
        else:
            VERBS[name](house)
    except (LordeskError, StopIteration, IndexError, AttributeError):
        assert user_rows(house) == before


def test_a_new_step_ends_what_could_be_redone(filled: House) -> None:
    filled.reminders.add("One", DAY)
    filled.undo.undo()
    assert filled.undo.next_redo() is not None
    filled.reminders.add("Two", DAY)
    assert filled.undo.next_redo() is None
    assert filled.undo.redo() is None


def test_steps_are_undone_newest_first_and_redone_oldest_first(house: House) -> None:
    for title in ("One", "Two", "Three"):
        house.reminders.add(title, DAY)
    undone = [house.undo.undo() for _ in range(3)]
    assert [step.data["name"] for step in undone if step] == ["Three", "Two", "One"]
    redone = [house.undo.redo() for _ in range(3)]
    assert [step.data["name"] for step in redone if step] == ["One", "Two", "Three"]


def test_with_nothing_to_undo_nothing_happens(house: House) -> None:
    assert house.undo.undo() is None
    assert house.undo.redo() is None


def test_a_step_that_changes_nothing_leaves_no_trace(filled: House) -> None:
    bell = mentor(filled, "Bell")
    before = filled.undo.next_undo()
    filled.mentors.update(bell, notes=filled.mentors.get(bell).notes)
    assert filled.undo.next_undo() == before
    assert filled.heard == []


def test_the_undo_bar_undoes_its_own_step_only_while_it_is_the_newest(house: House) -> None:
    house.reminders.add("One", DAY)
    step = house.undo.next_undo()
    assert step is not None
    house.reminders.add("Two", DAY)
    assert house.undo.undo_step(step.id) is None
    house.undo.undo()
    undone = house.undo.undo_step(step.id)
    assert undone is not None
    assert undone.data == {"name": "One"}


def test_a_background_write_beside_a_step_survives_its_undo(filled: House) -> None:
    bell = mentor(filled, "Bell")
    filled.mentors.update(bell, notes="Mine")
    with filled.store.background() as writing:
        Mentor.change(bell, phone="555 0100")
        writing.touch("mentor", bell)
    filled.undo.undo()
    row = filled.mentors.get(bell)
    assert (row.notes, row.phone) == ("", "555 0100")


def test_a_step_whose_column_changed_since_is_refused_by_name_and_the_others_stay(
    filled: House,
) -> None:
    osei = letter(filled, "Dr. Osei")
    filled.reminders.add("Before", DAY)
    filled.requests.move(osei.request_id, Stage.AGREED)
    with filled.store.background():
        Request.change(osei.request_id, stage=Stage.WRITING)
    before = user_rows(filled)
    with pytest.raises(StepConflictError) as conflict:
        filled.undo.undo()
    assert (conflict.value.label, conflict.value.tables) == ("request-moved", ("request",))
    assert user_rows(filled) == before
    assert filled.undo.next_redo() is None
    refused = filled.undo.next_undo()
    assert refused is not None
    assert refused.code == "request-moved"
    undone = filled.undo.undo_before(refused.id)
    assert undone is not None
    assert undone.data == {"name": "Before"}


def test_a_hard_delete_brings_back_all_that_hung_on_it(filled: House) -> None:
    before = user_rows(filled)
    with filled.store.step("mentors-deleted"):
        Mentor.delete().execute()
    after = user_rows(filled)
    for table in ("fit_answer", "interaction", "moment", "letter_writer", "meeting"):
        assert before[table], table
        assert after[table] == [], table
    filled.undo.undo()
    assert user_rows(filled) == before


def test_a_step_inside_a_step_joins_it(house: House) -> None:
    with house.store.step("request-sent"):
        bell = house.mentors.add("Dr. Bell")
        house.interactions.log(bell, InteractionKind.EMAIL, DAY)
    step = house.undo.undo()
    assert step is not None
    assert step.code == "request-sent"
    assert house.mentors.rows() == []
    assert house.undo.next_undo() is None


def test_a_step_that_fails_half_way_leaves_nothing(house: House) -> None:
    with pytest.raises(ZeroDivisionError):
        _add_and_fail(house)
    assert house.mentors.rows() == []
    assert house.undo.next_undo() is None
    assert house.heard == []
    house.mentors.add("Dr. Bell")
    assert len(house.mentors.rows()) == 1


def _add_and_fail(house: House) -> None:
    with house.store.step("mentor-added"):
        house.mentors.add("Dr. Bell")
        raise ZeroDivisionError


def test_a_step_whose_mail_has_left_is_refused_each_time_until_it_is_passed_over(
    house: House,
) -> None:
    house.reminders.add("First", DAY)
    house.reminders.add("Before", DAY)
    house.reminders.add("With mail", DAY)
    newest = house.undo.next_undo()
    assert newest is not None

    def mail(step_id: int) -> bool:
        if step_id == newest.id:
            raise MailAlreadyLeftError(label="request-sent")
        return False

    service = UndoService(house.store, mail)
    rows = user_rows(house)
    for _ in range(2):
        with pytest.raises(MailAlreadyLeftError) as refused:
            service.undo()
        assert refused.value.label == "With mail"
        assert user_rows(house) == rows
    before = service.step_before(newest.id)
    assert before is not None
    assert service.undo_before(newest.id) == before
    assert before.data == {"name": "Before"}
    assert service.undo_before(newest.id) is None
    undone = service.undo()
    assert undone is not None
    assert undone.data == {"name": "First"}


def test_what_a_later_step_hangs_on_is_not_undone_past_it(house: House) -> None:
    bell = house.mentors.add("Dr. Bell")
    house.letters.plan(bell)
    refused = house.undo.next_undo()
    assert refused is not None
    rows = user_rows(house)
    with pytest.raises(StepConflictError):
        house.undo.undo_before(refused.id)
    assert user_rows(house) == rows


def test_a_step_whose_mail_was_cancelled_is_never_sent_again_by_redo(house: House) -> None:
    house.reminders.add("With mail", DAY)
    UndoService(house.store, lambda _step: True).undo()
    assert house.undo.next_redo() is None


def test_a_later_start_begins_with_an_empty_log(paths: Paths, clock: FixedClock) -> None:
    house = House(paths, clock)
    house.reminders.add("Kept", DAY)
    house.close()
    house = House(paths, clock)
    assert house.undo.next_undo() is None
    assert house.sql("SELECT title FROM reminder") == [("Kept",)]
    house.close()


def test_an_open_step_that_cannot_be_undone_does_not_keep_the_file_shut(
    paths: Paths, clock: FixedClock, caplog: pytest.LogCaptureFixture
) -> None:
    house = House(paths, clock)
    bell = house.mentors.add("Dr. Bell")
    with house.store.database.atomic():
        undo.begin(house.store.database, "import", {}, clock.now().isoformat())
        Mentor.change(bell, notes="half")
    house.store.database.execute_sql("UPDATE undo_recorder SET step_id = NULL")
    with house.store.background():
        Mentor.change(bell, notes="later")
    house.close()
    house = House(paths, clock)
    assert house.mentors.get(bell).notes == "later"
    assert house.undo.next_undo() is None
    assert "could not be undone" in caplog.text
    house.close()


def test_a_killed_process_leaves_no_half_step(paths: Paths, clock: FixedClock) -> None:
    """Once inside a transaction, and once between the slices of a long job."""
    house = House(paths, clock)
    house.sample.add()
    start = user_rows(house)
    house.close()
    code = textwrap.dedent(f"""
        import os, signal
        from pathlib import Path
        from lordesk.clock import Clock
        from lordesk.events import Bus
        from lordesk.models import undo
        from lordesk.models.dates import Reminder
        from lordesk.models.people import Mentor
        from lordesk.models.store import Store
        store = Store(Path({str(paths.database)!r}), Bus(), Clock())
        store.open(lambda version: None, True)
        with store.database.atomic():
            undo.begin(store.database, "import", {{}}, store.clock.now().isoformat())
            Mentor.update(notes="half").execute()
        with store.database.atomic():
            Mentor.delete().where(Mentor.id == 1).execute()
        store.database.begin()
        Reminder.delete().execute()
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    child = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False, timeout=60
    )
    assert child.returncode == -signal.SIGKILL
    house = House(paths, clock)
    try:
        assert user_rows(house) == start
        house.reminders.add("Goes on", DAY)
        house.undo.undo()
        assert user_rows(house) == start
    finally:
        house.close()
