"""What applications need, with the usual letters of each kind, and what is still lacking."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from lordesk.domain import requirements as rules
from lordesk.domain.rulepacks import parse_services, parse_specialties
from lordesk.kinds import ApplicationKind, LetterKind, LetterService, SlotNeed, Stage
from lordesk.rows.letters import ApplicationRow, AssignmentRow, LetterRow, SlotRow, TargetRow
from tests.domain import people
from tests.domain.shipped import load

SPECIALTIES = parse_specialties(load("rules/specialties.json"))
SERVICES = parse_services(load("rules/services.json"))


def letter(number: int, name: str, stage: Stage, **changes: object) -> LetterRow:
    return people.letter(id=number, mentor_id=number, mentor_short=name, stage=stage, **changes)


KWAN = letter(1, "Dr. Kwan", Stage.SUBMITTED)
MARCHETTI = letter(2, "Dr. Marchetti", Stage.WRITING)
HALVORSEN = letter(3, "Dr. Halvorsen", Stage.ASKED, kind=LetterKind.CHAIR, unread_reply=True)
BELL = letter(4, "Dr. Bell", Stage.THANKED)
OSEI = letter(5, "Dr. Osei", Stage.ASKED)
LETTERS = {item.id: item for item in (KWAN, MARCHETTI, HALVORSEN, BELL, OSEI)}


def slot(number: int, title: str, need: SlotNeed, *fills: LetterRow | None) -> SlotRow:
    return SlotRow(
        id=number,
        application_id=1,
        title=title,
        need=need,
        position=number,
        letter=fills[0] if fills else None,
        backups=tuple(fill for fill in fills[1:] if fill),
    )


SLOTS = (
    slot(1, "IM faculty 1", SlotNeed.IN_SPECIALTY, KWAN, OSEI),
    slot(2, "IM faculty 2", SlotNeed.IN_SPECIALTY, MARCHETTI),
    slot(3, "Chair letter", SlotNeed.CHAIR, HALVORSEN),
    slot(4, "Any specialty", SlotNeed.ANY, BELL),
)


def application(*slots: SlotRow) -> ApplicationRow:
    return people.application(slots=slots or SLOTS, cap=4)


def target(
    *letters: LetterRow,
    least: int = 3,
    needs: tuple[SlotNeed, ...] = (),
    cap: int | None = None,
    locked: bool = False,
) -> TargetRow:
    at = datetime(2026, 9, 2, tzinfo=UTC) if locked else None
    return TargetRow(
        id=1,
        application_id=1,
        name="Lakeshore University Hospital",
        min_letters=least,
        needs=needs,
        cap=cap,
        assignments=tuple(AssignmentRow(item.id, 1, at) for item in letters),
    )


CHAIR = (SlotNeed.CHAIR,)


@pytest.mark.parametrize(
    ("kind", "service", "specialty", "needs"),
    [
        (
            ApplicationKind.RESIDENCY,
            LetterService.ERAS,
            "Internal Medicine",
            "in_specialty in_specialty chair any",
        ),
        (ApplicationKind.RESIDENCY, LetterService.ERAS, "pm&r", "in_specialty standardized any"),
        (ApplicationKind.RESIDENCY, None, "Space medicine", "in_specialty in_specialty any"),
        (
            ApplicationKind.MEDICAL_SCHOOL,
            LetterService.AMCAS,
            "",
            "science_faculty science_faculty non_science clinical",
        ),
        (
            ApplicationKind.MEDICAL_SCHOOL,
            LetterService.AACOMAS,
            "",
            "science_faculty science_faculty do_physician",
        ),
        (ApplicationKind.OTHER, LetterService.CASPA, "", "clinical science_faculty any"),
        (ApplicationKind.SCHOLARSHIP, None, "", "research clinical"),
        (ApplicationKind.AWAY_ROTATION, LetterService.VSLO, "Cardiology", "in_specialty"),
    ],
)
def test_an_application_starts_with_its_usual_letters(
    kind: ApplicationKind, service: LetterService | None, specialty: str, needs: str
) -> None:
    rule = rules.specialty_rule(kind, service, specialty, SPECIALTIES)
    assert rule is not None
    assert [item.need.value for item in rule.slots] == needs.split()


def test_the_cap_is_the_services() -> None:
    assert rules.cap_of(LetterService.ERAS, SERVICES) == 4
    assert rules.cap_of(LetterService.SF_MATCH, SERVICES) == 3
    assert rules.cap_of(LetterService.TMDSAS, SERVICES) == 4  # three and one more
    assert rules.cap_of(LetterService.VSLO, SERVICES) is None
    assert rules.cap_of(None, SERVICES) is None


@pytest.mark.parametrize(
    ("row", "code", "here", "to_come", "short"),
    [
        (target(KWAN, MARCHETTI, HALVORSEN, BELL, needs=CHAIR), "open", 2, 2, 0),
        (target(KWAN, MARCHETTI, BELL), "open", 2, 1, 0),
        (target(KWAN, HALVORSEN, BELL, least=4, needs=CHAIR), "short", 2, 1, 1),
        (target(KWAN, MARCHETTI, BELL, needs=CHAIR), "short", 2, 1, 1),
        (target(KWAN, BELL, least=2), "complete", 2, 0, 0),
        (target(), "short", 0, 0, 3),
        (target(least=0), "complete", 0, 0, 0),
    ],
)
def test_a_target_says_what_it_has_and_lacks(
    row: TargetRow, code: str, here: int, to_come: int, short: int
) -> None:
    found = rules.target_summary(row, LETTERS, rules.needs_met(SLOTS))
    assert (found.code, found.here, found.to_come, found.short) == (code, here, to_come, short)


def test_a_declined_letter_does_not_count() -> None:
    gone = letter(6, "Dr. Haddad", Stage.DECLINED)
    found = rules.target_summary(target(gone, KWAN, least=1), LETTERS | {6: gone}, {})
    assert (found.code, found.here, found.to_come) == ("complete", 1, 0)


def test_a_packet_stands_for_the_letters_that_are_wanted_otherwise() -> None:
    packet = letter(7, "The committee", Stage.WRITING, kind=LetterKind.PACKET)
    met = rules.counts_as((), [packet, KWAN])
    here = {7: packet}
    assert rules.target_summary(target(packet), here, met).short == 2
    # TMDSAS, grade A: one packet or three letters
    assert rules.target_summary(target(packet), here, met, packet_suffices=True).short == 0
    assert rules.target_summary(target(KWAN), {1: KWAN}, met, packet_suffices=True).short == 2


def test_a_letter_that_will_not_come_keeps_its_place_only_where_it_is_locked() -> None:
    (free,), (locked,) = target(KWAN).assignments, target(KWAN, locked=True).assignments
    assert rules.takes_a_place(free, {KWAN.id: KWAN})
    assert not rules.takes_a_place(free, {})
    assert rules.takes_a_place(locked, {})


def test_the_ring_counts_in_then_promised_then_open() -> None:
    states = rules.ring_states(application(*SLOTS, slot(5, "Open", SlotNeed.ANY)))
    assert states == ("in", "in", "promised", "open", "open")


def test_a_letter_due_soon_that_nobody_was_asked_for_presses() -> None:
    asked, open_ = application(), application(slot(1, "Open", SlotNeed.ANY))
    soon = people.TODAY + timedelta(days=14)
    assert rules.is_pressing(replace(open_, letters_by=soon), people.TODAY)
    assert not rules.is_pressing(replace(open_, letters_by=soon), date(2026, 8, 1))
    assert not rules.is_pressing(replace(asked, letters_by=soon), people.TODAY)
    assert not rules.is_pressing(open_, people.TODAY)
