"""What is wrong with a letter itself: too old, through a closed door, or not recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.references import plain_reference
from lordesk.domain.status import IN_STAGES
from lordesk.kinds import Severity, Stage, Waiver
from lordesk.rows.coverage import GapAction, Written
from lordesk.rows.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.domain.coverage_view import View
    from lordesk.rows.letters import LetterRow


def findings(view: View) -> Iterator[Finding]:
    yield from _channels(view)
    yield from _stale(view)
    yield from _references(view)
    yield from _waivers(view)


def _channels(view: View) -> Iterator[Finding]:
    """CASPA takes nothing that Interfolio or a career center stores."""
    for letter in view.standing.values():
        if letter.service in view.facts.rules.refused_channels:
            data = {
                "name": letter.mentor_short,
                "channel": letter.service,
                "service": view.facts.application.service,
                "letter_id": letter.id,
                "action": GapAction.CHANGE_CHANNEL,
            }
            yield Finding("channel-refused", Severity.BLOCKS, data)


def _stale(view: View) -> Iterator[Finding]:
    season, newest = view.facts.application.season, view.facts.rules.newest_of
    for letter in view.standing.values():
        written = view.facts.written.get(letter.id, Written())
        on = written.on or (letter.submitted_on if letter.stage in IN_STAGES else None)
        data = {
            "name": letter.mentor_short,
            "letter_id": letter.id,
            "action": GapAction.ASK,
            "on": on,
        }
        if on and newest and on < newest:
            yield Finding("letter-stale", Severity.ACKNOWLEDGE, data | {"newest": newest})
        elif written.season and season and written.season != season:
            more = {"season": written.season, "now": season}
            yield Finding("letter-earlier-season", Severity.ACKNOWLEDGE, data | more)


def _references(view: View) -> Iterator[Finding]:
    """One number is for one letter: a second writer who uses it is turned away."""
    first: dict[str, LetterRow] = {}
    for letter in view.letters.values():
        number = plain_reference(letter.reference)
        if not number:
            continue
        before = first.setdefault(number, letter)
        if before is not letter:
            data = {
                "reference": letter.reference.strip(),
                "name": letter.mentor_short,
                "other": before.mentor_short,
                "letter_id": letter.id,
                "other_id": before.id,
                "action": GapAction.EDIT_LETTER,
            }
            yield Finding("reference-repeated", Severity.ACKNOWLEDGE, data)


def _waivers(view: View) -> Iterator[Finding]:
    """One line for all letters of a kind, since the choice is usually the same for each."""
    asked = [x for x in view.standing.values() if x.stage is not Stage.PLANNED]
    for waiver, code in (
        (Waiver.UNDECIDED, "waiver-missing"),
        (Waiver.KEPT, "waiver-not-waived"),
    ):
        found = [letter for letter in asked if letter.waiver is waiver]
        if found:
            data = {
                "name": found[0].mentor_short,
                "letters": len(found),
                "letter_id": found[0].id,
                "letter_ids": tuple(letter.id for letter in found),
                "action": GapAction.EDIT_LETTER,
            }
            yield Finding(code, Severity.HINT, data)
