"""Applications: what each needs, by when, and which target gets which letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.domain import deadlines, names, status
from lordesk.errors import (
    CapReachedError,
    InvalidInputError,
    LockedAssignmentError,
    MissingRowError,
)
from lordesk.kinds import ApplicationKind, DateStatus, SlotNeed
from lordesk.models import application_queries, letter_queries
from lordesk.models.applications import Application, ApplicationDate, Slot, Target
from lordesk.models.letters import Assignment, SlotFill

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from lordesk.clock import Clock
    from lordesk.kinds import LetterService
    from lordesk.models.store import Store
    from lordesk.rows.letters import ApplicationDateRow, ApplicationRow, TargetRow
    from lordesk.settings import SettingsFile


class ApplicationService:
    def __init__(self, store: Store, clock: Clock, settings: SettingsFile) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings

    # --- reading --------------------------------------------------------------------------------

    def rows(self) -> list[ApplicationRow]:
        """The open applications, the nearest hard date first."""
        today = self._clock.today()
        letters = letter_queries.marked_rows(today, status.attention)
        return application_queries.application_rows(letters)

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
        ahead = [row for row in rows if row.hard_on is not None and row.hard_on >= today]
        chosen = ahead or rows
        return chosen[0].id if chosen else None

    def dates(self, application_id: int) -> list[ApplicationDateRow]:
        return [row for row, _ in application_queries.date_rows(application_id)]

    def targets(self, application_id: int) -> list[TargetRow]:
        return application_queries.target_rows(application_id)

    # --- applications ---------------------------------------------------------------------------

    def add(
        self,
        name: str,
        kind: ApplicationKind,
        *,
        service: LetterService | None = None,
        hard_on: date | None = None,
        letters_by: date | None = None,
        sample: bool = False,
        **values: Any,
    ) -> int:
        """Add an application. The letters' day is the soft date before its hard date unless given.

        Raises InvalidInputError where there is no name.
        """
        cleaned = names.clean_text(name)
        if not cleaned:
            raise InvalidInputError(field_name="name", problem="name-missing")
        if letters_by is None and hard_on is not None:
            letters_by = deadlines.soft_date(hard_on, self._settings.values.soft_days)
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
        return int(created.id)

    def update(self, application_id: int, **values: Any) -> None:
        """Raises InvalidInputError where the letters would be due after the hard date."""
        found = Application.require(application_id)
        hard = values.get("hard_on", found.hard_on)
        soft = values.get("letters_by", found.letters_by)
        if hard is not None and soft is not None and soft > hard:
            raise InvalidInputError(field_name="letters_by", problem="due-after-deadline")
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

    # --- targets and the matrix -----------------------------------------------------------------

    def add_target(
        self,
        application_id: int,
        name: str,
        place: str = "",
        min_letters: int = 3,
        needs: Iterable[SlotNeed] = (),
        cap: int | None = None,
        sample: bool = False,
    ) -> int:
        cleaned = names.clean_text(name)
        if not cleaned:
            raise InvalidInputError(field_name="name", problem="name-missing")
        application = Application.require(application_id)
        position = Target.select().where(Target.application_id == application_id).count()
        with self._store.step("target-added", name=cleaned):
            created = Target.create(
                application_id=application_id,
                name=cleaned,
                place=names.clean_text(place),
                min_letters=min_letters,
                needs=[need.value for need in needs],
                cap=cap if cap is not None else application.cap,
                position=position,
                sample=sample,
            )
        return int(created.id)

    def update_target(self, target_id: int, **values: Any) -> None:
        found = Target.require(target_id)
        if "needs" in values:
            values["needs"] = [SlotNeed(need).value for need in values["needs"]]
        with self._store.step("target-changed", name=found.name):
            Target.change(target_id, **values)

    def remove_target(self, target_id: int) -> None:
        found = Target.require(target_id)
        with self._store.step("target-removed", name=found.name):
            Target.delete().where(Target.id == target_id).execute()

    def assign(self, letter_id: int, target_id: int) -> None:
        """Assign a letter to a target. Raises CapReachedError for one too many."""
        target = Target.require(target_id)
        here = Assignment.select().where(Assignment.target_id == target_id)
        if here.where(Assignment.letter_id == letter_id).exists():
            return
        if target.cap is not None and here.count() >= target.cap:
            raise CapReachedError(target=target.name, cap=target.cap)
        with self._store.step("letter-assigned", name=target.name):
            Assignment.create(letter_id=letter_id, target_id=target_id)

    def unassign(self, letter_id: int, target_id: int) -> None:
        """Raises LockedAssignmentError once the target has been applied to."""
        target = Target.require(target_id)
        mine = (Assignment.letter_id == letter_id) & (Assignment.target_id == target_id)
        found = Assignment.get_or_none(mine)
        if found is None:
            return
        if found.locked_at is not None:
            raise LockedAssignmentError(target=target.name)
        with self._store.step("letter-unassigned", name=target.name):
            Assignment.delete().where(mine).execute()

    def mark_applied(self, target_id: int, on: date) -> None:
        """The service locks what is assigned once a program has been applied to."""
        target = Target.require(target_id)
        with self._store.step("target-applied", name=target.name):
            Target.change(target_id, applied_on=on)
            Assignment.update(locked_at=self._clock.now()).where(
                Assignment.target_id == target_id, Assignment.locked_at.is_null()
            ).execute()
