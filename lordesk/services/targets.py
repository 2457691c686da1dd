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
        """Without a cap of its own it takes what the application's service allows.

        Raises InvalidInputError for no name, or more letters than the target takes.
        """
        application = Application.require(application_id)
        values = {
            "name": name,
            "place": place,
            "min_letters": min_letters,
            "needs": needs,
            "cap": cap if cap is not None else application.cap,
            "deadline_on": deadline_on,
        }
        return self._insert(application_id, values, sample)

    def _insert(self, application_id: int, values: dict[str, Any], sample: bool = False) -> int:
        cleaned = _cleaned(values)
        _check_cap(cleaned["min_letters"], cleaned["cap"])
        position = Target.select().where(Target.application_id == application_id).count()
        with self._store.step("target-added", name=cleaned["name"]):
            created = Target.create(
                application_id=application_id, position=position, sample=sample, **cleaned
            )
        return int(created.id)

    def save_target(
        self,
        application_id: int,
        target_id: int | None,
        applied_on: date | None = None,
        **values: Any,
    ) -> int:
        """Add or change a target as its form says, with or without "applied on", in one step.

        A cap of None is no limit. Raises InvalidInputError as `add_target` does.
        """
        found = None if target_id is None else Target.require(target_id)
        before = None if found is None else found.applied_on
        code = "target-added" if found is None else "target-changed"
        if applied_on is not None and before is None:
            code = "target-applied"
        with self._store.step(code, name=_name(values["name"])):
            if target_id is None:
                target_id = self._insert(application_id, values)
            else:
                self.update_target(target_id, **values)
            if applied_on is None and before is not None:
                self.mark_not_applied(target_id)
            elif applied_on is not None and applied_on != before:
                self.mark_applied(target_id, applied_on)
        return target_id

    def update_target(self, target_id: int, **values: Any) -> None:
        """Raises InvalidInputError for no name, or more letters than the target takes."""
        found = Target.require(target_id)
        _check_cap(values.get("min_letters", found.min_letters), values.get("cap", found.cap))
        with self._store.step("target-changed", name=found.name):
            Target.change(target_id, **_cleaned(values))

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
            with self._store.step("letters-assigned", name=application.name):
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


def _cleaned(values: dict[str, Any]) -> dict[str, Any]:
    """As they are stored. Raises InvalidInputError where the name is empty."""
    cleaned = dict(values)
    if "name" in cleaned:
        cleaned["name"] = _name(cleaned["name"])
    if "place" in cleaned:
        cleaned["place"] = names.clean_text(cleaned["place"])
    if "needs" in cleaned:
        cleaned["needs"] = [SlotNeed(need).value for need in cleaned["needs"]]
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
