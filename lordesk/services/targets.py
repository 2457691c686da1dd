"""The programs and schools of applications, and which letter goes to which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.domain import names, requirements
from lordesk.errors import CapReachedError, InvalidInputError, LockedAssignmentError
from lordesk.kinds import SlotNeed
from lordesk.models import application_queries
from lordesk.models.applications import Application, Target
from lordesk.models.letters import Assignment
from lordesk.models.unchanged import version_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.rows.coverage import Suggestion
    from lordesk.rows.letters import TargetRow


class TargetVerbs:
    """The half of `ApplicationService` that is about targets."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._known: tuple[Hashable, dict[int, list[TargetRow]]] = (None, {})

    def targets(self, application_id: int) -> list[TargetRow]:
        """In the user's order; read anew only where something was written."""
        version = version_of(self._store.database)
        if version is None:
            return application_queries.target_rows(application_id)
        if self._known[0] != version:
            self._known = (version, {})
        known = self._known[1]
        if application_id not in known:
            known[application_id] = application_queries.target_rows(application_id)
        return list(known[application_id])

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
        _check_cap(cleaned["min_letters"], cleaned["cap"], cleaned["needs"])
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
        assign: Iterable[int] = (),
        **values: Any,
    ) -> int:
        """Add or change a target as its form says, with or without "applied on", in one step.

        A cap of None is no limit. `assign` are letters that go there too, before it is locked.
        Raises InvalidInputError as `add_target` does, CapReachedError for a letter too many.
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
            for letter_id in assign:
                self.assign(letter_id, target_id)
            if applied_on is None and before is not None:
                self.mark_not_applied(target_id)
            elif applied_on is not None and applied_on != before:
                self.mark_applied(target_id, applied_on)
        return target_id

    def update_target(self, target_id: int, **values: Any) -> None:
        """Raises InvalidInputError for no name, or more letters than the target takes."""
        found = Target.require(target_id)
        cleaned = _cleaned(values)
        least, cap = cleaned.get("min_letters", found.min_letters), cleaned.get("cap", found.cap)
        _check_cap(least, cap, cleaned.get("needs", found.needs))
        with self._store.step("target-changed", name=found.name):
            Target.change(target_id, **cleaned)

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

    def assign_to(self, application_id: int, letter_id: int, target_ids: Iterable[int]) -> int:
        """Assign a letter to those of the targets that have room, in one step; says how many."""
        application = Application.require(application_id)
        targets = [Target.require(target_id) for target_id in target_ids]
        free = [t for t in targets if not _is_assigned(letter_id, t.id) and _has_room(t)]
        if free:
            with self._store.step("letters-assigned", name=application.name):
                for target in free:
                    Assignment.create(letter_id=letter_id, target_id=target.id)
        return len(free)

    def unassign_from(self, letter_id: int, target_ids: Iterable[int]) -> None:
        """Take a letter away from several targets in one step; what is locked stays."""
        targets = [Target.require(target_id) for target_id in target_ids]
        if not targets:
            return
        code, name = "letter-unassigned", targets[0].name
        if len(targets) > 1:
            code, name = "letters-unassigned", Application.require(targets[0].application_id).name
        with self._store.step(code, name=name):
            Assignment.delete().where(
                Assignment.letter_id == letter_id,
                Assignment.target_id.in_([target.id for target in targets]),
                Assignment.locked_at.is_null(),
            ).execute()

    def apply_suggestion(self, application_id: int, suggested: Suggestion) -> None:
        """Assign and take away all that is suggested, in one step.

        Raises CapReachedError or LockedAssignmentError, and changes nothing, where something has
        changed since.
        """
        application = Application.require(application_id)
        with self._store.step("assignment-suggested", name=application.name):
            for change in suggested.targets:
                for letter_id in change.remove:
                    self.unassign(letter_id, change.target_id)
                for letter_id in change.add:
                    self.assign(letter_id, change.target_id)

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


def _check_cap(min_letters: int, cap: int | None, needs: Iterable[str]) -> None:
    """A target that wants more letters than it takes can never be complete."""
    if cap is None:
        return
    if min_letters > cap:
        raise InvalidInputError(field_name="min_letters", problem="more-than-cap", value=str(cap))
    wanted = requirements.apart(SlotNeed(need) for need in needs)
    if wanted > cap:
        problem = "needs-more-than-cap"
        raise InvalidInputError(field_name="needs", problem=problem, value=str(wanted))


def _is_assigned(letter_id: int, target_id: int) -> bool:
    mine = (Assignment.letter_id == letter_id) & (Assignment.target_id == target_id)
    return bool(Assignment.select().where(mine).exists())


def _has_room(target: Target) -> bool:
    cap: int | None = target.cap
    return cap is None or application_queries.standing_assignments(target.id) < cap
