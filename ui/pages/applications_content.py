"""What the page shows of one application, put together from rows and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import coverage, proposals, requirements, status
from lordesk.domain.letter_rules import rules_of
from lordesk.kinds import MessageKind, Severity, Stage
from lordesk.rows.coverage import CoverageFacts
from lordesk.rows.late import dataclass
from ui.itemmodels.application_list import ApplicationItem
from ui.itemmodels.target_matrix import MatrixRow
from ui.pages.applications_slots import SlotFace
from ui.pages.page import Compose
from ui.wording import applications as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from lordesk.domain.rulepacks import SpecialtyRule
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import ApplicationRow, LetterRow, SlotRow, TargetRow
    from lordesk.rows.people import MentorListRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.rules import RuleService


@dataclass(frozen=True)
class Content:
    """`letters` are all of the application by id, `columns` those that the table shows."""

    row: ApplicationRow
    faces: list[SlotFace]
    gap: Finding | None
    backups: list[LetterRow]
    columns: list[LetterRow]
    targets: Sequence[TargetRow]
    matrix: list[MatrixRow]
    letters: Mapping[int, LetterRow]


def item(row: ApplicationRow, today: date) -> ApplicationItem:
    states = requirements.ring_states(row)
    return ApplicationItem(row, states, requirements.is_pressing(row, today))


def note_to(letter: LetterRow) -> Compose:
    """What to write to somebody who has not agreed yet."""
    kind = MessageKind.ASK if letter.stage is Stage.PLANNED else MessageKind.FOLLOW_UP
    return Compose(kind, letter_id=letter.id, mentor_id=letter.mentor_id)


def gather(
    row: ApplicationRow,
    applications: ApplicationService,
    letters: Sequence[LetterRow],
    mentors: Callable[[int], Sequence[MentorListRow]],
    rules: RuleService,
    today: date,
) -> Content:
    """`mentors` gives those of an application by fit; it is asked only where a slot is open."""
    by_id = {letter.id: letter for letter in letters}
    targets = applications.targets(row.id)
    facts = CoverageFacts(
        application=row,
        targets=tuple(targets),
        letters=tuple(letters),
        rules=rules_of(row, rules.services, rules.specialties, rules.seasons),
        today=today,
    )
    gaps = [gap for gap in coverage.findings(facts) if gap.severity is not Severity.HINT]
    return Content(
        row=row,
        faces=_faces(row, letters, mentors, applications.replies()),
        gap=gaps[0] if gaps else None,
        backups=_backups(row),
        columns=_columns(row, targets, by_id),
        targets=targets,
        matrix=_matrix(row, targets, by_id),
        letters=by_id,
    )


def letter_of(content: Content | None, gap: Finding) -> LetterRow | None:
    """The letter that a gap is about."""
    letter_id = gap.data.get("letter_id")
    return content.letters.get(letter_id) if content and isinstance(letter_id, int) else None


def target_of(content: Content | None, target_id: int) -> TargetRow | None:
    targets = content.targets if content else ()
    return next((target for target in targets if target.id == target_id), None)


def slot_of(row: ApplicationRow | None, slot_id: object) -> SlotRow | None:
    slots = row.slots if row else ()
    return next((slot for slot in slots if slot.id == slot_id), None)


def least_letters(row: ApplicationRow, specialties: Mapping[str, SpecialtyRule]) -> int:
    return proposals.least_letters(row.kind, row.service, row.specialty, specialties, row.cap)


def _backups(row: ApplicationRow) -> list[LetterRow]:
    """Each once, though one letter may stand by for several slots; writers are none."""
    writers = {slot.letter.id for slot in row.slots if slot.letter}
    found: dict[int, LetterRow] = {}
    for slot in row.slots:
        for letter in slot.backups:
            if letter.id not in writers:
                found.setdefault(letter.id, letter)
    return list(found.values())


def _faces(
    row: ApplicationRow,
    letters: Sequence[LetterRow],
    mentors: Callable[[int], Sequence[MentorListRow]],
    replies: Mapping[int, date],
) -> list[SlotFace]:
    faces = []
    by_fit = mentors(row.id) if any(slot.letter is None for slot in row.slots) else ()
    for slot in row.slots:
        if slot.letter is None:
            faces.append(SlotFace(slot, suggested=_suggested(slot, row, letters, by_fit)))
        else:
            faces.append(SlotFace(slot, replied_on=replies.get(slot.letter.request_id)))
    return faces


def _suggested(
    slot: SlotRow,
    row: ApplicationRow,
    letters: Sequence[LetterRow],
    mentors: Sequence[MentorListRow],
) -> str:
    """The backup writer who fits best, of this slot before others; else who has no letter yet."""
    own = {letter.mentor_id for letter in slot.backups}
    ready = {letter.mentor_id for letter in _backups(row)}
    busy = {letter.mentor_id for letter in letters}
    for wanted in (own, ready, {mentor.id for mentor in mentors} - busy):
        for mentor in mentors:
            if mentor.id in wanted and (wanted is own or wanted is ready or mentor.fit):
                return words.suggestion(mentor.short_name, mentor.fit)
    return ""


def _columns(
    row: ApplicationRow, targets: Sequence[TargetRow], letters: Mapping[int, LetterRow]
) -> list[LetterRow]:
    """Writers in the order of the slots, then backup writers who have been asked, then the rest.

    One that is assigned somewhere is always shown: it takes a place there.
    """
    assigned = {a.letter_id for target in targets for a in target.assignments}
    writers = [slot.letter.id for slot in row.slots if slot.letter]
    backups = [
        letter.id
        for letter in _backups(row)
        if letter.asked_on is not None or letter.id in assigned
    ]
    loose = [
        letter.id
        for letter in letters.values()
        if letter.stage not in status.CLOSED_STAGES and not _stands_by(row, letter.id)
    ]
    closed = [i for i in letters if i in assigned and letters[i].stage in status.CLOSED_STAGES]
    order = dict.fromkeys((*writers, *backups, *loose, *closed))
    return [letters[letter_id] for letter_id in order if letter_id in letters]


def _stands_by(row: ApplicationRow, letter_id: int) -> bool:
    return any(letter.id == letter_id for slot in row.slots for letter in slot.backups)


def _matrix(
    row: ApplicationRow, targets: Sequence[TargetRow], letters: Mapping[int, LetterRow]
) -> list[MatrixRow]:
    met = requirements.needs_met(row.slots)
    rows = []
    for target in targets:
        summary = requirements.target_summary(target, letters, met)
        rows.append(
            MatrixRow(
                target,
                summary.code,
                summary.here,
                summary.to_come,
                summary.short,
                words.missing(summary.missing),
            )
        )
    return rows
