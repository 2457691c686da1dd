"""Letters are read anew exactly when something was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lordesk.domain import status
from lordesk.models import letter_queries
from lordesk.models.database import driver
from lordesk.models.letters import Letter

if TYPE_CHECKING:
    from tests.core.conftest import House


def read(house: House) -> tuple[object, ...]:
    return letter_queries.marked_rows(house.clock.today(), status.attention)


def _delete_all_and_fail(house: House) -> None:
    with house.store.background():
        Letter.delete().execute()
        assert read(house) == ()
        raise ZeroDivisionError


def test_a_second_reading_is_the_first(filled: House) -> None:
    assert read(filled) is read(filled)


def test_what_this_connection_writes_is_seen(filled: House) -> None:
    first = read(filled)
    filled.letters.plan(filled.mentors.rows()[0].id)
    assert len(read(filled)) == len(first) + 1


def test_what_another_connection_writes_is_seen(filled: House) -> None:
    first = read(filled)
    other = driver.connect(str(filled.paths.database))
    other.execute("UPDATE letter SET deleted_at = '2026-08-18T12:00:00+00:00' WHERE id = 1")
    other.commit()
    other.close()
    assert len(read(filled)) == len(first) - 1


def test_what_is_rolled_back_is_not_kept(filled: House) -> None:
    first = read(filled)
    with pytest.raises(ZeroDivisionError):
        _delete_all_and_fail(filled)
    assert read(filled) == first


def test_undo_is_seen(filled: House) -> None:
    first = read(filled)
    filled.letters.delete(filled.letters.rows()[0].id)
    filled.undo.undo()
    assert read(filled) == first
