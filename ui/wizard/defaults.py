"""What follows from a choice: a mentor's planned letter, an application's dates, files at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import deadlines
from lordesk.kinds import LetterKind, SlotNeed, Stage, Waiver
from ui.wizard.session import SUGGESTED_FILES

if TYPE_CHECKING:
    from lordesk.rows.letters import ApplicationRow, LetterRow, SlotRow
    from ui.wizard.session import Session

_KIND_OF_NEED = {
    SlotNeed.CHAIR: LetterKind.CHAIR,
    SlotNeed.STANDARDIZED: LetterKind.STANDARDIZED,
    SlotNeed.COMMITTEE: LetterKind.COMMITTEE,
}


def choose_mentor(session: Session, mentor_id: int) -> None:
    """A letter that is planned with this mentor already is the one that is asked for."""
    state = session.state
    if state.mentor_id == mentor_id:
        return
    state.mentor_id = mentor_id
    state.letter_id = state.request_id = None
    state.greeting, state.moment, state.moment_on = "", "", None
    state.highlights, state.cc = (), False
    state.acknowledged = frozenset()
    planned = [
        letter
        for letter in session.services.letters.rows(mentor_id=mentor_id)
        if letter.stage is Stage.PLANNED
        and (state.application_id is None or letter.application_id == state.application_id)
    ]
    if planned:
        take_letter(session, planned[0])
    if state.application_id is None and not planned:
        choose_application(session, session.services.applications.default_id())
    attach_at_hand(session)
    session.touch()


def take_letter(session: Session, letter: LetterRow) -> None:
    """The dates of a planned letter are the user's."""
    state = session.state
    state.mentor_id, state.letter_id = letter.mentor_id, letter.id
    state.request_id, state.application_id = letter.request_id, letter.application_id
    state.purpose = "" if letter.application_id else letter.slot_title
    state.kind, state.service = letter.kind, letter.service
    state.waiver, state.waiver_on = letter.waiver, letter.waiver_on
    state.reference = letter.reference
    state.hard_on, state.hard_time = letter.hard_on, letter.hard_time
    state.hard_zone, state.soft_on = letter.hard_zone, letter.soft_on
    state.soft_own = letter.soft_on is not None
    state.ask_on = max(letter.planned_ask_on, session.today) if letter.planned_ask_on else None
    application = session.application
    slots = application.slots if application else ()
    state.slot_id = next((slot.id for slot in slots if _holds(slot, letter.id)), None)
    compute_dates(session)


def choose_application(session: Session, application_id: int | None) -> None:
    state = session.state
    state.application_id, state.slot_id = application_id, None
    application = session.application
    if application is None:
        return
    state.purpose = ""
    state.service = application.service
    state.hard_on, state.hard_time = application.hard_on, application.hard_time
    state.hard_zone = application.hard_zone
    state.soft_on, state.ask_on = application.letters_by, None
    state.soft_own = state.ask_own = False
    compute_dates(session)
    slots = slots_in_order(application)
    if slots and slots[0].letter is None:
        choose_slot(session, slots[0].id)


def choose_slot(session: Session, slot_id: int | None) -> None:
    """A slot that needs a certain kind of letter sets the kind."""
    session.state.slot_id = slot_id
    application = session.application
    for slot in application.slots if application else ():
        if slot.id == slot_id:
            session.state.kind = _KIND_OF_NEED.get(slot.need, LetterKind.NARRATIVE)


def slots_in_order(application: ApplicationRow) -> list[SlotRow]:
    """Open slots first."""
    return sorted(application.slots, key=lambda slot: (slot.letter is not None, slot.position))


def compute_dates(session: Session) -> None:
    """Fill in the dates that the user has not set."""
    state, today = session.state, session.today
    if not state.soft_own and state.hard_on is not None:
        application = session.application
        given = application.letters_by if application else None
        same_hard = application is not None and application.hard_on == state.hard_on
        lead = session.desk.settings.values.soft_days
        state.soft_on = given if given and same_hard else deadlines.soft_date(state.hard_on, lead)
    if not state.ask_own and state.soft_on is not None:
        state.ask_on = deadlines.planned_ask(state.soft_on, today)


def set_waiver(session: Session, waiver: Waiver) -> None:
    session.state.waiver = waiver
    session.state.waiver_on = None if waiver is Waiver.UNDECIDED else session.today


def attach_at_hand(session: Session) -> None:
    """What most writers like to have, until the user chooses for this message."""
    if session.state.files_chosen:
        return
    rows = session.services.materials.rows()
    session.state.files = tuple(
        row.file for kind in SUGGESTED_FILES for row in rows if row.kind is kind
    )


def _holds(slot: SlotRow, letter_id: int) -> bool:
    held = (slot.letter, *slot.backups)
    return any(letter is not None and letter.id == letter_id for letter in held)
