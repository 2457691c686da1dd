"""What the user answers at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from datetime import date

    from lordesk.kinds import ApplicationKind


@dataclass(frozen=True)
class FirstApplication:
    """`specialty` is the name of a rule, or the user's own words; `letters_by` may be open."""

    kind: ApplicationKind
    specialty: str = ""
    letters_by: date | None = None


@dataclass(frozen=True)
class FirstMentor:
    name: str
    how_known: str = ""
