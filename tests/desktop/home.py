"""A home that is filled, or looked into, while no program has it open."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from lordesk.clock import Clock
from lordesk.core import Core
from lordesk.paths import paths_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def opened(home: Path) -> Iterator[Core]:
    core = Core.open(paths_in(home), Clock())
    try:
        yield core
    finally:
        core.close()


def set_up(home: Path) -> None:
    """As it is after Welcome, at any hour of the day a time for reminders."""
    with opened(home) as core:
        core.settings.change(welcomed=True, quiet_from="00:00", quiet_to="00:00")
