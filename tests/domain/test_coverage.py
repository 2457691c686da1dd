"""Every gap of an application is found, has its action, and the most important one is first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.coverage import ORDER, findings
from lordesk.kinds import (
    ApplicationKind,
    LetterKind,
    LetterService,
    MentorRole,
    Severity,
    SlotNeed,
    Stage,
    Waiver,
)
from lordesk.rows.coverage import CoverageFacts, GapAction, LetterRules, Written
from lordesk.rows.forecast import Forecast, ForecastCode
from tests.domain.plans import TODAY, codes, facts, letter, slot, target

if TYPE_CHECKING:
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import LetterRow

KWAN = letter(1, Stage.SUBMITTED, submitted_on=date(2026, 8, 1))
MARCHETTI = letter(2)
HALVORSEN = letter(3, Stage.ASKED, kind=LetterKind.CHAIR, unread_reply=True)
BELL = letter(4, Stage.THANKED, submitted_on=date(2026, 8, 1))
OSEI = letter(5, Stage.ASKED)
SLOTS = (
    slot(1, SlotNeed.IN_SPECIALTY, KWAN, OSEI),
    slot(2, SlotNeed.IN_SPECIALTY, MARCHETTI),
    slot(3, SlotNeed.CHAIR, HALVORSEN),
    slot(4, SlotNeed.ANY, BELL),
)
ALL = (KWAN, MARCHETTI, HALVORSEN, BELL, OSEI)
CHAIR = (SlotNeed.CHAIR,)


def only(found: tuple[Finding, ...], code: str) -> Finding:
    (finding,) = [item for item in found if item.code == code]
    return finding


def has(found: CoverageFacts, code: str) -> bool:
    return code in codes(findings(found))


def action(finding: Finding) -> GapAction:
    found = finding.data["action"]
    assert isinstance(found, GapAction)
    return found


# --- slots ----------------------------------------------------------------------------------------


def test_an_unconfirmed_chair_letter_is_the_most_important_gap() -> None:
    targets = tuple(target(n, KWAN, MARCHETTI, HALVORSEN, BELL, needs=CHAIR) for n in range(11))
    targets += tuple(target(n, KWAN, MARCHETTI, BELL) for n in range(11, 14))
    found = findings(facts(SLOTS, targets, ALL))
    assert codes(found) == ["required-not-confirmed"]
    assert (found[0].data["asking"], found[0].data["targets"]) == (11, 14)
    assert action(found[0]) is GapAction.READ_REPLY
    quiet = replace(HALVORSEN, unread_reply=False)
    slots = (*SLOTS[:2], slot(3, SlotNeed.CHAIR, quiet), SLOTS[3])
    assert action(findings(facts(slots, targets))[0]) is GapAction.ASK


@pytest.mark.parametrize("stage", [Stage.AGREED, Stage.SUBMITTED])
def test_a_promised_chair_letter_is_confirmed(stage: Stage) -> None:
    chair = replace(HALVORSEN, stage=stage)
    plan = facts((slot(1, SlotNeed.CHAIR, chair),), (target(1, chair, needs=CHAIR),))
    assert not has(plan, "required-not-confirmed")


def test_a_chair_letter_that_no_target_asks_for_needs_no_confirmation() -> None:
    plan = facts((slot(1, SlotNeed.CHAIR, HALVORSEN),), (target(1, HALVORSEN),))
    assert not has(plan, "required-not-confirmed")


def test_a_slot_with_nobody_comes_first_and_names_its_backup() -> None:
    slots = (*SLOTS, slot(5, SlotNeed.RESEARCH, None, OSEI))
    plan = facts(slots, (target(1, KWAN, BELL, min_letters=3, needs=CHAIR),))
    found = findings(plan)
    assert codes(found)[:3] == ["slot-empty", "required-not-confirmed", "target-short"]
    assert action(found[0]) is GapAction.PICK_BACKUP
    assert (found[0].data["slot_id"], found[0].data["letter_id"]) == (5, OSEI.id)
    assert found[0].data["backup"] == "Dr. Osei"


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.WITHDRAWN])
def test_a_writer_who_is_gone_leaves_the_slot_open(stage: Stage) -> None:
    gone = letter(6, stage)
    (found,) = findings(facts((slot(1, SlotNeed.ANY, gone),)))
    assert found.code == "slot-empty"
    assert action(found) is GapAction.PICK_WRITER
    assert found.data["letter_id"] is None


def test_a_letter_that_the_service_reports_denied_leaves_the_slot_open() -> None:
    assert has(facts((slot(1, SlotNeed.ANY, KWAN),), lost={KWAN.id: "denied"}), "slot-empty")


def test_a_committee_letter_makes_the_other_slots_a_matter_of_choice() -> None:
    committee = letter(6, kind=LetterKind.COMMITTEE)
    slots = (slot(1, SlotNeed.COMMITTEE, committee), slot(2, SlotNeed.SCIENCE_FACULTY, None))
    rules = LetterRules(packet_suffices=True, least={SlotNeed.SCIENCE_FACULTY: 2})
    (found,) = findings(facts(slots, (target(1, committee, min_letters=3),), rules=rules))
    assert (found.code, found.severity) == ("slot-empty", Severity.HINT)


def test_a_letter_at_risk_without_backup_asks_for_one() -> None:
    forecast = Forecast(ForecastCode.LINE_UP_BACKUP, date(2026, 8, 26), ())
    plan = facts((SLOTS[1],), forecasts={MARCHETTI.id: forecast})
    found = only(findings(plan), "backup-needed")
    assert (found.data["by"], found.data["slot_id"]) == (date(2026, 8, 26), 2)
    assert action(found) is GapAction.LINE_UP_BACKUP
    ready = (slot(2, SlotNeed.ANY, MARCHETTI, OSEI),)
    assert not has(facts(ready, forecasts={MARCHETTI.id: forecast}), "backup-needed")
    safe = Forecast(ForecastCode.SAFE, date(2026, 8, 26), ())
    assert not has(facts((SLOTS[1],), forecasts={MARCHETTI.id: safe}), "backup-needed")


@pytest.mark.parametrize(
    ("needs", "least", "short"),
    [
        ((SlotNeed.ANY, SlotNeed.ANY), {SlotNeed.IN_SPECIALTY: 1}, True),
        ((SlotNeed.ANY, SlotNeed.IN_SPECIALTY), {SlotNeed.IN_SPECIALTY: 1}, False),
        ((SlotNeed.ANY, SlotNeed.IN_SPECIALTY), {SlotNeed.IN_SPECIALTY: 2}, True),
        # ACOG/CREOG 2023-24, grade A: a chair letter counts as one of the specialty
        ((SlotNeed.CHAIR, SlotNeed.IN_SPECIALTY), {SlotNeed.IN_SPECIALTY: 2}, False),
        # CORD 2025-26, grade A: at least one SLOE
        ((SlotNeed.IN_SPECIALTY, SlotNeed.ANY), {SlotNeed.STANDARDIZED: 1}, True),
        ((SlotNeed.STANDARDIZED, SlotNeed.ANY), {SlotNeed.STANDARDIZED: 1}, False),
        # a surgical specialty that expects the chair
        ((SlotNeed.IN_SPECIALTY, SlotNeed.ANY), {SlotNeed.CHAIR: 1}, True),
    ],
)
@pytest.mark.parametrize("filled", [True, False])
def test_a_plan_below_a_minimum_of_its_specialty_is_told(
    needs: tuple[SlotNeed, ...], least: dict[SlotNeed, int], short: bool, filled: bool
) -> None:
    slots = tuple(slot(n, need, letter(n) if filled else None) for n, need in enumerate(needs, 1))
    plan = facts(slots, rules=LetterRules(least=least))
    assert has(plan, "need-short") is short


def test_a_loose_letter_counts_for_a_minimum_and_a_backup_does_not() -> None:
    rules = LetterRules(least={SlotNeed.CHAIR: 1})
    chair = letter(6, kind=LetterKind.CHAIR)
    slots = (slot(1, SlotNeed.ANY, KWAN),)
    assert has(facts(slots, letters=(KWAN,), rules=rules), "need-short")
    assert not has(facts(slots, letters=(KWAN, chair), rules=rules), "need-short")
    standing_by = (slot(1, SlotNeed.ANY, KWAN, chair),)
    assert has(facts(standing_by, letters=(KWAN, chair), rules=rules), "need-short")


def test_an_application_without_slots_is_below_no_minimum() -> None:
    assert not has(facts(rules=LetterRules(least={SlotNeed.CHAIR: 1})), "need-short")


def test_a_fourth_sloe_is_one_too_many() -> None:
    sloes = tuple(letter(n, kind=LetterKind.STANDARDIZED) for n in range(1, 5))
    rules = LetterRules(most={SlotNeed.STANDARDIZED: 3})  # CORD 2025-26, grade A
    found = only(findings(facts(letters=sloes, rules=rules)), "need-over")
    assert (found.data["have"], found.data["most"]) == (4, 3)
    assert not has(facts(letters=sloes[:3], rules=rules), "need-over")


def sloe_and_narrative() -> tuple[LetterRow, LetterRow]:
    return letter(5, kind=LetterKind.STANDARDIZED), letter(6, mentor_id=5)


def test_the_author_of_a_sloe_writes_no_narrative() -> None:
    sloe, also = sloe_and_narrative()
    slots = (slot(1, SlotNeed.STANDARDIZED, sloe), slot(2, SlotNeed.ANY, also, OSEI))
    rules = LetterRules(author_may_not_repeat=True)  # ACOG/CREOG 2023-24, grade A
    found = only(findings(facts(slots, rules=rules)), "author-twice")
    assert (found.data["letter_id"], found.data["backup"]) == (also.id, "Dr. Osei")
    assert not has(facts(slots), "author-twice")


def packet(*mentors: int) -> tuple[LetterRow, ...]:
    return tuple(
        replace(letter(9, kind=LetterKind.PACKET), mentor_id=mentor, mentor_short=f"Dr. {mentor}")
        for mentor in mentors
    )


def test_who_contributes_to_a_packet_writes_no_letter_beside_it() -> None:
    rules = LetterRules(contributors_excluded=True)  # AACOMAS
    own = letter(2)
    plan = facts((slot(1, SlotNeed.ANY, own),), letters=(*packet(1, 2), own), rules=rules)
    found = only(findings(plan), "contributor-twice")
    assert (found.data["letter_id"], found.data["packet_id"]) == (2, 9)
    assert action(found) is GapAction.PICK_WRITER
    loose = facts(letters=(*packet(1, 2), own), rules=rules)
    assert action(only(findings(loose), "contributor-twice")) is GapAction.OPEN_LETTER
    assert not has(facts(letters=(*packet(1, 2), letter(3)), rules=rules), "contributor-twice")
    assert not has(facts(letters=(*packet(1, 2), own)), "contributor-twice")


def test_a_resident_is_no_writer_for_a_residency() -> None:
    plan = facts(
        (slot(1, SlotNeed.ANY, KWAN), slot(2, SlotNeed.ANY, MARCHETTI)),
        rules=LetterRules(barred_roles={MentorRole.RESIDENT}),
        roles={KWAN.mentor_id: MentorRole.RESIDENT, MARCHETTI.mentor_id: MentorRole.ATTENDING},
    )
    assert only(findings(plan), "writer-barred").data["name"] == "Dr. Kwan"


def test_one_writer_with_two_letters_of_a_kind_is_told() -> None:
    second = letter(6, mentor_id=2, mentor_short="Dr. Marchetti")
    slots = (slot(1, SlotNeed.ANY, MARCHETTI), slot(2, SlotNeed.ANY, second))
    found = only(findings(facts(slots)), "writer-twice")
    assert (found.data["letter_id"], found.data["other_id"]) == (6, 2)
    other = replace(second, kind=LetterKind.CHARACTER)
    assert not has(facts((slots[0], slot(2, SlotNeed.ANY, other))), "writer-twice")


def test_one_letter_in_two_slots_is_one_letter() -> None:
    slots = tuple(slot(n, SlotNeed.ANY, MARCHETTI) for n in (1, 2, 3))
    found = only(findings(facts(slots)), "letter-fills-two")
    assert found.data["slots"] == 3
    assert not has(facts(slots), "writer-twice")


def test_letters_beyond_the_cap_are_told() -> None:
    three = (KWAN, MARCHETTI, BELL)
    found = only(findings(facts(letters=three, cap=2)), "more-than-cap")
    assert (found.severity, found.data["each"]) == (Severity.HINT, True)
    in_all = facts(letters=three, cap=4, rules=LetterRules(application_cap=2))
    found = only(findings(in_all), "more-than-cap")
    assert (found.severity, found.data["cap"]) == (Severity.ACKNOWLEDGE, 2)
    assert not has(facts(letters=three, cap=3), "more-than-cap")
    assert not has(facts(letters=three, cap=None), "more-than-cap")


# --- targets --------------------------------------------------------------------------------------


def test_a_letter_that_is_in_and_goes_nowhere_is_told() -> None:
    plan = facts(letters=(KWAN, BELL), targets=(target(1, KWAN),))
    found = only(findings(plan), "in-not-assigned")
    assert (found.data["letter_id"], action(found)) == (BELL.id, GapAction.ASSIGN)
    assert not has(facts(letters=(KWAN, BELL)), "in-not-assigned")


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"min_letters": 5, "cap": 4}, 5),
        ({"cap": 1, "needs": (SlotNeed.CHAIR, SlotNeed.STANDARDIZED)}, 2),
        ({"cap": 2, "needs": (SlotNeed.CHAIR, SlotNeed.IN_SPECIALTY, SlotNeed.CLINICAL)}, None),
        ({"min_letters": 5, "cap": None}, None),
        ({"min_letters": 4, "cap": 4}, None),
    ],
)
def test_a_target_that_wants_more_than_it_takes_is_told(
    changes: dict[str, object], wanted: int | None
) -> None:
    found = [f for f in findings(facts((), (target(1, **changes),))) if f.code.endswith("diction")]
    assert [f.data["wanted"] for f in found] == ([] if wanted is None else [wanted])
    assert all(f.severity is Severity.BLOCKS for f in found)


def test_a_letter_that_will_not_come_holds_the_targets_that_wait_for_it() -> None:
    gone = letter(6, Stage.DECLINED)
    places = (target(1, KWAN, gone), target(2, gone, locked=True), target(3, KWAN))
    found = only(findings(facts((), places, (KWAN, gone))), "phantom-letter")
    assert (found.data["targets"], found.data["locked"]) == (2, 1)
    assert (found.data["target_ids"], found.data["why"]) == ((1,), "declined")
    assert action(found) is GapAction.UNASSIGN


def test_a_phantom_that_is_locked_everywhere_needs_somebody_else() -> None:
    plan = facts((), (target(1, KWAN, locked=True),), (KWAN,), lost={KWAN.id: "rescinded"})
    found = only(findings(plan), "phantom-letter")
    assert (found.data["why"], action(found)) == ("rescinded", GapAction.LINE_UP_BACKUP)


@pytest.mark.parametrize(
    ("late_by", "others", "told"),
    [(15, 1, True), (14, 1, False), (15, 0, False), (-10, 1, False)],
)
def test_a_promise_long_past_due_holds_a_target_that_has_enough_without_it(
    late_by: int, others: int, told: bool
) -> None:
    late = letter(2, Stage.AGREED, soft_on=TODAY - timedelta(days=late_by))
    plan = facts((), (target(1, late, *(KWAN,) * others),), (KWAN, late))
    assert has(plan, "phantom-promise") is told


def test_a_letter_of_a_target_that_nobody_knows_is_no_phantom() -> None:
    assert not has(facts((), (target(1, KWAN, min_letters=0),)), "phantom-letter")


def test_a_target_above_its_cap_names_a_letter_that_may_go() -> None:
    plan = facts((), (target(1, KWAN, MARCHETTI, BELL, cap=2),), ALL)
    found = only(findings(plan), "target-over-cap")
    assert (found.data["letters"], found.data["letter_id"]) == (3, BELL.id)
    assert action(found) is GapAction.UNASSIGN
    locked = facts((), (target(1, KWAN, MARCHETTI, BELL, cap=2, locked=True),), ALL)
    assert action(only(findings(locked), "target-over-cap")) is GapAction.EDIT_TARGET


def test_dates_outside_the_season_are_told() -> None:
    season = (date(2026, 6, 3), date(2027, 5, 31))
    rules = LetterRules(season=season)
    late = target(1, min_letters=0, deadline_on=date(2028, 9, 1))
    good = target(2, min_letters=0, deadline_on=date(2026, 9, 1))
    found = findings(facts((), (late, good), rules=rules, hard_on=date(2025, 9, 23)))
    assert [f.data["title"] for f in found] == ["Internal Medicine, categorical", "Program 1"]
    assert [action(f) for f in found] == [GapAction.EDIT_APPLICATION, GapAction.EDIT_TARGET]
    assert findings(facts((), (late,), hard_on=None)) == ()
    assert findings(facts((), (good,), rules=rules, hard_on=None)) == ()


# --- letters --------------------------------------------------------------------------------------


def test_a_letter_through_interfolio_is_refused_by_caspa() -> None:
    stored = letter(2, service=LetterService.INTERFOLIO)
    # Wayne State, PA studies, grade B: stored letters are not accepted
    rules = LetterRules(refused_channels=(LetterService.INTERFOLIO,))
    plan = facts(letters=(stored,), rules=rules, service=LetterService.CASPA)
    found = findings(plan)[0]
    assert (found.code, found.severity) == ("channel-refused", Severity.BLOCKS)
    assert action(found) is GapAction.CHANGE_CHANNEL
    assert not has(facts(letters=(stored,)), "channel-refused")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (Written(date(2025, 4, 30)), "letter-stale"),
        (Written(date(2025, 5, 1)), None),
        (Written(date(2025, 6, 1), "2026"), "letter-earlier-season"),
        (Written(None, "2026"), "letter-earlier-season"),
        (Written(None, "2027"), None),
        (Written(date(2025, 4, 1), "2026"), "letter-stale"),
    ],
)
def test_a_letter_is_stale_by_its_day_or_its_season(written: Written, code: str | None) -> None:
    # TMDSAS, grade A: recent is since May 1 of the prior year
    rules = LetterRules(newest_of=date(2025, 5, 1))
    plan = facts(letters=(MARCHETTI,), rules=rules, season="2027", written={2: written})
    assert codes(findings(plan)) == ([code] if code else [])


def test_a_letter_that_was_handed_in_long_ago_is_stale_without_a_record() -> None:
    old = letter(1, Stage.SUBMITTED, submitted_on=date(2025, 1, 1))
    plan = facts(letters=(old,), rules=LetterRules(newest_of=date(2025, 5, 1)))
    assert action(only(findings(plan), "letter-stale")) is GapAction.ASK


def test_a_reference_number_is_for_one_letter() -> None:
    one, two = letter(1, reference="AB 12 "), letter(2, reference=" ab12")
    found = only(findings(facts(letters=(one, two, letter(3)))), "reference-repeated")
    assert (found.data["letter_id"], found.data["other_id"]) == (2, 1)


def test_open_waivers_of_asked_letters_are_told_in_one_line() -> None:
    letters = tuple(letter(n, waiver=Waiver.UNDECIDED) for n in (1, 2))
    planned = letter(3, Stage.PLANNED, waiver=Waiver.UNDECIDED)
    kept = letter(4, waiver=Waiver.KEPT)
    found = findings(facts(letters=(*letters, planned, kept)))
    assert codes(found) == ["waiver-missing", "waiver-not-waived"]
    assert found[0].data["letter_ids"] == (1, 2)


# --- the whole ------------------------------------------------------------------------------------

LETTERS = st.builds(
    letter,
    st.integers(1, 8),
    st.sampled_from(Stage),
    kind=st.sampled_from(LetterKind),
    mentor_id=st.integers(1, 4),
    waiver=st.sampled_from(Waiver),
    service=st.sampled_from([LetterService.ERAS, LetterService.INTERFOLIO]),
    reference=st.sampled_from(["", "1", "2"]),
    soft_on=st.sampled_from([None, date(2026, 7, 1), date(2026, 9, 1)]),
    unread_reply=st.booleans(),
)
RULES = st.builds(
    LetterRules,
    application_cap=st.sampled_from([None, 2]),
    packet_suffices=st.booleans(),
    refused_channels=st.sampled_from([(), (LetterService.INTERFOLIO,)]),
    author_may_not_repeat=st.booleans(),
    contributors_excluded=st.booleans(),
    least=st.sampled_from([{}, {SlotNeed.CHAIR: 1}]),
    most=st.sampled_from([{}, {SlotNeed.STANDARDIZED: 1}]),
    newest_of=st.sampled_from([None, date(2026, 1, 1)]),
    season=st.sampled_from([None, (date(2026, 1, 1), date(2026, 12, 31))]),
)


@st.composite
def plans(draw: st.DrawFn) -> CoverageFacts:
    letters = tuple({x.id: x for x in draw(st.lists(LETTERS, max_size=6))}.values())
    chosen = st.lists(st.sampled_from(letters), max_size=5, unique_by=lambda x: x.id)
    some = chosen if letters else st.just([])
    slots = tuple(
        slot(n, draw(st.sampled_from(SlotNeed)), *(draw(some) or [None]))
        for n in range(draw(st.integers(0, 4)))
    )
    targets = tuple(
        target(
            n,
            *draw(some),
            locked=draw(st.booleans()),
            min_letters=draw(st.integers(0, 5)),
            cap=draw(st.sampled_from([None, 1, 4])),
            needs=tuple(draw(st.lists(st.sampled_from(SlotNeed), max_size=3))),
        )
        for n in range(draw(st.integers(0, 3)))
    )
    kind = draw(st.sampled_from(ApplicationKind))
    return facts(slots, targets, letters, draw(RULES), kind=kind)


@given(plans())
def test_findings_are_in_order_each_with_one_action_and_never_raise(plan: CoverageFacts) -> None:
    found = findings(plan)
    ranks = [(list(Severity).index(f.severity), ORDER.index(f.code)) for f in found]
    assert ranks == sorted(ranks)
    assert all(isinstance(f.data["action"], GapAction) for f in found)
    assert found == findings(plan)


def test_whom_the_goals_call_for_and_nobody_is_comes_as_a_hint_to_add_one() -> None:
    aim = replace(facts().application, goals={"emphasis": "research"})
    known = replace(facts(), application=aim, present_roles=[MentorRole.ATTENDING])
    found = only(findings(known), "mentor-missing")
    assert (found.severity, action(found)) == (Severity.HINT, GapAction.ADD_MENTOR)
    assert found.data["role"] is MentorRole.RESEARCH_PI
    both = [MentorRole.ATTENDING, MentorRole.RESEARCH_PI]
    assert not has(replace(known, present_roles=both), "mentor-missing")
    assert not has(replace(known, present_roles=None), "mentor-missing")
