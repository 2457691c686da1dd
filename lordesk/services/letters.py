"""Letters: planning one, what it fills, and its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.domain import deadlines, names, status
from lordesk.errors import InvalidInputError, MissingRowError
from lordesk.kinds import MoveCause, Stage, Waiver
from lordesk.models import letter_queries, people
from lordesk.models.applications import Application, Slot
from lordesk.models.letters import Letter, LetterWriter, Request, RequestMove, SlotFill

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.rows.letters import LetterRow
    from lordesk.settings import SettingsFile


class LetterService:
    def __init__(self, store: Store, clock: Clock, settings: SettingsFile) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings

    # --- reading --------------------------------------------------------------------------------

    def rows(
        self, mentor_id: int | None = None, application_id: int | None = None
    ) -> list[LetterRow]:
        """Letters with their attention, oldest first.

        Of a mentor, those too that others lead; else one row a letter, that of its contact.
        """
        today = self._clock.today()
        found = letter_queries.marked_rows(today, status.attention)
        if mentor_id is not None:
            found = tuple(r for r in found if r.mentor_id == mentor_id)
        else:
            found = status.leads(found)
        if application_id is None:
            return list(found)
        filled = {letter for _, letter, _ in letter_queries.slot_fills(application_id)}
        return [r for r in found if r.application_id == application_id or r.id in filled]

    def get(self, letter_id: int) -> LetterRow:
        """Raises MissingRowError."""
        found = letter_queries.letter_rows(letter_ids=(letter_id,))
        if not found:
            raise MissingRowError(table="letter", row_id=letter_id)
        return status.with_attention(found[0], self._clock.today())

    def for_request(self, request_id: int) -> LetterRow:
        """Raises MissingRowError."""
        found = letter_queries.letter_rows(request_id=request_id)
        if not found:
            raise MissingRowError(table="request", row_id=request_id)
        return status.with_attention(found[0], self._clock.today())

    # --- writing --------------------------------------------------------------------------------

    def plan(
        self,
        mentor_id: int,
        application_id: int | None = None,
        slot_id: int | None = None,
        **facts: Any,
    ) -> int:
        """Plan a letter by a mentor. `facts` are columns of the letter: purpose, kind, service,
        waiver, reference, its dates; dates not given come from the application and the settings.

        A slot that has a writer already takes this one as a backup writer. Returns the letter's
        id. Raises MissingRowError.
        """
        mentor = people.mentor_row(mentor_id)
        today = self._clock.today()
        with self._store.step("letter-planned", name=mentor.short_name):
            letter = Letter.create(
                application_id=application_id,
                created_at=self._clock.now(),
                **self._with_defaults(application_id, facts),
            )
            LetterWriter.create(letter_id=letter.id, mentor_id=mentor_id)
            request = Request.create(letter_id=letter.id, stage=Stage.PLANNED, stage_on=today)
            RequestMove.create(
                request_id=request.id, to_stage=Stage.PLANNED, on_date=today, cause=MoveCause.USER
            )
            if slot_id is not None:
                self.fill(slot_id, letter.id)
        return int(letter.id)

    def _with_defaults(self, application_id: int | None, facts: dict[str, Any]) -> dict[str, Any]:
        """What was given, and for the rest what the application and the settings say."""
        values = {name: value for name, value in facts.items() if value not in (None, "")}
        today = self._clock.today()
        if application_id is not None:
            application = Application.require(application_id)
            for name in ("hard_on", "hard_time", "hard_zone", "service"):
                values.setdefault(name, getattr(application, name))
            values.setdefault("soft_on", application.letters_by)
        if values.get("soft_on") is None and values.get("hard_on") is not None:
            lead = self._settings.values.soft_days
            values["soft_on"] = deadlines.soft_date(values["hard_on"], lead)
        if values.get("planned_ask_on") is None and values.get("soft_on") is not None:
            values["planned_ask_on"] = deadlines.planned_ask(values["soft_on"], today)
        for name in ("purpose", "reference"):
            values[name] = names.clean_text(values.get(name, ""))
        if values.get("waiver", Waiver.UNDECIDED) is not Waiver.UNDECIDED:
            values["waiver_on"] = today
        return values

    def fill(self, slot_id: int, letter_id: int) -> None:
        """Put a letter in a slot: as its writer where it is open, else as the next backup."""
        slot = Slot.require(slot_id)
        with self._store.step("slot-filled", name=slot.title):
            ranks = [
                fill.backup_rank
                for fill in SlotFill.select().where(SlotFill.slot_id == slot_id)
                if fill.letter_id != letter_id
            ]
            taken = any(self._holds(slot_id, rank) for rank in ranks if rank == 0)
            rank = max(ranks, default=0) + 1 if taken else 0
            SlotFill.delete().where(
                (SlotFill.slot_id == slot_id) & (SlotFill.letter_id == letter_id)
            ).execute()
            SlotFill.create(slot_id=slot_id, letter_id=letter_id, backup_rank=rank)

    def _holds(self, slot_id: int, rank: int) -> bool:
        """Whether a letter of this rank still stands: not declined, withdrawn or in the trash."""
        rows = SlotFill.sql(
            "SELECT 1 FROM slot_fill f JOIN letter l ON l.id = f.letter_id"
            " JOIN request r ON r.letter_id = l.id"
            " WHERE f.slot_id = ? AND f.backup_rank = ? AND l.deleted_at IS NULL"
            " AND r.stage NOT IN ('declined', 'withdrawn')",
            (slot_id, rank),
        )
        return bool(rows)

    def make_writer(self, slot_id: int, letter_id: int) -> None:
        """A backup writer takes the slot; who held it becomes the first backup."""
        slot = Slot.require(slot_id)
        with self._store.step("slot-filled", name=slot.title):
            fills = list(
                SlotFill.select()
                .where(SlotFill.slot_id == slot_id)
                .order_by(SlotFill.backup_rank, SlotFill.id)
            )
            others = [fill for fill in fills if fill.letter_id != letter_id]
            for rank, fill in enumerate(others, start=1):
                SlotFill.change(fill.id, backup_rank=rank)
            SlotFill.update(backup_rank=0).where(
                (SlotFill.slot_id == slot_id) & (SlotFill.letter_id == letter_id)
            ).execute()

    def update(self, letter_id: int, **values: Any) -> None:
        """Change dates, kind, service, waiver or reference.

        Raises InvalidInputError where the letter would be due after its hard date.
        """
        letter = self.get(letter_id)
        hard = values.get("hard_on", letter.hard_on)
        soft = values.get("soft_on", letter.soft_on)
        if hard is not None and soft is not None and soft > hard:
            raise InvalidInputError(field_name="soft_on", problem="due-after-deadline")
        if "waiver" in values:
            undecided = values["waiver"] is Waiver.UNDECIDED
            values["waiver_on"] = None if undecided else self._clock.today()
        if "reference" in values:
            values["reference"] = names.clean_text(values["reference"])
        with self._store.step("letter-changed", name=letter.mentor_short):
            Letter.change(letter_id, **values)

    def delete(self, letter_id: int) -> None:
        """Move a letter to the trash; its request goes with it."""
        letter = self.get(letter_id)
        with self._store.step("letter-deleted", name=letter.mentor_short):
            Letter.change(letter_id, deleted_at=self._clock.now())
