"""Why a rule came to its result: a code with its data, and never a sentence."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Reason:
    """`data` holds the names, dates and counts that the sentence needs."""

    code: str
    data: Mapping[str, object] = field(default_factory=dict)
