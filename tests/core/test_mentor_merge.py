"""Two records of one person: found, made one with all that hangs on them, and undone whole."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import HomeNotWritableError, InvalidInputError
from lordesk.jobs import JobContext
from lordesk.kinds import FitQuestion, InteractionKind, Stage
from lordesk.models.letters import LetterWriter
from lordesk.rows.people import FitAnswer, MentorLink
from tests.core.dump import user_rows
from tests.core.verbs import application, target

if TYPE_CHECKING:
    from tests.core.conftest import House

TODAY = date(2026, 8, 18)


@pytest.fixture
def twins(filled: House) -> tuple[int, int]:
    """Two records, each with a letter, a contact, a moment, a task, a meeting and a link."""
    found = []
    for name, email, level in (
        ("Dr. Elena Rossi", "e.rossi@ward.example", 1),
        ("Elena Rossi, MD", "elena@home.example", 4),
    ):
        goal = application(filled)
        mentor = filled.mentors.add(
            name, email=email, tags=[email[0]], notes=f"Note of {email}", specialty=email
        )
        letter = filled.letters.get(filled.letters.plan(mentor, goal))
        filled.requests.move(letter.request_id, Stage.ASKED)
        filled.interactions.log(mentor, InteractionKind.MEETING, TODAY, "Talk", "Write", TODAY)
        filled.interactions.add_moment(mentor, f"Story of {name}")
        filled.meetings.add("Coffee", TODAY, mentor_id=mentor)
        filled.mentors.set_answers(mentor, [FitAnswer(FitQuestion.DEPTH, level)], goal)
        links = [MentorLink(target(filled, 0), "trained"), MentorLink(target(filled, level), "x")]
        filled.mentors.update(mentor, links=links)
        found.append(mentor)
    filled.mentors.set_fit(found[1], FitQuestion.OBSERVED, 3)
    return found[0], found[1]


def test_likely_twins_are_proposed_until_the_user_denies_it(
    filled: House, twins: tuple[int, int]
) -> None:
    (pair,) = filled.merge.proposals_job(JobContext())
    assert (pair.keep_id, pair.other_id, pair.code) == (*twins, "similar-name")
    filled.merge.not_the_same(twins[1], twins[0])
    assert filled.merge.proposals() == ()


def test_a_denial_that_cannot_be_kept_is_said(
    filled: House, twins: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**values: object) -> None:
        raise OSError(30, "read-only")

    monkeypatch.setattr(filled.settings, "change", refuse)
    with pytest.raises(HomeNotWritableError):
        filled.merge.not_the_same(*twins)


def test_everything_of_both_hangs_on_the_one_that_is_kept(
    filled: House, twins: tuple[int, int]
) -> None:
    kept, other = twins
    filled.merge.merge(kept, other, {"specialty": "other"})
    found = filled.mentors.get(kept)
    assert found.specialty == "elena@home.example"
    assert (found.email, found.alternate_email) == ("e.rossi@ward.example", "elena@home.example")
    assert found.tags == ("e",)
    assert found.notes == "Note of e.rossi@ward.example\n\nNote of elena@home.example"
    assert len(filled.letters.rows(mentor_id=kept)) == 2
    assert len(filled.interactions.rows(kept)) == len(filled.interactions.moments(kept)) == 2
    assert len(filled.reminders.of_mentor(kept)) == 2
    answers = {a.question: a.level for a in filled.mentors.fit_answers(kept, None)}
    assert answers == {FitQuestion.DEPTH: 1, FitQuestion.OBSERVED: 3}
    assert [link.link for link in filled.mentors.links(kept)] == ["trained", "x", "x"]
    assert other not in {row.id for row in filled.mentors.rows(archived=True)}
    assert filled.merge.proposals() == ()


def test_undo_brings_back_both_as_they_were_and_redo_merges_again(
    filled: House, twins: tuple[int, int]
) -> None:
    before = user_rows(filled)
    filled.merge.merge(*twins)
    after = user_rows(filled)
    assert after != before
    filled.undo.undo()
    assert user_rows(filled) == before
    filled.undo.redo()
    assert user_rows(filled) == after


def test_a_letter_that_both_write_has_one_writer(filled: House, twins: tuple[int, int]) -> None:
    letter = filled.letters.rows(mentor_id=twins[0])[0]
    LetterWriter.create(letter_id=letter.id, mentor_id=twins[1], position=1)
    filled.merge.merge(*twins)
    writers = filled.sql("SELECT mentor_id FROM letter_writer WHERE letter_id = ?", letter.id)
    assert writers == [(twins[0],)]


def test_a_merge_into_an_archived_record_takes_it_out_of_the_archive(
    filled: House, twins: tuple[int, int]
) -> None:
    filled.mentors.archive([twins[0]])
    filled.merge.merge(*twins)
    assert not filled.mentors.get(twins[0]).archived


def test_notices_and_drafts_lead_to_the_one_that_is_left(
    filled: House, twins: tuple[int, int]
) -> None:
    filled.store.database.execute_sql(
        "INSERT INTO notice (key, kind, code, mentor_id, page, shown_at)"
        " VALUES ('meeting:9', 'meeting', 'x', ?, 'mentors', '2026-08-18T00:00:00+00:00')",
        (twins[1],),
    )
    filled.store.database.execute_sql(
        "INSERT INTO wizard_draft (step, state, saved_at)"
        " VALUES (1, json_object('mentor_id', ?), '2026-08-18T00:00:00+00:00')",
        (twins[1],),
    )
    filled.merge.merge(*twins)
    assert filled.sql("SELECT mentor_id FROM notice WHERE key = 'meeting:9'") == [(twins[0],)]
    assert filled.sql("SELECT json_extract(state, '$.mentor_id') FROM wizard_draft") == [
        (twins[0],)
    ]


def test_a_record_is_not_merged_with_itself(filled: House, twins: tuple[int, int]) -> None:
    with pytest.raises(InvalidInputError):
        filled.merge.merge(twins[0], twins[0])


def test_a_silence_of_years_and_any_script_survive_a_merge(house: House) -> None:
    name, notes = "د. ليلى حداد", "א" * 8000
    kept, other = house.mentors.add(name), house.mentors.add(name, notes=notes)
    house.interactions.log(other, InteractionKind.EMAIL, TODAY - timedelta(days=4000), "x" * 8000)
    house.merge.merge(kept, other)
    assert house.mentors.get(kept).notes == notes
    assert house.interactions.rows(kept)[0].note == "x" * 8000
