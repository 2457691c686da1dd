"""What a job is given: a way to report progress and to learn that it was cancelled."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class JobCancelledError(Exception):
    """Raised inside a job by `JobContext.check`; not a failure."""


class JobContext:
    """A job is a plain method of the core that takes this first. It knows nothing of threads."""

    def __init__(self, on_progress: Callable[[int, int], None] | None = None) -> None:
        self._on_progress = on_progress
        self._cancelled = Event()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()

    def check(self) -> None:
        """Raise `JobCancelledError` where the user has cancelled."""
        if self.cancelled:
            raise JobCancelledError

    def report(self, done: int, total: int) -> None:
        if self._on_progress is not None:
            self._on_progress(done, total)

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until cancelled; True when cancelled."""
        return self._cancelled.wait(seconds)
