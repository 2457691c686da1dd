"""A step that can be undone or redone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True)
class StepRow:
    """`code` and `data` are what `ui.wording` makes "Dr. Bell was archived." of."""

    id: int
    code: str
    data: Mapping[str, str]
    at: datetime
