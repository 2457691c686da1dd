"""What may be assigned where, what applying does, and the best assignment against brute force."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lordesk.domain.assignments import (
    before_applying,
    everywhere_it_fits,
    refusal,
    unassign_refusal,
)
from lordesk.domain.suggestion_search import Letters, Place, best_choices
from lordesk.domain.suggestions import MOST_LETTERS, suggestion
from lordesk.kinds import LetterKind, LetterService, SlotNeed, Stage
from lordesk.rows.coverage import LetterRules, Suggestion
from lordesk.rows.letters import AssignmentRow, LetterRow, TargetRow
from tests.domain.plans import LOCKED_AT, codes, letter, slot, target, view

if TYPE_CHECKING:
    from lordesk.domain.coverage_view import View

IN = tuple(letter(n, Stage.SUBMITTED) for n in (1, 2))
PROMISED = letter(3)
OPEN = letter(4, Stage.ASKED)
GONE = letter(5, Stage.DECLINED)
CHAIR = letter(6, Stage.ASKED, kind=LetterKind.CHAIR)
ALL = (*IN, PROMISED, OPEN, GONE, CHAIR)


def refused(plan: View, letter_id: int, where: TargetRow) -> str | None:
    finding = refusal(plan, letter_id, where)
    return finding.code if finding else None


# --- refusals -------------------------------------------------------------------------------------


def test_a_fifth_letter_is_refused() -> None:
    where = target(1, *IN, PROMISED, OPEN, cap=4)
    plan = view((), (where,), ALL)
    finding = refusal(plan, CHAIR.id, where)
    assert finding is not None
    assert (finding.code, finding.data["cap"]) == ("target-full", 4)
    assert refused(plan, IN[0].id, where) is None  # it is there already


def test_a_letter_that_is_gone_takes_no_place_unless_it_is_locked() -> None:
    free, locked = target(1, *IN, GONE, cap=3), target(2, *IN, GONE, cap=3, locked=True)
    plan = view((), (free, locked), ALL)
    assert refused(plan, PROMISED.id, free) is None
    assert refused(plan, PROMISED.id, locked) == "target-full"


@pytest.mark.parametrize("letter_id", [GONE.id, 99])
def test_a_letter_that_will_not_come_is_not_assigned(letter_id: int) -> None:
    where = target(1)
    assert refused(view((), (where,), ALL), letter_id, where) == "letter-gone"


def test_a_target_that_was_applied_to_takes_a_letter_while_it_has_a_place() -> None:
    where = target(1, *IN, locked=True, applied_on=date(2026, 9, 2))
    assert refused(view((), (where,), ALL), PROMISED.id, where) is None


def test_a_target_without_cap_takes_every_letter() -> None:
    where = target(1, *IN, PROMISED, OPEN, cap=None)
    assert refused(view((), (where,), ALL), CHAIR.id, where) is None


def test_a_channel_that_the_service_refuses_is_closed() -> None:
    stored = letter(7, service=LetterService.INTERFOLIO)
    rules = LetterRules(refused_channels=(LetterService.INTERFOLIO,))
    where = target(1)
    assert refused(view((), (where,), (stored,), rules), 7, where) == "channel-closed"


def test_a_service_that_counts_in_all_refuses_one_more_letter_anywhere() -> None:
    one, two = target(1, *IN), target(2)
    plan = view((), (one, two), ALL, LetterRules(application_cap=2))
    assert refused(plan, PROMISED.id, two) == "application-full"
    assert refused(plan, IN[0].id, two) is None
    roomy = view((), (one, two), ALL, LetterRules(application_cap=3))
    assert refused(roomy, PROMISED.id, two) is None


def test_author_and_packet_rules_hold_at_a_target() -> None:
    sloe = letter(7, kind=LetterKind.STANDARDIZED)
    also = letter(8, mentor_id=7)
    where = target(1, sloe)
    rules = LetterRules(author_may_not_repeat=True)
    assert refused(view((), (where,), (sloe, also), rules), 8, where) == "author-here"
    assert refused(view((), (where,), (sloe, also)), 8, where) is None
    packet = letter(9, kind=LetterKind.PACKET, mentor_id=7)
    rules = LetterRules(contributors_excluded=True)
    plan = view((), (target(1, packet),), (packet, sloe, PROMISED), rules)
    assert refused(plan, sloe.id, plan.facts.targets[0]) == "author-here"
    assert refused(plan, PROMISED.id, plan.facts.targets[0]) is None


def test_a_kind_has_its_limit_at_a_target() -> None:
    sloes = tuple(letter(n, kind=LetterKind.STANDARDIZED) for n in (7, 8))
    where = target(1, sloes[0])
    rules = LetterRules(most={SlotNeed.STANDARDIZED: 1})
    plan = view((), (where,), (*sloes, PROMISED), rules)
    assert refused(plan, 8, where) == "enough-of-need"
    assert refused(plan, 8, target(2)) is None
    assert refused(plan, PROMISED.id, where) is None


def test_what_was_applied_with_stays() -> None:
    locked = target(1, *IN, locked=True, applied_on=date(2026, 9, 2))
    finding = unassign_refusal(IN[0].id, locked)
    assert finding is not None
    assert finding.code == "locked-here"
    assert unassign_refusal(PROMISED.id, locked) is None
    assert unassign_refusal(IN[0].id, target(1, *IN)) is None


def test_everywhere_it_fits_says_why_not_elsewhere() -> None:
    full = target(2, *IN, cap=2)
    plan = view((), (target(1), full, target(3, PROMISED)), ALL)
    fits = everywhere_it_fits(plan, PROMISED.id)
    assert fits.target_ids == (1,)
    assert [(number, finding.code) for number, finding in fits.refused] == [(2, "target-full")]


def test_before_applying_everything_that_can_still_be_mended_is_said() -> None:
    where = target(1, IN[0], GONE, letter(99), min_letters=3)
    plan = view((), (where,), ALL)
    assert codes(before_applying(plan, where)) == [
        "applying-short",
        "applying-with-phantom",
        "applying-without",
        "applying-locks",
    ]
    good = target(1, *IN)
    assert codes(before_applying(view((), (good,), ALL), good)) == ["applying-locks"]
    full = target(1, PROMISED, cap=1)
    assert codes(before_applying(view((), (full,), ALL), full)) == ["applying-locks"]


# --- the suggestion -------------------------------------------------------------------------------


def added(found: Suggestion) -> list[tuple[int, ...]]:
    return [entry.add for entry in found.targets]


def test_a_needed_letter_comes_before_those_that_are_in() -> None:
    where = target(1, min_letters=1, cap=1, needs=(SlotNeed.CHAIR,))
    found = suggestion(view((), (where,), ALL))
    assert added(found) == [(CHAIR.id,)]
    assert (found.before, found.covered) == (0, 1)


def test_letters_in_come_before_promised_before_open() -> None:
    where = target(1, min_letters=3)
    assert added(suggestion(view((), (where,), ALL))) == [(1, 2, 3)]


def test_no_more_letters_than_the_application_needs() -> None:
    slots = tuple(slot(n, SlotNeed.ANY, None) for n in (1, 2))
    assert added(suggestion(view(slots, (target(1),), ALL))) == [(1, 2)]


def test_the_better_fit_decides_between_equals() -> None:
    where = target(1, cap=1)
    assert added(suggestion(view((), (where,), IN), {2: 80, 1: 60})) == [(2,)]
    assert added(suggestion(view((), (where,), IN))) == [(1,)]


def test_what_the_user_assigned_is_kept_while_it_covers_as_much() -> None:
    where = target(1, OPEN, cap=1)
    assert suggestion(view((), (where,), ALL)).changes == 0
    needed = target(1, OPEN, cap=1, needs=(SlotNeed.CHAIR,))
    (entry,) = suggestion(view((), (needed,), ALL)).targets
    assert (entry.add, entry.remove) == ((CHAIR.id,), (OPEN.id,))


def test_a_phantom_is_taken_away_and_a_locked_letter_is_not() -> None:
    free, locked = target(1, GONE), target(2, GONE, OPEN, cap=2, locked=True)
    found = suggestion(view((), (free, locked), ALL))
    assert [entry.remove for entry in found.targets] == [(GONE.id,), ()]
    assert found.targets[1].add == ()
    assert "locked-kept" in [reason.code for reason in found.targets[1].reasons]


def test_a_suggestion_is_explained() -> None:
    where = target(1, min_letters=2, cap=2, needs=(SlotNeed.CHAIR, SlotNeed.RESEARCH))
    (entry,) = suggestion(view((), (where,), ALL)).targets
    reasons = {reason.code: reason.data for reason in entry.reasons}
    assert reasons["covers"]["needs"] == (SlotNeed.CHAIR,)
    assert reasons["nobody-for"]["needs"] == (SlotNeed.RESEARCH,)
    assert reasons["letters"] == {"here": 1, "promised": 0, "open": 1}
    assert reasons["target-full"] == {"cap": 2}
    assert "minimum-reached" in reasons
    (none,) = suggestion(view((), (target(1),), ())).targets
    assert [reason.code for reason in none.reasons] == ["short", "letters"]


def test_a_closed_channel_and_a_thirteenth_letter_are_left_out() -> None:
    stored = letter(7, Stage.SUBMITTED, service=LetterService.INTERFOLIO)
    rules = LetterRules(refused_channels=(LetterService.INTERFOLIO,))
    assert added(suggestion(view((), (target(1),), (stored,), rules))) == [()]
    many = tuple(letter(n, Stage.SUBMITTED) for n in range(1, MOST_LETTERS + 3))
    found = suggestion(view((), (target(1, min_letters=14, cap=None),), many))
    assert added(found) == [tuple(range(1, MOST_LETTERS + 1))]


def test_letters_that_a_service_limits_in_all_go_where_they_cover_most() -> None:
    needs = (SlotNeed.CHAIR,), (SlotNeed.CHAIR,), ()
    targets = tuple(target(n, min_letters=1, cap=1, needs=need) for n, need in enumerate(needs))
    plan = view((), targets, (*IN, CHAIR), LetterRules(application_cap=1))
    found = suggestion(plan)
    assert added(found) == [(CHAIR.id,)] * 3
    assert set(found.left_out) == {1, 2}


def test_a_packet_stands_for_the_minimum() -> None:
    packet = letter(7, Stage.SUBMITTED, kind=LetterKind.PACKET)
    rules = LetterRules(packet_suffices=True)
    found = suggestion(view((), (target(1, min_letters=3, cap=1),), (packet, *IN), rules))
    assert added(found) == [(7,)]
    assert found.covered == 1


def test_letters_that_may_not_meet_are_not_put_together() -> None:
    sloe = letter(7, Stage.SUBMITTED, kind=LetterKind.STANDARDIZED)
    also = letter(8, Stage.SUBMITTED, mentor_id=7)
    rules = LetterRules(author_may_not_repeat=True, most={SlotNeed.STANDARDIZED: 1})
    second = letter(9, Stage.SUBMITTED, kind=LetterKind.STANDARDIZED)
    plan = view((), (target(1, min_letters=3),), (sloe, also, second, PROMISED), rules)
    (entry,) = suggestion(plan).targets
    assert set(entry.add) in ({also.id, second.id, PROMISED.id},)


# --- the search against brute force ---------------------------------------------------------------

COUNT = 5
LETTERS = st.builds(
    Letters,
    needs=st.tuples(*[st.integers(0, 7)] * COUNT),
    here=st.tuples(*[st.booleans()] * COUNT),
    promised=st.tuples(*[st.booleans()] * COUNT),
    fit=st.tuples(*[st.integers(0, 100)] * COUNT),
    clashes=st.just((0,) * COUNT),
    most=st.sampled_from([(), ((0b00111, 1),)]),
)


@st.composite
def places(draw: st.DrawFn) -> Place:
    now = draw(st.integers(0, 2**COUNT - 1))
    return Place(
        wants=draw(st.integers(0, 7)),
        least=draw(st.integers(0, 4)),
        room=draw(st.integers(0, 4)),
        now=now,
        locked=0,
        packet=draw(st.sampled_from([0, 4])),
    )


Key = tuple[int, ...]


def key(letters: Letters, place: Place, chosen: tuple[int, ...]) -> Key:
    met = 0
    for at in chosen:
        met |= letters.needs[at]
    here = [letters.here[at] for at in chosen]
    promised = [letters.promised[at] and not letters.here[at] for at in chosen]
    return (
        (met & place.wants).bit_count(),
        place.least if met & place.packet else min(len(chosen), place.least),
        sum(place.now >> at & 1 for at in chosen),
        sum(here),
        sum(promised),
        sum(here) + sum(promised) - len(chosen),
        sum(letters.fit[at] for at in chosen),
    )


def allowed(letters: Letters, place: Place) -> list[tuple[int, ...]]:
    return [
        chosen
        for size in range(place.room + 1)
        for chosen in combinations(range(COUNT), size)
        if all(sum(some >> at & 1 for at in chosen) <= most for some, most in letters.most)
    ]


def bits(mask: int) -> tuple[int, ...]:
    return tuple(at for at in range(COUNT) if mask >> at & 1)


@given(LETTERS, places())
def test_the_search_finds_what_looking_at_every_set_finds(letters: Letters, place: Place) -> None:
    (choice,) = best_choices(letters, [place])
    best = max(key(letters, place, chosen) for chosen in allowed(letters, place))
    assert key(letters, place, bits(choice.mask)) == best


@settings(max_examples=60)
@given(LETTERS, st.lists(places(), min_size=1, max_size=2), st.integers(0, 3))
def test_scarce_letters_are_shared_as_looking_at_everything_would(
    letters: Letters, here: list[Place], in_all: int
) -> None:
    def total(chosen: tuple[tuple[int, ...], ...]) -> Key:
        keys = [key(letters, place, some) for place, some in zip(here, chosen, strict=True)]
        return tuple(sum(part) for part in zip(*keys, strict=True))

    found = best_choices(letters, here, in_all)
    used = {at for choice in found for at in bits(choice.mask)}
    assert len(used) <= in_all
    every = product(*(allowed(letters, place) for place in here))
    fair = [chosen for chosen in every if len({at for some in chosen for at in some}) <= in_all]
    assert total(tuple(bits(choice.mask) for choice in found)) == max(map(total, fair))


def test_letters_that_promise_more_than_they_keep_are_not_shared() -> None:
    letters = Letters(
        needs=(0b00, 0b00, 0b01, 0b10),
        here=(True,) * 4,
        promised=(True,) * 4,
        fit=(50, 50, 50, 0),
        clashes=(0,) * 4,
    )
    one = Place(wants=0b11, least=0, room=1, now=0, locked=0)
    two = Place(wants=0b10, least=0, room=2, now=0b1000, locked=0)
    assert [choice.mask for choice in best_choices(letters, [one, two], 2)] == [0b0100, 0b1100]


STAGES = st.sampled_from([Stage.SUBMITTED, Stage.WRITING, Stage.ASKED, Stage.DECLINED])


@given(st.lists(st.tuples(STAGES, st.booleans(), st.booleans()), max_size=6), st.integers(0, 4))
def test_a_suggestion_touches_nothing_locked_and_never_makes_a_target_worse(
    drawn: list[tuple[Stage, bool, bool]], cap: int
) -> None:
    letters: tuple[LetterRow, ...] = tuple(letter(n, s) for n, (s, _, _) in enumerate(drawn))
    here = tuple(
        AssignmentRow(n, 1, LOCKED_AT if locked else None)
        for n, (_, assigned, locked) in enumerate(drawn)
        if assigned
    )
    where = target(1, cap=cap, min_letters=2, assignments=here)
    plan = view((), (where,), letters)
    (entry,) = suggestion(plan).targets
    locked = {a.letter_id for a in here if a.locked_at}
    assert locked.isdisjoint(entry.remove)
    assert {a.letter_id for a in here}.isdisjoint(entry.add)
    after = len(here) - len(entry.remove) + len(entry.add)
    assert after <= max(cap, len(locked))
    assert suggestion(plan).covered >= suggestion(plan).before or len(here) > cap
    assert suggestion(plan) == suggestion(plan)
