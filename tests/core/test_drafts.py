from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import MissingRowError
from lordesk.services.drafts import DraftService
from tests.core.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lordesk.clock import FixedClock
    from lordesk.models.store import Store


@pytest.fixture
def world(tmp_path: Path) -> Iterator[tuple[DraftService, Store, FixedClock]]:
    with opened(tmp_path) as (store, clock, _):
        yield DraftService(store, clock), store, clock


def test_a_draft_survives_a_crash(tmp_path: Path) -> None:
    with opened(tmp_path) as (store, clock, _):
        saved = DraftService(store, clock).save(None, 3, {"moment": "A & B <b>"})
    with opened(tmp_path) as (store, clock, _):
        assert DraftService(store, clock).latest() == saved


def test_saving_again_keeps_one_draft_and_its_newest_state(world) -> None:
    drafts, _, clock = world
    first = drafts.save(None, 1, {"mentor_id": 1})
    clock.advance(timedelta(minutes=1))
    drafts.save(first.id, 2, {"mentor_id": 2})
    (only,) = drafts.rows()
    assert (only.id, only.step, only.state) == (first.id, 2, {"mentor_id": 2})
    assert only.saved_at == clock.now()


def test_a_draft_is_no_step_of_the_user(world) -> None:
    drafts, store, _ = world
    drafts.save(None, 1, {})
    assert store.next_undo() is None


def test_a_draft_that_is_gone_is_saved_anew(world) -> None:
    drafts, _, _ = world
    first = drafts.save(None, 1, {})
    drafts.discard(first.id)
    again = drafts.save(first.id, 1, {"tone": "brief"})
    assert drafts.latest() == again


def test_the_draft_of_a_sent_request_comes_back_only_when_the_sending_is_undone(world) -> None:
    drafts, _, _ = world
    draft = drafts.save(None, 5, {"tone": "warm"})
    drafts.mark_sent(draft.id, 7)
    assert drafts.latest() is None
    assert drafts.take_back(8) is None
    back = drafts.take_back(7)
    assert back is not None
    assert back.state == {"tone": "warm"}
    assert drafts.latest() == back


def test_sent_drafts_are_forgotten_at_the_next_start(world) -> None:
    drafts, _, _ = world
    sent, open_one = drafts.save(None, 5, {}), drafts.save(None, 2, {})
    drafts.mark_sent(sent.id, 1)
    drafts.forget_sent()
    assert drafts.rows() == [open_one]
    with pytest.raises(MissingRowError):
        drafts.get(sent.id)
