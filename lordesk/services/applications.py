"""Applications: what each needs, by when, and which target gets which letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.domain import deadlines, names, status
from lordesk.errors import InvalidInputError, MissingRowError
from lordesk.kinds import ApplicationKind, DateStatus, SlotNeed
from lordesk.models import application_queries, letter_queries
from lordesk.models.applications import Application, ApplicationDate, Slot
from lordesk.models.letters import SlotFill
from lordesk.models.unchanged import version_of
from lordesk.services.targets import TargetVerbs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from datetime import date, time

    from lordesk.clock import Clock
    from lordesk.domain.rulepacks import SeasonEvent, SlotRule
    from lordesk.kinds import LetterService
    from lordesk.models.store import Store
    from lordesk.rows.letters import ApplicationDateRow, ApplicationRow
    from lordesk.settings import SettingsFile


class ApplicationService(TargetVerbs):
    def __init__(self, store: Store, clock: Clock, settings: SettingsFile) -> None:
        super().__init__(store, clock)
        self._settings = settings
        self._read: tuple[Hashable, list[ApplicationRow]] | None = None

    # --- reading --------------------------------------------------------------------------------

    def rows(self) -> list[ApplicationRow]:
        """The open applications, in the order of adding them: none jumps when a date moves.

        Read anew only where something was written: a list asks at each of its rows.
        """
        today, version = self._clock.today(), version_of(self._store.database)
        if version is not None and self._read is not None and self._read[0] == (today, version):
            return list(self._read[1])
        letters = letter_queries.marked_rows(today, status.attention)
        rows = application_queries.application_rows(letters)
        self._read = None if version is None else ((today, version), rows)
        return list(rows)

    def get(self, application_id: int) -> ApplicationRow:
        """Raises MissingRowError."""
        for row in self.rows():
            if row.id == application_id:
                return row
        raise MissingRowError(table="application", row_id=application_id)

    def default_id(self) -> int | None:
        """The application that fit is shown for: the nearest hard date still ahead."""
        rows = self.rows()
        today = self._clock.today()
        ahead = [(row.hard_on, row.id) for row in rows if row.hard_on and row.hard_on >= today]
        if ahead:
            return min(ahead)[1]
        return rows[0].id if rows else None

    def dates(self, application_id: int) -> list[ApplicationDateRow]:
        return [row for row, _ in application_queries.date_rows(application_id)]

    def replies(self) -> dict[int, date]:
        """Request id to the day of its newest reply that nothing has answered yet."""
        return {request: on for request, _, on in reversed(letter_queries.unread_replies())}

    # --- applications ---------------------------------------------------------------------------

    def add(
        self,
        name: str,
        kind: ApplicationKind,
        *,
        service: LetterService | None = None,
        hard_on: date | None = None,
        letters_by: date | None = None,
        slots: Iterable[SlotRule] = (),
        dates: Iterable[SeasonEvent] = (),
        sample: bool = False,
        **values: Any,
    ) -> int:
        """Add an application with its usual slots and the dates of its season, in one step.

        The letters' day is the soft date before its hard date unless given. Raises
        InvalidInputError for no name, or where the letters would be due after the hard date.
        """
        cleaned = names.clean_text(name)
        if not cleaned:
            raise InvalidInputError(field_name="name", problem="name-missing")
        if letters_by is None and hard_on is not None:
            letters_by = deadlines.soft_date(hard_on, self._settings.values.soft_days)
        _check_due(letters_by, hard_on)
        with self._store.step("application-added", name=cleaned):
            created = Application.create(
                name=cleaned,
                kind=kind,
                service=service,
                hard_on=hard_on,
                letters_by=letters_by,
                sample=sample,
                created_at=self._clock.now(),
                **values,
            )
            for rule in slots:
                self.add_slot(created.id, rule.title, rule.need)
            for event in dates:
                self._add_event(created.id, event, sample)
        return int(created.id)

    def add_with_preliminary(self, main: Mapping[str, Any], preliminary: Mapping[str, Any]) -> int:
        """An application to an advanced specialty and that to its first year, in one step.

        Both are given as the arguments of `add`; the id is that of the first.
        """
        with self._store.step("applications-added", name=names.clean_text(main["name"])):
            application_id = self.add(**main)
            self.add(**preliminary)
        return application_id

    def _add_event(self, application_id: int, event: SeasonEvent, sample: bool) -> None:
        ApplicationDate.create(
            application_id=application_id,
            code=event.key,
            title=event.title,
            on_date=event.on,
            at_time=event.at,
            zone=event.zone,
            status=event.status,
            source=event.origin.source,
            sample=sample,
        )

    def update(self, application_id: int, **values: Any) -> None:
        """Raises InvalidInputError where the letters would be due after the hard date."""
        found = Application.require(application_id)
        _check_due(values.get("letters_by", found.letters_by), values.get("hard_on", found.hard_on))
        if "name" in values:
            values["name"] = names.clean_text(values["name"])
            if not values["name"]:
                raise InvalidInputError(field_name="name", problem="name-missing")
        with self._store.step("application-changed", name=found.name):
            Application.change(application_id, **values)

    def delete(self, application_id: int) -> None:
        """Move to the trash; its letters and dates are hidden with it."""
        found = Application.require(application_id)
        with self._store.step("application-deleted", name=found.name):
            Application.change(application_id, deleted_at=self._clock.now())

    def archive(self, application_id: int) -> None:
        found = Application.require(application_id)
        with self._store.step("application-archived", name=found.name):
            Application.change(application_id, archived_at=self._clock.now())

    # --- dates and slots ------------------------------------------------------------------------

    def add_date(
        self,
        application_id: int,
        title: str,
        on: date,
        at: time | None = None,
        zone: str = "",
        status_: DateStatus = DateStatus.OWN,
        source: str = "",
        sample: bool = False,
    ) -> int:
        cleaned = names.clean_text(title)
        if not cleaned:
            raise InvalidInputError(field_name="title", problem="title-missing")
        with self._store.step("date-added", name=cleaned):
            created = ApplicationDate.create(
                application_id=application_id,
                title=cleaned,
                on_date=on,
                at_time=at,
                zone=zone,
                status=status_,
                source=source,
                sample=sample,
            )
        return int(created.id)

    def move_date(self, date_id: int, to: date) -> None:
        """A date that the user moves is the user's own from then on."""
        found = ApplicationDate.require(date_id)
        with self._store.step("date-moved", name=found.title):
            ApplicationDate.change(date_id, on_date=to, status=DateStatus.OWN, source="")

    def remove_date(self, date_id: int) -> None:
        found = ApplicationDate.require(date_id)
        with self._store.step("date-removed", name=found.title):
            ApplicationDate.delete().where(ApplicationDate.id == date_id).execute()

    def add_slot(
        self, application_id: int, title: str, need: SlotNeed = SlotNeed.ANY, rule: str = ""
    ) -> int:
        cleaned = names.clean_text(title)
        if not cleaned:
            raise InvalidInputError(field_name="title", problem="title-missing")
        position = Slot.select().where(Slot.application_id == application_id).count()
        with self._store.step("slot-added", name=cleaned):
            created = Slot.create(
                application_id=application_id,
                title=cleaned,
                need=need,
                rule=rule,
                position=position,
            )
        return int(created.id)

    def update_slot(self, slot_id: int, title: str, need: SlotNeed) -> None:
        found = Slot.require(slot_id)
        cleaned = names.clean_text(title)
        if not cleaned:
            raise InvalidInputError(field_name="title", problem="title-missing")
        with self._store.step("slot-changed", name=found.title):
            Slot.change(slot_id, title=cleaned, need=need)

    def remove_slot(self, slot_id: int) -> None:
        """The letters in it stay, without a slot."""
        found = Slot.require(slot_id)
        with self._store.step("slot-removed", name=found.title):
            Slot.delete().where(Slot.id == slot_id).execute()

    def empty_slot(self, slot_id: int, letter_id: int) -> None:
        found = Slot.require(slot_id)
        with self._store.step("slot-emptied", name=found.title):
            SlotFill.delete().where(
                (SlotFill.slot_id == slot_id) & (SlotFill.letter_id == letter_id)
            ).execute()


def _check_due(letters_by: date | None, hard_on: date | None) -> None:
    if letters_by is not None and hard_on is not None and letters_by > hard_on:
        raise InvalidInputError(field_name="letters_by", problem="due-after-deadline")
