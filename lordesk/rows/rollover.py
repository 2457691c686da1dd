"""What goes along into the next season."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from lordesk.kinds import LetterKind
    from lordesk.rows.reason import Reason


@dataclass(frozen=True)
class RolledLetter:
    """A letter as it starts again. `code`: "ask_again", "import" (the service lets it be carried
    over as it is), "stored" (kept by a store of letters) or "leave" (its writer is gone).

    `stale` letters are too old for the new season, or of the old one; `reasons` say why.
    """

    letter_id: int
    mentor_id: int
    kind: LetterKind
    code: str
    stale: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Rollover:
    """Ids of the mentors, slots and targets to clone, with those left behind and each letter."""

    season: str
    mentor_ids: tuple[int, ...]
    left_mentor_ids: tuple[int, ...]
    slot_ids: tuple[int, ...]
    target_ids: tuple[int, ...]
    letters: tuple[RolledLetter, ...]
