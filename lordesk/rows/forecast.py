"""Whether a letter will arrive in time, in words and never in percent."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.reason import Reason


class ForecastCode(StrEnum):
    """From best to worst; UNKNOWN where there is no date to hold it against."""

    IN = "in"
    SAFE = "safe"
    NUDGE_NOW = "nudge_now"
    LINE_UP_BACKUP = "line_up_backup"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Forecast:
    """`by` is the last day on which a backup writer still has time; None where no date is known."""

    code: ForecastCode
    by: date | None
    reasons: tuple[Reason, ...]
