"""The programs and schools of applications, and which letter goes to which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.domain import names
from lordesk.errors import CapReachedError, InvalidInputError, LockedAssignmentError
from lordesk.kinds import SlotNeed
from lordesk.models import application_queries
from lordesk.models.applications import Application, Target
from lordesk.models.letters import Assignment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.rows.letters import TargetRow


class TargetVerbs:
    """The half of `ApplicationService` that is about targets."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def targets(self, application_id: int) -> list[TargetRow]:
        return application_queries.target_rows(application_id)

    # --- targets --------------------------------------------------------------------------------

    def add_target(
        self,
        application_id: int,
        name: str,
        place: str = "",
        min_letters: int = 3,
        needs: Iterable[SlotNeed] = (),
        cap: int | None = None,
        deadline_on: date | None = None,
        sample: bool = False,
    ) -> int:
        """Raises InvalidInputError for no name, or more letters than the target takes."""
        cleaned = _name(name)
        application = Application.require(application_id)
        limit = cap if cap is not None else application.cap
        _check_cap(min_letters, limit)
        position = Target.select().where(Target.application_id == application_id).count()
        with self._store.step("target-added", name=cleaned):
            created = Target.create(
                application_id=application_id,
                name=cleaned,
                place=names.clean_text(place),
                min_letters=min_letters,
                needs=[need.value for need in needs],
                cap=limit,
                deadline_on=deadline_on,
                position=position,
                sample=sample,
            )
        return int(created.id)

    def update_target(self, target_id: int, **values: Any) -> None:
        """Raises InvalidInputError for no name, or more letters than the target takes."""
        found = Target.require(target_id)
        _check_cap(values.get("min_letters", found.min_letters), values.get("cap", found.cap))
        if "name" in values:
            values["name"] = _name(values["name"])
        if "place" in values:
            values["place"] = names.clean_text(values["place"])
        if "needs" in values:
            values["needs"] = [SlotNeed(need).value for need in values["needs"]]
        with self._store.step("target-changed", name=found.name):
            Target.change(target_id, **values)

    def remove_target(self, target_id: int) -> None:
        found = Target.require(target_id)
        with self._store.step("target-removed", name=found.name):
            Target.delete().where(Target.id == target_id).execute()

    def mark_applied(self, target_id: int, on: date) -> None:
        """The service locks what is assigned once a program has been applied to."""
        target = Target.require(target_id)
        with self._store.step("target-applied", name=target.name):
            Target.change(target_id, applied_on=on)
            Assignment.update(locked_at=self._clock.now()).where(
                Assignment.target_id == target_id, Assignment.locked_at.is_null()
            ).execute()

    def mark_not_applied(self, target_id: int) -> None:
        """Take a mistaken "applied" back: the letters are free again."""
        target = Target.require(target_id)
        with self._store.step("target-changed", name=target.name):
            Target.change(target_id, applied_on=None)
            Assignment.update(locked_at=None).where(Assignment.target_id == target_id).execute()

    # --- the matrix -----------------------------------------------------------------------------

    def assign(self, letter_id: int, target_id: int) -> None:
        """Assign a letter to a target. Raises CapReachedError for one too many."""
        target = Target.require(target_id)
        if _is_assigned(letter_id, target_id):
            return
        if not _has_room(target):
            raise CapReachedError(target=target.name, cap=target.cap)
        with self._store.step("letter-assigned", name=target.name):
            Assignment.create(letter_id=letter_id, target_id=target_id)

    def assign_everywhere(self, application_id: int, letter_id: int) -> int:
        """Assign a letter to every target that has room for it, in one step; returns how many."""
        application = Application.require(application_id)
        open_targets = [
            target
            for target in Target.select().where(Target.application_id == application_id)
            if not _is_assigned(letter_id, target.id) and _has_room(target)
        ]
        if open_targets:
            with self._store.step("letter-assigned", name=application.name):
                for target in open_targets:
                    Assignment.create(letter_id=letter_id, target_id=target.id)
        return len(open_targets)

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


def _name(text: str) -> str:
    cleaned = names.clean_text(text)
    if not cleaned:
        raise InvalidInputError(field_name="name", problem="name-missing")
    return cleaned


def _check_cap(min_letters: int, cap: int | None) -> None:
    if cap is not None and min_letters > cap:
        raise InvalidInputError(field_name="min_letters", problem="more-than-cap", value=str(cap))


def _is_assigned(letter_id: int, target_id: int) -> bool:
    mine = (Assignment.letter_id == letter_id) & (Assignment.target_id == target_id)
    return bool(Assignment.select().where(mine).exists())


def _has_room(target: Target) -> bool:
    cap: int | None = target.cap
    return cap is None or application_queries.standing_assignments(target.id) < cap
