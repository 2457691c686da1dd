"""What a rule found. Rules return these and never a sentence; `ui.wording` makes the sentence."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.kinds import Severity


@dataclass(frozen=True)
class Place:
    """Where in a message a finding is: a field ("to", "cc", "subject", "body") and a span in it."""

    field: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Finding:
    """`data` holds the names, dates and counts that the sentence needs."""

    code: str
    severity: Severity
    data: Mapping[str, object] = field(default_factory=dict)
    place: Place | None = None
