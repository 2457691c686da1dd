"""What the page shows of one application, put together from rows and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import coverage, proposals, requirements, status
from lordesk.domain.coverage_view import view_of
from lordesk.kinds import MessageKind, Severity, Stage
from lordesk.rows.late import dataclass
from ui.itemmodels.application_list import ApplicationItem
from ui.itemmodels.target_matrix import MatrixRow
from ui.pages.applications_slots import SlotFace
from ui.pages.page import Compose
from ui.wording import applications as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from lordesk.domain.coverage_view import View
    from lordesk.domain.rulepacks import SpecialtyRule
    from lordesk.rows.coverage import CoverageFacts
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import ApplicationRow, LetterRow, SlotRow, TargetRow
    from lordesk.rows.people import MentorListRow


@dataclass(frozen=True)
class Content:
    """`letters` are all of the application by id, `columns` those that the table shows.

    `gap` is the most important finding, `more` are the others in their order.
    """

    row: ApplicationRow
    view: View
    faces: list[SlotFace]
    gap: Finding | None
    more: list[Finding]
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
    facts: CoverageFacts,
    replies: Mapping[int, date],
    mentors: Callable[[int], Sequence[MentorListRow]],
) -> Content:
    """`mentors` gives those of an application by fit; it is asked only where a slot is open."""
    row, view = facts.application, view_of(facts)
    found = list(coverage.findings(facts))
    urgent = bool(found) and found[0].severity is not Severity.HINT
    return Content(
        row=row,
        view=view,
        faces=_faces(facts, mentors, replies),
        gap=found[0] if urgent else None,
        more=found[1:] if urgent else found,
        backups=_backups(row),
        columns=_columns(row, facts.targets, view.letters),
        targets=facts.targets,
        matrix=_matrix(view),
        letters=view.letters,
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
    facts: CoverageFacts,
    mentors: Callable[[int], Sequence[MentorListRow]],
    replies: Mapping[int, date],
) -> list[SlotFace]:
    row, letters, faces = facts.application, facts.letters, []
    by_fit = mentors(row.id) if any(slot.letter is None for slot in row.slots) else ()
    for slot in row.slots:
        if slot.letter is None:
            faces.append(SlotFace(slot, suggested=_suggested(slot, row, letters, by_fit)))
            continue
        letter = slot.letter
        faces.append(
            SlotFace(
                slot,
                replied_on=replies.get(letter.request_id),
                forecast=facts.forecasts.get(letter.id),
                carried=facts.written.get(letter.id),
            )
        )
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


def _matrix(view: View) -> list[MatrixRow]:
    rows = []
    for target in view.facts.targets:
        summary = requirements.target_summary(
            target, view.standing, view.met, view.facts.rules.packet_suffices
        )
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
