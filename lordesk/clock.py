"""The only reader of the time. It is injected everywhere: tests and the demo own the day."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DAY_START = timedelta(hours=4)
"""The working day turns at 04:00 for Today and digests only."""


class Clock:
    """The system's clock, in the applicant's zone."""

    def __init__(self, zone: ZoneInfo | None = None) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)

    def local_now(self) -> datetime:
        """The wall time where the applicant is."""
        return self.now().astimezone(self._zone)

    def today(self) -> date:
        """The calendar day where the applicant is."""
        return self.local_now().date()

    def working_day(self) -> date:
        """The day that Today shows: until 04:00 it is still yesterday."""
        return (self.local_now() - DAY_START).date()

    def monotonic(self) -> float:
        """Seconds that no clock change moves; they may stop while the machine sleeps."""
        return time.monotonic()

    def zone_name(self) -> str:
        """The IANA name of the zone, or a fixed offset where the system tells no name."""
        if self._zone is not None:
            return self._zone.key
        return str(self.local_now().tzinfo)

    def set_zone(self, zone: ZoneInfo | None) -> None:
        self._zone = zone


class ShiftedClock(Clock):
    """A clock that began at a given instant and runs on from there: the demo's and the tour's."""

    def __init__(self, start: datetime, zone: ZoneInfo | None = None) -> None:
        super().__init__(zone)
        self._shift = start.astimezone(UTC) - datetime.now(UTC)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._shift


class FixedClock(Clock):
    """A clock that stands still until it is told to move."""

    def __init__(self, instant: datetime, zone: ZoneInfo | None = None) -> None:
        from zoneinfo import ZoneInfo

        super().__init__(zone or ZoneInfo("America/New_York"))
        self._instant = instant.astimezone(UTC)
        self._monotonic = 0.0

    def now(self) -> datetime:
        return self._instant

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, step: timedelta) -> None:
        self._instant += step
        self._monotonic += step.total_seconds()

    def jump_to(self, instant: datetime) -> None:
        """Move the wall clock alone, as a correction of the clock does."""
        self._instant = instant.astimezone(UTC)
