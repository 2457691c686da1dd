"""The states of an outbox entry and their order."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from lordesk.domain import outbox_states as rules
from lordesk.kinds import OutboxState as S


def test_every_state_has_its_followers() -> None:
    assert set(rules.FOLLOWERS) == set(S)


@pytest.mark.parametrize("state", S)
def test_no_state_follows_itself(state: S) -> None:
    assert not rules.may_follow(state, state)


@pytest.mark.parametrize("state", [S.SENT, S.CANCELLED, S.CONFIRMED])
def test_a_finished_message_stays_finished(state: S) -> None:
    assert not any(rules.may_follow(state, other) for other in S)


def test_only_a_queued_message_is_claimed() -> None:
    assert [state for state in S if rules.may_follow(state, S.SENDING)] == [S.QUEUED]


def test_the_mark_data_is_set_by_the_sender_alone() -> None:
    assert [state for state in S if rules.may_follow(state, S.DATA)] == [S.SENDING]


def test_sent_comes_after_data_alone() -> None:
    assert [state for state in S if rules.may_follow(state, S.SENT)] == [S.DATA]


def test_an_unknown_message_never_goes_back_on_the_road() -> None:
    reached, todo = set(), [S.UNKNOWN]
    while todo:
        state = todo.pop()
        for after in rules.FOLLOWERS[state] - reached:
            reached.add(after)
            todo.append(after)
    assert reached == {S.CONFIRMED, S.CANCELLED}


def test_a_message_being_sent_cannot_be_cancelled() -> None:
    assert not rules.CANCELLABLE & {S.SENDING, S.DATA, S.SENT}
    assert {S.QUEUED, S.WAITING, S.HELD} <= rules.CANCELLABLE


@pytest.mark.parametrize(
    ("found", "becomes"),
    [(S.SENDING, S.QUEUED), (S.DATA, S.UNKNOWN), (S.QUEUED, S.QUEUED), (S.WAITING, S.WAITING)],
)
def test_a_crash_returns_sending_and_doubts_data(found: S, becomes: S) -> None:
    assert rules.after_crash(found) is becomes


@pytest.mark.parametrize("state", S)
def test_a_crash_makes_only_allowed_moves(state: S) -> None:
    after = rules.after_crash(state)
    assert after is state or rules.may_follow(state, after)


def test_the_delay_grows_and_ends() -> None:
    delays = [rules.retry_delay(n) for n in range(1, rules.RETRY_LIMIT)]
    assert all(later > sooner for sooner, later in pairwise(d for d in delays if d))
    assert delays[0] == timedelta(minutes=1)
    assert rules.retry_delay(rules.RETRY_LIMIT) is None
    assert rules.retry_delay(rules.RETRY_LIMIT + 5) is None


def test_attempts_are_counted_from_one() -> None:
    with pytest.raises(ValueError, match="from 1"):
        rules.retry_delay(0)
