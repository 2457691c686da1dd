"""What an application takes along into the next season: people and targets, and no old letter.

AMCAS, for example, keeps letters for one application year and reapplicants have them sent again;
ERAS lets letters of a submitted season be imported, with the watermark of their first upload.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.status import IN_STAGES
from lordesk.kinds import LetterService, Stage
from lordesk.rows.late import dataclass
from lordesk.rows.reason import Reason
from lordesk.rows.rollover import RolledLetter, Rollover

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from lordesk.rows.letters import ApplicationRow, LetterRow, TargetRow

IMPORTS, KEEPS = "import", "kept"


@dataclass(frozen=True, kw_only=True)
class NextSeason:
    """The season to go to. `carry_over` is what the service does with letters that it received:
    "import", "kept", "none", or empty where nobody says. `newest_of` is the first day from which a
    letter is recent there.
    """

    season: str
    carry_over: str = ""
    newest_of: date | None = None


def rollover(
    application: ApplicationRow,
    targets: Sequence[TargetRow],
    letters: Sequence[LetterRow],
    season: NextSeason,
    gone: Collection[int] = (),
) -> Rollover:
    """`gone` are mentors who are archived or have left; nobody who declined is asked again."""
    rolled = tuple(_rolled(letter, season, letter.mentor_id in gone) for letter in letters)
    going = dict.fromkeys(letter.mentor_id for letter in rolled if letter.code != "leave")
    behind = dict.fromkeys(letter.mentor_id for letter in rolled if letter.mentor_id not in going)
    return Rollover(
        season=season.season,
        mentor_ids=tuple(going),
        left_mentor_ids=tuple(behind),
        slot_ids=tuple(slot.id for slot in application.slots),
        target_ids=tuple(target.id for target in targets),
        letters=rolled,
    )


def _rolled(letter: LetterRow, season: NextSeason, gone: bool) -> RolledLetter:
    if gone or letter.stage is Stage.DECLINED:
        why = Reason("mentor-gone" if gone else "declined", {"name": letter.mentor_short})
        return _row(letter, "leave", letter.stage in IN_STAGES, (why,))
    if letter.stage not in IN_STAGES:
        return _row(letter, "ask_again", False, (Reason("never-came"),))
    too_old = _too_old(letter, season)
    if season.carry_over == IMPORTS:
        shown = Reason("date-shows", {"on": letter.submitted_on})
        return _row(letter, "import", too_old is not None, (*_only(too_old), shown))
    if letter.service is LetterService.INTERFOLIO or season.carry_over == KEEPS:
        old_words = Reason("of-another-season", {"on": letter.submitted_on})
        return _row(letter, "stored", True, (*_only(too_old), old_words))
    return _row(letter, "ask_again", True, (*_only(too_old), Reason("not-kept")))


def _too_old(letter: LetterRow, season: NextSeason) -> Reason | None:
    on, newest = letter.submitted_on, season.newest_of
    if on is None or newest is None or on >= newest:
        return None
    return Reason("too-old", {"on": on, "newest": newest})


def _only(reason: Reason | None) -> tuple[Reason, ...]:
    return () if reason is None else (reason,)


def _row(letter: LetterRow, code: str, stale: bool, reasons: tuple[Reason, ...]) -> RolledLetter:
    return RolledLetter(letter.id, letter.mentor_id, letter.kind, code, stale, reasons)
