"""The shipped rule packs and season calendars, read once each when first asked for.

A pack that does not parse is kept out and named, so that one bad file stops nothing else.
"""

from __future__ import annotations

import json
import logging
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from lordesk.domain import holidays as holiday_rules
from lordesk.domain import rulepacks
from lordesk.errors import RulePackError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from lordesk.domain.rulepacks import SeasonCalendar, ServiceRule, SpecialtyRule
    from lordesk.kinds import LetterService

log = logging.getLogger(__name__)
T = TypeVar("T")


class RuleService:
    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self.broken: list[str] = []

    @cached_property
    def services(self) -> dict[LetterService, ServiceRule]:
        return self._parsed("rules/services.json", rulepacks.parse_services, {})

    @cached_property
    def specialties(self) -> dict[str, SpecialtyRule]:
        return self._parsed("rules/specialties.json", rulepacks.parse_specialties, {})

    @cached_property
    def seasons(self) -> tuple[SeasonCalendar, ...]:
        names = sorted(path.name for path in (self._resources / "seasons").glob("*.json"))
        found = [self._parsed(f"seasons/{name}", rulepacks.parse_season, None) for name in names]
        return tuple(season for season in found if season is not None)

    @cached_property
    def _holiday_rules(self) -> tuple[holiday_rules.HolidayRule, ...]:
        return self._parsed("holidays.json", rulepacks.parse_holidays, ())

    def holidays(self, year: int) -> dict[date, str]:
        """The federal holidays of a year and the next, by day."""
        return _holidays(self._holiday_rules, year)

    def _parsed(self, name: str, parse: Callable[[Any], T], otherwise: T) -> T:
        try:
            text = (self._resources / name).read_text(encoding="utf-8")
            return parse(json.loads(text))
        except (OSError, ValueError, RulePackError) as error:
            log.warning("rule pack %s is left out: %s", name, error)
            self.broken.append(name)
            return otherwise


@lru_cache(maxsize=8)
def _holidays(rules: tuple[holiday_rules.HolidayRule, ...], year: int) -> dict[date, str]:
    return holiday_rules.holidays_in(rules, (year, year + 1))
