"""The user's edits laid over one pack, each only if the pack still parses with it."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from lordesk.domain import rule_paths, rulepacks
from lordesk.domain.rulepacks import SeasonCalendar
from lordesk.errors import RulePackError
from lordesk.kinds import DateStatus
from lordesk.services.rule_files import Pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lordesk.models.applications import RuleEdit

log = logging.getLogger(__name__)

SERVICES, SPECIALTIES, HOLIDAYS = "services", "specialties", "holidays"
FOLDERS = {SERVICES: "rules", SPECIALTIES: "rules", HOLIDAYS: "."}
"""Where a pack is shipped; every other name is a season's."""
_PARSERS: dict[str, Callable[[object], Any]] = {
    SERVICES: rulepacks.parse_services,
    SPECIALTIES: rulepacks.parse_specialties,
    HOLIDAYS: rulepacks.parse_holidays,
}


class Laid(NamedTuple):
    """A pack as it is shipped and as it holds; `refused` are paths of edits that do not fit."""

    shipped: Pack[Any]
    now: Pack[Any]
    refused: frozenset[str]


def parser(name: str) -> Callable[[object], Any]:
    return _PARSERS.get(name, rulepacks.parse_season)


def laid_over(name: str, shipped: Pack[Any], edits: Sequence[RuleEdit]) -> Laid:
    now, refused = shipped, set()
    for edit in edits:
        try:
            data = rule_paths.with_value(now.data, edit.path, edit.value)
            now = Pack(data, parser(name)(data))
        except RulePackError as error:
            log.warning("edit of %s is left out: %s %s", name, error.place, error.problem)
            refused.add(edit.path)
    if isinstance(now.value, SeasonCalendar):
        now = Pack(now.data, _with_own_dates(now.value))
    return Laid(shipped, now, frozenset(refused))


def _with_own_dates(calendar: SeasonCalendar) -> SeasonCalendar:
    """A day that the user set does not come from the page of the shipped one."""
    events = tuple(
        replace(event, origin=replace(event.origin, source=""))
        if event.status is DateStatus.OWN
        else event
        for event in calendar.events
    )
    return replace(calendar, events=events)


def value_or_none(pack: Pack[Any] | None, path: str) -> Any:
    """None where the pack has no such value (any more)."""
    try:
        return None if pack is None else rule_paths.value_at(pack.data, path)
    except RulePackError:
        return None


def typed(path: str, value: Any) -> Any:
    """Days as days; a pack has them as text."""
    if rule_paths.last_key(path) != "on" or not isinstance(value, str):
        return value
    return date.fromisoformat(value)


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
