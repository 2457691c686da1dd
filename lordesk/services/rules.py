"""The rule packs and season calendars with the user's edits over them.

Each pack is read when first asked for. A pack that does not parse is kept out and named, so that
one bad file stops nothing else; so is an edit that no longer fits its pack.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from lordesk.domain import holidays as holiday_rules
from lordesk.domain import requirements, rule_paths
from lordesk.errors import RulePackError
from lordesk.models.applications import RuleEdit
from lordesk.rows.rules import RuleConflict, RuleRow
from lordesk.services.rule_files import Pack, RuleFiles
from lordesk.services.rule_overlay import (
    FOLDERS,
    HOLIDAYS,
    SERVICES,
    SPECIALTIES,
    Laid,
    laid_over,
    parser,
    plain,
    typed,
    value_or_none,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from lordesk.domain.rulepacks import SeasonCalendar, ServiceRule, SpecialtyRule
    from lordesk.events import Changed
    from lordesk.kinds import LetterService
    from lordesk.models.store import Store
    from lordesk.rows.letters import ApplicationRow
    from lordesk.rows.rules import BrokenPack


class RuleService:
    """`pack` is a file without its ending: "services", "specialties", "eras-2027"."""

    def __init__(self, resources: Path, store: Store, own: Path) -> None:
        self._store = store
        self._files = RuleFiles(resources, own)
        self._shipped: dict[str, Pack[Any] | None] = {}
        self._laid: dict[str, Laid | None] = {}
        self._edits: dict[str, dict[str, RuleEdit]] | None = None
        store.bus.subscribe(self._on_changed)

    # --- the rules as they hold -------------------------------------------------------------------

    @property
    def services(self) -> dict[LetterService, ServiceRule]:
        laid = self._pack(SERVICES)
        return laid.now.value if laid else {}

    @property
    def specialties(self) -> dict[str, SpecialtyRule]:
        laid = self._pack(SPECIALTIES)
        return laid.now.value if laid else {}

    @property
    def seasons(self) -> tuple[SeasonCalendar, ...]:
        return tuple(calendar for _, calendar in self._calendars())

    def holidays(self, year: int) -> dict[date, str]:
        """The federal holidays of a year and the next, by day."""
        laid = self._pack(HOLIDAYS)
        return _holidays(laid.now.value if laid else (), year)

    @property
    def broken(self) -> list[BrokenPack]:
        """The files that were kept out, of those that were read until now."""
        return list(self._files.broken)

    # --- single rules and where they come from ----------------------------------------------------

    def rule(self, pack: str, path: str) -> RuleRow:
        """Raises RulePackError where there is no such rule."""
        shipped, now, _ = self._known(pack)
        return RuleRow(
            pack=pack,
            path=path,
            group=pack if pack in FOLDERS else "season",
            key=rule_paths.last_key(path),
            item=rule_paths.name_of(shipped.data, path),
            value=typed(path, rule_paths.value_at(now.data, path)),
            shipped=typed(path, rule_paths.value_at(shipped.data, path)),
            beside=rule_paths.beside(now.data, path),
            origin=rule_paths.origin_at(shipped.data, path),
            status=rule_paths.standing(now.data, path),
            edited=path in self._edits_of(pack),
            editable=rule_paths.is_editable(path),
        )

    def sources_for(self, application: ApplicationRow) -> tuple[RuleRow, ...]:
        """Every rule of the season, the service, the specialty and the kind of an application."""
        return tuple(self.rule(pack, path) for pack, path in self._paths_for(application))

    def _paths_for(self, application: ApplicationRow) -> Iterator[tuple[str, str]]:
        kind, service = application.kind, application.service
        for name, calendar in self._calendars():
            if (calendar.service, calendar.season) == (service, application.season):
                for event in calendar.events:
                    yield from self._paths(name, event.key)
        if service is not None and service in self.services:
            yield from self._paths(SERVICES, service)
        rule = requirements.specialty_rule(kind, service, application.specialty, self.specialties)
        if rule is not None:
            yield from self._paths(SPECIALTIES, rule.key)
            general = rule_paths.of_kind(kind)
            if general in rule_paths.entries(self._known(SPECIALTIES).now.data):
                yield from self._paths(SPECIALTIES, general)

    def _paths(self, pack: str, entry: str) -> Iterator[tuple[str, str]]:
        for path in rule_paths.paths_of(self._known(pack).now.data, entry):
            yield pack, path

    # --- the user's edits -------------------------------------------------------------------------

    def edit(self, pack: str, path: str, value: Any) -> None:
        """Lay a value over the shipped one; the shipped value itself takes the edit away.

        Raises RulePackError, and changes nothing, where the pack would not parse with it.
        """
        laid, wanted = self._known(pack), plain(value)
        shipped = rule_paths.value_at(laid.shipped.data, path)
        if (wanted, type(wanted)) == (shipped, type(shipped)):
            self.reset(pack, path)
            return
        parser(pack)(rule_paths.with_value(laid.now.data, path, wanted))
        with self._store.step("rule-changed", name=rule_paths.name_of(laid.shipped.data, path)):
            self._remove(pack, path)
            RuleEdit.create(pack=pack, path=path, value=wanted, shipped_value=shipped)

    def reset(self, pack: str, path: str) -> None:
        """Back to the shipped value; without an edit nothing happens."""
        if path in self._edits_of(pack):
            with self._store.step("rule-reset", name=self._name_of(pack, path)):
                self._remove(pack, path)

    def conflicts(self) -> tuple[RuleConflict, ...]:
        """Edits whose shipped value has changed since, or is gone."""
        edits = [edit for pack in sorted(self._all_edits()) for edit in self._in_order(pack)]
        found = [self._conflict(edit) for edit in edits]
        return tuple(conflict for conflict in found if conflict is not None)

    def keep(self, pack: str, path: str) -> None:
        """The user's value stays, over the new shipped one. Raises RulePackError if it cannot."""
        laid, edit = self._known(pack), self._edits_of(pack)[path]
        shipped = rule_paths.value_at(laid.shipped.data, path)
        parser(pack)(rule_paths.with_value(laid.now.data, path, edit.value))
        with self._store.step("rule-kept", name=self._name_of(pack, path)):
            RuleEdit.change(edit.id, shipped_value=shipped)

    def take(self, pack: str, path: str) -> None:
        """The new shipped value instead of the user's; it is a reset by another name."""
        self.reset(pack, path)

    def _conflict(self, edit: RuleEdit) -> RuleConflict | None:
        laid = self._pack(edit.pack)
        now = value_or_none(laid.shipped if laid else None, edit.path)
        refused = laid is not None and edit.path in laid.refused
        if now == edit.shipped_value and not refused:
            return None
        gone = laid is None or now is None
        return RuleConflict(
            pack=edit.pack,
            path=edit.path,
            key=rule_paths.last_key(edit.path),
            item=self._name_of(edit.pack, edit.path),
            beside={} if laid is None or gone else rule_paths.beside(laid.shipped.data, edit.path),
            mine=typed(edit.path, edit.value),
            before=typed(edit.path, edit.shipped_value),
            now=typed(edit.path, now),
            fits=not (gone or refused),
        )

    def _remove(self, pack: str, path: str) -> None:
        RuleEdit.delete().where((RuleEdit.pack == pack) & (RuleEdit.path == path)).execute()

    def _name_of(self, pack: str, path: str) -> str:
        laid = self._pack(pack)
        if laid is None or value_or_none(laid.shipped, path) is None:
            return path.partition(".")[0]
        return rule_paths.name_of(laid.shipped.data, path)

    # --- packs ------------------------------------------------------------------------------------

    def _calendars(self) -> Iterator[tuple[str, SeasonCalendar]]:
        for name in self._season_names:
            laid = self._pack(name)
            if laid is not None:
                yield name, laid.now.value

    @cached_property
    def _season_names(self) -> list[str]:
        return [name.removesuffix(".json") for name in self._files.seasons()]

    def _known(self, pack: str) -> Laid:
        laid = self._pack(pack)
        if laid is None:
            raise RulePackError(place=pack, problem="no-such-rule")
        return laid

    def _pack(self, name: str) -> Laid | None:
        if name not in self._laid:
            shipped = self._read(name)
            edits = self._in_order(name)
            self._laid[name] = None if shipped is None else laid_over(name, shipped, edits)
        return self._laid[name]

    def _read(self, name: str) -> Pack[Any] | None:
        if name not in self._shipped:
            folder = FOLDERS.get(name, "seasons")
            self._shipped[name] = self._files.read(folder, f"{name}.json", parser(name))
        return self._shipped[name]

    def _edits_of(self, pack: str) -> dict[str, RuleEdit]:
        return self._all_edits().get(pack, {})

    def _in_order(self, pack: str) -> list[RuleEdit]:
        return [edit for _, edit in sorted(self._edits_of(pack).items())]

    def _all_edits(self) -> dict[str, dict[str, RuleEdit]]:
        if self._edits is None:
            self._edits = {}
            for edit in RuleEdit.select():
                self._edits.setdefault(edit.pack, {})[edit.path] = edit
        return self._edits

    def _on_changed(self, changed: Changed) -> None:
        """An edit was made, undone or redone: packs are laid anew when they are next asked for."""
        if "rule_edit" in changed.tables:
            self._edits = None
            self._laid.clear()


@lru_cache(maxsize=8)
def _holidays(rules: tuple[holiday_rules.HolidayRule, ...], year: int) -> dict[date, str]:
    return holiday_rules.holidays_in(rules, (year, year + 1))
