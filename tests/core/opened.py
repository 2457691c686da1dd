"""A store of its own for a test, at the day of the pictures: Tuesday, August 18, 2026."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lordesk.clock import FixedClock
from lordesk.events import Bus
from lordesk.models.store import Store
from lordesk.paths import paths_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lordesk.paths import Paths

TUESDAY = datetime(2026, 8, 18, 14, 42, tzinfo=UTC)
"""10:42 AM where the applicant is."""


@contextmanager
def opened(
    home: Path, clock: FixedClock | None = None
) -> Iterator[tuple[Store, FixedClock, Paths]]:
    paths = paths_in(home)
    paths.make()
    clock = clock or FixedClock(TUESDAY)
    store = Store(paths.database, Bus(), clock)
    store.open(_no_backup, False)
    try:
        yield store, clock, paths
    finally:
        store.close()


def _no_backup(version: int) -> None:
    """A new file has nothing to keep."""
