"""Which state of an outbox entry may follow which, and what a crash makes of each."""

from __future__ import annotations

from datetime import timedelta

from lordesk.kinds import OutboxState as S

FOLLOWERS: dict[S, frozenset[S]] = {
    S.DRAFT: frozenset({S.QUEUED, S.HANDED_OVER, S.CONFIRMED, S.CANCELLED}),
    S.QUEUED: frozenset({S.SENDING, S.HELD, S.CANCELLED}),
    # Before DATA nothing has been delivered, so a crash or a stop gives the message back.
    S.SENDING: frozenset({S.DATA, S.QUEUED, S.WAITING, S.REFUSED, S.HELD}),
    # After the mark the server may have the message: there is no way back to QUEUED from here.
    S.DATA: frozenset({S.SENT, S.WAITING, S.REFUSED, S.UNKNOWN}),
    S.WAITING: frozenset({S.QUEUED, S.HELD, S.CANCELLED}),
    S.HELD: frozenset({S.QUEUED, S.HANDED_OVER, S.CANCELLED}),
    # The server said no, so trying again after a correction cannot deliver it twice.
    S.REFUSED: frozenset({S.QUEUED, S.HANDED_OVER, S.CANCELLED}),
    # The user has looked: it arrived, or it did not. A resend is a new message.
    S.UNKNOWN: frozenset({S.CONFIRMED, S.CANCELLED}),
    S.HANDED_OVER: frozenset({S.CONFIRMED, S.CANCELLED}),
    S.SENT: frozenset(),
    S.CANCELLED: frozenset(),
    S.CONFIRMED: frozenset(),
}

PENDING = frozenset({S.QUEUED, S.SENDING, S.DATA, S.WAITING})
"""Still to go out by itself: a quit warns of these."""

CANCELLABLE = frozenset(state for state, after in FOLLOWERS.items() if S.CANCELLED in after)

RETRY_LIMIT = 8
"""So many tries, over about eight hours; then the message is held and the user is asked."""

_RETRY_MINUTES = (1, 5, 15, 30, 60, 120, 240)


def may_follow(from_state: S, to_state: S) -> bool:
    return to_state in FOLLOWERS[from_state]


def after_crash(state: S) -> S:
    """The state that an entry found at start is in, when the process died while it was `state`."""
    return {S.SENDING: S.QUEUED, S.DATA: S.UNKNOWN}.get(state, state)


def retry_delay(attempt: int) -> timedelta | None:
    """How long to wait after the `attempt`th try failed for now; None once the limit is reached."""
    if attempt < 1:
        raise ValueError("attempts are counted from 1")
    if attempt >= RETRY_LIMIT:
        return None
    return timedelta(minutes=_RETRY_MINUTES[attempt - 1])
